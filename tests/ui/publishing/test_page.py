"""Before publishing: what could name a child stands in its sentence, is settled by keys, and undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.records.minutes.confirmable import JUNE, close, later_meeting
from tests.records.minutes.conftest import MAY, HeldMeeting, held

from boarddesk.records.agenda.items import agenda_item
from boarddesk.records.minutes.states import confirm
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.records.publishing.choices import publish_choices
from boarddesk.rules.agenda.item import ItemKind
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.page import Session
from boarddesk.ui.publishing.clue_panel import CONSENT
from boarddesk.ui.publishing.page import PublishPage
from boarddesk.ui.settings import Settings

__all__ = ["held"]
SAID = "When Jonah moved to year 7 his mother waited. Two pupils left. The board thanked schools."


@pytest.fixture
def page(held: HeldMeeting, qtbot: QtBot, tmp_path: Path) -> PublishPage:
    keep_minute(held.file, held.items[1], [Block(text=SAID), Block(text="Hidden.", restricted=True)])
    close(held, held.id, MAY)
    made = PublishPage()
    qtbot.addWidget(made)
    settings = Settings(tmp_path / "window.json")
    made.show_session(Session(held.file, held.board_id, JUNE, ChangeBus(held.file), settings))
    made.resize(1180, 690)
    made.show()
    made.open_record("publish", held.id)
    return made


def test_each_clue_stands_in_its_sentence_and_publish_waits_for_them(page: PublishPage) -> None:
    rows = page.list.rows()
    assert [(row.clue.where, row.clue.words, row.settled) for row in rows] == [
        ("2, para 1", "Jonah", "To settle"),
        ("2, para 1", "Two", "To settle"),
    ]
    assert page.waits.text() == "2 to settle first"
    assert not page.publish.isEnabled()
    assert "“Jonah” in “When Jonah moved" in rows[0].said
    assert page.copy.open.withheld.paragraphs == 1


def test_clues_are_settled_one_after_the_other_by_keys_and_undone(
    page: PublishPage, held: HeldMeeting, qtbot: QtBot
) -> None:
    assert page.panel.preview(page.list.chosen().clue).startswith("When a pupil moved")
    qtbot.keyClick(page.panel.changes, Qt.Key.Key_Return)
    assert page.list.chosen().clue.words == "Two"
    page.panel.radios[WayOut.WITHHOLD.value].setChecked(True)
    assert page.panel.reads.text() == "[1 sentence withheld]"
    page.panel.settle()
    assert [row.settled for row in page.list.rows()] == ["Now “a pupil”", "Withheld"]
    assert [choice.how for choice in publish_choices(held.file, held.id)] == [WayOut.WRITE, WayOut.WITHHOLD]
    held.file.undo()
    page.catch_up()
    assert page.waits.text() == "1 to settle first"


def test_a_reason_is_asked_for_and_a_choice_can_be_taken_up_again(page: PublishPage) -> None:
    page.panel.radios[WayOut.ACCEPT.value].setChecked(True)
    page.panel.why.setText("He is a councillor")
    page.panel.settle()
    assert page.list.rows()[0].settled == "Accepted: He is a councillor"
    page.list.choose(page.list.rows()[0].clue.key)
    choice = page.list.chosen().choice
    assert choice is not None
    page._take_up(choice)
    assert page.list.rows()[0].settled == "To settle"


def test_publish_turns_on_once_all_is_settled_and_the_board_has_confirmed(
    page: PublishPage, held: HeldMeeting
) -> None:
    for _ in range(2):
        page.panel.settle()
    assert page.waits.text() == "once the board has confirmed them"
    confirm(held.file, held.id, at_id=later_meeting(held), today=JUNE)
    page.renew()
    assert page.publish.isEnabled()
    assert not page.waits.text()


def test_the_copy_is_shown_as_it_will_read_and_a_tick_of_consent_settles_a_story(
    page: PublishPage, held: HeldMeeting
) -> None:
    page.panel.settle()
    page._turn()
    assert "a pupil moved to year 7" in page.preview.paper.toPlainText()
    page._turn()
    with held.file.change("As a story") as change:
        change.update("agenda_item", held.items[1], kind=ItemKind.LIVED_EXPERIENCE)
    page.renew()
    story = next(row for row in page.list.rows() if row.clue.kind == "case study")
    page.list.choose(story.clue.key)
    assert page.panel.way() == CONSENT
    page.panel.settle()
    assert agenda_item(held.file, held.items[1]).consent


def test_without_a_meeting_nothing_can_be_published(qtbot: QtBot, held: HeldMeeting, tmp_path: Path) -> None:
    made = PublishPage()
    qtbot.addWidget(made)
    settings = Settings(tmp_path / "window.json")
    made.show_session(Session(held.file, None, date(2026, 6, 2), ChangeBus(held.file), settings))
    made.show()
    assert not made.publish.isEnabled()
    assert not any(action.can_be_done() for action in made.commands())

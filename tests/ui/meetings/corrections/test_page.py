"""Corrections on the page: copies added, each change accepted or refused by a key, taken as one change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.importing.minutes.copies import (
    Margin,
    about,
    ins,
    out,
    paragraph,
    plain_body,
    run,
    write_copy,
)
from tests.records.offices import meeting_of

from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import set_state
from boarddesk.records.minutes.circulating import circulate
from boarddesk.records.minutes.reading import blocks_of
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block
from boarddesk.ui import background
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.corrections.page import CorrectionsPage
from boarddesk.ui.meetings.corrections.point_row import PointRow
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.empty_state import EmptyState

HELD, TODAY = date(2026, 6, 9), date(2026, 6, 16)
SAID = (
    "The wait for a first appointment was 23 weeks in April.",
    "Four of nine empty posts were filled.",
    "The council would pay for agency cover until September.",
)
JUDITH, GWEN = "Judith Amberley", "Gwen Thirlby"


class Desk:
    """The page of a meeting whose draft went round."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.file = OfficeFile.create(folder / "office.boarddesk")
        self.meeting = meeting_of(self.file, HELD)
        self.item = add_item(self.file, self.meeting, "Waiting times")
        set_state(self.file, self.meeting, MeetingState.HELD, today=HELD)
        keep_minute(self.file, self.item, [Block(text=text) for text in SAID])
        self.page = CorrectionsPage()
        qtbot.addWidget(self.page)
        self.page.resize(1180, 680)
        self.session = Session(
            self.file, None, TODAY, ChangeBus(self.file), Settings(folder / "settings.json")
        )
        self.page.show_session(self.session)
        self.page.show()

    def circulate(self) -> None:
        circulate(self.file, self.meeting, sent_on=date(2026, 6, 12))
        self.page.open_record("corrections", self.meeting)

    def add_copies(self) -> None:
        margin = Margin()
        number = margin.add(GWEN, "Was it four?")
        head = paragraph(run("Waiting times"))
        judith = [
            paragraph(
                run("The wait for a first appointment was "),
                out(JUDITH, "23"),
                ins(JUDITH, "24"),
                run(SAID[0][39:]),
            ),
            paragraph(out(JUDITH, "Four"), ins(JUDITH, "Five"), run(SAID[1][4:])),
        ]
        gwen = [
            paragraph(run(SAID[0])),
            paragraph(about(number, out(GWEN, "Four"), ins(GWEN, "Six"), run(SAID[1][4:]))),
        ]
        rest = plain_body(SAID[2:])
        paths = [
            write_copy(self.folder / "judith.docx", [head, *judith, *rest]),
            write_copy(self.folder / "gwen.docx", [head, *gwen, *rest], margin=margin),
            self.folder / "minutes.pdf",
        ]
        paths[2].write_bytes(b"%PDF-1.7")
        with background.at_once():
            assert self.page.take_files([str(path) for path in paths])
        self.page.catch_up()

    @property
    def rows(self) -> list[PointRow]:
        return list(self.page.view._rows.values())

    def press(self, row: PointRow, key: Qt.Key) -> None:
        self.qtbot.keyClick(row, key)
        self.page.catch_up()

    @property
    def texts(self) -> list[str]:
        return [block.text for block in blocks_of(self.file, self.item)]

    @property
    def notice(self) -> str:
        item = self.page.notices.itemAt(0)
        shown = item.widget() if item is not None else None
        return shown.accessibleName() if shown is not None else ""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.page.hide()
    made.file.close()


def test_before_anything_went_round_the_page_says_what_will_stand_here(desk: Desk) -> None:
    assert desk.page._stack.currentWidget() is desk.page.nothing
    desk.circulate()
    assert desk.page.header.detail().endswith("draft sent 12\N{NO-BREAK SPACE}Jun\N{NO-BREAK SPACE}2026")
    assert desk.rows == []
    (empty,) = desk.page.view.findChildren(EmptyState)
    assert any("No copy has come back yet" in words.text() for words in empty.findChildren(QLabel))


def test_copies_are_added_several_at_once_and_what_is_none_is_told(desk: Desk) -> None:
    desk.circulate()
    desk.add_copies()
    assert "2 copies added" in desk.notice
    assert "is not a Word document" in desk.notice
    assert [row.point.is_conflict for row in desk.rows] == [False, True, False]
    assert "put in “24”" in desk.rows[0].accessibleName()
    assert "taken out “23”" in desk.rows[0].accessibleName()


def test_a_change_is_accepted_refused_and_left_open_by_a_key_each_step_undone(desk: Desk) -> None:
    desk.circulate()
    desk.add_copies()
    first = desk.rows[0]
    desk.press(first, Qt.Key.Key_A)
    assert desk.page.take.text().strip() == "Take 1 correction"
    assert desk.file.undo_label == "Accept correction"
    desk.press(first, Qt.Key.Key_R)
    assert not desk.page.take.isVisible()
    assert desk.file.undo_label == "Refuse correction"
    desk.press(first, Qt.Key.Key_Backspace)
    assert first.point.is_undecided
    desk.file.undo()
    desk.page.catch_up()
    assert desk.rows[0].accessibleName().endswith("refused")


def test_of_a_conflict_one_is_chosen_and_what_is_accepted_is_taken_as_one_change(desk: Desk) -> None:
    desk.circulate()
    desk.add_copies()
    desk.press(desk.rows[0], Qt.Key.Key_A)
    desk.press(desk.rows[1], Qt.Key.Key_1)
    assert desk.page.take.text().strip() == "Take 2 corrections"
    desk.page.take.click()
    desk.page.catch_up()
    six_or_five = desk.rows[1].point.chosen[0].will_be
    assert desk.texts == [SAID[0].replace("23", "24"), six_or_five, SAID[2]]
    assert not desk.page.take.isVisible()
    assert desk.file.undo_label == "Take 2 corrections"
    desk.file.undo()
    assert desk.texts == list(SAID)


def test_the_list_is_narrowed_to_what_is_to_be_decided_conflicts_comments_and_people(desk: Desk) -> None:
    desk.circulate()
    desk.add_copies()
    view = desk.page.view
    for which, count in (("Conflicts", 1), ("Comments", 1), ("To decide", 3), ("All", 3)):
        view.show_which.choose(which)
        view._fill()
        assert len(desk.rows) == count
    view.people.choose(JUDITH)
    view._fill()
    assert len(desk.rows) == 2


def test_arrows_go_from_row_to_row_and_the_panel_follows(desk: Desk) -> None:
    desk.circulate()
    desk.add_copies()
    desk.press(desk.rows[0], Qt.Key.Key_Down)
    assert desk.page.view._chosen == desk.rows[1].point.key
    assert desk.page.view.panel.accessibleName() == "Detail: Change"


def test_everything_that_clashes_with_nothing_is_accepted_at_once(desk: Desk) -> None:
    desk.circulate()
    desk.add_copies()
    desk.page.view.accept_rest()
    desk.page.catch_up()
    assert desk.page.take.text().strip() == "Take 1 correction"

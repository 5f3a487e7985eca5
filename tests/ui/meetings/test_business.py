"""What came of a meeting: added by keys, ratified, done, and what is open from before beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.actions.business_desk import APRIL, JUNE, MAY, TODAY, office_with_business

from boarddesk.records import boards, meetings
from boarddesk.records.agenda import arising, decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.business import BusinessView
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with office_with_business(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, file: OfficeFile, tmp_path: Path) -> Iterator[MeetingsPage]:
    bus = ChangeBus(file)
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1182, 680)
    board = boards.board_named(file, "SIB").id
    made.show_session(Session(file, board, TODAY, bus, Settings(tmp_path / "window.json")))
    made.show()
    yield made
    bus.close()


def of_day(file: OfficeFile, day: object) -> str:
    board = boards.board_named(file, "SIB").id
    return next(known.id for known in meetings.meetings(file, board) if known.date == day)


def opened(page: MeetingsPage, file: OfficeFile, day: object) -> BusinessView:
    page.open_record("meeting", of_day(file, day))
    page.workspace.show_part("Actions")
    view = page.workspace.front.widget
    assert isinstance(view, BusinessView)
    return view


def groups(view: BusinessView) -> list[str]:
    lines = view.table.model.lines
    return [f"{line.group.title}: {line.group.count}" for line in lines if line.group]


def refs(view: BusinessView) -> list[str]:
    return [row.cell("ref").words for row in view.table.rows_shown()]


def answer(page: MeetingsPage, **given: str) -> None:
    dialog = page.window().findChildren(FormDialog)[-1]
    for key, value in given.items():
        dialog.answers.put(key, value)
    dialog.try_accept()


def test_a_meeting_shows_its_own_and_what_is_open_from_before(page: MeetingsPage, file: OfficeFile) -> None:
    view = opened(page, file, MAY)
    assert groups(view) == [
        "To be ratified: 1 decision",
        "Decisions: 1 decision",
        "Actions of this meeting: 3 open",
        "Open from other meetings: 1 open, 1 late",
    ]
    assert refs(view) == ["D-002", "D-001", "A2", "A3", "A4", "A1"]
    tabs = page.workspace.tabs
    assert "Actions   4" in [tabs.tabText(at) for at in range(tabs.count())]


def test_decisions_and_actions_are_added_to_an_item_by_keys_and_taken_back(
    page: MeetingsPage, file: OfficeFile, qtbot: QtBot
) -> None:
    with file.change("Add item") as change:
        waits = change.insert("agenda_item", meeting_id=of_day(file, MAY), title="Therapies waiting times")
    view = opened(page, file, MAY)
    by_title = {action.title: action for action in view.adding}
    by_title["Add decision…"].do()
    dialog = page.window().findChildren(FormDialog)[-1]
    focus = dialog.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "Show each therapy")
    answer(page, item=waits)
    (made, *_) = [made for made in decisions.decisions(file) if made.text == "Show each therapy"]
    assert (made.item_title, made.made_on, made.ref) == ("Therapies waiting times", MAY, "D-003")
    assert view.table.chosen_id() == made.id

    by_title["Add action…"].do()
    answer(page, text="Write to the trust", owner="Ann Hale", due="9 June 2026", item=waits)
    assert refs(view)[:4] == ["D-002", "D-001", "D-003", "A2"] and "A5" in refs(view)
    assert file.undo() == "Add action A5"
    assert file.undo() == "Add decision D-003"


def test_the_meeting_that_is_open_is_proposed_to_ratify_at(page: MeetingsPage, file: OfficeFile) -> None:
    view = opened(page, file, MAY)
    view.table.choose(next(made.id for made in decisions.decisions(file) if made.ref == "D-002"))
    view.ratify()
    answer(page)
    (ratified,) = [made for made in decisions.decisions(file) if made.ratified_on]
    assert (ratified.ref, ratified.ratified_on) == ("D-002", MAY)


def test_an_action_from_before_is_done_by_its_key(page: MeetingsPage, file: OfficeFile, qtbot: QtBot) -> None:
    view = opened(page, file, MAY)
    late = next(action for action in arising.board_actions(file, today=TODAY) if action.ref == "A1")
    view.table.choose(late.id)
    page.focus_first()
    qtbot.keyClick(view.table.view, Qt.Key.Key_D)
    answer(page, what="Sent on Monday")
    assert arising.board_action(file, late.id, today=TODAY).done_on == TODAY
    assert "Open from other meetings" not in " ".join(groups(view))


def test_nothing_comes_of_a_meeting_still_to_come_or_cancelled(page: MeetingsPage, file: OfficeFile) -> None:
    view = opened(page, file, JUNE)
    assert not any(action.can_be_done() for action in view.adding)
    assert groups(view)[0] == "To be ratified: 1 decision"
    meetings.set_state(file, of_day(file, JUNE), MeetingState.CANCELLED, today=TODAY)
    view = opened(page, file, JUNE)
    assert groups(view) == ["Open from other meetings: 4 open, 1 late"]


def test_words_changed_in_a_cell_are_those_of_the_decision(page: MeetingsPage, file: OfficeFile) -> None:
    view = opened(page, file, MAY)
    made = next(known for known in decisions.decisions(file) if known.ref == "D-001")
    view.table.edited.emit(made.id, "text", "Waits are shown weekly")
    assert decisions.decision(file, made.id).text == "Waits are shown weekly"


def test_the_first_of_all_is_added_from_the_empty_part(page: MeetingsPage, file: OfficeFile) -> None:
    for action in arising.board_actions(file, today=TODAY):
        arising.remove_action(file, action.id)
    for made in decisions.decisions(file):
        decisions.remove_decision(file, made.id)
    view = opened(page, file, APRIL)
    assert not view.both.isVisible()
    page.focus_first()
    assert view.window().focusWidget() is not None
    view.add_action()
    answer(page, text="Write")
    assert refs(view) == ["A5"]

"""How areas reported is noted by one key a cell, and who is missing is said at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from boarddesk.records import boards, meetings
from boarddesk.records.agenda.returns import missing_returns
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.returns import ReturnsView
from boarddesk.ui.page import Session

NEXT = date(2026, 6, 9)


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


def of_day(session: Session, day: date) -> str:
    board = boards.board_named(session.file, "SIB").id
    return next(known.id for known in meetings.meetings(session.file, board) if known.date == day)


def opened(page: MeetingsPage, session: Session) -> ReturnsView:
    page.open_record("meeting", of_day(session, NEXT))
    page.workspace.show_part("Returns")
    page.focus_first()
    view = page.workspace.front.widget
    assert isinstance(view, ReturnsView)
    return view


def cells(view: ReturnsView, meeting_id: str) -> list[str]:
    return [row.cell(meeting_id).words for row in view.table.rows_shown()]


def test_this_meeting_is_in_front_and_says_who_is_to_be_chased(
    page: MeetingsPage, sample_office: Session
) -> None:
    view, meeting_id = opened(page, sample_office), of_day(sample_office, NEXT)
    assert view.table.current_column() == meeting_id
    assert cells(view, meeting_id) == ["written", "–", "–", "written", "–", "–"]
    assert view.chase.text() == "2 of 6 areas have reported to this meeting, 4 are to be chased."
    chased = [row.cell("who").words for row in view.table.rows_shown()]
    assert chased[0] == "–" and chased[2].startswith("R Okafor")


def test_one_key_notes_a_cell_and_goes_on_to_the_next_area(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    view, meeting_id = opened(page, sample_office), of_day(sample_office, NEXT)
    qtbot.keyClick(view.table.view, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_V, Qt.Key.Key_L, Qt.Key.Key_X):
        qtbot.keyClick(view.table.view, key)
    page.catch_up()
    assert cells(view, meeting_id) == ["written", "verbal", "late", "written", "–", "–"]
    assert view.table.current_column() == meeting_id
    assert sample_office.file.undo_label == "Note return as late"
    qtbot.keyClick(view.table.view, Qt.Key.Key_Delete)
    page.catch_up()
    assert cells(view, meeting_id)[3] == "–"
    for _ in range(3):
        sample_office.file.undo()
    assert len(missing_returns(sample_office.file, meeting_id)) == 4


def test_several_areas_are_noted_at_once_as_one_change(page: MeetingsPage, sample_office: Session) -> None:
    view, meeting_id = opened(page, sample_office), of_day(sample_office, NEXT)
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for at in (4, 5):
        view.table.view.selectionModel().select(view.table.model.index(at, 0), rows)
    view.note(None)
    page.catch_up()
    assert cells(view, meeting_id)[0] == "–"
    assert sample_office.file.undo_label == "Take out return of 3 areas"


def test_a_cancelled_meeting_says_that_nothing_was_reported_to_it(
    page: MeetingsPage, sample_office: Session
) -> None:
    view, meeting_id = opened(page, sample_office), of_day(sample_office, NEXT)
    meetings.set_state(
        sample_office.file, meeting_id, MeetingState.CANCELLED, today=sample_office.today, why="Snow"
    )
    page.catch_up()
    assert (
        view.table.isHidden() and view.empty.sentence() == "A cancelled meeting had nothing reported to it."
    )

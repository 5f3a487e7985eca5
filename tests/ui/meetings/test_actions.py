"""What is offered for a meeting is what may be done with it now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.records.offices import mark_rest
from tests.ui.finding import attendance_of, button
from tests.ui.meetings.test_workspace import _meeting as meeting_on
from tests.ui.office_for_tests import office_of

from boarddesk.records import boards, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session

LEFT_OPEN, NEXT, CONFIRMED = date(2026, 5, 12), date(2026, 6, 9), date(2026, 3, 10)


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


def at(page: MeetingsPage, session: Session, day: date) -> str:
    meeting_id = meeting_on(session, day).id
    page.open_record("meeting", meeting_id)
    return meeting_id


def in_menu(page: MeetingsPage) -> list[str]:
    menu = QMenu(page)
    page.workspace.fill(menu)
    return [action.text() for action in menu.actions() if action.text()]


def in_menu_bar(page: MeetingsPage) -> list[str]:
    return [one.title for one in page.commands() if one.applies is not None and one.applies()]


def test_both_menus_offer_the_same(page: MeetingsPage, sample_office: Session) -> None:
    for day in (LEFT_OPEN, NEXT, CONFIRMED):
        at(page, sample_office, day)
        assert in_menu(page) == in_menu_bar(page)
        assert in_menu(page)


def test_a_meeting_to_come_is_not_offered_as_held(page: MeetingsPage, sample_office: Session) -> None:
    at(page, sample_office, NEXT)
    assert {"Move meeting…", "Change meeting…", "Cancel meeting…"} <= set(in_menu(page))
    assert "Mark as held" not in in_menu(page)
    page.show_session(replace(sample_office, today=NEXT))
    assert "Mark as held" in in_menu(page)


def test_a_closed_meeting_offers_no_move_no_closing_and_no_cancelling(
    page: MeetingsPage, sample_office: Session
) -> None:
    at(page, sample_office, CONFIRMED)
    assert not {"Move meeting…", "Calendar file…", "Close register", "Cancel meeting…"} & set(
        in_menu_bar(page)
    )


def test_a_cancelled_meeting_offers_nothing_of_its_register_and_its_register_does_nothing(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    page.show_session(replace(sample_office, today=NEXT))
    meeting_id = at(page, sample_office, NEXT)
    attendance.open_register(file, meeting_id, today=NEXT)
    mark_rest(file, meeting_id, Mark.PRESENT)
    meetings.set_state(file, meeting_id, MeetingState.CANCELLED, today=NEXT)
    offered = {"Reinstate meeting", "Calendar file…"}
    assert set(in_menu(page)) - {"Copy link of the call"} == offered
    with pytest.raises(Refused, match="was cancelled"):
        attendance_of(page).close_register()
    page.workspace.reinstate()
    assert registers.register(file, meeting_id).rows, "reinstated, its register is there as it was"
    assert "Close register" in in_menu(page)


def test_a_meeting_cancelled_with_a_closed_register_can_be_brought_back(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    page.show_session(replace(sample_office, today=NEXT))
    meeting_id = at(page, sample_office, NEXT)
    attendance.open_register(file, meeting_id, today=NEXT)
    mark_rest(file, meeting_id, Mark.PRESENT)
    attendance.close_register(file, meeting_id, today=NEXT)
    with file.change("As files of old have it") as change:
        change.update("meeting", meeting_id, state=MeetingState.CANCELLED)
    assert "Reopen register" in in_menu(page)
    attendance_of(page).reopen_register()
    page.workspace.reinstate()
    assert meetings.meeting(file, meeting_id).state is MeetingState.PLANNED


def test_the_rows_of_a_register_left_behind_are_out_of_reach(
    page: MeetingsPage, sample_office: Session
) -> None:
    at(page, sample_office, LEFT_OPEN)
    assert "Correct row…" in in_menu_bar(page)
    at(page, sample_office, NEXT)
    assert "Correct row…" not in in_menu_bar(page)
    page.show_list()
    assert in_menu_bar(page) == []


# ── made by mistake ──


def test_a_meeting_made_by_mistake_is_removed_and_comes_back_with_undo(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    made = meetings.add_meeting(file, str(sample_office.board_id), date(2026, 8, 4))
    page.open_record("meeting", made)
    page.activateWindow()
    page.focus_first()
    assert "Remove meeting" in in_menu(page)
    page.workspace.remove()
    QApplication.processEvents()
    assert page.header.title() == "Meetings"
    assert page.focusWidget() is page.table.view
    assert file.undo() == "Remove meeting"
    assert meetings.meeting(file, made).date == date(2026, 8, 4)


def test_a_meeting_with_a_register_is_cancelled_and_not_removed(
    page: MeetingsPage, sample_office: Session
) -> None:
    made = meetings.add_meeting(sample_office.file, str(sample_office.board_id), sample_office.today)
    page.open_record("meeting", made)
    attendance_of(page).open_register()
    assert "Remove meeting" not in in_menu(page)
    assert "Cancel meeting…" in in_menu(page)


# ── below the quorum ──


def test_a_register_closed_below_the_quorum_says_so_and_one_press_marks_the_meeting(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    page.show_session(replace(sample_office, today=NEXT))
    meeting_id = at(page, sample_office, NEXT)
    attendance.open_register(file, meeting_id, today=NEXT)
    for row in registers.register(file, meeting_id).rows:
        attendance.mark(file, row.id, Mark.ABSENT if row.person_id else Mark.NOT_REQUIRED)
    assert attendance_of(page).quorum.says() == "", "while it is open the last may yet come"
    attendance_of(page).close_register()
    assert attendance_of(page).quorum.says().startswith("Not quorate: 0 present, 8 needed")
    assert meetings.meeting(file, meeting_id).state is MeetingState.HELD, "never changed silently"
    button(attendance_of(page).quorum, "Mark as inquorate").click()
    assert meetings.meeting(file, meeting_id).state is MeetingState.INQUORATE
    assert attendance_of(page).quorum.isHidden()
    assert file.undo() == "Mark as inquorate"
    assert attendance_of(page).quorum.isVisible()


def test_a_quorate_register_says_nothing(page: MeetingsPage, sample_office: Session) -> None:
    at(page, sample_office, CONFIRMED)
    assert attendance_of(page).quorum.isHidden()


# ── where a list starts ──


def empty_page(qtbot: QtBot, session: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.show_session(session)
    made.show()
    return made


def test_an_office_without_a_board_is_offered_a_board(qtbot: QtBot, tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "empty.boarddesk") as file:
        session = office_of(file, tmp_path)
        page = empty_page(qtbot, session)
        asked: list[tuple[str, str]] = []
        page.open_requested.connect(lambda kind, record_id: asked.append((kind, record_id)))
        button(page, "Add a board").click()
        button(page, "Bring in registers").click()
        assert asked == [("board", ""), ("import", "")]
        boards.add_board(file, "SEND Improvement Board", "SIB")
        assert button(page, "Add a meeting").isVisible()
        page.hide()
        session.change_bus.close()


def test_a_board_without_seats_is_led_to_its_seats(qtbot: QtBot, tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "seatless.boarddesk") as file:
        session = office_of(file, tmp_path)
        board = boards.add_board(file, "SEND Improvement Board", "SIB")
        page = empty_page(qtbot, session)
        page.open_record("meeting", meetings.add_meeting(file, board, session.today))
        asked: list[tuple[str, str]] = []
        page.open_requested.connect(lambda kind, record_id: asked.append((kind, record_id)))
        assert not page.next.isVisible(), "one primary button, and it is in the page"
        button(page.workspace, "Add a seat").click()
        assert asked == [("seat", "")]
        page.hide()
        session.change_bus.close()

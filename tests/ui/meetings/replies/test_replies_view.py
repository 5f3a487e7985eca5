"""Replies before the day: a letter a seat, the forecast at each, apologies on the register from the start."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.finding import attendance_of, unnamed

from boarddesk.records import boards, meetings
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import Answer
from boarddesk.rules.registers.register import Mark
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.register.deputies import named_deputies
from boarddesk.ui.meetings.replies.replies_view import RepliesView
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def meeting(sample_office: Session) -> str:
    found = meetings.meetings(
        sample_office.file, sample_office.board_id, first=date(2026, 6, 9), last=date(2026, 6, 9)
    )
    return found[0].id


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session, meeting: str) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    made.open_record("meeting", meeting)
    made.workspace.show_part("Attendance")
    return made


@pytest.fixture
def view(page: MeetingsPage) -> RepliesView:
    return attendance_of(page).replies


def answer_of(session: Session, meeting: str, seat_id: str) -> Answer | None:
    found = {one.seat_id: one.answer for one in registers.replies(session.file, meeting)}
    return found.get(seat_id)


def silent(view: RepliesView, *, deputies: bool = False) -> str:
    """A seat that is held and has not answered."""
    assert view._register is not None
    return next(
        row.seat_id
        for row in view._register.rows
        if row.person_id
        and row.seat_id not in view._replies
        and bool(named_deputies(view._session().file, row)) is deputies
    )


def test_a_meeting_to_come_shows_its_replies_and_the_forecast(view: RepliesView) -> None:
    assert view.isVisible()
    found = re.match(r"(\d+) of (\d+) asked have answered", view.count.text())
    assert found is not None
    answered, asked = found.groups()
    said = [shown.text() for shown in view.panel.findChildren(QLabel)]
    assert any(words.startswith(f"Of {asked} asked: ") for words in said), "one whole for all of them"
    assert f"{int(asked) - int(answered)} of {asked}" in said
    assert view.panel.accessibleName().startswith("Forecast: ")


def test_a_letter_keeps_the_reply_moves_down_and_is_undone_by_name(
    view: RepliesView, sample_office: Session, meeting: str, qtbot: QtBot
) -> None:
    seat = silent(view)
    view.table.choose(seat)
    before = view.panel.accessibleName()
    qtbot.keyClicks(view.table.view, "c")
    assert answer_of(sample_office, meeting, seat) is Answer.COMING
    assert view.table.chosen_id() != seat
    assert view.panel.accessibleName() != before
    assert (sample_office.file.undo_label or "").startswith("Reply for ")
    sample_office.file.undo()
    assert answer_of(sample_office, meeting, seat) is None
    assert view.panel.accessibleName() == before


def test_delete_takes_a_reply_back(
    view: RepliesView, sample_office: Session, meeting: str, qtbot: QtBot
) -> None:
    seat = next(iter(view._replies))
    view.table.choose(seat)
    qtbot.keyClick(view.table.view, Qt.Key.Key_Delete)
    assert answer_of(sample_office, meeting, seat) is None


def test_d_offers_the_named_deputies(
    view: RepliesView, sample_office: Session, meeting: str, qtbot: QtBot
) -> None:
    seat = silent(view, deputies=True)
    view.table.choose(seat)
    qtbot.keyClicks(view.table.view, "d")
    qtbot.keyClick(view.findChildren(QMenu)[-1], Qt.Key.Key_Return)
    reply = next(one for one in registers.replies(sample_office.file, meeting) if one.seat_id == seat)
    assert reply.answer is Answer.DEPUTY
    assert reply.deputy


def test_apologies_and_their_reason_stand_on_the_register_when_it_is_opened(
    view: RepliesView, page: MeetingsPage, sample_office: Session, meeting: str
) -> None:
    seat = silent(view)
    view.open_row(seat)
    dialog = view.findChildren(FormDialog, "reply")[-1]
    dialog.answers.put("answer", Answer.APOLOGIES)
    dialog.answers.put("reason", "on leave")
    dialog.try_accept()
    view.open_register.click()
    row = next(one for one in registers.register(sample_office.file, meeting).rows if one.seat_id == seat)
    assert (row.mark, row.reason) == (Mark.APOLOGIES, "on leave")
    assert attendance_of(page).register.isVisible()


def test_a_letter_that_is_no_answer_and_a_vacant_seat_take_nothing(
    view: RepliesView, sample_office: Session, qtbot: QtBot
) -> None:
    assert view._register is not None
    before = sample_office.file.commit_number
    qtbot.keyClicks(view.table.view, "xq1")
    vacant = next((row.seat_id for row in view._register.rows if not row.person_id), "")
    if vacant:
        view.table.choose(vacant)
        qtbot.keyClicks(view.table.view, "c")
    assert sample_office.file.commit_number == before


def test_on_the_day_the_next_step_is_to_open_the_register(
    page: MeetingsPage, view: RepliesView, sample_office: Session
) -> None:
    page.show_session(replace(sample_office, today=date(2026, 6, 9)))
    assert page.next.accessibleName() == "Open the register"
    assert not view.open_register.isVisible()
    page.workspace.take_next_step()
    assert page.next.accessibleName() == "Mark as held"


def test_a_reply_is_kept_on_the_file_as_asked(
    sample_office: Session, meeting: str, view: RepliesView
) -> None:
    seat = silent(view)
    attendance.reply(sample_office.file, meeting, seat, answer=Answer.COMING)
    assert view._replies[seat].answer is Answer.COMING


def test_every_control_has_a_name(view: RepliesView) -> None:
    assert unnamed(view) == []


def test_tab_leads_to_the_step_that_opens_the_register(view: RepliesView, qtbot: QtBot) -> None:
    view.open_register.setFocus()
    qtbot.keyClick(view.open_register, Qt.Key.Key_Tab)
    assert view.table.view.hasFocus()
    qtbot.keyClick(view.table.view, Qt.Key.Key_Backtab)
    assert view.open_register.hasFocus()


def test_the_register_of_a_board_without_seats_is_not_opened(
    page: MeetingsPage, sample_office: Session
) -> None:
    board = boards.add_board(sample_office.file, "New board", "NB")
    made = meetings.add_meeting(sample_office.file, board, date(2026, 6, 10))
    page.show_session(replace(sample_office, board_id=board))
    page.open_record("meeting", made)
    with pytest.raises(Refused, match="no seats on that day"):
        attendance_of(page).open_register()

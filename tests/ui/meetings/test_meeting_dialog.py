"""A meeting added, moved, mended and cancelled in its dialogs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.finding import attendance_of
from tests.ui.meetings.test_workspace import _meeting as meeting_on

from boarddesk.records import boards, meetings
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import Answer
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.form_dialog import FormDialog

NEXT = date(2026, 6, 9)
CONFIRMED = date(2026, 3, 10)


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


@pytest.fixture
def opened(page: MeetingsPage, sample_office: Session) -> MeetingsPage:
    page.open_record("meeting", meeting_on(sample_office, NEXT).id)
    page.workspace.show_part("Attendance")
    return page


def adding(page: MeetingsPage) -> FormDialog:
    page.new_record()
    return page.findChildren(FormDialog, "add meeting")[-1]


def moving(page: MeetingsPage) -> FormDialog:
    page.workspace.move_meeting()
    return page.findChildren(FormDialog, "move meeting")[-1]


def changing(page: MeetingsPage) -> FormDialog:
    page.workspace.change_meeting()
    return page.findChildren(FormDialog, "change meeting")[-1]


def reply_count(session: Session) -> int:
    found = next(one for one in meetings.meetings(session.file, session.board_id) if one.date >= NEXT)
    return len(registers.replies(session.file, found.id))


# ── cancelled ──


def test_the_reason_is_typed_at_once_spaces_and_all(
    opened: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    opened.workspace.cancel()
    dialog = opened.findChildren(FormDialog)[-1]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.keyClicks(dialog.focusWidget(), "Snow on the roads")
    assert dialog.isVisible(), "a space writes and presses nothing"
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = meeting_on(sample_office, NEXT)
    assert (kept.state, kept.cancelled_why) == (MeetingState.CANCELLED, "Snow on the roads")
    assert sample_office.file.undo_label == "Cancel meeting"


def test_after_cancelling_the_focus_is_on_what_takes_it_back(
    opened: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    opened.activateWindow()
    opened.focus_first()
    opened.workspace.set_state(MeetingState.CANCELLED)
    QApplication.processEvents()
    focus = opened.focusWidget()
    assert focus.isVisible()
    assert focus.accessibleName() == "Reinstate meeting"
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert meeting_on(sample_office, NEXT).state is MeetingState.PLANNED
    assert sample_office.file.undo_label == "Reinstate meeting"
    assert opened.focusWidget() is attendance_of(opened).replies.table.view


def test_a_held_meeting_is_not_asked_why_it_is_cancelled(page: MeetingsPage, sample_office: Session) -> None:
    page.open_record("meeting", meeting_on(sample_office, CONFIRMED).id)
    with pytest.raises(Refused):
        page.workspace.cancel()
    with pytest.raises(Refused, match="was held"):
        page.workspace.move_meeting()
    assert not page.findChildren(FormDialog)


# ── added ──


def test_another_board_brings_its_own_usual_time_and_place(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    first, second = boards.boards(file)[:2]
    boards.update_board(file, first.id, start_time="13:30", minutes_long=120, venue="Committee room 2")
    boards.update_board(file, second.id, start_time="09:15", minutes_long=45, venue="Town hall")
    page.show_session(replace(sample_office, board_id=None))
    dialog = adding(page)
    assert (dialog.answers.text("start_time"), dialog.answers.text("venue")) == ("13:30", "Committee room 2")
    dialog.answers.put("board", second.id)
    shown = dialog.answers.text("start_time"), dialog.answers.text("end_time"), dialog.answers.text("venue")
    assert shown == ("09:15", "10:00", "Town hall")
    dialog.answers.put("venue", "By video")
    dialog.answers.put("board", first.id)
    assert (dialog.answers.text("end_time"), dialog.answers.text("venue")) == ("15:30", "By video"), (
        "what was written stays"
    )
    dialog.reject()


def test_a_meeting_is_added_with_its_day_and_times_as_people_type_them(
    page: MeetingsPage, sample_office: Session
) -> None:
    dialog = adding(page)
    dialog.answers.put("date", date(2027, 2, 2))
    dialog.answers.put("date", "16/2")
    dialog.answers.put("start_time", "10")
    dialog.answers.put("end_time", "1")
    assert [dialog.fields[key].said() for key in ("start_time", "end_time")] == [
        "Understood as 10:00",
        "Understood as 13:00",
    ]
    dialog.try_accept()
    made = meeting_on(sample_office, date(2027, 2, 16))
    assert (made.start_time, made.end_time) == ("10:00", "13:00")


def test_the_end_follows_the_start_until_another_is_written(
    page: MeetingsPage, sample_office: Session
) -> None:
    boards.update_board(sample_office.file, str(sample_office.board_id), start_time="13:30", minutes_long=120)
    dialog = adding(page)
    dialog.answers.put("start_time", "10:00")
    assert dialog.answers.text("end_time") == "12:00"
    dialog.answers.put("end_time", "12:45")
    dialog.answers.put("start_time", "11:00")
    assert dialog.answers.text("end_time") == "12:45"
    dialog.reject()


def test_the_link_of_the_call_is_kept_with_a_new_meeting(page: MeetingsPage, sample_office: Session) -> None:
    dialog = adding(page)
    dialog.answers.put("date", date(2026, 8, 4))
    dialog.answers.put("venue", "")
    dialog.answers.put("link", " https://meet.example/sib ")
    dialog.try_accept()
    assert meeting_on(sample_office, date(2026, 8, 4)).link == "https://meet.example/sib"
    assert "https://meet.example/sib" in page.header.detail()


def test_an_end_before_the_start_is_refused_under_the_end(page: MeetingsPage, sample_office: Session) -> None:
    dialog = adding(page)
    dialog.answers.put("date", date(2026, 8, 4))
    dialog.answers.put("start_time", "16:00")
    dialog.answers.put("end_time", "15:00")
    before = sample_office.file.commit_number
    dialog.try_accept()
    assert dialog.fields["end_time"].refused() == "The end must be later than the start at 16:00."
    assert sample_office.file.commit_number == before
    dialog.reject()


def test_a_century_typed_wrongly_is_refused_under_the_date(opened: MeetingsPage) -> None:
    for dialog in (adding(opened), moving(opened)):
        dialog.answers.put("date", "9 Jun 1926")
        dialog.try_accept()
        assert "1926 is more than 25 years from now" in dialog.fields["date"].refused()
        dialog.reject()


# ── moved ──


def test_a_move_asks_what_becomes_of_the_replies_and_clears_them_unless_told(
    opened: MeetingsPage, sample_office: Session
) -> None:
    many = reply_count(sample_office)
    assert many > 1, "the sample has replies"
    dialog = moving(opened)
    assert dialog.fields["replies"].isHidden(), "nothing to ask while the day is the same"
    dialog.answers.put("date", date(2026, 6, 16))
    assert not dialog.fields["replies"].isHidden()
    assert (
        f"{many} replies were given for Tue 9 Jun 2026."
        in dialog.fields["replies"].editor.accessibleDescription()
    )
    dialog.try_accept()
    assert reply_count(sample_office) == 0
    assert [one.title() for one in opened.findChildren(Banner)] == [f"{many} replies cleared"]
    assert sample_office.file.undo() == "Move meeting"
    assert reply_count(sample_office) == many
    assert meeting_on(sample_office, NEXT)


def test_replies_are_kept_when_told(opened: MeetingsPage, sample_office: Session) -> None:
    many = reply_count(sample_office)
    dialog = moving(opened)
    dialog.answers.put("date", date(2026, 6, 16))
    dialog.answers.put("replies", "keep")
    dialog.try_accept()
    assert reply_count(sample_office) == many
    assert not opened.findChildren(Banner)


def test_another_time_on_the_same_day_keeps_the_replies(opened: MeetingsPage, sample_office: Session) -> None:
    many = reply_count(sample_office)
    dialog = moving(opened)
    dialog.answers.put("start_time", "10:00")
    dialog.answers.put("end_time", "11:00")
    dialog.try_accept()
    assert reply_count(sample_office) == many


def test_without_replies_nothing_is_asked(page: MeetingsPage, sample_office: Session) -> None:
    made = meetings.add_meeting(sample_office.file, str(sample_office.board_id), date(2026, 8, 4))
    page.open_record("meeting", made)
    dialog = moving(page)
    dialog.answers.put("date", date(2026, 8, 11))
    assert dialog.fields["replies"].isHidden()
    dialog.reject()


def test_apologies_for_the_old_day_are_not_on_the_register_of_the_new(
    opened: MeetingsPage, sample_office: Session
) -> None:
    file, found = sample_office.file, meeting_on(sample_office, NEXT)
    seat = next(one.seat_id for one in registers.replies(file, found.id))
    attendance.reply(file, found.id, seat, answer=Answer.APOLOGIES, reason="clinic")
    dialog = moving(opened)
    dialog.answers.put("date", date(2026, 6, 16))
    dialog.try_accept()
    attendance.open_register(file, found.id, today=date(2026, 6, 16))
    row = next(one for one in registers.register(file, found.id).rows if one.seat_id == seat)
    assert row.mark is None


# ── mended ──


def test_the_place_of_a_held_meeting_is_mended_and_its_day_stays(
    page: MeetingsPage, sample_office: Session
) -> None:
    page.open_record("meeting", meeting_on(sample_office, CONFIRMED).id)
    dialog = changing(page)
    dialog.answers.put("start_time", "10:00")
    dialog.answers.put("end_time", "11:30")
    dialog.answers.put("venue", "Town hall")
    dialog.try_accept()
    kept = meeting_on(sample_office, CONFIRMED)
    assert (kept.start_time, kept.end_time, kept.venue) == ("10:00", "11:30", "Town hall")
    assert "10:00 to 11:30  Town hall" in page.header.detail()
    assert sample_office.file.undo() == "Change meeting"


def test_what_speaks_against_a_day_is_said_while_it_is_typed(
    page: MeetingsPage, sample_office: Session
) -> None:
    dialog = adding(page)
    dialog.answers.put("date", "31 Aug 2026")
    assert "Summer bank holiday." in dialog.fields["date"].said()
    dialog.answers.put("date", "1 Sep 2026")
    assert "holiday" not in dialog.fields["date"].said()
    dialog.reject()
    page.open_record("meeting", meeting_on(sample_office, NEXT).id)
    other = next(board for board in boards.boards(sample_office.file) if board.short_name == "SPB")
    meetings.add_meeting(sample_office.file, other.id, NEXT, start_time="14:00", end_time="15:00")
    moved = moving(page)
    says = moved.fields["date"].said()
    assert says.startswith("SPB meets at the same time, 14:00 to 15:00:") and "on both" in says
    moved.answers.put("start_time", "15:00")
    moved.answers.put("end_time", "16:00")
    assert moved.fields["date"].said() == ""
    moved.reject()


def test_a_day_too_near_for_the_notice_of_a_statutory_committee_is_said_while_it_is_typed(
    page: MeetingsPage, sample_office: Session
) -> None:
    dialog = adding(page)
    dialog.answers.put("date", "3 Jun 2026")
    assert dialog.fields["date"].said() == ""
    dialog.reject()
    boards.update_board(sample_office.file, str(sample_office.board_id), kind=BoardKind.STATUTORY)
    again = adding(page)
    again.answers.put("date", "3 Jun 2026")
    says = "From today there are 3 clear days, 5 are needed: SIB is a statutory committee."
    assert again.fields["date"].said() == says
    again.answers.put("date", "8 Jun 2026")
    assert again.fields["date"].said() == ""
    again.reject()

"""Meetings made, moved, held and cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import DAY, board_with_seats

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import (
    add_meeting,
    meeting,
    meeting_of_key,
    meetings,
    move_meeting,
    remove_meeting,
    set_state,
    title,
    update_meeting,
)
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import replies
from boarddesk.records.seats import seats
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import Answer


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return board_with_seats(file)


def numbers(file: OfficeFile) -> list[int]:
    return [one.number for one in meetings(file)]


def test_a_meeting_is_made_at_the_usual_time_and_place(file: OfficeFile, board_id: str) -> None:
    made = meeting(file, add_meeting(file, board_id, DAY))
    assert (made.start_time, made.venue, made.state) == ("13:30", "Committee room 2", MeetingState.PLANNED)
    assert title(file, made) == "SIB 2026/27 · 01"
    assert meeting_of_key(file, "sib-2026-01") == made
    with pytest.raises(Refused, match="named like SIB-2026-01"):
        meeting_of_key(file, "SIB-2026-99")


def test_numbers_follow_the_dates_and_begin_again_each_year(file: OfficeFile, board_id: str) -> None:
    for day in (date(2026, 9, 8), date(2026, 3, 10), date(2026, 6, 9), date(2026, 4, 14)):
        add_meeting(file, board_id, day)
    assert numbers(file) == [1, 1, 2, 3]


def test_a_moved_meeting_is_numbered_where_it_lands(file: OfficeFile, board_id: str) -> None:
    first = add_meeting(file, board_id, date(2026, 4, 14))
    add_meeting(file, board_id, date(2026, 6, 9))
    move_meeting(file, first, date(2026, 7, 14), start_time="9.00")
    assert [(one.date.month, one.number) for one in meetings(file)] == [(6, 1), (7, 2)]
    assert meeting(file, first).start_time == "09:00"
    move_meeting(file, first, date(2027, 4, 13))
    assert numbers(file) == [1, 1]
    file.undo()
    assert meeting(file, first).date == date(2026, 7, 14)


def test_a_board_does_not_meet_twice_a_day(file: OfficeFile, board_id: str) -> None:
    first = add_meeting(file, board_id, DAY)
    second = add_meeting(file, board_id, date(2026, 7, 14))
    with pytest.raises(Refused):
        move_meeting(file, second, DAY)
    set_state(file, first, MeetingState.CANCELLED, today=DAY, why="snow")
    move_meeting(file, second, DAY)


def test_a_meeting_that_was_held_or_has_a_register_is_not_moved(file: OfficeFile, board_id: str) -> None:
    made = add_meeting(file, board_id, DAY)
    attendance.open_register(file, made, today=DAY)
    with pytest.raises(Refused, match="register"):
        move_meeting(file, made, date(2026, 7, 14))
    set_state(file, made, MeetingState.HELD, today=DAY)
    with pytest.raises(Refused, match="held"):
        move_meeting(file, made, date(2026, 7, 14))


def test_a_cancelled_meeting_says_why_and_can_be_planned_again(file: OfficeFile, board_id: str) -> None:
    made = add_meeting(file, board_id, DAY)
    set_state(file, made, MeetingState.CANCELLED, today=DAY, why=" snow ")
    assert meeting(file, made).cancelled_why == "snow"
    set_state(file, made, MeetingState.PLANNED, today=DAY)
    assert meeting(file, made).cancelled_why == ""


def test_a_cancelled_meeting_is_not_reinstated_onto_a_day_taken_since(
    file: OfficeFile, board_id: str
) -> None:
    first = add_meeting(file, board_id, DAY)
    set_state(file, first, MeetingState.CANCELLED, today=DAY)
    second = add_meeting(file, board_id, DAY)
    with pytest.raises(Refused, match="already meets"):
        set_state(file, first, MeetingState.PLANNED, today=DAY)
    move_meeting(file, second, date(2026, 7, 14))
    set_state(file, first, MeetingState.PLANNED, today=DAY)
    assert file.undo_label == "Reinstate meeting"


def test_replies_given_for_the_old_day_go_with_a_move_or_stay_and_come_back_with_undo(
    file: OfficeFile, board_id: str
) -> None:
    made = add_meeting(file, board_id, DAY)
    seat = seats(file, board_id)[0].id
    attendance.reply(file, made, seat, answer=Answer.APOLOGIES, reason="clinic")
    move_meeting(file, made, date(2026, 7, 14))
    assert replies(file, made)
    move_meeting(file, made, date(2026, 7, 21), clear_replies=True)
    assert not replies(file, made)
    assert file.undo() == "Move meeting"
    assert [one.reason for one in replies(file, made)] == ["clinic"]


def test_a_place_and_a_time_are_mended_after_the_meeting_was_held(file: OfficeFile, board_id: str) -> None:
    made = add_meeting(file, board_id, DAY, end_time="15:30")
    set_state(file, made, MeetingState.HELD, today=DAY)
    update_meeting(file, made, start_time="14.00", venue=" Town hall ", link=" https://meet.example ")
    mended = meeting(file, made)
    assert (mended.start_time, mended.end_time, mended.date) == ("14:00", "15:30", DAY)
    assert (mended.venue, mended.link) == ("Town hall", "https://meet.example")
    with pytest.raises(Refused, match="later than the start"):
        update_meeting(file, made, start_time="16:00")


def test_only_a_planned_meeting_without_register_is_taken_out(file: OfficeFile, board_id: str) -> None:
    first, second = (add_meeting(file, board_id, day) for day in (date(2026, 4, 14), DAY))
    remove_meeting(file, first)
    assert numbers(file) == [1]
    attendance.open_register(file, second, today=DAY)
    with pytest.raises(Refused):
        remove_meeting(file, second)


def test_details_are_changed_one_by_one(file: OfficeFile, board_id: str) -> None:
    made = add_meeting(file, board_id, DAY)
    update_meeting(file, made, end_time="15.30", link="https://meet.example")
    assert meeting(file, made).end_time == "15:30"
    with pytest.raises(Refused):
        update_meeting(file, made, end_time="late")

"""What a meeting's calendar entry says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.meetings.calendar import calendar_entry, what_is_assumed
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board

BOARD = Board("board", "SEND Improvement Board", "SIB", minutes_long=90)
MEETING = Meeting(
    "0123456789abcdef",
    "board",
    3,
    date(2026, 6, 9),
    start_time="13:30",
    end_time="15:45",
    venue="Committee room 2",
    link="https://meet.example.org/sib",
)

clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_entry_leads_with_the_meetings_number() -> None:
    assert calendar_entry(MEETING, BOARD, sequence=0).summary == "SIB 2026/27 · 03 – SEND Improvement Board"


def test_a_board_called_by_its_short_name_is_not_named_twice() -> None:
    entry = calendar_entry(MEETING, replace(BOARD, name="SIB"), sequence=0)
    assert entry.summary == "SIB 2026/27 · 03"


def test_it_says_when_where_and_how_to_join() -> None:
    entry = calendar_entry(MEETING, BOARD, sequence=4)
    assert (entry.start, entry.end) == (moment("2026-06-09T13:30"), moment("2026-06-09T15:45"))
    assert (entry.place, entry.details) == ("Committee room 2", "To join: https://meet.example.org/sib")
    assert (entry.sequence, entry.cancelled) == (4, False)


def test_without_an_end_it_lasts_as_long_as_the_board_usually_meets() -> None:
    open_ended = replace(MEETING, end_time="")
    assert calendar_entry(open_ended, BOARD, sequence=0).end == moment("2026-06-09T15:00")
    assert "usual 90 minutes" in what_is_assumed(open_ended, BOARD)


@pytest.mark.parametrize("end", ["13:30", "09:00"])
def test_an_end_that_is_no_end_is_not_believed(end: str) -> None:
    assert calendar_entry(replace(MEETING, end_time=end), BOARD, sequence=0).end == moment("2026-06-09T15:00")


def test_without_a_start_it_takes_up_the_whole_day() -> None:
    whole_day = replace(MEETING, start_time="", end_time="")
    entry = calendar_entry(whole_day, BOARD, sequence=0)
    assert (entry.start, entry.end) == (date(2026, 6, 9), date(2026, 6, 10))
    assert not isinstance(entry.start, datetime)
    assert "whole day" in what_is_assumed(whole_day, BOARD)


def test_nothing_is_assumed_where_the_meeting_says_all() -> None:
    assert what_is_assumed(MEETING, BOARD) == ""


def test_a_meeting_by_call_alone_is_where_the_call_is() -> None:
    assert calendar_entry(replace(MEETING, venue=" "), BOARD, sequence=0).place == MEETING.link


def test_a_cancelled_meeting_says_so_without_its_reason() -> None:
    cancelled = replace(MEETING, state=MeetingState.CANCELLED, cancelled_why="Ann Hale is ill")
    entry = calendar_entry(cancelled, BOARD, sequence=1)
    assert entry.cancelled
    assert entry.summary == "Cancelled: SIB 2026/27 · 03 – SEND Improvement Board"
    assert "Ann" not in repr(entry)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), clocks | st.just(""), clocks | st.just(""))
def test_an_entry_always_ends_after_it_began_and_begins_on_its_day(day: date, start: str, end: str) -> None:
    entry = calendar_entry(replace(MEETING, date=day, start_time=start, end_time=end), BOARD, sequence=0)
    starts, ends = cast(datetime, entry.start), cast(datetime, entry.end)  # both days or both times
    assert ends - starts > timedelta(0)
    assert entry.start.isoformat().startswith(day.isoformat())

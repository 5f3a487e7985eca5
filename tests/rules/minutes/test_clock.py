"""The clock knows whether the meeting is on, how long an item takes, and by how much it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.rules.minutes.test_presence import items

from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.clock import in_business, is_on, item_clock, next_item

DAY = date(2026, 6, 9)
MEETING = Meeting("m", "b", 3, DAY, MeetingState.AGENDA_ISSUED, start_time="13:30", end_time="15:30")


@pytest.mark.parametrize(
    ("time", "on"), [("12:59", False), ("13:00", True), ("14:12", True), ("18:30", True), ("18:31", False)]
)
def test_a_meeting_is_on_around_its_times_on_its_day(time: str, on: bool) -> None:
    now = datetime.fromisoformat(f"2026-06-09T{time}")
    assert is_on(MEETING, today=DAY, now=now) is on
    assert not is_on(MEETING, today=date(2026, 6, 8), now=now)
    assert not is_on(replace(MEETING, state=MeetingState.CANCELLED), today=DAY, now=now)
    assert is_on(replace(MEETING, start_time="", end_time=""), today=DAY, now=now)


def test_an_item_counts_until_now_or_until_the_next_one_began() -> None:
    taken = items(i3=("13:50", 1), i4_1=("13:58", 2))
    by_number = {item.row.number: item for item in taken}
    going = item_clock(by_number["4.1"], taken, now="14:12")
    assert (going.words, going.over, going.until) == ("14 of 10 minutes", 4, "14:08")
    assert item_clock(by_number["3"], taken, now="14:12").words == "8 of 10 minutes"
    assert item_clock(by_number["4.1"], taken).words == ""
    assert item_clock(by_number["5"], taken, now="14:12").gone is None


def test_the_next_item_is_the_next_business_by_the_agenda() -> None:
    rows = [item.row for item in items()]
    three = next_item(rows, "3")
    assert three is not None and three.number == "4.1"
    back = next_item(rows, "4.1", by=-1)
    assert back is not None and back.number == "3"
    assert next_item(rows, "5") is None
    first = next_item(rows, "gone")
    assert first is not None and first.number == "1"


def test_the_meeting_is_where_it_began_last() -> None:
    assert in_business(items()) is None
    here = in_business(items(i5=("13:40", 1), i1=("13:50", 2)))
    assert here is not None and here.row.number == "1"

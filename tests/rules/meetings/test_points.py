"""What people type for a point of a meeting is read as they mean it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.time_of_day import Hours
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.meetings.points import hours_of, point_words, read_point, understood
from boarddesk.rules.refused import Refused

AFTERNOON = Hours(13 * 60 + 30, 15 * 60 + 30)
MORNING = Hours(9 * 60 + 30, 11 * 60 + 30)
HALF_PAST_TWO = (
    "14:30", "14.30", "1430", "1430hrs", "14:30 h", " 14.30 hrs ", "14.30pm",
    "2.30", "2:30", "230", "2.30pm", "2:30 PM", "230pm", "2.30 p.m.", "2 30pm",
)  # fmt: skip
WAYS_OF_WRITING = (
    "{h24:02}:{m:02}", "{h24:02}{m:02}", "{h24}.{m:02}hrs", "{h12}.{m:02}", "{h12}:{m:02}", "{h12}{m:02}",
    "{h12}.{m:02}{half}m", "{h12}:{m:02} {half}.m.", "{h12}{m:02}{half}m",
)  # fmt: skip


@pytest.mark.parametrize("typed", HALF_PAST_TWO)
def test_a_time_of_the_meeting_is_read_however_it_is_typed(typed: str) -> None:
    assert read_point(typed, AFTERNOON) == "14:30"


@pytest.mark.parametrize(
    ("typed", "hours", "kept"),
    [
        ("2pm", AFTERNOON, "14:00"),
        ("10.15", MORNING, "10:15"),
        ("10.15", AFTERNOON, "10.15"),
        ("4.10", AFTERNOON, "4.10"),
        ("3.45", AFTERNOON, "15:45"),
        ("9.15", None, "09:15"),
        ("4.10", None, "4.10"),
        ("2:30", None, "14:30"),
        ("12.15", None, "12:15"),
        ("02:30", AFTERNOON, "02:30"),
        ("09.15", AFTERNOON, "09:15"),
        ("12am", AFTERNOON, "00:00"),
        ("12.30pm", MORNING, "12:30"),
        ("14.30", MORNING, "14:30"),
        ("", AFTERNOON, ""),
    ],
)
def test_what_could_be_either_goes_by_the_hours_of_the_meeting(
    typed: str, hours: Hours | None, kept: str
) -> None:
    assert read_point(typed, hours) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("item 5", "5"),
        ("5", "5"),
        ("5.2", "5.2"),
        ("Agenda item 4.2.", "4.2"),
        ("no. 7", "7"),
        ("item 2.30", "2.30"),
    ],
)
def test_items_are_items_at_any_hour(typed: str, kept: str) -> None:
    for hours in (AFTERNOON, MORNING, None):
        assert read_point(typed, hours) == kept


@pytest.mark.parametrize("typed", ["later", "-1", "item", "2.30am pm", "٥"])
def test_neither_an_item_nor_a_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="Give an item number"):
        read_point(typed, AFTERNOON)


@pytest.mark.parametrize("typed", ["25:00", "14:75", "1475", "2460", "14am"])
def test_a_time_that_no_day_has_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(Refused, match="There is no such time"):
        read_point(typed, AFTERNOON)


def test_what_is_understood_is_said_where_it_is_not_what_was_typed() -> None:
    said = [understood(typed, AFTERNOON) for typed in ("2.30", "5", "item 5", "14:30", "", "later")]
    assert said == ["14:30", "item 5", "", "", "", ""]


@given(
    start=st.integers(7 * 60, 19 * 60),
    length=st.integers(15, 240),
    share=st.floats(0, 1),
    written=st.sampled_from(WAYS_OF_WRITING),
)
def test_every_minute_of_a_meeting_is_read_in_every_way_of_writing_it(
    start: int, length: int, share: float, written: str
) -> None:
    hours = Hours(start, start + length)
    minute = start + int(share * length)
    h24, m = divmod(minute, 60)
    typed = written.format(h24=h24, h12=h24 % 12 or 12, m=m, half="ap"[h24 >= 12])
    assert read_point(typed, hours) == f"{h24:02}:{m:02}"


@given(
    item=st.from_regex(r"[1-9][0-9]?(\.[1-9][0-9]?){0,2}", fullmatch=True), start=st.integers(7 * 60, 20 * 60)
)
def test_an_item_said_to_be_one_never_becomes_a_time(item: str, start: int) -> None:
    assert read_point(f"item {item}", Hours(start, start + 120)) == item


@given(typed=st.text("0123456789.:apmitehrs no", max_size=12), start=st.none() | st.integers(7 * 60, 20 * 60))
def test_what_is_kept_is_read_back_the_same_from_its_words(typed: str, start: int | None) -> None:
    hours = None if start is None else Hours(start, start + 120)
    with suppress(Refused):
        kept = read_point(typed, hours)
        assert read_point(point_words(kept), hours) == kept


def test_a_meeting_without_an_end_is_taken_to_last_three_hours_and_one_without_times_has_none() -> None:
    day = date(2026, 6, 9)
    assert hours_of(Meeting("m", "sib", 3, day, start_time="13:30", end_time="15:30")) == AFTERNOON
    assert hours_of(Meeting("m", "sib", 3, day, start_time="13:30")) == (13 * 60 + 30, 16 * 60 + 30)
    assert hours_of(Meeting("m", "sib", 3, day)) is None

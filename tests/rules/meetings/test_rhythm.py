"""The month's steps around a meeting fall on working days and say what is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.working_days import is_working_day
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.rhythm import rhythm, until
from boarddesk.rules.people import Board

BOARD = Board("b", "Improvement Board", "SIB")
JUNE = Meeting("m", "b", 3, date(2026, 6, 9))


def test_a_june_round_falls_on_the_days_the_board_expects() -> None:
    steps = rhythm(BOARD, JUNE, today=date(2026, 5, 28))
    assert [(one.title, one.day) for one in steps] == [
        ("Update forms out", date(2026, 5, 12)),
        ("Papers due", date(2026, 6, 1)),
        ("Pack issued", date(2026, 6, 2)),
        ("Meeting", date(2026, 6, 9)),
        ("Draft minutes", date(2026, 6, 16)),
        ("Actions chased", date(2026, 6, 23)),
        ("Plan version sent", date(2026, 6, 26)),
    ]


def test_a_pack_not_issued_on_its_day_is_late_the_day_after() -> None:
    by_title = {one.title: one.late for one in rhythm(BOARD, JUNE, today=date(2026, 6, 3))}
    assert by_title["Pack issued"] == "not issued"
    assert by_title["Meeting"] == ""


def test_a_meeting_held_with_its_minutes_drafted_is_done() -> None:
    done = {
        one.title
        for one in rhythm(BOARD, replace(JUNE, state=MeetingState.DRAFT_MINUTES), today=date(2026, 6, 17))
        if one.done
    }
    assert {"Pack issued", "Meeting", "Draft minutes"} <= done
    assert "Plan version sent" not in done


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(-60, 60))
def test_every_step_but_the_meeting_is_on_a_working_day(day: date, offset: int) -> None:
    steps = rhythm(BOARD, replace(JUNE, date=day), today=day + timedelta(days=offset))
    assert all(is_working_day(one.day) for one in steps if not one.is_meeting)
    assert all(not one.late or one.day < day + timedelta(days=offset) for one in steps)


def test_how_far_off_a_day_is_is_said_in_the_unit_people_use() -> None:
    today = date(2026, 5, 28)  # a Thursday
    said = [until(today + timedelta(days=days), today) for days in (-1, 0, 1, 5, 12)]
    assert said == ["", "today", "tomorrow", "in 3 working days", "in 12 days"]


def test_of_the_steps_one_is_the_meeting_itself() -> None:
    assert [one.title for one in rhythm(BOARD, JUNE, today=JUNE.date) if one.is_meeting] == ["Meeting"]


def test_up_to_five_working_days_are_counted_and_further_off_all_days() -> None:
    today = date(2026, 5, 28)  # a Thursday
    assert [until(today + timedelta(days=days), today) for days in (7, 8)] == [
        "in 5 working days",
        "in 8 days",
    ]


def test_over_a_weekend_one_working_day_is_one_and_none_is_counted_in_days() -> None:
    friday = date(2026, 5, 29)
    said = [until(friday + timedelta(days=days), friday) for days in (1, 2, 3, 4)]
    assert said == ["tomorrow", "in 2 days", "in 1 working day", "in 2 working days"]

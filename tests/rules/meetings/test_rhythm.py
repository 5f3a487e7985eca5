"""The month's steps around a meeting fall on working days and say what is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.date_rules import DayKind, clear_days_between
from boarddesk.rules.dates.pattern import Pattern
from boarddesk.rules.dates.working_days import is_working_day, working_days_between
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.rhythm import RoundRecord, rhythm, until
from boarddesk.rules.people import Board, BoardKind

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


def late(meeting: Meeting, today: date, **ticked: date) -> dict[str, str]:
    steps = rhythm(BOARD, meeting, today=today, record=RoundRecord(ticked))
    return {step.key: step.late for step in steps if step.late}


def test_a_step_nobody_ticked_is_late_once_its_day_has_passed() -> None:
    assert late(JUNE, date(2026, 5, 12)) == {}
    assert late(JUNE, date(2026, 5, 13)) == {"forms_out": "sent or not?"}
    assert late(JUNE, date(2026, 6, 2), forms_out=date(2026, 5, 12)) == {"papers_due": "all in or not?"}


def test_once_a_later_step_is_done_nobody_is_asked_for_those_before_it() -> None:
    issued = replace(JUNE, state=MeetingState.AGENDA_ISSUED)
    assert late(issued, date(2026, 6, 8)) == {}
    assert late(issued, date(2026, 6, 10)) == {"meeting": "held or not?"}
    held = replace(JUNE, state=MeetingState.HELD)
    after = {"draft_minutes": "not drafted", "actions_chased": "chased or not?", "plan_sent": "sent or not?"}
    assert late(held, date(2026, 7, 1)) == after
    assert late(held, date(2026, 7, 1), plan_sent=date(2026, 6, 26)) == {}


def test_of_a_cancelled_meeting_nothing_is_late() -> None:
    assert late(replace(JUNE, state=MeetingState.CANCELLED), date(2026, 9, 1)) == {}


def test_what_the_office_knows_goes_before_what_was_ticked() -> None:
    record = RoundRecord({"pack_issued": date(2026, 6, 1)}, {"pack_issued": date(2026, 6, 3)})
    step = next(each for each in rhythm(BOARD, JUNE, today=JUNE.date, record=record) if each.done)
    assert (step.done_on, step.is_ticked, step.remark) == (date(2026, 6, 3), True, "")


def test_a_statutory_committees_pack_says_how_many_clear_days_it_was_short() -> None:
    hwb = replace(BOARD, kind=BoardKind.STATUTORY, pack_issued_in=DayKind.CLEAR)
    record = RoundRecord({}, {"pack_issued": date(2026, 6, 3)})
    step = next(each for each in rhythm(hwb, JUNE, today=JUNE.date, record=record) if each.done)
    assert (step.day, step.remark) == (date(2026, 6, 1), "3 clear days, 5 are needed")


def test_a_year_of_rounds_of_clear_days_keeps_its_distance_over_holidays_and_clock_changes() -> None:
    hwb = replace(BOARD, kind=BoardKind.STATUTORY, pack_issued_in=DayKind.CLEAR)
    for day in Pattern(1, nth=1).days(date(2026, 1, 1), date(2027, 4, 30)):
        steps = {step.key: step for step in rhythm(hwb, replace(JUNE, date=day), today=day)}
        assert clear_days_between(steps["pack_issued"].day, day) == 5
        assert working_days_between(day, steps["draft_minutes"].day) == 5

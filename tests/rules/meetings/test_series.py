"""A year of meetings proposed, across Christmas, Easter and both clock changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.meetings.test_clashes import seats

from boarddesk.rules.dates.pattern import Interval, Pattern
from boarddesk.rules.dates.working_days import is_working_day
from boarddesk.rules.meetings.clashes import FreeDays, Timetable
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.series import (
    MeetingSeries,
    OnClosedDay,
    ProposedMeeting,
    check_every,
    check_span,
    months_words,
    read_months,
    read_own_days,
    span_to_plan,
)
from boarddesk.rules.people import Board, Person
from boarddesk.rules.refused import Refused

SIB = Board("b1", "SEND Improvement Board", "SIB", start_time="10:00")
SPB = Board("b2", "SEND Partnership Board", "SPB", start_time="11:00")
NOTHING = Timetable((SIB, SPB))
YEAR = date(2026, 4, 1), date(2027, 3, 31)
SECOND_TUESDAYS = MeetingSeries(*YEAR, Pattern(1, nth=2, skipped_months=frozenset({8})))
MONDAYS = MeetingSeries(*YEAR, Pattern(0, nth=1))


def said(proposed: tuple[ProposedMeeting, ...]) -> dict[str, str]:
    return {f"{one.day:%d %b}": " ".join(one.wrong) for one in proposed if one.wrong}


def test_a_year_of_second_tuesdays_without_august_has_nothing_wrong_with_it() -> None:
    found = SECOND_TUESDAYS.proposed(SIB, NOTHING)
    assert [one.day for one in found] == list(SECOND_TUESDAYS.pattern.days(*YEAR))
    assert len(found) == 11
    assert said(found) == {}
    assert all(one.is_wanted and one.may_be_made for one in found)


def test_bank_holidays_of_a_year_of_mondays_stand_there_and_are_not_wanted() -> None:
    found = MONDAYS.proposed(SIB, NOTHING)
    assert said(found) == {
        "06 Apr": "Bank holiday: Easter Monday.",
        "04 May": "Early May bank holiday.",
    }
    assert [one.day for one in found if not one.is_wanted] == [date(2026, 4, 6), date(2026, 5, 4)]


def test_or_they_move_to_the_next_working_day_and_say_from_where() -> None:
    moved = replace(MONDAYS, on_closed_day=OnClosedDay.MOVE).proposed(SIB, NOTHING)
    assert [one.day for one in moved[:2]] == [date(2026, 4, 7), date(2026, 5, 5)]
    assert moved[0].is_wanted
    assert said(moved)["07 Apr"].startswith("In place of 6 April 2026.")


def test_fridays_move_over_christmas_and_easter_and_no_day_comes_twice() -> None:
    fridays = MeetingSeries(date(2026, 12, 1), date(2027, 4, 30), Pattern(4, interval=Interval.WEEKS),
                            OnClosedDay.MOVE)  # fmt: skip
    days = [one.day for one in fridays.proposed(SIB, NOTHING)]
    assert date(2026, 12, 29) in days  # Christmas Day, then the weekend and the substitute day
    assert date(2027, 1, 4) in days
    assert date(2027, 3, 30) in days  # Good Friday
    assert len(set(days)) == len(days)


def test_a_day_moved_goes_past_what_the_office_keeps_free() -> None:
    easter = FreeDays("f", date(2026, 4, 6), date(2026, 4, 17), "Easter holidays")
    first = replace(MONDAYS, on_closed_day=OnClosedDay.MOVE).proposed(
        SIB, replace(NOTHING, free_days=(easter,))
    )
    assert first[0].day == date(2026, 4, 20)


def test_a_day_the_board_meets_already_can_not_be_made_again_and_one_cancelled_is_asked_about() -> None:
    there = Meeting("m", "b1", 1, date(2026, 6, 9))
    gone = replace(there, id="n", date=date(2026, 7, 14), state=MeetingState.CANCELLED)
    found = {one.day: one for one in SECOND_TUESDAYS.proposed(SIB, replace(NOTHING, meetings=(there, gone)))}
    assert not found[there.date].may_be_made
    assert found[there.date].wrong == ("SIB already meets on that day.",)
    assert found[gone.date].may_be_made and not found[gone.date].is_wanted


def test_a_clash_is_said_and_left_to_the_secretary() -> None:
    other = Meeting("m", "b2", 1, date(2026, 6, 9), start_time="11:00")
    timetable = Timetable(
        (SIB, SPB), (other,), (*seats("b1", "p"), *seats("b2", "p")), (Person("p", "Ann Lee"),)
    )
    found = next(one for one in SECOND_TUESDAYS.proposed(SIB, timetable) if one.wrong)
    assert found.wrong == ("SPB meets at the same time, 11:00 to 13:00: Ann Lee holds seats on both.",)
    assert found.is_wanted


def test_days_of_ones_own_stand_among_the_others_once_and_are_never_moved() -> None:
    own = (date(2026, 8, 31), date(2026, 6, 9), date(2026, 8, 1))
    series = replace(SECOND_TUESDAYS, own_days=own, on_closed_day=OnClosedDay.MOVE)
    found = series.proposed(SIB, NOTHING)
    assert len(found) == 13
    assert said(found) == {
        "01 Aug": "It is a Saturday.",
        "31 Aug": "Summer bank holiday.",
    }
    assert MeetingSeries(*YEAR, None, own_days=own[:1]).proposed(SIB, NOTHING)[0].day == own[0]


@given(st.integers(0, 4), st.sampled_from([1, 2, 3, 4, -1]), st.integers(1, 6), st.integers(2020, 2050))
def test_moved_days_are_working_days_in_order(weekday: int, nth: int, every: int, year: int) -> None:
    pattern = Pattern(weekday, nth, every)
    series = MeetingSeries(date(year, 4, 1), date(year + 1, 3, 31), pattern, OnClosedDay.MOVE)
    days = [one.day for one in series.proposed(SIB, NOTHING)]
    assert days == sorted(days)
    assert all(is_working_day(day) for day in days)


def test_a_last_day_before_the_first_and_a_slip_of_the_year_are_refused() -> None:
    check_span(YEAR[0], YEAR[0])
    for until, words in ((date(2026, 3, 31), "before the first"), (date(2062, 3, 31), "five years")):
        with pytest.raises(Refused, match=words) as no:
            check_span(YEAR[0], until)
        assert no.value.field == "until"


@pytest.mark.parametrize("typed", ["", "0", "53", "-1", "two", "1.5", "²"])
def test_how_often_is_a_number_from_1(typed: str) -> None:
    with pytest.raises(Refused, match="from 1 to 52"):
        check_every(typed)
    assert check_every(" 3 ") == 3


def test_months_are_read_by_name_and_said_again() -> None:
    assert read_months("aug, December & Apr") == {4, 8, 12}
    assert months_words(read_months("december and August")) == "August and December"
    assert read_months("  ") == frozenset()
    for typed in ("summer", "8", "Au"):
        with pytest.raises(Refused, match="no month"):
            read_months(typed)


def test_days_of_ones_own_are_read_as_people_paste_them() -> None:
    today = date(2026, 3, 1)
    typed = "9 Jun 2026; Tue 14 July\n8/9/26, June 9, 2026,  \n"
    found = read_own_days(typed, today=today, near=date(2026, 8, 1))
    assert found == (date(2026, 6, 9), date(2026, 7, 14), date(2026, 9, 8))
    with pytest.raises(Refused, match="“31 Jun 2026”") as no:
        read_own_days("9 Jun 2026, 31 Jun 2026", today=today, near=today)
    assert no.value.field == "own"


def test_the_year_that_is_not_planned_yet_is_proposed() -> None:
    today = date(2026, 6, 9)
    assert span_to_plan(SIB, [], today) == (date(2026, 6, 10), date(2027, 3, 31))
    there = Meeting("m", "b1", 1, date(2026, 12, 8))
    gone = replace(there, date=date(2027, 1, 12), state=MeetingState.CANCELLED)
    others = replace(there, board_id="b2", date=date(2027, 2, 9))
    assert span_to_plan(SIB, [there, gone, others], today) == (date(2026, 12, 9), date(2027, 3, 31))
    march = replace(there, date=date(2027, 3, 9))
    assert span_to_plan(SIB, [march], today) == (date(2027, 4, 1), date(2028, 3, 31))

"""What is typed in a meeting as the day an action is due is read from that meeting on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.due import Due, read_due
from boarddesk.rules.refused import Refused

TUESDAY, NEXT = date(2026, 6, 9), date(2026, 7, 14)


def due(typed: str, *, today: date = TUESDAY, following: date | None = NEXT) -> Due:
    return read_due(typed, today=today, meeting_day=TUESDAY, next_meeting=following)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("next meeting", NEXT), ("by next board", NEXT), ("By the next meeting.", NEXT), ("next time", NEXT),
        ("for the next board meeting", NEXT),
        ("2 weeks", date(2026, 6, 23)), ("in a fortnight", date(2026, 6, 23)),
        ("fortnight", date(2026, 6, 23)),
        ("two weeks' time", date(2026, 6, 23)), ("3 days", date(2026, 6, 12)),
        ("in 10 days", date(2026, 6, 19)),
        ("5 working days", date(2026, 6, 16)), ("1 month", date(2026, 7, 9)),
        ("in three months", date(2026, 9, 9)),
        ("6wks", date(2026, 7, 21)), ("a week", date(2026, 6, 16)),
        ("Friday", date(2026, 6, 12)), ("by Fri", date(2026, 6, 12)), ("Tuesday", date(2026, 6, 16)),
        ("next Friday", date(2026, 6, 19)), ("Friday week", date(2026, 6, 19)), ("Mon", date(2026, 6, 15)),
        ("a week on Thursday", date(2026, 6, 18)),
        ("end of the week", date(2026, 6, 12)), ("end of next week", date(2026, 6, 19)),
        ("next week", date(2026, 6, 19)), ("end of the month", date(2026, 6, 30)),
        ("next month", date(2026, 7, 31)),
        ("end of June", date(2026, 6, 30)), ("end of March", date(2027, 3, 31)), ("30/6", date(2026, 6, 30)),
        ("30 June", date(2026, 6, 30)), ("30/6/26", date(2026, 6, 30)), ("5 Jan", date(2027, 1, 5)),
        ("9/6", TUESDAY), ("30/5", date(2026, 5, 30)), ("30 June 2025", date(2025, 6, 30)),
        ("tomorrow", date(2026, 6, 10)), ("Q3 26/27", date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_a_due_date_is_read_as_it_is_typed_in_a_meeting(typed: str, day: date) -> None:
    read = due(typed)
    assert (read.day, read.as_written) == (day, typed)


def test_nothing_typed_is_no_date() -> None:
    assert due("  ") == Due()
    assert Due().words == ""


@pytest.mark.parametrize("typed", ["asap", "A.S.A.P.", "as soon as possible", "urgent", "ongoing", "TBC"])
def test_words_by_which_nothing_can_be_late_are_refused_with_what_to_type(typed: str) -> None:
    with pytest.raises(Refused, match="is no day by which it can be late: give one, such as Friday, 2 weeks"):
        due(typed)


def test_words_without_a_day_and_a_day_there_is_not_are_refused() -> None:
    with pytest.raises(Refused, match="No day is found in that"):
        due("when the cows come home")
    for typed in ("31/6", "31 June 2026", "30 February"):
        with pytest.raises(Refused, match="There is no such day"):
            due(typed)


def test_the_next_meeting_is_no_day_while_none_is_planned() -> None:
    with pytest.raises(Refused, match="No next meeting is planned yet"):
        due("next meeting", following=None)


def test_it_prints_the_day_with_the_words_it_was_read_from() -> None:
    said = {
        typed: due(typed).words.replace("\N{NO-BREAK SPACE}", " ")
        for typed in ("next meeting", "30/6", "30 June 2026")
    }
    assert said == {
        "next meeting": "Tue 14 Jul 2026, from “next meeting”",
        "30/6": "Tue 30 Jun 2026",
        "30 June 2026": "Tue 30 Jun 2026",
    }
    assert due("2 weeks").understood == "Tue 23 June 2026"
    assert due("23 June 2026").understood == "23 June 2026"


def test_a_day_in_the_past_is_said() -> None:
    with pytest.raises(Refused, match="30 May 2026 has passed: give a later day, or say that it is meant"):
        due("30/5").check_not_past(TUESDAY)
    due("9 June").check_not_past(TUESDAY)
    Due().check_not_past(TUESDAY)


@given(st.dates(date(2000, 3, 1), date(2100, 1, 1)), st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(day: date, typed: str) -> None:
    try:
        read = read_due(typed, today=day, meeting_day=day, next_meeting=None)
    except Refused:
        return
    assert (read.day is None) == (not typed.strip())


@given(st.dates(date(2000, 3, 1), date(2100, 1, 1)), st.integers(1, 300))
def test_days_weeks_and_weekdays_lie_after_the_meeting(start: date, number: int) -> None:
    def read(typed: str) -> date:
        day = read_due(typed, today=start, meeting_day=start, next_meeting=None).day
        assert day is not None
        return day

    assert (read(f"{number} days") - start).days == number
    assert (read(f"in {number} weeks") - start).days == 7 * number
    for name in ("Monday", "Fri", "sunday"):
        assert 1 <= (read(name) - start).days <= 7
        assert read(f"{name} week") > read(name)

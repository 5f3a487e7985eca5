"""Statutory committees keep five clear days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.date_rules import DateRule, DayKind, clear_days_between
from boarddesk.rules.meetings.notice import LEAST, check_notice, keeps_notice, short_notice
from boarddesk.rules.refused import Refused


@pytest.mark.parametrize(
    ("number", "kind", "least"),
    [(-4, DayKind.CLEAR, ""), (-5, DayKind.WORKING, ", which takes 6 working days"),
     (-13, DayKind.CALENDAR, ", which takes 14 calendar days"), (0, DayKind.CLEAR, "")],
)  # fmt: skip
def test_less_than_five_clear_days_is_refused_beside_the_pack(number: int, kind: DayKind, least: str) -> None:
    with pytest.raises(Refused) as no:
        check_notice(DateRule(number, kind))
    says = "A statutory committee issues its pack at least 5 clear days before the meeting"
    assert no.value.sentence == f"{says}{least}."
    assert no.value.field == "pack_issued"


@given(st.dates(date(1978, 2, 1), date(2200, 12, 31)), st.sampled_from(DayKind), st.integers(0, 30))
def test_what_is_not_refused_leaves_five_clear_days_before_every_meeting(
    day: date, kind: DayKind, more: int
) -> None:
    rule = DateRule(-LEAST[kind] - more, kind)
    check_notice(rule)
    assert clear_days_between(rule.day(day), day) >= 5


@pytest.mark.parametrize("kind", DayKind)
def test_a_day_less_would_be_too_late_for_some_meeting(kind: DayKind) -> None:
    rule = DateRule(-LEAST[kind] + 1, kind)
    assert not keeps_notice(rule)
    assert clear_days_between(rule.day(date(2000, 1, 4)), date(2000, 1, 4)) < 5


def test_a_pack_that_was_issued_too_late_says_by_how_much() -> None:
    june = date(2026, 6, 9)
    assert short_notice(date(2026, 6, 1), june) == ""
    assert short_notice(date(2026, 6, 2), june) == "4 clear days, 5 are needed"
    assert short_notice(date(2026, 6, 5), june) == "1 clear day, 5 are needed"
    assert short_notice(date(2026, 6, 9), june) == "no clear days, 5 are needed"

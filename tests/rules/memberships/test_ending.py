"""Terms that end soon with nobody to follow."""

from __future__ import annotations

from datetime import date

import pytest

from boarddesk.rules.memberships.ending import term_ending, terms_ending
from boarddesk.rules.people import Membership, Role, Seat

TODAY = date(2026, 5, 28)


def _seat(*held: Membership, last: date | None = None, title: str = "Nurse") -> Seat:
    return Seat("s", "b", title, None, Role.MEMBER, True, True, None, last, memberships=held)


def _held(last: date | None, first: date | None = None, who: str = "ann") -> Membership:
    return Membership(f"{who} {last}", "s", who, first, last)


@pytest.mark.parametrize(
    ("last", "soon"),
    [
        (None, False),
        (TODAY, True),
        (date(2026, 8, 28), True),
        (date(2026, 8, 29), False),
        (date(2026, 5, 27), False),
    ],
)
def test_a_term_ends_soon_within_three_months(last: date | None, soon: bool) -> None:
    assert (term_ending(_seat(_held(last)), TODAY) is not None) is soon


def test_a_term_with_somebody_to_follow_asks_for_nobody() -> None:
    followed = _seat(_held(date(2026, 7, 31)), _held(None, date(2026, 8, 1), "ben"))
    assert term_ending(followed, TODAY) is None
    with_a_gap = _seat(_held(date(2026, 7, 31)), _held(None, date(2026, 9, 1), "ben"))
    assert term_ending(with_a_gap, TODAY) is not None


def test_a_term_that_ends_with_its_seat_asks_for_nobody() -> None:
    assert term_ending(_seat(_held(date(2026, 7, 31)), last=date(2026, 7, 31)), TODAY) is None


def test_the_soonest_stands_first() -> None:
    later, sooner = (_seat(_held(day), title=str(day)) for day in (date(2026, 8, 1), date(2026, 6, 1)))
    assert [ending.on for ending in terms_ending([later, sooner, _seat()], TODAY)] == [
        date(2026, 6, 1),
        date(2026, 8, 1),
    ]

"""The time of a seat: spells in which it was held or vacant, and time that is taken."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.memberships.timeline import Spell, check_time, clashes, spells
from boarddesk.rules.people import Membership, Role, Seat
from boarddesk.rules.refused import Refused

ONE = timedelta(days=1)
NAMES = {"ann": "Ann Hale", "ben": "Ben Carr"}
days = st.dates(date(2024, 1, 1), date(2028, 1, 1))


def _held(first: date | None, last: date | None, who: str = "ann") -> Membership:
    return Membership(f"{who} {first}", "s", who, first, last)


def _seat(*held: Membership, first: date | None = None, last: date | None = None) -> Seat:
    return Seat("s", "b", "Nurse", None, Role.MEMBER, True, True, first, last, memberships=held)


def _told(seat: Seat) -> list[tuple[str, date | None, date | None]]:
    return [
        (spell.membership.person_id if spell.membership else "vacant", spell.first, spell.last)
        for spell in spells(seat)
    ]


def test_between_two_holders_and_after_the_last_the_seat_is_vacant() -> None:
    seat = _seat(
        _held(date(2026, 3, 1), date(2026, 5, 31), "ben"), _held(date(2025, 1, 1), date(2025, 12, 31))
    )
    assert _told(seat) == [
        ("ann", date(2025, 1, 1), date(2025, 12, 31)),
        ("vacant", date(2026, 1, 1), date(2026, 2, 28)),
        ("ben", date(2026, 3, 1), date(2026, 5, 31)),
        ("vacant", date(2026, 6, 1), None),
    ]


def test_a_seat_waits_for_its_first_holder_from_the_day_it_was_made() -> None:
    seat = _seat(_held(date(2026, 3, 1), None), first=date(2026, 1, 1))
    assert _told(seat)[0] == ("vacant", date(2026, 1, 1), date(2026, 2, 28))


def test_a_seat_nobody_ever_held_is_one_vacancy() -> None:
    assert spells(_seat(first=date(2026, 1, 1))) == (Spell(date(2026, 1, 1), None),)


def test_two_who_hold_a_seat_at_once_are_both_told_of() -> None:
    seat = _seat(_held(date(2024, 1, 1), None), _held(date(2025, 1, 1), date(2025, 6, 30), "ben"))
    assert [who for who, _first, _last in _told(seat)] == ["ann", "ben"]
    assert [(one.person_id, other.person_id) for one, other in clashes(seat)] == [("ann", "ben")]


def test_a_seat_that_ended_with_its_holder_is_not_vacant_after_that() -> None:
    seat = _seat(_held(None, date(2026, 3, 31)), last=date(2026, 3, 31))
    assert _told(seat) == [("ann", None, date(2026, 3, 31))]


@given(first=days, lasts=st.integers(0, 400), waits=st.integers(0, 60), day=days)
def test_on_every_day_a_spell_says_what_the_seat_says(first: date, lasts: int, waits: int, day: date) -> None:
    last = first + timedelta(days=lasts)
    seat = _seat(_held(first, last), _held(last + (1 + waits) * ONE, None, "ben"), first=date(2023, 1, 1))
    on = [spell for spell in spells(seat) if spell.is_on(day)]
    assert len(on) == 1
    assert (on[0].membership.person_id if on[0].membership else None) == seat.holder_on(day)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (None, date(2026, 5, 1), "from_date"),
        (date(2026, 1, 1), None, "to_date"),
        (date(2026, 3, 1), date(2026, 3, 1), "from_date"),
        (date(2026, 4, 1), None, "from_date"),
        (date(2025, 1, 1), date(2026, 3, 1), "to_date"),
    ],
)
def test_a_seat_is_never_held_by_two_people(first: date | None, last: date | None, field: str) -> None:
    seat = _seat(_held(date(2026, 3, 1), date(2026, 5, 31)))
    with pytest.raises(Refused, match=r"Ann Hale holds this seat from 1.March 2026 to 31.May 2026") as no:
        check_time(seat, _held(first, last, "ben"), names=NAMES)
    assert no.value.field == field


def test_the_days_around_somebody_elses_time_are_free() -> None:
    seat = _seat(_held(date(2026, 3, 1), date(2026, 5, 31)))
    check_time(seat, _held(None, date(2026, 2, 28), "ben"), names=NAMES)
    check_time(seat, _held(date(2026, 6, 1), None, "ben"), names=NAMES)
    check_time(seat, seat.memberships[0], names=NAMES)


def test_an_earlier_holder_is_put_in_before_one_nobody_knows_the_first_day_of() -> None:
    seat = _seat(_held(None, None, "ben"))
    earlier = _held(date(2024, 1, 1), date(2024, 12, 31))
    check_time(seat, earlier, names=NAMES)
    both = _seat(_held(None, None, "ben"), earlier)
    assert _told(both) == [("ann", date(2024, 1, 1), date(2024, 12, 31)), ("ben", None, None)]
    assert not list(clashes(both))
    with pytest.raises(Refused, match="Ben Carr holds this seat already"):
        check_time(seat, _held(None, None), names=NAMES)


def test_nobody_joins_a_board_that_has_the_seat_no_longer() -> None:
    ended = _seat(last=date(2026, 3, 31))
    with pytest.raises(Refused, match=r"no longer: it ended on 31.March 2026") as no:
        check_time(ended, _held(date(2026, 4, 1), None), names=NAMES)
    assert no.value.field == "from_date"
    with pytest.raises(Refused, match=r"until 31.March 2026") as no:
        check_time(ended, _held(date(2026, 1, 1), None), names=NAMES)
    assert no.value.field == "to_date"
    check_time(ended, _held(date(2026, 1, 1), date(2026, 3, 31)), names=NAMES)

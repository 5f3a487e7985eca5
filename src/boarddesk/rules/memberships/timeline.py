"""The time of a seat: who held it, in what spells it stood vacant, and what time is free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from boarddesk.rules.people import Membership, Seat
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day

NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Spell:
    """From a day to a day, both inclusive, open where unknown; without a membership the seat was vacant."""

    first: date | None
    last: date | None
    membership: Membership | None = None

    def is_on(self, day: date) -> bool:
        """Whether that day lies in it."""
        return (self.first or date.min) <= day <= (self.last or date.max)


def spells(seat: Seat) -> tuple[Spell, ...]:
    """The times of a seat one after another, the earliest first; those it stood or will stand vacant too.

    Where nobody knows when somebody took it, it is not said to have been vacant before.
    """
    held = sorted(seat.memberships, key=_first)
    if not held:
        return (Spell(seat.from_date, seat.to_date),)
    found: list[Spell] = []
    free = seat.from_date
    for membership in held:
        if free and membership.from_date and free < membership.from_date:
            found.append(Spell(free, membership.from_date - NEXT))
        found.append(Spell(membership.from_date, membership.to_date, membership))
        free = _free_after(membership, free)
    if free and free < date.max and free <= (seat.to_date or date.max):
        found.append(Spell(free, seat.to_date))
    return tuple(found)


def _free_after(left: Membership, free: date | None) -> date | None:
    """From when the seat is free once somebody more has held it; never again after one who holds it still."""
    if left.to_date is None:
        return date.max
    return max(free or date.min, left.to_date + NEXT)


def check_time(
    seat: Seat, wanted: Membership, *, names: Mapping[str, str], before: Membership | None = None
) -> None:
    """Refuse a time in which somebody else holds the seat, or for which the board has it no longer.

    What was wrong with the time as it stood before is no reason: it is mended a day at a time.
    """
    if seat.to_date and not (before and _last(before) > seat.to_date):
        if _first(wanted) > seat.to_date:
            raise Refused(
                f"The board has this seat no longer: it ended on {day(seat.to_date)}.", field="from_date"
            )
        if _last(wanted) > seat.to_date:
            raise Refused(
                f"Give a last day: the board has this seat until {day(seat.to_date)}.", field="to_date"
            )
    for other in seat.memberships:
        if other.id != wanted.id and _meet(wanted, other) and not (before and _meet(before, other)):
            who = names.get(other.person_id, "Somebody")
            field = "to_date" if _first(wanted) < _first(other) else "from_date"
            raise Refused(
                f"{who} holds this seat {_time_words(other)}: it has one holder at a time.", field=field
            )


def clashes(seat: Seat) -> Iterator[tuple[Membership, Membership]]:
    """Those who hold the seat at once, the earlier first."""
    for earlier, later in combinations(sorted(seat.memberships, key=_first), 2):
        if _meet(earlier, later):
            yield earlier, later


def _first(held: Membership) -> date:
    """The first day it is known to be held: its last one where nobody knows since when."""
    return held.from_date or _last(held)


def _last(held: Membership) -> date:
    return held.to_date or date.max


def _meet(one: Membership, other: Membership) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _time_words(held: Membership) -> str:
    """`from 3 September 2025 to 18 December 2025`, as far as it is known."""
    begins = f"from {day(held.from_date)}" if held.from_date else ""
    ends = f"{'to' if begins else 'until'} {day(held.to_date)}" if held.to_date else ""
    return " ".join(part for part in (begins, ends) if part) or "already"

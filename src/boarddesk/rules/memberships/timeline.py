"""The time of a seat: who held it, in what spells it stood vacant, and what time is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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
    """The times of a seat one after another, the earliest first; those it stood or will stand vacant too."""
    held = sorted(seat.memberships, key=lambda membership: membership.from_date or date.min)
    found: list[Spell] = []
    free = seat.from_date if held else None
    for membership in held:
        if free and membership.from_date and free < membership.from_date:
            found.append(Spell(free, membership.from_date - NEXT))
        found.append(Spell(membership.from_date, membership.to_date, membership))
        free = _later(free, membership.to_date)
        if membership.to_date is None:
            return tuple(found)
    if not held:
        found.append(Spell(seat.from_date, seat.to_date))
    elif free and (seat.to_date is None or free <= seat.to_date):
        found.append(Spell(free, seat.to_date))
    return tuple(found)


def _later(free: date | None, left: date | None) -> date | None:
    """From when the seat is free once somebody more has left it."""
    after = left + NEXT if left else None
    return max(free, after) if free and after else after or free


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


def _first(held: Membership) -> date:
    return held.from_date or date.min


def _last(held: Membership) -> date:
    return held.to_date or date.max


def _meet(one: Membership, other: Membership) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _time_words(held: Membership) -> str:
    """`from 3 September 2025 to 18 December 2025`, as far as it is known."""
    begins = f"from {day(held.from_date)}" if held.from_date else ""
    ends = f"{'to' if begins else 'until'} {day(held.to_date)}" if held.to_date else ""
    return " ".join(part for part in (begins, ends) if part) or "already"

"""Whose time in a seat ends soon with nobody to follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from boarddesk.rules.people import Membership, Seat

SOON: Final = relativedelta(months=3)


@dataclass(frozen=True)
class TermEnding:
    """A seat whose holder's time ends on a day, and nobody holds it the day after."""

    seat: Seat
    membership: Membership
    on: date


def term_ending(seat: Seat, today: date) -> TermEnding | None:
    """The holder's last day where it lies within three months, the seat goes on, and nobody follows."""
    held = seat.held_on(today)
    if held is None or held.to_date is None or held.to_date > today + SOON:
        return None
    after = held.to_date + timedelta(days=1)
    if not seat.exists_on(after) or seat.held_on(after) is not None:
        return None
    return TermEnding(seat, held, held.to_date)


def terms_ending(seats: Iterable[Seat], today: date) -> tuple[TermEnding, ...]:
    """All of them, the soonest first."""
    found = [ending for seat in seats if (ending := term_ending(seat, today))]
    return tuple(sorted(found, key=lambda ending: ending.on))

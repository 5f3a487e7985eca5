"""A seat as a document would have it, and when somebody is seen on its registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.people import Role, Sector


@dataclass(frozen=True)
class SeatChoice:
    """The seat of one member of the document, and how long the person holds it.

    `member` is the place in the document's list; `after` the place of the member whose seat is taken over.
    For a seat the office knows, a date of None leaves the time as it is, and `reopened` takes its end away.
    Without a `person_key` the seat stands vacant, and nobody is to hold it.
    """

    member: int
    person_key: str
    title: str
    organisation: str
    sector: Sector | None
    role: Role
    seat_id: str | None = None
    membership_id: str | None = None
    after: int | None = None
    from_date: date | None = None
    to_date: date | None = None
    reopened: bool = False
    expected: bool = True
    for_quorum: bool = True
    sector_given: bool = True

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {
            "title": self.title,
            "organisation": self.organisation or None,
            "role": self.role.value,
            "sector": self.sector.value if self.sector else None,
            "sector_proposed": self.sector is not None and not self.sector_given,
            "expected": self.expected,
            "counts_for_quorum": self.for_quorum,
            "from": self.from_date,
            "to": self.to_date,
        }


@dataclass(frozen=True)
class Presence:
    """The days a member stands on the document's rolls, among all its days with a roll."""

    days: frozenset[date]
    starts_later: bool
    ends_earlier: bool

    @property
    def first(self) -> date:
        """The first of them."""
        return min(self.days)

    @property
    def last(self) -> date:
        """The last of them."""
        return max(self.days)

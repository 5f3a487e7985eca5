"""Boards, organisations, people and the seats people hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from boarddesk.rules.dates.date_rules import DateRule, DayKind


class Sector(StrEnum):
    """The part of the partnership an organisation belongs to."""

    EDUCATION = "education"
    HEALTH = "health"
    SOCIAL_CARE = "social care"
    PARENTS_AND_CARERS = "parents and carers"
    YOUNG_PEOPLE = "young people"
    GOVERNMENT = "government"
    OTHER = "other"


class Role(StrEnum):
    """What a seat is on its board."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    CO_OPTEE = "co-optee"
    ADVISER = "adviser"
    OBSERVER = "observer"
    SECRETARY = "secretary"

    @property
    def expected_by_default(self) -> bool:
        """Advisers are expected but reported apart; observers and the secretary are not expected."""
        return self not in (Role.OBSERVER, Role.SECRETARY)

    @property
    def counts_for_quorum_by_default(self) -> bool:
        """Chairs, members and co-optees make the quorum."""
        return self.belongs

    @property
    def belongs(self) -> bool:
        """Chairs, members and co-optees are of the board; advisers, observers and the secretary attend it."""
        return self not in (Role.ADVISER, Role.OBSERVER, Role.SECRETARY)


def follow_role(before: Role, after: Role, *, expected: bool, for_quorum: bool) -> tuple[bool, bool]:
    """Whether a seat is expected and counts for quorum in another role: as usual where it was as usual."""
    return (
        after.expected_by_default if expected is before.expected_by_default else expected,
        after.counts_for_quorum_by_default
        if for_quorum is before.counts_for_quorum_by_default
        else for_quorum,
    )


class YearStart(StrEnum):
    """When a board's year begins: January, April, September or May."""

    CALENDAR = "calendar"
    FINANCIAL = "financial"
    ACADEMIC = "academic"
    MUNICIPAL = "municipal"


class BoardKind(StrEnum):
    """A partnership's own board, or a committee of the council whose agenda and notice the law rules."""

    PARTNERSHIP = "partnership board"
    STATUTORY = "statutory committee"


class TargetFigure(StrEnum):
    """The figure a board's attendance target is held against."""

    SEAT = "seat"
    PERSONAL = "personal"


class NamesPrinted(StrEnum):
    """How a published copy calls the members of a board; everybody else stands by post in any."""

    PEOPLE = "people"
    POSTS = "posts"


@dataclass(frozen=True)
class Organisation:
    """A council, board, trust, forum or school phase that sends people."""

    id: str
    name: str
    short_name: str
    sector: Sector


@dataclass(frozen=True)
class Person:
    """Somebody who holds, held or deputises for a seat; never deleted from the past."""

    id: str
    name: str
    organisation_id: str | None = None
    email: str = ""
    phone: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuorumRule:
    """At least so many present from a sector or from any of some roles, from a day on."""

    at_least: int
    sector: Sector | None = None
    roles: tuple[Role, ...] = ()
    from_date: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether a meeting of that day is judged by it."""
        return self.from_date is None or self.from_date <= day


@dataclass(frozen=True)
class Board:
    """A board, committee, group or council with its terms of reference."""

    id: str
    name: str
    short_name: str
    kind: BoardKind = BoardKind.PARTNERSHIP
    purpose: str = ""
    terms_version: str = ""
    frequency: str = ""
    review_on: date | None = None
    year_start: YearStart = YearStart.FINANCIAL
    attendance_target: Decimal = Decimal(90)
    target_figure: TargetFigure = TargetFigure.SEAT
    quorum: str = ""
    quorum_rules: tuple[QuorumRule, ...] = ()
    venue: str = ""
    start_time: str = ""
    minutes_long: int = 120
    forms_out: int = -19
    papers_due: int = -6
    pack_issued: int = -5
    draft_minutes: int = 5
    actions_chased: int = 10
    plan_sent: int = 13
    forms_out_in: DayKind = DayKind.WORKING
    papers_due_in: DayKind = DayKind.WORKING
    pack_issued_in: DayKind = DayKind.WORKING
    draft_minutes_in: DayKind = DayKind.WORKING
    actions_chased_in: DayKind = DayKind.WORKING
    plan_sent_in: DayKind = DayKind.WORKING
    small_numbers: int = 5
    published_names: NamesPrinted = NamesPrinted.PEOPLE

    def rule(self, step: str) -> DateRule:
        """How far from a meeting a step of its rhythm lies, such as `pack_issued`."""
        return DateRule(getattr(self, step), getattr(self, f"{step}_in"))


def board_called(words: str, boards: Iterable[Board]) -> Board | None:
    """The board of that short or full name, whatever the case."""
    wanted = " ".join(words.split()).casefold()
    return next(
        (board for board in boards if wanted in (board.short_name.casefold(), board.name.casefold())), None
    )


@dataclass(frozen=True)
class Membership:
    """A person holds a seat from a date to a date, both inclusive; either may be open.

    With it is kept which version of the terms of reference was accepted, and when each step was done.
    """

    id: str
    seat_id: str
    person_id: str
    from_date: date | None = None
    to_date: date | None = None
    terms_version: str = ""
    terms_accepted_on: date | None = None
    confidentiality_on: date | None = None
    inducted_on: date | None = None
    interests_renewed_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the person holds the seat on that day."""
        return (self.from_date or date.min) <= day <= (self.to_date or date.max)


@dataclass(frozen=True)
class Seat:
    """A place on a board, held by a person or vacant."""

    id: str
    board_id: str
    title: str
    organisation_id: str | None
    role: Role
    counts_for_quorum: bool
    expected: bool
    from_date: date | None = None
    to_date: date | None = None
    position: int = 0
    memberships: tuple[Membership, ...] = ()
    deputy_ids: tuple[str, ...] = ()

    def exists_on(self, day: date) -> bool:
        """Whether the board has this seat on that day."""
        return (self.from_date or date.min) <= day <= (self.to_date or date.max)

    def holder_on(self, day: date) -> str | None:
        """Who holds the seat on that day, the latest comer where two overlap; None when vacant."""
        holding = self.held_on(day)
        return holding.person_id if holding else None

    def held_on(self, day: date) -> Membership | None:
        """The membership that holds the seat on that day; the latest comer's where two overlap."""
        holding = [membership for membership in self.memberships if membership.holds_on(day)]
        return max(holding, key=lambda membership: membership.from_date or date.min) if holding else None

    def vacant_since(self, day: date) -> date | None:
        """The first day of the vacancy the seat is in on that day; None where nobody knows."""
        left = [
            membership.to_date
            for membership in self.memberships
            if membership.to_date and membership.to_date < day
        ]
        return max(left) + timedelta(days=1) if left else self.from_date


class Belonging(StrEnum):
    """What somebody is to a board, or to all of them, on a day."""

    MEMBER = "Member"
    FORMER = "Former member"
    DEPUTY = "Deputy"
    NONE = "Without a seat"


def belonging(person_id: str, seats: Iterable[Seat], day: date) -> Belonging:
    """Members hold a seat on that day or will; former members held one; deputies are named for one."""
    found = tuple(seats)
    held = [
        (seat, membership)
        for seat in found
        for membership in seat.memberships
        if membership.person_id == person_id
    ]
    if any(not is_over(seat, day) and (membership.to_date or day) >= day for seat, membership in held):
        return Belonging.MEMBER
    if held:
        return Belonging.FORMER
    deputises = any(person_id in seat.deputy_ids and not is_over(seat, day) for seat in found)
    return Belonging.DEPUTY if deputises else Belonging.NONE


def is_over(seat: Seat, day: date) -> bool:
    """Whether the board has the seat no longer."""
    return seat.to_date is not None and seat.to_date < day

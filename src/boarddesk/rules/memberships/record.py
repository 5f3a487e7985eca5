"""What members have on record: the terms they accepted, confidentiality, induction, interests renewed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta

from boarddesk.rules.people import Board, Membership, Seat

A_YEAR: Final = relativedelta(years=1)


class OnRecord(StrEnum):
    """What is kept of a membership, each with its day; the value names the field."""

    TERMS = "terms_accepted_on"
    CONFIDENTIALITY = "confidentiality_on"
    INDUCTION = "inducted_on"
    INTERESTS = "interests_renewed_on"

    def on(self, membership: Membership) -> date | None:
        """The day it was done; None where it was not."""
        return {
            OnRecord.TERMS: membership.terms_accepted_on,
            OnRecord.CONFIDENTIALITY: membership.confidentiality_on,
            OnRecord.INDUCTION: membership.inducted_on,
            OnRecord.INTERESTS: membership.interests_renewed_on,
        }[self]


def has_accepted(membership: Membership, board: Board) -> bool:
    """Whether the version accepted is the one in force; of a board that names none, whether any was."""
    if not board.terms_version:
        return membership.terms_accepted_on is not None
    return membership.terms_version.casefold() == board.terms_version.casefold()


def renewal_due(membership: Membership) -> date | None:
    """When interests are to be renewed again, a year after the last time; None where they never were."""
    renewed = membership.interests_renewed_on
    return renewed + A_YEAR if renewed else None


@dataclass(frozen=True)
class Gap:
    """Members of a board, out of so many, of whom something is not on record."""

    kind: OnRecord
    person_ids: tuple[str, ...]
    of: int
    board: Board

    @property
    def says(self) -> str:
        """`3 of 12 members of SIB have not accepted version 2 of its terms`."""
        whose = f"{len(self.person_ids)} of {self.of} members of {self.board.short_name}"
        one = len(self.person_ids) == 1
        has, their = ("has", "their") if one else ("have", "their")
        version = f"version {self.board.terms_version} of its terms"
        return {
            OnRecord.TERMS: f"{whose} {has} not accepted {version}",
            OnRecord.CONFIDENTIALITY: f"{whose} {has} no agreement to confidentiality on record",
            OnRecord.INDUCTION: f"{whose} joined within the year and {has} no induction on record",
            OnRecord.INTERESTS: f"{whose} {has} not renewed {their} interests within the year",
        }[self.kind]


def members(board: Board, seats: Iterable[Seat], today: date) -> dict[str, list[Membership]]:
    """Who belongs to a board on a day, each with the memberships held then, in roll order."""
    found: dict[str, list[Membership]] = defaultdict(list)
    for seat in seats:
        held = seat.held_on(today) if seat.board_id == board.id and seat.exists_on(today) else None
        if held is not None and seat.role.belongs:
            found[held.person_id].append(held)
    return dict(found)


def gaps(board: Board, seats: Iterable[Seat], today: date) -> tuple[Gap, ...]:
    """What members of a board have not on record, of what the board keeps at all.

    Terms are asked for once the board says which version is in force; the rest once anybody has it on record,
    an induction of those who joined within the year.
    """
    by_person = members(board, seats, today)
    found = []
    for kind in OnRecord:
        if not _is_kept(kind, board, by_person.values()):
            continue
        named = [person for person, held in by_person.items() if _lacks(kind, held, board, today=today)]
        if named:
            found.append(Gap(kind, tuple(named), len(by_person), board))
    return tuple(found)


def _is_kept(kind: OnRecord, board: Board, holdings: Iterable[Sequence[Membership]]) -> bool:
    if kind is OnRecord.TERMS:
        return bool(board.terms_version)
    return any(kind.on(membership) for held in holdings for membership in held)


def _lacks(kind: OnRecord, held: Sequence[Membership], board: Board, *, today: date) -> bool:
    """Whether none of somebody's memberships of the board has it."""
    if kind is OnRecord.TERMS:
        return not any(has_accepted(membership, board) for membership in held)
    if kind is OnRecord.INTERESTS:
        return all((renewal_due(membership) or date.min) < today for membership in held)
    if kind is OnRecord.INDUCTION:
        year_ago = today - A_YEAR
        return all((each.from_date or date.min) > year_ago and each.inducted_on is None for each in held)
    return not any(kind.on(membership) for membership in held)

"""Whether a deputy can have been one: nobody comes for themselves, from an own seat, or for two at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boarddesk.rules.registers.register import ATTENDED, Mark, RollRow
from boarddesk.rules.wording import listed


@dataclass(frozen=True)
class DeputyRow:
    """A row as far as deputies go: whose it is and who came for them, by every sign each is known by."""

    name: str
    who: frozenset[str]
    mark: Mark | None
    deputy: str = ""
    deputy_is: frozenset[str] = frozenset()


def placed(rows: Iterable[RollRow]) -> tuple[DeputyRow, ...]:
    """The rows of a register the office keeps."""
    return tuple(
        DeputyRow(
            row.person or row.seat_title,
            _signs(row.person_id),
            row.mark,
            row.deputy,
            _signs(row.deputy_id) if row.mark is Mark.DEPUTY else frozenset(),
        )
        for row in rows
    )


def _signs(person_id: str | None) -> frozenset[str]:
    return frozenset({person_id} if person_id else ())


def deputy_doubts(rows: Sequence[DeputyRow]) -> dict[int, str]:
    """What speaks against a row's deputy, by the place of the row; nothing for those without a doubt."""
    return {at: said for at, row in enumerate(rows) if row.deputy_is and (said := _doubt(row, rows))}


def _doubt(row: DeputyRow, rows: Sequence[DeputyRow]) -> str:
    if row.deputy_is & row.who:
        return f"{row.name} cannot be their own deputy."
    if any(other.mark in ATTENDED and row.deputy_is & other.who for other in rows):
        return f"{row.deputy} is down as the deputy for {row.name}, and as there in their own seat."
    seats = [other.name for other in rows if other.deputy_is & row.deputy_is]
    return f"{row.deputy} is down as the deputy for {listed(seats)} at one meeting." if len(seats) > 1 else ""

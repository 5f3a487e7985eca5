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
    there = {sign for row in rows if row.mark in ATTENDED for sign in row.who}
    came_for: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for sign in row.deputy_is:
            came_for.setdefault(sign, []).append(at)
    said: dict[tuple[str, frozenset[str]], str] = {}
    doubts: dict[int, str] = {}
    for at, row in enumerate(rows):
        if row.deputy_is & row.who:
            doubts[at] = f"{row.name} cannot be their own deputy."
        elif row.deputy_is & there:
            doubts[at] = f"{row.deputy} is down as the deputy for {row.name}, and as there in their own seat."
        elif row.deputy_is:
            deputy = (row.deputy, row.deputy_is)
            if deputy not in said:
                places = sorted({place for sign in row.deputy_is for place in came_for[sign]})
                said[deputy] = _of_several(row.deputy, [rows[place].name for place in places])
            doubts |= {at: said[deputy]} if said[deputy] else {}
    return doubts


def _of_several(deputy: str, seats: Sequence[str]) -> str:
    return f"{deputy} is down as the deputy for {listed(seats)} at one meeting." if len(seats) > 1 else ""

"""Part attendance: from and to an item of the agenda or a time, and who was there at a given point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from boarddesk.rules.dates.time_of_day import Hours
from boarddesk.rules.meetings.points import check_on_agenda, is_time, point_words, read_point
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import NOT_RECORDED, Mark, Register, RollRow


def _place(point: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.split(r"[:.]", point))


def check_parts(
    part_from: str, part_to: str, hours: Hours | None = None, *, items: Mapping[str, str] | None = None
) -> tuple[str, str]:
    """Both points as kept; refused where the end lies before the start, or an item is not on the agenda.

    `items` are the titles of that agenda by number.
    """
    start, end = read_point(part_from, hours), read_point(part_to, hours, field="part_to")
    check_on_agenda(start, items or {})
    check_on_agenda(end, items or {}, field="part_to")
    if start and end and is_time(start) == is_time(end) and _place(end) < _place(start):
        raise Refused("The end lies before the start.", field="part_to")
    return start, end


def part_words(row: RollRow) -> str:
    """`from item 2`, `until 14:30`, `item 2 to item 5`; empty where neither is known."""
    return points_in_words(row.part_from, row.part_to)


def points_in_words(part_from: str, part_to: str) -> str:
    """The same of two points as they are kept."""
    start, end = point_words(part_from), point_words(part_to)
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def mark_words(row: RollRow) -> str:
    """The mark of a row with what is known about it: `deputy attended (Leila Grant)`."""
    if row.mark is None:
        return NOT_RECORDED
    about = {Mark.DEPUTY: row.deputy, Mark.PART: part_words(row)}.get(row.mark, row.reason)
    return f"{row.mark_label} ({about})" if about else row.mark_label


def away_at(register: Register, point: str) -> frozenset[str]:
    """The rows there for part only, and not at this item or time; a point of another kind settles nothing."""
    return frozenset(row.id for row in register.rows if row.mark is Mark.PART and not _covers(row, point))


@dataclass(frozen=True)
class Turn:
    """A stretch of a meeting between comings and goings: when it begins, and the rows away in it."""

    words: str
    away: frozenset[str]


def turns(register: Register) -> tuple[Turn, ...]:
    """From the start, then each time somebody comes or goes: items in their order, then times.

    Empty where nobody was there for part with a point given.
    """
    parts = [row for row in register.rows if row.mark is Mark.PART and (row.part_from or row.part_to)]
    if not parts:
        return ()
    late = frozenset(row.id for row in parts if row.part_from)
    comes = {(row.part_from, False) for row in parts if row.part_from}
    goes = {(row.part_to, True) for row in parts if row.part_to}
    events = sorted(comes | goes, key=lambda event: (is_time(event[0]), _moment(event[0], after=event[1])))
    return (
        Turn("At the start", late),
        *(
            Turn(f"{'After' if after else 'From'} {point_words(point)}", _away(parts, point, after=after))
            for point, after in events
        ),
    )


def _away(parts: Iterable[RollRow], point: str, *, after: bool) -> frozenset[str]:
    """Who is away at a point, or once it is over."""
    here = _moment(point, after=after)

    def is_away(row: RollRow) -> bool:
        start, end = (
            part if part and is_time(part) == is_time(point) else "" for part in (row.part_from, row.part_to)
        )
        has_left = bool(end) and (_is_past(here, end) or (after and _place(end) == _place(point)))
        return has_left or (bool(start) and _place(start) > here)

    return frozenset(row.id for row in parts if is_away(row))


def _moment(point: str, *, after: bool) -> tuple[float, ...]:
    """A point, or the moment once it is over: after item 4 is after 4.2 as well."""
    return (*_place(point), inf) if after else _place(point)


def _is_past(here: Sequence[float], end: str) -> bool:
    """Whether a place comes after a point; whoever is there until item 4 is there for 4.1 and 4.2."""
    last = _place(end)
    return tuple(here[: len(last)]) > last


def _covers(row: RollRow, point: str) -> bool:
    if row.part_from and is_time(row.part_from) == is_time(point) and _place(point) < _place(row.part_from):
        return False
    return not (
        row.part_to and is_time(row.part_to) == is_time(point) and _is_past(_place(point), row.part_to)
    )

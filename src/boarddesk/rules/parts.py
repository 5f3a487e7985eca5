"""Part attendance: from and to an item of the agenda or a time, and who was there at a given point."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from boarddesk.rules.attendance import FILLED, MARK_LABELS, NOT_RECORDED, Mark, Register, RollRow
from boarddesk.rules.refused import Refused

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*hrs?)?", re.IGNORECASE)
_ITEM = re.compile(r"(?:item|agenda item|no\.?)?\s*(\d+(?:\.\d+)*)\.?", re.IGNORECASE)


def check_part(text: str, *, field: str = "part_from") -> str:
    """A time `14:30` or an item number `5` as kept; empty is the start or the end.

    `14.30` is a time, as people write it, and `4.10` an item: nobody meets before seven in the morning.
    """
    plain = text.strip()
    if not plain:
        return ""
    time = _TIME.fullmatch(plain)
    if time and int(time[1]) < 24 and int(time[2]) < 60 and (":" in plain or int(time[1]) >= 7):
        return f"{int(time[1]):02}:{time[2]}"
    item = _ITEM.fullmatch(plain)
    if item:
        return item[1]
    raise Refused("Give an item number such as 5, or a time such as 14:30.", field=field)


def _point(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.split(r"[:.]", text))


def is_time(text: str) -> bool:
    """Whether a point is a time of day rather than an item."""
    return ":" in text


def check_parts(part_from: str, part_to: str) -> tuple[str, str]:
    """Both points as kept; refused where the end lies before the start."""
    start, end = check_part(part_from), check_part(part_to, field="part_to")
    if start and end and is_time(start) == is_time(end) and _point(end) < _point(start):
        raise Refused("The end lies before the start.", field="part_to")
    return start, end


def part_words(row: RollRow) -> str:
    """`from item 2`, `until 14:30`, `item 2 to item 5`; empty where neither is known."""
    start, end = _named(row.part_from), _named(row.part_to)
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def mark_words(row: RollRow) -> str:
    """The mark of a row with what is known about it: `deputy attended (Leila Grant)`."""
    if row.mark is None:
        return NOT_RECORDED
    about = {Mark.DEPUTY: row.deputy, Mark.PART: part_words(row)}.get(row.mark, row.reason)
    label = MARK_LABELS[row.mark]
    return f"{label} ({about})" if about else label


def _named(point: str) -> str:
    return point if not point or is_time(point) else f"item {point}"


def away_at(register: Register, point: str) -> frozenset[str]:
    """The rows there for part only, and not at this item or time; a point of another kind settles nothing."""
    return frozenset(row.id for row in register.rows if row.mark is Mark.PART and not _covers(row, point))


def there_at(register: Register, point: str) -> tuple[RollRow, ...]:
    """The rows filled at an item or time."""
    away = away_at(register, point)
    return tuple(row for row in register.rows if row.mark in FILLED and row.id not in away)


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
    events = sorted(comes | goes, key=lambda one: (is_time(one[0]), _point(one[0]), one[1]))
    return (
        Turn("At the start", late),
        *(
            Turn(f"{'After' if after else 'From'} {_named(point)}", _away(parts, point, after=after))
            for point, after in events
        ),
    )


def _away(parts: Iterable[RollRow], point: str, *, after: bool) -> frozenset[str]:
    """Who is away at a point, or once it is over."""
    here = _point(point)

    def is_away(row: RollRow) -> bool:
        start, end = (
            part if part and is_time(part) == is_time(point) else "" for part in (row.part_from, row.part_to)
        )
        has_left = bool(end) and (_point(end) < here or (after and _point(end) == here))
        return has_left or (bool(start) and _point(start) > here)

    return frozenset(row.id for row in parts if is_away(row))


def _covers(row: RollRow, point: str) -> bool:
    if row.part_from and is_time(row.part_from) == is_time(point) and _point(point) < _point(row.part_from):
        return False
    return not (
        row.part_to and is_time(row.part_to) == is_time(point) and _point(point) > _point(row.part_to)
    )

"""Who stands above whom in the governance of a day: bodies, bundles of lines, and the rows they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil

from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.people import Board

Edge = tuple[str, str]
"""From a body to the one it has a line to, by their keys."""


@dataclass(frozen=True)
class Body:
    """A board of the office, with its short name, or a body that is only named."""

    key: str
    name: str
    short_name: str = ""

    @property
    def is_board(self) -> bool:
        return bool(self.short_name)


@dataclass(frozen=True)
class Bundle:
    """The lines of a kind that share an end: drawn as one, from the `hub` above to the `ends` below.

    They lead up to the hub; down from it only where it already stands above by other lines.
    """

    kind: LineKind
    hub: str
    ends: tuple[str, ...]
    leads_up: bool = True


@dataclass(frozen=True)
class Governance:
    """The bodies of a day row by row, the highest first, and what runs between them."""

    rows: tuple[tuple[str, ...], ...]
    bodies: Mapping[str, Body]
    bundles: tuple[Bundle, ...]


def governance_on(
    boards: Iterable[Board], lines: Iterable[ReportingLine], when: date, *, most: int
) -> Governance:
    """Every board, and every body that a line of the day leads to; at most so many in a row."""
    bodies = {board.id: Body(board.id, board.name, board.short_name) for board in boards}
    standing = [line for line in lines if line.stands_on(when) and line.board_id in bodies]
    for line in standing:
        bodies.setdefault(line.end, Body(line.end, line.to_name))
    edges = {kind: [(line.board_id, line.end) for line in standing if line.kind is kind] for kind in LineKind}
    above = _above(edges)
    rows = _rows(
        list(bodies), above, most=most, answered=[high for _, high in edges[LineKind.ACCOUNTABLE_TO]]
    )
    return Governance(rows, bodies, tuple(_bundles(edges, above)))


def _above(edges: Mapping[LineKind, Sequence[Edge]]) -> dict[str, list[str]]:
    """Who is drawn above each: those it is accountable to first, then the others where that is no circle."""
    above: dict[str, list[str]] = {}
    for low, high in (edge for kind in LineKind for edge in edges[kind]):
        if low not in _reached(high, above):
            above.setdefault(low, []).append(high)
    return above


def _reached(start: str, above: Mapping[str, Sequence[str]]) -> set[str]:
    found, ways = {start}, [start]
    while ways:
        for high in above.get(ways.pop(), ()):
            if high not in found:
                found.add(high)
                ways.append(high)
    return found


def _bundles(edges: Mapping[LineKind, Sequence[Edge]], above: Mapping[str, Sequence[str]]) -> list[Bundle]:
    found: dict[tuple[LineKind, str, bool], list[str]] = {}
    for kind, of_kind in edges.items():
        for low, high in dict.fromkeys(of_kind):
            up = high in above.get(low, ())
            hub, end = (high, low) if up else (low, high)
            found.setdefault((kind, hub, up), []).append(end)
    return [Bundle(kind, hub, tuple(ends), up) for (kind, hub, up), ends in found.items()]


def _rows(
    keys: Sequence[str], above: Mapping[str, Sequence[str]], *, most: int, answered: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """By the longest way up; who only hears or looks on stands just over the highest that it has a line from.

    Those without any line that day stand last. A row too long becomes several, about as long as each other.
    """

    @cache
    def depth(key: str) -> int:
        return max((depth(high) + 1 for high in above.get(key, ())), default=0)

    lows: dict[str, list[str]] = {}
    for low, highs in above.items():
        for high in highs:
            lows.setdefault(high, []).append(low)
    by_depth: dict[int, list[str]] = {}
    alone = [key for key in keys if key not in above and key not in lows]
    for key in keys:
        looks_on = key not in above and key in lows and key not in answered
        at = min(depth(low) for low in lows[key]) - 1 if looks_on else depth(key)
        if key not in alone:
            by_depth.setdefault(at, []).append(key)
    rows = [by_depth[at] for at in sorted(by_depth)] + ([alone] if alone else [])
    return tuple(part for row in rows for part in _parted(row, most))


def _parted(row: Sequence[str], most: int) -> list[tuple[str, ...]]:
    parts = ceil(len(row) / most)
    size = ceil(len(row) / parts)
    return [tuple(row[at : at + size]) for at in range(0, len(row), size)]

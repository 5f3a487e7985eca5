"""A board's reporting lines: which of them stand on a day, which boards are above, what a line may not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day, listed


class LineKind(StrEnum):
    """What a board owes to who is at the other end: what goes up follows *accountable to* only."""

    ACCOUNTABLE_TO = "accountable to"
    INFORMS = "informs"
    SCRUTINISED_BY = "scrutinised by"


@dataclass(frozen=True)
class ReportingLine:
    """A line from a board to another, or to a body that is only named; from a day to a day, either open.

    `to_name` is what the other end is called now; a board of the office has an id too.
    """

    id: str
    board_id: str
    kind: LineKind
    to_board_id: str | None
    to_name: str
    from_day: date | None = None
    until_day: date | None = None

    def stands_on(self, when: date) -> bool:
        """Whether it holds on that day; its last day counts."""
        return (self.from_day or date.min) <= when <= (self.until_day or date.max)

    def meets(self, other: ReportingLine) -> bool:
        """Whether some day lies in both."""
        return (self.from_day or date.min) <= (other.until_day or date.max) and (
            other.from_day or date.min
        ) <= (self.until_day or date.max)

    @property
    def end(self) -> str:
        """Who is at the other end, the same however a name is written."""
        return self.to_board_id or " ".join(self.to_name.split()).casefold()


def boards_above(lines: Iterable[ReportingLine], board_id: str, when: date) -> tuple[ReportingLine, ...]:
    """The lines by which something of the board goes up on that day, in the board's order.

    One leads to a board of the office where it has `to_board_id`, else to a body that is only named.
    """
    return tuple(
        line
        for line in lines
        if line.board_id == board_id and line.kind is LineKind.ACCOUNTABLE_TO and line.stands_on(when)
    )


def way_up(lines: Sequence[ReportingLine], start: str, to: str, when: date) -> tuple[str, ...]:
    """The boards passed on the shortest way up from one to another on a day, both ends too; none: no way."""
    seen = {start}
    ways: list[tuple[str, ...]] = [(start,)]
    while ways:
        so_far = ways.pop(0)
        for line in boards_above(lines, so_far[-1], when):
            if line.to_board_id == to:
                return (*so_far, to)
            if line.to_board_id and line.to_board_id not in seen:
                seen.add(line.to_board_id)
                ways.append((*so_far, line.to_board_id))
    return ()


def check_line(line: ReportingLine, others: Iterable[ReportingLine], boards: Mapping[str, Board]) -> None:
    """Refuse, beside its field, a line that cannot stand beside the other lines of the office."""
    known = [other for other in others if other.id != line.id]
    if not line.end:
        raise Refused("Give a board, or the name of a body outside the office.", field="to")
    if line.to_board_id == line.board_id:
        raise Refused("A board has no line to itself.", field="to")
    if line.from_day and line.until_day and line.until_day < line.from_day:
        raise Refused("The last day lies before the first.", field="until_day")
    for other in known:
        same = (other.board_id, other.kind, other.end) == (line.board_id, line.kind, line.end)
        if same and other.meets(line):
            raise Refused(
                f"There is that line already, {spell(other)}. End it first, or begin after it.", field="to"
            )
    if line.kind is LineKind.ACCOUNTABLE_TO and line.to_board_id:
        _check_circle(line, known, boards)


def _check_circle(line: ReportingLine, known: Sequence[ReportingLine], boards: Mapping[str, Board]) -> None:
    """A way back up from the other end can only open on the first day of the line or of one that it meets."""
    begins = {line.from_day or date.min, *(other.from_day or date.min for other in known)}
    for when in sorted(begins):
        way = way_up(known, str(line.to_board_id), line.board_id, when) if line.stands_on(when) else ()
        if way:
            first, *further = pairwise(boards[board_id].short_name for board_id in way)
            said = [
                f"{first[0]} is accountable to {first[1]}",
                *(f"{low} to {high}" for low, high in further),
            ]
            on = f" from {day(when)} on" if when > date.min else ""
            raise Refused(f"It would close a circle{on}: {listed(said)}.", field="to")


def in_a_circle(lines: Sequence[ReportingLine], board_id: str, when: date) -> bool:
    """Whether the board is, by those above it, accountable to itself that day."""
    return bool(way_up(lines, board_id, board_id, when))


def spell(line: ReportingLine) -> str:
    """How long it stands: `from 1 April 2026`, `until 31 March 2026`, `with no first or last day`."""
    if line.from_day and line.until_day:
        return f"from {day(line.from_day)} until {day(line.until_day)}"
    if line.from_day:
        return f"from {day(line.from_day)}"
    return f"until {day(line.until_day)}" if line.until_day else "with no first and no last day"

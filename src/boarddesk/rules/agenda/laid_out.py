"""An agenda laid out: its numbers, the time each item begins, its length and by how much it is too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.order import Place, in_order, numbers
from boarddesk.rules.dates.time_of_day import clock, minutes_of
from boarddesk.rules.meetings.meeting import Meeting

_DAY = 24 * 60


@dataclass(frozen=True)
class AgendaRow:
    """An item where it stands: its number, when it begins, and the minutes counted for it.

    A heading has sub-items and only sums theirs. `past_the_end` is whether it begins when the meeting should
    be over. `starts` is empty where the meeting has no start, or past midnight.
    """

    item: AgendaItem
    number: str
    minutes: int
    begins: int
    starts: str = ""
    is_heading: bool = False
    past_the_end: bool = False

    @property
    def is_sub_item(self) -> bool:
        """Whether it stands under another."""
        return "." in self.number


@dataclass(frozen=True)
class Agenda:
    """The rows in order; `minutes` are those of all items, `length` those of the meeting."""

    rows: tuple[AgendaRow, ...]
    minutes: int
    length: int
    start: str = ""

    @property
    def items(self) -> tuple[AgendaRow, ...]:
        """The rows that are business: not the headings, which only sum."""
        return tuple(row for row in self.rows if not row.is_heading)

    @property
    def over(self) -> int:
        """By how many minutes it is longer than the meeting; 0 where it is not."""
        return max(self.minutes - self.length, 0)

    @property
    def ends(self) -> str:
        """When its last item ends; empty without a start."""
        return _time(self.start, self.minutes)

    @property
    def should_end(self) -> str:
        """When the meeting should be over; empty without a start."""
        return _time(self.start, self.length)

    @property
    def untimed(self) -> int:
        """How many items nobody gave minutes."""
        return sum(1 for row in self.items if row.item.minutes is None)

    def end_of(self, row: AgendaRow) -> str:
        """When an item, or all under a heading, ends; empty without a start."""
        return _time(self.start, row.begins + row.minutes)

    def row(self, item_id: str) -> AgendaRow | None:
        """The row of an item; None where it is no longer there."""
        return next((row for row in self.rows if row.item.id == item_id), None)


def length_of(meeting: Meeting, minutes_long: int) -> int:
    """The minutes a meeting goes on for: from its start to its end, else the board's usual."""
    if meeting.start_time and meeting.end_time > meeting.start_time:
        return minutes_of(meeting.end_time) - minutes_of(meeting.start_time)
    return minutes_long


def lay_out(items: Sequence[AgendaItem], *, start: str = "", length: int) -> Agenda:
    """The agenda of items in the order kept, from a start `13:30` and a length in minutes."""
    by_id: Mapping[str, AgendaItem] = {item.id: item for item in items}
    order = in_order([Place(item.id, item.parent_id) for item in items])
    numbered = numbers(order)
    headings = {place.parent_id for place in order if place.parent_id}
    sums: Counter[str] = Counter()
    for place in order:
        if place.parent_id:
            sums[place.parent_id] += by_id[place.id].minutes or 0
    rows, begins = [], 0
    for place in order:
        item = by_id[place.id]
        heading = place.id in headings
        minutes = sums[place.id] if heading else item.minutes or 0
        rows.append(
            AgendaRow(
                item,
                numbered[place.id],
                minutes,
                begins,
                _time(start, begins),
                heading,
                begins >= length,
            )
        )
        begins += 0 if heading else minutes
    return Agenda(tuple(rows), begins, length, start)


def _time(start: str, after: int) -> str:
    if not start:
        return ""
    minute = minutes_of(start) + after
    return clock(minute) if minute < _DAY else ""

"""The forward plan as table data: a row an entry, under the month it comes up in next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.agenda.entry import Every, ForwardEntry, recurrence
from boarddesk.rules.agenda.forward_plan import (
    ForwardPlan,
    Occurrence,
    is_done,
    occurrences,
)
from boarddesk.rules.dates.months import month_of, month_words, months_on
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Ink, Kind, Row

COLUMNS = (
    Column("item", "Item", 260, stretch=True, share=2, least=200),
    Column("board", "Board", 64, ink=Ink.MUTED, from_width=900),
    Column("purpose", "Purpose", 96),
    Column("lead", "Lead", 150, stretch=True, least=110),
    Column("minutes", "Minutes", 72, kind=Kind.NUMBER),
    Column("when", "Next at", 104, kind=Kind.DATE),
    Column("area", "Area", 56, ink=Ink.MUTED, from_width=1000),
    Column("every", "How often", 112, ink=Ink.MUTED, least=96),
    Column("route", "Route", 190, stretch=True, least=120),
)
YEARS_AHEAD = 3
"""How far a row looks for its next meeting: nothing comes up more rarely than once a year."""
ALWAYS, SOME_DAY, DONE, WITHDRAWN = "always", "some day", "done", "withdrawn"
_TITLES = {
    ALWAYS: "At each meeting",
    SOME_DAY: "Not yet placed",
    DONE: "Taken",
    WITHDRAWN: "Withdrawn",
}


@dataclass(frozen=True)
class ShownPlan:
    """The forward plan of the boards in sight, on a day; `areas` are numbers and titles by id."""

    plan: ForwardPlan
    board_id: str | None
    today: date
    areas: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[ForwardEntry, ...]:
        """Those in sight, withdrawn ones too."""
        return tuple(
            entry for entry in self.plan.entries if self.board_id is None or entry.board_id == self.board_id
        )

    def next_of(self, entry: ForwardEntry) -> Occurrence | None:
        """When it comes up next; None where it is withdrawn, done with or wanted some day."""
        if entry.withdrawn_on:
            return None
        last = months_on(month_of(self.today), 12 * YEARS_AHEAD)
        return next(iter(occurrences(self.plan, entry, today=self.today, last=last)), None)

    def group_of(self, entry: ForwardEntry) -> str:
        """The month it stands under, or the group of those without one."""
        if entry.withdrawn_on:
            return WITHDRAWN
        if is_done(self.plan, entry, today=self.today):
            return DONE
        if entry.every is Every.MEETING:
            return ALWAYS
        found = self.next_of(entry)
        if found is None:
            return SOME_DAY
        return month_of(found.meeting.date) if found.meeting else max(found.month, month_of(self.today))


def rows(shown: ShownPlan) -> tuple[list[Row], list[Group]]:
    """Each meeting’s first, then the months, what has no place, what is over; in the plan’s order."""
    made = [_row(entry, shown) for entry in shown.entries]
    counts = Counter(row.group for row in made)
    order = [ALWAYS, *sorted(key for key in counts if key not in _TITLES), SOME_DAY, DONE, WITHDRAWN]
    groups = [_group(key, counts[key]) for key in order if key in counts]
    places = {group.key: at for at, group in enumerate(groups)}
    return sorted(made, key=lambda row: places[row.group]), groups


def _group(key: str, count: int) -> Group:
    title = _TITLES.get(key) or month_words(key)
    return Group(key, title, count=count_in_figures(count, "item"), is_open=key not in (DONE, WITHDRAWN))


def _row(entry: ForwardEntry, shown: ShownPlan) -> Row:
    found, board = shown.next_of(entry), shown.plan.boards[entry.board_id]
    over = entry.withdrawn_on is not None or is_done(shown.plan, entry, today=shown.today)
    return Row(
        entry.id,
        {
            "item": Cell(entry.title, tip=entry.withdrawn_why or entry.note),
            "board": board.short_name,
            "purpose": entry.purpose.capitalize(),
            "lead": entry.owner.name,
            "minutes": Cell(str(entry.minutes), sort=entry.minutes) if entry.minutes else Cell(),
            "when": _when(found),
            "area": shown.areas.get(entry.area_id or "", ("", ""))[0],
            "every": recurrence(entry) if entry.every is not Every.ONCE else "",
            "route": _route(found),
        },
        group=shown.group_of(entry),
        ink=Ink.FAINT if over else None,
    )


def _when(found: Occurrence | None) -> Cell:
    if found is None:
        return Cell("–", ink=Ink.FAINT)
    if found.meeting is None:
        return Cell("No meeting", ink=Ink.MUTED, tip="No meeting is planned from that month on.")
    told = short_date(found.meeting.date)
    if found.owed:
        return Cell(told, sort=found.meeting.date, ink=Ink.WARN, tip=found.owed, said=f"{told}. {found.owed}")
    on = "On its agenda." if found.on_agenda else ""
    return Cell(told, sort=found.meeting.date, tip=on, shape=Shape.TICK if found.on_agenda else None)


def _route(found: Occurrence | None) -> Cell:
    if found is None or found.route is None:
        return Cell()
    if found.route.state.holds:
        return Cell(found.route.told)
    return Cell(found.route.told, ink=Ink.BAD, shape=Shape.TRIANGLE, shape_ink=Ink.BAD)

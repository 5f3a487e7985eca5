"""The attendance matrix as table data: who down, meetings across, figures at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from boarddesk.rules.attendance import (
    FILLED,
    NOT_RECORDED,
    Mark,
    Register,
    RollRow,
    Standing,
)
from boarddesk.rules.attendance_counted import By, GroupKey, grouped_rows
from boarddesk.rules.attendance_figures import NOTHING, Figure
from boarddesk.rules.attendance_report import AttendanceReport, AttendanceRow
from boarddesk.rules.headroom import Headroom
from boarddesk.rules.meetings import Meeting, MeetingState
from boarddesk.rules.parts import mark_words
from boarddesk.rules.people import TargetFigure
from boarddesk.ui.tokens import MarkStyle, Shape
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.table_rows import Cell, Column, Group, Ink, Kind, Row

MEETING_WIDTH = 34
NAME_WIDTH, SOURCE_WIDTH, FIGURE_WIDTH, MISS_WIDTH = 150, 76, 106, 76
WIDE = 860
"""From this table width on, the column saying where somebody comes from is shown."""

HEADS = {
    By.SEAT: "Seat",
    By.PERSON: "Person",
    By.ORGANISATION: "Organisation",
    By.SECTOR: "Sector",
    By.ROLE: "Role",
}
"""The groupings offered, with the head of their first column."""

APART = {
    Standing.ADVISERS: "Advisers, reported apart",
    Standing.NOT_EXPECTED: "Not expected, in no figure",
}

_ONE_NAME = frozenset({By.SEAT, By.PERSON})
"""Groupings in which a row is one person, so that a second column says where they come from."""


@dataclass(frozen=True)
class MeetingColumn:
    """One meeting of the matrix: planned, open, cancelled or counted."""

    meeting: Meeting
    register: Register | None

    @property
    def key(self) -> str:
        """The key of its column."""
        return f"meeting {self.meeting.id}"

    @property
    def counts(self) -> bool:
        """Whether its marks are in the figures."""
        return self.register is not None and self.register.counts

    @property
    def is_cancelled(self) -> bool:
        """Nobody met."""
        return self.meeting.state is MeetingState.CANCELLED

    @property
    def state(self) -> str:
        """What the head of the column says on asking."""
        if self.is_cancelled:
            return "cancelled, left out"
        if self.counts:
            return "register closed, counted"
        return "register open, left out" if self.register and self.register.is_open else "still to come"

    def column(self) -> Column:
        """The day over the month, as narrow as a mark."""
        day = self.meeting.date
        return Column(
            self.key,
            f"{day.day}\n{day:%b}",
            MEETING_WIDTH,
            kind=Kind.MARK,
            tip=f"{long_date(day)}: {self.state}",
        )


def columns(by: By, meetings: Sequence[MeetingColumn]) -> list[Column]:
    """Name, where from, the meetings in view, the figures, and what may still be missed."""
    name = Column("name", HEADS[by], NAME_WIDTH, stretch=True)
    source = [Column("from", "", SOURCE_WIDTH, ink=Ink.MUTED, from_width=WIDE)] if by in _ONE_NAME else []
    return [
        name,
        *source,
        *(one.column() for one in meetings),
        *_figure_columns(by),
        Column("can_miss", "Can miss", MISS_WIDTH, ink=Ink.MUTED),
    ]


def _figure_columns(by: By) -> list[Column]:
    second = ("represented", "Represented") if by is By.ORGANISATION else ("personal", "Personal")
    return [Column(key, title, FIGURE_WIDTH, kind=Kind.NUMBER) for key, title in (second, ("seat", "Seat"))]


def fixed_width(by: By, *, wide: bool) -> int:
    """How much of the table the columns take that are not meetings, at text size 100 %."""
    source = SOURCE_WIDTH if by in _ONE_NAME and wide else 0
    return NAME_WIDTH + source + FIGURE_WIDTH * 2 + MISS_WIDTH


def row_id(group: GroupKey) -> str:
    """One text for a group, so that the table can name its rows."""
    return "\t".join(group)


def group_of(row: str) -> GroupKey:
    """The group a row id stands for."""
    board_id, standing, key = row.split("\t")
    return GroupKey(board_id, Standing(standing), key)


class Matrix:
    """The rows of one view: figures from the report, letters from the registers in view."""

    def __init__(
        self, report: AttendanceReport, meetings: Sequence[MeetingColumn], short_names: Mapping[str, str]
    ) -> None:
        self.report = report
        self._short = short_names
        self.meetings = meetings
        self._rolls: Mapping[str, Mapping[GroupKey, list[RollRow]]] = {
            one.key: grouped_rows(one.register, report.by) if one.register else {} for one in meetings
        }

    def rows(self) -> list[Row]:
        """Members first, then those reported apart; people seen only on open registers after the counted."""
        counted = [self._row(one) for one in self.report.rows]
        return counted + [self._uncounted(group, rows) for group, rows in self._only_open().items()]

    def groups(self) -> list[Group]:
        """A heading for each standing but the members', which need none."""
        present = {group_of(row.id).standing for row in self.rows()}
        return [Group(standing, title) for standing, title in APART.items() if standing in present]

    def _only_open(self) -> dict[GroupKey, list[RollRow]]:
        known = {one.group for one in self.report.rows}
        found: dict[GroupKey, list[RollRow]] = {}
        for rolls in self._rolls.values():
            for group, rows in rolls.items():
                if group not in known and (group.standing is Standing.MEMBERS or self.report.by in _ONE_NAME):
                    found.setdefault(group, rows)
        return found

    def _row(self, one: AttendanceRow) -> Row:
        cells: dict[str, Cell | str] = {
            "name": Cell(_who(one), tip=one.seat_title),
            "from": self._source(one.organisation),
            "personal": _figure(one.personal, _target_of(one, TargetFigure.PERSONAL)),
            "seat": _figure(one.seat, _target_of(one, TargetFigure.SEAT)),
            "represented": _figure(one.representation or Figure(0, 0), None),
            "can_miss": _headroom(one.headroom),
        }
        return self._with_marks(one.group, cells, vacant=not one.person)

    def _uncounted(self, group: GroupKey, rows: Sequence[RollRow]) -> Row:
        first = rows[0]
        name = first.who if self.report.by in _ONE_NAME else first.organisation or group.key
        cells: dict[str, Cell | str] = {
            "name": Cell(name, tip=first.seat_title),
            "from": self._source(first.organisation),
            **dict.fromkeys(("personal", "seat", "represented", "can_miss"), Cell(NOTHING, ink=Ink.FAINT)),
        }
        return self._with_marks(group, cells, vacant=not first.person)

    def _source(self, organisation: str) -> Cell:
        return Cell(self._short.get(organisation, organisation), tip=organisation, said=organisation)

    def _with_marks(self, group: GroupKey, cells: dict[str, Cell | str], *, vacant: bool) -> Row:
        marks = {one.key: self._mark(one, group) for one in self.meetings}
        faint = vacant and self.report.by is By.SEAT
        standing = "" if group.standing is Standing.MEMBERS else group.standing
        return Row(row_id(group), {**cells, **marks}, group=standing, ink=Ink.MUTED if faint else None)

    def _mark(self, one: MeetingColumn, group: GroupKey) -> Cell:
        day = f"{one.meeting.date.day} {one.meeting.date:%b}"
        if one.is_cancelled:
            return Cell(muted_ground=True, said=f"{day}, cancelled")
        rows = self._rolls[one.key].get(group, [])
        if not rows:
            return Cell(said=f"{day}, not on the roll")
        if len(rows) > 1 or self.report.by not in _ONE_NAME:
            return _several(one, rows, day)
        return _one_mark(one, rows[0], day)


def _one_mark(one: MeetingColumn, row: RollRow, day: str) -> Cell:
    said = mark_words(row)
    left_out = "" if one.counts else ", register open, left out"
    if row.mark is None:
        return Cell(mark_style=MarkStyle.NOT_RECORDED, said=said, tip=f"{day}: {NOT_RECORDED}")
    style = MarkStyle.COUNTED if one.counts else MarkStyle.OPEN
    return Cell(mark=row.mark.value, mark_style=style, said=said + left_out, tip=f"{day}: {said}{left_out}")


def _several(one: MeetingColumn, rows: Iterable[RollRow], day: str) -> Cell:
    """Several seats in one cell: how many were filled of those expected."""
    expected = [row for row in rows if row.is_counted]
    if not expected:
        return Cell(Mark.NOT_REQUIRED.value, ink=Ink.FAINT, said=f"{day}, not required")
    filled = sum(row.mark in FILLED for row in expected)
    ink = Ink.FAINT if not one.counts else (None if filled == len(expected) else Ink.BAD)
    said = f"{day}: {filled} of {len(expected)} seats filled"
    words = said if one.counts else f"{said}, register open, left out"
    return Cell(f"{filled}/{len(expected)}", ink=ink, said=words, tip=words)


def _who(one: AttendanceRow) -> str:
    if one.by is By.SEAT:
        return one.person or "Vacant"
    return one.name[:1].upper() + one.name[1:]


def _target_of(one: AttendanceRow, figure: TargetFigure) -> Decimal | None:
    return one.target if one.target_figure is figure else None


def _figure(figure: Figure, target: Decimal | None) -> Cell:
    """Fraction, then per cent; below a target it says so with a shape and its colour."""
    if not figure.of:
        return Cell(NOTHING, ink=Ink.FAINT, said="nothing expected")
    below = figure.meets(target) is False
    said = figure.text(target) + (", below target" if below else "")
    return Cell(
        figure.shown(target),
        before=figure.fraction,
        strong=True,
        sort=float(figure.percent or 0),
        ink=Ink.BAD if below else None,
        shape=Shape.TRIANGLE if below else None,
        shape_ink=Ink.BAD,
        said=said,
    )


def _headroom(found: Headroom | None) -> Cell:
    if found is None or not found.to_come:
        return Cell(NOTHING, ink=Ink.FAINT, said="no target is held against this row or no meeting is left")
    if not found.reachable:
        return Cell(
            "Out of reach", ink=Ink.BAD, sort=-1, tip=found.sentence, said="cannot reach the target now"
        )
    none_left = found.can_miss == 0
    return Cell(
        f"{found.can_miss} more",
        sort=found.can_miss,
        strong=none_left,
        ink=Ink.INK if none_left else None,
        tip=found.sentence,
        said=found.brief,
    )

"""The part of a meeting about returns: areas of the plan by meetings, one key a cell, and whom to chase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.records.agenda import returns
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.rules.returns import RETURN_KEYS, ReportingArea, ReturnsGrid, ReturnState, takes_returns
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.register.rows import choose_next
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.plan.words import near_day, short_name
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Row

KEYS = "Type W for written, V for verbal, L for late, N for none; Delete clears. The arrows move."
BEFORE = 6
"""So many meetings before this one stand beside it."""

_NO_AREAS = (
    "The areas of the board’s improvement plan stand here, with how each reported to the meeting. This board "
    "has no plan yet."
)
_CANCELLED = "A cancelled meeting had nothing reported to it."
_AREA = Column("area", "Area", 200, stretch=True, least=180)
_BESIDE, _EACH = 430, 80
"""What area and leads take, and each meeting: the earlier ones give way where the table is narrow."""
_WHO = Column("who", "To be chased", 120, fits=220, ink=Ink.MUTED)
_WARN = {ReturnState.LATE: Ink.WARN, ReturnState.NONE: Ink.BAD}


def returns_part(on: Workspace) -> MeetingPart:
    """The grid, this meeting’s column the last but those after it."""
    view = ReturnsView(on)
    return MeetingPart(
        "Returns",
        view,
        view.show_meeting,
        focus=view.focus_rows,
        next_step=lambda: None,
    )


class ReturnsView(QWidget):
    """Shows the grid and writes what is typed into it."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self._shown_for = ""
        self.table = RecordTable("returns", (_AREA,), noun=("area", "areas"))
        self.table.view.setAccessibleName("Returns of areas to meetings")
        self.table.typed.connect(self._type)
        self.table.set_actions([*map(self._noting, RETURN_KEYS.values()), self._clearing()])
        self.chase = WrappedLabel("")
        self.hint = WrappedLabel(KEYS, "meta")
        self.empty = EmptyState("No returns", _NO_AREAS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.chase, self.empty):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)

    def _noting(self, state: ReturnState) -> Action:
        return Action(f"Note as {state}", partial(self.note, state), applies=self._may_note)

    def _clearing(self) -> Action:
        return Action("Take the note out", partial(self.note, None), applies=self._may_note)

    # ── showing ──

    def show_meeting(self, found: Register, board: Board) -> None:
        """How each area reported to this meeting and those before it."""
        meeting, session = found.meeting, self._on.session
        grid = returns.returns_grid(session.file, board.id, last=meeting.date)
        there = bool(grid.areas) and takes_returns(meeting)
        for part in (self.table, self.chase, self.hint):
            part.setVisible(there)
        self.empty.setVisible(not there)
        if not there:
            self.empty.say(_NO_AREAS if takes_returns(meeting) else _CANCELLED)
        near = grid.meetings[-BEFORE - 1 :]
        columns = (
            _AREA,
            *(
                replace(_column(known, board, session.today), from_width=_BESIDE + _EACH * after)
                for after, known in zip(range(len(near), 0, -1), near, strict=True)
            ),
            _WHO,
        )
        if columns != self.table.model.columns:
            self.table.set_columns(columns)
        self.table.set_settings(session.settings)
        self.table.set_rows(
            [_row(area, grid, [known.id for known in near], meeting.id) for area in grid.areas]
        )
        self.chase.setText(_chased(grid, meeting.id))
        if there and self._shown_for != meeting.id:
            self._shown_for = meeting.id
            self.table.choose_first()
            at = self.table.view.currentIndex()
            self.table.view.setCurrentIndex(self.table.model.index(at.row(), len(near)))

    def focus_rows(self) -> None:
        """The grid."""
        self.table.view.setFocus()

    # ── writing ──

    def _cells(self) -> list[tuple[str, str]]:
        """The chosen areas at the meeting whose column has the focus."""
        meeting_id = self.table.current_column()
        ids = {column.key for column in self.table.model.columns if column.typed}
        return [(meeting_id, area_id) for area_id in self.table.chosen_ids()] if meeting_id in ids else []

    def _may_note(self) -> bool:
        return bool(self._cells())

    def note(self, state: ReturnState | None) -> None:
        """How the chosen areas reported; None takes the note out again."""
        check_may_write(self)
        if cells := self._cells():
            returns.set_returns(self._on.session.file, cells, state)

    def _type(self, area_id: str, _meeting: str, letter: str) -> None:
        """A letter notes the chosen cells, and goes on to the next area where it is one."""
        if letter and letter.upper() not in RETURN_KEYS:
            return
        alone = len(self._cells()) == 1
        self.note(RETURN_KEYS[letter.upper()] if letter else None)
        if alone and letter:
            choose_next(self.table, area_id)


def _column(meeting: Meeting, board: Board, today: date) -> Column:
    number, day = f"{board.short_name} {meeting.number:02}", near_day(meeting.date, today)
    return Column(meeting.id, f"{number}\n{day}", 72, typed=True, full=f"{number}, {day}")


def _row(area: ReportingArea, grid: ReturnsGrid, meeting_ids: Sequence[str], meeting_id: str) -> Row:
    cells: dict[str, Cell | str] = {
        of: _cell(grid.state(of, area.id), here=of == meeting_id) for of in meeting_ids
    }
    missing = area in grid.missing(meeting_id)
    leads = ", ".join(map(short_name, area.leads)) or "no lead"
    who = Cell(leads, said=", ".join(area.leads)) if missing else Cell("–", said="nobody", ink=Ink.FAINT)
    return Row(area.id, {"area": Cell(area.words, tip=area.words), **cells, "who": who})


def _cell(state: ReturnState | None, *, here: bool) -> Cell:
    if state is None:
        return Cell("–", ink=Ink.FAINT, said="not noted")
    shape = Shape.TRIANGLE if state is ReturnState.NONE else None
    ink = _WARN.get(state)
    return Cell(state.value, ink=ink, strong=here, shape=shape, shape_ink=ink or Ink.MUTED)


def _chased(grid: ReturnsGrid, meeting_id: str) -> str:
    """`4 of 6 areas have reported to this meeting, 2 are to be chased.`"""
    areas = count_in_figures(len(grid.areas), "area")
    said = f"{grid.received(meeting_id)} of {areas} have reported to this meeting"
    missing = len(grid.missing(meeting_id))
    if not missing:
        return f"{said}."
    return f"{said}, {missing} {'is' if missing == 1 else 'are'} to be chased."

"""The round of one meeting: each step of the month's rhythm with its day, and how far it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.records.rhythm import round_records, tick, untick
from boarddesk.records.timetable import timetable
from boarddesk.rules.meetings.rhythm import NOTHING_RECORDED, RhythmStep, notice_says, rhythm, until
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Ink, Kind, Row

COLUMNS = (
    Column("done", "Done", 68, kind=Kind.TICK, editor=Editor(EditorKind.TICK)),
    Column("step", "Step", 140, fits=200),
    Column("day", "Day", 150, kind=Kind.DATE),
    Column("rule", "From the meeting", 190, fits=240, ink=Ink.MUTED, from_width=960),
    Column("done_on", "Done on", 150, kind=Kind.DATE, editor=Editor(EditorKind.DATE)),
    Column("says", "How it stands", 180, stretch=True, least=110),
)
KEYS = (
    "Space ticks a step as done today, or takes the tick back; F2 under “Done on” gives another day. "
    "What BoardDesk knows is ticked by itself: the agenda or pack issued, every paper in, the meeting held, "
    "its minutes drafted. The days follow the board’s terms of reference on the People page."
)


def round_part(on: Workspace) -> MeetingPart:
    """The days around a meeting."""
    view = RoundView(on)
    return MeetingPart(
        "Dates",
        view,
        view.show_round,
        focus=view.table.view.setFocus,
        next_step=lambda: None,
        actions=(Action("Tick step as done", view.tick_chosen, "Meeting", applies=view.may_tick_chosen),),
    )


class RoundView(QWidget):
    """Shows the steps of the meeting opened, and ticks them."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self._steps: dict[str, RhythmStep] = {}
        self.trouble = WrappedLabel("", "warn")
        self.table = RecordTable("round of a meeting", COLUMNS, noun=("step", "steps"))
        self.table.view.setAccessibleName("Steps of the round")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.trouble)
        column.addWidget(self.table, 1)
        column.addWidget(WrappedLabel(KEYS, "meta"))
        self.table.ticked.connect(lambda key, _column, wanted: self._tick(key, wanted=wanted))
        self.table.edited.connect(lambda key, _column, typed: self._date(key, typed))

    def show_round(self, found: Register, board: Board) -> None:
        """The steps of a meeting as they stand today, and what speaks against its day."""
        session, meeting = self._on.session, found.meeting
        record = round_records(session.file, meeting.id).get(meeting.id, NOTHING_RECORDED)
        steps = rhythm(board, meeting, today=session.today, record=record)
        self._steps = {step.key: step for step in steps}
        self.table.set_rows([_row(step, board, today=session.today) for step in steps])
        if not self.table.chosen_id():
            self.table.choose_first()
        clashes = timetable(session.file).clashes(meeting) if meeting.date >= session.today else ()
        says = [clash.says for clash in clashes]
        says.append(notice_says(board, meeting, record, today=session.today))
        self.trouble.setText("\n".join(f"▲ {words}" for words in says if words))
        self.trouble.setVisible(bool(self.trouble.text()))

    def may_tick_chosen(self) -> bool:
        """Whether the step chosen is one that is ticked by hand and is not done yet."""
        step = self._steps.get(self.table.chosen_id())
        return step is not None and not step.is_meeting and not step.done

    def tick_chosen(self) -> None:
        """The step chosen was done today."""
        self._tick(self.table.chosen_id(), wanted=True)

    def _tick(self, key: str, *, wanted: bool) -> None:
        check_may_write(self)
        session, meeting_id = self._on.session, self._on.meeting_id
        if wanted:
            tick(session.file, meeting_id, key, session.today, today=session.today)
        else:
            untick(session.file, meeting_id, key)

    def _date(self, key: str, typed: str) -> None:
        if not typed:
            self._tick(key, wanted=False)
            return
        session = self._on.session
        tick(session.file, self._on.meeting_id, key, date.fromisoformat(typed), today=session.today)


def _row(step: RhythmStep, board: Board, *, today: date) -> Row:
    """The meeting itself, and what BoardDesk knows to be done, are not ticked by hand."""
    by_hand = not step.is_meeting and (step.is_ticked or not step.done)
    done_on = step.done_on
    return Row(
        step.key,
        {
            "done": Cell(ticked=step.done, editable=by_hand) if step.done or by_hand else "",
            "step": step.title,
            "day": Cell(long_date(step.day), sort=step.day),
            "rule": "" if step.is_meeting else board.rule(step.key).words,
            "done_on": Cell(
                long_date(done_on) if done_on else "",
                sort=done_on,
                value=done_on.isoformat() if done_on else "",
                editable=by_hand,
            ),
            "says": _says(step, today),
        },
        strong=step.is_meeting,
    )


def _says(step: RhythmStep, today: date) -> Cell:
    """Late in red; else how far off it is, or by how much it was late."""
    if step.late:
        words = step.late[:1].upper() + step.late[1:]
        return Cell(f"Late: {words}", ink=Ink.BAD, shape=Shape.TRIANGLE, shape_ink=Ink.BAD)
    if step.remark:
        return Cell(f"Late: {step.remark}", ink=Ink.WARN, shape=Shape.TRIANGLE, shape_ink=Ink.WARN)
    if not step.done:
        words = until(step.day, today)
        return Cell(words[:1].upper() + words[1:], ink=Ink.MUTED)
    late = (step.done_on - step.day).days if step.done_on else 0
    return Cell(f"Done {late} day{'' if late == 1 else 's'} late" if late > 0 else "Done", ink=Ink.MUTED)

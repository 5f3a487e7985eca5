"""A board's meetings by year, as table data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boarddesk.rules.attendance import Register, Standing
from boarddesk.rules.attendance_counted import rows_of
from boarddesk.rules.attendance_figures import tally
from boarddesk.rules.meetings import MeetingState, meeting_title, year_label
from boarddesk.rules.people import Board, TargetFigure
from boarddesk.ui.tokens import Shape
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.table_rows import Cell, Column, Group, Ink, Kind, Row

COLUMNS = (
    Column("number", "Number", 148, ink=Ink.MUTED),
    Column("date", "Date", 136, kind=Kind.DATE),
    Column("time", "Time", 116, ink=Ink.MUTED),
    Column("venue", "Place", 200, stretch=True, ink=Ink.MUTED),
    Column("state", "State", 120),
    Column("register", "Register", 168),
    Column("seat", "Seats", 116, kind=Kind.NUMBER),
)


def rows(
    registers: Iterable[Register], boards: Mapping[str, Board], today: date
) -> tuple[list[Row], list[Group]]:
    """Newest year first, within a year by date; a meeting per row."""
    found = sorted(registers, key=lambda one: (one.meeting.date, one.meeting.start_time), reverse=True)
    made = [_row(one, boards[one.meeting.board_id], today) for one in found]
    counts: dict[str, int] = {}
    for row in made:
        counts[row.group] = counts.get(row.group, 0) + 1
    groups = [
        Group(key, key, count=f"{count} meeting{'' if count == 1 else 's'}") for key, count in counts.items()
    ]
    return made, groups


def waits_first(registers: Iterable[Register], today: date) -> str:
    """What a secretary comes for: the oldest register left open, else the next meeting; empty for neither."""
    found = sorted(registers, key=lambda one: one.meeting.date)
    left_open = [one for one in found if one.is_open and one.meeting.date <= today]
    to_come = [one for one in found if one.meeting.state.is_to_come and one.meeting.date >= today]
    return next((one.meeting.id for one in [*left_open, *to_come]), "")


def _row(register: Register, board: Board, today: date) -> Row:
    meeting = register.meeting
    cancelled = meeting.state is MeetingState.CANCELLED
    times = " to ".join(part for part in (meeting.start_time, meeting.end_time) if part)
    return Row(
        meeting.id,
        {
            "number": Cell(meeting_title(board.short_name, meeting, board.year_start)),
            "date": Cell(long_date(meeting.date), sort=meeting.date),
            "time": times,
            "venue": meeting.venue,
            "state": Cell(meeting.state.capitalize(), tip=meeting.cancelled_why),
            "register": _register(register, today),
            "seat": _seats(register, board),
        },
        group=f"{board.short_name} {year_label(meeting.date, board.year_start)}",
        ink=Ink.FAINT if cancelled else None,
    )


def _register(register: Register, today: date) -> Cell:
    if register.meeting.state is MeetingState.CANCELLED:
        return Cell("–")
    if register.closed:
        return Cell("Closed")
    missing = len(register.not_recorded)
    if register.roll_id is None:
        late = register.meeting.state.was_held or register.meeting.date < today
        return Cell("Not taken", ink=Ink.BAD, shape=Shape.TRIANGLE, shape_ink=Ink.BAD) if late else Cell("–")
    words = f"Open, {missing} not recorded" if missing else "Open, all recorded"
    return Cell(words, ink=Ink.WARN)


def _seats(register: Register, board: Board) -> Cell:
    if not register.counts:
        return Cell("–", ink=Ink.FAINT)
    counts = tally(rows_of(register, Standing.MEMBERS))
    personal = board.target_figure is TargetFigure.PERSONAL
    figure = counts.personal if personal else counts.seat
    below = figure.meets(board.attendance_target) is False
    return Cell(
        figure.shown(board.attendance_target),
        before=figure.fraction,
        strong=True,
        sort=float(figure.percent or 0),
        ink=Ink.BAD if below else None,
        said=figure.text(board.attendance_target) + (", below target" if below else ""),
    )

"""A board's meetings by year, as table data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.attendance.figures import Tally
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.rolls import MeetingRecord, RegisterState, Rolls
from boarddesk.rules.meetings.clashes import Clash, Timetable
from boarddesk.rules.meetings.meeting import Meeting, board_year, meeting_title, year_label
from boarddesk.rules.people import Board, TargetFigure
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.figure_cell import figure_cell
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Ink, Kind, Row

COLUMNS = (
    Column("number", "Number", 148, ink=Ink.MUTED, least=120),
    Column("date", "Date", 136, kind=Kind.DATE),
    Column("time", "Time", 116, ink=Ink.MUTED),
    Column("venue", "Place", 200, stretch=True, ink=Ink.MUTED, from_width=940),
    Column("state", "State", 120, fits=176, least=96),
    Column("register", "Register", 168),
    Column("seat", "Seats", 132, kind=Kind.NUMBER),
)


def rows(
    found: Rolls, boards: Mapping[str, Board], today: date, *, timetable: Timetable
) -> tuple[list[Row], list[Group]]:
    """A group for each board’s year, newest year first, boards in their order; newest meeting first."""
    tallies = {meeting.meeting.id: meeting.members for meeting in found.count(By.BOARD).meetings}
    missing = found.missing()
    made = [
        _row(
            meeting,
            _Year.of(meeting.meeting, boards),
            register=_register(meeting, missing.get(meeting.meeting.id), today),
            counted=tallies.get(meeting.meeting.id),
            clashes=timetable.clashes(meeting.meeting) if meeting.meeting.date >= today else (),
        )
        for meeting in reversed(found.meetings)
    ]
    places = {board_id: place for place, board_id in enumerate(boards)}
    counts = Counter(_Year.of(meeting.meeting, boards) for meeting in found.meetings)
    years = sorted(counts, key=lambda year: (-year.first.toordinal(), places[year.board.id]))
    return made, [year.group(counts[year]) for year in years]


@dataclass(frozen=True)
class _Year:
    """One year of one board."""

    first: date
    board: Board

    @classmethod
    def of(cls, meeting: Meeting, boards: Mapping[str, Board]) -> _Year:
        board = boards[meeting.board_id]
        return cls(board_year(meeting.date, board.year_start)[0], board)

    @property
    def key(self) -> str:
        return f"{self.board.id} {self.first}"

    def group(self, count: int) -> Group:
        title = f"{self.board.short_name} {year_label(self.first, self.board.year_start)}"
        return Group(self.key, title, count=f"{count} meeting{'' if count == 1 else 's'}")


def waits_first(found: Rolls, today: date) -> str:
    """What a secretary comes for: the oldest register left open, else the next meeting; empty for neither."""
    known = found.meetings
    left_open = [
        meeting
        for meeting in known
        if meeting.register_state is RegisterState.OPEN and meeting.meeting.date <= today
    ]
    to_come = [
        meeting for meeting in known if meeting.meeting.state.is_to_come and meeting.meeting.date >= today
    ]
    return next((meeting.meeting.id for meeting in [*left_open, *to_come]), "")


def _row(
    sitting: MeetingRecord,
    year: _Year,
    *,
    register: Cell,
    counted: Tally | None,
    clashes: Sequence[Clash],
) -> Row:
    meeting, board = sitting.meeting, year.board
    times = " to ".join(part for part in (meeting.start_time, meeting.end_time) if part)
    return Row(
        meeting.id,
        {
            "number": Cell(meeting_title(board.short_name, meeting, board.year_start)),
            "date": Cell(long_date(meeting.date), sort=meeting.date),
            "time": times,
            "venue": meeting.venue,
            "state": _state(meeting, clashes),
            "register": register,
            "seat": _seats(counted, board),
        },
        group=year.key,
        ink=Ink.FAINT if sitting.register_state is RegisterState.CANCELLED else None,
    )


def _state(meeting: Meeting, clashes: Sequence[Clash]) -> Cell:
    """With its clashes, which say themselves what they are where the mouse rests."""
    words = meeting.state.capitalize()
    if not clashes:
        return Cell(words, tip=meeting.cancelled_why)
    says = " ".join(clash.says for clash in clashes)
    return Cell(
        f"{words}, clash", tip=says, said=f"{words}. {says}", shape=Shape.TRIANGLE, shape_ink=Ink.WARN
    )


def _register(sitting: MeetingRecord, missing: int | None, today: date) -> Cell:
    """How far the register has come; `missing` is None where none is stored."""
    if sitting.register_state is RegisterState.COUNTED:
        return Cell("Closed")
    if sitting.register_state is not RegisterState.CANCELLED and missing is not None:
        return Cell(f"Open, {missing} not recorded" if missing else "Open, all recorded", ink=Ink.WARN)
    late = sitting.register_state is RegisterState.OPEN or (
        sitting.register_state is RegisterState.TO_COME and sitting.meeting.date < today
    )
    return Cell("Not taken", ink=Ink.BAD, shape=Shape.TRIANGLE, shape_ink=Ink.BAD) if late else Cell("–")


def _seats(counted: Tally | None, board: Board) -> Cell:
    if counted is None:
        return Cell("–", ink=Ink.FAINT)
    held_against = board.target_figure is TargetFigure.SEAT
    return figure_cell(counted.seat, board.attendance_target if held_against else None)

"""The table by meeting: a row for each, its marks counted letter by letter, and its figures."""

from __future__ import annotations

from boarddesk.rules.attendance.figures import COLUMN, NO_FIGURE
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.attendance.rolls import MeetingRecord, RegisterState
from boarddesk.rules.meetings.meeting import meeting_title
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import Mark, Standing
from boarddesk.ui.attendance.matrix import APART, LazyCells, figure_columns, row_id
from boarddesk.ui.attendance.shown import ShownAttendance
from boarddesk.ui.attendance.widths import words_width
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.figure_cell import figure_cell
from boarddesk.ui.widgets.table.cells import FIRST_PAD, PAD
from boarddesk.ui.widgets.table.rows import EMPTY, Cell, Column, Group, Ink, Kind, Pin, Row

COUNT_WIDTH, COUNT_LEAST, WIDEST_DAY = 38, 24, "Wed 28 May 2026"
_KEYS = ("name", "date", *(mark.value for mark in Mark), "personal", "seat", "represented")


def columns(shown: ShownAttendance) -> list[Column]:
    """The meeting stays in sight at the left, its figures at the right; letters are counted between."""
    names = [row.name for row in shown.report.rows]
    return [
        Column("name", "Meeting", words_width(names, pad=FIRST_PAD + PAD), stretch=True, pin=Pin.LEFT),
        Column("date", "Date", words_width([WIDEST_DAY]), kind=Kind.DATE, ink=Ink.MUTED),
        *(_count(mark, shown.labels[mark]) for mark in Mark),
        *figure_columns(By.MEETING, shown.report.rows),
    ]


def _count(mark: Mark, words: str) -> Column:
    tip = words[:1].upper() + words[1:]
    return Column(mark.value, mark.value, COUNT_WIDTH, kind=Kind.NUMBER, tip=tip, least=COUNT_LEAST)


def rows(shown: ShownAttendance) -> tuple[list[Row], list[Group]]:
    """Members' figures meeting by meeting; advisers apart; what is left out says why."""
    found = {row.group: row for row in shown.report.rows}
    made = [
        _row(
            shown,
            meeting,
            found.get(GroupKey(meeting.meeting.board_id, Standing.MEMBERS, meeting.meeting.id)),
        )
        for meeting in shown.rolls.meetings
        if meeting.register_state is not RegisterState.TO_COME
    ]
    days = {meeting.meeting.id: meeting for meeting in shown.rolls.meetings}
    advisers = [_row(shown, days[row.group.key], row) for row in shown.report.adviser_rows]
    groups = [Group(Standing.ADVISERS, APART[Standing.ADVISERS])] if advisers else []
    return made + advisers, groups


def _row(shown: ShownAttendance, meeting: MeetingRecord, figures: AttendanceRow | None) -> Row:
    cells = LazyCells(_KEYS, lambda key: _cell(key, shown, meeting, figures))
    if figures is None:
        group = GroupKey(meeting.meeting.board_id, Standing.MEMBERS, meeting.meeting.id)
        return Row(row_id(group), cells, ink=Ink.FAINT)
    standing = figures.standing
    return Row(row_id(figures.group), cells, group="" if standing is Standing.MEMBERS else standing)


def _cell(key: str, shown: ShownAttendance, meeting: MeetingRecord, figures: AttendanceRow | None) -> Cell:
    if key == "name":
        board = shown.board(meeting.meeting.board_id)
        return Cell(meeting_title(board.short_name, meeting.meeting, board.year_start))
    if key == "date":
        return Cell(long_date(meeting.meeting.date), sort=meeting.meeting.date)
    if figures is None:
        says = Cell(meeting.register_state.value.partition(",")[0], tip=meeting.register_state.value)
        return says if key == "personal" else EMPTY
    return _figure(key, figures)


def _figure(key: str, figures: AttendanceRow) -> Cell:
    """One of the three figures, or how often a letter was given."""
    held = {kind: figures.target if figures.target_figure is kind else None for kind in TargetFigure}
    match key:
        case "personal":
            return figure_cell(figures.personal, held[TargetFigure.PERSONAL])
        case "seat":
            return figure_cell(figures.seat, held[TargetFigure.SEAT])
        case "represented":
            return figure_cell(figures.representation or NO_FIGURE, None)
        case _:
            count = getattr(figures.tally, COLUMN[Mark(key)])
            return Cell(str(count), sort=count, ink=None if count else Ink.FAINT)

"""The table by meeting: a row for each, its marks counted letter by letter, and its figures."""

from __future__ import annotations

from boarddesk.rules.attendance import MARK_LABELS, Mark, Standing
from boarddesk.rules.attendance_counted import By, GroupKey
from boarddesk.rules.attendance_figures import COLUMN, NO_FIGURE
from boarddesk.rules.attendance_report import AttendanceRow
from boarddesk.rules.attendance_rolls import MeetingTaken, Taken
from boarddesk.rules.meetings import meeting_title
from boarddesk.rules.people import TargetFigure
from boarddesk.ui.attendance.matrix import (
    APART,
    NAME_WIDTH,
    WIDE_FIGURE,
    LazyCells,
    figure_columns,
    row_id,
)
from boarddesk.ui.attendance.shown import ShownAttendance
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.figure_cell import figure_cell
from boarddesk.ui.widgets.table_rows import EMPTY, Cell, Column, Group, Ink, Kind, Row

COUNT_WIDTH = 38

COLUMNS = (
    Column("name", "Meeting", NAME_WIDTH, stretch=True),
    Column("date", "Date", 124, kind=Kind.DATE, ink=Ink.MUTED),
    *(
        Column(mark.value, mark.value, COUNT_WIDTH, kind=Kind.NUMBER, tip=MARK_LABELS[mark].capitalize())
        for mark in Mark
    ),
    *figure_columns(By.MEETING),
    Column("represented", "Represented", WIDE_FIGURE, kind=Kind.NUMBER),
)

_KEYS = tuple(column.key for column in COLUMNS)


def rows(shown: ShownAttendance) -> tuple[list[Row], list[Group]]:
    """Members' figures meeting by meeting; advisers apart; what is left out says why."""
    found = {one.group: one for one in shown.report.rows}
    made = [
        _row(shown, one, found.get(GroupKey(one.meeting.board_id, Standing.MEMBERS, one.meeting.id)))
        for one in shown.rolls.meetings
        if one.taken is not Taken.TO_COME
    ]
    days = {one.meeting.id: one for one in shown.rolls.meetings}
    advisers = [_row(shown, days[one.group.key], one) for one in shown.report.adviser_rows]
    groups = [Group(Standing.ADVISERS, APART[Standing.ADVISERS])] if advisers else []
    return made + advisers, groups


def _row(shown: ShownAttendance, one: MeetingTaken, figures: AttendanceRow | None) -> Row:
    cells = LazyCells(_KEYS, lambda key: _cell(key, shown, one, figures))
    if figures is None:
        group = GroupKey(one.meeting.board_id, Standing.MEMBERS, one.meeting.id)
        return Row(row_id(group), cells, ink=Ink.FAINT)
    standing = figures.standing
    return Row(row_id(figures.group), cells, group="" if standing is Standing.MEMBERS else standing)


def _cell(key: str, shown: ShownAttendance, one: MeetingTaken, figures: AttendanceRow | None) -> Cell:
    if key == "name":
        board = shown.board(one.meeting.board_id)
        return Cell(meeting_title(board.short_name, one.meeting, board.year_start))
    if key == "date":
        return Cell(long_date(one.meeting.date), sort=one.meeting.date)
    if figures is None:
        says = Cell(one.taken.value.partition(",")[0], tip=one.taken.value)
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

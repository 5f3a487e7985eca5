"""`boarddesk attendance`: the figures a board is judged on, as a table or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from boarddesk.cli.command import (
    Command,
    Status,
    board_argument,
    check_period,
    json_argument,
    period_arguments,
    today,
)
from boarddesk.cli.offices import to_read
from boarddesk.cli.scope import chosen_board
from boarddesk.cli.terminal import counted, paragraph, say, say_json, table
from boarddesk.records import attendance as kept
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.attendance_figures import NOTHING, Figure
from boarddesk.rules.attendance_report import AttendanceReport, AttendanceRow, AttendanceTotal, MeetingFigures
from boarddesk.rules.deadlines import in_words


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    board_argument(parser)
    period_arguments(parser)
    groups = [by.value for by in By if by is not By.BOARD]
    parser.add_argument("--by", choices=groups, default=By.PERSON.value, help="what a row is (person)")
    json_argument(parser)


def attendance(chosen: Namespace) -> int:
    check_period(chosen, today=today())
    with to_read(chosen.file) as file:
        board = chosen_board(file, chosen.board)
        report = kept.report(
            file,
            By(chosen.by),
            board_id=board.id if board else None,
            first=chosen.first,
            last=chosen.last,
            today=today(),
        )
    if chosen.json:
        say_json(document(report))
    else:
        say_report(report, scope=board.name if board else "All boards")
    return Status.DONE


ATTENDANCE = Command(
    "attendance",
    "Print attendance: personal, seat and representation, each with its fraction.",
    "boarddesk attendance office.boarddesk --board SIB --from 2026-01-01 --by seat",
    arguments,
    attendance,
)


# For people ----------------------------------------------------------------------------------------------


WITH_A_HOLDER = frozenset({By.PERSON, By.SEAT})
"""Rows that stand for one place on a board, with an organisation and a role of their own."""


def say_report(report: AttendanceReport, *, scope: str) -> None:
    """The table, the pooled totals with their range, what is left out, and the definition."""
    say(f"Attendance by {report.by} · {scope} · {_period(report)}")
    say()
    if report.rows:
        columns = _columns(report)
        rows = [[show(row) for show in columns.values()] for row in report.rows]
        say(table(list(columns), rows, right=RIGHT))
    else:
        say("Nothing to count yet: no register of a meeting that was held has been closed in this period.")
    say()
    for line in _totals(report):
        say(line)
    say()
    say(paragraph(report.definition))


Show = Callable[[AttendanceRow], str]

MARKS: dict[str, Show] = {
    "P": lambda row: str(row.tally.attended),
    "D": lambda row: str(row.tally.deputy),
    "A": lambda row: str(row.tally.apologies),
    "X": lambda row: str(row.tally.absent),
    "N": lambda row: str(row.tally.not_required),
}
FIGURES: dict[str, Show] = {
    "Personal": lambda row: row.personal.text(row.target),
    "Seat": lambda row: row.seat.text(row.target),
    "Represented": lambda row: row.representation.text(row.target) if row.representation else NOTHING,
}
RIGHT = (*MARKS, *FIGURES)


def _columns(report: AttendanceReport) -> dict[str, Show]:
    """The columns that say something for this grouping, by heading."""
    columns: dict[str, Show] = {}
    if len({row.board for row in report.rows}) > 1:
        columns["Board"] = lambda row: row.board
    columns["Name"] = lambda row: row.name
    if report.by in WITH_A_HOLDER:
        columns["Organisation"] = lambda row: row.organisation or NOTHING
        columns["Role"] = lambda row: row.role
    elif report.advisers.tally.expected:
        columns["Counted with"] = lambda row: row.standing
    columns |= MARKS | FIGURES
    if any(row.headroom for row in report.rows):
        columns["This board year"] = lambda row: row.headroom.brief if row.headroom else NOTHING
    return columns


def _period(report: AttendanceReport) -> str:
    if report.first is None and report.last is None:
        return "all meetings"
    first = f"from {in_words(report.first)} " if report.first else ""
    last = f"to {in_words(report.last)}" if report.last else ""
    return f"{first}{last}".strip()


def _totals(report: AttendanceReport) -> Sequence[str]:
    lines = [f"Members: {_pooled(report.total)}{_range(report)}"]
    if report.adviser_rows:
        lines.append(f"Advisers: {_pooled(report.advisers)}; {report.advisers_range}")
    left_out = [
        report.open_note,
        f"{counted(len(report.cancelled), 'meeting')} cancelled" if report.cancelled else "",
    ]
    said = ", ".join(note for note in left_out if note)
    return [*lines, f"Not counted: {said}"] if said else lines


def _pooled(total: AttendanceTotal) -> str:
    return f"seat {total.seat.text(total.target)}, personal {total.personal.text(total.target)}"


def _range(report: AttendanceReport) -> str:
    lowest, highest = report.lowest(), report.highest()
    if lowest is None or highest is None or len(report.trend) == 1:
        return ""
    if lowest is highest:
        return f"; {lowest.seat.shown()} at each meeting"
    return f"; from {lowest.seat.shown()} ({lowest.title}) to {highest.seat.shown()} ({highest.title})"


# For programs --------------------------------------------------------------------------------------------


def document(report: AttendanceReport) -> dict[str, object]:
    """The contract of `--json`; keys are only ever added."""
    return {
        "definition": report.definition,
        "from": report.first,
        "to": report.last,
        "open_registers": len(report.open_registers),
        "rows": [_row(row) for row in report.rows],
        "total": _total(report.total)
        | {"lowest_meeting": _meeting(report.lowest()), "highest_meeting": _meeting(report.highest())},
        "advisers": _total(report.advisers),
    }


def _row(row: AttendanceRow) -> dict[str, object]:
    tally = row.tally
    return {
        "board": row.board,
        "by": row.by,
        "name": row.name,
        "organisation": row.organisation,
        "role": row.role,
        "meetings": tally.meetings,
        "expected": tally.expected,
        "present": tally.attended,
        "deputy": tally.deputy,
        "apologies": tally.apologies,
        "absent": tally.absent,
        "not_required": tally.not_required,
        "personal": _figure(row.personal, row.target),
        "seat": _figure(row.seat, row.target),
        "representation": _figure(row.representation, row.target) if row.representation else None,
        "meets_target": row.meets_target,
        "can_miss": row.headroom.can_miss if row.headroom else None,
        "reachable": row.headroom.reachable if row.headroom else None,
    }


def _figure(figure: Figure, target: Decimal | None) -> dict[str, object]:
    return {"n": figure.n, "of": figure.of, "percent": figure.percent, "shown": figure.shown(target)}


def _total(total: AttendanceTotal) -> dict[str, object]:
    return {
        "expected": total.tally.expected,
        "personal": _figure(total.personal, total.target),
        "seat": _figure(total.seat, total.target),
        "representation": _figure(total.representation, total.target),
        "meets_target": total.meets_target,
    }


def _meeting(figures: MeetingFigures | None) -> dict[str, object] | None:
    if figures is None:
        return None
    return {"meeting": figures.title, "date": figures.meeting.date} | _figure(figures.seat, None)

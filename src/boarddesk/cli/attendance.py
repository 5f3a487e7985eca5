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
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.scope import chosen_board
from boarddesk.cli.terminal import NO_BREAK, fitting, held_together, paragraph, say, say_json, table
from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.rules.attendance.figures import NOTHING, Figure, target_shown
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.attendance.report import AttendanceReport, AttendanceRow, AttendanceTotal, MeetingFigures
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.wording import count_in_figures


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)
    board_argument(parser)
    period_arguments(parser)
    groups = [by.value for by in By if by is not By.BOARD]
    parser.add_argument("--by", choices=groups, default=By.PERSON.value, help="what a row is (person)")
    json_argument(parser)


def attendance(chosen: Namespace) -> int:
    check_period(chosen, today=today())
    with to_read(chosen.file) as file:
        board = chosen_board(file, chosen.board)
        report = attendance_report(
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
    prints=True,
)


# For people ----------------------------------------------------------------------------------------------


WITH_A_HOLDER = frozenset({By.PERSON, By.SEAT})
"""Rows that stand for one place on a board, with an organisation and a role of their own."""


def say_report(report: AttendanceReport, *, scope: str) -> None:
    """The table, the pooled totals with their range, what is left out, and the definition."""
    say(paragraph(f"Attendance by {report.by} · {scope} · {_period(report)}"))
    say()
    if report.rows:
        _say_rows(report)
    else:
        say("Nothing to count yet: no register of a meeting that was held has been closed in this period.")
    say()
    for line in _totals(report):
        say(line)
    say()
    say(paragraph(report.definition))


def _say_rows(report: AttendanceReport) -> None:
    columns = _columns(report)
    cells = [[show(row) for show in columns.values()] for row in report.rows]
    kept = fitting(list(columns), cells, give_way=GIVE_WAY)
    rows = [[cell for heading, cell in zip(columns, row, strict=True) if heading in kept] for row in cells]
    say(table(kept, rows, right=RIGHT))
    left_out = [heading.replace(NO_BREAK, " ") for heading in columns if heading not in kept]
    if left_out:
        say()
        say(
            paragraph(
                f"No room here for: {', '.join(left_out)}. A wider window shows them, and so does --json."
            )
        )


Show = Callable[[AttendanceRow], str]

BELOW = "▲"
PRESENT = f"Present {held_together('(P, V, T)')}"
CAN_MISS = "Can miss"

MARKS: dict[str, Show] = {
    PRESENT: lambda row: str(row.tally.attended),
    "D": lambda row: str(row.tally.deputy),
    "A": lambda row: str(row.tally.apologies),
    "X": lambda row: str(row.tally.absent),
    "N": lambda row: str(row.tally.not_required),
}
FIGURES: dict[str, Show] = {
    "Personal": lambda row: _held(row, TargetFigure.PERSONAL),
    "Seat": lambda row: _held(row, TargetFigure.SEAT),
    "Represented": lambda row: held_together(row.representation.text()) if row.representation else NOTHING,
}
RIGHT = (*MARKS, *FIGURES)
GIVE_WAY = ("Role", "N", "X", "A", "D", PRESENT, "Organisation", CAN_MISS, "Counted with", "Represented")
"""What a narrow window leaves out, first to last; the name and the two figures always stand."""


def _held(row: AttendanceRow | AttendanceTotal, kind: TargetFigure) -> str:
    """One of the two figures, signed where the target is held against it and it is below."""
    figure = row.personal if kind is TargetFigure.PERSONAL else row.seat
    is_judged = row.target_figure is kind
    sign = f"{BELOW} " if is_judged and row.meets_target is False else ""
    return held_together(f"{sign}{figure.text(row.target if is_judged else None)}")


def _columns(report: AttendanceReport) -> dict[str, Show]:
    """The columns that say something for this grouping, by heading."""
    columns: dict[str, Show] = {}
    is_titled = report.by is By.MEETING  # a meeting's title begins with its board, and is one word
    if len({row.board for row in report.rows}) > 1 and not is_titled:
        columns["Board"] = lambda row: row.board
    columns["Name"] = lambda row: held_together(row.name) if is_titled else row.name
    if report.by in WITH_A_HOLDER:
        columns["Organisation"] = lambda row: row.organisation or NOTHING
        columns["Role"] = lambda row: row.role
    elif report.advisers.tally.expected:
        columns["Counted with"] = lambda row: row.standing
    columns |= MARKS | FIGURES
    if any(row.headroom and row.headroom.to_come for row in report.rows):
        columns[CAN_MISS] = lambda row: _can_miss(row.headroom)
    return columns


def _can_miss(found: Headroom | None) -> str:
    """In the board's year, as the window says it."""
    if found is None or not found.to_come:
        return NOTHING
    return held_together(f"{found.can_miss} more") if found.reachable else "out of reach"


def _period(report: AttendanceReport) -> str:
    if report.first is None and report.last is None:
        days = [figures.meeting.date for figures in report.trend]
        return f"all meetings{f', from {in_words(days[0])} to {in_words(days[-1])}' if days else ''}"
    first = f"from {in_words(report.first)} " if report.first else ""
    last = f"to {in_words(report.last)}" if report.last else ""
    return f"{first}{last}".strip()


def _totals(report: AttendanceReport) -> Sequence[str]:
    lines = [_target(report), f"Members: {_pooled(report.total)}{_range(report)}"]
    if report.adviser_rows:
        lines.append(
            "; ".join(
                part for part in (f"Advisers: {_pooled(report.advisers)}", report.advisers_range) if part
            )
        )
    left_out = [
        report.open_note,
        f"{count_in_figures(len(report.cancelled), 'meeting')} cancelled" if report.cancelled else "",
    ]
    if said := ", ".join(note for note in left_out if note):
        lines.append(f"Not counted: {said}")
    return [line.replace(NO_BREAK, " ") for line in lines if line]


def _target(report: AttendanceReport) -> str:
    """What the members are held against and which figure; of each board where they differ."""
    total = report.total
    if total.target is not None:
        return (
            f"Target: {target_shown(total.target)} of {total.target_figure} attendance; {BELOW} is below it."
        )
    held = dict.fromkeys(
        f"{row.board} {target_shown(row.target)} of {row.target_figure} attendance"
        for row in report.members
        if row.target is not None
    )
    return f"Targets: {', '.join(held)}; {BELOW} is below it." if held else ""


def _pooled(total: AttendanceTotal) -> str:
    seat, personal = (_held(total, kind) for kind in (TargetFigure.SEAT, TargetFigure.PERSONAL))
    return f"seat {seat}, personal {personal}, represented {held_together(total.representation.text())}"


def _range(report: AttendanceReport) -> str:
    """From the lowest meeting to the highest, of the figure the target is held against."""
    kind = report.total.target_figure
    lowest, highest = report.lowest(kind), report.highest(kind)
    if lowest is None or highest is None:
        return ""
    if len(report.trend) == 1:
        return "; one meeting"
    target = report.total.target
    if lowest is highest:
        return f"; {kind} {lowest.of(kind).shown(target)} at each meeting"
    low, high = (
        held_together(f"{figures.of(kind).shown(target)} ({figures.title})") for figures in (lowest, highest)
    )
    return f"; {kind} from {low} to {high}"


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
        "target": row.target,
        "target_figure": row.target_figure,
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
        "target": total.target,
        "target_figure": total.target_figure,
        "meets_target": total.meets_target,
    }


def _meeting(figures: MeetingFigures | None) -> dict[str, object] | None:
    if figures is None:
        return None
    return {"meeting": figures.title, "date": figures.meeting.date} | _figure(figures.seat, None)

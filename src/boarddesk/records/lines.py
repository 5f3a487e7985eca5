"""The reporting lines of boards: each dated, and to another board or to a body that is only named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.records.boards import boards
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, one
from boarddesk.rules.governance.lines import LineKind, ReportingLine, check_line
from boarddesk.rules.people import board_called
from boarddesk.rules.wording import one_line

GONE = "That reporting line is no longer there."


def lines(file: OfficeFile, board_id: str | None = None) -> tuple[ReportingLine, ...]:
    """Every line there is or was, or those from one board, in the office's order."""
    rows = file.rows(
        "SELECT l.*, coalesce(upper.name, l.to_name) AS called FROM reporting_line l"
        " JOIN board b ON b.id = l.board_id LEFT JOIN board upper ON upper.id = l.to_board_id"
        " WHERE :board IS NULL OR l.board_id = :board"
        " ORDER BY b.position, b.name, l.board_id, l.position, l.id",
        {"board": board_id},
    )
    return tuple(_line(row) for row in rows)


def line(file: OfficeFile, line_id: str) -> ReportingLine:
    """One line; refused when it is no longer there."""
    row = one(file.row("SELECT board_id FROM reporting_line WHERE id = ?", (line_id,)), GONE)
    return next(found for found in lines(file, row["board_id"]) if found.id == line_id)


def add_line(
    file: OfficeFile,
    board_id: str,
    to: str,
    *,
    kind: LineKind = LineKind.ACCOUNTABLE_TO,
    from_day: date | None = None,
    until_day: date | None = None,
) -> str:
    """A new line, last of its board; `to` is the name or short name of a board, or names another body."""
    made = ReportingLine("", board_id, kind, *_meant(file, to), from_day, until_day)
    _check(file, made)
    place = file.value(
        "SELECT coalesce(max(position) + 1, 0) FROM reporting_line WHERE board_id = ?", (board_id,)
    )
    with file.change(f"Add line {_called(file, made)}") as change:
        return change.insert("reporting_line", board_id=board_id, position=place, **_kept(made))


def update_line(
    file: OfficeFile,
    line_id: str,
    *,
    to: str | None = None,
    kind: LineKind | None = None,
    **days: date | None,
) -> None:
    """Change to, kind, from_day or until_day; with a last day the line is kept for the days it stood on."""
    known = line(file, line_id)
    to_board_id, to_name = (known.to_board_id, known.to_name) if to is None else _meant(file, to)
    changed = replace(
        known,
        kind=kind or known.kind,
        to_board_id=to_board_id,
        to_name=to_name,
        from_day=days.get("from_day", known.from_day),
        until_day=days.get("until_day", known.until_day),
    )
    _check(file, changed)
    ends = changed.until_day and not known.until_day
    label = f"{'End' if ends else 'Change'} line {_called(file, known)}"
    with file.change(label, coalesce=f"{line_id} {to is None} {kind is None} {' '.join(days)}") as change:
        change.update("reporting_line", line_id, **_kept(changed))


def remove_line(file: OfficeFile, line_id: str) -> None:
    """Take out a line entered by mistake: no day knows it any more."""
    known = line(file, line_id)
    with file.change(f"Remove line {_called(file, known)}") as change:
        change.delete("reporting_line", line_id)


def _meant(file: OfficeFile, to: str) -> tuple[str | None, str]:
    """The board of that name or short name, with its name; else the name of a body outside the office."""
    known = board_called(to, boards(file))
    return (known.id, known.name) if known else (None, one_line(to))


def _check(file: OfficeFile, made: ReportingLine) -> None:
    check_line(made, lines(file), {known.id: known for known in boards(file)})


def _called(file: OfficeFile, named: ReportingLine) -> str:
    """What an undo calls it: `SIB accountable to SPB`."""
    short = {known.id: known.short_name for known in boards(file)}
    return f"{short[named.board_id]} {named.kind} {short.get(named.to_board_id or '', named.to_name)}"


def _kept(named: ReportingLine) -> dict[str, object]:
    return {
        "to_board_id": named.to_board_id,
        "to_name": named.to_name,
        "kind": named.kind,
        "from_day": named.from_day,
        "until_day": named.until_day,
    }


def _line(row: Row) -> ReportingLine:
    return ReportingLine(
        row["id"],
        row["board_id"],
        LineKind(row["kind"]),
        row["to_board_id"],
        row["called"],
        day(row["from_day"]),
        day(row["until_day"]),
    )

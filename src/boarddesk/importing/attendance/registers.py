"""A whole register document: members and meetings with their marks, the rest listed with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.importing.attendance.cells import each_sign_once
from boarddesk.importing.attendance.legend import Legend
from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.attendance.meetings import (
    span_of,
)
from boarddesk.importing.attendance.orientation import why_unread
from boarddesk.importing.attendance.reader import RegisterReader
from boarddesk.importing.attendance.same_member import namesakes, with_roles
from boarddesk.importing.attendance.shifted_lines import why_shifted
from boarddesk.importing.attendance.tables import Found, find_registers, is_register
from boarddesk.importing.attendance.years import NO_YEAR
from boarddesk.importing.columns import check_choices
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Grid, SourceKind, SourceTables
from boarddesk.rules.imports.contents import (
    FoundMark,
    FoundMeeting,
    FoundRegisters,
    Leftover,
    SourceTable,
)
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.registers.sheet import SHEET

FILLED_IN = {Blank.ABSENT: Mark.ABSENT, Blank.NOT_REQUIRED: Mark.NOT_REQUIRED}


@dataclass
class UnreadTables:
    """Why tables of names and dates are not read, each looked through once however often it is asked."""

    legend: Legend
    told: dict[int, str] = field(default_factory=dict)

    def why(self, grid: Grid) -> str:
        """Why; empty where nothing is known of it."""
        if id(grid) not in self.told:
            self.told[id(grid)] = why_unread(grid, self.legend)
        return self.told[id(grid)]


def read_registers(
    source: SourceTables,
    *,
    choices: Mapping[str, Field] | None = None,
    blank: Blank = Blank.BY_PLACE,
    found: tuple[Found, Legend] | None = None,
) -> FoundRegisters:
    """The registers a document holds; FileProblem where it has no matrix of people and dates.

    What was just found in it with these choices is not looked for again.
    """
    if not any(grid.rows for grid in source.grids):
        raise FileProblem(
            f"“{source.name}” has no table in it. Registers are read from a table of people and dates."
            f"{''.join(f' {note}' for note in source.notes)}"
        )
    matrices, legend = found or find_registers(source, choices or {})
    check_choices(choices or {}, _headings(matrices))
    if shifted := _shifted(source, matrices, legend):
        raise FileProblem(f"“{source.name}” is not read. {shifted}")
    unread = UnreadTables(legend)
    reader = _read_all(matrices, legend, unread)
    if not reader.members or not reader.meetings:
        none = f"No table in “{source.name}” looks like a register"
        if not any(unread.why(grid) for grid, _ in matrices):
            none += ": none has names down the side and meeting dates across, or the other way round"
        raise FileProblem(" ".join([f"{none}.", *_known(source, matrices, unread)]))
    notes = [Leftover(source.name, note, "not read") for note in source.notes]
    notes += [Leftover(source.name, note, "read like the rest") for note in source.remarks]
    return FoundRegisters(
        source.name,
        tuple(sorted(reader.tables, key=lambda one: one.index)),
        tuple(with_roles(reader.members)),
        tuple(_found_meetings(reader, blank)),
        (*notes, *each_sign_once(reader.leftovers)),
        own=any(grid.sheet == SHEET for grid in source.grids),
    )


def what_is_known(source: SourceTables) -> str:
    """Whatever is known of why a document is no register, for the refusal; empty where nothing is."""
    matrices, legend = find_registers(source, {})
    if shifted := _shifted(source, matrices, legend):
        return " ".join([*source.notes, shifted])
    return " ".join(_known(source, matrices, UnreadTables(legend)))


def _known(source: SourceTables, matrices: Found, unread: UnreadTables) -> Iterator[str]:
    """Hidden sheets and formulas without results, dates without a year, in two orders, or that cannot be."""
    headings = [each for _, one in matrices if one for each in one.meetings]
    yield from source.notes
    yield from filter(None, (unread.why(grid) for grid, _ in matrices))
    if dateless := [heading.text for heading in headings if heading.why == NO_YEAR]:
        shown = ", ".join(f"“{text}”" for text in dateless[:4])
        yield (
            f"Dates without a year stand there: {shown}. Write the year beside them, or name it in the "
            "title, such as 2025/26."
        )
    whys = dict.fromkeys(heading.why for heading in headings if heading.why and heading.why != NO_YEAR)
    yield from (f"Of its dates it can be said: {why}." for why in whys)


def _shifted(source: SourceTables, matrices: Found, legend: Legend) -> str:
    """Only what stands between separators can have one too many."""
    separated = source.kind is SourceKind.CSV
    return why_shifted((one for _, one in matrices if one), legend) if separated else ""


def _read_all(matrices: Found, legend: Legend, unread: UnreadTables) -> RegisterReader:
    """The sheet registers are written on whole goes before those that repeat it in letters."""
    reader = RegisterReader(
        legend=legend,
        namesakes=namesakes(matrix for _, matrix in matrices if matrix is not None),
    )
    ours = {grid.index for grid, matrix in matrices if grid.sheet == SHEET and matrix is not None}
    for grid, matrix in sorted(matrices, key=lambda one: one[0].index not in ours):
        repeats = bool(ours) and grid.index not in ours
        if matrix is not None and is_register(matrix, legend):
            reader.read(matrix, repeats=repeats)
            continue
        reader.tables.append(SourceTable(grid.index, "unknown", len(grid.rows)))
        reader.say_comments(grid)
        if not repeats:
            text = "\n".join(" | ".join(cell.line for cell in row if not cell.empty) for row in grid.rows)
            why = unread.why(grid) or "has no dates with marks under them"
            reader.leftovers.append(Leftover(grid.place, text, why))
    return reader


def _found_meetings(reader: RegisterReader, blank: Blank) -> Iterator[FoundMeeting]:
    meetings = sorted(reader.meetings, key=lambda one: (one.day, one.time, one.number))
    spans = {at: span_of(meetings, at) for at in range(len(reader.members))}
    for meeting in meetings:
        marks = dict(meeting.marks)
        if marks and not meeting.cancelled:
            waiting = (FoundMark(at, None, place=place) for at, place in meeting.to_come.items())
            marks = {mark.member: mark for mark in waiting} | marks
            for member, place in meeting.blanks.items():
                if member in meeting.off_roll or member in meeting.marks:
                    continue
                span = (meeting.day, meeting.day) if member in meeting.unsure else spans[member]
                filled = _filled(FoundMark(member, None, place=place), meeting.day, blank, span)
                marks |= {member: filled} if filled else {}
        yield FoundMeeting(
            meeting.day.isoformat(),
            meeting.cancelled,
            meeting.place,
            tuple(marks[member] for member in sorted(marks)) if not meeting.cancelled else (),
            time=meeting.time,
            said=None if meeting.cancelled else meeting.said,
            left_open=meeting.left_open,
            to_come=() if meeting.cancelled or marks else tuple(sorted(meeting.to_come)),
            notes=tuple(meeting.notes),
        )


def _filled(empty: FoundMark, day: date, blank: Blank, span: tuple[date, date] | None) -> FoundMark | None:
    """What an empty cell means; None for a person who was not on the roll then."""
    if blank in FILLED_IN:
        return FoundMark(empty.member, FILLED_IN[blank], place=empty.place)
    if blank is Blank.NOT_RECORDED:
        return empty
    if blank is Blank.NOT_ON_ROLL or span is None or not span[0] <= day <= span[1]:
        return None
    return empty


def _headings(matrices: Found) -> list[str]:
    return [column.heading for _, matrix in matrices if matrix for column in matrix.columns]

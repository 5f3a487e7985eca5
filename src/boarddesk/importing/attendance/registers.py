"""A whole register document: members and meetings with their marks, the rest listed with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from boarddesk.importing.attendance.cells import MarksReading, marks_in, own_key
from boarddesk.importing.attendance.dates import Heading, orders_said
from boarddesk.importing.attendance.deputy_lines import deputy_line, take_deputy
from boarddesk.importing.attendance.legend import Key, Legend, key_in_cells, key_of, legend_of, together
from boarddesk.importing.attendance.lines import (
    Section,
    has_surnames_first,
    holds_dates,
    is_key_line,
    is_marked,
    is_section,
    key_pairs,
    line_text,
    member_of,
    name_of,
    people_lines,
    remark_on_name,
    says_letters,
    says_marks,
    undated_marks,
    vacant_seat,
)
from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.attendance.matrix import Around, Matrix
from boarddesk.importing.attendance.meetings import (
    Meeting,
    doubt_blanks,
    is_apart,
    meeting_of,
    same_meeting,
    span_of,
)
from boarddesk.importing.attendance.members import VACANT, is_person
from boarddesk.importing.attendance.orientation import find_matrix, read_again, why_unread
from boarddesk.importing.attendance.same_member import filled_in, is_same, namesakes, with_roles
from boarddesk.importing.attendance.years import NO_YEAR
from boarddesk.importing.columns import check_choices
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Cell, Grid, SourceTables
from boarddesk.rules.attendance import Mark
from boarddesk.rules.identities import person_key
from boarddesk.rules.proposals import (
    FoundMark,
    FoundMeeting,
    FoundMember,
    FoundRegisters,
    Leftover,
    SourceTable,
)
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.register_sheet import SHEET

FILLED_IN = {Blank.ABSENT: Mark.ABSENT, Blank.NOT_REQUIRED: Mark.NOT_REQUIRED}


@dataclass
class RegisterReader:
    """Goes through a document's matrices; one person or date on several sheets is the same.

    What an earlier table said stands: a later one fills gaps, and what it says otherwise is left over.
    """

    members: list[FoundMember] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    legend: Legend = field(default_factory=Legend)
    namesakes: frozenset[str] = frozenset()
    surname_first: bool = False
    twice: list[tuple[int, int]] = field(default_factory=list)

    def read(self, matrix: Matrix, *, repeats: bool = False) -> None:
        """Take in one matrix; one that only repeats registers in letters leaves no sums and titles over."""
        before = len(self.leftovers)
        self.surname_first = has_surnames_first(matrix)
        columns = self._dates(matrix)
        reading = MarksReading(self.members, matrix, columns, self.legend)
        above: int | None = None
        for line in matrix.lines():
            deputy = deputy_line(matrix, line) if line > matrix.head else None
            if deputy is not None:
                self.leftovers += take_deputy(reading, line, deputy, above)
                continue
            member = self._member(matrix, line, reading.section, reading.lines)
            if member is not None:
                above = member
                reading.take_marks(line, member)
                doubt_blanks(matrix, line, member, columns)
        while self.twice:
            reading.doubt_marks(*self.twice.pop())
        if repeats:
            del self.leftovers[before:]
        self.leftovers += [*reading.say_doubt(), *reading.leftovers]
        self.say_comments(matrix.grid, taken=reading.comments_taken)
        self.tables.append(_table(matrix, len(reading.lines)))

    def say_comments(self, grid: Grid, *, taken: Collection[str] = ()) -> None:
        """What stands beside cells that are no marks."""
        self.leftovers += [
            Leftover(place, said, "a comment beside this cell")
            for place, said in grid.comments()
            if place not in taken
        ]

    def _dates(self, matrix: Matrix) -> dict[int, Meeting]:
        """The meeting of each column; a date that cannot be read or stands twice is left over."""
        found: dict[int, Meeting] = {}
        known = list(self.meetings)
        for heading in matrix.meetings:
            if heading.day is None:
                self._leave_column(matrix, heading, f"{heading.why}, so this meeting was not read")
                continue
            new = meeting_of(matrix, heading, heading.day)
            if not all(is_apart(new, one) for one in found.values()):
                self._leave_column(matrix, heading, "the date stands twice; the first column was read")
                continue
            alone = sum(one.day == heading.day for one in matrix.meetings) == 1
            free = [one for one in known if one not in found.values()]
            if (meeting := same_meeting(new, free, alone=alone)) is None:
                self.meetings.append(new)
            else:
                meeting.take_in(new)
            found[heading.at] = meeting or new
        self._say_undated(matrix)
        return found

    def _say_undated(self, matrix: Matrix) -> None:
        """Columns of marks that no date stands over: the meeting is not read, and not lost unseen."""
        for column in undated_marks(matrix):
            why = "no date stands over these marks, so this meeting was not read"
            self._leave_column(matrix, Heading(column.index, column.heading or "no heading", None), why)

    def _member(self, matrix: Matrix, line: int, section: Section, lines: set[int]) -> int | None:
        """The person of a line, or what else the line is: a section's title, a vacancy, sums, a note."""
        name = name_of(matrix, line)
        if matrix.goes_on(line) or (not name and not says_marks(matrix, line)):
            return None
        if is_key_line(matrix, line):
            self._leave_key(matrix, line)
            return None
        if VACANT.fullmatch(name) or not name:
            return self._vacancy(matrix, line, section, lines)
        if not is_marked(matrix, line) and is_section(matrix, line):
            section.take(name)
        elif line < matrix.head:
            self._leave_line(matrix, line, "stands above the dates")
        elif not is_person(name) or holds_dates(matrix, line):
            self._leave_sums(matrix, line)
        else:
            self._say_shared(matrix, line)
            member = member_of(matrix, line, section, surname_first=self.surname_first)
            return self._same_or_new(matrix, line, member, lines)
        return None

    def _vacancy(self, matrix: Matrix, line: int, section: Section, lines: set[int]) -> int | None:
        """A vacant seat, where the line says which it is."""
        seat = vacant_seat(matrix, line, section) if line > matrix.head else None
        if seat is None:
            self._leave_line(matrix, line, "no name stands here; add the vacant seat under People")
            return None
        free = (at for at, one in enumerate(self.members) if at not in lines and is_same(one, seat))
        return self._known(next(free, None), seat, lines)

    def _same_or_new(self, matrix: Matrix, line: int, member: FoundMember, lines: set[int]) -> int | None:
        apart = person_key(member.name) in self.namesakes
        same = [at for at, one in enumerate(self.members) if is_same(one, member, apart=apart)]
        if again := [at for at in same if at in lines]:
            self._leave_line(matrix, line, f"“{member.name}” stands twice; the first line was read")
            self.twice.append((line, again[0]))
            return None
        return self._known(next(iter(same), None), member, lines)

    def _known(self, at: int | None, member: FoundMember, lines: set[int]) -> int:
        """Where the member stands in the list: added, or filled in with what this table says more."""
        if at is None:
            self.members.append(member)
            at = len(self.members) - 1
        else:
            self.members[at] = filled_in(self.members[at], member)
        lines.add(at)
        return at

    def _leave_sums(self, matrix: Matrix, line: int) -> None:
        """A line of sums or notes; the key to the marks has been read and is not left over."""
        if says_letters(matrix, line):
            why = "no name was found on this line, so its marks were not read; give it the name alone"
            self._leave_line(matrix, line, why)
        elif not key_of([line_text(matrix, line)]):
            self._leave_line(matrix, line, "is no person’s line; sums are worked out again")

    def _leave_key(self, matrix: Matrix, line: int) -> None:
        """A line of the key; one that says nothing known of any sign is left over."""
        if not (key_in_cells(key_pairs(matrix, line), words=True) or key_of([line_text(matrix, line)])):
            self._leave_line(matrix, line, "is a line of the key to the marks that names no mark known")

    def _say_shared(self, matrix: Matrix, line: int) -> None:
        """Two people in one cell of a name, or words on how long: how they were taken."""
        if note := remark_on_name(matrix, line):
            self.leftovers.append(Leftover(matrix.place(line), line_text(matrix, line), note))

    def _leave_line(self, matrix: Matrix, line: int, why: str) -> None:
        self.leftovers.append(Leftover(matrix.place(line), line_text(matrix, line), why))

    def _leave_column(self, matrix: Matrix, heading: Heading, why: str) -> None:
        place = matrix.place(matrix.head, heading.at)
        self.leftovers.append(Leftover(place, _column_text(matrix, heading), why))


def read_registers(
    source: SourceTables, *, choices: Mapping[str, Field] | None = None, blank: Blank = Blank.BY_PLACE
) -> FoundRegisters:
    """The registers a document holds; FileProblem where it has no matrix of people and dates."""
    if not any(grid.rows for grid in source.grids):
        raise FileProblem(
            f"“{source.name}” has no table in it. Registers are read from a table of people and dates."
            f"{''.join(f' {note}' for note in source.notes)}"
        )
    matrices, legend = find_registers(source, choices or {})
    check_choices(choices or {}, _headings(matrices))
    reader = _read_all(matrices, legend)
    if not reader.members or not reader.meetings:
        none = f"No table in “{source.name}” looks like a register"
        if not any(why_unread(grid, legend) for grid, _ in matrices):
            none += ": none has names down the side and meeting dates across, or the other way round"
        raise FileProblem(" ".join([f"{none}.", *_known(source, matrices, legend)]))
    notes = [Leftover(source.name, note, "not read") for note in source.notes]
    notes += [Leftover(source.name, note, "read like the rest") for note in source.remarks]
    return FoundRegisters(
        source.name,
        tuple(sorted(reader.tables, key=lambda one: one.index)),
        tuple(with_roles(reader.members)),
        tuple(_found_meetings(reader, blank)),
        (*notes, *reader.leftovers),
        own=any(grid.sheet == SHEET for grid in source.grids),
    )


Found = list[tuple[Grid, Matrix | None]]


def find_registers(source: SourceTables, choices: Mapping[str, Field]) -> tuple[Found, Legend]:
    """The matrix of each table that has one, its dates in the one order the document writes them in."""
    grids = [grid for grid in source.grids if grid.rows]
    named = Around(source.name)
    first = [find_matrix(grid, choices, around=named) for grid in grids]
    around = Around(source.name, frozenset().union(*(orders_said(_dates_of(one)) for one in first if one)))
    texts = [text for grid, one in zip(grids, first, strict=True) for text in _beside(grid, one)]
    texts += [one.text for one in source.after]
    key = together(_paired(zip(grids, first, strict=True)), key_of(texts))
    for one in first:
        key = {**(own_key(one) if one else {}), **key}
    marks = [text for one in first if one for text in marks_in(one)]
    legend = legend_of(key, marks, ours=any(grid.sheet == SHEET for grid in grids))
    if key:
        again = [find_matrix(grid, choices, around=around, legend=legend) for grid in grids]
    else:
        again = [read_again(one, choices, around) if one and around.orders else one for one in first]
    return list(zip(grids, again, strict=True)), legend


def _dates_of(matrix: Matrix) -> list[Cell]:
    return [matrix.cell(matrix.head, one.at) for one in matrix.meetings]


def _beside(grid: Grid, matrix: Matrix | None) -> Iterator[str]:
    """Texts in which a key to the marks may stand: those above a table, and a table without dates."""
    yield from (one.text for one in grid.before)
    if matrix is None:
        yield from (cell.text for row in grid.rows for cell in row if not cell.empty)


def _paired(found: Iterable[tuple[Grid, Matrix | None]]) -> Key:
    """A key in the cells of tables without dates; one that names no mark at all is none."""
    tables = [grid for grid, matrix in found if matrix is None]
    pairs = [[(one.text, other.text) for row in grid.rows for one, other in pairwise(row)] for grid in tables]
    return together(*(key_in_cells(one, words=bool(key_in_cells(one))) for one in pairs))


def what_is_known(source: SourceTables) -> str:
    """Whatever is known of why a document is no register, for the refusal; empty where nothing is."""
    return " ".join(_known(source, *find_registers(source, {})))


def _known(source: SourceTables, matrices: Found, legend: Legend) -> Iterator[str]:
    """Hidden sheets and formulas without results, dates without a year, in two orders, or that cannot be."""
    headings = [each for _, one in matrices if one for each in one.meetings]
    yield from source.notes
    yield from filter(None, (why_unread(grid, legend) for grid, _ in matrices))
    if dateless := [one.text for one in headings if one.why == NO_YEAR]:
        shown = ", ".join(f"“{text}”" for text in dateless[:4])
        yield (
            f"Dates without a year stand there: {shown}. Write the year beside them, or name it in the "
            "title, such as 2025/26."
        )
    whys = dict.fromkeys(one.why for one in headings if one.why and one.why != NO_YEAR)
    yield from (f"Of its dates it can be said: {why}." for why in whys)


def _read_all(matrices: Found, legend: Legend) -> RegisterReader:
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
            why = why_unread(grid, legend) or "has no dates with marks under them"
            reader.leftovers.append(Leftover(grid.place, text, why))
    return reader


def _found_meetings(reader: RegisterReader, blank: Blank) -> Iterator[FoundMeeting]:
    meetings = sorted(reader.meetings, key=lambda one: (one.day, one.time, one.number))
    spans = {at: span_of(meetings, at) for at in range(len(reader.members))}
    for meeting in meetings:
        marks = dict(meeting.marks)
        if marks and not meeting.cancelled:
            waiting = (FoundMark(at, None, place=place) for at, place in meeting.to_come.items())
            marks = {one.member: one for one in waiting} | marks
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


def _column_text(matrix: Matrix, heading: Heading) -> str:
    cells = (matrix.cell(line, heading.at).line for line in matrix.lines())
    return f"{heading.text}: {', '.join(cell for cell in cells if cell)}".rstrip(": ")


def is_register(matrix: Matrix, legend: Legend) -> bool:
    """Whether there are names beside the dates, and a mark or at least an empty column under one.

    A sign of a symbol font is somebody's mark, whether it is known or not.
    """
    lines = list(people_lines(matrix))
    cells = [matrix.cell(line, one.at) for line in lines for one in matrix.meetings]
    known = sum(bool(cell.font) or not legend.read(cell.text).unknown for cell in cells)
    return matrix.of(Field.NAME) is not None and bool(lines) and known * 2 >= len(cells)


def _headings(matrices: Found) -> list[str]:
    return [column.heading for _, matrix in matrices if matrix for column in matrix.columns]


def _table(matrix: Matrix, people: int) -> SourceTable:
    dates = {one.at: one for one in matrix.meetings}
    beside = [one for one in matrix.columns if one.index not in dates]
    shown = [(one.heading or f"column {one.index + 1}", one.field.value) for one in beside if one.field]
    return SourceTable(
        matrix.grid.index,
        "attendance",
        people,
        columns=(*shown, *((one.text, "meeting") for one in matrix.meetings)),
        unmatched_columns=tuple(one.heading for one in beside if one.field is None and one.heading),
        headings=tuple(
            dates[one.index].text if one.index in dates else one.heading for one in matrix.columns
        ),
    )

"""A whole register document: members and meetings with their marks, the rest listed with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.importing.attendance.marks import Blank, ReadMark, is_cancelled, key_of, read_mark
from boarddesk.importing.attendance.matrix import Heading, Matrix, find_matrix
from boarddesk.importing.attendance.members import (
    VACANT,
    is_person,
    name_and_beside,
    names_section,
    post_of,
    role_of,
    sector_of,
)
from boarddesk.importing.columns import check_choices, plain
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Grid, SourceTables
from boarddesk.rules.attendance import Mark
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.proposals import (
    FoundMark,
    FoundMeeting,
    FoundMember,
    FoundRegisters,
    Leftover,
    SourceTable,
)
from boarddesk.rules.refused import FileProblem

NOTHING_GIVEN = {"-", "–", "—"}
FILLED_IN = {Blank.ABSENT: Mark.ABSENT, Blank.NOT_REQUIRED: Mark.NOT_REQUIRED}


@dataclass
class Meeting:
    """A date while its register is being read: marks by member, and the cells left empty.

    `unsure` are those who have a mark in a column beside it whose date could not be read: they may well
    have been on this roll, so that an empty cell is not recorded.
    """

    day: date
    place: str
    cancelled: bool = False
    marks: dict[int, FoundMark] = field(default_factory=dict)
    blanks: dict[int, str] = field(default_factory=dict)
    off_roll: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)


@dataclass
class Section:
    """What a title row inside a register says of the people below it."""

    role: Role | None = None
    sector: Sector | None = None


@dataclass
class RegisterReader:
    """Goes through a document's matrices in order; one person or date on several sheets is the same."""

    members: list[FoundMember] = field(default_factory=list)
    meetings: dict[date, Meeting] = field(default_factory=dict)
    tables: list[SourceTable] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)

    def read(self, matrix: Matrix) -> None:
        """Take in one matrix."""
        columns = self._dates(matrix)
        key = key_of([cell.text for row in matrix.grid.rows for cell in row if not cell.empty])
        section, lines = Section(), set[int]()
        for line in matrix.lines():
            member = self._member(matrix, line, section, lines)
            if member is not None:
                self._take_marks(matrix, line, member, columns, key)
                _doubt_blanks(matrix, line, member, columns)
        self.tables.append(_table(matrix, len(lines)))

    def _dates(self, matrix: Matrix) -> dict[int, Meeting]:
        """The meeting of each column; a date that cannot be read or stands twice is left over."""
        found: dict[int, Meeting] = {}
        for heading in matrix.meetings:
            place = matrix.place(matrix.head, heading.at)
            if heading.day is None:
                self._leave(
                    place, _column_text(matrix, heading), f"{heading.why}, so this meeting was not read"
                )
            elif any(meeting.day == heading.day for meeting in found.values()):
                self._leave(
                    place, _column_text(matrix, heading), "the date stands twice; the first column was read"
                )
            else:
                meeting = self.meetings.setdefault(heading.day, Meeting(heading.day, place))
                meeting.cancelled = meeting.cancelled or _column_cancelled(matrix, heading)
                found[heading.at] = meeting
        return found

    def _member(self, matrix: Matrix, line: int, section: Section, lines: set[int]) -> int | None:
        """The person of a line, or what else the line is: a section's title, a vacancy, sums, a note."""
        name = _name(matrix, line)
        filled = [at for at in range(matrix.width) if not matrix.cell(line, at).empty]
        if not filled or (not name and not _says_marks(matrix, line)):
            return None
        if VACANT.fullmatch(name) or not name:
            self._leave(
                matrix.place(line),
                _line_text(matrix, line),
                "no name stands here; add the vacant seat under People",
            )
        elif not _marked(matrix, line) and _is_section(matrix, line, filled):
            section.role, section.sector = role_of(name), sector_of(name)
        elif line < matrix.head:
            self._leave(matrix.place(line), _line_text(matrix, line), "stands above the dates")
        elif not is_person(name):
            self._leave_sums(matrix, line)
        else:
            return self._same_or_new(matrix, line, _found_member(matrix, line, section), lines)
        return None

    def _same_or_new(self, matrix: Matrix, line: int, member: FoundMember, lines: set[int]) -> int | None:
        at = next((at for at, one in enumerate(self.members) if _same(one, member)), None)
        if at in lines:
            self._leave(
                matrix.place(line),
                _line_text(matrix, line),
                f"“{member.name}” stands twice; the first line was read",
            )
            return None
        if at is None:
            self.members.append(member)
            at = len(self.members) - 1
        lines.add(at)
        return at

    def _take_marks(
        self, matrix: Matrix, line: int, member: int, columns: Mapping[int, Meeting], key: Mapping[str, Mark]
    ) -> None:
        for at, meeting in columns.items():
            text, place = matrix.cell(line, at).text, matrix.place(line, at)
            if meeting.cancelled:
                continue
            read = read_mark(text, key=key)
            if read.off_roll:
                meeting.off_roll.add(member)
            elif read.not_recorded:
                meeting.marks.setdefault(member, FoundMark(member, None, place=place))
            elif read.unknown or (read.guest and self.members[member].role is not Role.OBSERVER):
                self._leave(place, text, _why_unknown(read))
                meeting.marks[member] = FoundMark(member, None, place=place)
            elif read.mark is None and not read.guest:
                meeting.blanks[member] = place
            else:
                mark = read.mark or Mark.PRESENT
                meeting.marks[member] = FoundMark(member, mark, read.deputy, place, read.note)

    def _leave_sums(self, matrix: Matrix, line: int) -> None:
        """A line of sums or notes; the key to the marks has been read and is not left over."""
        text = _line_text(matrix, line)
        if not key_of([text]):
            self._leave(matrix.place(line), text, "is no person’s line; sums are worked out again")

    def _leave(self, place: str, text: str, why: str) -> None:
        self.leftovers.append(Leftover(place, text, why))


def read_registers(
    source: SourceTables, *, choices: Mapping[str, Field] | None = None, blank: Blank = Blank.BY_PLACE
) -> FoundRegisters:
    """The registers a document holds; FileProblem where it has no matrix of people and dates."""
    if not any(grid.rows for grid in source.grids):
        raise FileProblem(
            f"“{source.name}” has no table in it. Registers are read from a table of people and dates."
        )
    reader = RegisterReader()
    matrices = [(grid, find_matrix(grid, choices or {})) for grid in source.grids if grid.rows]
    check_choices(choices or {}, _headings(matrices))
    for grid, matrix in matrices:
        if matrix is not None and is_register(matrix):
            reader.read(matrix)
        else:
            reader.tables.append(SourceTable(grid.index, "unknown", len(grid.rows)))
            text = "\n".join(" | ".join(cell.line for cell in row if not cell.empty) for row in grid.rows)
            reader.leftovers.append(Leftover(grid.place, text, "has no dates with marks under them"))
    if not reader.members or not reader.meetings:
        raise FileProblem(
            f"No table in “{source.name}” looks like a register: none has names down the side and meeting "
            "dates across, or the other way round."
        )
    notes = [Leftover(source.name, note, "not read") for note in source.notes]
    meetings = tuple(_found_meetings(reader, blank))
    return FoundRegisters(
        source.name, tuple(reader.tables), tuple(reader.members), meetings, (*notes, *reader.leftovers)
    )


def _found_meetings(reader: RegisterReader, blank: Blank) -> Iterator[FoundMeeting]:
    meetings = [reader.meetings[day] for day in sorted(reader.meetings)]
    spans = {at: _span(meetings, at) for at in range(len(reader.members))}
    for meeting in meetings:
        marks = dict(meeting.marks)
        if marks and not meeting.cancelled:
            for member, place in meeting.blanks.items():
                if member in meeting.off_roll or member in meeting.marks:
                    continue
                span = (meeting.day, meeting.day) if member in meeting.unsure else spans[member]
                filled = _filled(FoundMark(member, None, place=place), meeting.day, blank, span)
                marks |= {member: filled} if filled else {}
        ordered = tuple(marks[member] for member in sorted(marks)) if not meeting.cancelled else ()
        yield FoundMeeting(meeting.day.isoformat(), meeting.cancelled, meeting.place, ordered)


def _doubt_blanks(matrix: Matrix, line: int, member: int, columns: Mapping[int, Meeting]) -> None:
    """Whoever is marked under a date that cannot be read may have been on the rolls before and after it."""
    for heading in matrix.meetings:
        if heading.day is not None or matrix.cell(line, heading.at).empty:
            continue
        before = max((at for at in columns if at < heading.at), default=None)
        after = min((at for at in columns if at > heading.at), default=None)
        for at in (before, after):
            if at is not None:
                columns[at].unsure.add(member)


def _span(meetings: list[Meeting], member: int) -> tuple[date, date] | None:
    """The days of a person's first and last mark."""
    days = [meeting.day for meeting in meetings if member in meeting.marks and not meeting.cancelled]
    return (days[0], days[-1]) if days else None


def _filled(empty: FoundMark, day: date, blank: Blank, span: tuple[date, date] | None) -> FoundMark | None:
    """What an empty cell means; None for a person who was not on the roll then."""
    if blank in FILLED_IN:
        return FoundMark(empty.member, FILLED_IN[blank], place=empty.place)
    if blank is Blank.NOT_RECORDED:
        return empty
    if blank is Blank.NOT_ON_ROLL or span is None or not span[0] <= day <= span[1]:
        return None
    return empty


def _why_unknown(read: ReadMark) -> str:
    if read.guest:
        return "only guests are in attendance, and this line is a member’s; the mark is left unrecorded"
    return "is no mark known; use P, V, T, D, A, X or N, or leave it empty. It is left unrecorded"


def _same(one: FoundMember, other: FoundMember) -> bool:
    """One person in one seat: the same name, and nothing else that differs."""
    if one.name.casefold() != other.name.casefold():
        return False
    pairs = ((one.organisation, other.organisation), (one.seat_title, other.seat_title))
    return all(a.casefold() == b.casefold() or not a or not b for a, b in pairs) and one.role is other.role


def _found_member(matrix: Matrix, line: int, section: Section) -> FoundMember:
    name, beside = name_and_beside(_name(matrix, line))
    said = {
        one: _value(matrix, line, one) for one in (Field.ORGANISATION, Field.ROLE, Field.POST, Field.SECTOR)
    }
    role = role_of(said[Field.ROLE]) or (role_of(beside) if not said[Field.ROLE] else None) or section.role
    post = said[Field.POST] or post_of(said[Field.ROLE])
    besides_role = beside if beside and not role_of(beside) else ""
    return FoundMember(
        name,
        matrix.place(line),
        organisation=said[Field.ORGANISATION] or besides_role,
        role=role or Role.MEMBER,
        sector=sector_of(said[Field.SECTOR]) or section.sector,
        seat_title=post or (besides_role if said[Field.ORGANISATION] else ""),
        role_given=role is not None,
    )


def _value(matrix: Matrix, line: int, field_: Field) -> str:
    column = matrix.of(field_)
    text = matrix.cell(line, column.index).line if column else ""
    return "" if text in NOTHING_GIVEN else text


def _name(matrix: Matrix, line: int) -> str:
    """The name of a line; forename and surname joined where they stand apart."""
    surname = next((one for one in matrix.columns if plain(one.heading) in ("surname", "last name")), None)
    first = _value(matrix, line, Field.NAME)
    return " ".join(filter(None, (first, matrix.cell(line, surname.index).line if surname else "")))


def _marked(matrix: Matrix, line: int) -> bool:
    return any(not matrix.cell(line, one.at).empty for one in matrix.meetings)


def _says_marks(matrix: Matrix, line: int) -> bool:
    """Whether a line says more under the dates than that meetings were cancelled."""
    texts = (matrix.cell(line, one.at).text for one in matrix.meetings)
    return any(text.strip() and not is_cancelled(text) for text in texts)


def _is_section(matrix: Matrix, line: int, filled: list[int]) -> bool:
    """A line with nothing but a title that names a role or a sector, such as `Advisers`."""
    texts = {matrix.cell(line, at).line for at in filled}
    title, cell = next(iter(texts)), matrix.cell(line, filled[0])
    named = role_of(title) is not None or sector_of(title) is not None
    stands_out = cell.bold or bool(cell.shading) or cell.columns > 1
    return len(texts) == 1 and (names_section(title) or (named and stands_out))


def _column_cancelled(matrix: Matrix, heading: Heading) -> bool:
    """Whether a date's heading or its whole column says that the meeting was cancelled."""
    texts = [matrix.cell(line, heading.at).line for line in matrix.lines()]
    said = [text for text in texts if text]
    marks = [text for text in said if not is_cancelled(text) and not read_mark(text).unknown]
    return is_cancelled(heading.text) or (any(is_cancelled(text) for text in said) and not marks)


def _column_text(matrix: Matrix, heading: Heading) -> str:
    cells = (matrix.cell(line, heading.at).line for line in matrix.lines())
    return f"{heading.text}: {', '.join(cell for cell in cells if cell)}".rstrip(": ")


def _line_text(matrix: Matrix, line: int) -> str:
    return " | ".join(text for at in range(matrix.width) if (text := matrix.cell(line, at).line))


def is_register(matrix: Matrix) -> bool:
    """Whether there are names beside the dates, and a mark or at least an empty column under one."""
    names = [line for line in matrix.lines() if line > matrix.head and is_person(_name(matrix, line))]
    texts = [matrix.cell(line, one.at).text for line in names for one in matrix.meetings]
    known = sum(not read_mark(text).unknown for text in texts)
    return matrix.of(Field.NAME) is not None and bool(names) and known * 2 >= len(texts)


def _headings(matrices: list[tuple[Grid, Matrix | None]]) -> list[str]:
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

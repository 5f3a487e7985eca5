"""The tables of a register document: who stands on each line, and which meeting over each column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from boarddesk.importing.attendance.cells import MarksReading
from boarddesk.importing.attendance.columns_beside import columns_beside
from boarddesk.importing.attendance.dates import Heading
from boarddesk.importing.attendance.deputy_lines import deputy_line, take_deputy
from boarddesk.importing.attendance.legend import Legend, key_in_cells, key_of
from boarddesk.importing.attendance.lines import (
    has_surnames_first,
    holds_dates,
    is_key_line,
    key_pairs,
    line_text,
    member_of,
    name_of,
    nobody_on,
    remark_on_name,
    says_letters,
    says_marks,
    vacant_seat,
)
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.meetings import (
    Meeting,
    doubt_blanks,
    is_apart,
    marks_under,
    meeting_of,
    same_meeting,
    says_of,
)
from boarddesk.importing.attendance.members import VACANT, is_person
from boarddesk.importing.attendance.same_member import filled_in, in_one_seat, is_same, is_successor
from boarddesk.importing.attendance.sections import Nobody, Section, texts_of
from boarddesk.importing.tables.grid import Grid
from boarddesk.rules.imports.contents import FoundMember, Leftover, SourceTable
from boarddesk.rules.imports.identities import person_key
from boarddesk.rules.registers.sheet import SHEET
from boarddesk.rules.wording import count_in_words

NOT_HELD = (
    "it is said there that this meeting did not take place, and yet there is more, which was not taken: "
    "{marks}. If it was held, take that out and read the document again"
)


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
    by_name: dict[str, list[int]] = field(default_factory=dict)

    def read(self, matrix: Matrix, *, repeats: bool = False) -> None:
        """Take in one matrix; one that only repeats registers in letters leaves no sums and titles over."""
        before = len(self.leftovers)
        self.surname_first = has_surnames_first(matrix)
        columns = self._dates(matrix)
        reading = MarksReading(self.members, matrix, columns, self.legend)
        above: int | None = None
        for line in matrix.lines():
            deputy = deputy_line(matrix, line, reading.section) if line > matrix.head else None
            if deputy is not None:
                self.leftovers += take_deputy(
                    reading, line, deputy, None if reading.section.of_deputies else above
                )
                continue
            member = self._member(matrix, line, reading)
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
            if new.cancelled and (marks := marks_under(matrix, heading, self.legend)):
                self._leave_column(matrix, heading, NOT_HELD.format(marks=count_in_words(marks, "mark")))
        for column_beside in columns_beside(matrix):
            place = matrix.place(matrix.head, column_beside.column.index)
            self.leftovers.append(Leftover(place, column_beside.text, column_beside.why))
        return found

    def _member(self, matrix: Matrix, line: int, reading: MarksReading) -> int | None:
        """The person of a line, or what else the line is: a section's title, a vacancy, sums, a note."""
        name, section, lines = name_of(matrix, line), reading.section, reading.lines
        if matrix.goes_on(line):
            return None
        nobody = nobody_on(matrix, line)
        if not name and nobody is not Nobody.ORGANISATION and not says_marks(matrix, line):
            return None
        if is_key_line(matrix, line):
            self._leave_key(matrix, line)
            return None
        if VACANT.fullmatch(name) or (not name and nobody is None):
            return self._vacancy(matrix, line, section, lines)
        if nobody is not None:
            self._take_nobody(matrix, line, nobody, section)
        elif line < matrix.head:
            self._leave_line(matrix, line, "stands above the dates")
        elif not is_person(name) or holds_dates(matrix, line):
            self._leave_sums(matrix, line)
        else:
            self._say_shared(matrix, line)
            member = member_of(matrix, line, section, surname_first=self.surname_first)
            return self._same_or_new(reading, line, member, lines)
        return None

    def _take_nobody(self, matrix: Matrix, line: int, nobody: Nobody, section: Section) -> None:
        """A title goes for the lines below it; what it and a note were taken for is said."""
        if nobody in (Nobody.TITLE, Nobody.ORGANISATION, Nobody.HEADING):
            section.take(next(texts_of(matrix, line)))
        if nobody.value:
            self._leave_line(matrix, line, nobody.value)

    def _vacancy(self, matrix: Matrix, line: int, section: Section, lines: set[int]) -> int | None:
        """A vacant seat, where the line says which it is."""
        seat = vacant_seat(matrix, line, section) if line > matrix.head else None
        if seat is None:
            self._leave_line(matrix, line, "no name stands here; add the vacant seat under People")
            return None
        free = (at for at in self._alike(seat) if at not in lines and is_same(self.members[at], seat))
        return self._known(next(free, None), seat, lines)

    def _same_or_new(
        self, reading: MarksReading, line: int, member: FoundMember, lines: set[int]
    ) -> int | None:
        apart = person_key(member.name) in self.namesakes
        alike = self._alike(member)
        same = [at for at in alike if is_same(self.members[at], member, apart=apart)]
        again = [at for at in same if at in lines]
        others = (at for at in alike if not same and is_successor(self.members[at], member))
        for at in (*again[:1], *others):
            if (joined := self._joined(reading, line, self.members[at], at, member)) is not None:
                self.members[at] = joined
                lines.add(at)
                return at
        if again:
            self._leave_line(reading.matrix, line, f"“{member.name}” stands twice; the first line was read")
            self.twice.append((line, again[0]))
            return None
        return self._known(next(iter(same), None), member, lines)

    def _alike(self, member: FoundMember) -> list[int]:
        """Where those of the name stand in the list: nobody else is the same, or comes after them."""
        return list(self.by_name.get(person_key(member.name), ()))

    def _joined(
        self, reading: MarksReading, line: int, first: FoundMember, at: int, member: FoundMember
    ) -> FoundMember | None:
        """Both lines as one seat where no meeting has marks of both, which is said; None where one has."""
        known = [meeting for meeting in self.meetings if says_of(meeting, at)]
        said = reading.said_of(line)
        meet = any(one is other for one in said for other in known)
        if not known or not said or meet or reading.matrix.grid.sheet == SHEET:
            return None
        last = max(one.day for one in said) > max(one.day for one in known)
        joined = in_one_seat(first, member, is_later=last)
        posts = [one.seat_title for one in (first, member) if one.seat_title]
        now = f", now as “{joined.seat_title}”" if len(dict.fromkeys(map(str.casefold, posts))) > 1 else ""
        why = f"“{member.name}” stands on several lines with marks of different meetings: they are one seat"
        self._leave_line(
            reading.matrix, line, f"{why}{now}; give them different organisations if they are two"
        )
        return joined

    def _known(self, at: int | None, member: FoundMember, lines: set[int]) -> int:
        """Where the member stands in the list: added, or filled in with what this table says more."""
        if at is None:
            self.members.append(member)
            at = len(self.members) - 1
            self.by_name.setdefault(person_key(member.name), []).append(at)
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


def _column_text(matrix: Matrix, heading: Heading) -> str:
    cells = (matrix.cell(line, heading.at).line for line in matrix.lines())
    return f"{heading.text}: {', '.join(cell for cell in cells if cell)}".rstrip(": ")


def _table(matrix: Matrix, people: int) -> SourceTable:
    dates = {meeting.at: meeting for meeting in matrix.meetings}
    beside = [column for column in matrix.columns if column.index not in dates]
    shown = [(one.heading or f"column {one.index + 1}", one.field.value) for one in beside if one.field]
    return SourceTable(
        matrix.grid.index,
        "attendance",
        people,
        columns=(*shown, *((meeting.text, "meeting") for meeting in matrix.meetings)),
        unmatched_columns=tuple(one.heading for one in beside if one.field is None and one.heading),
        headings=tuple(
            dates[column.index].text if column.index in dates else column.heading for column in matrix.columns
        ),
    )

"""The cells under the dates: each a mark at a meeting, held against what an earlier table said of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from boarddesk.importing.attendance.legend import Key, Legend, key_in_cells, key_of, together
from boarddesk.importing.attendance.lines import is_key_line, key_pairs, people_lines
from boarddesk.importing.attendance.marks import ReadMark, several_marks
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.meetings import Meeting
from boarddesk.importing.attendance.sections import Section
from boarddesk.importing.tables.grid import Cell
from boarddesk.rules.imports.contents import FoundMark, FoundMember, Leftover
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import VACANT, Mark

OTHERWISE = re.compile(
    r"\b(?:deput|rep\b|represent|substitut|on behalf|in place of|attended|present|joined|dialled|teams|remote"
    r"|online|absent|apolog|left early|late|not required|cancel)",
    re.IGNORECASE,
)
"""Words of a comment that may say another mark than the one in the cell."""

NO_RESULT = "formulas without a result stand for marks, which are left unrecorded"
STRANGE = "is no mark known; use P, V, T, D, A, X or N, or leave it empty. It is left unrecorded"
STRANGE_IN_FONT = "is a sign of the font {font} that is no mark known. It is left unrecorded"
MOST_PLACES = 4
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){2,4}")
"""A deputy written in a few capitals: hardly a name."""


class MarksReading:
    """One matrix being read: its key, the lines met, and what earlier tables said of the same meetings."""

    def __init__(
        self, members: list[FoundMember], matrix: Matrix, columns: Mapping[int, Meeting], legend: Legend
    ) -> None:
        self.members, self.matrix, self.columns = members, matrix, columns
        self.section, self.lines = Section(), set[int]()
        self.leftovers: list[Leftover] = []
        self.known = len(members)
        self.earlier = {id(column): dict(column.marks) for column in columns.values()}
        self.legend = legend.with_own(own_key(matrix))
        self.doubted = dict[str, str]()
        self.comments_taken = set[str]()

    def say_doubt(self) -> Iterator[Leftover]:
        """What is open of a sign, once for all its marks."""
        for sign, why in self.doubted.items():
            yield Leftover(self.matrix.grid.place, sign, why)

    def said_of(self, line: int) -> list[Meeting]:
        """The meetings of which a line says more than that the seat was not needed or not on the roll."""
        cells = ((self.matrix.cell(line, at), meeting) for at, meeting in self.columns.items())
        return [one for cell, one in cells if not one.cancelled and (cell.unsaved or self._says(cell))]

    def _says(self, cell: Cell) -> bool:
        read = self.legend.read(cell.text)
        return not (cell.empty or read.off_roll or read.mark is Mark.NOT_REQUIRED)

    def take_marks(self, line: int, member: int) -> None:
        """The marks of one line, each to its meeting."""
        for at, meeting in self.columns.items():
            if not meeting.cancelled:
                self._take(self.matrix.cell(line, at), self.matrix.place(line, at), member, meeting)

    def _take(self, cell: Cell, place: str, member: int, meeting: Meeting) -> None:
        text, read = cell.text, self.legend.read(cell.text)
        if doubt := self.legend.doubt(text):
            self.doubted |= [doubt]
        if cell.comment:
            self.comments_taken.add(place)
            read = self._with_comment(read, cell.comment, place, member, meeting)
        if cell.unsaved:
            self._without_result(place, member, meeting)
        elif self.is_settled(member, meeting):
            self._compare(read, text, place, member, meeting)
        elif read.off_roll:
            meeting.off_roll.add(member)
        elif read.to_come:
            meeting.to_come[member] = place
        elif read.not_recorded:
            meeting.marks.setdefault(member, FoundMark(member, None, place=place))
        elif read.unknown or (read.guest and self.members[member].role is not Role.OBSERVER):
            self.leftovers.append(Leftover(place, text, _why_unknown(read, cell.font)))
            meeting.marks[member] = FoundMark(member, None, place=place)
        elif read.mark is Mark.NOT_REQUIRED and member in meeting.marks:
            return  # the other line of the same seat says more
        elif read.mark is None and not read.guest:
            meeting.blanks[member] = place
        else:
            meeting.off_roll.discard(member)
            meeting.marks[member] = _found_mark(self._without_initials(read, text, place), member, place)

    def _without_initials(self, read: ReadMark, text: str, place: str) -> ReadMark:
        """`D (BM)` names nobody: it may be somebody's initials, or an organisation's."""
        if not INITIALS.fullmatch(read.deputy):
            return read
        why = f"“{read.deputy}” may be initials: D is kept without a deputy; name the deputy on the register"
        self.leftovers.append(Leftover(place, text, why))
        return replace(read, deputy="")

    def doubt_marks(self, line: int, member: int) -> None:
        """A second line of somebody: where it does not say what the first says, nothing is recorded."""
        for at, meeting in self.columns.items():
            cell, first = self.matrix.cell(line, at), meeting.marks.get(member)
            read = self.legend.read(cell.text)
            silent = cell.empty and not cell.unsaved
            agrees = first is not None and first.mark is read.mark
            if meeting.cancelled or silent or agrees or self.is_settled(member, meeting):
                continue
            place = self.matrix.place(line, at)
            meeting.marks[member] = FoundMark(member, None, place=first.place if first else place)
            name = self.members[member].name
            meeting.notes.append(f"{place}: {name} stands twice with other marks, so none is recorded here.")

    def _without_result(self, place: str, member: int, meeting: Meeting) -> None:
        """A formula without what it comes to may be any mark: not recorded, and said once."""
        if self.is_settled(member, meeting):
            return
        meeting.marks.setdefault(member, FoundMark(member, None, place=place))
        if not any(NO_RESULT in note for note in meeting.notes):
            meeting.notes.append(f"{place}: {NO_RESULT}.")

    def _with_comment(
        self, read: ReadMark, comment: str, place: str, member: int, meeting: Meeting
    ) -> ReadMark:
        """A comment is kept as the mark's note; one that may say another mark is to be settled."""
        name = self.members[member].name or VACANT
        if OTHERWISE.search(comment) and read.mark is not Mark.DEPUTY:
            why = f"a comment on the mark of {name}, which stands as it is: correct it if the comment says so"
            self.leftovers.append(Leftover(place, comment, why))
        if read.mark is None:
            meeting.notes.append(f"{place}, a comment on the empty cell of {name}: “{comment}”.")
            return read
        meeting.notes.append(f"{place}, {name}: the comment “{comment}” is kept as a note beside the mark.")
        return replace(read, note=f"{read.note}; {comment}" if read.note else comment)

    def is_settled(self, member: int, meeting: Meeting) -> bool:
        """Whether an earlier table said who was there at this meeting, and this person is on it."""
        if member >= self.known:
            return False
        return bool(self._earlier_of(member, meeting)) or member in meeting.off_roll

    def _earlier_of(self, member: int, meeting: Meeting) -> list[FoundMark]:
        """What earlier tables say of this person, on any seat."""
        name = self.members[member].name.casefold()
        marks = self.earlier.get(id(meeting), {})
        return [one for at, one in marks.items() if self.members[at].name.casefold() == name]

    def _compare(self, read: ReadMark, text: str, place: str, member: int, meeting: Meeting) -> None:
        letters = [read.mark] if read.mark else several_marks(text)
        earlier = self._earlier_of(member, meeting)
        if not letters:
            return
        own = self.earlier[id(meeting)].get(member)
        if len(letters) == 1 and own is not None and own.mark is letters[0]:
            meeting.marks[member] = _with_details(own, read)
        elif Counter(letters) - Counter(mark.mark for mark in earlier if mark.mark):
            first = earlier[0].place if earlier else "another table"
            self.leftovers.append(
                Leftover(place, text, f"is not what {first} says, which was read first and stands")
            )


def _found_mark(read: ReadMark, member: int, place: str) -> FoundMark:
    return FoundMark(
        member,
        read.mark or Mark.PRESENT,
        read.deputy,
        place,
        read.note,
        reason=read.reason,
        part_from=read.part_from,
        part_to=read.part_to,
    )


def _with_details(one: FoundMark, read: ReadMark) -> FoundMark:
    """The same mark with what another table knows more about it."""
    return replace(
        one,
        deputy=one.deputy or read.deputy,
        note=one.note or read.note,
        reason=one.reason or read.reason,
        part_from=one.part_from or read.part_from,
        part_to=one.part_to or read.part_to,
    )


def _why_unknown(read: ReadMark, font: str) -> str:
    if read.guest:
        return "only guests are in attendance, and this line is a member’s; the mark is left unrecorded"
    if font:
        return STRANGE_IN_FONT.format(font=font)
    return STRANGE


def each_sign_once(leftovers: Iterable[Leftover]) -> Iterator[Leftover]:
    """A sign that is no mark known once, with how often it stands and its first places; all else as it is."""
    found: dict[tuple[str, str], list[Leftover]] = {}
    for at, one in enumerate(leftovers):
        is_sign = one.why == STRANGE or one.why.startswith(STRANGE_IN_FONT.partition("{")[0])
        found.setdefault((one.text, one.why if is_sign else f"{at}"), []).append(one)
    for first, *others in found.values():
        if not others:
            yield first
            continue
        places = ", ".join(leftover.place for leftover in others[: MOST_PLACES - 1])
        more = f" and {len(others) - MOST_PLACES + 1} more" if len(others) >= MOST_PLACES else ""
        said = f"stands {len(others) + 1} times, also in {places}{more}; it {first.why}"
        yield replace(first, why=said)


def own_key(matrix: Matrix) -> Key:
    """The key of a register stands beside the marks, never among them.

    Words that name no mark are those of a key only in a line of their own, or below words that do.
    """
    lines, columns = set(people_lines(matrix)), {meeting.at for meeting in matrix.meetings}
    every = range(matrix.width)
    no_marks = [at for at in every if at not in columns]
    beside = {
        (line, at): cell.text
        for line in range(matrix.height)
        for at in (no_marks if line in lines else every)
        if not (cell := matrix.cell(line, at)).empty
    }
    pairs = {
        (line, at): (text, beside[line, at + 1])
        for (line, at), text in beside.items()
        if (line, at + 1) in beside and at not in columns
    }
    named = {at for (_, at), pair in pairs.items() if key_in_cells([pair])}
    below = [
        pair for line in range(matrix.height) if is_key_line(matrix, line) for pair in key_pairs(matrix, line)
    ]
    return together(
        key_in_cells((*(pair for (_, at), pair in pairs.items() if at in named), *below), words=True),
        key_of((text for (line, _), text in beside.items() if line in lines), words=False),
        key_of(text for (line, _), text in beside.items() if line not in lines),
    )


def marks_in(matrix: Matrix) -> Iterator[str]:
    """Every mark of the people's lines as it stands."""
    for line in people_lines(matrix):
        for meeting in matrix.meetings:
            yield matrix.cell(line, meeting.at).text

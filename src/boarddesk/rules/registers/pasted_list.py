"""What the names of a list would write on a register: marks, changes to be asked about, and guests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from boarddesk.rules.names.call_tables import total
from boarddesk.rules.names.listed import ListedName, Stay
from boarddesk.rules.names.spellings import kept_name, name_parts
from boarddesk.rules.people import Person
from boarddesk.rules.registers.call_times import Hours, Part, part_of
from boarddesk.rules.registers.marking import row_words
from boarddesk.rules.registers.register import ATTENDED, Mark, Register, RollRow

GIVES_WAY: Final = frozenset({Mark.APOLOGIES, Mark.ABSENT})
"""Marks a list contradicts: their change is ticked from the start. Any other has to be asked for."""

_WAS: Final = {
    Mark.APOLOGIES: "gave apologies",
    Mark.ABSENT: "is marked absent",
    Mark.NOT_REQUIRED: "is marked not required",
    Mark.DEPUTY: "is marked as represented",
}


@dataclass(frozen=True)
class NameAnswer:
    """A name of a list with who is said to be meant: somebody known, a guest of that name, or nobody.

    `is_sure` is whether the name itself said so; else the answer is remembered.
    """

    listed: ListedName
    person: Person | None = None
    is_guest: bool = False
    is_sure: bool = True


@dataclass(frozen=True)
class ListMark:
    """What one name would write: `rows` are not recorded yet, `changes` are marked otherwise, `kept` stay.

    `changed` and `as_part` are what is proposed, and what the person at the desk makes of it.
    """

    said: NameAnswer
    rows: tuple[RollRow, ...] = ()
    changes: tuple[RollRow, ...] = ()
    kept: tuple[RollRow, ...] = ()
    is_deputy: bool = False
    guest: str = ""
    part: Part | None = None
    repeats: str = ""  # the name before it that means the same person
    is_guest_already: bool = False
    changed: bool = False
    as_part: bool = False

    @property
    def marked(self) -> tuple[RollRow, ...]:
        """The rows that get a mark, as it is ticked now."""
        if self.as_part and not self.rows and not self.changes:
            return tuple(row for row in self.kept if not _is_part_known(row, self.part))
        return (*self.rows, *(self.changes if self.changed else ()))

    @property
    def writes(self) -> bool:
        """Whether anything is written for the name."""
        return bool(self.marked or self.guest)

    def ticked_as(self, before: ListMark) -> ListMark:
        """Ticked as somebody left it, where nothing else has changed about the name."""
        same = replace(before, changed=self.changed, as_part=self.as_part) == self
        return before if same else self

    def outcome(self, letter: Mark) -> str:
        """What happens, in few words: `V`, `V on both seats`, `D for Ann Hale`, `guest`, `stays P`."""
        if self.repeats:
            return f"the same as {self.repeats}"
        if self.guest or self.is_guest_already:
            return "guest" if self.guest else "guest already"
        if self.is_deputy:
            return _deputy_words(self)
        shown = Mark.PART if self.as_part else letter
        marked = len(self.marked)
        if marked:
            seats = {1: "", 2: " on both seats"}.get(marked, f" on {marked} seats")
            return f"{shown}{seats}"
        stays = " and ".join(dict.fromkeys(row.mark for row in (*self.kept, *self.changes) if row.mark))
        return f"stays {stays}" if stays else "left out"

    def change_words(self, letter: Mark) -> tuple[str, str]:
        """The change to be asked about, and why: `Change A to V`, `Ann Hale gave apologies`."""
        to = Mark.DEPUTY if self.is_deputy else Mark.PART if self.as_part else letter
        marks = tuple(dict.fromkeys(row.mark for row in self.changes if row.mark))
        who = row_words(self.changes[0])
        if marks == (to,):
            return "Name the deputy", f"for {who} a deputy came whose name is not recorded"
        was = " and ".join(_WAS[mark] for mark in marks)
        return f"Change {' and '.join(marks)} to {to}", f"{who} {was}"


def _deputy_words(mark: ListMark) -> str:
    if mark.marked:
        return f"D for {row_words(mark.marked[0])}"
    return f"stays {' and '.join(row.mark for row in (*mark.kept, *mark.changes) if row.mark)}"


def list_marks(
    register: Register, said: Sequence[NameAnswer], *, deputies: Mapping[str, Sequence[str]], hours: Hours
) -> tuple[ListMark, ...]:
    """One for each name, in order; `deputies` are those named for the seat of each row, by its id."""
    return tuple(_Marking(register, said, deputies, hours).marks())


class _Marking:
    """Goes through the names in order: somebody's second name repeats the first, a seat takes one deputy."""

    def __init__(
        self,
        register: Register,
        said: Sequence[NameAnswer],
        deputies: Mapping[str, Sequence[str]],
        hours: Hours,
    ) -> None:
        self.register, self.said, self.deputies, self.hours = register, said, deputies, hours
        self.there = {answer.person.id for answer in said if answer.person}
        self.first: dict[str, str] = {}
        self.taken: set[str] = set()

    def marks(self) -> Iterator[ListMark]:
        """Each name's."""
        for answer in self.said:
            if answer.person is not None:
                yield self._of_person(answer, answer.person)
            elif answer.is_guest:
                yield self._guest(answer, kept_name(answer.listed.name))
            else:
                yield ListMark(answer)

    def _of_person(self, answer: NameAnswer, person: Person) -> ListMark:
        if person.id in self.first:
            return ListMark(answer, repeats=self.first[person.id])
        self.first[person.id] = answer.listed.name
        own = [row for row in self.register.rows if row.person_id == person.id]
        if own:
            return self._member(answer, own, person)
        return self._deputy(answer, person) or self._guest(answer, person.name)

    def _member(self, answer: NameAnswer, own: Iterable[RollRow], person: Person) -> ListMark:
        rows = tuple(row for row in own if row.mark is None)
        kept = tuple(row for row in own if row.mark in ATTENDED)
        changes = tuple(row for row in own if row not in (*rows, *kept))
        stays, minutes = self._stays(person), self._minutes(person)
        part = part_of(stays, self.hours, minutes)
        if not rows and not changes and all(_is_part_known(row, part) for row in kept):
            part = None  # what is there for part is known already
        changed = bool(changes) and all(row.mark in GIVES_WAY for row in changes)
        as_part = part is not None and bool(rows or changed)
        return ListMark(answer, rows, changes, kept, part=part, changed=changed, as_part=as_part)

    def _stays(self, person: Person) -> list[Stay]:
        """All the times of somebody who stands in the list under several names."""
        return [stay for answer in self.said if answer.person == person for stay in answer.listed.stays]

    def _minutes(self, person: Person) -> int | None:
        """All the minutes of somebody, where the list says how long instead of when."""
        return total(answer.listed.minutes for answer in self.said if answer.person == person)

    def _deputy(self, answer: NameAnswer, person: Person) -> ListMark | None:
        """The first seat the person may deputise for whose holder is not there and has no other deputy."""
        may = [row for row in self.register.rows if person.id in self.deputies.get(row.id, ())]
        came = [row for row in may if row.mark is Mark.DEPUTY and row.deputy_id == person.id]
        if came:
            return ListMark(answer, kept=tuple(came), is_deputy=True)
        free = [row for row in may if row.person_id not in self.there and row.id not in self.taken]
        row = next(iter([*filter(_is_open, free), *filter(_wants_deputy, free)]), None)
        if row is None:
            return None
        self.taken.add(row.id)
        if row.mark is None:
            return ListMark(answer, rows=(row,), is_deputy=True)
        return ListMark(answer, changes=(row,), is_deputy=True, changed=True)

    def _guest(self, answer: NameAnswer, name: str) -> ListMark:
        known = {guest.person_id for guest in self.register.guests} - {None}
        names = {name_parts(guest.name).key for guest in self.register.guests}
        if name_parts(name).key in names or (answer.person is not None and answer.person.id in known):
            return ListMark(answer, is_guest_already=True)
        stays = tuple(self._stays(answer.person)) if answer.person else answer.listed.stays
        return ListMark(replace(answer, listed=replace(answer.listed, stays=stays)), guest=name)


def _is_part_known(row: RollRow, part: Part | None) -> bool:
    """Whether a row says already what a list would: from when to when, or at least that it was part."""
    return bool(row.part_from or row.part_to) or (
        row.mark is Mark.PART and part is not None and bool(part.lasted)
    )


def _is_open(row: RollRow) -> bool:
    return row.mark is None


def _wants_deputy(row: RollRow) -> bool:
    """Whether a row that is marked may well have had a deputy nobody knew of."""
    return row.mark in GIVES_WAY or (row.mark is Mark.DEPUTY and row.deputy_id is None)


def in_numbers(marks: Sequence[ListMark]) -> str:
    """`12 names: 9 marked on the roll, 1 changed on the roll, 1 as guests, 1 not matched.`"""
    counts = {
        "marked on the roll": [mark for mark in marks if mark.rows],
        "changed on the roll": [mark for mark in marks if not mark.rows and mark.marked],
        "as marked before": [mark for mark in marks if (mark.kept or mark.changes) and not mark.marked],
        "as guests": [mark for mark in marks if mark.guest],
        "guests already": [mark for mark in marks if mark.is_guest_already],
        "repeated": [mark for mark in marks if mark.repeats],
        "not matched": [mark for mark in marks if not mark.said.person and not mark.said.is_guest],
    }
    said = ", ".join(f"{len(found)} {words}" for words, found in counts.items() if found)
    return f"{len(marks)} {'name' if len(marks) == 1 else 'names'}: {said}." if marks else ""

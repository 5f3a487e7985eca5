"""What is looked through before a copy is published, and what may tell a reader who a child is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final


class ClueKind(StrEnum):
    """What may identify a child (domain.md, "Minutes, decisions, actions arising"), in the order shown."""

    NAME = "name"
    SMALL_NUMBER = "small number"
    BIRTH = "date of birth"
    INITIALS = "initials"
    NHS_NUMBER = "nhs number"
    PHONE = "phone"
    EMAIL = "e-mail"
    ADDRESS = "address"
    CASE_STUDY = "case study"


GROUPS: Final = {
    ClueKind.NAME: "Names beside child words",
    ClueKind.SMALL_NUMBER: "Small numbers",
    ClueKind.BIRTH: "Dates of birth",
    ClueKind.INITIALS: "Initials with a school",
    ClueKind.NHS_NUMBER: "NHS numbers",
    ClueKind.PHONE: "Phones",
    ClueKind.EMAIL: "E-mail addresses of families",
    ClueKind.ADDRESS: "Addresses",
    ClueKind.CASE_STUDY: "Case studies without consent",
}

USUAL_THRESHOLD: Final = 5


@dataclass(frozen=True)
class Passage:
    """A stretch of text that would be published. `place` finds it again, `where` is read: `6, para 2`."""

    place: str
    where: str
    text: str


@dataclass(frozen=True)
class FigureTable:
    """A table, or the data of a chart: its title, the heads of its columns, and rows of cells as printed."""

    place: str
    where: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PublicNames:
    """Who and what may be named: people of the boards and their officers, their e-mail addresses and phones,
    and the words of boards, organisations and places."""

    people: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()

    @cached_property
    def given(self) -> frozenset[str]:
        """The first names among the people, folded."""
        return frozenset(name.split()[0].casefold() for name in self.people if name.split())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last names among the people, folded."""
        return frozenset(name.split()[-1].casefold() for name in self.people if len(name.split()) > 1)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Whole names, folded."""
        return frozenset(" ".join(name.split()).casefold() for name in self.people)

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Single words out of the names of boards, organisations and places, folded."""
        return frozenset(
            part.strip("’'.,()").casefold() for words in self.words for part in words.split() if part
        )


NOBODY: Final = PublicNames()


@dataclass(frozen=True)
class Clue:
    """Words that may tell who a child is: where they stand, why they are pointed at, and what to do.

    `sentence` is the sentence around them, in which they begin at `at`; `start` is their place in the whole
    passage. `instead` is what they might say, empty where only leaving them out helps.
    """

    kind: ClueKind
    place: str
    where: str
    words: str
    sentence: str
    at: int
    start: int
    why: str
    advice: str
    instead: str = ""

    @property
    def end(self) -> int:
        """Where the words end in the passage."""
        return self.start + len(self.words)

    @property
    def begins(self) -> int:
        """Where its sentence begins in the passage."""
        return self.start - self.at

    @property
    def key(self) -> tuple[str, ClueKind, str]:
        """What a choice about it is kept under."""
        return self.place, self.kind, self.words


def without_overlaps(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """In order of place, and where two share letters the longer alone."""
    chosen: list[Clue] = []
    for clue in sorted(clues, key=lambda clue: (-len(clue.words), clue.start)):
        if all(clue.end <= other.start or clue.start >= other.end for other in chosen):
            chosen.append(clue)
    return tuple(sorted(chosen, key=lambda clue: clue.start))

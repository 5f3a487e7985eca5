"""A paper for a meeting: its copies, what was found in them, who cleared it, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CopyKind(StrEnum):
    """What a copy of a paper is; the newest is in force, whichever it is."""

    ORIGINAL = "original"
    CLEAN = "clean"
    REPLACEMENT = "replacement"


@dataclass(frozen=True)
class KeptFinding:
    """What the check found in a copy when it was taken in; settled where somebody said why it may stay."""

    id: str
    kind: str
    sentence: str
    place: str = ""
    accepted_why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it."""
        return not self.accepted_why


@dataclass(frozen=True)
class PaperCopy:
    """The bytes of a paper as they came on a day, by their SHA-256; `size` in bytes."""

    id: str
    kind: CopyKind
    name: str
    sha256: str
    size: int
    taken_in_on: date
    what_changed: str = ""
    findings: tuple[KeptFinding, ...] = ()


@dataclass(frozen=True)
class ClearanceRole:
    """A role by which every paper of a board is cleared, such as finance or legal."""

    id: str
    board_id: str
    name: str


@dataclass(frozen=True)
class Clearance:
    """One sign-off a paper needs: whose, and once given by whom, when and how it was confirmed."""

    role_id: str
    role: str
    cleared_by: str = ""
    cleared_on: date | None = None
    how: str = ""
    asked_on: date | None = None

    @property
    def is_given(self) -> bool:
        """Whether it was cleared."""
        return self.cleared_on is not None


@dataclass(frozen=True)
class Paper:
    """A paper, the newest copy first; without a copy it is to follow."""

    id: str
    board_id: str
    title: str
    asked_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_why: str = ""
    copies: tuple[PaperCopy, ...] = ()
    clearances: tuple[Clearance, ...] = ()

    @property
    def copy(self) -> PaperCopy | None:
        """The copy in force; None while it is to follow."""
        return self.copies[0] if self.copies else None

    @property
    def is_withdrawn(self) -> bool:
        """Whether the board does not get it."""
        return self.withdrawn_on is not None

    @property
    def open_findings(self) -> tuple[KeptFinding, ...]:
        """What was found in the copy in force and nobody has settled."""
        return tuple(finding for finding in self.copy.findings if finding.is_open) if self.copy else ()

    @property
    def not_cleared(self) -> tuple[Clearance, ...]:
        """The sign-offs still missing."""
        return tuple(clearance for clearance in self.clearances if not clearance.is_given)


def live(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The papers that were not withdrawn."""
    return tuple(paper for paper in papers if not paper.is_withdrawn)


def size_in_words(size: int) -> str:
    """`640 KB`, `1.8 MB`: as file managers say it."""
    if size < 1000 * 1024:
        return f"{max(round(size / 1024), 1)} KB"
    return f"{size / 1024 / 1024:.1f} MB"

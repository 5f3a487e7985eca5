"""A paper for a meeting: its copies, what was found in them, who cleared it, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.agenda.item import AgendaItem


class CopyKind(StrEnum):
    """What a copy of a paper is; the newest is in force, whichever it is."""

    ORIGINAL = "original"
    CLEAN = "clean"
    REPLACEMENT = "replacement"


class PapersState(StrEnum):
    """How an item stands with its papers, in the words of the agenda (look-more.md, "Papers state")."""

    NONE = "–"
    IN = "In"
    TO_FOLLOW = "To follow"
    MISSING = "Missing"
    FINDINGS = "Findings"
    LATE = "Late"


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


def state_of(item: AgendaItem, papers: Sequence[Paper], *, due: date, today: date) -> PapersState:
    """How an item stands with its papers, worst first; `due` is the day they are due.

    A paper somebody was asked for follows; where one is wanted and none was named it is missing; from the
    day after they were due both are late.
    """
    there = live(papers)
    awaited = [paper for paper in there if paper.copy is None]
    wanted = item.papers_wanted and not there
    if (awaited or wanted) and today > due:
        return PapersState.LATE
    if wanted:
        return PapersState.MISSING
    if any(paper.open_findings for paper in there):
        return PapersState.FINDINGS
    if awaited:
        return PapersState.TO_FOLLOW
    return PapersState.IN if there else PapersState.NONE


def papers_in(items: Iterable[AgendaItem], papers: dict[str, tuple[Paper, ...]]) -> tuple[int, int]:
    """How many papers are in, of how many the items want; a paper on two items counts once."""
    named: dict[str, Paper] = {}
    unnamed = 0
    for item in items:
        there = live(papers.get(item.id, ()))
        named |= {paper.id: paper for paper in there}
        unnamed += item.papers_wanted and not there
    return sum(1 for paper in named.values() if paper.copy), len(named) + unnamed


def size_in_words(size: int) -> str:
    """`640 KB`, `1.8 MB`: as file managers say it."""
    if size < 1000 * 1024:
        return f"{max(round(size / 1024), 1)} KB"
    return f"{size / 1024 / 1024:.1f} MB"

"""The pack of a meeting before it is bound: its items with their papers, and what was issued of it before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.edition import Edition
from boarddesk.rules.pack.numbering import IssuedPages
from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.people import Board

PACK = "pack"
"""The kind of document it is issued as."""
CONTENTS, AGENDA = "contents", "agenda"
"""The keys of what stands before the papers; those have their own ids."""


@dataclass(frozen=True)
class PackPaper:
    """A paper in its place: which paper of the pack it is, and which of its item's."""

    paper: Paper
    number: int
    item: str
    place: int
    is_restricted: bool = False

    @property
    def id(self) -> str:
        """That of the paper."""
        return self.paper.id


@dataclass(frozen=True)
class PackItem:
    """An item of the agenda with the papers it has; one that stands on an item before is only named here."""

    number: str
    item: AgendaItem
    papers: tuple[PackPaper, ...] = ()


@dataclass(frozen=True)
class MeetingPack:
    """Everything a pack needs but the bytes of its papers.

    `issued` are the pages given so far, `issued_on` the day of the pack and of each supplement by its number.
    A copy for publication leaves out restricted papers, and says so.
    """

    partnership: str
    board: Board
    meeting_id: str
    title: str
    day: date
    items: tuple[PackItem, ...]
    as_at: date
    edition: Edition = field(default_factory=Edition)
    issued: tuple[IssuedPages, ...] = ()
    issued_on: Mapping[int, date] = field(default_factory=dict)
    agenda_issued_on: date | None = None
    author: str = ""
    for_publication: bool = False

    def day_issued(self, supplement: int) -> date | None:
        """The day the pack was issued, or a supplement; what an issue is the first to have is of its day."""
        return self.issued_on.get(supplement, self.as_at if self.edition.version else None)

    @cached_property
    def papers(self) -> tuple[PackPaper, ...]:
        """Every paper once, at the first item that has it."""
        return tuple({paper.id: paper for paper in reversed(list(self._standing()))}.values())[::-1]

    def _standing(self) -> Iterator[PackPaper]:
        return (paper for item in self.items for paper in item.papers)

    @property
    def bound(self) -> tuple[PackPaper, ...]:
        """The papers with a copy that were not withdrawn: those that have pages."""
        return tuple(each for each in self.papers if each.paper.copy and not each.paper.is_withdrawn)

    @property
    def to_follow(self) -> tuple[PackPaper, ...]:
        """The papers nobody has handed in yet."""
        return tuple(each for each in self.papers if each.paper.copy is None and not each.paper.is_withdrawn)

    def is_left_out(self, paper: PackPaper) -> bool:
        """Whether this copy of the pack goes out without it."""
        return self.for_publication and paper.is_restricted

    def is_replaced(self, paper: PackPaper) -> bool:
        """Whether another copy was issued under its numbers."""
        copy = paper.paper.copy
        return copy is not None and any(
            given.key == paper.id and given.copy not in ("", copy.sha256) for given in self.issued
        )

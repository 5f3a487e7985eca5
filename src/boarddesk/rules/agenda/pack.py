"""The pack behind an agenda, its brief and its pack of papers: one meeting as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from boarddesk.rules.agenda.item import AgendaItem, Purpose
from boarddesk.rules.agenda.laid_out import Agenda, AgendaRow
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.papers.paper import Paper, live
from boarddesk.rules.people import Board, BoardKind
from boarddesk.rules.registers.quorum import Forecast, ReplyCounts


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting after this one, and the day its papers are due."""

    meeting: Meeting
    papers_due: date


@dataclass(frozen=True)
class AgendaPack:
    """Everything the agenda of a meeting says.

    `papers` are those of each item by its id, `apologies` the people who sent them with the deputy each
    names, `between` what was decided since the board last met. The forecast is None once the meeting was
    held, or does not take place.
    """

    partnership: str
    board: Board
    meeting: Meeting
    title: str
    chair: str
    author: str
    agenda: Agenda
    papers: Mapping[str, tuple[Paper, ...]] = field(hash=False)
    papers_due: date
    as_at: date
    edition: Edition
    forecast: Forecast | None = None
    replies: ReplyCounts | None = None
    apologies: tuple[tuple[str, str], ...] = ()
    coming: tuple[ComingMeeting, ...] = ()
    between: tuple[str, ...] = ()
    for_publication: bool = False

    def in_edition(self, edition: Edition) -> AgendaPack:
        """The same as that paper; a draft stays the draft it is."""
        return replace(self, edition=edition) if edition.version else self

    @property
    def is_statutory(self) -> bool:
        """Whether the law rules what its public agenda says."""
        return self.board.kind is BoardKind.STATUTORY

    @property
    def is_cancelled(self) -> bool:
        """Whether the meeting does not take place."""
        return self.meeting.state is MeetingState.CANCELLED

    @property
    def decisions(self) -> tuple[AgendaRow, ...]:
        """The items that ask the board to decide."""
        return tuple(row for row in self.agenda.items if row.item.purpose is Purpose.DECISION)

    @property
    def restricted(self) -> tuple[AgendaRow, ...]:
        """The items the public does not hear; what is under a restricted heading is restricted too."""
        hidden = {row.item.id for row in self.agenda.rows if row.item.restricted}
        return tuple(row for row in self.agenda.rows if row.item.id in hidden or row.item.parent_id in hidden)

    @property
    def late(self) -> tuple[AgendaRow, ...]:
        """The items taken for special circumstances."""
        return tuple(row for row in self.agenda.rows if row.item.is_late)

    def papers_of(self, item: AgendaItem) -> tuple[Paper, ...]:
        """The papers of an item that were not withdrawn."""
        return live(self.papers.get(item.id, ()))

    @property
    def numbered(self) -> tuple[Paper, ...]:
        """Each paper once, in the order of the agenda: the first is paper 1."""
        named = {paper.id: paper for row in self.agenda.rows for paper in self.papers_of(row.item)}
        return tuple(named.values())

    @property
    def withheld(self) -> frozenset[str]:
        """The ids of papers the published copy leaves out: those of restricted items and of no other."""
        hidden = {row.item.id for row in self.restricted}
        shown = {
            paper.id
            for row in self.agenda.rows
            if row.item.id not in hidden
            for paper in self.papers_of(row.item)
        }
        return frozenset(paper.id for paper in self.numbered if paper.id not in shown)

"""What the agenda of one meeting shows, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.records.agenda.carrying import carry_forward
from boarddesk.records.agenda.decisions import last_decisions
from boarddesk.records.agenda.items import agenda
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.carry_forward import CarriedItem
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.laid_out import Agenda, AgendaRow
from boarddesk.rules.agenda.locking import check_may_change, is_locked
from boarddesk.rules.agenda.papers import PapersState, papers_in, state_of
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.papers.paper import Paper, live
from boarddesk.rules.people import Board, BoardKind
from boarddesk.rules.refused import Refused


@dataclass(frozen=True)
class ShownAgenda:
    """The agenda, its papers by item, what is carried forward, and the last decision on each item."""

    meeting: Meeting
    board: Board
    agenda: Agenda
    papers: Mapping[str, tuple[Paper, ...]]
    carried: tuple[CarriedItem, ...]
    decisions: Mapping[str, Decision]
    today: date

    @classmethod
    def read(cls, file: OfficeFile, meeting: Meeting, board: Board, *, today: date) -> ShownAgenda:
        """As it stands in the office now."""
        return cls(
            meeting,
            board,
            agenda(file, meeting.id),
            papers_of_meeting(file, meeting.id),
            carry_forward(file, meeting.id, today=today),
            last_decisions(file, meeting.id),
            today,
        )

    @property
    def is_statutory(self) -> bool:
        """Whether it is the agenda of a committee, whose restricted items say why."""
        return self.board.kind is BoardKind.STATUTORY

    @property
    def is_locked(self) -> bool:
        """Whether it was issued, so that only a supplement or a new version changes it."""
        return is_locked(self.meeting)

    @property
    def why_not(self) -> str:
        """Why it cannot be changed; empty where it can."""
        try:
            check_may_change(self.meeting)
        except Refused as no:
            return no.sentence
        return ""

    def row(self, item_id: str) -> AgendaRow | None:
        """The row of an item; None where it is no longer there."""
        return self.agenda.row(item_id)

    def papers_of(self, item_id: str) -> tuple[Paper, ...]:
        """The papers of an item in its order, those withdrawn too."""
        return self.papers.get(item_id, ())

    @property
    def papers_due(self) -> date:
        """The day by which the board wants its papers."""
        return self.board.rule("papers_due").day(self.meeting.date)

    def papers_state(self, item: AgendaItem) -> PapersState:
        """How it stands with its papers; once the meeting was held nothing is late any more."""
        today = self.papers_due if self.meeting.state.was_held else self.today
        return state_of(item, self.papers_of(item.id), due=self.papers_due, today=today)

    def finding_count(self, item_id: str) -> int:
        """How many findings in its papers nobody has settled."""
        return sum(len(paper.open_findings) for paper in live(self.papers_of(item_id)))

    @property
    def counts(self) -> tuple[int, int]:
        """How many papers are in, of how many wanted."""
        return papers_in((row.item for row in self.agenda.items), self.papers)

"""What the minutes of a meeting show, read in one go, and what stands beside the item in front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.declarations import declarations
from boarddesk.records.agenda.page_numbers import GivenPages, given_pages
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.last_time import LastTime, last_time, lineage
from boarddesk.records.minutes.reading import minutes_of
from boarddesk.records.plan.challenges import questions
from boarddesk.rules.agenda.item import Fills
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.clock import in_business, is_on
from boarddesk.rules.minutes.minutes import ItemMinute, Minutes
from boarddesk.rules.minutes.presence import Presence, presence
from boarddesk.rules.people import Board
from boarddesk.rules.plan.questions import ChallengeWithRef
from boarddesk.rules.registers.declarations import Declaration
from boarddesk.rules.registers.register import Register
from boarddesk.rules.wording import one_line
from boarddesk.ui.kept_reading import KeptReading
from boarddesk.ui.meetings.shown_agenda import ShownAgenda

CANCELLED = "This meeting was cancelled, so there is nothing to minute."
CONFIRMED = (
    "These minutes are confirmed, so nothing can be typed. What is wrong is put right by a correction entry."
)
READ_ONLY = "This office is open to read only, so nothing can be typed here."


@dataclass(frozen=True)
class ShownMinutes:
    """The minutes with the register, what was declared, and every record that may stand in the text."""

    register: Register
    board: Board
    minutes: Minutes
    agenda: ShownAgenda
    declared: tuple[Declaration, ...]
    decisions: Mapping[str, Decision]
    actions: Mapping[str, BoardAction]
    challenges: Mapping[str, ChallengeWithRef]
    pages: GivenPages
    today: date

    @classmethod
    def read(
        cls, file: OfficeFile, register: Register, board: Board, *, today: date, kept: KeptReading
    ) -> ShownMinutes:
        """As it stands in the office; what a letter typed cannot change is read once."""
        meeting = register.meeting
        actions = kept.read(
            file, ("minuted actions", board.id), lambda: board_actions(file, board.id, today=today)
        )
        asked = kept.read(file, "minuted questions", lambda: questions(file, still_open=False))
        return cls(
            register,
            board,
            minutes_of(file, meeting.id),
            kept.read(
                file,
                ("minuted agenda", meeting.id),
                lambda: ShownAgenda.read(file, meeting, board, today=today),
            ),
            declarations(file, meeting.id),
            {
                made.id: made
                for made in kept.read(
                    file,
                    ("minuted decisions", meeting.id),
                    lambda: decisions(file, meeting_id=meeting.id),
                )
            },
            {action.id: action for action in actions},
            {each.challenge.id: each for each in asked},
            kept.read(file, ("minuted pages", meeting.id), lambda: given_pages(file, meeting.id)),
            today,
        )

    @property
    def meeting(self) -> Meeting:
        """The meeting minuted."""
        return self.register.meeting

    @property
    def items(self) -> tuple[ItemMinute, ...]:
        """The items in the order of the agenda, headings too."""
        return self.minutes.items

    @property
    def why_not(self) -> str:
        """Why nothing can be typed; empty where it can."""
        if self.meeting.state is MeetingState.CANCELLED:
            return CANCELLED
        return CONFIRMED if self.minutes.is_locked else ""

    @cached_property
    def here(self) -> ItemMinute | None:
        """The item begun last."""
        return in_business(self.items)

    def is_on(self, now: datetime) -> bool:
        """Whether the meeting is going on."""
        return not self.why_not and is_on(self.meeting, today=self.today, now=now)

    def item(self, item_id: str) -> ItemMinute | None:
        """The minute of an item."""
        return self.minutes.item(item_id)

    def record(self, kind: BlockKind, record_id: str) -> Decision | BoardAction | ChallengeWithRef | None:
        """What a row in the text stands for; None where it is no longer there."""
        if kind is BlockKind.DECISION:
            return self.decisions.get(record_id)
        return self.actions.get(record_id) if kind is BlockKind.ACTION else self.challenges.get(record_id)

    def first_item(self) -> str:
        """The item to begin with: the one begun last, else the first that is business."""
        if self.here is not None:
            return self.here.row.item.id
        business = (item.row.item.id for item in self.items if not item.row.is_heading)
        return next(business, "")

    def room(self, item: ItemMinute, *, at: str) -> Presence:
        """Who is there for an item, at a time of day where one is known."""
        return presence(self.board, self.register, self.declared, self.items, item_id=item.row.item.id, at=at)

    def pack_pages(self, item: ItemMinute) -> str:
        """`pack pages 12 to 19` of all papers of an item; empty where they were never bound."""
        known = {paper.id for paper in self.agenda.papers_of(item.row.item.id)}
        given = [each for each in self.pages.pages if each.key in known]
        if not given:
            return ""
        first, last = min(each.first for each in given), max(each.last for each in given)
        before = f"S{given[0].supplement}-" if given[0].supplement else ""
        return (
            f"pack page {before}{first}" if first == last else f"pack pages {before}{first} to {before}{last}"
        )


@dataclass(frozen=True)
class BesideItem:
    """What stands beside one item: its last minute and decision, and the actions open on it."""

    last: LastTime | None
    decision: Decision | None
    open_actions: Sequence[BoardAction]

    @classmethod
    def read(cls, file: OfficeFile, shown: ShownMinutes, item: ItemMinute) -> BesideItem:
        """By where the item came from, or its title; an item that goes through the log has all of them."""
        agenda_item = item.row.item
        came, named = lineage(file, agenda_item.id), one_line(agenda_item.title).casefold()

        def is_on_it(action: BoardAction) -> bool:
            if agenda_item.fills is Fills.ACTIONS:
                return True
            return action.item_id in came or one_line(action.item_title).casefold() == named

        found = [
            action
            for action in shown.actions.values()
            if action.is_open and action.meeting_id != shown.meeting.id and is_on_it(action)
        ]
        found.sort(key=lambda action: (-action.days_late(shown.today), action.due or date.max))
        return cls(
            last_time(file, agenda_item.id, agenda_item.title),
            shown.agenda.decisions.get(agenda_item.id),
            found,
        )

"""The pack behind the minutes of a meeting: what was minuted, who was there, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.corrected import MinutesCorrection
from boarddesk.rules.minutes.minutes import ItemMinute, Minutes
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.registers.declarations import Declaration
from boarddesk.rules.registers.quorum import Quorum
from boarddesk.rules.registers.register import Register


@dataclass(frozen=True)
class PaperConsidered:
    """A paper an item had before it, with its pages in the pack as printed; empty where it had none."""

    title: str
    pages: str = ""


@dataclass(frozen=True)
class Withheld:
    """What a published copy leaves out: how many paragraphs and spans of how many items."""

    paragraphs: int = 0
    spans: int = 0
    items: int = 0


@dataclass(frozen=True)
class MinutesPack:
    """Everything the minutes of a meeting say, in whichever copy.

    `presence` are the sentences of who came and went for each item by its id, `asked_about` the ref a
    challenge was put to by the challenge's id. `corrections` are those made to these minutes; `amends` are
    those this meeting made to earlier ones and `confirms` the codes of the minutes it confirmed, both by the
    day of the meeting those are of. `code` is printed once these are sealed.
    """

    partnership: str
    board: Board
    meeting: Meeting
    title: str
    author: str
    minutes: Minutes
    register: Register
    quorum: Quorum
    as_at: date
    edition: Edition
    declared: tuple[Declaration, ...] = ()
    presence: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    decisions: tuple[Decision, ...] = ()
    actions: tuple[BoardAction, ...] = ()
    challenges: Mapping[str, Challenge] = field(default_factory=dict, hash=False)
    asked_about: Mapping[str, str] = field(default_factory=dict, hash=False)
    papers: Mapping[str, tuple[PaperConsidered, ...]] = field(default_factory=dict, hash=False)
    corrections: tuple[MinutesCorrection, ...] = ()
    amends: Mapping[str, tuple[MinutesCorrection, ...]] = field(default_factory=dict, hash=False)
    confirms: Mapping[str, str] = field(default_factory=dict, hash=False)
    next_meeting: Meeting | None = None
    code: str = ""
    for_publication: bool = False
    withheld: Withheld = Withheld()

    def in_edition(self, edition: Edition) -> MinutesPack:
        """The same as that paper; a draft stays the draft it is."""
        return replace(self, edition=edition) if edition.version else self

    @property
    def has_restricted(self) -> bool:
        """Whether something in it is for members alone."""
        return any(
            item.row.item.restricted
            or any(piece.restricted for block in item.blocks for piece in block.pieces)
            or any(block.restricted for block in item.blocks)
            for item in self.minutes.items
        )

    def decision(self, decision_id: str) -> Decision | None:
        """The decision a row in the text stands for."""
        return next((known for known in self.decisions if known.id == decision_id), None)

    def action(self, action_id: str) -> BoardAction | None:
        """The action a row in the text stands for."""
        return next((known for known in self.actions if known.id == action_id), None)

    def unplaced_decisions(self, item: ItemMinute | None) -> Iterator[Decision]:
        """Those of an item, or of none, that stand nowhere in its text, in order."""
        placed, item_id = self._placed(BlockKind.DECISION), item.row.item.id if item else None
        for known in sorted(self.decisions, key=lambda known: known.number):
            if known.item_id == item_id and known.id not in placed:
                yield known

    def unplaced_actions(self, item: ItemMinute | None) -> Iterator[BoardAction]:
        """The same of actions."""
        placed, item_id = self._placed(BlockKind.ACTION), item.row.item.id if item else None
        for known in self.actions:
            if known.item_id == item_id and known.id not in placed:
                yield known

    def _placed(self, kind: BlockKind) -> frozenset[str]:
        return frozenset(
            block.record_id for item in self.minutes.items for block in item.blocks if block.kind is kind
        )

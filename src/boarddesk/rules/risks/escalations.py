"""What is sent to a board above: why, asked for what, what came of it, and when it came down again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class EscalationKind(StrEnum):
    """What is sent up (domain.md, "Risks and issues")."""

    RISK = "risk"
    ISSUE = "issue"
    ACTION = "action"
    DECISION = "decision"
    DIFFERENCE = "professional difference"
    BARRIER = "barrier"
    CONCERN = "concern"


RECORDED: Final = frozenset({EscalationKind.RISK, EscalationKind.ISSUE, EscalationKind.ACTION})
"""Kinds that are records of the office; the others are told in words."""


class Stage(StrEnum):
    """How far an escalation is."""

    SENT = "sent"
    ON_AGENDA = "on an agenda"
    TAKEN = "taken"
    CAME_DOWN = "came down"


@dataclass(frozen=True)
class Escalation:
    """Something sent to another board: to whom, since when, why and what for; and how it went on.

    `sent_to` is the short name of a board of the office, or the name of a body that is not in it.
    """

    sent_to: str
    board_id: str | None = None
    sent_on: date | None = None
    kind: EscalationKind = EscalationKind.RISK
    what: str = ""  # ref and title of the record, or the words of what has none
    ref: str = ""  # of the record; empty for what is told in words
    record_id: str = ""
    from_board_id: str | None = None
    why: str = ""
    asked_for: str = ""
    parties: str = ""  # a professional difference: between whom
    tried: str = ""  # and what was tried
    meeting_id: str | None = None
    agenda_day: date | None = None
    taken_on: date | None = None
    outcome: str = ""
    came_down_on: date | None = None
    came_down_why: str = ""
    id: str = ""
    board_name: str = ""  # of a board of the office, in full

    @property
    def to_in_full(self) -> str:
        """Whom it was sent to, as a document names it."""
        return self.board_name or self.sent_to

    @property
    def live(self) -> bool:
        """Whether it is still with the board above."""
        return self.came_down_on is None

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.came_down_on:
            return Stage.CAME_DOWN
        if self.taken_on:
            return Stage.TAKEN
        return Stage.ON_AGENDA if self.meeting_id else Stage.SENT

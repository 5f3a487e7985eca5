"""Actions arising from a board's meetings: who has them, by when, and when they are late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.dates.due import Due
from boarddesk.rules.owners import NO_OWNER, Owner, OwnerKind


class ActionState(StrEnum):
    """How far an action arising is; overdue is an open one whose day has passed."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class ActionEvent:
    """Something that happened to an action arising, on a day: `done: sent to all`."""

    on: date
    words: str


@dataclass(frozen=True)
class BoardAction:
    """An action a meeting gave somebody. `holder` holds the post that owns it, empty while it is vacant.

    `first_due` is the first day it ever had: it stays when the action is moved.
    """

    id: str
    board_id: str
    ref: str
    text: str
    raised_on: date
    meeting_id: str | None = None
    item_id: str | None = None
    item_title: str = ""
    owner: Owner = NO_OWNER
    holder: str = ""
    due: date | None = None
    due_as_written: str = ""
    first_due: date | None = None
    done_on: date | None = None
    done_what: str = ""
    withdrawn_on: date | None = None
    withdrawn_why: str = ""

    @property
    def is_open(self) -> bool:
        """Neither done nor withdrawn."""
        return self.done_on is None and self.withdrawn_on is None

    @property
    def is_moved(self) -> bool:
        """Whether it has another day than at first."""
        return self.first_due is not None and self.first_due != self.due

    @property
    def due_words(self) -> str:
        """`Tue 14 Jul 2026, from “next meeting”`; empty for no date."""
        return Due(self.due_as_written, self.due).words

    @property
    def has_nobody(self) -> bool:
        """No named person has it: it has no owner, or a post that is vacant."""
        return not self.owner.name or (self.owner.kind is OwnerKind.POST and not self.holder)

    @property
    def why_nobody(self) -> str:
        """`No owner`, `Post vacant: Head of therapies`; empty where somebody has it."""
        if not self.has_nobody:
            return ""
        return f"Post vacant: {self.owner.name}" if self.owner.name else "No owner"

    def days_late(self, today: date) -> int:
        """By how many days it is overdue; none while it is not, or is open no longer."""
        return max((today - self.due).days, 0) if self.is_open and self.due else 0

    def state_on(self, today: date) -> ActionState:
        """How far it is on a day."""
        if self.withdrawn_on:
            return ActionState.WITHDRAWN
        if self.done_on:
            return ActionState.DONE
        return ActionState.OVERDUE if self.days_late(today) else ActionState.OPEN

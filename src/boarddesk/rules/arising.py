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
class ActionUpdate:
    """What somebody said of an action on a day; of one opened again it is why."""

    id: str
    as_at: date
    text: str
    said_by: str = ""
    reopens: bool = False


@dataclass(frozen=True)
class ActionChase:
    """Somebody was asked on a day how far an action is, and how: `by e-mail`."""

    chased_on: date
    whom: str
    how: str


@dataclass(frozen=True)
class PlanLink:
    """What of the plan an action is for: an action of it, a KPI or a risk."""

    kind: str
    id: str
    ref: str


@dataclass(frozen=True)
class Holding:
    """Somebody who has an action; `holder` holds the post that does, empty while it is vacant."""

    owner: Owner
    holder: str = ""
    holder_id: str = ""

    @property
    def is_nobody(self) -> bool:
        """No owner, or a post that is vacant."""
        return not self.owner.name or (self.owner.kind is OwnerKind.POST and not self.holder)

    @property
    def whom(self) -> tuple[str, str]:
        """Who is to be asked, as a record and a name: whoever holds a post, not the post."""
        if self.holder:
            return self.holder_id or self.holder, self.holder
        return self.owner.id or self.owner.name.casefold(), self.owner.name


@dataclass(frozen=True)
class BoardAction:
    """An action a meeting gave somebody, alone or with others. `holder` holds the post that owns it.

    `first_due` is the first day it ever had: it stays when the action is moved. Updates and chases are in
    order, the newest first.
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
    holder_id: str = ""
    co_owners: tuple[Holding, ...] = ()
    due: date | None = None
    due_as_written: str = ""
    first_due: date | None = None
    done_on: date | None = None
    done_what: str = ""
    withdrawn_on: date | None = None
    withdrawn_why: str = ""
    is_for: PlanLink | None = None
    updates: tuple[ActionUpdate, ...] = ()
    chases: tuple[ActionChase, ...] = ()

    @property
    def latest(self) -> ActionUpdate | None:
        """What was said of it last."""
        return self.updates[0] if self.updates else None

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
    def held_by(self) -> tuple[Holding, ...]:
        """Everybody who has it, the first owner first."""
        return (Holding(self.owner, self.holder, self.holder_id), *self.co_owners)

    @property
    def owner_names(self) -> str:
        """`Ruth Calder, Prakash Venn`; empty for nobody."""
        return ", ".join(held.owner.name for held in self.held_by if held.owner.name)

    @property
    def has_nobody(self) -> bool:
        """Nobody has it: it has no owner, or only posts that are vacant."""
        return all(held.is_nobody for held in self.held_by)

    @property
    def has_only_bodies(self) -> bool:
        """Only organisations have it, and no person of theirs is named."""
        return all(held.owner.kind is OwnerKind.ORGANISATION for held in self.held_by)

    @property
    def why_nobody(self) -> str:
        """`No owner`, `Post vacant: Head of therapies`; empty where somebody has it."""
        if not self.has_nobody:
            return ""
        return f"Post vacant: {self.owner.name}" if self.owner.name else "No owner"

    @property
    def why_no_person(self) -> str:
        """Why no named person has it, an organisation's name being no person's; empty where one has."""
        return f"No person named at {self.owner_names}" if self.has_only_bodies else self.why_nobody

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

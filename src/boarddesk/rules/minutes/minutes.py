"""The minutes of a meeting: their state, and for each item when it began, its text and its public lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.refused import Refused

LOCKED: Final = (
    "These minutes are confirmed, so no word of them changes. A correction is added as an entry of its own."
)


class MinutesState(StrEnum):
    """How far minutes have come (domain.md, "Minutes, decisions, actions arising")."""

    DRAFT = "draft"
    WITH_THE_CHAIR = "with the chair"
    CIRCULATED = "circulated"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class PublicLines:
    """What the chair's update says of an item, in words for families; empty where nobody wrote any.

    `heading` stands for the item's own title there.
    """

    heading: str = ""
    was_said: str = ""
    will_do: str = ""
    for_families: str = ""

    @property
    def any_written(self) -> bool:
        """Whether the update has this item at all."""
        return bool(self.was_said or self.will_do or self.for_families)


@dataclass(frozen=True)
class ItemMinute:
    """The minute of an item: `began` is a time of day or empty, `sequence` its place as taken or 0.

    One that `is_withheld` says nothing in this copy but its title.
    """

    row: AgendaRow
    blocks: tuple[Block, ...] = ()
    began: str = ""
    sequence: int = 0
    public: PublicLines = PublicLines()
    is_withheld: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written under it."""
        return all(block.is_empty for block in self.blocks)


@dataclass(frozen=True)
class Minutes:
    """The minutes of a meeting, its items as numbered on the agenda."""

    meeting_id: str
    state: MinutesState = MinutesState.DRAFT
    items: tuple[ItemMinute, ...] = ()
    with_chair_on: date | None = None
    circulated_on: date | None = None
    confirmed_on: date | None = None
    confirmed_at_id: str | None = None

    @property
    def is_locked(self) -> bool:
        """Confirmed: no word changes any more."""
        return self.state is MinutesState.CONFIRMED

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written at all."""
        return all(item.is_empty for item in self.items)

    def item(self, item_id: str) -> ItemMinute | None:
        """The minute of an item; None where it is not on this agenda."""
        return next((item for item in self.items if item.row.item.id == item_id), None)


def check_written(minutes: Minutes) -> None:
    """Refused while nothing is minuted: a draft may be looked at, but nothing empty goes out."""
    if minutes.is_empty:
        raise Refused("Nothing is minuted yet.", field="meeting")


def check_unlocked(state: MinutesState) -> None:
    """Refused once minutes are confirmed."""
    if state is MinutesState.CONFIRMED:
        raise Refused(LOCKED)

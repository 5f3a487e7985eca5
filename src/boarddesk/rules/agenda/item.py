"""An item of an agenda: what it is for, who leads it, how long it has, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

LONGEST: Final = 8 * 60
"""Minutes no item has; more is a slip of the keys."""


class Purpose(StrEnum):
    """What the board is asked to do with an item (domain.md, "Meetings")."""

    NOT_SAID = ""
    DECISION = "decision"
    DISCUSSION = "discussion"
    ASSURANCE = "assurance"
    INFORMATION = "information"


class ItemKind(StrEnum):
    """What sort of business an item is, beside its purpose."""

    ORDINARY = ""
    STANDING = "standing"
    LIVED_EXPERIENCE = "lived experience"
    DEEP_DIVE = "deep dive"
    CONSENT = "consent"


class Fills(StrEnum):
    """The three items that fill themselves, and from what."""

    NOTHING = ""
    MINUTES = "minutes"
    DECLARATIONS = "declarations"
    ACTIONS = "actions"


class Outcome(StrEnum):
    """What became of an item at its meeting."""

    NOT_KNOWN = ""
    TAKEN = "taken"
    DEFERRED = "deferred"
    NOT_REACHED = "not reached"

    @property
    def is_unfinished(self) -> bool:
        """Whether the next agenda has it again."""
        return self in (Outcome.DEFERRED, Outcome.NOT_REACHED)


EXEMPT_PARAGRAPHS: Final = {
    1: "information relating to any individual",
    2: "information likely to reveal the identity of an individual",
    3: "financial or business affairs of any person",
    4: "consultations or negotiations on labour relations",
    5: "legal professional privilege",
    6: "a notice, order or direction the authority proposes to make",
    7: "prevention, investigation or prosecution of crime",
}
"""Local Government Act 1972, Schedule 12A, Part 1, in short: what a committee may withhold."""


@dataclass(frozen=True)
class Origin:
    """Where an item came from, by ids: at most one of them."""

    item_id: str | None = None
    entry_id: str | None = None
    escalation_id: str | None = None
    decision_id: str | None = None


NOWHERE: Final = Origin()


@dataclass(frozen=True)
class AgendaItem:
    """One item of a meeting's agenda; numbers and times are worked out, not kept.

    `minutes` is None where nobody said. `late_why` holds the special circumstances of a late item; a note for
    the chair and the words to use are never issued and never copied. `supplement` is the number of the
    supplement that brought it to an agenda already issued; one `added_on_the_day` was on no agenda. `consent`
    is the family's, to what a case study tells.
    """

    id: str
    meeting_id: str
    title: str
    parent_id: str | None = None
    short_title: str = ""
    purpose: Purpose = Purpose.NOT_SAID
    kind: ItemKind = ItemKind.ORDINARY
    lead: Owner = NO_OWNER
    minutes: int | None = None
    fills: Fills = Fills.NOTHING
    papers_wanted: bool = False
    restricted: bool = False
    exempt_paragraph: int | None = None
    restricted_why: str = ""
    late_why: str = ""
    supplement: int | None = None
    chair_note: str = ""
    words_to_use: str = ""
    outcome: Outcome = Outcome.NOT_KNOWN
    outcome_note: str = ""
    origin: Origin = NOWHERE
    minutes_of_id: str | None = None
    added_on_the_day: bool = False
    consent: bool = False

    @property
    def is_late(self) -> bool:
        """Whether it is taken for special circumstances only."""
        return bool(self.late_why.strip())


@dataclass(frozen=True)
class StandingItem:
    """An item every agenda of a board has."""

    id: str
    board_id: str
    title: str
    purpose: Purpose = Purpose.NOT_SAID
    kind: ItemKind = ItemKind.STANDING
    lead: Owner = NO_OWNER
    minutes: int | None = None
    fills: Fills = Fills.NOTHING


def check_title(title: str) -> str:
    """The title as kept, on one line; refused where there is none."""
    kept = one_line(title)
    if not kept:
        raise Refused("Give the item a title.", field="title")
    return kept


def check_minutes(minutes: int | None) -> None:
    """Refused where an item would last less than no time or longer than a day's work."""
    if minutes is not None and not 0 <= minutes <= LONGEST:
        raise Refused(f"Give the minutes as a number from 0 to {LONGEST}.", field="minutes")


def check_restriction(item: AgendaItem, *, statutory: bool) -> None:
    """Refused where a committee keeps an item from the public without the paragraph and the reason.

    Local Government Act 1972, s.100A(4) and Schedule 12A: both are printed on the public agenda.
    """
    if not item.restricted:
        return
    if item.exempt_paragraph is not None and item.exempt_paragraph not in EXEMPT_PARAGRAPHS:
        raise Refused("The exempt paragraph is a number from 1 to 7.", field="exempt_paragraph")
    if statutory and item.exempt_paragraph is None:
        raise Refused(
            "A statutory committee names the exempt paragraph, 1 to 7 of Schedule 12A.",
            field="exempt_paragraph",
        )
    if statutory and not item.restricted_why.strip():
        raise Refused("Say why withholding outweighs disclosing: it is printed.", field="restricted_why")

"""An entry of a board’s forward plan: what is wanted, when, how often, and by which board first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.agenda.item import ItemKind, Purpose, check_minutes, check_title
from boarddesk.rules.dates.months import check_month, first_day
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import MONTHS


class Every(StrEnum):
    """How often an entry comes up again."""

    ONCE = ""
    MEETING = "meeting"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months lie between two of them; none for once and for each meeting."""
        return {Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}.get(self, 0)


@dataclass(frozen=True)
class ForwardEntry:
    """Something wanted at a meeting to come: at that meeting, in a month, again and again, or some day.

    `wanted_month` is kept as `2027-03`; of an entry that comes again it is the first. `via_board_id` is the
    board that sees the paper first.
    """

    id: str
    board_id: str
    title: str
    purpose: Purpose = Purpose.NOT_SAID
    kind: ItemKind = ItemKind.ORDINARY
    owner: Owner = NO_OWNER
    minutes: int | None = None
    wanted_month: str = ""
    meeting_id: str | None = None
    every: Every = Every.ONCE
    via_board_id: str | None = None
    area_id: str | None = None
    note: str = ""
    withdrawn_on: date | None = None
    withdrawn_why: str = ""
    position: int = 0


def check_entry(entry: ForwardEntry) -> None:
    """Refuse, beside its field, what cannot stand in a forward plan."""
    check_title(entry.title)
    check_minutes(entry.minutes)
    check_month(entry.wanted_month, field="wanted")
    if entry.every.months and not entry.wanted_month:
        raise Refused("Give the first month it is wanted in: it comes again from there.", field="wanted")
    if entry.every is not Every.ONCE and entry.meeting_id:
        raise Refused("What comes again goes by its first month, not by one meeting.", field="wanted")
    if entry.via_board_id == entry.board_id:
        raise Refused(
            "It goes to that board anyway: choose the board that sees it first, or none.", field="via"
        )


def recurrence(entry: ForwardEntry) -> str:
    """`Once`, `Each meeting`, `Every quarter`, `Twice a year`, `Every March`."""
    if entry.every is Every.YEAR and entry.wanted_month:
        return f"Every {MONTHS[first_day(entry.wanted_month).month - 1]}"
    words = {
        Every.ONCE: "Once",
        Every.MEETING: "Each meeting",
        Every.QUARTER: "Every quarter",
        Every.HALF_YEAR: "Twice a year",
        Every.YEAR: "Every year",
    }
    return words[entry.every]

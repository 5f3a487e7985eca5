"""What is unfinished and wanted on the next agenda, with where it comes from; all is ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from boarddesk.rules.agenda.forward_plan import Occurrence
from boarddesk.rules.agenda.item import AgendaItem, Fills, ItemKind, Origin, Outcome, Purpose
from boarddesk.rules.agenda.standing import minutes_title, minutes_to_confirm
from boarddesk.rules.dates.months import month_words
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.wording import count_in_figures, day_of_year

_LOOKED_BACK = 366
"""Days within which a deferred item is still offered: what a year of agendas passed over is no business."""


class Unfinished(Enum):
    """What kind of unfinished business it is, in the order it is listed (domain.md, "Carry forward")."""

    ITEM = 1
    ACTIONS = 2
    MINUTES = 3
    FORWARD = 4
    ESCALATION = 5
    DECISION = 6


@dataclass(frozen=True)
class CarriedItem:
    """One line of the list: the title it will have, where it is from, and what makes it urgent.

    `late` says what is late about it; `item` is the item it copies, with all it had.
    """

    kind: Unfinished
    title: str
    source: str
    origin: Origin
    late: str = ""
    purpose: Purpose = Purpose.NOT_SAID
    item_kind: ItemKind = ItemKind.ORDINARY
    lead: Owner = NO_OWNER
    minutes: int | None = None
    fills: Fills = Fills.NOTHING
    minutes_of_id: str | None = None
    item: AgendaItem | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells two lines apart, whatever they are called."""
        origin = self.origin
        ids = (origin.item_id, origin.entry_id, origin.escalation_id, origin.decision_id, self.minutes_of_id)
        return (self.kind.name, *(known or "" for known in ids))


@dataclass(frozen=True)
class SentUp:
    """An escalation addressed to the board, not yet taken or down again."""

    escalation_id: str
    what: str
    from_board: str
    meeting_id: str | None = None


@dataclass(frozen=True)
class Unratified:
    """A decision that is subject to ratification."""

    decision_id: str
    number: str
    text: str
    made_on: date


@dataclass(frozen=True)
class Leftovers:
    """All a board has open, for one meeting of it to be.

    `items` are those of its meetings, each with its meeting; `carried` the ids of items that were copied
    since, and of escalations and decisions that stand on an agenda of a meeting that takes place.
    """

    of: Meeting
    meetings: Sequence[Meeting]
    items: Sequence[tuple[Meeting, AgendaItem]]
    there: Sequence[AgendaItem]
    carried: frozenset[str]
    open_actions: int = 0
    late_actions: int = 0
    wanted: Sequence[Occurrence] = ()
    sent_up: Sequence[SentUp] = ()
    unratified: Sequence[Unratified] = ()


def carry_forward(left: Leftovers) -> tuple[CarriedItem, ...]:
    """Everything unfinished that the agenda has not yet."""
    return (
        *_items(left),
        *_actions(left),
        *_minutes(left),
        *_entries(left),
        *_escalations(left),
        *_decisions(left),
    )


def _items(left: Leftovers) -> Iterable[CarriedItem]:
    titles = {item.title.casefold() for item in left.there}
    taken = {
        item.title.casefold(): meeting.date for meeting, item in left.items if item.outcome is Outcome.TAKEN
    }
    for meeting, item in left.items:
        if taken.get(item.title.casefold(), meeting.date) > meeting.date:
            continue  # a later meeting took what goes by that name
        words = _unfinished(meeting, item)
        recent = 0 <= (left.of.date - meeting.date).days <= _LOOKED_BACK and meeting.id != left.of.id
        if words and recent and item.id not in left.carried and item.title.casefold() not in titles:
            yield CarriedItem(
                Unfinished.ITEM,
                item.title,
                f"{words} on {day_of_year(meeting.date)}",
                Origin(item_id=item.id),
                purpose=item.purpose,
                item_kind=item.kind,
                lead=item.lead,
                minutes=item.minutes,
                item=item,
            )


def _unfinished(meeting: Meeting, item: AgendaItem) -> str:
    """What became of it where it is to come again; standing business comes by itself.

    Of a cancelled meeting, what the forward plan, a board below or a decision brought is offered by those.
    """
    origin = item.origin
    if item.kind is ItemKind.STANDING or item.fills:
        return ""
    if meeting.state is MeetingState.CANCELLED:
        return "" if origin.entry_id or origin.escalation_id or origin.decision_id else "cancelled"
    return str(item.outcome) if item.outcome and item.outcome.is_unfinished else ""


def _actions(left: Leftovers) -> Iterable[CarriedItem]:
    if left.open_actions and not any(item.fills is Fills.ACTIONS for item in left.there):
        late = f"{left.late_actions} late" if left.late_actions else ""
        yield CarriedItem(
            Unfinished.ACTIONS,
            "Action log",
            count_in_figures(left.open_actions, "open action"),
            Origin(),
            late=late,
            purpose=Purpose.ASSURANCE,
            item_kind=ItemKind.STANDING,
            fills=Fills.ACTIONS,
        )


def _minutes(left: Leftovers) -> Iterable[CarriedItem]:
    earlier = minutes_to_confirm(left.meetings, left.of)
    there = any(item.fills is Fills.MINUTES or item.minutes_of_id for item in left.there)
    if earlier is not None and not there:
        yield CarriedItem(
            Unfinished.MINUTES,
            minutes_title(earlier),
            "to confirm",
            Origin(),
            purpose=Purpose.DECISION,
            item_kind=ItemKind.STANDING,
            fills=Fills.MINUTES,
            minutes_of_id=earlier.id,
        )


def _entries(left: Leftovers) -> Iterable[CarriedItem]:
    for found in left.wanted:
        entry = found.entry
        early = found.route.told if found.route and not found.route.state.holds else ""
        before = f", before {found.first_for.short_name}" if found.first_for else ""
        yield CarriedItem(
            Unfinished.FORWARD,
            entry.title,
            f"forward plan, {_month(found.month, left.of.date)}{before}",
            Origin(entry_id=entry.id),
            late=found.owed or early,
            purpose=entry.purpose,
            item_kind=entry.kind,
            lead=entry.owner,
            minutes=entry.minutes,
        )


def _month(key: str, of: date) -> str:
    """`June`; another year than the meeting's is said."""
    words = month_words(key)
    return words.removesuffix(f" {of.year}")


def _escalations(left: Leftovers) -> Iterable[CarriedItem]:
    for sent in left.sent_up:
        if sent.escalation_id not in left.carried and sent.meeting_id in (None, left.of.id):
            yield CarriedItem(
                Unfinished.ESCALATION,
                sent.what,
                f"from {sent.from_board}" if sent.from_board else "escalated",
                Origin(escalation_id=sent.escalation_id),
                purpose=Purpose.DECISION,
            )


def _decisions(left: Leftovers) -> Iterable[CarriedItem]:
    for decision in left.unratified:
        if decision.decision_id not in left.carried and decision.made_on < left.of.date:
            yield CarriedItem(
                Unfinished.DECISION,
                f"Ratify {decision.number}: {decision.text}",
                f"to ratify, {day_of_year(decision.made_on)}",
                Origin(decision_id=decision.decision_id),
                purpose=Purpose.DECISION,
            )

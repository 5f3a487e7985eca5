"""What the action log prints: what is overdue, not yet due, done and withdrawn; the share done in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.owners import OwnerKind
from boarddesk.rules.wording import bound, count_in_words, day, day_of_year, listed, number, sentence, tidied

NOBODY: Final = "No named person"
FIRST: Final = "first date"
DEFINITION: Final = (
    "Due: the present date, with the first date under it. Late: days from it to {as_at}. Done in time: of "
    "those due by then and not withdrawn, done on the present date or before."
)


@dataclass(frozen=True)
class ActionLogPack:
    """The actions of a board, or of all, on a day; `bodies` are short names by the ids of owners."""

    board: str
    board_short: str
    board_id: str | None
    as_at: date
    partnership: str = ""
    author: str = ""
    last_board: date | None = None
    meeting_day: date | None = None
    actions: tuple[BoardAction, ...] = ()
    shorts: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    edition: Edition = DRAFT

    @property
    def overdue(self) -> tuple[BoardAction, ...]:
        """The open ones whose day has passed, the latest first."""
        late = [action for action in self.actions if action.days_late(self.as_at)]
        return tuple(sorted(late, key=lambda action: -action.days_late(self.as_at)))

    @property
    def to_come(self) -> tuple[BoardAction, ...]:
        """The open ones still in time, by day; those without a date last."""
        rest = [action for action in self.actions if action.is_open and not action.days_late(self.as_at)]
        return tuple(sorted(rest, key=lambda action: action.due or date.max))

    @property
    def done(self) -> tuple[BoardAction, ...]:
        """Done since the last board."""
        return tuple(action for action in self._all_done if self._is_recent(action.done_on))

    @property
    def done_before(self) -> tuple[BoardAction, ...]:
        """Done before the last board: in the log of that meeting."""
        return tuple(action for action in self._all_done if not self._is_recent(action.done_on))

    @property
    def withdrawn(self) -> tuple[BoardAction, ...]:
        """No longer wanted, since the last board."""
        return tuple(
            action
            for action in self.actions
            if action.withdrawn_on is not None and self._is_recent(action.withdrawn_on)
        )

    @property
    def in_time(self) -> Figure:
        """How many of those due by now were done in time; what was withdrawn does not count."""
        due = [
            action
            for action in self.actions
            if action.due is not None and action.due <= self.as_at and action.withdrawn_on is None
        ]
        done = [a for a in due if a.done_on is not None and a.due is not None and a.done_on <= a.due]
        return Figure(len(done), len(due))

    @property
    def _all_done(self) -> list[BoardAction]:
        return [action for action in self.actions if action.done_on is not None]

    def _is_recent(self, when: date | None) -> bool:
        return when is not None and (self.last_board is None or when >= self.last_board)

    def ref(self, action: BoardAction) -> str:
        """Its ref, with its board's short name where several boards are in the log."""
        return action.ref if self.board_id else f"{self.shorts.get(action.board_id, '')} {action.ref}".strip()

    def owner(self, action: BoardAction) -> str:
        """`Karen Whitlock, Health Trust`, each on a line of their own."""
        told = []
        for held in action.held_by:
            name = held.owner.name
            if held.owner.kind is OwnerKind.POST:
                name = f"{name} ({held.holder or 'vacant'})"
            body = self.bodies.get(held.owner.id, "")
            told.append(f"{name}, {body}" if name and body and body != name else name)
        return "\n".join(part for part in told if part) or NOBODY


def in_short(pack: ActionLogPack) -> tuple[str, str]:
    """Which are overdue, and the share done in time with its fraction."""
    late = pack.overdue
    if not pack.actions:
        return "No action has been given yet.", ""
    lead = "No action is overdue."
    if late:
        are = "action is" if len(late) == 1 else "actions are"
        named = listed([pack.ref(action) for action in late])
        lead = f"{_up(number(len(late)))} {are} overdue: {named}."
    told = []
    share = pack.in_time
    if share.of:
        told.append(
            f"Of those due by {day(pack.as_at)}, {share.fraction} ({share.shown()}) were done in time."
        )
    come = len(pack.to_come)
    if come:
        told.append(f"{_up(number(come))} {'is' if come == 1 else 'are'} not yet due.")
    nobody = [action for action in (*late, *pack.to_come) if action.has_nobody]
    if nobody:
        told.append(f"No named person has {listed([pack.ref(action) for action in nobody])}.")
    return bound(lead), bound(" ".join(told))


def latest(pack: ActionLogPack, action: BoardAction) -> tuple[str, str]:
    """`11 days late.`, empty while it is not, and `29 May: data promised for July.`"""
    days = action.days_late(pack.as_at)
    late = f"{days} day{'' if days == 1 else 's'} late." if days else ""
    said = action.latest
    if said is None:
        return late, "No update yet."
    text = f"opened again: {said.text}" if said.reopens else said.text
    return late, bound(f"{_near(said.as_at, pack.as_at)}: {sentence(tidied(text))}")


def due_lines(action: BoardAction) -> tuple[str, str]:
    """The present date, and under it the first where it moved."""
    if action.due is None:
        return "No date", ""
    first = f"first {_near(action.first_due, action.due)}" if action.is_moved and action.first_due else FIRST
    return day(action.due), first


def _near(when: date, other: date) -> str:
    """Without its year where that is the other's."""
    return day_of_year(when) if when.year == other.year else day(when)


def done_before_told(pack: ActionLogPack) -> str:
    """How many were done before the last board."""
    if not pack.done_before or pack.last_board is None:
        return ""
    count = len(pack.done_before)
    told = f"{_up(count_in_words(count, 'action'))} {'was' if count == 1 else 'were'} done before"
    return bound(f"{told} {day(pack.last_board)}.")


def withdrawn_told(pack: ActionLogPack, action: BoardAction) -> tuple[str, str]:
    """What, and why and when it was withdrawn."""
    when = f"Withdrawn on {day(action.withdrawn_on)}." if action.withdrawn_on else ""
    lead = f"{pack.ref(action)}, {tidied(action.text).rstrip('.')}:"
    return lead, bound(f"{sentence(tidied(action.withdrawn_why))} {when}")


def facts(pack: ActionLogPack) -> Iterable[str]:
    """The partnership, up to which meeting, by whom, as at."""
    yield pack.partnership
    yield f"actions from meetings to {day(pack.last_board)}" if pack.last_board else ""
    yield f"by {pack.author}" if pack.author else ""
    yield pack.edition.with_day(pack.as_at)


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]

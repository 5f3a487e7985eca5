"""Decisions of a board: numbered in its year, made at a meeting or between two, ratified where need be."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line


class Verb(StrEnum):
    """What a board did with a matter (domain.md, "Minutes, decisions, actions arising")."""

    AGREED = "agreed"
    RESOLVED = "resolved"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED = "referred"


class Effect(StrEnum):
    """What a decision does to an action of the plan."""

    CLOSE = "close"
    SUPERSEDE = "supersede"
    BUSINESS_AS_USUAL = "business as usual"
    NEW_DATE = "new date"


ENDED: Final = {
    Effect.CLOSE: "closed",
    Effect.SUPERSEDE: "superseded",
    Effect.BUSINESS_AS_USUAL: "handed to business as usual",
}
"""What has become of an action that a decision ended."""


class DecisionPath(StrEnum):
    """How a decision came about: in a meeting, or between two."""

    MEETING = "meeting"
    CHAIRS_ACTION = "chair's action"
    EMAIL = "email"


BETWEEN_MEETINGS = (DecisionPath.CHAIRS_ACTION, DecisionPath.EMAIL)


@dataclass(frozen=True)
class Bearing:
    """What of the plan a decision is about, what it does to that action, and which decision it replaces."""

    action_id: str | None = None
    kpi_id: str | None = None
    risk_id: str | None = None
    effect: Effect | None = None
    agreed_by_when: str = ""  # the new date, as written
    replaces_id: str | None = None


NO_BEARING = Bearing()


@dataclass(frozen=True)
class Decision:
    """One decision; `to_ratify` where it stands only once a later meeting ratifies it.

    What an inquorate meeting decided is to be ratified while that meeting counts as inquorate.
    """

    id: str
    board_id: str
    number: int
    verb: Verb
    text: str
    made_on: date
    how: DecisionPath = DecisionPath.MEETING
    by_whom: str = ""
    meeting_id: str | None = None
    item_id: str | None = None
    item_title: str = ""
    to_ratify: bool = False
    ratified_on: date | None = None
    ratified_at_id: str | None = None
    bearing: Bearing = NO_BEARING
    about: tuple[str, ...] = ()  # the refs of the action, the KPI and the risk it is about
    replaced_by: tuple[str, ...] = ()  # the ids of the decisions that replace it

    @property
    def ref(self) -> str:
        """`D-011`, as it is called within its year."""
        return f"D-{self.number:03}"

    @property
    def effect_words(self) -> str:
        """`closed`, `new date 31 October 2026`: what it does to its action; empty where it does nothing."""
        if self.bearing.effect is Effect.NEW_DATE:
            return f"new date {self.bearing.agreed_by_when}"
        return ENDED.get(self.bearing.effect, "") if self.bearing.effect else ""

    @property
    def awaits_ratification(self) -> bool:
        """Whether a later meeting has still to ratify it."""
        return self.to_ratify and self.ratified_on is None

    @property
    def sentence(self) -> str:
        """`Agreed: waits shown for each therapy, monthly.`"""
        ending = "" if self.text[-1:] in (".", "!", "?", "…") else "."
        return f"{self.verb.capitalize()}: {self.text}{ending}"


def check_between(how: DecisionPath, by_whom: str) -> None:
    """Between meetings somebody decides: who it was cannot be left out."""
    if how not in BETWEEN_MEETINGS:
        raise Refused("Say how it was decided between meetings.", field="how")
    if not by_whom.strip():
        raise Refused("Say who decided.", field="by_whom")


def check_deciding(meeting: Meeting) -> None:
    """Refused where a meeting does not take place: nothing is decided there."""
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled: nothing was decided there.", field="meeting")


def check_ratifying(decision: Decision, at: Meeting) -> None:
    """Refused where that meeting cannot ratify it: another board's, an earlier one, or itself not quorate."""
    if not decision.to_ratify:
        raise Refused("This decision needs no ratification.", field="meeting")
    if at.board_id != decision.board_id:
        raise Refused("It is ratified by the board that made it.", field="meeting")
    if at.date < decision.made_on or at.id == decision.meeting_id:
        raise Refused("It is ratified at a later meeting than the one that made it.", field="meeting")
    if at.state in (MeetingState.CANCELLED, MeetingState.INQUORATE):
        raise Refused(f"A meeting that was {at.state.value} can ratify nothing.", field="meeting")


def check_replacing(replaced: Decision, *, board_id: str, made_on: date, of: str) -> None:
    """Refused where that decision cannot be replaced by this one: another board's, a later one, itself."""
    if replaced.id == of or replaced.made_on > made_on:
        raise Refused("A decision replaces an earlier one.", field="replaces")
    if replaced.board_id != board_id:
        raise Refused("A decision is replaced by the board that made it.", field="replaces")
    if any(other != of for other in replaced.replaced_by):
        raise Refused(f"{replaced.ref} has been replaced already.", field="replaces")


def last_decision(
    decisions: Iterable[Decision], *, lineage: Collection[str], title: str, before: date
) -> Decision | None:
    """The newest decision made before a day on an item it came from, or on one of the same title."""
    named = one_line(title).casefold()
    on_it = [
        decision
        for decision in decisions
        if decision.made_on < before
        and (
            decision.item_id in lineage
            or (decision.item_title and one_line(decision.item_title).casefold() == named)
        )
    ]
    return max(on_it, key=lambda decision: (decision.made_on, decision.number), default=None)

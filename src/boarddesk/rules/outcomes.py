"""What came of decisions: what the plan cites, the action given, the decision that replaced it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision, DecisionPath, Effect, Verb
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board
from boarddesk.rules.wording import count_in_words, day, listed, number, tidied


class Progress(Enum):
    """How far a decision has come."""

    TO_RATIFY = auto()
    REPLACED = auto()
    UNDER_WAY = auto()
    CARRIED_OUT = auto()


@dataclass(frozen=True)
class Outcome:
    """What came of one decision, in words, and how far it is."""

    words: str
    progress: Progress


@dataclass(frozen=True)
class Followed:
    """What follows a decision in the office: its actions, what replaces it, what took the matter up again.

    `plan_ref` is the action of the plan that it is about; `ratified_at` the next meeting, while it waits.
    """

    actions: tuple[BoardAction, ...] = ()
    replaced_by: Decision | None = None
    taken_up: Decision | None = None
    plan_ref: str = ""
    ratify_on: date | None = None


def outcome_of(made: Decision, followed: Followed) -> Outcome:
    """What the last column of the register says."""
    if made.awaits_ratification:
        when = f" {day(followed.ratify_on)}" if followed.ratify_on else ""
        return Outcome(f"To be ratified{when}", Progress.TO_RATIFY)
    if followed.replaced_by is not None:
        by = followed.replaced_by
        return Outcome(f"Replaced by {by.ref} of {day(by.made_on)}", Progress.REPLACED)
    said = [*_cited(made, followed), *(_action(action) for action in followed.actions)]
    is_open = any(action.is_open for action in followed.actions)
    if followed.taken_up is not None:
        said.append(f"Taken up {day(followed.taken_up.made_on)}: {followed.taken_up.ref}")
    if said:
        return Outcome("; ".join(said), Progress.UNDER_WAY if is_open else Progress.CARRIED_OUT)
    if made.verb in (Verb.DEFERRED, Verb.REFERRED):
        waits = "Not taken up yet" if made.verb is Verb.DEFERRED else "No answer yet"
        return Outcome(waits, Progress.UNDER_WAY)
    return Outcome("Nothing to do" if made.verb is Verb.NOTED else "In force", Progress.CARRIED_OUT)


def _cited(made: Decision, followed: Followed) -> list[str]:
    if not followed.plan_ref or made.bearing.effect is None:
        return []
    if made.bearing.effect is Effect.NEW_DATE:
        return [f"Plan cites {made.ref}: {followed.plan_ref} due {made.bearing.agreed_by_when}"]
    return [f"Plan cites {made.ref}: {followed.plan_ref} {made.effect_words}"]


def _action(action: BoardAction) -> str:
    if action.done_on:
        return f"{action.ref} done {day(action.done_on)}"
    if action.withdrawn_on:
        return f"{action.ref} withdrawn {day(action.withdrawn_on)}"
    return f"{action.ref} due {day(action.due)}" if action.due else f"{action.ref}, no date"


@dataclass(frozen=True)
class DecisionLine:
    """One row of the register; `item` is the number of its item on the agenda."""

    made: Decision
    item: str
    outcome: Outcome
    meeting: Meeting | None = None


@dataclass(frozen=True)
class DecisionsPack:
    """The decisions of a board in a period, the newest first, and the meetings held in it."""

    partnership: str
    board: Board
    period: str  # `2026/27`, or the days where it is no board year
    as_at: date
    author: str
    edition: Edition
    lines: tuple[DecisionLine, ...]
    held: tuple[Meeting, ...]
    names: bool = True
    is_published: bool = False
    withheld: int = 0

    @property
    def by_meeting(self) -> tuple[tuple[str, tuple[DecisionLine, ...]], ...]:
        """A heading and its rows, the newest first; what was decided between two meetings at its place."""
        at_meetings = {line.made.made_on for line in self.lines if not _is_between(line)}
        days = sorted({meeting.date for meeting in self.held} | at_meetings)
        groups: dict[int, list[DecisionLine]] = {2 * place + 1: [] for place in range(len(days))}
        for line in self.lines:
            place = 2 * bisect_left(days, line.made.made_on) + (not _is_between(line))
            groups.setdefault(place, []).append(line)
        return tuple(
            (day(days[place // 2]) if place % 2 else "Between meetings", tuple(groups[place]))
            for place in sorted(groups, reverse=True)
        )

    def many(self, progress: Progress) -> int:
        """How many have come so far."""
        return sum(line.outcome.progress is progress for line in self.lines)


def _is_between(line: DecisionLine) -> bool:
    return line.made.how is not DecisionPath.MEETING


def in_short(pack: DecisionsPack) -> tuple[str, str]:
    """`Nine decisions, D-001 to D-009; one between meetings.`, and what became of them."""
    if not pack.lines:
        return "No decisions.", ""
    refs = sorted(line.made.ref for line in pack.lines)
    span = refs[0] if len(refs) == 1 else f"{refs[0]} to {refs[-1]}"
    between = sum(_is_between(line) for line in pack.lines)
    how_many = count_in_words(len(pack.lines), "decision")
    lead = f"{how_many[:1].upper()}{how_many[1:]}, {span}"
    if between:
        lead += f"; {number(between)} between meetings"
    told = [
        f"{number(pack.many(progress))} {'is' if pack.many(progress) == 1 else 'are'} {says}"
        for progress, says in (
            (Progress.CARRIED_OUT, "carried out or in force"),
            (Progress.UNDER_WAY, "under way"),
            (Progress.REPLACED, "replaced"),
        )
        if pack.many(progress)
    ]
    rest = f"{listed(told)[:1].upper()}{listed(told)[1:]}." if told else ""
    waiting = [line.made.ref for line in reversed(pack.lines) if line.outcome.progress is Progress.TO_RATIFY]
    if waiting:
        rest += f" {listed(waiting)} {'waits' if len(waiting) == 1 else 'wait'} to be ratified."
    return f"{lead}.", rest.strip()


def how_made(made: Decision, *, names: bool) -> str:
    """`Chair’s action, 22 May 2026, by Ruth Calder`; empty for one of a meeting."""
    if made.how is DecisionPath.MEETING:
        return ""
    path = "Chair’s action" if made.how is DecisionPath.CHAIRS_ACTION else "By email"
    by = f", {tidied(made.by_whom)}" if names and tidied(made.by_whom) else ""
    return f"{path}, {day(made.made_on)}{by}"


def taken_up_by(made: Decision, later: Sequence[Decision], *, came_from: Sequence[str]) -> Decision | None:
    """The first later decision on an item that came from this one's, of which `came_from` are the ids."""
    on_it = [
        other
        for other in later
        if (other.made_on, other.number) > (made.made_on, made.number) and other.item_id in came_from
    ]
    return min(on_it, key=lambda other: (other.made_on, other.number), default=None)

"""Flags on an action: computed from its dates, updates, evidence and KPIs, each saying why.

They stand beside the declared status and never change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from boarddesk.rules.dates.date_rules import DateRule
from boarddesk.rules.dates.deadlines import ByWhen, DateFlag, due_within, in_words, moved
from boarddesk.rules.meetings.boards_around import FORMS_OUT, last_board, next_board, updates_asked_from
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Action, Area, Judgement, is_closed
from boarddesk.rules.plan.citations import agreed_date
from boarddesk.rules.plan.figures import actual_shown, target_shown
from boarddesk.rules.plan.kpis import Checkpoint, Kpi, Verdict, current_step, step_verdict
from boarddesk.rules.statuses.status import StatusIs


class FlagKind(StrEnum):
    """What a flag is about, in the words shown on it."""

    OVERDUE = "overdue"
    ON_TRACK_BUT_OVERDUE = "on track but overdue"
    DUE_SOON = "due before the next meeting"
    NO_DATE = "no date"
    IMPOSSIBLE_DATE = "impossible date"
    DATE_MOVED = "date moved"
    NO_UPDATE = "no update since the last board"
    NO_EVIDENCE = "met without evidence"
    KPI_NOT_MET = "met while a KPI is not met"
    NO_REASON = "no reason given"
    ENDED = "ended by a decision"


@dataclass(frozen=True)
class Flag:
    """One flag with its sentence."""

    kind: FlagKind
    sentence: str


@dataclass(frozen=True)
class Around:
    """What a flag is judged by: today, the boards before and after it, and the plan's KPIs.

    `new` are the ids of the actions that came into the office since the last board, `brought` those that came
    with an import since then, or before there was a board.
    """

    today: date
    last_board: date | None = None
    next_board: date | None = None
    kpis: tuple[Kpi, ...] = ()
    forms_out: DateRule = FORMS_OUT
    new: frozenset[str] = frozenset()
    brought: frozenset[str] = frozenset()

    @cached_property
    def asks_for_updates(self) -> bool:
        """Whether the forms for the next board are out: before that nobody is asked to report."""
        if self.next_board is None:
            return False
        return updates_asked_from(self.next_board, forms_out=self.forms_out) <= self.today


def around_day(
    meetings: Iterable[Meeting],
    *,
    today: date,
    board: Board | None,
    kpis: tuple[Kpi, ...] = (),
    new: frozenset[str] = frozenset(),
    brought: frozenset[str] = frozenset(),
) -> Around:
    """What the flags of a plan are judged by on a day, from the meetings of its board."""
    known = list(meetings)
    coming = next_board(known, today)
    return Around(
        today,
        last_board(known, today),
        coming.date if coming else None,
        kpis,
        forms_out=board.rule("forms_out") if board else FORMS_OUT,
        new=new,
        brought=brought,
    )


def flags_of(action: Action, around: Around) -> tuple[Flag, ...]:
    """Every flag of an action, the gravest first; of one that a decision ended, only that it did."""
    if action.ended is not None:
        return (Flag(FlagKind.ENDED, action.ended.sentence),)
    found = (
        _about_time(action, around),
        _about_date(action),
        _about_news(action, around),
        _about_proof(action, around),
        () if _only_brought(action, around) else unexplained(action.judgements),
    )
    return tuple(flag for flags in found for flag in flags)


def _only_brought(action: Action, around: Around) -> bool:
    """Whether its status is only what a document said that came in since the last board.

    A plan does not say why, nor where the evidence is: its people are asked from the next board on.
    """
    stands = next(iter(action.judgements), None)
    return action.id in around.brought and stands is not None and not stands.why.strip()


def area_flags(area: Area) -> tuple[Flag, ...]:
    """The flags of an area's own declared status."""
    return tuple(unexplained(area.judgements))


def unexplained(judgements: Iterable[Judgement]) -> Iterator[Flag]:
    """At risk or off course, declared without a reason."""
    stands = next(iter(judgements), None)
    if stands and stands.status.is_a.adverse and not stands.why.strip():
        says = f"{stands.status.label} since {in_words(stands.as_at)}, and no reason is given."
        yield Flag(FlagKind.NO_REASON, says)


def _about_time(action: Action, around: Around) -> Iterator[Flag]:
    latest = action.by_when.latest
    if latest is None or is_closed(action):
        return
    if action.by_when.overdue_on(around.today):
        late = (around.today - latest).days
        days = "1 day" if late == 1 else f"{late} days"
        yield Flag(FlagKind.OVERDUE, f"Overdue: it was due by {in_words(latest)}, {days} ago.")
        if action.declared and action.declared.is_a is StatusIs.ON_COURSE:
            says = f"Declared {action.declared.label}, but it was due by {in_words(latest)}."
            yield Flag(FlagKind.ON_TRACK_BUT_OVERDUE, says)
    if around.next_board and due_within(action.by_when, today=around.today, until=around.next_board):
        says = f"Due by {in_words(latest)}; the next meeting is on {in_words(around.next_board)}."
        yield Flag(FlagKind.DUE_SOON, says)


def _about_date(action: Action) -> Iterator[Flag]:
    by_when = action.by_when
    if DateFlag.IMPOSSIBLE in by_when.flags:
        yield Flag(FlagKind.IMPOSSIBLE_DATE, f"“{by_when.as_written}” is no date; {_read_as(by_when)}.")
    elif by_when.latest is None and not is_closed(action):
        yield Flag(FlagKind.NO_DATE, _no_date(by_when))
    original = action.original_by_when
    if original is not None and moved(original, by_when):
        agreed = agreed_date(action.cited)
        by = f", agreed by {agreed.in_full}" if agreed else ""
        yield Flag(FlagKind.DATE_MOVED, f"Date moved: {revised(original, by_when)}{by}.")


def _no_date(by_when: ByWhen) -> str:
    if not by_when.as_written:
        return "No date is given."
    if by_when.earliest:
        return f"No last day: “{by_when.as_written}” has no end."
    told = by_when.understood.removeprefix("no date").removeprefix(": ")
    return f"No date: “{by_when.as_written}”" + (f" ({told})." if told else ".")


def _read_as(by_when: ByWhen) -> str:
    return f"it is due by {in_words(by_when.latest)}" if by_when.latest else "it cannot be read as one"


def revised(original: ByWhen, by_when: ByWhen) -> str:
    """Both dates, as every document shows them: `31 May 2026, revised from 31 March 2026`."""
    return f"{by_when.in_full}, revised from {original.in_full}"


def _about_news(action: Action, around: Around) -> Iterator[Flag]:
    if around.last_board is None or is_closed(action):
        return
    if not around.asks_for_updates or action.id in around.new:
        return
    heard = [
        *(update.as_at for update in action.updates),
        *(judgement.as_at for judgement in action.judgements),
    ]
    if any(day > around.last_board for day in heard):
        return
    since = f"since the board of {in_words(around.last_board)}"
    last = f"the last was on {in_words(max(heard))}" if heard else "there has never been one"
    yield Flag(FlagKind.NO_UPDATE, f"No update {since}; {last}.")


def _about_proof(action: Action, around: Around) -> Iterator[Flag]:
    status = action.declared
    if status is None or not status.is_a.closed:
        return
    if not action.evidence and not _only_brought(action, around):
        yield Flag(FlagKind.NO_EVIDENCE, f"Declared {status.label}, but no evidence is linked.")
    for kpi in linked(action, around.kpis):
        step = current_step(kpi, today=around.today)
        if step and step_verdict(kpi, step) is Verdict.NOT_MET:
            yield Flag(FlagKind.KPI_NOT_MET, f"Declared {status.label}, but {_not_met(kpi, step)}.")


def _not_met(kpi: Kpi, step: Checkpoint) -> str:
    actual = actual_shown(step.actual, kpi.unit)
    return f"{kpi.ref} is not met: {actual} against {target_shown(step.target, kpi.unit)}"


def linked(action: Action, kpis: Iterable[Kpi]) -> tuple[Kpi, ...]:
    """The KPIs that measure an action."""
    return tuple(kpi for kpi in kpis if kpi.id in action.kpi_ids or kpi.action_id == action.id)

"""What changed between two states of an area, as sentences: statuses, dates, milestones, figures, risks.

The highlight report prints these very sentences: one event has one, wherever it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final, Protocol, TypeVar

from boarddesk.rules.dates.deadlines import ByWhen, in_words, moved
from boarddesk.rules.names.spellings import are_given_names, name_parts
from boarddesk.rules.plan.actions import Action, Area, Judgement, ref_order
from boarddesk.rules.plan.citations import Citation
from boarddesk.rules.plan.figures import actual_shown, target_short
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, has_data, step_verdict
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.plan.scorecard import corrected
from boarddesk.rules.risks.movement import Way, figure, way_between
from boarddesk.rules.risks.risk import Issue, Risk, RiskStatus, Score
from boarddesk.rules.wording import cut_characters, listed


class About(Enum):
    """What a change concerns, in the order changes are told."""

    STATUS = auto()
    ACTION = auto()
    MILESTONE = auto()
    KPI = auto()
    RISK = auto()


@dataclass(frozen=True)
class Change:
    """One thing that changed, as a sentence; `refs` are what it changed on, `old` and `new` as words."""

    about: About
    refs: tuple[str, ...]
    sentence: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class AreaState:
    """An area with its KPIs, risks and issues as they stood at one moment."""

    area: Area
    kpis: tuple[Kpi, ...] = ()
    risks: tuple[Risk, ...] = ()
    issues: tuple[Issue, ...] = ()


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_HasId)

LONGEST_REASON: Final = 55

_BULLETS: Final = ((About.STATUS,), (About.ACTION, About.MILESTONE), (About.KPI, About.RISK))


def changes(before: AreaState | None, now: AreaState) -> tuple[Change, ...]:
    """Everything that changed; nothing where there is no earlier state to compare with."""
    if before is None:
        return ()
    return (
        *_statuses(before.area, now.area),
        *_actions(before.area.actions, now.area.actions),
        *_milestones(before.area.actions, now.area.actions),
        *_kpis(before.kpis, now.kpis),
        *_risks(before.risks, now.risks),
        *_issues(before.issues, now.issues),
    )


def changed_since(before: AreaState | None, now: AreaState) -> tuple[str, ...]:
    """The lines of `Changed since the last report`: statuses; actions and dates; figures and risks."""
    found = changes(before, now)
    lines = (" ".join(change.sentence for change in found if change.about in about) for about in _BULLETS)
    return tuple(line for line in lines if line)


def _pairs(before: Sequence[_Thing], now: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """What stood before and stands now, in the order of now."""
    known = {thing.id: thing for thing in before}
    return ((known[thing.id], thing) for thing in now if thing.id in known)


def _only_in(things: Sequence[_Thing], other: Iterable[_Thing]) -> list[_Thing]:
    there = {thing.id for thing in other}
    return [thing for thing in things if thing.id not in there]


# Sentences of their own


def status_moved(refs: Sequence[str], old: str, new: str, *, why: str, area: Area) -> str:
    """`4.2 and 4.5: On track to Partially met, because advice comes late.`"""
    return f"{listed(refs)}: {old} to {new}{_because(why, area)}"


def status_closed(refs: Sequence[str], label: str) -> str:
    """`4.2 and 4.7: met.`, where nobody need be told why."""
    return f"{listed(refs)}: {label.lower()}."


def first_declared(refs: Sequence[str], label: str) -> str:
    """What was there before, and of which nobody had said how it stands."""
    return f"{listed(refs)}: first declared, {label.lower()}."


def date_moved(name: str, was: ByWhen, now: ByWhen) -> str:
    """`4.2 moved from 31 March 2026 to 31 May 2026.`"""
    return f"{name} moved from {was.in_full} to {now.in_full}."


def action_ended(ref: str, by: Citation) -> str:
    """`4.8 handed to business as usual (D-016 of 9 June 2026).`"""
    return f"{ref} {by.ended} ({by.in_full})."


def things_added(refs: Sequence[str]) -> str:
    """`4.9 and 4.10 added.`"""
    return f"{listed(refs)} added."


def score_moved(ref: str, was: Score, now: Score) -> str:
    """`R2 up from 12 to 16.`; scores of two matrices that cannot be compared are named."""
    way = {Way.UP: "up", Way.DOWN: "down"}.get(way_between(was, now), "scored anew,")
    return f"{ref} {way} from {figure(was)} to {figure(now)}."


_BEGINNINGS = frozenset(
    [
        "a",
        "all",
        "an",
        "both",
        "each",
        "four",
        "his",
        "her",
        "its",
        "no",
        "one",
        "our",
        "some",
        "their",
        "the",
        "these",
        "three",
        "two",
    ]
)
"""Words that begin a sentence before a name and are none of it."""


def _because(why: str, area: Area) -> str:
    said = cut_characters(why, LONGEST_REASON).rstrip(".")
    if not said:
        return "."
    first, _, rest = said.partition(" ")
    # A name in two words keeps its capital, one alone where it is known: Northmoor Council closed, Ann left.
    in_two_words = rest[:2].istitle() and first.lower() not in _BEGINNINGS
    is_named = in_two_words or re.split(r"\W", first.casefold())[0] in _first_names(area)
    is_short = len(first) > 1 and first[:2].isupper()
    lowered = said if is_short or is_named else said[:1].lower() + said[1:]
    return f", because {lowered}{'' if said.endswith('…') else '.'}"


def _first_names(area: Area) -> set[str]:
    """What people are called who lead the area, do its actions or answer for them; an initial is no name."""
    actions = area.actions
    said = {*area.leads, *(name for action in actions for name in (*action.owners, action.accountable))}
    known = [name_parts(name) for name in said if are_given_names(name)]
    return {first for name in known for first in (name.first or (name.surname,)) if len(first) > 1}


# Statuses


@dataclass(frozen=True)
class _Move:
    """From one status to another and why; several things may have moved alike."""

    old: str
    new: str
    closed: bool
    why: str


def _statuses(before: Area, now: Area) -> Iterator[Change]:
    moves: dict[_Move, list[str]] = {}
    for ref, judged_before, judged in _judged(before, now):
        move = _move(judged_before, judged)
        if move:
            moves.setdefault(move, []).append(ref)
    for move, refs in moves.items():
        yield Change(About.STATUS, tuple(refs), _moved_sentence(move, refs, now), move.old, move.new)


def _judged(before: Area, now: Area) -> Iterator[tuple[str, Sequence[Judgement], Sequence[Judgement]]]:
    yield "The area", before.judgements, now.judgements
    for was, action in _pairs(before.actions, now.actions):
        yield action.ref, was.judgements, action.judgements


def _move(before: Sequence[Judgement], now: Sequence[Judgement]) -> _Move | None:
    old = before[0].status if before else None
    new = now[0].status if now else None
    if new is None or (old and (old.key, old.label) == (new.key, new.label)):
        return None
    closed = new.is_a.closed and not (old and old.is_a.closed)
    return _Move("" if closed or old is None else old.label, new.label, closed, "" if closed else now[0].why)


def _moved_sentence(move: _Move, refs: Sequence[str], area: Area) -> str:
    if move.closed:
        return status_closed(refs, move.new)
    if not move.old:
        return first_declared(refs, move.new)
    return status_moved(refs, move.old, move.new, why=move.why, area=area)


# Actions and milestones


def _actions(before: Sequence[Action], now: Sequence[Action]) -> Iterator[Change]:
    for was, action in _pairs(before, now):
        yield from _date_moved(About.ACTION, action.ref, was.by_when, now=action.by_when)
        yield from _handed_on(was, action)
        yield from _ended(was, action)
        if _worded(was.text) != _worded(action.text):
            yield Change(About.ACTION, (action.ref,), f"{action.ref} reworded.", was.text, action.text)
    yield from _listed(About.ACTION, _refs(_only_in(now, before)), verb="added")
    yield from _listed(About.ACTION, _refs(_only_in(before, now)), verb="removed")


def _refs(actions: Iterable[Action]) -> list[str]:
    return sorted((action.ref for action in actions), key=ref_order)


def _listed(about: About, refs: Sequence[str], *, verb: str) -> Iterator[Change]:
    if refs:
        sentence = things_added(refs) if verb == "added" else f"{listed(refs)} {verb}."
        yield Change(about, tuple(refs), sentence)


def _worded(text: str) -> str:
    return " ".join(text.split())


def _date_moved(about: About, name: str, was: ByWhen, *, now: ByWhen) -> Iterator[Change]:
    if moved(was, now):
        yield Change(about, (name,), date_moved(name, was, now), was.in_full, now.in_full)


def _handed_on(was: Action, now: Action) -> Iterator[Change]:
    if was.owners != now.owners:
        old, new = (listed(action.owners) or "nobody" for action in (was, now))
        yield Change(About.ACTION, (now.ref,), f"{now.ref} passed from {old} to {new}.", old, new)


def _ended(was: Action, now: Action) -> Iterator[Change]:
    if now.ended is not None and was.ended != now.ended:
        yield Change(About.ACTION, (now.ref,), action_ended(now.ref, now.ended))
    elif was.ended is not None and now.ended is None:
        yield Change(About.ACTION, (now.ref,), f"{now.ref} no longer {was.ended.ended}.")


def _milestones(before: Sequence[Action], now: Sequence[Action]) -> Iterator[Change]:
    for was, action in _pairs(before, now):
        for old, milestone in _pairs(was.milestones, action.milestones):
            yield from _milestone(action.ref, old, now=milestone)
        for milestone in _only_in(action.milestones, was.milestones):
            yield Change(About.MILESTONE, (action.ref,), f"{_named(action.ref, milestone)} added.")
        for milestone in _only_in(was.milestones, action.milestones):
            yield Change(About.MILESTONE, (action.ref,), f"{_named(action.ref, milestone)} removed.")


def _milestone(ref: str, was: Milestone, *, now: Milestone) -> Iterator[Change]:
    if was.done != now.done:
        state = "done" if now.done else "no longer done"
        yield Change(About.MILESTONE, (ref,), f"{_named(ref, now)} {state}.")
    for change in _date_moved(About.MILESTONE, _named(ref, now), was.by_when, now=now.by_when):
        yield Change(About.MILESTONE, (ref,), change.sentence, change.old, change.new)


def _named(ref: str, milestone: Milestone) -> str:
    return f"{ref} milestone “{milestone.text.strip().rstrip('.')}”"


# KPIs


def _kpis(before: Sequence[Kpi], now: Sequence[Kpi]) -> Iterator[Change]:
    for was, kpi in _pairs(before, now):
        for old, step in _pairs(was.checkpoints, kpi.checkpoints):
            yield from _figure(kpi, old.actual, step=step)
            yield from _aim(kpi, f"{kpi.ref} for {step.label}", was=target_short(old.target, was), step=step)
        old_aim, aim = target_short(was.headline, was), target_short(kpi.headline, kpi)
        if old_aim != aim:
            says = f"{kpi.ref} headline target changed from {old_aim} to {aim}."
            yield Change(About.KPI, (kpi.ref,), says, old_aim, aim)
        for step in _only_in(kpi.checkpoints, was.checkpoints):
            yield from _figure(kpi, Actual(), step=step)
    yield from _listed(About.KPI, [kpi.ref for kpi in _only_in(now, before)], verb="added")
    yield from _listed(About.KPI, [kpi.ref for kpi in _only_in(before, now)], verb="removed")


def _figure(kpi: Kpi, was: Actual, *, step: Checkpoint) -> Iterator[Change]:
    """A figure that came in, or one that was corrected."""
    name, now = f"{kpi.ref} for {step.label}", step.actual
    if (was.value, was.words.strip()) == (now.value, now.words.strip()):
        return
    old, new = actual_shown(was, kpi.unit), actual_shown(now, kpi.unit)
    if has_data(was):
        yield Change(About.KPI, (kpi.ref,), corrected(kpi, step, was, now), old, new)
    elif has_data(now):
        yield Change(About.KPI, (kpi.ref,), f"{name}: {new}, {step_verdict(kpi, step).value}.", "", new)


def _aim(kpi: Kpi, name: str, *, was: str, step: Checkpoint) -> Iterator[Change]:
    aim = target_short(step.target, kpi)
    if was != aim:
        yield Change(About.KPI, (kpi.ref,), f"{name}: target changed from {was} to {aim}.", was, aim)


# Risks and issues

_ENDED: Final = {
    RiskStatus.OPEN: "reopened",
    RiskStatus.ESCALATED: "escalated",
    RiskStatus.CLOSED: "closed",
    RiskStatus.OCCURRED: "has occurred",
}


def _risks(before: Sequence[Risk], now: Sequence[Risk]) -> Iterator[Change]:
    for was, risk in _pairs(before, now):
        yield from _scored(was, risk)
        if was.status is not risk.status:
            yield Change(
                About.RISK,
                (risk.ref,),
                f"{risk.ref} {_ENDED[risk.status]}.",
                was.status.value,
                risk.status.value,
            )
    for risk in _only_in(now, before):
        at = f", scored {figure(risk.current[0])}" if risk.current else ""
        yield Change(About.RISK, (risk.ref,), f"{risk.ref} added{at}.")
    yield from _listed(About.RISK, [risk.ref for risk in _only_in(before, now)], verb="removed")


def _scored(was: Risk, now: Risk) -> Iterator[Change]:
    if not now.current:
        return
    new = figure(now.current[0])
    if not was.current:
        yield Change(About.RISK, (now.ref,), f"{now.ref} scored {new}.", "", new)
        return
    old = figure(was.current[0])
    if old != new:
        yield Change(About.RISK, (now.ref,), score_moved(now.ref, was.current[0], now.current[0]), old, new)


def _issues(before: Sequence[Issue], now: Sequence[Issue]) -> Iterator[Change]:
    for was, issue in _pairs(before, now):
        if (was.resolved_on is None) != (issue.resolved_on is None):
            state = f"resolved on {in_words(issue.resolved_on)}" if issue.resolved_on else "open again"
            yield Change(About.RISK, (issue.ref,), f"{issue.ref} {state}.")
        elif was.due != issue.due:
            old, new = _day(was.due), _day(issue.due)
            yield Change(About.RISK, (issue.ref,), f"{issue.ref} moved from {old} to {new}.", old, new)
    yield from _listed(About.RISK, [issue.ref for issue in _only_in(now, before)], verb="added")
    yield from _listed(About.RISK, [issue.ref for issue in _only_in(before, now)], verb="removed")


def _day(due: date | None) -> str:
    return in_words(due) if due else "no date"

"""What changed between two states of an area, as sentences: statuses, dates, milestones, figures, risks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final, Protocol, TypeVar

from boarddesk.rules.dates.deadlines import ByWhen, Precision, in_words, moved
from boarddesk.rules.plan.actions import Action, Area, Judgement, ref_order
from boarddesk.rules.plan.figures import actual_shown, target_short
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, has_data, step_verdict
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.risks import Issue, Risk, RiskStatus
from boarddesk.rules.wording import listed


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
    lines = (" ".join(one.sentence for one in found if one.about in about) for about in _BULLETS)
    return tuple(line for line in lines if line)


def _pairs(before: Sequence[_Thing], now: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """What stood before and stands now, in the order of now."""
    known = {one.id: one for one in before}
    return ((known[one.id], one) for one in now if one.id in known)


def _only_in(one: Sequence[_Thing], other: Iterable[_Thing]) -> list[_Thing]:
    there = {thing.id for thing in other}
    return [thing for thing in one if thing.id not in there]


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
        yield Change(About.STATUS, tuple(refs), _moved_sentence(move, refs), move.old, move.new)


def _judged(before: Area, now: Area) -> Iterator[tuple[str, Sequence[Judgement], Sequence[Judgement]]]:
    yield "Area", before.judgements, now.judgements
    for was, action in _pairs(before.actions, now.actions):
        yield action.ref, was.judgements, action.judgements


def _move(before: Sequence[Judgement], now: Sequence[Judgement]) -> _Move | None:
    old = before[0].status if before else None
    new = now[0].status if now else None
    if new is None or (old and (old.key, old.label) == (new.key, new.label)):
        return None
    closed = new.is_a.closed
    why = "" if closed else now[0].why.strip().rstrip(".")
    return _Move("" if closed or old is None else old.label, new.label, closed, why)


def _moved_sentence(move: _Move, refs: Sequence[str]) -> str:
    if move.closed:
        return f"{listed(refs)} {move.new.lower()}."
    because = f", because {_inside(move.why)}" if move.why else ", without a reason"
    if move.old:
        return f"{listed(refs)}: {move.old} to {move.new}{because}."
    return f"{listed(refs)}: declared {move.new}{because if move.why else ''}."


def _inside(text: str) -> str:
    """A sentence as it stands inside another: without its capital, unless a name or letters begin it."""
    return text[0].lower() + text[1:] if _SMALL_WORD.match(text) else text


_SMALL_WORD: Final = re.compile(
    r"(?:an?|the|this|that|these|those|two|three|four|five|six|one|no|not|we|our|they|their|its?|there|all|some"
    r"|most|many|few|both|each|every|now|only|still|after|before|since|when|while|with|without|because)\b",
    re.IGNORECASE,
)


# Actions and milestones


def _actions(before: Sequence[Action], now: Sequence[Action]) -> Iterator[Change]:
    for was, action in _pairs(before, now):
        yield from _date_moved(About.ACTION, action.ref, was.by_when, now=action.by_when)
        yield from _handed_on(was, action)
        if _worded(was.text) != _worded(action.text):
            yield Change(About.ACTION, (action.ref,), f"{action.ref} reworded.", was.text, action.text)
    yield from _listed(About.ACTION, _refs(_only_in(now, before)), verb="added")
    yield from _listed(About.ACTION, _refs(_only_in(before, now)), verb="removed")


def _refs(actions: Iterable[Action]) -> list[str]:
    return sorted((action.ref for action in actions), key=ref_order)


def _listed(about: About, refs: Sequence[str], *, verb: str) -> Iterator[Change]:
    if refs:
        yield Change(about, tuple(refs), f"{listed(refs)} {verb}.")


def _worded(text: str) -> str:
    return " ".join(text.split())


def _date_moved(about: About, name: str, was: ByWhen, *, now: ByWhen) -> Iterator[Change]:
    if moved(was, now):
        old, new = _both_dates(was, now)
        yield Change(about, (name,), f"{name} moved from {old} to {new}.", old, new)


def _both_dates(was: ByWhen, now: ByWhen) -> tuple[str, str]:
    """Both dates in words; the year once where both are days of the same year."""
    days = was.precision is now.precision is Precision.DAY
    if days and was.latest and now.latest and was.latest.year == now.latest.year:
        return in_words(was.latest).rsplit(" ", 1)[0], in_words(now.latest)
    return _date_in_words(was), _date_in_words(now)


def _date_in_words(by_when: ByWhen) -> str:
    if by_when.precision is Precision.DAY and by_when.latest and by_when.earliest == by_when.latest:
        return in_words(by_when.latest)
    return by_when.in_full


def _handed_on(was: Action, now: Action) -> Iterator[Change]:
    if was.owners != now.owners:
        old, new = (listed(action.owners) or "nobody" for action in (was, now))
        yield Change(About.ACTION, (now.ref,), f"{now.ref} passed from {old} to {new}.", old, new)


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
        yield Change(About.KPI, (kpi.ref,), f"{name} corrected from {old} to {new}.", old, new)
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
        at = f", scored {risk.current[0].product}" if risk.current else ""
        yield Change(About.RISK, (risk.ref,), f"{risk.ref} added{at}.")
    yield from _listed(About.RISK, [risk.ref for risk in _only_in(before, now)], verb="removed")


def _scored(was: Risk, now: Risk) -> Iterator[Change]:
    old = was.current[0].product if was.current else None
    new = now.current[0].product if now.current else None
    if new is None or old == new:
        return
    if old is None:
        yield Change(About.RISK, (now.ref,), f"{now.ref} scored {new}.", "", str(new))
        return
    way = "up" if new > old else "down"
    yield Change(About.RISK, (now.ref,), f"{now.ref} {way} from {old} to {new}.", str(old), str(new))


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

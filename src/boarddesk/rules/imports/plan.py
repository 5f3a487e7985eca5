"""Holds a plan found in a document against the plan the office keeps, and says what each would change.

What the document leaves empty, or says with a bullet alone, changes nothing; what it leaves without a ref is
known by its words. A status is not ticked over one declared after the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from boarddesk.rules.dates.deadlines import ByWhen, in_words
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundMilestone,
    FoundPlan,
    What,
)
from boarddesk.rules.imports.proposals import FieldChange, Proposal, ProposalKind, Proposals, Verdict
from boarddesk.rules.imports.refs import with_office_refs
from boarddesk.rules.imports.refusals import says_something, with_refusals
from boarddesk.rules.names.likeness import bare, same
from boarddesk.rules.plan.actions import Action, Area, Plan
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.statuses.status import Scheme, Status
from boarddesk.rules.statuses.words import read_word

TITLE, OUTCOME, WEAKNESS, LEADS, TEAM = "Title", "Outcome", "Weakness", "Leads", "Project team"
TEXT, BY_WHEN, OWNERS, ACCOUNTABLE = "Action", "By when", "Owner", "Accountable"
MEASURE, STATUS, UPDATE, EVIDENCE = "Success measure", "Status", "Update", "Evidence"
MILESTONE, DONE, OWNER, WORDING = "Milestone", "Done", "Owner", "KPI"


@dataclass(frozen=True)
class PlanSide:
    """The office's side: its plan (none yet for a new one), KPIs and scheme; and the document's day."""

    plan: Plan | None
    kpis: tuple[Kpi, ...]
    scheme: Scheme
    dated: date

    @cached_property
    def _areas(self) -> dict[str, Area]:
        areas = self.plan.areas if self.plan else ()
        return {bare(area.number): area for area in reversed(areas)}

    @cached_property
    def _actions(self) -> dict[str, dict[str, Action]]:
        return {
            area.id: {bare(action.ref): action for action in reversed(area.actions)}
            for area in self._areas.values()
        }

    @cached_property
    def _kpis(self) -> dict[tuple[str | None, str], dict[str, Kpi]]:
        kpis: dict[tuple[str | None, str], dict[str, Kpi]] = {}
        for kpi in self.kpis:
            kpis.setdefault((kpi.area_id, bare(kpi.ref)), {}).setdefault(bare(kpi.wording), kpi)
        return kpis

    def area(self, number: str) -> Area | None:
        """The area with that number."""
        return self._areas.get(bare(number))

    def action(self, area: Area | None, ref: str) -> Action | None:
        """The action of an area with that ref."""
        return self._actions[area.id].get(bare(ref)) if area else None

    def kpis_of(self, area: Area | None, ref: str) -> Mapping[str, Kpi]:
        """The KPIs of an area with that ref, by their words."""
        return self._kpis.get((area.id, bare(ref)), {}) if area else {}


def compare_plan(found: FoundPlan, name: str, *, kept: PlanSide) -> Proposals:
    """Every part of the document, in its order, with what taking it would do."""
    found = in_words_of(kept.scheme, with_office_refs(found, kept.plan))
    proposals = [_plan(found, name, kept)]
    for area in found.areas:
        proposals += _area(area, kept)
    return Proposals(found.source, What.PLAN, found.tables, tuple(with_refusals(proposals)), found.leftovers)


def in_words_of(scheme: Scheme, found: FoundPlan) -> FoundPlan:
    """The document with its statuses in the words of another scheme, said where they are others."""
    if scheme == found.scheme:
        return found
    areas = tuple(
        replace(area, actions=tuple(_in_words(action, found.scheme, scheme) for action in area.actions))
        for area in found.areas
    )
    return replace(found, areas=areas, scheme=scheme)


def _in_words(action: FoundAction, own: Scheme, scheme: Scheme) -> FoundAction:
    said = next((status for status in own.statuses if status.label == action.status), None)
    if said is None:
        return action
    same_kind = [status for status in scheme.statuses if status.is_a is said.is_a]
    named = [status for status in same_kind if status.label == said.label]
    status = next(iter(named or same_kind), None)
    if status is None:
        note = f"The document says {said.label}, for which this plan's statuses have no word."
        return replace(action, status="", status_from="none", notes=(*action.notes, note))
    if status.label == said.label:
        return action
    note = f"The document says {said.label}, which is {status.label} in this plan."
    return replace(action, status=status.label, notes=(*action.notes, note))


def status_of(found: FoundAction, scheme: Scheme) -> Status | None:
    """The status a found action names, in the scheme."""
    return read_word(found.status, scheme).status if found.status else None


def _plan(found: FoundPlan, name: str, kept: PlanSide) -> Proposal:
    return Proposal(
        kind=ProposalKind.PLAN,
        key="plan",
        ref="",
        title=name,
        verdict=Verdict.SAME if kept.plan else Verdict.NEW,
        place=found.source,
        found=found,
        about_id=kept.plan.id if kept.plan else "",
    )


def _area(found: FoundArea, kept: PlanSide) -> Iterator[Proposal]:
    ours = kept.area(found.number)
    changes = _area_changes(found, ours) if ours else ()
    proposal = Proposal(
        kind=ProposalKind.AREA,
        key=f"area {found.number}",
        ref=found.number,
        title=found.title,
        verdict=_verdict(ours, changes),
        place=found.place,
        found=found,
        changes=changes,
        about_id=ours.id if ours else "",
        within="plan",
    )
    yield proposal
    for action in found.actions:
        yield from _action(action, ours, kept, within=proposal.key)
    yield from _kpis(found, ours, kept, within=proposal.key)


def _area_changes(found: FoundArea, ours: Area) -> tuple[FieldChange, ...]:
    return _differing(
        (TITLE, ours.title, found.title),
        (OUTCOME, ours.outcome, found.outcome),
        (WEAKNESS, ours.weakness, found.weakness),
        (LEADS, _names(ours.leads), _names(found.leads)),
        (TEAM, ours.project_team, found.project_team),
    )


def _action(found: FoundAction, area: Area | None, kept: PlanSide, *, within: str) -> Iterator[Proposal]:
    ours = kept.action(area, found.ref)
    proposal = Proposal(
        kind=ProposalKind.ACTION,
        key=f"{within} action {found.ref}",
        ref=found.ref,
        title=found.text.strip() or " | ".join(text for _, text in found.source_cells),
        verdict=Verdict.NEW,
        place=found.place,
        found=found,
        notes=(*found.notes, *_status_notes(found, kept.scheme)),
        about_id=ours.id if ours else "",
        within=within,
    )
    yield from _held_against(proposal, ours, found, kept) if ours else (proposal,)
    steps: dict[str, list[Milestone]] = {}
    for milestone in reversed(ours.milestones if ours and found.milestones else ()):
        steps.setdefault(bare(milestone.text), []).append(milestone)
    for number, step in enumerate(found.milestones, 1):
        # The step in the same words; where a document says it twice, the second is the second.
        in_words = steps.get(bare(step.text))
        yield _milestone(step, in_words.pop() if in_words else None, proposal, number=number)


def _held_against(proposal: Proposal, ours: Action, found: FoundAction, kept: PlanSide) -> Iterator[Proposal]:
    """The changes of an action; an older status by itself, so that the rest can be taken without it."""
    changes = (*_action_changes(found, ours), *_news(found, ours))
    status = _status_change(found, ours, kept.scheme)
    why_not = _declared_later(ours, kept.dated) if status else ""
    if status and not why_not:
        changes = (*changes, status)
    if changes or not status or not why_not:
        yield replace(proposal, verdict=_verdict(ours, changes), changes=changes)
    if status and why_not:
        yield replace(
            proposal,
            key=f"{proposal.key} status",
            verdict=Verdict.CHANGED,
            changes=(status,),
            ticked=False,
            why_not=why_not,
        )


def _action_changes(found: FoundAction, ours: Action) -> tuple[FieldChange, ...]:
    return (
        *_differing((TEXT, ours.text, found.text)),
        *_other_date(ours.by_when, found.by_when),
        *_differing(
            (OWNERS, _names(ours.owners), _names(found.owners)),
            (ACCOUNTABLE, ours.accountable, found.accountable),
            (MEASURE, ours.success_measure, found.success_measure),
        ),
    )


def _other_date(ours: ByWhen, found: ByWhen) -> Iterator[FieldChange]:
    """Another deadline, each as written and as understood."""
    for change in _differing((BY_WHEN, ours.as_written, found.as_written)):
        yield replace(change, old=ours.in_full if change.old else "", new=found.in_full)


def _news(found: FoundAction, ours: Action) -> Iterator[FieldChange]:
    """Progress and evidence are added to what is there, never put in its place."""
    if says_something(found.progress) and not any(
        same(update.text, found.progress) for update in ours.updates
    ):
        yield FieldChange(UPDATE, "", found.progress)
    for title in new_evidence(found, ours):
        yield FieldChange(EVIDENCE, "", title)


def new_evidence(found: FoundAction, ours: Action | None) -> tuple[str, ...]:
    """The pieces of evidence the document names and the office does not have, once each."""
    known = {bare(piece.title) for piece in ours.evidence} if ours else set()
    titles = {bare(title): title for title in reversed(found.evidence) if says_something(title)}
    return tuple(title for bare, title in reversed(titles.items()) if bare not in known)


def _status_change(found: FoundAction, ours: Action, scheme: Scheme) -> FieldChange | None:
    status = status_of(found, scheme)
    if status is None or (ours.declared and ours.declared.key == status.key):
        return None
    return FieldChange(STATUS, ours.declared.label if ours.declared else "", status.label)


def _status_notes(found: FoundAction, scheme: Scheme) -> tuple[str, ...]:
    unread = read_word(found.status, scheme).explained if found.status else ""
    return (unread,) if unread else ()


def _declared_later(ours: Action, dated: date) -> str:
    """Why an older word is not taken; nothing where the document is as new as the office."""
    newest = ours.judgements[0] if ours.judgements else None
    if newest is None or newest.as_at <= dated:
        return ""
    return (
        f"Your office says {newest.status.label}, declared by the {newest.said_by} "
        f"on {in_words(newest.as_at)}. "
        f"This document is from {in_words(dated)}. Tick it to take the older word."
    )


def _milestone(found: FoundMilestone, ours: Milestone | None, of: Proposal, *, number: int) -> Proposal:
    changes = _milestone_changes(found, ours) if ours else ()
    return Proposal(
        kind=ProposalKind.MILESTONE,
        key=f"{of.key} milestone {number}",
        ref=of.ref,
        title=found.text,
        verdict=_verdict(ours, changes),
        place=found.place or of.place,
        found=found,
        changes=changes,
        about_id=ours.id if ours else "",
        within=of.key,
    )


def _milestone_changes(found: FoundMilestone, ours: Milestone) -> tuple[FieldChange, ...]:
    done = (FieldChange(DONE, "not done", "done"),) if found.done and not ours.done else ()
    return (
        *_other_date(ours.by_when, found.by_when),
        *_differing((OWNER, ours.owner, found.owner)),
        *done,
    )


def _kpis(found: FoundArea, area: Area | None, kept: PlanSide, *, within: str) -> Iterator[Proposal]:
    told = Counter(bare(one.ref) for one in found.kpis)
    for number, one in enumerate(found.kpis, 1):
        of_ref = kept.kpis_of(area, one.ref)
        match = of_ref.get(bare(one.wording))
        if match is None and len(of_ref) == told[bare(one.ref)] == 1:
            (match,) = of_ref.values()  # in other words, and the only one of that ref on either side
        changes = _differing((WORDING, match.wording, one.wording)) if match else ()
        yield Proposal(
            kind=ProposalKind.KPI,
            key=f"{within} kpi {number}",
            ref=one.ref,
            title=one.wording,
            verdict=_verdict(match, changes),
            place=one.place,
            found=one,
            changes=changes,
            about_id=match.id if match else "",
            within=within,
        )


def _verdict(ours: object | None, changes: Sequence[FieldChange]) -> Verdict:
    if ours is None:
        return Verdict.NEW
    return Verdict.CHANGED if changes else Verdict.SAME


def _differing(*fields: tuple[str, str, str]) -> tuple[FieldChange, ...]:
    """Field, ours and theirs: a change wherever the document says something else."""
    return tuple(
        FieldChange(name, ours, theirs)
        for name, ours, theirs in fields
        if says_something(theirs) and not same(ours, theirs)
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)

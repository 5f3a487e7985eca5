"""Takes a plan found in a document into the office: proposed first, then applied as one change to undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.leftovers import keep_leftovers, new_leftovers
from boarddesk.records.plan import actions, areas, evidence, judgements, kpis, milestones, plans
from boarddesk.records.plan.since import IMPORTED
from boarddesk.rules.characters import keepable
from boarddesk.rules.imports import plan as fields
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundKpi,
    FoundMilestone,
    FoundPlan,
    Leftover,
)
from boarddesk.rules.imports.plan import PlanSide, compare_plan, new_evidence, status_of
from boarddesk.rules.imports.proposals import Proposal, ProposalKind, Proposals, Verdict
from boarddesk.rules.imports.refs import is_plan
from boarddesk.rules.imports.refusals import says_something
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.plan.kpis import Unit
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, SaidBy, Scheme
from boarddesk.rules.wording import listed


@dataclass(frozen=True)
class ImportResult:
    """What an import did: nothing at all where everything was there already."""

    taken: int = 0
    left_over: int = 0
    keys: frozenset[str] = frozenset()
    """The keys of the proposals that were written."""
    left_open: int = 0
    """How many registers that are new in the office stay open."""
    opened: int = 0
    """How many closed registers are open again, because somebody is missing."""


def propose(
    file: OfficeFile,
    found: FoundPlan,
    *,
    dated: date,
    plan: str = "",
    board_id: str | None = None,
    scheme: Scheme | None = None,
) -> Proposals:
    """What taking the document would do; `dated` is the day its words are from.

    A new plan takes the scheme given, else the one the document's own words come to.
    Without a name it is the board's plan that the document recognisably is, or for a board without any a
    new one called as the document calls itself; Refused where it could be another than those that are there.
    """
    name = plan.strip() or _name_of(file, found, board_id=board_id)
    return compare_plan(found, name, kept=_kept(file, name, scheme=scheme or found.scheme, dated=dated))


def apply(
    file: OfficeFile,
    proposals: Proposals,
    *,
    dated: date,
    today: date,
    board_id: str | None = None,
    accepted: Collection[str] | None = None,
    scheme: Scheme | None = None,
) -> ImportResult:
    """Take the proposals with those keys, or the ticked ones, and keep what was not read: one change."""
    taken = [proposal for proposal in proposals.proposals if _is_taken(proposal, accepted)]
    unread = new_leftovers(file, proposals.source, (*proposals.leftovers, *_not_taken(proposals, taken)))
    if not taken and not unread:
        return ImportResult()
    with file.change(f"{IMPORTED}{proposals.source}") as change:
        if taken:
            name, own = _named(proposals)
            kept = _kept(file, name, scheme=scheme or own, dated=dated)
            _Taking(file, change, proposals, kept, board_id=board_id).take(taken)
        keep_leftovers(change, proposals.source, unread, today=today)
    return ImportResult(len(taken), len(unread), frozenset(one.key for one in taken))


def _named(proposals: Proposals) -> tuple[str, Scheme]:
    """The plan that the proposals are about: its name, and the scheme its statuses are in."""
    about = next(one for one in proposals.proposals if one.kind is ProposalKind.PLAN)
    own = about.found.scheme if isinstance(about.found, FoundPlan) else IMPROVEMENT_PLAN
    return about.title, own


def recognised(file: OfficeFile, found: FoundPlan, *, board_id: str | None = None) -> tuple[Plan, ...]:
    """The plans, of every board or of this one, that a document recognisably is."""
    known = (plans.plan(file, bare.id) for bare in plans.plans(file, board_id))
    return tuple(plan for plan in known if is_plan(found, plan))


def _name_of(file: OfficeFile, found: FoundPlan, *, board_id: str | None) -> str:
    known = recognised(file, found, board_id=board_id)
    if len(known) == 1:
        return known[0].name
    own = keepable(found.title).strip() or found.source.rpartition(".")[0] or found.source
    rivals = known or plans.plans(file, board_id) or _called(file, own)
    if rivals:
        raise Refused(_which_plan(found.source, [plan.name for plan in rivals], own), field="plan")
    return own


def _called(file: OfficeFile, name: str) -> tuple[Plan, ...]:
    plan = plans.plan_named(file, name)
    return (plan,) if plan else ()


def _which_plan(source: str, names: Sequence[str], own: str) -> str:
    """Why nothing is taken, with both ways on."""
    there = listed([f"“{name}”" for name in names])
    new = "another name" if own in names else f'a new name, such as --plan "{own}",'
    return (
        f"“{source}” cannot be told to be {there}, which the office has already, so nothing was taken. "
        f'Say --plan "{names[0]}" to bring that plan up to date, or {new} to keep this as a plan of its own.'
    )


def _kept(file: OfficeFile, name: str, *, scheme: Scheme, dated: date) -> PlanSide:
    plan = plans.plan_named(file, name)
    if plan is None:
        return PlanSide(None, (), scheme, dated)
    return PlanSide(plan, kpis.kpis(file, plan.id), plan.scheme, dated)


def _is_taken(one: Proposal, accepted: Collection[str] | None) -> bool:
    if one.verdict not in (Verdict.NEW, Verdict.CHANGED):
        return False
    return one.ticked if accepted is None else one.key in accepted


def _not_taken(proposals: Proposals, taken: Sequence[Proposal]) -> list[Leftover]:
    """What could not be taken, and what is new and was doubted; an older status is no leftover."""
    keys = {proposal.key for proposal in taken}
    return [
        Leftover(proposal.place, proposal.title, proposal.why_not)
        for proposal in proposals.proposals[1:]
        if proposal.verdict in (Verdict.UNCLEAR, Verdict.NEW)
        and proposal.why_not
        and proposal.key not in keys
    ]


class _Taking:
    """One import under way: the ids of what is there and of what is being added, by key."""

    def __init__(
        self, file: OfficeFile, change: Change, proposals: Proposals, kept: PlanSide, *, board_id: str | None
    ) -> None:
        self._file = file
        self._change = change
        self._kept = kept
        self._board_id = board_id
        self._proposed = {proposal.key: proposal for proposal in proposals.proposals}
        self._ids = {proposal.key: proposal.about_id for proposal in proposals.proposals if proposal.about_id}

    def take(self, taken: Sequence[Proposal]) -> None:
        """Add what is new and change what differs, in the document's order."""
        for proposal in taken:
            if proposal.verdict is Verdict.CHANGED:
                self._change_it(proposal)
            else:
                self._id(proposal.key)

    def _id(self, key: str) -> str:
        """The office's row for a proposal, added now with all above it if it is new."""
        if key not in self._ids:
            self._ids[key] = self._add(self._proposed[key])
        return self._ids[key]

    def _add(self, one: Proposal) -> str:
        found = one.found
        if isinstance(found, FoundPlan):
            return self._add_plan(one.title)
        if isinstance(found, FoundArea):
            return self._add_area(found, self._id(one.within))
        if isinstance(found, FoundAction):
            return self._add_action(found, self._id(one.within))
        if isinstance(found, FoundMilestone):
            return self._add_milestone(found, self._id(one.within))
        if isinstance(found, FoundKpi):
            return self._add_kpi(found, self._id(one.within))
        raise Refused(f"“{one.title}” cannot be taken from a plan.")

    def _add_plan(self, name: str) -> str:
        return plans.add_plan(self._file, name, board_id=self._board_id, scheme=self._kept.scheme)

    def _add_area(self, found: FoundArea, plan_id: str) -> str:
        return areas.add_area(
            self._file,
            plan_id,
            number=found.number,
            title=found.title.strip() or f"Area {found.number}",
            weakness=found.weakness,
            outcome=found.outcome,
            leads=found.leads,
            project_team=found.project_team,
        )

    def _add_action(self, found: FoundAction, area_id: str) -> str:
        action_id = actions.add_action(
            self._file,
            area_id,
            ref=found.ref,
            text=found.text,
            by_when=found.by_when,
            owners=found.owners,
            accountable=found.accountable,
            success_measure=found.success_measure,
        )
        self._add_news(found, action_id, new_evidence(found, None))
        self._declare(found, action_id)
        return action_id

    def _add_news(self, found: FoundAction, action_id: str, titles: Sequence[str]) -> None:
        if says_something(found.progress):
            actions.add_update(self._file, action_id, text=found.progress, as_at=self._kept.dated)
        for title in titles:
            evidence.support_with(self._file, title, action_id)

    def _declare(self, found: FoundAction, action_id: str) -> None:
        status = status_of(found, self._kept.scheme)
        if status is None:
            return
        newest = self._file.value("SELECT max(as_at) FROM judgement WHERE action_id = ?", (action_id,))
        as_at = max(self._kept.dated, date.fromisoformat(str(newest))) if newest else self._kept.dated
        judgements.declare(self._file, action_id, status.key, as_at=as_at, said_by=SaidBy.LEAD)

    def _add_milestone(self, found: FoundMilestone, action_id: str) -> str:
        return milestones.add_milestone(
            self._file,
            action_id,
            text=found.text,
            by_when=found.by_when,
            owner=found.owner,
            done=found.done,
        )

    def _add_kpi(self, found: FoundKpi, area_id: str) -> str:
        plan_id = self._file.value("SELECT plan_id FROM area WHERE id = ?", (area_id,))
        action_id = self._file.value(
            "SELECT id FROM action WHERE area_id = ? AND ref = ?", (area_id, found.action_ref)
        )
        return kpis.add_kpi(
            self._file,
            str(plan_id),
            ref=found.ref,
            wording=found.wording,
            unit=Unit.WORDS,
            area_id=area_id,
            action_id=str(action_id) if action_id else None,
        )

    def _change_it(self, one: Proposal) -> None:
        found = one.found
        changed = {change.field for change in one.changes}
        if isinstance(found, FoundArea):
            self._change_area(found, one.about_id, changed)
        elif isinstance(found, FoundAction):
            self._change_action(found, one, changed)
        elif isinstance(found, FoundMilestone):
            self._change_milestone(found, one.about_id, changed)
        elif isinstance(found, FoundKpi):
            self._change.update("kpi", one.about_id, wording=found.wording)

    def _change_area(self, found: FoundArea, area_id: str, changed: set[str]) -> None:
        areas.change_area(
            self._file,
            area_id,
            title=found.title if fields.TITLE in changed else None,
            weakness=found.weakness if fields.WEAKNESS in changed else None,
            outcome=found.outcome if fields.OUTCOME in changed else None,
            project_team=found.project_team if fields.TEAM in changed else None,
        )
        if fields.LEADS in changed:
            areas.set_leads(self._file, area_id, found.leads)

    def _change_action(self, found: FoundAction, one: Proposal, changed: set[str]) -> None:
        actions.change_action(
            self._file,
            one.about_id,
            text=found.text if fields.TEXT in changed else None,
            accountable=found.accountable if fields.ACCOUNTABLE in changed else None,
            success_measure=found.success_measure if fields.MEASURE in changed else None,
        )
        if fields.BY_WHEN in changed:
            actions.set_by_when(self._file, one.about_id, found.by_when)
        if fields.OWNERS in changed:
            actions.set_owners(self._file, one.about_id, found.owners)
        if fields.UPDATE in changed:
            actions.add_update(self._file, one.about_id, text=found.progress, as_at=self._kept.dated)
        for change in one.changes:
            if change.field == fields.EVIDENCE:
                evidence.support_with(self._file, change.new, one.about_id)
        if fields.STATUS in changed:
            self._declare(found, one.about_id)

    def _change_milestone(self, found: FoundMilestone, milestone_id: str, changed: set[str]) -> None:
        if fields.BY_WHEN in changed:
            milestones.set_milestone_by_when(self._file, milestone_id, found.by_when)
        if fields.OWNER in changed:
            milestones.change_milestone(self._file, milestone_id, owner=found.owner)
        if fields.DONE in changed:
            milestones.set_done(self._file, milestone_id, True, on=self._kept.dated)

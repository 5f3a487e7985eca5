"""Lists the improvement plan: its actions with status and flags, and its milestones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boarddesk.cli.listing.subject import Listing, ListQuery, by_when_document, joined
from boarddesk.records.plan.around import around
from boarddesk.records.plan.plans import plan, plans
from boarddesk.rules.plan.actions import Action, Area, Plan, travel
from boarddesk.rules.plan.citations import Citation
from boarddesk.rules.plan.flags import Around, flags_of
from boarddesk.rules.plan.milestones import Milestone


@dataclass(frozen=True)
class JudgedPlan:
    """A plan with what its flags and directions are judged by."""

    plan: Plan
    around: Around


def _standing(query: ListQuery) -> Iterator[JudgedPlan]:
    for bare in plans(query.file, query.board_id):
        yield JudgedPlan(plan(query.file, bare.id), around(query.file, bare, today=query.today))


# Actions -------------------------------------------------------------------------------------------------


def actions(query: ListQuery) -> Listing:
    standing = list(_standing(query))
    several = len(standing) > 1
    return Listing(
        headings=(*_which(several), "Ref", "Action", "By when", "Understood", "Owners", "Status", "Flags"),
        rows=[
            (*_of(state, several), *_action_row(action, around=state.around))
            for state in standing
            for area in state.plan.areas
            for action in area.actions
        ],
        document={
            "plans": [state.plan.name for state in standing],
            "areas": [_area(area, state) for state in standing for area in state.plan.areas],
        },
        noun="action",
    )


def _which(several: bool) -> tuple[str, ...]:
    """Two plans may both have an action 1.1, so then each row says which plan it stands in."""
    return ("Plan",) if several else ()


def _of(standing: JudgedPlan, several: bool) -> tuple[str, ...]:
    return (standing.plan.name,) if several else ()


def _action_row(action: Action, *, around: Around) -> tuple[str, ...]:
    return (
        action.ref,
        action.text,
        action.by_when.as_written or "–",
        action.by_when.understood,
        joined(action.owners),
        action.declared.shown if action.declared else "–",
        joined([flag.kind.value for flag in flags_of(action, around)]),
    )


def _area(area: Area, standing: JudgedPlan) -> dict[str, object]:
    return {
        "plan": standing.plan.name,
        "number": area.number,
        "title": area.title,
        "leads": area.leads,
        "outcome": area.outcome,
        "status": area.declared.label if area.declared else None,
        "actions": [_action(action, around=standing.around) for action in area.actions],
    }


def _action(action: Action, *, around: Around) -> dict[str, object]:
    heading = travel(action.judgements, around.last_board)
    latest = action.updates[0] if action.updates else None
    return {
        "ref": action.ref,
        "text": action.text,
        "by_when": by_when_document(action.by_when),
        "owners": action.owners,
        "accountable": action.accountable,
        "success_measure": action.success_measure,
        "status": action.declared.label if action.declared else None,
        "status_is": action.declared.is_a if action.declared else None,
        "flags": [{"flag": flag.kind, "why": flag.sentence} for flag in flags_of(action, around)],
        "direction": heading.word.lower() if heading else None,
        "latest_update": {"as_at": latest.as_at, "text": latest.text} if latest else None,
        "evidence": [{"reference": item.reference, "title": item.title} for item in action.evidence],
        "ended": action.ended.ended if action.ended else None,
        "decisions": [_cited(made) for made in action.cited],
    }


def _cited(made: Citation) -> dict[str, object]:
    return {
        "ref": made.ref,
        "board": made.board or None,
        "year": made.year,
        "made_on": made.made_on,
        "effect": made.effect,
        "by_when": made.by_when or None,
        "in_force": made.in_force,
        "text": made.text,
    }


# Milestones ----------------------------------------------------------------------------------------------


def milestones(query: ListQuery) -> Listing:
    standing = list(_standing(query))
    several = len(standing) > 1
    found = [
        (state, action, step)
        for state in standing
        for area in state.plan.areas
        for action in area.actions
        for step in action.milestones
    ]
    return Listing(
        headings=(*_which(several), "Action", "Milestone", "By when", "Understood", "Owner", "Done"),
        rows=[(*_of(state, several), *_milestone_row(action, step)) for state, action, step in found],
        document=[{"plan": state.plan.name} | _milestone(action, step) for state, action, step in found],
        noun="milestone",
    )


def _milestone_row(action: Action, step: Milestone) -> tuple[str, ...]:
    done = "yes" if step.done else "no"
    written = step.by_when.as_written or "–"
    return action.ref, step.text, written, step.by_when.understood, step.owner or "–", done


def _milestone(action: Action, step: Milestone) -> dict[str, object]:
    return {
        "action": action.ref,
        "text": step.text,
        "by_when": by_when_document(step.by_when),
        "owner": step.owner,
        "done": step.done,
        "done_on": step.done_on,
    }

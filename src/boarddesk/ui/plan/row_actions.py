"""What is done to the row of the plan that is chosen: an action, its milestone, or an area."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from boarddesk.rules.plan.actions import Action as PlanAction
from boarddesk.rules.plan.actions import Area
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from boarddesk.ui.plan.page import PlanPage


def row_actions(page: PlanPage) -> tuple[Action, ...]:
    """Those of every day have a key of their own in the table."""

    def chosen() -> bool:
        return page.action() is not None

    def judged() -> bool:
        return chosen() or page.area() is not None

    def on_step() -> bool:
        return bool(page.milestone_id())

    def of_action(title: str, does: Callable[[PlanAction], object], words: str = "") -> Action:
        def run() -> None:
            action = page.action()
            if action is not None:
                does(action)

        return Action(title, run, "Plan", words=words, applies=chosen)

    def of_judged(title: str, does: Callable[[PlanAction | Area], object], words: str = "") -> Action:
        def run() -> None:
            of = page.action() or page.area()
            if of is not None:
                does(of)

        return Action(title, run, "Plan", words=words, applies=judged)

    def offer_statuses(of: PlanAction | Area) -> None:
        actions.offer_statuses(of, page.list.table.view.menu_point("status"))

    def escalate(action: PlanAction) -> None:
        page.open_requested.emit("escalate action", action.id)

    actions = page.plan_actions
    return (
        replace(of_judged("Change status…", offer_statuses, "rag"), row_keys="S"),
        replace(of_action("Add update…", actions.add_update, "progress"), row_keys="U"),
        of_action("Add milestone…", actions.add_milestone),
        of_action("Add evidence…", actions.add_evidence),
        of_action("Ask about this action…", actions.ask),
        of_action("Escalate this action…", escalate, "send up board above"),
        Action("Tick or untick milestone", lambda: _tick(page), "Plan", applies=on_step),
        of_judged("History…", actions.show_history),
        Action("Delete", lambda: _delete(page), row_keys="Del"),
    )


def _tick(page: PlanPage) -> None:
    """The milestone is done, or is not."""
    step_id = page.milestone_id()
    if step_id:
        steps = [step for action in page.shown.actions.values() for step in action.milestones]
        done = next(step.done for step in steps if step.id == step_id)
        page.plan_actions.tick(step_id, done=not done)


def _delete(page: PlanPage) -> None:
    """What is chosen goes; the next row is chosen, and undo brings all of it back."""
    area = page.area()
    if area is not None:
        page.plan_actions.delete_area(area)
        gone = f"Area {area.number} is deleted, with {count_in_figures(len(area.actions), 'action')}."
        page.tell(gone, "Ctrl+Z brings all of it back.", tone=Tone.GOOD)
        return
    row_ids, action = page.list.table.chosen_ids(), page.action()
    after = page.list.row_after(row_ids) or (action.id if action is not None else "")
    page.plan_actions.delete_rows(row_ids)
    if after:
        page.list.choose(after)

"""The two lists of the page: actions arising in their groups, and the register of decisions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.ui.action import Action
from boarddesk.ui.actions import rows
from boarddesk.ui.actions.business import Business
from boarddesk.ui.actions.business_actions import ACTION_KIND, DECISION_KIND
from boarddesk.ui.actions.panels import BusinessPanel
from boarddesk.ui.records_page.section import Filling, Filter, Section
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.steady_detail import SteadyDetail

if TYPE_CHECKING:
    from boarddesk.ui.actions.page import ActionsPage


def business_sections(page: ActionsPage) -> tuple[Section[Business], ...]:
    """Both; what is done to a row is done by the page."""
    return (_actions(page), _decisions(page))


def filling(page_actions: BusinessPanel, shown: Business, record_id: str) -> Filling | None:
    """What fills a detail with an action or a decision, where it is in sight."""
    if record_id in shown.actions:
        return record_id, lambda: page_actions.fill_action(shown.actions[record_id])
    if record_id in shown.decisions:
        return record_id, lambda: page_actions.fill_decision(shown.decisions[record_id])
    return None


def _panel(page: ActionsPage) -> Callable[[SteadyDetail, Business, str], Filling | None]:
    def fill(detail: SteadyDetail, shown: Business, of: str) -> Filling | None:
        panel = BusinessPanel(detail, page.business_actions, shown)
        return page.chasing.filling(detail, shown, of) or filling(panel, shown, of)

    return fill


def _actions(page: ActionsPage) -> Section[Business]:
    actions = page.business_actions
    add = actions.add_action
    return Section(
        ACTION_KIND,
        "Actions",
        ("action", "actions"),
        rows.action_columns(),
        lambda shown, picked: rows.action_rows(shown, picked, page.grouping),
        _panel(page),
        lambda shown: None if shown.actions else _no_action(add),
        Action("Add action…", add, words="new arising board"),
        partial(actions.edit, ACTION_KIND),
        partial(actions.paste, ACTION_KIND),
        actions=_on_an_action(page),
        filters=(
            Filter("Which actions", lambda _shown: rows.WHICH, 150, rows.ALL),
            Filter("Organisation", rows.bodies, 150),
        ),
        about=lambda shown: f"{shown.board_id or 'all'} {page.grouping}",
        first=lambda shown: next((action.id for action in shown.by_urgency), ""),
        columns_of=lambda _shown: rows.action_columns(page.grouping),
        count=lambda shown: len(shown.open_actions),
        spoken="Actions arising, late first",
        hint="Filter",
        row_height=40,
    )


def _decisions(page: ActionsPage) -> Section[Business]:
    actions = page.business_actions
    add = actions.decide_between
    return Section(
        DECISION_KIND,
        "Decisions",
        ("decision", "decisions"),
        rows.DECISIONS,
        rows.decision_rows,
        _panel(page),
        lambda shown: None if shown.decisions else _no_decision(add),
        Action("Decision between meetings…", add, words="new add chair's action email"),
        partial(actions.edit, DECISION_KIND),
        partial(actions.paste, DECISION_KIND),
        actions=_on_a_decision(page),
        filters=(Filter("Which decisions", lambda _shown: rows.WHICH_MADE, 150),),
        about=lambda shown: shown.board_id or "all",
        count=lambda shown: len(shown.decisions),
        spoken="Decisions, the newest first",
    )


def _no_action(add: Callable[[], object]) -> EmptyState:
    return EmptyState(
        "No actions yet",
        "What a meeting asks somebody to do stands here until it is done, late ones first, and on Today "
        "once its day has passed.",
        buttons=[buttons.primary("Add the first action", add, icon="plus")],
        example_title="How an action reads",
        example=[
            ("What", "Send the letter about waiting lists to the forum"),
            ("Who", "a person, a post or a group"),
            ("By when", "9 June, end of May, in your own words"),
        ],
    )


def _no_decision(add: Callable[[], object]) -> EmptyState:
    return EmptyState(
        "No decisions yet",
        "Decisions of a meeting are added in the meeting, under Actions. What is decided between two, by "
        "chair’s action or by email, is added here and stands on the list for the next agenda.",
        buttons=[buttons.primary("Decision between meetings", add, icon="plus")],
    )


# ── what is done to a row ──


def _on_an_action(page: ActionsPage) -> tuple[Action, ...]:
    def chosen() -> BoardAction | None:
        of = page.lists[ACTION_KIND].table.chosen_id()
        return page.shown.actions.get(of) if page.is_on(ACTION_KIND) else None

    def of_action(
        title: str, does: Callable[[BoardAction], object], *, is_open: bool, words: str, keys: str = ""
    ) -> Action:
        def run() -> None:
            action = chosen()
            if action is not None:
                does(action)

        def can() -> bool:
            action = chosen()
            return action is not None and action.is_open == is_open

        return Action(title, run, words=words, applies=can, row_keys=keys)

    actions = page.business_actions
    return (
        of_action("Mark action as done…", actions.finish, is_open=True, words="finish close", keys="D"),
        of_action("Add update to action…", actions.update, is_open=True, words="said note", keys="U"),
        of_action("Move date of action…", actions.move, is_open=True, words="due later", keys="M"),
        of_action("Withdraw action…", actions.withdraw, is_open=True, words="not wanted"),
        of_action("Reopen action…", actions.reopen, is_open=False, words="again"),
        Action("Remove", page.remove, row_keys="Del"),
    )


def _on_a_decision(page: ActionsPage) -> tuple[Action, ...]:
    def chosen() -> Decision | None:
        of = page.lists[DECISION_KIND].table.chosen_id()
        return page.shown.decisions.get(of) if page.is_on(DECISION_KIND) else None

    def ratify() -> None:
        made = chosen()
        if made is not None:
            page.business_actions.ratify(made)

    def relate() -> None:
        made = chosen()
        if made is not None:
            page.business_actions.relate(made)

    def can() -> bool:
        made = chosen()
        return made is not None and made.awaits_ratification

    return (
        Action("Ratify decision…", ratify, words="confirm meeting", applies=can, row_keys="R"),
        Action(
            "What a decision is about…",
            relate,
            words="link plan action kpi risk close supersede new date replace",
            applies=lambda: chosen() is not None,
            row_title="What it is about…",
            row_keys="L",
        ),
        Action("Remove", page.remove, row_keys="Del"),
    )

"""The three lists of the page: the register beside its map, issues, what was sent up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.risk import Issue, Risk
from boarddesk.ui.action import Action
from boarddesk.ui.records_page.section import Filling, Filter, Section
from boarddesk.ui.risks import empty, lists
from boarddesk.ui.risks.escalation_panel import EscalationPanel
from boarddesk.ui.risks.issue_panel import IssuePanel
from boarddesk.ui.risks.risk_panel import RiskPanel
from boarddesk.ui.risks.shown_register import ShownRegister
from boarddesk.ui.widgets.steady_detail import SteadyDetail
from boarddesk.ui.widgets.table.rows import Row

if TYPE_CHECKING:
    from boarddesk.ui.risks.page import RisksPage

DETAIL_BELOW = 222
ISSUE_CHOICES = ((lists.UNRESOLVED, "Open issues"), (lists.RESOLVED, "Resolved"), (lists.ALL, "All issues"))
SENT_CHOICES = (
    (lists.WITH_BOARD, "With a board above"),
    (lists.WAITING, "Waiting to be taken"),
    (lists.DOWN, "Came down"),
    (lists.ALL, "All escalations"),
)


def risk_sections(page: RisksPage) -> tuple[Section[ShownRegister], ...]:
    """All three; what is done to a row is done by the page."""
    return (_register(page), _issues(page), _escalations(page))


def _register(page: RisksPage) -> Section[ShownRegister]:
    actions = page.risk_actions

    def seen(shown: ShownRegister, rows: Sequence[Row], chosen: str) -> None:
        ids = [row.id for row in rows]
        risks = [risk for risk in shown.by_score if risk.id in ids]
        page.map_box.show_risks(risks, shown.matrix, chosen=shown.risks.get(chosen), today=shown.today)

    return Section(
        "risk",
        "Register",
        ("risk", "risks"),
        lists.risk_columns(),
        lambda shown, picked: (lists.risk_rows(shown, picked), []),
        _panel(page, RiskPanel, lambda shown, of: shown.risks.get(of)),
        lambda shown: (
            None if shown.risks else empty.no_risk(actions.add_risk, page.go_to_import, shown.matrix)
        ),
        Action("Add risk…", actions.add_risk, words="new"),
        partial(actions.edit, "risk"),
        partial(actions.paste, "risk"),
        actions=_on_a_risk(page),
        filters=(
            Filter("Which risks", lists.which_choices, 120, lists.ALL),
            Filter("Category", _categories, 120),
            Filter("Owner", _owners, 110),
            Filter("Area", _areas, 100),
        ),
        about=lambda shown: shown.board_id or "all",
        first=page.first_risk,
        columns_of=lists.risk_columns,
        count=lambda shown: len(shown.live),
        beside=page.map_box,
        below=DETAIL_BELOW,
        seen=seen,
        spoken="Risks, the highest score first",
        hint="Filter",
    )


def _issues(page: RisksPage) -> Section[ShownRegister]:
    actions = page.risk_actions
    return Section(
        "issue",
        "Issues",
        ("issue", "issues"),
        lists.ISSUES,
        lambda shown, picked: (lists.issue_rows(shown, picked), []),
        _panel(page, IssuePanel, lambda shown, of: shown.issues.get(of)),
        lambda shown: None if shown.issues else empty.no_issue(actions.add_issue),
        Action("Add issue…", actions.add_issue, words="new"),
        partial(actions.edit, "issue"),
        partial(actions.paste, "issue"),
        actions=_on_an_issue(page),
        filters=(Filter("Which issues", lambda _shown: ISSUE_CHOICES, 130, lists.ALL),),
        count=lambda shown: sum(issue.resolved_on is None for issue in shown.issues.values()),
        hint="Filter rows",
    )


def _escalations(page: RisksPage) -> Section[ShownRegister]:
    actions = page.risk_actions
    return Section(
        "escalation",
        "Escalations",
        ("escalation", "escalations"),
        lists.ESCALATIONS,
        lambda shown, picked: (lists.escalation_rows(shown, picked), []),
        _panel(page, EscalationPanel, lambda shown, of: shown.escalations.get(of)),
        lambda shown: None if shown.escalations else empty.no_escalation(actions.escalate_words),
        Action("Send something up…", actions.escalate_words, words="escalate difference barrier concern new"),
        lambda *_cell: None,
        lambda _cells: None,
        actions=_on_an_escalation(page),
        filters=(Filter("Which escalations", lambda _shown: SENT_CHOICES, 160, lists.ALL),),
        count=lambda shown: sum(sent.live for sent in shown.escalations.values()),
        hint="Filter rows",
    )


# ── what filters the register ──


def _categories(shown: ShownRegister) -> list[tuple[str, str]]:
    names = sorted({risk.category for risk in shown.risks.values() if risk.category}, key=str.casefold)
    return [("", "All categories"), *((name, name) for name in names)]


def _owners(shown: ShownRegister) -> list[tuple[str, str]]:
    names = sorted({risk.owner.name for risk in shown.risks.values() if risk.owner.name}, key=_by_surname)
    return [("", "All owners"), *((name, name) for name in names)]


def _by_surname(name: str) -> tuple[str, str]:
    return name.split(" ")[-1].casefold(), name.casefold()


def _areas(shown: ShownRegister) -> list[tuple[str, str]]:
    used = {risk.area_id for risk in shown.risks.values()}
    return [("", "All areas"), *((of, shown.area_title(of)) for of in shown.areas if of in used)]


# ── panels ──


def _panel(
    page: RisksPage, panel: Callable[..., Any], find: Callable[[ShownRegister, str], object | None]
) -> Callable[[SteadyDetail, ShownRegister, str], Filling | None]:
    """What fills the detail with the record of an id, where the page has it."""

    def filling(detail: SteadyDetail, shown: ShownRegister, record_id: str) -> Filling | None:
        record = find(shown, record_id)
        if record is None:
            return None
        return record_id, lambda: panel(detail, page.risk_actions, shown).fill(record)

    return filling


# ── what is done to a row ──


def _on_a_risk(page: RisksPage) -> tuple[Action, ...]:
    def chosen() -> Risk | None:
        return page.shown.risks.get(page.lists["risk"].table.chosen_id()) if page.is_on("risk") else None

    def of_risk(
        title: str,
        does: Callable[[Risk], object],
        words: str = "",
        *,
        keys: str = "",
        applies: Callable[[Risk], bool] = lambda risk: risk.live,
    ) -> Action:
        def run() -> None:
            risk = chosen()
            if risk is not None:
                does(risk)

        def can() -> bool:
            risk = chosen()
            return risk is not None and applies(risk)

        return Action(title, run, words=words or "risk", applies=can, row_keys=keys)

    actions = page.risk_actions
    return (
        of_risk("Change score…", actions.score, "risk rate likelihood impact", keys="S"),
        of_risk("Add control…", actions.add_control, "risk new"),
        of_risk("Add mitigation…", actions.add_mitigation, "risk new treatment", keys="M"),
        of_risk("Escalate risk…", actions.escalate_risk, "send up board", keys="E"),
        of_risk("Accept risk…", actions.accept, "tolerate bear"),
        of_risk("It has happened…", actions.happened, "risk issue occurred"),
        of_risk("Close risk…", actions.close),
        of_risk("Reopen risk", actions.reopen, applies=lambda risk: not risk.live),
        _remove(page),
    )


def _on_an_issue(page: RisksPage) -> tuple[Action, ...]:
    def chosen() -> Issue | None:
        return page.shown.issues.get(page.lists["issue"].table.chosen_id()) if page.is_on("issue") else None

    def of_issue(title: str, does: Callable[[Issue], object], *, resolved: bool, words: str) -> Action:
        def run() -> None:
            issue = chosen()
            if issue is not None:
                does(issue)

        def can() -> bool:
            issue = chosen()
            return issue is not None and (issue.resolved_on is not None) == resolved

        return Action(title, run, words=words, applies=can)

    actions = page.risk_actions
    return (
        of_issue("Resolve issue…", actions.resolve, resolved=False, words="done put right"),
        of_issue("Escalate issue…", actions.escalate_issue, resolved=False, words="send up board"),
        of_issue("Reopen issue", actions.reopen_issue, resolved=True, words="again"),
        _remove(page),
    )


def _on_an_escalation(page: RisksPage) -> tuple[Action, ...]:
    def chosen() -> Escalation | None:
        of = page.lists["escalation"].table.chosen_id()
        return page.shown.escalations.get(of) if page.is_on("escalation") else None

    def of_sent(
        title: str, does: Callable[[Escalation], object], applies: Callable[[Escalation], bool], words: str
    ) -> Action:
        def run() -> None:
            sent = chosen()
            if sent is not None:
                does(sent)

        def can() -> bool:
            sent = chosen()
            return sent is not None and applies(sent)

        return Action(title, run, words=words, applies=can)

    actions = page.risk_actions
    return (
        of_sent(
            "Put on an agenda…",
            actions.put_on_agenda,
            lambda sent: sent.live and bool(sent.board_id) and not sent.taken_on,
            "escalation meeting",
        ),
        of_sent(
            "Take escalation…",
            actions.take,
            lambda sent: sent.live and not sent.taken_on,
            "outcome decided",
        ),
        of_sent("Bring down…", actions.bring_down, lambda sent: sent.live, "de-escalate escalation"),
        _remove(page),
    )


def _remove(page: RisksPage) -> Action:
    return Action("Remove", page.remove, row_keys="Del")

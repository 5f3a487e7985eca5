"""The detail of an issue: what it does, who puts it right and by when, the risk it came from, where it is."""

from __future__ import annotations

from boarddesk.rules.risks.risk import Issue
from boarddesk.ui.plan.words import near_day
from boarddesk.ui.risks.editing import ISSUE
from boarddesk.ui.risks.panel_parts import Part, left, opener
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.date_text import short_date


class IssuePanel(Part):
    """Fills the panel for one issue."""

    def fill(self, issue: Issue) -> None:
        """What it is, and what can be done with it."""
        of = issue.id
        board = "" if self.shown.board_id == issue.board_id else self.shown.board_name(issue.board_id)
        parts = (
            issue.ref,
            board,
            self.shown.area_title(issue.area_id),
            f"since {short_date(issue.raised_on)}",
        )
        title = self.words(ISSUE["title"], issue.title, kind="issue", of=of, role="record", name="Title")
        self.panel.set_record(" · ".join(part for part in parts if part), issue.title, heading=title)
        for key in ("impact", "owner", "resolution"):
            value = issue.owner.name if key == "owner" else getattr(issue, key)
            self.fact(ISSUE[key], value, kind="issue", of=of)
        self.panel.add_fact("To be resolved", self.day(ISSUE["due"], issue.due, kind="issue", of=of))
        risk = self.shown.risks.get(issue.risk_id or "")
        if risk is not None:
            words = f"{risk.ref} {risk.title}"
            self.panel.add_fact(
                "Came from", opener(words, f"Open {words}", lambda: self.risk_actions.opened("risk", risk.id))
            )
        if issue.resolved_on is None:
            self.panel.add_fact("State", "open")
            self.panel.add(left(link("Resolve", lambda: self.risk_actions.resolve(issue))))
        else:
            self.panel.add_fact("State", f"resolved {near_day(issue.resolved_on, self.shown.today)}")
            self.panel.add(left(link("Reopen", lambda: self.risk_actions.reopen_issue(issue))))
        escalate = None if issue.resolved_on else lambda: self.risk_actions.escalate_issue(issue)
        self.sent(issue.escalations, escalate=escalate)

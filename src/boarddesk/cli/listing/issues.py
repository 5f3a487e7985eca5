"""Lists issues: what has happened, who puts it right, and by when."""

from __future__ import annotations

from datetime import date

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.risks.issues import issues as kept_issues
from boarddesk.records.risks.register import risks
from boarddesk.rules.risks.risk import Issue


def issues(query: ListQuery) -> Listing:
    found = kept_issues(query.file, query.board_id)
    refs = {risk.id: risk.ref for risk in risks(query.file)}
    return Listing(
        headings=("Ref", "Issue", "Raised", "Owner", "Due", "Status"),
        rows=[
            (
                issue.ref,
                issue.title,
                day_shown(issue.raised_on),
                issue.owner.name or "–",
                day_shown(issue.due),
                _status(issue, query.today),
            )
            for issue in found
        ],
        document=[
            {
                "ref": issue.ref,
                "title": issue.title,
                "impact": issue.impact,
                "owner": issue.owner.name,
                "raised_on": issue.raised_on,
                "resolution": issue.resolution,
                "due": issue.due,
                "resolved_on": issue.resolved_on,
                "risk": refs.get(issue.risk_id or ""),
                "status": _status(issue, query.today),
                "escalated_to": [sent.sent_to for sent in issue.escalations if sent.live],
            }
            for issue in found
        ],
        noun="issue",
    )


def _status(issue: Issue, today: date) -> str:
    if issue.resolved_on:
        return "resolved"
    return "overdue" if issue.due and issue.due < today else "open"

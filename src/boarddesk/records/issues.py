"""Issues: what has happened, what it does, and how it is put right."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, given, one
from boarddesk.records.risks import check_ref
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.risks import Issue, RiskStatus


def issues(file: OfficeFile) -> tuple[Issue, ...]:
    """Every issue in order of ref."""
    found = tuple(_issue(row) for row in file.rows("SELECT * FROM issue"))
    return tuple(sorted(found, key=lambda issue: (ref_order(issue.ref), issue.ref)))


def add_issue(
    file: OfficeFile,
    *,
    ref: str,
    title: str,
    raised_on: date,
    impact: str = "",
    area_id: str | None = None,
    risk_id: str | None = None,
    owner: str = "",
    resolution: str = "",
    due: date | None = None,
) -> str:
    """Something that has happened; naming a risk says that it occurred."""
    check_ref(file, "issue", ref=ref, title=title)
    with file.change(f"Add issue {ref}") as change:
        issue_id = change.insert(
            "issue",
            ref=ref.strip(),
            title=title.strip(),
            raised_on=raised_on,
            impact=impact,
            area_id=area_id,
            risk_id=risk_id,
            owner=owner,
            resolution=resolution,
            due=due,
        )
        if risk_id:
            change.update("risk", risk_id, status=RiskStatus.OCCURRED)
    return issue_id


def change_issue(
    file: OfficeFile,
    issue_id: str,
    *,
    impact: str | None = None,
    owner: str | None = None,
    resolution: str | None = None,
    due: date | None = None,
    resolved_on: date | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    fields = given(impact=impact, owner=owner, resolution=resolution, due=due, resolved_on=resolved_on)
    row = one(file.row("SELECT ref FROM issue WHERE id = ?", (issue_id,)), "That issue is no longer there.")
    with file.change(f"Change issue {row['ref']}") as change:
        change.update("issue", issue_id, **fields)


def _issue(row: Row) -> Issue:
    return Issue(
        id=row["id"],
        ref=row["ref"],
        title=row["title"],
        raised_on=date.fromisoformat(row["raised_on"]),
        impact=row["impact"],
        area_id=row["area_id"],
        risk_id=row["risk_id"],
        owner=row["owner"],
        resolution=row["resolution"],
        due=day(row["due"]),
        resolved_on=day(row["resolved_on"]),
    )

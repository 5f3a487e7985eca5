"""Issues: what has happened, what it does, and how it is put right."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import OWNED, owner_fields, owner_of
from boarddesk.records.reading import day, given, one
from boarddesk.records.risks.escalations import sent_by_record
from boarddesk.records.risks.register import check_ref, free_ref, risk
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.risk import Issue, RiskStatus

GONE = "That issue is no longer there."


def issues(file: OfficeFile, board_id: str | None = None) -> tuple[Issue, ...]:
    """Every issue, or those of one board and those sent to it, in order of ref."""
    sent = sent_by_record(file, "issue_id")
    name, joins = (part.format(of="i") for part in OWNED)
    rows = file.rows(f"SELECT i.*, {name} FROM issue i {joins}")
    found = [_issue(row, sent[row["id"]]) for row in rows]
    found.sort(key=lambda issue: (ref_order(issue.ref), issue.ref))
    return tuple(
        issue
        for issue in found
        if board_id is None
        or issue.board_id == board_id
        or any(up.live and up.board_id == board_id for up in issue.escalations)
    )


def next_ref(file: OfficeFile, board_id: str | None) -> str:
    """A ref that is free on the board: I and the number after the highest."""
    return free_ref(file, "issue", "I", board_id=board_id)


def add_issue(
    file: OfficeFile,
    *,
    ref: str,
    title: str,
    raised_on: date,
    impact: str = "",
    board_id: str | None = None,
    area_id: str | None = None,
    risk_id: str | None = None,
    owner: Owner = NO_OWNER,
    resolution: str = "",
    due: date | None = None,
) -> str:
    """Something that has happened; naming a risk says that it occurred."""
    check_ref(file, "issue", ref=ref, title=title, board_id=board_id)
    with file.change(f"Add issue {ref.strip()}") as change:
        issue_id = change.insert(
            "issue",
            ref=ref.strip(),
            title=title.strip(),
            raised_on=raised_on,
            impact=impact,
            board_id=board_id,
            area_id=area_id,
            risk_id=risk_id,
            **owner_fields(owner),
            resolution=resolution,
            due=due,
        )
        if risk_id:
            change.update("risk", risk_id, status=RiskStatus.OCCURRED)
    return issue_id


def make_issue_of(file: OfficeFile, risk_id: str, *, on: date, impact: str, due: date | None = None) -> str:
    """A risk that happened becomes an issue of its board, area and owner; its history stays with it."""
    came_true = risk(file, risk_id)
    with file.change(f"Risk {came_true.ref} has happened"):
        return add_issue(
            file,
            ref=next_ref(file, came_true.board_id),
            title=came_true.title,
            raised_on=on,
            impact=impact.strip() or came_true.effect,
            board_id=came_true.board_id,
            area_id=came_true.area_id,
            risk_id=risk_id,
            owner=came_true.owner,
            due=due,
        )


def change_issue(
    file: OfficeFile,
    issue_id: str,
    *,
    title: str | None = None,
    impact: str | None = None,
    owner: Owner | None = None,
    resolution: str | None = None,
    due: date | None = None,
    resolved_on: date | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    if title is not None and not title.strip():
        raise Refused("Give it a title.", field="title")
    fields = given(title=title, impact=impact, resolution=resolution, due=due, resolved_on=resolved_on)
    if owner is not None:
        fields |= owner_fields(owner)
    row = one(file.row("SELECT ref FROM issue WHERE id = ?", (issue_id,)), GONE)
    with file.change(f"Change issue {row['ref']}") as change:
        change.update("issue", issue_id, **fields)


def reopen_issue(file: OfficeFile, issue_id: str) -> None:
    """An issue that was not resolved after all."""
    row = one(file.row("SELECT ref FROM issue WHERE id = ?", (issue_id,)), GONE)
    with file.change(f"Reopen issue {row['ref']}") as change:
        change.update("issue", issue_id, resolved_on=None)


def remove_issue(file: OfficeFile, issue_id: str) -> None:
    """Take an issue out; undo brings it back."""
    row = one(file.row("SELECT ref FROM issue WHERE id = ?", (issue_id,)), GONE)
    with file.change(f"Remove issue {row['ref']}") as change:
        change.delete("issue", issue_id)


def _issue(row: Row, sent: tuple[Escalation, ...]) -> Issue:
    return Issue(
        id=row["id"],
        ref=row["ref"],
        title=row["title"],
        raised_on=date.fromisoformat(row["raised_on"]),
        impact=row["impact"],
        board_id=row["board_id"],
        area_id=row["area_id"],
        risk_id=row["risk_id"],
        owner=owner_of(row),
        resolution=row["resolution"],
        due=day(row["due"]),
        resolved_on=day(row["resolved_on"]),
        escalations=sent,
    )

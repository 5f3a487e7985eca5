"""Milestones: the steps of an action, ticked when they are done."""

from __future__ import annotations

from datetime import date

from boarddesk.records.dates.by_when import date_fields, moved_fields, understood_in
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.actions import action_row
from boarddesk.records.reading import given, one
from boarddesk.rules.dates.deadlines import ByWhen
from boarddesk.rules.refused import Refused

OF_MILESTONE = (
    "SELECT m.*, a.ref, r.plan_id FROM milestone m JOIN action a ON a.id = m.action_id "
    "JOIN area r ON r.id = a.area_id WHERE m.id = ?"
)


def add_milestone(
    file: OfficeFile,
    action_id: str,
    *,
    text: str,
    by_when: ByWhen | str = "",
    owner: str = "",
    done: bool = False,
    done_on: date | None = None,
) -> str:
    """A step at the end of the action's steps."""
    if not text.strip():
        raise Refused("Say what the step is.", field="text")
    action = action_row(file, action_id)
    with file.change(f"Add milestone to {action['ref']}") as change:
        return change.insert(
            "milestone",
            action_id=action_id,
            text=text.strip(),
            owner=owner,
            done=done,
            done_on=done_on,
            position=file.value("SELECT count(*) FROM milestone WHERE action_id = ?", (action_id,)),
            **date_fields(understood_in(file, action["plan_id"], by_when)),
        )


def change_milestone(
    file: OfficeFile, milestone_id: str, *, text: str | None = None, owner: str | None = None
) -> None:
    """Change what was given; None leaves a field as it is."""
    with file.change(f"Change milestone of {_milestone(file, milestone_id)['ref']}") as change:
        change.update("milestone", milestone_id, **given(text=text, owner=owner))


def set_done(file: OfficeFile, milestone_id: str, done: bool, *, on: date | None = None) -> None:
    """Tick the step as done on a day, or take the tick away."""
    row = _milestone(file, milestone_id)
    label = f"Tick milestone of {row['ref']}" if done else f"Untick milestone of {row['ref']}"
    with file.change(label) as change:
        change.update("milestone", milestone_id, done=done, done_on=on if done else None)


def set_milestone_by_when(file: OfficeFile, milestone_id: str, by_when: ByWhen | str) -> None:
    """Move the date; the first date the step ever had is kept beside it."""
    row = _milestone(file, milestone_id)
    fields = moved_fields(row, understood_in(file, row["plan_id"], by_when))
    if not fields:
        return
    with file.change(f"Move milestone of {row['ref']}") as change:
        change.update("milestone", milestone_id, **fields)


def delete_milestone(file: OfficeFile, milestone_id: str) -> None:
    """Take the step out."""
    with file.change(f"Delete milestone of {_milestone(file, milestone_id)['ref']}") as change:
        change.delete("milestone", milestone_id)


def _milestone(file: OfficeFile, milestone_id: str) -> Row:
    return one(file.row(OF_MILESTONE, (milestone_id,)), "That milestone is no longer there.")

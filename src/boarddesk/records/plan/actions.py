"""Actions of a plan: what is to be done, by when and by whom, and the progress reported on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.dates.by_when import date_fields, moved_fields, understood_in
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.names import OWNERS, names_of, replace_names
from boarddesk.records.reading import given, one
from boarddesk.rules.dates.deadlines import ByWhen
from boarddesk.rules.refused import Refused

GONE = "That action is no longer in the plan."
OF_ACTION = "SELECT a.*, r.plan_id FROM action a JOIN area r ON r.id = a.area_id WHERE a.id = ?"


def add_action(
    file: OfficeFile,
    area_id: str,
    *,
    ref: str,
    text: str,
    by_when: ByWhen | str = "",
    owners: Sequence[str] = (),
    accountable: str = "",
    success_measure: str = "",
) -> str:
    """A new action; its place follows from its ref, which must be free in the area."""
    ref, text = ref.strip(), text.strip()
    _check(file, area_id, ref=ref, text=text)
    plan_id = file.value("SELECT plan_id FROM area WHERE id = ?", (area_id,))
    understood = understood_in(file, str(plan_id), by_when)
    with file.change(f"Add action {ref}") as change:
        action_id = change.insert(
            "action",
            area_id=area_id,
            ref=ref,
            text=text,
            accountable=accountable,
            success_measure=success_measure,
            **date_fields(understood),
        )
        replace_names(file, change, OWNERS, of=action_id, names=owners)
    return action_id


def _check(file: OfficeFile, area_id: str, *, ref: str, text: str) -> None:
    if not ref:
        raise Refused("Give the action a reference, such as 4.12.", field="ref")
    if not text:
        raise Refused("Say what is to be done.", field="text")
    if file.value("SELECT 1 FROM action WHERE area_id = ? AND ref = ?", (area_id, ref)):
        raise Refused(f"Action {ref} is already there. Choose another reference.", field="ref")


def change_action(
    file: OfficeFile,
    action_id: str,
    *,
    ref: str | None = None,
    text: str | None = None,
    accountable: str | None = None,
    success_measure: str | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    row = action_row(file, action_id)
    _check_change(file, row, ref=ref, text=text)
    fields = given(ref=ref, text=text, accountable=accountable, success_measure=success_measure)
    if all(row[name] == value for name, value in fields.items()):
        return
    with file.change(
        f"Change action {row['ref']}", coalesce=f"action {action_id} {' '.join(fields)}"
    ) as change:
        change.update("action", action_id, **fields)


def _check_change(file: OfficeFile, row: Row, *, ref: str | None, text: str | None) -> None:
    new_ref = row["ref"] if ref is None else ref.strip()
    new_text = row["text"] if text is None else text.strip()
    if new_ref != row["ref"] or not new_text:
        _check(file, row["area_id"], ref=new_ref, text=new_text)


def set_by_when(file: OfficeFile, action_id: str, by_when: ByWhen | str) -> None:
    """Move the date; the first date the action ever had is kept beside it."""
    row = action_row(file, action_id)
    understood = understood_in(file, row["plan_id"], by_when)
    fields = moved_fields(row, understood)
    if not fields:
        return
    with file.change(f"Move date of {row['ref']}") as change:
        change.update("action", action_id, **fields)


def set_owners(file: OfficeFile, action_id: str, names: Sequence[str]) -> None:
    """Who is responsible, in order."""
    if names_of(file, OWNERS, action_id) == list(names):
        return
    with file.change(f"Change owner of {action_row(file, action_id)['ref']}") as change:
        replace_names(file, change, OWNERS, of=action_id, names=names)


def add_update(file: OfficeFile, action_id: str, *, text: str, as_at: date, said_by: str = "") -> str:
    """A dated report of progress."""
    if not text.strip():
        raise Refused("Write what has happened.", field="text")
    sequence = file.value("SELECT count(*) FROM progress_update WHERE action_id = ?", (action_id,))
    with file.change(f"Add update to {action_row(file, action_id)['ref']}") as change:
        return change.insert(
            "progress_update",
            action_id=action_id,
            as_at=as_at,
            sequence=sequence,
            text=text.strip(),
            said_by=said_by,
        )


def change_update(file: OfficeFile, update_id: str, *, text: str) -> None:
    """Put an update in other words."""
    with file.change("Change an update", coalesce=f"update {update_id}") as change:
        change.update("progress_update", update_id, text=text.strip())


def delete_update(file: OfficeFile, update_id: str) -> None:
    """Take an update out."""
    with file.change("Delete an update") as change:
        change.delete("progress_update", update_id)


def delete_action(file: OfficeFile, action_id: str) -> None:
    """Take the action out with all that hangs on it; undo brings everything back."""
    with file.change(f"Delete action {action_row(file, action_id)['ref']}") as change:
        change.delete("action", action_id)


def action_row(file: OfficeFile, action_id: str) -> Row:
    """The action's own row with its plan; refused when it is no longer there."""
    return one(file.row(OF_ACTION, (action_id,)), GONE)

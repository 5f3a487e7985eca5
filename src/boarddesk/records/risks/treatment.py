"""What keeps a risk down: controls in place and mitigations to come; categories with their appetite."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_fields
from boarddesk.records.reading import day, given, one
from boarddesk.records.risks.register import ref_of
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.risk import Appetite, Assurance

CONTROL_GONE = "That control is no longer there."
MITIGATION_GONE = "That mitigation is no longer there."


def categories(file: OfficeFile) -> tuple[tuple[str, str, Appetite], ...]:
    """Every category by name: id, name, appetite."""
    rows = file.rows("SELECT * FROM risk_category ORDER BY name COLLATE NOCASE, id")
    return tuple((row["id"], row["name"], Appetite(row["optimal"], row["tolerable"])) for row in rows)


def add_category(file: OfficeFile, name: str, *, appetite: Appetite | None = None) -> str:
    """The category of that name, made now if the office has none; with its appetite where one is given."""
    if not name.strip():
        raise Refused("Give the category a name.", field="name")
    if appetite is not None:
        _check_appetite(appetite)
    kept = file.row("SELECT id FROM risk_category WHERE name = ? COLLATE NOCASE", (name.strip(),))
    lines = {} if appetite is None else {"optimal": appetite.optimal, "tolerable": appetite.tolerable}
    if kept is not None and not lines:
        return str(kept["id"])
    with file.change(f"Set risk category {name.strip()}") as change:
        if kept is None:
            return change.insert("risk_category", name=name.strip(), **lines)
        change.update("risk_category", kept["id"], **lines)
        return str(kept["id"])


def _check_appetite(appetite: Appetite) -> None:
    """The lines are products from 1 to 36, optimal at most tolerable."""
    for field, line in (("optimal", appetite.optimal), ("tolerable", appetite.tolerable)):
        if line is not None and not 1 <= line <= 36:
            raise Refused("A line of appetite is a score from 1 to 36.", field=field)
    optimal, tolerable = appetite.optimal, appetite.tolerable
    if optimal is not None and tolerable is not None and optimal > tolerable:
        raise Refused("What is wanted is at most what is borne: optimal up to tolerable.", field="optimal")


def add_control(
    file: OfficeFile,
    risk_id: str,
    *,
    text: str,
    owner: Owner = NO_OWNER,
    assurance: Assurance = Assurance.NOT_SAID,
    tested_on: date | None = None,
) -> str:
    """Something that is in place."""
    if not text.strip():
        raise Refused("Say what is in place.", field="text")
    with file.change(f"Add control to {ref_of(file, risk_id)}") as change:
        return change.insert(
            "control",
            risk_id=risk_id,
            text=text.strip(),
            **owner_fields(owner),
            assurance=assurance,
            tested_on=tested_on,
            position=file.value(
                "SELECT coalesce(max(position), -1) + 1 FROM control WHERE risk_id = ?", (risk_id,)
            ),
        )


def change_control(
    file: OfficeFile,
    control_id: str,
    *,
    text: str | None = None,
    owner: Owner | None = None,
    assurance: Assurance | None = None,
    tested_on: date | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    risk_id = one(file.row("SELECT risk_id FROM control WHERE id = ?", (control_id,)), CONTROL_GONE)[
        "risk_id"
    ]
    if text is not None and not text.strip():
        raise Refused("Say what is in place.", field="text")
    fields = given(text=text and text.strip(), assurance=assurance, tested_on=tested_on)
    if owner is not None:
        fields |= owner_fields(owner)
    with file.change(f"Change a control of {ref_of(file, risk_id)}") as change:
        change.update("control", control_id, **fields)


def remove_control(file: OfficeFile, control_id: str) -> None:
    """Take a control off a risk."""
    risk_id = one(file.row("SELECT risk_id FROM control WHERE id = ?", (control_id,)), CONTROL_GONE)[
        "risk_id"
    ]
    with file.change(f"Remove a control of {ref_of(file, risk_id)}") as change:
        change.delete("control", control_id)


def add_mitigation(
    file: OfficeFile,
    risk_id: str,
    *,
    text: str,
    owner: Owner = NO_OWNER,
    due: date | None = None,
    due_as_written: str = "",
    done_on: date | None = None,
) -> str:
    """Something that is to be done about a risk."""
    if not text.strip():
        raise Refused("Say what is to be done.", field="text")
    with file.change(f"Add mitigation to {ref_of(file, risk_id)}") as change:
        return change.insert(
            "mitigation",
            risk_id=risk_id,
            text=text.strip(),
            **owner_fields(owner),
            due=due,
            due_as_written=due_as_written,
            done_on=done_on,
            position=file.value(
                "SELECT coalesce(max(position), -1) + 1 FROM mitigation WHERE risk_id = ?", (risk_id,)
            ),
        )


def change_mitigation(
    file: OfficeFile, mitigation_id: str, *, text: str | None = None, owner: Owner | None = None
) -> None:
    """Change what was given; None leaves a field as it is."""
    if text is not None and not text.strip():
        raise Refused("Say what is to be done.", field="text")
    fields = given(text=text and text.strip())
    if owner is not None:
        fields |= owner_fields(owner)
    with file.change(f"Change a mitigation of {_ref_of_mitigation(file, mitigation_id)}") as change:
        change.update("mitigation", mitigation_id, **fields)


def move_mitigation(
    file: OfficeFile, mitigation_id: str, *, due: date | None, on: date, why: str = ""
) -> None:
    """Another due date; the one before is kept with the day it was moved."""
    row = one(file.row("SELECT due FROM mitigation WHERE id = ?", (mitigation_id,)), MITIGATION_GONE)
    was = day(row["due"])
    if was == due:
        return
    with file.change(f"Move a mitigation of {_ref_of_mitigation(file, mitigation_id)}") as change:
        change.update("mitigation", mitigation_id, due=due, due_as_written="")
        change.insert(
            "mitigation_move",
            mitigation_id=mitigation_id,
            was=was,
            due=due,
            moved_on=on,
            why=why.strip(),
            sequence=file.value(
                "SELECT count(*) FROM mitigation_move WHERE mitigation_id = ?", (mitigation_id,)
            ),
        )


def finish_mitigation(file: OfficeFile, mitigation_id: str, *, done_on: date | None) -> None:
    """Say on which day it was done; None takes it back."""
    with file.change("Mark mitigation as done" if done_on else "Reopen mitigation") as change:
        change.update("mitigation", mitigation_id, done_on=done_on)


def remove_mitigation(file: OfficeFile, mitigation_id: str) -> None:
    """Take a mitigation off a risk."""
    with file.change(f"Remove a mitigation of {_ref_of_mitigation(file, mitigation_id)}") as change:
        change.delete("mitigation", mitigation_id)


def _ref_of_mitigation(file: OfficeFile, mitigation_id: str) -> str:
    row = file.row("SELECT risk_id FROM mitigation WHERE id = ?", (mitigation_id,))
    return ref_of(file, one(row, MITIGATION_GONE)["risk_id"])

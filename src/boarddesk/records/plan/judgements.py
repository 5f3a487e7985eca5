"""Declared statuses: each change is one judgement with its reason, and none is ever overwritten."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import one
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import SaidBy

ACTION, AREA = "action_id", "area_id"
REASON_ASKED = "Say why the status changes: the board will ask."


def set_status(
    file: OfficeFile,
    action_id: str,
    status_key: str,
    *,
    why: str,
    as_at: date,
    said_by: SaidBy = SaidBy.LEAD,
    path_to_green: str = "",
) -> str:
    """Declare an action's status; refused without a reason. Returns the judgement's id."""
    row = one(
        file.row("SELECT ref FROM action WHERE id = ?", (action_id,)), "That action is no longer in the plan."
    )
    if not why.strip():
        raise Refused(REASON_ASKED, field="why")
    with file.change(f"Change status of {row['ref']}"):
        return declare(
            file, action_id, status_key, why=why, as_at=as_at, said_by=said_by, path_to_green=path_to_green
        )


def set_area_status(
    file: OfficeFile,
    area_id: str,
    status_key: str,
    *,
    why: str,
    as_at: date,
    said_by: SaidBy = SaidBy.LEAD,
    path_to_green: str = "",
) -> str:
    """Declare an area's status; refused without a reason. Returns the judgement's id."""
    row = one(
        file.row("SELECT number FROM area WHERE id = ?", (area_id,)), "That area is no longer in the plan."
    )
    if not why.strip():
        raise Refused(REASON_ASKED, field="why")
    with file.change(f"Change status of area {row['number']}"):
        return declare(
            file,
            area_id,
            status_key,
            of=AREA,
            why=why,
            as_at=as_at,
            said_by=said_by,
            path_to_green=path_to_green,
        )


def declare(
    file: OfficeFile,
    of_id: str,
    status_key: str,
    *,
    as_at: date,
    of: str = ACTION,
    why: str = "",
    said_by: SaidBy = SaidBy.LEAD,
    path_to_green: str = "",
) -> str:
    """A judgement as a document or a lead gave it, with or without a reason."""
    before = standing(file, of_id, of=of, day=as_at)
    with file.change("Declare a status") as change:
        return change.insert(
            "judgement",
            **{of: of_id},
            status_id=_status_id(file, of_id, status_key, of=of),
            from_status_id=before["status_id"] if before else None,
            said_by=said_by,
            as_at=as_at,
            sequence=file.value(f"SELECT count(*) FROM judgement WHERE {of} = ?", (of_id,)),
            why=why.strip(),
            path_to_green=path_to_green.strip(),
        )


def give_reason(file: OfficeFile, judgement_id: str, *, why: str, path_to_green: str | None = None) -> None:
    """The reason of a judgement that came without one, or in better words; None leaves the path as it is."""
    if not why.strip():
        raise Refused(REASON_ASKED, field="why")
    about = one(
        file.row(
            "SELECT coalesce(a.ref, 'area ' || r.number) AS ref FROM judgement j "
            "LEFT JOIN action a ON a.id = j.action_id "
            "LEFT JOIN area r ON r.id = j.area_id WHERE j.id = ?",
            (judgement_id,),
        ),
        "That judgement is no longer there.",
    )
    fields = {} if path_to_green is None else {"path_to_green": path_to_green.strip()}
    with file.change(f"Give reason for {about['ref']}") as change:
        change.update("judgement", judgement_id, why=why.strip(), **fields)


def standing(file: OfficeFile, of_id: str, *, of: str = ACTION, day: date) -> Row | None:
    """The judgement that stood on that day: the newest as at, then the last said."""
    return file.row(
        f"SELECT * FROM judgement WHERE {of} = ? AND as_at <= ? ORDER BY as_at DESC, sequence DESC LIMIT 1",
        (of_id, day.isoformat()),
    )


def _status_id(file: OfficeFile, of_id: str, status_key: str, *, of: str) -> str:
    area = "?" if of == AREA else "(SELECT area_id FROM action WHERE id = ?)"
    row = file.row(
        "SELECT s.id FROM status s JOIN plan p ON p.scheme_id = s.scheme_id JOIN area r ON r.plan_id = p.id "
        f"WHERE r.id = {area} AND s.key = ?",
        (of_id, status_key),
    )
    return str(one(row, "The plan's scheme has no such status. Choose one of its own.")["id"])

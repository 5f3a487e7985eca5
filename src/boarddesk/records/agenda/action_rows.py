"""How an action arising is read: its owners and who holds their posts, what was said and asked since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import OWNED_BY_ANY, owner_of
from boarddesk.records.reading import day, gathered
from boarddesk.rules.arising import ActionChase, ActionUpdate, BoardAction, Holding, PlanLink

REOPENED = "reopened"
"""The kind of update that says why an action is open again."""
OF_THE_PLAN = ("action", "kpi", "risk")


def _owned(table: str) -> tuple[str, str]:
    """The columns that name who has it and holds a post today, and the joins they need."""
    name, joins = (part.format(of=table) for part in OWNED_BY_ANY)
    return f"{name}, holds.name AS holder, holds.id AS holder_id", (
        f"{joins} LEFT JOIN membership held ON held.id = ("
        f"SELECT id FROM membership WHERE seat_id = {table}.owner_seat_id"
        " AND coalesce(from_date, '') <= :today AND coalesce(to_date, '9') >= :today"
        " ORDER BY from_date DESC LIMIT 1) LEFT JOIN person holds ON holds.id = held.person_id"
    )


_NAMES, _OWNERS = _owned("a")
_READ = f"""
SELECT a.*, {_NAMES}, i.title AS item_title, coalesce(act.ref, k.ref, r.ref) AS for_ref
FROM board_action a {_OWNERS} LEFT JOIN agenda_item i ON i.id = a.item_id
LEFT JOIN action act ON act.id = a.action_id LEFT JOIN kpi k ON k.id = a.kpi_id
LEFT JOIN risk r ON r.id = a.risk_id
WHERE (:board IS NULL OR a.board_id = :board) AND (:id IS NULL OR a.id = :id)
"""
_OTHER_NAMES, _OTHERS = _owned("o")
_READ_OTHERS = f"""
SELECT o.*, {_OTHER_NAMES} FROM co_owner o {_OTHERS} JOIN board_action a ON a.id = o.board_action_id
WHERE (:board IS NULL OR a.board_id = :board) AND (:id IS NULL OR a.id = :id) ORDER BY o.position
"""


_SINCE = """
SELECT s.* FROM {table} s JOIN board_action a ON a.id = s.board_action_id
WHERE (:board IS NULL OR a.board_id = :board) AND (:id IS NULL OR a.id = :id) ORDER BY {newest}
"""
_UPDATES = _SINCE.format(table="action_update", newest="s.as_at DESC, s.sequence DESC")
_CHASES = _SINCE.format(table="action_chase", newest="s.chased_on DESC, s.rowid DESC")


def read_actions(file: OfficeFile, asked: Mapping[str, str | None]) -> list[BoardAction]:
    """The actions of a `board`, or one by its `id`, each as it is `today`."""
    others = gathered((row["board_action_id"], _holding(row)) for row in file.rows(_READ_OTHERS, asked))
    updates = gathered((row["board_action_id"], _update(row)) for row in file.rows(_UPDATES, asked))
    chases = gathered((row["board_action_id"], _chase(row)) for row in file.rows(_CHASES, asked))
    return [
        replace(
            _action(row), co_owners=others[row["id"]], updates=updates[row["id"]], chases=chases[row["id"]]
        )
        for row in file.rows(_READ, asked)
    ]


def _holding(row: Row) -> Holding:
    return Holding(owner_of(row), row["holder"] or "", row["holder_id"] or "")


def _update(row: Row) -> ActionUpdate:
    reopens = row["kind"] == REOPENED
    return ActionUpdate(row["id"], date.fromisoformat(row["as_at"]), row["text"], row["said_by"], reopens)


def _chase(row: Row) -> ActionChase:
    return ActionChase(date.fromisoformat(row["chased_on"]), row["whom"], row["how"])


def _link(row: Row) -> PlanLink | None:
    return next(
        (PlanLink(kind, row[f"{kind}_id"], row["for_ref"]) for kind in OF_THE_PLAN if row[f"{kind}_id"]), None
    )


def _action(row: Row) -> BoardAction:
    return BoardAction(
        id=row["id"],
        board_id=row["board_id"],
        ref=row["ref"],
        text=row["text"],
        raised_on=date.fromisoformat(row["raised_on"]),
        meeting_id=row["meeting_id"],
        item_id=row["item_id"],
        item_title=row["item_title"] or "",
        owner=owner_of(row),
        holder=row["holder"] or "",
        holder_id=row["holder_id"] or "",
        due=day(row["due"]),
        due_as_written=row["due_as_written"],
        first_due=day(row["first_due"]),
        done_on=day(row["done_on"]),
        done_what=row["done_what"],
        withdrawn_on=day(row["withdrawn_on"]),
        withdrawn_why=row["withdrawn_why"],
        is_for=_link(row),
    )

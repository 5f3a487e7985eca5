"""What the change log says of a plan's actions since a day: which were added, and which dates moved."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boarddesk.records.dates.by_when import by_when
from boarddesk.records.file.driver import Row
from boarddesk.records.file.moments import day_of, end_of, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.dates.deadlines import ByWhen

IMPORTED = "Import plan from "
"""How the change begins in which a plan is brought in, before the document's name."""
DATE_COLUMNS = ("by_when", "earliest", "latest", "precision", "date_flags")


@dataclass(frozen=True)
class LoggedSince:
    """Action id → the day it was added, and action id → the deadline it had, where it has changed since.

    `new` are all that came into the office, those that came with the plan itself too.
    """

    added: dict[str, date]
    deadline_before: dict[str, ByWhen]
    new: frozenset[str] = frozenset()


def entered_on(file: OfficeFile, plan_id: str) -> date | None:
    """The day a plan came into the office, where the log tells it."""
    made_at = file.value(
        "SELECT e.made_at FROM change_row r JOIN change_entry e ON e.number = r.entry "
        "WHERE r.table_name = 'plan' AND r.op = 'insert' AND r.row_id = ? ORDER BY r.id LIMIT 1",
        (plan_id,),
    )
    return day_of(str(made_at)) if made_at else None


def brought_since(file: OfficeFile, plan_id: str, day: date | None) -> frozenset[str]:
    """The plan's actions that an import brought in after a day; all that came so where there is none."""
    rows = file.rows(
        "SELECT r.row_id FROM change_row r JOIN change_entry e ON e.number = r.entry "
        "WHERE r.table_name = 'action' AND r.op = 'insert' AND substr(e.label, 1, ?) = ? AND e.made_at > ? "
        "AND r.row_id IN (SELECT a.id FROM action a JOIN area ON area.id = a.area_id WHERE area.plan_id = ?)",
        (len(IMPORTED), IMPORTED, stamp(end_of(day)) if day else "", plan_id),
    )
    return frozenset(row["row_id"] for row in rows)


def logged_since(file: OfficeFile, plan_id: str, day: date) -> LoggedSince:
    """What happened to actions after a day; those that came in with the plan itself do not count as added."""
    rows = file.rows(
        "SELECT r.entry, r.op, r.row_id, r.before, r.table_name, e.made_at "
        "FROM change_row r JOIN change_entry e ON e.number = r.entry "
        "WHERE r.id >= (SELECT min(first_row) FROM change_entry WHERE made_at > ?) "
        "AND (r.table_name = 'action' OR r.table_name = 'plan' AND r.op = 'insert') ORDER BY r.id",
        (stamp(end_of(day)),),
    )
    with_plan = {row["entry"] for row in rows if row["table_name"] == "plan" and row["row_id"] == plan_id}
    of_actions = [row for row in rows if row["table_name"] == "action"]
    first: dict[str, Row] = {}
    for row in of_actions:
        first.setdefault(row["row_id"], row)  # what was taken out and brought back had been there
    new = {action_id: row for action_id, row in first.items() if row["op"] == "insert"}
    added = {key: day_of(row["made_at"]) for key, row in new.items() if row["entry"] not in with_plan}
    return LoggedSince(added, _deadlines_before(file, of_actions), frozenset(new))


def _deadlines_before(file: OfficeFile, rows: Iterable[Row]) -> dict[str, ByWhen]:
    """The first value each date column had, over the value it has now; a change taken back is none."""
    first: dict[str, Row] = {}
    for row in rows:
        if row["op"] == "update":
            before = {
                name: value for name, value in json.loads(row["before"]).items() if name in DATE_COLUMNS
            }
            first[row["row_id"]] = before | first.get(row["row_id"], {})
    return {
        action_id: by_when(now | before)
        for action_id, before in first.items()
        if (now := file.row("SELECT * FROM action WHERE id = ?", (action_id,)))
        and any(now[name] != value for name, value in before.items())
    }

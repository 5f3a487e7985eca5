"""What happened to the office and to any one record of it, read from the change log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from boarddesk.records.file.change_log import EntryKind
from boarddesk.records.file.driver import Connection, Row, fetch
from boarddesk.records.file.log_rows import ENTRY, fetch_log, read_image
from boarddesk.records.file.moments import read_stamp


@dataclass(frozen=True)
class HistoryEntry:
    """One record as one change left it; an update tells only the columns that changed."""

    number: int
    when: datetime
    who: str
    label: str
    kind: EntryKind
    op: str
    table: str
    row_id: str
    before: Row
    after: Row


@dataclass(frozen=True)
class LogEntry:
    """One change as a line of the office's diary."""

    number: int
    when: datetime
    who: str
    label: str
    kind: EntryKind
    rows: int


_HISTORY = """
SELECT e.number, e.made_at, e.who, e.label, e.kind, r.op, r.table_name, r.row_id, r.before, r.after
FROM change_row r JOIN change_entry e ON e.number = r.entry
WHERE (:table = '' OR r.table_name = :table) AND r.row_id = :row_id
  AND (r.op <> 'update' OR r.before IS NULL OR r.before <> r.after) -- else what a new format testified
ORDER BY r.id
"""


def record_history(connection: Connection, table: str = "", row_id: str = "") -> list[HistoryEntry]:
    """Oldest first; without a row id of every record, without a table of every table."""
    sql = _HISTORY if row_id else _HISTORY.replace("AND r.row_id = :row_id", "")
    return [_history_entry(row) for row in fetch_log(connection, sql, {"table": table, "row_id": row_id})]


def log_entries(connection: Connection, limit: int) -> list[LogEntry]:
    """The newest entries, newest first."""
    rows = fetch_log(connection, f"SELECT {ENTRY} FROM change_entry ORDER BY number DESC LIMIT ?", (limit,))
    return [
        LogEntry(
            number=row["number"],
            when=read_stamp(row["made_at"]),
            who=row["who"],
            label=row["label"],
            kind=EntryKind(row["kind"]),
            rows=row["last_row"] - row["first_row"] + 1,
        )
        for row in rows
    ]


def last_purge(connection: Connection) -> str:
    """What was erased for good last, as it is called in the log; empty where nothing was."""
    rows = fetch(
        connection,
        "SELECT label FROM change_entry WHERE kind = 'mark' AND number IN "
        "(SELECT entry FROM change_row WHERE table_name = 'certificate') ORDER BY number DESC LIMIT 1",
    )
    return str(rows[0]["label"]) if rows else ""


def _history_entry(row: Row) -> HistoryEntry:
    return HistoryEntry(
        number=row["number"],
        when=read_stamp(row["made_at"]),
        who=row["who"],
        label=row["label"],
        kind=EntryKind(row["kind"]),
        op=row["op"],
        table=row["table_name"],
        row_id=row["row_id"],
        before=read_image(row["before"]) if row["before"] else {},
        after=read_image(row["after"]) if row["after"] else {},
    )

"""The shape of the office's tables, read from the file itself, and the triggers of log and seals."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from boarddesk.records.file.driver import Connection, run_script
from boarddesk.records.file.sealed_rows import SEALED_TRIGGER, sealing_triggers

LOG_TABLES = frozenset({"file_meta", "change_entry", "change_row", "_sqlite_migrations"})
LOG_TRIGGER = "logged_"
APPEND_TRIGGER = "added_only_"

COLUMNS = """
SELECT t.name, c.name, c.type, c.pk FROM sqlite_schema t, pragma_table_info(t.name) c
WHERE t.type = 'table' ORDER BY t.rowid, c.cid
"""


@dataclass(frozen=True)
class Shape:
    """Which tables are logged, with their columns after the id, and which are only ever added to."""

    logged: dict[str, tuple[str, ...]] = field(default_factory=dict)
    added_only: frozenset[str] = frozenset()


def schema_script() -> str:
    """The whole schema of a new file: the log first, then the office."""
    here = Path(__file__).parent
    return "\n".join((here / name).read_text("utf-8") for name in ("log.sql", "schema.sql"))


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def read_shape(connection: Connection) -> Shape:
    """Any strict table with a text id is logged; any other table of the office is only added to."""
    columns: dict[str, list[tuple[str, str, int]]] = {}
    for table, column, kind, key in connection.execute(COLUMNS).fetchall():
        columns.setdefault(table, []).append((column, kind, key))
    logged, added_only = {}, set()
    for table, its in columns.items():
        if table in LOG_TABLES or table.startswith("sqlite_"):
            continue
        if any(column == "id" and key and kind == "TEXT" for column, kind, key in its):
            blobs = [column for column, kind, _ in its if kind == "BLOB"]
            if blobs:
                raise ValueError(f"{table} is logged and cannot hold bytes: {', '.join(blobs)}")
            logged[table] = tuple(column for column, _, _ in its if column != "id")
        else:
            added_only.add(table)
    return Shape(logged, frozenset(added_only))


def make_triggers(connection: Connection) -> Shape:
    """Write the triggers of every table anew, as they follow from the tables that are there."""
    drop_triggers(connection)
    shape = read_shape(connection)
    for table, columns in shape.logged.items():
        run_script(connection, _log_triggers(table, columns))
    for table in sorted(shape.added_only):
        run_script(connection, _append_triggers(table))
    for statement in sealing_triggers(shape.logged):
        run_script(connection, statement)
    return shape


def drop_triggers(connection: Connection) -> None:
    """Take the log's own triggers off the tables, for a migration to work on them."""
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        if name.startswith((LOG_TRIGGER, APPEND_TRIGGER, SEALED_TRIGGER)):
            connection.execute(f"DROP TRIGGER {quoted(name)}")


def _log_triggers(table: str, columns: tuple[str, ...]) -> str:
    changed = " OR ".join(_differs(column) for column in columns) or "0"
    return "\n".join(
        (
            _log_trigger(table, "insert", before="NULL", after=as_logged("NEW", columns)),
            _log_trigger(table, "delete", before=as_logged("OLD", columns), after="NULL"),
            _log_trigger(
                table,
                "update",
                before=_only_changed("OLD", columns),
                after=_only_changed("NEW", columns),
                when=f"WHEN {changed}",
            ),
        )
    )


def _log_trigger(table: str, op: str, *, before: str, after: str, when: str = "") -> str:
    row = "OLD" if op == "delete" else "NEW"
    name = quoted(f"{LOG_TRIGGER}{table}_{op}")
    return (
        f"CREATE TRIGGER {name} AFTER {op.upper()} ON {quoted(table)} {when}\n"
        "BEGIN INSERT INTO change_row (entry, op, table_name, row_id, before, after) "
        f"VALUES ((SELECT writing FROM file_meta), '{op}', {_text(table)}, {row}.id, {before}, {after}); END;"
    )


def _append_triggers(table: str) -> str:
    return "\n".join(
        f"CREATE TRIGGER {quoted(f'{APPEND_TRIGGER}{table}_{op.lower()}')} BEFORE {op} ON {quoted(table)}\n"
        f"BEGIN SELECT RAISE(ABORT, 'this table is only added to'); END;"
        for op in ("UPDATE", "DELETE")
    )


def _differs(column: str) -> str:
    # Compared byte by byte: a column's own collation may call 'sib' and 'SIB' the same.
    return f"OLD.{quoted(column)} IS NOT NEW.{quoted(column)} COLLATE BINARY"


def as_logged(row: str, columns: tuple[str, ...]) -> str:
    """The image of a whole row as the log keeps it: the same for the same values, letter by letter."""
    return f"json_object({', '.join(f'{_text(column)}, {row}.{quoted(column)}' for column in columns)})"


def _only_changed(row: str, columns: tuple[str, ...]) -> str:
    parts = (
        f"CASE WHEN {_differs(column)} THEN ',' || json_quote({_text(column)}) || ':' "
        f"|| json_quote({row}.{quoted(column)}) ELSE '' END"
        for column in columns
    )
    return f"'{{' || substr({' || '.join(parts)}, 2) || '}}'" if columns else "'{}'"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"

"""The office as it once stood: its tables in memory, with everything the log holds since then taken back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from boarddesk.records.file.driver import Connection, attach, connect_in_memory, fetch
from boarddesk.records.file.log_rows import fetch_log, read_image
from boarddesk.records.file.moments import stamp
from boarddesk.records.file.shape import LOG_TABLES, Shape, quoted

Values = dict[str, Any]

_ERASED = "{}"


@dataclass
class _Since:
    """What the rows of one table were before the changes made since."""

    born: set[str] = field(default_factory=set)
    gone: dict[str, Values] = field(default_factory=dict)
    changed: dict[str, Values] = field(default_factory=dict)


def office_as_of(
    path: Path, moment: datetime | int, *, shape: Shape, as_now: frozenset[str] = frozenset()
) -> Connection:
    """A connection to a copy in memory that answers every query as the office of that moment.

    The tables named `as_now` are not taken back. The papers, and the log up to then, are read from the file
    itself as long as the connection is open.
    """
    connection = connect_in_memory()
    try:
        _look_back(connection, path, moment=moment, shape=shape, as_now=as_now)
    except BaseException:
        connection.close()
        raise
    return connection


def _look_back(
    connection: Connection, path: Path, *, moment: datetime | int, shape: Shape, as_now: frozenset[str]
) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    attach(connection, path, name="live")
    connection.execute("BEGIN")  # one moment of the live file for all that is read
    number, last_row = _entry_at(connection, moment)
    _make_tables(connection, shape)
    since = _since(connection, last_row, shape=shape)
    for table in shape.logged:
        _copy_back(connection, table, since=_Since() if table in as_now else since[table])
    _make_indexes(connection, shape)
    _show_log(connection, number=number, last_row=last_row)
    connection.execute("COMMIT")
    connection.execute("PRAGMA query_only = ON")


def _entry_at(connection: Connection, moment: datetime | int) -> tuple[int, int]:
    """The number of the last entry by then, and of its last row."""
    column, value = ("made_at", stamp(moment)) if isinstance(moment, datetime) else ("number", moment)
    found = fetch_log(
        connection,
        f"SELECT number, last_row FROM live.change_entry WHERE {column} <= ? ORDER BY number DESC LIMIT 1",
        (value,),
    )
    return (found[0]["number"], found[0]["last_row"]) if found else (0, 0)


def _objects(connection: Connection, kind: str) -> list[tuple[str, str, str]]:
    return connection.execute(
        "SELECT name, tbl_name, sql FROM live.sqlite_schema WHERE type = ? AND sql IS NOT NULL", (kind,)
    ).fetchall()


def _make_tables(connection: Connection, shape: Shape) -> None:
    for name, _, sql in _objects(connection, "table"):
        if name in shape.logged:
            connection.execute(sql)
        elif name not in LOG_TABLES and not name.startswith("sqlite_"):
            connection.execute(f"CREATE TEMP VIEW {quoted(name)} AS SELECT * FROM live.{quoted(name)}")


def _make_indexes(connection: Connection, shape: Shape) -> None:
    for _, table, sql in _objects(connection, "index"):
        if table in shape.logged:
            connection.execute(sql)
    for _, _, sql in _objects(connection, "view"):
        connection.execute(sql)


def _since(connection: Connection, last_row: int, *, shape: Shape) -> dict[str, _Since]:
    """Per row, only the first thing that happened to it, or to each of its columns, tells what it was."""
    found: dict[str, _Since] = defaultdict(_Since)
    rows = connection.execute(
        "SELECT op, table_name, row_id, before FROM live.change_row WHERE id > ? ORDER BY id", (last_row,)
    )
    for op, table, row_id, before in rows:
        since = found[table]
        if row_id in since.born or row_id in since.gone:
            continue
        if op == "insert":
            since.born.add(row_id)
        elif op == "update":
            since.changed[row_id] = {**read_image(before or _ERASED), **since.changed.get(row_id, {})}
        elif before is None:  # a purge took it out of the past too
            since.changed.pop(row_id, None)
            since.born.add(row_id)
        else:
            since.gone[row_id] = {**read_image(before), **since.changed.pop(row_id, {})}
    known = {table: _known(since, shape.logged.get(table, ())) for table, since in found.items()}
    return defaultdict(_Since, known)


def _known(since: _Since, columns: tuple[str, ...]) -> _Since:
    """Without columns that later versions of the format did away with."""

    def kept(rows: dict[str, Values]) -> dict[str, Values]:
        return {row_id: {n: v for n, v in values.items() if n in columns} for row_id, values in rows.items()}

    return _Since(since.born, kept(since.gone), kept(since.changed))


def _copy_back(connection: Connection, table: str, *, since: _Since) -> None:
    """Copy what nobody touched since, then the rows that were touched as they were: never two at odds."""
    name = quoted(table)
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("DELETE FROM temp.touched")
    touched = since.born | since.gone.keys() | since.changed.keys()
    connection.executemany("INSERT INTO temp.touched VALUES (?)", ((row_id,) for row_id in touched))
    connection.execute(
        f"INSERT INTO main.{name} SELECT * FROM live.{name} WHERE id NOT IN (SELECT id FROM temp.touched)"
    )
    for held in fetch(connection, f"SELECT * FROM live.{name} WHERE id IN (SELECT id FROM temp.touched)"):
        if held["id"] in since.changed:
            _insert(connection, table, {**held, **since.changed[held["id"]]})
    for row_id, values in since.gone.items():
        _insert(connection, table, {"id": row_id, **values})


def _insert(connection: Connection, table: str, values: Values) -> None:
    columns = ", ".join(quoted(column) for column in values)
    places = ", ".join("?" * len(values))
    sql = f"INSERT INTO main.{quoted(table)} ({columns}) VALUES ({places})"
    try:
        connection.execute(sql, tuple(values.values()))
    except OverflowError as error:
        raise ValueError("a number that no column holds") from error


def _show_log(connection: Connection, *, number: int, last_row: int) -> None:
    """The log and the file's card, ending where the office of that moment ends."""
    connection.execute(
        f"CREATE TEMP VIEW change_entry AS SELECT * FROM live.change_entry WHERE number <= {number}"
    )
    connection.execute(f"CREATE TEMP VIEW change_row AS SELECT * FROM live.change_row WHERE id <= {last_row}")
    connection.execute(
        f"CREATE TEMP VIEW file_meta AS SELECT one, file_id, origin, {number} AS commit_number, coalesce("
        f"(SELECT chain FROM live.change_entry WHERE number = {number}), chain_head) AS chain_head, "
        "written_by, written_on, written_at, NULL AS writing FROM live.file_meta"
    )

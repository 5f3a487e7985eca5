"""What a file of today's format is made of: older ones are brought to it, and each is held against it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from boarddesk.records.file.driver import Connection, IntegrityError, connect_in_memory, fetch
from boarddesk.records.file.new_file import lay_out
from boarddesk.records.file.problems import DAMAGED, DamagedFile
from boarddesk.records.file.shape import quoted

STEPS_TAKEN: Final = "_sqlite_migrations"
"""Which steps an older file went through, as the library that takes them notes it; no new file has it."""

_WORDS_OR_COMMENT: Final = re.compile(r"('(?:[^']|'')*')|--[^\n]*")

Definitions = Mapping[tuple[str, str], str]
"""By kind, such as `table`, and name: the statement that makes it."""


def definitions(connection: Connection) -> Definitions:
    """Those of this file; what SQLite makes by itself for a key has none."""
    rows = fetch(connection, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    return {(row["type"], row["name"]): row["sql"] for row in rows if row["name"] != STEPS_TAKEN}


@cache
def definitions_of_today() -> Definitions:
    """Those of a new file."""
    made = connect_in_memory()
    try:
        lay_out(made)
        return definitions(made)
    finally:
        made.close()


def is_same(sql: str, other: str | None) -> bool:
    """Whether two statements differ in comments and line ends only."""
    return other is not None and _plain(sql) == _plain(other)


def _plain(sql: str) -> str:
    return " ".join(_WORDS_OR_COMMENT.sub(lambda found: found[1] or "", sql).split())


def define_anew(connection: Connection) -> None:
    """Make every table and index as today's format has it, with the rows there are.

    The last step to the newest format, while triggers are off and keys unchecked: those before it move what
    the tables hold, and none of them says again what schema.sql says.
    """
    today, here = definitions_of_today(), definitions(connection)
    for (kind, name), sql in today.items():
        if kind == "table" and not is_same(sql, here.get((kind, name))):
            _define_table(connection, name, sql)
    for (kind, name), sql in definitions(connection).items():
        if kind == "index" and not is_same(sql, today.get((kind, name))):
            connection.execute(f"DROP INDEX {quoted(name)}")
    left = definitions(connection)
    for (kind, name), sql in today.items():
        if kind == "index" and (kind, name) not in left:
            connection.execute(sql)


def _define_table(connection: Connection, table: str, sql: str) -> None:
    """Its rows wait beside: a table that is renamed instead would have its name written in another way."""
    name, before = quoted(table), _columns(connection, table)
    if before:
        connection.execute(f"CREATE TEMP TABLE waiting AS SELECT * FROM main.{name} ORDER BY rowid")
        connection.execute(f"DROP TABLE main.{name}")
    connection.execute(sql)
    if not before:
        return
    both = ", ".join(quoted(column) for column in _columns(connection, table) if column in before)
    try:
        connection.execute(f"INSERT INTO main.{name} ({both}) SELECT {both} FROM temp.waiting ORDER BY rowid")
    except IntegrityError as error:  # a word no list has, or a day that is none: nobody wrote it
        raise DamagedFile(DAMAGED) from error
    connection.execute("DROP TABLE temp.waiting")


def _columns(connection: Connection, table: str) -> list[str]:
    return [
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_info(?, 'main')", (table,)
        ).fetchall()
    ]

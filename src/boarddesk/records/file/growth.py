"""A file format that grows: tables and columns it had not before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boarddesk.records.file.library import Database


def grow(database: Database, script: str, columns: Mapping[str, Iterable[str]]) -> None:
    """Make the tables of a script, and add columns, table → definitions, at the end of those there are."""
    for statement in script.split(";"):
        if statement.strip():
            database.execute(statement)
    for table, definitions in columns.items():
        for definition in definitions:
            database.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")

"""Which tables readers touch: SQLite says so when it compiles a statement, so that nobody keeps a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from boarddesk.records.file.driver import Connection, Params, Row, fetch, fetch_told

MOST_KNOWN = 4096
"""Statements remembered; a program has a few hundred, and those made of many words are let go of again."""


class TablesRead:
    """Shared by an office and its copies of the past: what is read of yesterday is heard as well.

    Compiling tells the tables, running does not, and the driver keeps statements compiled.  So each statement
    is listened to once, compiled anew for it, and known by its words from then on.
    """

    def __init__(self) -> None:
        self._noting: list[set[str]] = []
        self._known: dict[str, frozenset[str]] = {}

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """Everything read within the block, also within blocks inside it."""
        seen: set[str] = set()
        self._noting.append(seen)
        try:
            yield seen
        finally:
            self._noting = [tables for tables in self._noting if tables is not seen]

    def note(self, tables: Iterable[str]) -> None:
        """These count as read: what is kept in memory came from them."""
        for seen in self._noting:
            seen.update(tables)

    def fetch(self, connection: Connection, sql: str, params: Params = ()) -> list[Row]:
        """The rows; whoever listens is told their tables."""
        if not self._noting:
            return fetch(connection, sql, params)
        if sql in self._known:
            rows = fetch(connection, sql, params)
        else:
            rows, tables = fetch_told(connection, sql, params)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[sql] = tables
        self.note(self._known[sql])
        return rows

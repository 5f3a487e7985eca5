"""One change to the office: what is inserted, updated and deleted between its beginning and its commit."""

from __future__ import annotations

from functools import lru_cache

from boarddesk.records.file.driver import Connection, IntegrityError
from boarddesk.records.file.ids import IdSource
from boarddesk.records.file.plain_values import PlainValue, plain
from boarddesk.records.file.shape import Shape, quoted
from boarddesk.rules.minutes.minutes import LOCKED
from boarddesk.rules.refused import Refused

_NOT_THERE = "This record is no longer there: it may have been removed, or its entry undone."


class Change:
    """The way to write; handed out by OfficeFile.change and of no use after it."""

    def __init__(self, connection: Connection, *, shape: Shape, new_id: IdSource) -> None:
        self._connection = connection
        self._shape = shape
        self._new_id = new_id
        self._over = False
        self.touched_unlogged: set[str] = set()

    def insert(self, table: str, **values: object) -> str:
        """Add a row; its new id is returned. An id may be given, for rows that come from elsewhere."""
        given = plain(values.pop("id", None), field="id")
        kept = self._plain(table, values)
        row_id = str(given or self._new_id())
        self._run(_insert(table, tuple(kept)), (row_id, *kept.values()))
        return row_id

    def update(self, table: str, row_id: str, **values: object) -> None:
        """Change the columns that differ, if any. Raises Refused if the row is gone."""
        kept = self._plain(table, values)
        if not kept:
            return
        held = self._run(_select(table, tuple(kept)), (row_id,))
        if not held:
            raise Refused(_NOT_THERE)
        pairs = zip(kept.items(), held[0], strict=True)
        changed = {name: value for (name, value), old in pairs if value != old}
        if changed:
            self._run(_update(table, tuple(changed)), (*changed.values(), row_id))

    def delete(self, table: str, row_id: str) -> None:
        """Remove a row and all that hangs on it. Raises Refused if the row is gone."""
        self._columns(table)
        if not self._run(_select(table, ()), (row_id,)):
            raise Refused(_NOT_THERE)
        self._run(f"DELETE FROM {quoted(table)} WHERE id = ?", (row_id,))

    def keep_paper(self, content: bytes) -> str:
        """Keep the bytes of a paper once, whoever brings them; its SHA-256 is returned."""
        import hashlib  # not at the start: see the change log

        sha256 = hashlib.sha256(content).hexdigest()
        if not self._run("SELECT 1 FROM paper_bytes WHERE sha256 = ?", (sha256,)):
            self._run("INSERT INTO paper_bytes (sha256, content) VALUES (?, ?)", (sha256, content))
            self.touched_unlogged.add("paper_bytes")
        return sha256

    def end(self) -> None:
        """Nothing can be written through this change any more."""
        self._over = True

    def _run(self, sql: str, params: tuple[object, ...]) -> list[tuple[PlainValue, ...]]:
        # A full disk can end the transaction under us: then nothing may be written one row at a time.
        if self._over or not self._connection.in_transaction:
            raise RuntimeError("this change is over")
        try:
            return self._connection.execute(sql, params).fetchall()
        except IntegrityError as error:
            if str(error) == LOCKED:  # said by the triggers that keep confirmed minutes
                raise Refused(LOCKED) from error
            raise

    def _plain(self, table: str, values: dict[str, object]) -> dict[str, PlainValue]:
        unknown = values.keys() - set(self._columns(table))
        if unknown:
            raise LookupError(f"{table} has no column {', '.join(sorted(unknown))}")
        return {name: plain(value, field=name) for name, value in values.items()}

    def _columns(self, table: str) -> tuple[str, ...]:
        try:
            return self._shape.logged[table]
        except KeyError:
            raise LookupError(f"there is no logged table {table}") from None


@lru_cache(maxsize=512)
def _insert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(quoted(name) for name in ("id", *columns))
    return f"INSERT INTO {quoted(table)} ({names}) VALUES ({', '.join('?' * (len(columns) + 1))})"


@lru_cache(maxsize=512)
def _select(table: str, columns: tuple[str, ...]) -> str:
    return f"SELECT {', '.join(quoted(name) for name in columns) or '1'} FROM {quoted(table)} WHERE id = ?"


@lru_cache(maxsize=512)
def _update(table: str, columns: tuple[str, ...]) -> str:
    settings = ", ".join(f"{quoted(name)} = ?" for name in columns)
    return f"UPDATE {quoted(table)} SET {settings} WHERE id = ?"

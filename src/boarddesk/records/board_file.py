"""The office file: made, opened, read, changed, undone and looked back at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from boarddesk.records.as_of import office_as_of
from boarddesk.records.change_log import EntryKind
from boarddesk.records.changes import Change
from boarddesk.records.door import Door
from boarddesk.records.driver import Connection, Error, Params, Row, connect, fetch
from boarddesk.records.file_header import SCHEMA_VERSION, read_header
from boarddesk.records.file_problems import DAMAGED, DamagedFile, NewerFile, problem_in, told_calmly
from boarddesk.records.history import HistoryEntry, LogEntry, log_entries, record_history
from boarddesk.records.ids import IdSource, random_id
from boarddesk.records.moments import Clock, now
from boarddesk.records.new_file import make_file
from boarddesk.records.shape import Shape, read_shape

__all__ = ["BoardFile", "Change", "Clock", "HistoryEntry", "IdSource", "LogEntry", "Row", "now", "random_id"]

Heard = Callable[[frozenset[str]], None]


class BoardFile:
    """One secretary's office. Use create, open or as_of to get one, and close it when done."""

    def __init__(
        self,
        path: Path | None,
        *,
        connection: Connection,
        shape: Shape,
        read_only: bool,
        clock: Clock,
        new_id: IdSource,
        source: Path | None = None,
    ) -> None:
        self.path = path
        self.who = ""
        self._source = source or path
        self._shape = shape
        self._clock = clock
        self._new_id = new_id
        self._listeners: list[Heard] = []
        self._door = Door(
            path, connection=connection, shape=shape, clock=clock, new_id=new_id, announce=self._announce
        )
        self._door.read_only = read_only

    @classmethod
    def create(
        cls, path: Path, *, office: str = "", clock: Clock = now, new_id: IdSource = random_id
    ) -> BoardFile:
        """Make a new office where there is no file yet, and open it."""
        make_file(path, office=office, at=clock(), new_id=new_id)
        return cls.open(path, clock=clock, new_id=new_id)

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, clock: Clock = now, new_id: IdSource = random_id
    ) -> BoardFile:
        """Open an office; raises FileProblem with a sentence, and OnlyReadable where read_only would do."""
        header = read_header(path)
        if header.user_version > SCHEMA_VERSION and not read_only:
            raise NewerFile(
                f"{path.name} was written by a newer BoardDesk. It can be opened here to read only; "
                "to change it, update BoardDesk first."
            )
        connection, shape = _connected(path, read_only=read_only)
        return cls(path, connection=connection, shape=shape, read_only=read_only, clock=clock, new_id=new_id)

    @property
    def read_only(self) -> bool:
        return self._door.read_only

    @property
    def office(self) -> str:
        """The name of the office."""
        return str(self.value("SELECT name FROM office LIMIT 1") or "")

    def change(self, label: str, *, who: str = "", coalesce: str = "") -> AbstractContextManager[Change]:
        """The only way to write: all of it is committed, as one step to undo, or none of it.

        A change within a change joins it. Changes with the same `coalesce` key, such as one field of one
        record, by the same person within a few seconds become one step.
        """
        return self._door.change(label, who=who or self.who, coalesce=coalesce)

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        with told_calmly():
            return fetch(self._door.connection, sql, params)

    def row(self, sql: str, params: Params = ()) -> Row | None:
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> object:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return next(iter(found.values())) if found else None

    @property
    def commit_number(self) -> int:
        """One more with each change; what as_of takes and what an issued document notes."""
        return self._door.log.position().commit_number

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._label(self._door.log.position().undo_next)

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back."""
        return self._label(self._door.log.position().redo_next)

    def undo(self) -> str | None:
        """Take the newest change back; its label, or None where there is nothing to undo."""
        return self._door.reverse(EntryKind.UNDO, who=self.who)

    def redo(self) -> str | None:
        """Bring back what was undone last; its label, or None where there is nothing to redo."""
        return self._door.reverse(EntryKind.REDO, who=self.who)

    def history(self, table: str = "", row_id: str = "") -> list[HistoryEntry]:
        """What was done to one record, to one table or to all, oldest first."""
        with told_calmly():
            return record_history(self._door.connection, table, row_id)

    def log(self, limit: int = 200) -> list[LogEntry]:
        """The newest changes, newest first."""
        with told_calmly():
            return log_entries(self._door.connection, limit)

    def as_of(self, moment: datetime | int) -> BoardFile:
        """The office as it stood, to read only, for every query there is; an int is a change's number.

        Close it when done: it reads papers and the log from this file.
        """
        if self._source is None:
            raise RuntimeError("an office that only ever lived in memory has no past")
        with told_calmly():
            past = office_as_of(self._source, moment, shape=self._shape)
        return BoardFile(
            None,
            connection=past,
            shape=self._shape,
            read_only=True,
            clock=self._clock,
            new_id=self._new_id,
            source=self._source,
        )

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Hear, after each commit and only then, which tables changed; call what is returned to stop."""
        self._listeners.append(heard)

        def stop() -> None:
            if heard in self._listeners:
                self._listeners.remove(heard)

        return stop

    def close(self) -> None:
        self._door.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _announce(self, tables: frozenset[str]) -> None:
        for heard in tuple(self._listeners):
            heard(tables)

    def _label(self, number: int | None) -> str | None:
        if number is None or self.read_only:
            return None
        return str(self._door.log.entry(number)["label"])


def _connected(path: Path, *, read_only: bool) -> tuple[Connection, Shape]:
    """A connection that has read the schema and the file's card; any damage there shows now."""
    try:
        connection = connect(path, read_only=read_only)
    except Error as error:
        raise problem_in(error) or DamagedFile(DAMAGED) from error
    try:
        shape = read_shape(connection)
        connection.execute("SELECT commit_number, chain_head, file_id, writing FROM file_meta").fetchone()
    except (Error, ValueError) as error:
        connection.close()
        raise (problem_in(error) if isinstance(error, Error) else None) or DamagedFile(DAMAGED) from error
    return connection, shape

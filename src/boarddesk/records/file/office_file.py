"""The office file: made, opened, read, changed, undone and looked back at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from boarddesk.records.file.as_of import office_as_of
from boarddesk.records.file.change import Change
from boarddesk.records.file.change_log import ChangeLog, EntryKind, Position
from boarddesk.records.file.door import Door
from boarddesk.records.file.driver import Connection, Error, Params, Row, connect
from boarddesk.records.file.header import SCHEMA_VERSION, FileHeader, read_header
from boarddesk.records.file.history import HistoryEntry, LogEntry, last_purge, log_entries, record_history
from boarddesk.records.file.ids import IdSource, random_id
from boarddesk.records.file.lock import FileLock, holder_of
from boarddesk.records.file.migrations import bring_up_to_date
from boarddesk.records.file.moments import Clock, now
from boarddesk.records.file.new_file import make_file
from boarddesk.records.file.problems import (
    NewerFile,
    OnlyReadable,
    damage_at_worst,
    only_reading,
    told_calmly,
)
from boarddesk.records.file.purge import Purge
from boarddesk.records.file.remembered import last_seen, notice, remember
from boarddesk.records.file.shape import Shape, read_shape
from boarddesk.records.file.snapshots import refuse_published
from boarddesk.records.file.tables_read import TablesRead
from boarddesk.rules.refused import FileProblem

__all__ = ["Change", "Clock", "HistoryEntry", "IdSource", "LogEntry", "OfficeFile", "Row", "now", "random_id"]

Heard = Callable[[frozenset[str]], None]
Kept = TypeVar("Kept")


class OfficeFile:
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
        lock: FileLock | None = None,
        tables_read: TablesRead | None = None,
    ) -> None:
        self.path = path
        self.who = ""
        self.notice = ""
        """What to say once about this copy: older than the one last seen here, or grown apart from it."""
        self._lock = lock
        self._source = source or path
        self._shape = shape
        self._clock = clock
        self._new_id = new_id
        self._listeners: list[Heard] = []
        self._kept: dict[object, Any] = {}
        self._read = tables_read or TablesRead()
        self._closed = False
        self._door = Door(
            path, connection=connection, shape=shape, clock=clock, new_id=new_id, announce=self._announce
        )
        self._door.read_only = read_only
        self._opened_at = self._door.log.position().commit_number

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        office: str = "",
        clock: Clock = now,
        new_id: IdSource = random_id,
        who: str = "",
        take_over: bool = False,
    ) -> OfficeFile:
        """Make a new office where there is no file yet, and open it."""
        if holder_of(path) and not os.path.lexists(path):  # of an office that was there, and may come back
            FileLock.take(path, who=who, at=clock(), take_over=take_over).release()
        make_file(path, office=office, at=clock(), new_id=new_id)
        return cls.open(path, clock=clock, new_id=new_id, who=who)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        clock: Clock = now,
        new_id: IdSource = random_id,
        who: str = "",
        take_over: bool = False,
    ) -> OfficeFile:
        """Open an office; raises FileProblem with a sentence, and OnlyReadable where read_only would do.

        With take_over a lock that has been silent for ten minutes is put aside: only when the person said so.
        """
        header = read_header(path)
        if read_only:
            _refuse_unreadable(path, header)
            return cls._opened(path, lock=None, clock=clock, new_id=new_id, who=who)
        _refuse_unwritable(path, header)
        lock = FileLock.take(path, who=who, at=clock(), take_over=take_over)
        try:
            if header.user_version < SCHEMA_VERSION:
                bring_up_to_date(path, at=clock())
            return cls._opened(path, lock=lock, clock=clock, new_id=new_id, who=who)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _opened(
        cls, path: Path, *, lock: FileLock | None, clock: Clock, new_id: IdSource, who: str
    ) -> OfficeFile:
        read_only = lock is None
        connection, shape, notice = _connected(path, read_only=read_only)
        try:
            file = cls(
                path,
                connection=connection,
                shape=shape,
                read_only=read_only,
                clock=clock,
                new_id=new_id,
                lock=lock,
            )
        except BaseException:
            connection.close()
            raise
        file.who, file.notice = who, notice
        return file

    @property
    def read_only(self) -> bool:
        return self._door.read_only

    @property
    def is_changing(self) -> bool:
        """Whether a change is being made: what is read now may still be taken back."""
        return self._door.is_changing

    @property
    def on_disk(self) -> Path | None:
        """The file its records come from, those of the past as well; None where they only live in memory."""
        return self._source

    def kept(self, make: Callable[[OfficeFile], Kept]) -> Kept:
        """What a reader keeps for as long as the file is open; made when it is first asked for."""
        if make not in self._kept:
            self._kept[make] = make(self)
        found: Kept = self._kept[make]
        return found

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

    def purge(self, label: str) -> AbstractContextManager[Purge]:
        """A change that erases for good, with a certificate; nothing before it can be undone any more."""
        return self._door.purge(label, who=self.who)

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        try:
            with told_calmly():
                return self._read.fetch(self._door.connection, sql, params)
        except (Error, FileProblem):
            self._door.refuse_if_emptied()
            raise

    def row(self, sql: str, params: Params = ()) -> Row | None:
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> object:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return next(iter(found.values())) if found else None

    def reading(self) -> AbstractContextManager[set[str]]:
        """The tables read within the block, this file's and those of its copies of the past."""
        return self._read.noting()

    def counts_as_read(self, tables: Iterable[str]) -> None:
        """What a reader kept from before, in place of reading it again, is heard as if it had been read."""
        self._read.note(tables)

    @property
    def file_id(self) -> str:
        """Names this file and its backups, wherever it is moved."""
        return self._position().file_id

    @property
    def commit_number(self) -> int:
        """One more with each change; what as_of takes and what an issued document notes."""
        return self._position().commit_number

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self.undo_and_redo[0]

    @property
    def undo_and_redo(self) -> tuple[str | None, str | None]:
        """Both labels, asked for once."""
        position = self._position()
        return self._label(position.undo_next), self._label(position.redo_next)

    @property
    def undo_stop(self) -> str:
        """Why nothing more can be undone, where something was erased for good; empty for another reason."""
        if self.read_only or self._position().undo_next is not None:
            return ""
        with damage_at_worst():
            label = last_purge(self._door.connection)
        return f"“{label}” cannot be taken back, so nothing done before it can be undone." if label else ""

    def undo(self) -> str | None:
        """Take the newest change back; its label, or None where there is nothing to undo."""
        return self._door.reverse(EntryKind.UNDO, who=self.who)

    def redo(self) -> str | None:
        """Bring back what was undone last; its label, or None where there is nothing to redo."""
        return self._door.reverse(EntryKind.REDO, who=self.who)

    def history(self, table: str = "", row_id: str = "") -> list[HistoryEntry]:
        """What was done to one record, to one table or to all, oldest first."""
        self.counts_as_read([table] if table else self._shape.logged)
        with damage_at_worst():
            return record_history(self._door.connection, table, row_id)

    def log(self, limit: int = 200) -> list[LogEntry]:
        """The newest changes, newest first."""
        self.counts_as_read(self._shape.logged)
        with damage_at_worst():
            return log_entries(self._door.connection, limit)

    def as_of(self, moment: datetime | int, *, as_now: frozenset[str] = frozenset()) -> OfficeFile:
        """The office as it stood, to read only, for every query there is; an int is a change's number.

        Tables named `as_now` are as they are today. Close it when done: it reads papers and the log from
        this file.
        """
        if self._source is None:
            raise RuntimeError("an office that only ever lived in memory has no past")
        with damage_at_worst():
            past = office_as_of(self._source, moment, shape=self._shape, as_now=as_now)
        return OfficeFile(
            None,
            connection=past,
            shape=self._shape,
            read_only=True,
            clock=self._clock,
            new_id=self._new_id,
            source=self._source,
            tables_read=self._read,
        )

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Hear, after each commit and only then, which tables changed; call what is returned to stop."""
        self._listeners.append(heard)

        def stop() -> None:
            if heard in self._listeners:
                self._listeners.remove(heard)

        return stop

    def keep_lock(self) -> bool:
        """To call every half minute: says that the file is still open here; false if it was taken over."""
        return self._lock is None or self._lock.beat(who=self.who, at=self._clock())

    def end_typing(self) -> None:
        """The next edit begins a step of its own, whatever its coalesce key."""
        self._door.end_typing()

    def close(self) -> None:
        """Let go of the file and its lock, and remember what was seen of it. Closing twice does no harm."""
        if self._closed:
            return
        self._closed = True
        with ExitStack() as ending:  # whatever one of them says, the others are done: the lock goes last
            if self._lock:
                ending.callback(self._lock.release)
            ending.callback(self._door.close)
            with suppress(FileProblem), damage_at_worst():  # a file that went away or broke is let go of too
                self._remember()

    def _remember(self) -> None:
        if self.path is None:
            return
        position = self._door.log.position()
        seen = last_seen(position.file_id)
        # A copy that was behind and only looked at does not become the one to compare with.
        if not self.notice or position.commit_number != self._opened_at or seen is None:
            remember(position, self.path, at=self._clock())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _announce(self, tables: frozenset[str]) -> None:
        """Everybody is told, even if one of them fails at hearing it: the change is saved either way."""
        with ExitStack() as everybody:
            for heard in reversed(self._listeners):
                everybody.callback(heard, tables)

    def _label(self, number: int | None) -> str | None:
        if number is None or self.read_only:
            return None
        with damage_at_worst():
            return str(self._door.log.entry(number)["label"])

    def _position(self) -> Position:
        try:
            with damage_at_worst():
                return self._door.log.position()
        except FileProblem:
            self._door.refuse_if_emptied()
            raise


def _refuse_unreadable(path: Path, header: FileHeader) -> None:
    if header.user_version < SCHEMA_VERSION:
        raise FileProblem(
            f"{path.name} was written by an older BoardDesk. "
            "Open it once to write, so that it is brought up to date."
        )
    if header.write_ahead:
        raise FileProblem(
            f"{path.name} was left in another form by another program. "
            "Open it once to write, so that it is put right."
        )


def _refuse_unwritable(path: Path, header: FileHeader) -> None:
    if header.user_version > SCHEMA_VERSION:
        raise NewerFile(
            f"{path.name} was written by a newer BoardDesk. It can be opened here to read only; "
            "to change it, update BoardDesk first."
        )
    refuse_published(path)
    if not os.access(path, os.W_OK):
        raise OnlyReadable(
            f"{path.name} is protected from writing. It can be opened to read only; to change it, take "
            "the mark “Read-only” off in its properties, or copy it to a folder of your own."
        )


def _connected(path: Path, *, read_only: bool) -> tuple[Connection, Shape, str]:
    """A connection that has read the schema and the file's card, with what to say of this copy."""
    with only_reading(path) if read_only else nullcontext(), damage_at_worst():
        connection = connect(path, read_only=read_only)
        try:
            position = ChangeLog(connection).position()
            return connection, read_shape(connection), notice(position, connection)
        except BaseException:
            connection.close()
            raise

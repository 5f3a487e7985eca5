"""The one door for writing: every change, undo and redo is one transaction and one entry of the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from boarddesk.disk.machine import machine_name
from boarddesk.records.file.change import Change
from boarddesk.records.file.change_log import ChangeLog, EntryKind, Position, Step
from boarddesk.records.file.driver import Connection, Error, IntegrityError, connect, let_go
from boarddesk.records.file.identity import FileIdentity
from boarddesk.records.file.ids import IdSource
from boarddesk.records.file.moments import Clock
from boarddesk.records.file.problems import NotSaved, OnlyReadable, nothing_beside, problem_in, told_calmly
from boarddesk.records.file.purge import Purge
from boarddesk.records.file.replay import bring_back, take_back
from boarddesk.records.file.shape import Shape

Announce = Callable[[frozenset[str]], None]

PAUSE = timedelta(seconds=5)
LONGEST = timedelta(seconds=60)

READ_ONLY = "This office is open to read only, so nothing can be changed in it."


@dataclass(frozen=True)
class _Typing:
    """An edit that the next one of the same field may still join."""

    key: str
    who: str
    step: Step
    first_row: int
    commit_number: int
    began: datetime
    last: datetime

    def goes_on(self, *, key: str, who: str, at: datetime) -> bool:
        same = bool(key) and (self.key, self.who) == (key, who)
        return same and timedelta(0) <= at - self.last <= PAUSE and at - self.began <= LONGEST


class Door:
    """Holds the one connection that writes."""

    def __init__(
        self,
        path: Path | None,
        *,
        connection: Connection,
        shape: Shape,
        clock: Clock,
        new_id: IdSource,
        announce: Announce,
    ) -> None:
        self._connection: Connection | None = connection
        self.read_only = path is None
        self._path = path
        self._shape = shape
        self._clock = clock
        self._new_id = new_id
        self._announce = announce
        self._identity = FileIdentity(path) if path else None
        self._change: Change | None = None
        self._nested = 0
        self._typing: _Typing | None = None

    @property
    def connection(self) -> Connection:
        """Made anew where an error at a commit cost us the last one."""
        if self._connection is None:
            if self._path is None:
                raise RuntimeError("this office is closed")
            self._connection = connect(self._path, read_only=self.read_only)
        return self._connection

    @property
    def log(self) -> ChangeLog:
        return ChangeLog(self.connection, new_salt=self._new_id)

    @property
    def is_changing(self) -> bool:
        """Whether a change, an undo or a redo is under way."""
        return self.connection.in_transaction

    @contextmanager
    def change(self, label: str, *, who: str, coalesce: str) -> Iterator[Change]:
        """One transaction; a change within a change joins it, and its failure takes back its own part."""
        if self._change is not None:
            with self._joined():
                yield self._change
            return
        with self._writing() as position:
            at = self._clock()
            typing = self._typing_for(position, label, key=coalesce, who=who, at=at)
            self.log.begin(typing.step.number)
            change = self._change = Change(self.connection, shape=self._shape, new_id=self._new_id)
            try:
                yield change
            finally:
                change.end()
                self._change = None
            tables = self._finish(typing, position=position, at=at, unlogged=change.touched_unlogged)
        self._tell(tables)

    @contextmanager
    def purge(self, label: str, *, who: str) -> Iterator[Purge]:
        """One transaction that erases: neither it nor what was before it is ever undone."""
        if self._change is not None:
            raise RuntimeError("a purge is a change of its own")
        self.connection.execute("PRAGMA secure_delete = ON")
        try:
            with self._writing() as position:
                at, number = self._clock(), position.commit_number + 1
                step = Step(number, label, who, EntryKind.MARK)
                self.log.begin(number)
                purge = Purge(self.connection, shape=self._shape, new_id=self._new_id, number=number)
                self._change = purge
                try:
                    yield purge
                    if not purge.certified:
                        raise RuntimeError("what is purged is certified")
                finally:
                    purge.end()
                    self._change = None
                typing = _Typing("", who, step, position.last_row + 1, number, at, at)
                tables = self._finish(typing, position=position, at=at, unlogged=purge.touched_unlogged)
            self._write_pages_anew()
        finally:
            self.connection.execute("PRAGMA secure_delete = FAST")
        self._tell(tables)

    def _write_pages_anew(self) -> None:
        """No page of the file holds anything but what stands in it."""
        with suppress(Error):  # on a full disk what was erased is overwritten with zeros all the same
            self.connection.execute("VACUUM")
        if self._identity:
            self._identity.take_note()

    def reverse(self, kind: EntryKind, *, who: str) -> str | None:
        """Take the newest change back, or bring it back; its label, or nothing where there is none."""
        if self._change is not None:
            raise RuntimeError("undo and redo are changes of their own")
        with self._writing() as position:
            target = position.undo_next if kind is EntryKind.UNDO else position.redo_next
            if target is None:
                self._roll_back()
                return None
            entry = self.log.entry(target)
            step = self._step_back(kind, target, position=position, label=entry["label"], who=who)
            rows = self.log.rows_of(entry)
            self.log.begin(step.number)
            (take_back if kind is EntryKind.UNDO else bring_back)(self.connection, rows)
            at = self._clock()
            typing = _Typing("", who, step, position.last_row + 1, position.commit_number + 1, at, at)
            tables = self._finish(typing, position=position, at=at, unlogged=set())
        self._tell(tables)
        return str(entry["label"])

    def refuse_if_emptied(self) -> None:
        """Asked after an error: nothing of an office is found in a file that another program emptied."""
        if self._identity:
            self._identity.refuse_if_emptied()

    def close(self) -> None:
        try:
            if self._connection:
                # Where another file has come into its place, the journal beside it may be that one's.
                ours = not self.read_only and self._identity and self._identity.is_in_its_place()
                (let_go if ours else Connection.close)(self._connection)
        finally:
            if self._identity:
                self._identity.close()

    def end_typing(self) -> None:
        """The next edit begins an entry of its own."""
        self._typing = None

    @contextmanager
    def _writing(self) -> Iterator[Position]:
        if self.read_only or self._identity is None:
            raise OnlyReadable(READ_ONLY)
        self._identity.refuse_if_replaced()
        with told_calmly(), nothing_beside(self._path or Path()):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._identity.refuse_if_written()
                yield self.log.position()
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def _joined(self) -> Iterator[None]:
        self._nested += 1
        name = f"joined_{self._nested}"
        self.connection.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute(f"ROLLBACK TO {name}")
                self.connection.execute(f"RELEASE {name}")
            raise
        else:
            self.connection.execute(f"RELEASE {name}")
        finally:
            self._nested -= 1

    def _typing_for(self, position: Position, label: str, *, key: str, who: str, at: datetime) -> _Typing:
        typing = self._typing
        newest = typing and typing.commit_number == position.commit_number
        if typing and newest and typing.goes_on(key=key, who=who, at=at):
            return replace(typing, last=at, commit_number=position.commit_number + 1)
        number = position.commit_number + 1
        step = Step(number, label, who, undo_next=number)
        return _Typing(key, who, step, position.last_row + 1, number, at, at)

    def _step_back(self, kind: EntryKind, target: int, *, position: Position, label: str, who: str) -> Step:
        step = Step(position.commit_number + 1, label, who, kind, reverses=target)
        if kind is EntryKind.UNDO:
            below = self.log.before_entry(target)
            return replace(step, undo_next=below["undo_next"] if below else None, redo_next=target)
        below = self.log.before_entry(self.log.undo_of(target)["number"])
        return replace(step, undo_next=target, redo_next=below["redo_next"] if below else None)

    def _finish(
        self, typing: _Typing, *, position: Position, at: datetime, unlogged: set[str]
    ) -> frozenset[str]:
        """Seal and commit what was written, and leave no trace if nothing was; returns the tables changed."""
        written = self.log.rows_after(position.last_row)
        tables = frozenset(row["table_name"] for row in written) | unlogged
        if not tables:
            self._roll_back()
            return tables
        joins = typing.first_row <= position.last_row
        kept = not joins or self.log.merge_repeated_edit(first_row=typing.first_row, mark=position.last_row)
        number = position.commit_number + 1
        if not written:
            head = position.chain_head
        elif kept:
            head = self.log.seal(typing.step, made_at=at, first_row=typing.first_row)
        else:
            head = self.log.drop(typing.step.number)
        self.log.finish(commit_number=number, chain_head=head, who=typing.who, machine=machine_name(), at=at)
        self._commit(number, head)
        self._typing = typing if typing.key and written and kept else None
        return tables

    def _commit(self, number: int, head: str) -> None:
        """Commit; an error here does not mean "not saved", so the file is asked before anyone is told so."""
        try:
            self.connection.execute("COMMIT")
        except IntegrityError:
            raise
        except Error as error:
            if not self._saved_after_all(number, head):
                raise _not_saved(error) from error
        if self._identity:
            self._identity.take_note()

    def _saved_after_all(self, number: int, head: str) -> bool:
        """Asked over a new connection: the old one may hold what the disk does not."""
        self._roll_back()
        with suppress(Error):
            self.connection.close()
        self._connection = None
        position = self.log.position()
        return (position.commit_number, position.chain_head) == (number, head)

    def _roll_back(self) -> None:
        # The driver may have ended the transaction itself, as it does when the disk is full.
        with suppress(Error):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    def _tell(self, tables: frozenset[str]) -> None:
        if tables:
            self._announce(tables)


def _not_saved(error: Error) -> NotSaved:
    problem = problem_in(error)
    why = f" {problem.sentence}" if problem else ""
    return NotSaved(f"The last change was not saved; the office is as it was before it.{why}")

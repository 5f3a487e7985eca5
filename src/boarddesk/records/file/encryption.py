"""An office file put under a key, another one or none: written anew, compared, then exchanged."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from boarddesk.disk.drafts import draft_in
from boarddesk.disk.folders import sync_file, sync_folder
from boarddesk.disk.patience import is_full, patiently, remove, replace
from boarddesk.records.file.backups import back_up, backups_of
from boarddesk.records.file.change_log import ChangeLog
from boarddesk.records.file.check import faults_in
from boarddesk.records.file.conflict_copies import conflict_copies
from boarddesk.records.file.driver import Connection, attach, connect, export, let_go
from boarddesk.records.file.header import SCHEMA_VERSION, read_header
from boarddesk.records.file.held_files import looked_at
from boarddesk.records.file.keys import PAGE, FileKey, known, learn, salt_of
from boarddesk.records.file.lock import FileLock
from boarddesk.records.file.moments import now
from boarddesk.records.file.problems import (
    DAMAGED,
    PROTECTED,
    ChangedElsewhere,
    DamagedFile,
    damage_at_worst,
    told_calmly,
)
from boarddesk.records.file.second_place import is_within_reach, second_place
from boarddesk.records.file.shape import quoted
from boarddesk.rules.refused import FileProblem

_NOT_WRITTEN = (
    "{name} could not be written anew: another program may hold it. The file is as it was; try again."
)
_FULL = "{name} could not be written anew: the disk is full. Free some space, then try again."
_OLDER = "{name} is of another version of BoardDesk. Open it once to write, then try again."
_WRITTEN = "{name} was changed by another program meanwhile. The file is as it was then; try again."


@dataclass(frozen=True)
class OtherCopies:
    """Copies of an office that are not under its key: in the clear, or under an earlier one."""

    backups: tuple[Path, ...]
    beside: tuple[Path, ...]
    """Copies that stand beside the office; they are only named."""
    out_of_reach: Path | None = None
    """The second place for backups, where it cannot be looked at just now."""


def is_encrypted(path: Path) -> bool:
    return bool(_salt(path))


def put_under(
    path: Path,
    key: FileKey | None,
    *,
    who: str = "",
    at: datetime | None = None,
    take_over: bool = False,
) -> None:
    """Exchange the file for one under that key, or for one in the clear: the same office, change for change.

    Refused while somebody has it open, unless it is taken over from one who has fallen silent. Before the
    exchange the new file has been compared with the old one row by row, and a backup exists: never one in
    the clear.
    """
    moment = at or now()
    lock = FileLock.take(path, who=who, at=moment, take_over=take_over)
    try:
        if read_header(path).user_version != SCHEMA_VERSION:
            raise FileProblem(_OLDER.format(name=path.name))
        with _written_anew(path, key) as draft:
            if key is None:
                back_up(path, reason="before encryption was taken off", at=moment)
            else:
                back_up(draft.path, reason="encrypted", at=moment, office=path.stem)
            draft.exchange()
    finally:
        lock.release()


def bring_along(copies: OtherCopies, office: Path) -> list[Path]:
    """Put backups under the key of the office; those that cannot be read are left and returned."""
    key = known(_salt(office)) if is_encrypted(office) else None
    left = []
    for backup in copies.backups:
        try:
            with _written_anew(backup, key) as draft:
                draft.exchange()
        except FileProblem:
            left.append(backup)
    return left


def remove_copies(copies: OtherCopies) -> list[Path]:
    """Remove backups for good, only when the person said so; those another program holds are returned."""
    return [backup for backup in copies.backups if not remove(backup)]


def other_copies(path: Path) -> OtherCopies:
    """What lies in the backups and beside an office and opens otherwise than it does."""
    with told_calmly():
        connection = connect(path, read_only=True)
        try:
            file_id = ChangeLog(connection).position().file_id
        finally:
            connection.close()
    salt = _salt(path)
    second = second_place(file_id)
    there = second.folder if second and is_within_reach(second.folder) else None
    backups = [*backups_of(file_id), *(backups_of(file_id, there) if there else ())]
    beside = [*conflict_copies(path), *sorted(path.parent.glob(f"{path.name}.damaged-*"))]
    return OtherCopies(
        backups=tuple(backup.path for backup in backups if _salt(backup.path) != salt),
        beside=tuple(copy for copy in beside if _salt(copy) != salt),
        out_of_reach=second.folder if second and not there else None,
    )


def _salt(path: Path) -> bytes:
    """b"" too for what cannot be read."""
    with suppress(OSError):
        return salt_of(_first_page(path))
    return b""


def _first_page(path: Path) -> bytes:
    with looked_at(path) as file:
        return file.bytes_at(0, PAGE)


@dataclass(frozen=True)
class _Draft:
    """The new file, and the one it was made of as that began then."""

    path: Path
    original: Path
    began: bytes

    def exchange(self) -> None:
        """Nobody who minds our lock can have written; a page that changed tells of one who does not."""
        if _first_page(self.original) != self.began:
            raise ChangedElsewhere(_WRITTEN.format(name=self.original.name))
        replace(self.path, self.original)
        with suppress(OSError):  # it has its name; not every disk can be asked when that is sure
            sync_folder(self.original.parent)


@contextmanager
def _written_anew(path: Path, key: FileKey | None) -> Iterator[_Draft]:
    """The same office in a file beside it, on the disk and found to be the same; gone again at the end."""
    if key is not None:
        learn(key)
    try:
        with draft_in(path.parent) as draft:
            with damage_at_worst(), _held_still(path) as original:
                os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                export(original, draft, key=key)
                shutil.copymode(path, draft)
                patiently(lambda: sync_file(draft))
                _refuse_different(original, draft)
                began = _first_page(path)
            yield _Draft(draft, path, began)
    except OSError as error:
        why = _FULL if is_full(error) else _NOT_WRITTEN if os.access(path, os.W_OK) else PROTECTED
        raise FileProblem(why.format(name=path.name)) from error


@contextmanager
def _held_still(path: Path) -> Iterator[Connection]:
    """A connection that reads while nobody can write; what a program that was ended left is put right."""
    holding, reading = connect(path), None
    try:
        holding.execute("BEGIN")
        holding.execute("SELECT count(*) FROM file_meta").fetchone()
        reading = connect(path, read_only=True)
        yield reading
    finally:
        if reading is not None:
            reading.close()
        let_go(holding)


def _refuse_different(original: Connection, draft: Path) -> None:
    """Compare every table row by row, then look through the new file by itself."""
    attach(original, draft, name="copied")
    try:
        schemas = [
            original.execute(f"SELECT type, name, tbl_name, sql FROM {name}.sqlite_schema").fetchall()
            for name in ("main", "copied")
        ]
        if sorted(map(repr, schemas[0])) != sorted(map(repr, schemas[1])):
            raise DamagedFile(DAMAGED)
        tables = original.execute(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name <> ?", ("sqlite_schema",)
        )
        for table, without_rowid in tables.fetchall():
            columns = "*" if without_rowid else "rowid, *"
            rows = (
                original.execute(f"SELECT {columns} FROM {name}.{quoted(table)}")
                for name in ("main", "copied")
            )
            if any(before != after for before, after in zip_longest(*rows)):
                raise DamagedFile(DAMAGED)
    finally:
        original.execute("DETACH copied")
    copied = connect(draft, read_only=True)
    try:
        if faults_in(copied):
            raise DamagedFile(DAMAGED)
    finally:
        copied.close()

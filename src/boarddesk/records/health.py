"""How an office file is: where it lies, who has it, what was checked, sealed and backed up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from boarddesk.disk.places import place_of
from boarddesk.records.file.backups import Backup, backups_of, reading_file
from boarddesk.records.file.change_log import ChangeLog, EntryKind
from boarddesk.records.file.conflict_copies import conflict_copies
from boarddesk.records.file.driver import Error, fetch
from boarddesk.records.file.encryption import is_encrypted
from boarddesk.records.file.history import LogEntry
from boarddesk.records.file.last_check import CheckOfFile, last_check, remember_check
from boarddesk.records.file.lock import holder_of
from boarddesk.records.file.moments import Clock, now, read_stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.second_place import second_place
from boarddesk.records.file.snapshots import published_copy
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.sealing import seals
from boarddesk.records.reading import gathered
from boarddesk.records.verifying import CheckRun, verify
from boarddesk.rules.health.facts import (
    BackupState,
    FileCheck,
    FileHealth,
    Fingerprints,
    Opened,
    Published,
    SecondCopies,
    Whereabouts,
)
from boarddesk.rules.minutes.sealing import broken_seals
from boarddesk.rules.refused import FileProblem


def file_health(file: OfficeFile, *, with_copies: bool = True) -> FileHealth:
    """All that is known of an open file without reading it whole; copies beside it are looked for."""
    if file.path is None:
        raise ValueError("an office in memory has no health")
    path = file.path.absolute()
    return FileHealth(
        Whereabouts(path.name, str(path.parent), path.stat().st_size, place_of(path.parent)),
        opened=_opened(file, path),
        check=_checked(file),
        fingerprints=_fingerprints(file),
        backups=_backup_state(file),
        second=_second_copies(file),
        published=_published(file, path),
        copies_beside=tuple(copy.name for copy in conflict_copies(path)) if with_copies else (),
        notice=file.notice,
        encrypted=is_encrypted(path),
    )


def log_after(file: OfficeFile, backups: Sequence[Backup]) -> list[LogEntry]:
    """The log since the oldest of these backups, newest first, with the one entry before that."""
    oldest = min((backup.commit_number for backup in backups), default=file.commit_number)
    return file.log(limit=file.commit_number - oldest + 1)


def missing_from(backup: Backup, log: Sequence[LogEntry], *, commit_number: int) -> list[LogEntry]:
    """The entries of a log, newest first, that a backup does not hold or not all of.

    Typing that went on after the backup was made is still one entry, with the number it began under.
    """
    if backup.commit_number == commit_number:
        return []
    newer = [entry for entry in log if entry.number > backup.commit_number]
    typed_on = [entry for entry in log[len(newer) : len(newer) + 1] if entry.when > backup.made_at]
    return newer + typed_on or list(log[:1])


def in_force(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Those of a log, newest first, that were not undone since; what was undone and made again is one."""
    standing: list[LogEntry] = []
    for entry in reversed(entries):
        undone = [at for at, before in enumerate(standing) if before.label == entry.label]
        if entry.kind is EntryKind.UNDO and undone:
            standing.pop(undone[-1])
        else:
            standing.append(entry)
    return standing[::-1]


def check_file(
    path: Path, *, noticed: bool = False, clock: Clock = now, run: CheckRun | None = None
) -> list[str]:
    """Look through the whole file and remember when that was and what came of it."""
    began, at = time.monotonic(), clock()
    found = verify(path, noticed=noticed, run=run)
    with suppress(FileProblem, Error, OSError), reading_file(path) as connection:
        position = ChangeLog(connection).position()
        changes = fetch(connection, "SELECT count(*) AS n FROM change_entry")[0]["n"]
        seconds = time.monotonic() - began
        made = CheckOfFile(position.commit_number, changes, at, seconds, tuple(found))
        remember_check(position.file_id, made)
    return found


def wall(moment: datetime) -> datetime:
    """A moment of the log as the clock on the wall shows it here."""
    return moment.astimezone().replace(tzinfo=None)


def _opened(file: OfficeFile, path: Path) -> Opened | None:
    holder = holder_of(path)
    if holder is None:
        return None
    who = (file.who if not file.read_only else "") or holder.who
    return Opened(who, holder.machine, wall(read_stamp(holder.since)), here=not file.read_only)


def _checked(file: OfficeFile) -> FileCheck | None:
    made = last_check(file.file_id)
    if made is None or made.commit_number > file.commit_number:  # of a newer copy than this one
        return None
    since = _entries_after(file, made.commit_number)
    return FileCheck(wall(made.at), made.seconds, made.changes, made.faults, since)


def _fingerprints(file: OfficeFile) -> Fingerprints:
    confirmed = int(str(file.value("SELECT count(*) FROM minutes WHERE state = 'confirmed'")))
    held = seals(file)
    broken = {
        seal.meeting_id
        for of_board in gathered((seal.board_id, seal) for seal in held).values()
        for seal, _why in broken_seals(of_board)
    }
    last = max(held, key=lambda seal: (seal.sealed_on, seal.sequence), default=None)
    if last is None:
        return Fingerprints(confirmed, 0)
    return Fingerprints(
        confirmed, len(held) - len(broken), title(file, meeting(file, last.meeting_id)), last.code
    )


def _backup_state(file: OfficeFile) -> BackupState:
    made = backups_of(file.file_id)
    if not made:
        return BackupState(None, 0)
    newest = made[:1]
    waiting = missing_from(made[0], log_after(file, newest), commit_number=file.commit_number)
    return BackupState(
        wall(made[0].made_at), len(made), len(waiting), wall(waiting[-1].when) if waiting else None
    )


def _second_copies(file: OfficeFile) -> SecondCopies | None:
    """As it was when it was last reached: a folder that is away is not waited for here."""
    known = second_place(file.file_id)
    if known is None:
        return None
    last = wall(known.last_at) if known.last_at else None
    behind = _entries_after(file, known.commit_number)
    return SecondCopies(str(known.folder), known.kept, last, behind, known.trouble)


def _published(file: OfficeFile, path: Path) -> Published | None:
    copy = published_copy(file.file_id)
    if copy is None or copy.local != path:
        return None
    behind = _entries_after(file, copy.commit_number)
    return Published(str(copy.home.parent), wall(copy.at), behind, copy.trouble)


def _entries_after(file: OfficeFile, number: int) -> int:
    return int(str(file.value("SELECT count(*) FROM change_entry WHERE number > ?", (number,))))

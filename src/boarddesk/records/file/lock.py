"""The lock file beside an office file, advice between people; the database's own locks stay on."""

from __future__ import annotations

import getpass
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from boarddesk.disk import patience
from boarddesk.disk.drafts import draft_in
from boarddesk.disk.machine import machine_name
from boarddesk.disk.names import is_too_long
from boarddesk.disk.processes import beginning_of
from boarddesk.records.file.holder import (
    GARBLED,
    Holder,
    LockOnDisk,
    in_plain_letters,
    ours,
    read_lock,
    renew_lock,
)
from boarddesk.records.file.moments import read_stamp, stamp
from boarddesk.records.file.problems import LockedByAnother, OnlyReadable

_TO_READ = "You can open it to read only meanwhile."


def lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def holder_of(path: Path) -> Holder | None:
    """Who holds the file; a lock that does not say is held by somebody unknown since it was last written."""
    found = read_lock(lock_path(path))
    return found.holder if found else None


class FileLock:
    """Held while an office file is open to write."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self._path, self._lock = path, lock_path(path)
        self._holder = holder

    @classmethod
    def take(cls, path: Path, *, who: str, at: datetime, take_over: bool = False) -> FileLock:
        """Lock the file; raises LockedByAnother or OnlyReadable. With take_over a silent lock is put aside.

        Tried for about a second: one that is let go, written or held by a scanner just now is not judged.
        """
        holder = _new_holder(who, at)
        lock = lock_path(path)
        with _written_aside(path, holder) as (draft, disk_now):
            problem = _busy(path)
            for wait in (*patience.WAITS, 0):
                if _in_place(path, draft):
                    ours.add(holder.token)
                    return cls(path, holder)
                found = read_lock(lock)
                if found is not None:
                    free_from = found.free_from(at, disk_now=disk_now)
                    if found.holder.is_dead() or (take_over and found.may_be_moved and free_from <= at):
                        _put_aside(path, found)
                        continue
                    problem = _refusal(path, found, at=at, free_from=free_from)
                    if not found.trouble:
                        break
                time.sleep(wait)
        raise problem

    def beat(self, *, who: str, at: datetime) -> bool:
        """Say that we are still here; false if another holds the lock now, as only one that is read tells."""
        self._holder = replace(self._holder, who=in_plain_letters(who) or self._holder.who, beat=stamp(at))
        try:
            return renew_lock(self._lock, self._holder)
        except FileNotFoundError:  # tidied away, or put aside just now: we are here all the same
            with suppress(OnlyReadable), _written_aside(self._path, self._holder) as (draft, _):
                _in_place(self._path, draft)
        except (OSError, *GARBLED):  # a share that is away, a lock that is held: the next beat tells
            pass
        return True

    def release(self) -> None:
        for wait in (*patience.WAITS, 0):
            found = read_lock(self._lock)
            if found is None or not found.trouble:
                break
            time.sleep(wait)
        if found is not None and found.holder.token == self._holder.token:
            with suppress(
                OnlyReadable
            ):  # held by another program: known by its number for the dead one it is
                _put_aside(self._path, found)
        ours.discard(self._holder.token)


def _new_holder(who: str, at: datetime) -> Holder:
    return Holder(
        who=in_plain_letters(who or _login()),
        machine=in_plain_letters(machine_name()),
        pid=os.getpid(),
        since=stamp(at),
        beat=stamp(at),
        token=os.urandom(8).hex(),
        began=beginning_of(os.getpid()),
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


@contextmanager
def _written_aside(path: Path, holder: Holder) -> Iterator[tuple[Path, float]]:
    """The lock whole on the disk under another name, and the time by the clock of that disk."""
    with draft_in(path.parent) as draft:
        try:
            handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
            with os.fdopen(handle, "wb") as opened:
                opened.write(holder.written())
                opened.flush()
                os.fsync(handle)
                disk_now = os.fstat(handle).st_mtime
        except OSError as error:
            raise _unwritable(path, error) from error
        yield draft, disk_now


def _in_place(path: Path, draft: Path) -> bool:
    """Whether the lock came where nobody's stands."""
    try:
        patience.rename(draft, lock_path(path))
    except OSError as error:
        if isinstance(error, FileExistsError) or patience.is_held(error) or os.path.lexists(lock_path(path)):
            return False
        raise _unwritable(path, error) from error
    return True


def _put_aside(path: Path, judged: LockOnDisk) -> None:
    """Remove the lock that was judged, and only that one: another may have come in its place meanwhile."""
    with draft_in(path.parent) as aside:
        try:
            patience.replace(lock_path(path), aside)
        except FileNotFoundError:
            return
        except OSError as error:
            raise OnlyReadable(
                f"“{lock_path(path).name}”, the lock beside it, cannot be moved away: another program holds "
                f"it, or it is not yours. Try again in a little while. {_TO_READ}"
            ) from error
        there = read_lock(aside)
        if there is None or there.modified != judged.modified or (there != judged and not judged.trouble):
            with suppress(OSError):  # somebody has taken the place by now, or the next beat writes it anew
                patience.rename(aside, lock_path(path))


def _unwritable(path: Path, error: OSError) -> OnlyReadable:
    if patience.is_full(error):
        return OnlyReadable(
            f"The disk is full, so {path.name} can be opened to read only. Free some space, then try again."
        )
    if is_too_long(lock_path(path).name):
        return OnlyReadable(
            "That name is too long for the lock that is put beside an open office. "
            "It can be opened to read only; to change it, give the file a shorter name."
        )
    return OnlyReadable(
        f"{path.name} is in a folder that cannot be written. It can be opened to read only; "
        "to change it, copy it to a folder of your own."
    )


def _busy(path: Path) -> OnlyReadable:
    return OnlyReadable(
        f"{path.name} cannot be locked at the moment: another program has to do with "
        f"“{lock_path(path).name}” beside it. Try again in a little while. {_TO_READ}"
    )


def _refusal(path: Path, found: LockOnDisk, *, at: datetime, free_from: datetime) -> OnlyReadable:
    """What the person is told, and when the lock may be taken over."""
    lock, holder = lock_path(path).name, found.holder
    if not found.may_be_moved:
        return OnlyReadable(
            f"{path.name} cannot be opened to write: “{lock}” beside it, where its lock stands, "
            f"{found.trouble}. Move that away if you are sure that nobody has the office open. {_TO_READ}"
        )
    may_be_taken = free_from <= at
    free = f"{free_from.astimezone() + timedelta(seconds=59):%H:%M}"
    if found.trouble:
        first = f"{path.name} may be open already, with somebody unknown: its lock “{lock}” {found.trouble}."
        then = f"If the lock stays as it is, it can be taken over from {free} on."
        if may_be_taken:
            then = "It has stood so for ten minutes: take it over if you are sure that nobody has it open."
    else:
        first = (
            f"{path.name} is open already: {holder.who} on {holder.machine or 'another machine'}"
            f"{_since(holder, at)}. Its lock is “{lock}”."
        )
        then = f"If nothing more is heard from there, it can be taken over from {free} on."
        if may_be_taken:
            then = (
                "Nothing has been heard from there for ten minutes: "
                "take it over if you are sure that it is closed there."
            )
    return LockedByAnother(
        f"{first} {_TO_READ} {then}",
        who=holder.who,
        machine=holder.machine,
        since=read_stamp(holder.since),
        may_be_taken=may_be_taken,
    )


def _since(holder: Holder, at: datetime) -> str:
    try:
        since = read_stamp(holder.since).astimezone()
    except (OSError, OverflowError, ValueError):  # Windows knows no local time before 1970
        return ""
    year = "" if since.year == at.year else f" {since.year}"
    return f", since {since:%H:%M} on {since.day} {since:%B}{year}"

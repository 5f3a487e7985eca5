"""The lock file beside an office file, advice between people; the database's own locks stay on."""

from __future__ import annotations

import getpass
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from boarddesk.disk.machine import machine_name
from boarddesk.disk.processes import is_alive
from boarddesk.records.file.moments import read_stamp, stamp
from boarddesk.records.file.problems import LockedByAnother, OnlyReadable

SILENT = timedelta(minutes=10)

_ours: set[str] = set()  # tokens of the locks this process holds: a process number may come round again


@dataclass(frozen=True)
class Holder:
    """Who holds a file, as its lock file says."""

    who: str
    machine: str
    pid: int
    since: str
    beat: str
    token: str

    def is_dead(self) -> bool:
        """Certainly gone: a process of this machine that is no more."""
        if self.machine != machine_name():
            return False
        return self.token not in _ours if self.pid == os.getpid() else not is_alive(self.pid)

    def is_silent(self, at: datetime) -> bool:
        """Unheard of for ten minutes: the person may decide that it is gone."""
        return at - read_stamp(self.beat) >= SILENT


def lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def holder_of(path: Path) -> Holder | None:
    """Who holds the file; an unreadable lock is held by somebody unknown since it was last written."""
    lock = lock_path(path)
    try:
        text, written = lock.read_text("utf-8"), lock.stat().st_mtime
    except OSError:
        return None
    try:
        return _holder(json.loads(text))
    except (ValueError, TypeError, KeyError):
        when = stamp(datetime.fromtimestamp(written).astimezone())
        return Holder("somebody", "another machine", 0, when, when, "")


def _holder(told: dict[str, object]) -> Holder:
    for moment in ("since", "beat"):
        read_stamp(str(told[moment]))
    return Holder(
        who=str(told["who"]),
        machine=str(told["machine"]),
        pid=int(str(told["pid"])),
        since=str(told["since"]),
        beat=str(told["beat"]),
        token=str(told["token"]),
    )


class FileLock:
    """Held while an office file is open to write."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self._path = path
        self._holder = holder

    @classmethod
    def take(cls, path: Path, *, who: str, at: datetime, take_over: bool = False) -> FileLock:
        """Lock the file; raises LockedByAnother. With take_over a silent holder is put aside."""
        holder = Holder(
            who or _login(), machine_name(), os.getpid(), stamp(at), stamp(at), token=os.urandom(8).hex()
        )
        while not _written(path, holder):
            other = holder_of(path)
            if other is None:
                continue  # let go a moment ago
            if not (other.is_dead() or (take_over and other.is_silent(at))):
                raise _locked(path, other, at=at)
            _put_aside(lock_path(path), other)
        _ours.add(holder.token)
        return cls(path, holder)

    def beat(self, *, who: str, at: datetime) -> bool:
        """Say that we are still here; false if the lock is no longer ours."""
        if not self._is_ours():
            return False
        self._holder = replace(self._holder, who=who or self._holder.who, beat=stamp(at))
        with suppress(OSError):  # a share that is away for a moment: the next beat tells
            lock_path(self._path).write_text(json.dumps(asdict(self._holder)), "utf-8")
        return True

    def release(self) -> None:
        if self._is_ours():
            with suppress(OSError):
                lock_path(self._path).unlink()
        _ours.discard(self._holder.token)

    def _is_ours(self) -> bool:
        there = holder_of(self._path)
        return there is not None and there.token == self._holder.token


def _written(path: Path, holder: Holder) -> bool:
    """Make the lock file, if nobody has."""
    try:
        handle = os.open(lock_path(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        return False
    except OSError as error:
        raise OnlyReadable(
            f"{path.name} is in a folder that cannot be written. It can be opened to read only; "
            "to change it, copy it to a folder of your own."
        ) from error
    with os.fdopen(handle, "w", encoding="utf-8") as lock:
        lock.write(json.dumps(asdict(holder)))
    return True


def _put_aside(lock: Path, other: Holder) -> None:
    """Remove the lock that was judged, and only that one: another may have come in its place meanwhile."""
    aside = lock.with_name(f"{lock.name}.{os.urandom(4).hex()}")
    with suppress(FileNotFoundError):
        lock.rename(aside)
        if other.token and other.token not in aside.read_text("utf-8", errors="replace"):
            aside.rename(lock)
        else:
            aside.unlink()


def _locked(path: Path, other: Holder, *, at: datetime) -> LockedByAnother:
    since = read_stamp(other.since)
    local = since.astimezone()
    silent = other.is_silent(at)
    quiet = " Nothing has been heard from there for ten minutes." if silent else ""
    return LockedByAnother(
        f"{path.name} is open already: {other.who} on {other.machine}, "
        f"since {local:%H:%M} on {local.day} {local:%B}.{quiet} You can open it to read only meanwhile.",
        who=other.who,
        machine=other.machine,
        since=since,
        may_be_taken=silent,
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"

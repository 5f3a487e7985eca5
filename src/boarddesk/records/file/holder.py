"""Who holds an office file, as the lock beside it says, or why nobody can tell."""

from __future__ import annotations

import json
import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from boarddesk.disk.machine import machine_name
from boarddesk.disk.patience import is_held
from boarddesk.disk.processes import beginning_of, is_alive
from boarddesk.records.file.moments import read_stamp, stamp

SILENT = timedelta(minutes=10)

LONGEST = 8192
"""Bytes of a lock; ours have 2,048, so that a beat never asks a full disk for more."""
_SIZE = 2048
GARBLED = (ValueError, TypeError, KeyError, OverflowError, RecursionError)
_LONGEST_NAME = 80

ours: set[str] = set()
"""Tokens of the locks this process holds: its number may have been another's."""


@dataclass(frozen=True)
class Holder:
    """Who holds a file, as its lock file says."""

    who: str
    machine: str
    pid: int
    since: str
    beat: str
    token: str
    began: str = ""
    """When the process began, as its machine counts; older locks do not say."""

    def is_dead(self) -> bool:
        """Certainly gone: a process of this machine that is no more, or whose number another has now."""
        if not self.machine or self.machine != in_plain_letters(machine_name()):
            return False
        if self.pid == os.getpid():
            return self.token not in ours
        if not is_alive(self.pid):
            return True
        began = beginning_of(self.pid) if self.began else ""
        return began not in ("", self.began)

    def written(self) -> bytes:
        return json.dumps(asdict(self)).encode().ljust(_SIZE)


@dataclass(frozen=True)
class LockOnDisk:
    """A lock as it was found."""

    holder: Holder
    trouble: str
    """Why it does not say whose it is; then the holder is somebody unknown since it was last written."""
    may_be_moved: bool
    """Whether it is a file: anything else was put there by people, who alone may move it away."""
    modified: float
    """When it was last written, by the clock of its disk."""

    def free_from(self, at: datetime, *, disk_now: float) -> datetime:
        """When it will have been silent for ten minutes, if nothing more is heard.

        Heard of is whoever wrote the lock within ten minutes by the clock of its disk, `disk_now`, or says
        so by ours, `at`. A moment further ahead than that is of a clock that was wrong, and tells nothing.
        """
        quiet = [disk_now - self.modified]
        if not self.trouble:
            quiet.append((at - read_stamp(self.holder.beat)).total_seconds())
        longest = SILENT.total_seconds()
        left = [longest - seconds for seconds in quiet if abs(seconds) < longest]
        return at + timedelta(seconds=max(left, default=0))


def read_lock(lock: Path) -> LockOnDisk | None:
    """The lock that stands there just now; None where there is none, and only then."""
    try:
        details = os.lstat(lock)
        if trouble := _trouble_of(details):
            return _of_somebody(trouble, details)
        with _opened(lock, os.O_RDONLY) as handle:
            content = os.read(handle, LONGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unread(lock, f"cannot be read: {_why(error)}")
    try:
        holder = holder_in(content)
    except GARBLED:
        return _of_somebody("says nothing that can be read" if content.strip() else "is empty", details)
    return LockOnDisk(holder, "", True, details.st_mtime)


def renew_lock(lock: Path, holder: Holder) -> bool:
    """Write a beat over the lock; false where it is another's. Raises OSError, or one of GARBLED.

    One that was put aside and replaced meanwhile is written where it lies: never another's.
    """
    with _opened(lock, os.O_RDWR) as handle:
        if holder_in(os.read(handle, LONGEST + 1)).token != holder.token:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, holder.written())
    return True


def holder_in(content: bytes) -> Holder:
    """Raises one of GARBLED where the bytes tell of nobody."""
    if len(content) > LONGEST:
        raise ValueError("longer than any lock")
    told = json.loads(content.decode("utf-8"))
    for moment in ("since", "beat"):
        read_stamp(told[moment])
    pid = int(told["pid"])
    if not 0 <= pid < 1 << 32:
        raise ValueError("no process has such a number")
    return Holder(
        who=in_plain_letters(told["who"]) or "somebody",
        machine=in_plain_letters(told["machine"]),
        pid=pid,
        since=told["since"],
        beat=told["beat"],
        token=str(told["token"]),
        began=str(told.get("began", "")),
    )


def in_plain_letters(text: object) -> str:
    """One short line in which nothing moves a cursor, colours a terminal or turns the writing round."""
    letters = (
        " " if unicodedata.category(letter) in _GAPS else letter
        for letter in str(text)[: 4 * _LONGEST_NAME]
        if unicodedata.category(letter) not in _UNSEEN
    )
    return " ".join("".join(letters).split())[:_LONGEST_NAME]


_GAPS = {"Cc", "Zl", "Zp", "Zs"}
_UNSEEN = {"Cf", "Cn", "Co", "Cs"}


def _trouble_of(details: os.stat_result) -> str:
    if stat.S_ISREG(details.st_mode):
        return ""
    if stat.S_ISDIR(details.st_mode):
        return "is a folder"
    return "is a link to elsewhere" if stat.S_ISLNK(details.st_mode) else "is no ordinary file"


@contextmanager
def _opened(lock: Path, how: int) -> Iterator[int]:
    """Never waits, nor follows, should something else have come into its place meanwhile."""
    wary = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(lock, how | wary)
    try:
        yield handle
    finally:
        os.close(handle)


def _why(error: OSError) -> str:
    if is_held(error):
        return "another program holds it, or it is not yours to read"
    return "it is not yours to read" if isinstance(error, PermissionError) else "the disk refused it"


def _unread(lock: Path, trouble: str) -> LockOnDisk | None:
    try:
        return _of_somebody(trouble, os.lstat(lock))
    except FileNotFoundError:
        return None
    except OSError:
        return LockOnDisk(_somebody(0), trouble, False, 0)


def _of_somebody(trouble: str, details: os.stat_result) -> LockOnDisk:
    """Of unknown hands, judged by when it was last written."""
    is_file = stat.S_ISREG(details.st_mode)
    return LockOnDisk(_somebody(details.st_mtime), trouble, is_file, details.st_mtime)


def _somebody(modified: float) -> Holder:
    try:
        when = stamp(datetime.fromtimestamp(modified, UTC))
    except (OSError, OverflowError, ValueError):
        when = stamp(datetime.fromtimestamp(0, UTC))
    return Holder("somebody", "another machine", 0, when, when, "")

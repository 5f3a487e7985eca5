"""What can be wrong with an office file, each as a calm sentence and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from boarddesk.records.file.driver import NOT_TEXT, Error
from boarddesk.rules.refused import FileProblem


class OnlyReadable(FileProblem):
    """The file can be opened, but only to read."""


class NewerFile(OnlyReadable):
    """Written by a later BoardDesk, whose records this one might not understand."""


class LockedByAnother(OnlyReadable):
    """Somebody else has the file open."""

    def __init__(self, sentence: str, *, who: str, machine: str, since: datetime, may_be_taken: bool) -> None:
        super().__init__(sentence)
        self.who = who
        self.machine = machine
        self.since = since
        self.may_be_taken = may_be_taken


class DamagedFile(FileProblem):
    """The bytes on the disk are not what was written."""


class ChangedElsewhere(FileProblem):
    """The file was replaced, moved or written by another program while it was open here."""


class NotSaved(FileProblem):
    """The last change could not be written; the file is as it was before it."""


DAMAGED = (
    "This office file is damaged and cannot be read safely. Nothing was written to it. "
    "Restore the newest backup to a new file, and keep this one."
)
PROTECTED = (
    "{name} is protected from writing, so nothing can take its place. It is as it was: take the mark "
    "“Read-only” off in its properties first."
)
_BUSY = "Another program is using this office file at the moment. Wait a little and try again."
_READ_ONLY = "This office file cannot be written here. Save a copy in a folder of your own and open that."
_DISK = "The disk could not be read or written. Check the drive or the network, then try again."
_FULL = "The disk is full, so nothing was changed. Free some space, then try again."
_GONE = (
    "This office file cannot be opened. It may have been moved, another program may hold it, "
    "or you may not be allowed to open it."
)

# Said under the code of a mistake in the SQL, which these are not.
_SIGNS_OF_DAMAGE = (
    *(NOT_TEXT, "malformed JSON", "malformed database schema"),
    *("unsupported file format", "unable to open a database", "non-deterministic use of date()"),
)

_CANNOT_OPEN: Final = 14

_SENTENCES: dict[int, tuple[type[FileProblem], str]] = {
    3: (FileProblem, _GONE),  # PERM
    5: (FileProblem, _BUSY),  # BUSY
    6: (FileProblem, _BUSY),  # LOCKED
    8: (OnlyReadable, _READ_ONLY),  # READONLY
    10: (FileProblem, _DISK),  # IOERR
    11: (DamagedFile, DAMAGED),  # CORRUPT
    13: (FileProblem, _FULL),  # FULL
    _CANNOT_OPEN: (FileProblem, _GONE),
    15: (FileProblem, _BUSY),  # PROTOCOL
    22: (FileProblem, _DISK),  # NOLFS
    26: (DamagedFile, DAMAGED),  # NOTADB
}


_LEFT = (
    "{name} was left in the middle of a change by a program that stopped. Open it once to write, so that it "
    "is put right; until then a copy of it needs “{name}-journal” beside it."
)
_FOLDER = (
    "Nothing can be written beside {name} any more, so nothing was changed. "
    "Make its folder writable again, or save a copy in a folder of your own and open that."
)


def problem_in(error: Error) -> FileProblem | None:
    """The trouble with the file behind a driver's error; none where the mistake is in our own code."""
    if str(error).startswith(_SIGNS_OF_DAMAGE):
        return DamagedFile(DAMAGED)
    code = getattr(error, "sqlite_errorcode", None)
    known = _SENTENCES.get(code & 0xFF) if isinstance(code, int) else None
    return known[0](known[1]) if known else None


@contextmanager
def told_calmly() -> Iterator[None]:
    """Turn the driver's errors about the file into sentences; let everything else through as it is."""
    try:
        yield
    except Error as error:
        problem = problem_in(error)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def only_reading(path: Path) -> Iterator[None]:
    """Where nothing is written, a refusal to write says that a change is to be taken back first."""
    try:
        yield
    except OnlyReadable as problem:
        raise FileProblem(_LEFT.format(name=path.name)) from problem


@contextmanager
def nothing_beside(path: Path) -> Iterator[None]:
    """While a file that is there is written, one that cannot be opened is the journal beside it."""
    try:
        yield
    except Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != _CANNOT_OPEN:
            raise
        raise NotSaved(_FOLDER.format(name=path.name)) from error


@contextmanager
def damage_at_worst() -> Iterator[None]:
    """For the log's own tables and fixed queries, whose errors and values only damage explains.

    A value that cannot be is a ValueError of whoever reads it; whatever else goes wrong is our own mistake.
    """
    try:
        yield
    except Error as error:
        raise problem_in(error) or DamagedFile(DAMAGED) from error
    except ValueError as error:  # of JSON, moments and kinds of entries
        raise DamagedFile(DAMAGED) from error

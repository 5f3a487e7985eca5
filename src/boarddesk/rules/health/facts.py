"""What is known of an office file, as plain facts; moments are those of the clock on the wall here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a folder is kept on."""

    DISK = "local disk"
    SHARE = "network share"
    SYNCED = "synced folder"


@dataclass(frozen=True)
class Place:
    """What a folder is kept on, and the name of who synchronises or serves it, where it is known."""

    kind: PlaceKind = PlaceKind.DISK
    name: str = ""


@dataclass(frozen=True)
class Whereabouts:
    """Where the office file lies."""

    name: str
    folder: str
    size: int
    place: Place


@dataclass(frozen=True)
class Opened:
    """Who has the file open to write; `here` is this very program."""

    who: str
    machine: str
    since: datetime
    here: bool


@dataclass(frozen=True)
class FileCheck:
    """The last full check this machine made; `since` counts the changes made after it."""

    at: datetime
    seconds: float
    changes: int
    faults: tuple[str, ...]
    since: int = 0


@dataclass(frozen=True)
class Fingerprints:
    """How many minutes are confirmed, how many of them carry their fingerprint, and the last of these."""

    confirmed: int
    sealed: int
    last_title: str = ""
    last_code: str = ""


@dataclass(frozen=True)
class BackupState:
    """The newest backup, how many are kept, and what waits for the next: how many changes, since when."""

    last: datetime | None
    kept: int
    waiting: int = 0
    waits_since: datetime | None = None


@dataclass(frozen=True)
class SecondCopies:
    """The second place for backups as it was when last reached; `trouble` says why it was not since."""

    folder: str
    kept: int
    last: datetime | None
    behind: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class Published:
    """The copy published in a synced folder while the office is worked on here."""

    folder: str
    last: datetime
    behind: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class FileHealth:
    """Everything the page and the command line say of a file."""

    whereabouts: Whereabouts
    opened: Opened | None
    check: FileCheck | None
    fingerprints: Fingerprints
    backups: BackupState
    second: SecondCopies | None = None
    published: Published | None = None
    copies_beside: tuple[str, ...] = ()
    notice: str = ""
    encrypted: bool = False

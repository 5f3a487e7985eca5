"""The backups as rows: when, why it is kept, what it holds, how many changes were made since."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from boarddesk.records.file.backups import Backup, backups_folder, backups_of, newest_last
from boarddesk.records.file.history import LogEntry
from boarddesk.records.file.holdings import holdings_in
from boarddesk.records.file.keys import KeyNeeded
from boarddesk.records.file.moments import now
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.health import log_after, missing_from, wall
from boarddesk.rules.health.holdings import Holdings
from boarddesk.rules.health.sentences import day_and_time
from boarddesk.rules.health.thinning import RECENT, kept_for
from boarddesk.rules.refused import FileProblem
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

COLUMNS = (
    Column("when", "When", 164, names=True),
    Column("why", "Kept because", 200, stretch=True),
    Column("holds", "What it holds", 190, ink=Ink.MUTED, stretch=True),
    Column("since", "Changes since", 120, Kind.NUMBER),
)
AT_A_TIME = 8
"""Backups opened in one go beside the window's work."""

_WAITS = "…"


class Shut(StrEnum):
    """Why it is not known what a backup holds, as the table says it."""

    UNREADABLE = "cannot be read"
    UNDER_ANOTHER_KEY = "under an earlier passphrase"


Seen = Holdings | Shut
"""What a backup holds, or why that is not known."""


@dataclass(frozen=True)
class KeptBackup:
    """A backup with why it is kept and what was done since."""

    backup: Backup
    why: str
    since: tuple[LogEntry, ...]

    @property
    def place(self) -> str:
        """Where it is kept."""
        return "this computer" if backups_folder() in self.backup.path.parents else "the second place"

    @property
    def made_at(self) -> datetime:
        """By the clock on the wall."""
        return wall(self.backup.made_at)

    @property
    def title(self) -> str:
        """`Before import`, `Kept for the week`."""
        if self.backup.reason:
            return f"{self.why[:1].upper()}{self.why[1:]}"
        return "Made by itself" if self.why == RECENT else f"Kept for the {self.why}"

    @property
    def size(self) -> int:
        """In bytes; nothing where it went away."""
        try:
            return self.backup.path.stat().st_size
        except OSError:
            return 0


def kept_backups(file: OfficeFile, elsewhere: Sequence[Backup] = ()) -> list[KeptBackup]:
    """Those of this computer, and those that only another place was found to have, newest first."""
    first = backups_of(file.file_id)
    names, number = {backup.path.name for backup in first}, file.commit_number
    more = [backup for backup in elsewhere if backup.path.name not in names]
    made = sorted([*first, *more], key=newest_last, reverse=True)
    why = kept_for([backup.made_at for backup in made], at=now())
    log = log_after(file, made)
    return [
        KeptBackup(backup, backup.reason or reason, tuple(missing_from(backup, log, commit_number=number)))
        for backup, reason in zip(made, why, strict=True)
    ]


class KnownHoldings:
    """What backups hold, each opened once: they never change."""

    def __init__(self) -> None:
        self._known: dict[str, Seen] = {}

    def of(self, backup: Backup) -> Seen | None:
        """None while nobody has opened it."""
        return self._known.get(str(backup.path))

    def forget(self, backup: Backup) -> None:
        """Open it anew: its key came to be known."""
        self._known.pop(str(backup.path), None)

    def unread(self, backups: Sequence[KeptBackup]) -> list[Backup]:
        """The next that nobody has opened yet."""
        unknown = [kept.backup for kept in backups if str(kept.backup.path) not in self._known]
        return unknown[:AT_A_TIME]

    def take(self, found: Sequence[tuple[Backup, Seen]]) -> None:
        """Keep what was found."""
        self._known.update((str(backup.path), held) for backup, held in found)

    def words(self, backup: Backup) -> str:
        """`26 meetings, 43 actions`."""
        held = self.of(backup)
        return held.sentence if isinstance(held, Holdings) else held or _WAITS


def reading(backups: Sequence[Backup]) -> Callable[[], list[tuple[Backup, Seen]]]:
    """A job that opens these backups and counts."""

    def look() -> Iterator[tuple[Backup, Seen]]:
        for backup in backups:
            try:
                yield backup, holdings_in(backup)
            except KeyNeeded:
                yield backup, Shut.UNDER_ANOTHER_KEY
            except FileProblem:
                yield backup, Shut.UNREADABLE

    return lambda: list(look())


def rows_of(backups: Sequence[KeptBackup], known: KnownHoldings) -> list[Row]:
    """As the table shows them."""
    today = wall(now())
    return [
        Row(
            str(kept.backup.path),
            {
                "when": Cell(day_and_time(kept.made_at, now=today), sort=-place),
                "why": kept.why or "–",
                "holds": known.words(kept.backup),
                "since": Cell(f"{len(kept.since):,}", sort=len(kept.since)),
            },
        )
        for place, kept in enumerate(backups)
    ]

"""How the window opens, makes, checks, backs up and lets go of office files."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from boarddesk.disk.delivery_notes import notes_of
from boarddesk.records.file import backups
from boarddesk.records.file.conflict_copies import conflict_copies
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem


class OpenFile(Protocol):
    """Opens an office, for writing or to read only; `take_over` puts a silent lock aside."""

    def __call__(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> OfficeFile:
        """Raises FileProblem with a sentence."""


@dataclass(frozen=True)
class Rescue:
    """The newest backup of a damaged file: what it holds, and what puts it there, over a silent lock too."""

    holds: str
    run: Callable[[bool], object]


@dataclass(frozen=True)
class Keepers:
    """The functions the window keeps files with, given from outside so that tests can give their own.

    Backing up and checking take a path: they are done off the window's thread, over a connection of their
    own.
    """

    open_file: OpenFile
    create_file: Callable[[Path], OfficeFile]
    make_sample: Callable[[Path], Path]
    back_up: Callable[[Path], datetime]
    last_backup: Callable[[OfficeFile], datetime | None]
    backup_due: Callable[[OfficeFile], bool]
    faults: Callable[[Path], Sequence[str]]
    copies_beside: Callable[[Path], Sequence[Path]]
    rescue: Callable[[Path], Rescue | None]
    damage_behind: Callable[[Path | None], FileProblem | None] = lambda _path: None
    complete_deliveries: Callable[[OfficeFile], Sequence[str]] = lambda _file: ()


def plain_keepers() -> Keepers:
    """Files are kept through records."""
    return Keepers(
        open_file=_open,
        create_file=_create,
        make_sample=_make_sample,
        back_up=_back_up,
        last_backup=_last_backup,
        backup_due=backups.due,
        faults=_faults,
        copies_beside=conflict_copies,
        rescue=_rescue,
        damage_behind=_damage_behind,
        complete_deliveries=_complete_deliveries,
    )


def _open(path: Path, *, read_only: bool = False, take_over: bool = False) -> OfficeFile:
    return OfficeFile.open(path, read_only=read_only, take_over=take_over, who=_login())


def _create(path: Path) -> OfficeFile:
    return OfficeFile.create(path, office=path.stem, who=_login())


def _login() -> str:
    """Who is at this computer, as the history names them; nobody where it cannot be told."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _make_sample(path: Path) -> Path:
    # Imported here, so that the first window does not wait for it.
    from boarddesk.sample.office import make_sample

    return make_sample(path)


def _faults(path: Path) -> Sequence[str]:
    """What this machine remembers of the file was said as it was opened."""
    # Imported here, so that the first window does not wait for it.
    from boarddesk.records.health import check_file

    return check_file(path, noticed=True)


def _damage_behind(path: Path | None) -> FileProblem | None:
    from boarddesk.records.verifying import damage_behind

    return damage_behind(path)


def _complete_deliveries(file: OfficeFile) -> Sequence[str]:
    if not notes_of(file.file_id):
        return ()
    from boarddesk.issuing.completing import complete_deliveries

    return complete_deliveries(file)


def _back_up(path: Path) -> datetime:
    return _local(backups.back_up(path).made_at)


def _last_backup(file: OfficeFile) -> datetime | None:
    made = backups.backups_of(file.file_id)
    return _local(made[0].made_at) if made else None


def _rescue(path: Path) -> Rescue | None:
    newest = backups.newest_of(path)
    if newest is None:
        return None
    holds = backups.contents(newest).sentence
    return Rescue(
        holds,
        lambda take_over: backups.restore_in_place(newest, path, who=_login(), take_over=take_over),
    )


def _local(moment: datetime) -> datetime:
    """A moment of the log as the clock on the wall shows it."""
    return moment.astimezone().replace(tzinfo=None)

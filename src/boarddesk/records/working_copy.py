"""Working on a local copy of an office that lies in a synced folder, and going back to work there."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from pathlib import Path

from boarddesk.disk.machine import machine_name
from boarddesk.disk.patience import remove, rename
from boarddesk.disk.places import place_of
from boarddesk.disk.saving import stands
from boarddesk.records.file.backups import back_up
from boarddesk.records.file.moments import now, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.second_place import copy_backup
from boarddesk.records.file.snapshots import (
    PublishedCopy,
    PublishedSign,
    begin_publishing,
    end_publishing,
    head_at,
    published_copy,
)
from boarddesk.rules.health.facts import PlaceKind
from boarddesk.rules.refused import FileProblem, Refused

BEFORE = "before working on a local copy"
AFTER = "before working there again"


def work_locally(file: OfficeFile, folder: Path) -> Path:
    """Copy an open office, checked, into a local folder from which it is published; where it is then.

    Nothing may be written until the one it was copied from is closed.
    """
    home, local = _path_of(file), folder.absolute() / _path_of(file).name
    kind = place_of(folder).kind
    if kind is not PlaceKind.DISK:
        raise Refused(f"That is a {kind} too. Choose a folder on this computer alone, such as Documents.")
    made = back_up(home, reason=BEFORE)
    copy_backup(made.path, local)
    at = now()
    sign = PublishedSign(file.file_id, file.who, machine_name(), str(local), stamp(at))
    try:
        begin_publishing(PublishedCopy(home, local, made.commit_number, head_at(made.path), at), sign)
    except BaseException:
        remove(local)  # made a moment ago
        raise
    return local


def work_there_again(file: OfficeFile) -> Path:
    """Publish the last changes and make the published copy the office again; where that is."""
    copy = published_copy(file.file_id)
    if copy is None or copy.local != _path_of(file):
        raise Refused("This office is not published from here.")
    made = back_up(copy.local, reason=AFTER)
    copy = published_copy(file.file_id) or copy
    if copy.trouble or copy.commit_number != made.commit_number:
        raise FileProblem(f"The last changes are not in the published copy yet. {copy.trouble}".strip())
    end_publishing(file.file_id, copy)
    return copy.home


def put_by(local: Path, *, at: datetime) -> Path:
    """The local file is kept, under a name that says until when it was worked on; it must be closed.

    Where it is then: under its old name where another program holds it.
    """
    day = at.astimezone()
    kept = free_name(local, f"{local.stem}, until {day.day} {day:%B %Y}")
    try:
        rename(local, kept)
    except OSError:
        return local
    return kept


def free_name(path: Path, stem: str) -> Path:
    """A name beside the path which nothing has yet."""
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(free for name in names if not stands(free := path.with_name(name + path.suffix)))


def _path_of(file: OfficeFile) -> Path:
    if file.path is None:
        raise ValueError("an office in memory is nowhere")
    return file.path.absolute()

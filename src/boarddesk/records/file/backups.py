"""Backups: verified copies in the user's data folder, thinned as they age, restored to a new file only."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from boarddesk.disk.drafts import draft_in
from boarddesk.disk.folders import data_folder, sync_file, sync_folder
from boarddesk.disk.patience import is_full, is_held, patiently, remove, rename
from boarddesk.records.file.change_log import ChangeLog, EntryKind, Step
from boarddesk.records.file.check import faults_in
from boarddesk.records.file.driver import Connection, connect, fetch, let_go
from boarddesk.records.file.header import read_header
from boarddesk.records.file.ids import random_id
from boarddesk.records.file.lock import FileLock
from boarddesk.records.file.moments import now, read_stamp, stamp
from boarddesk.records.file.problems import DAMAGED, DamagedFile, damage_at_worst, only_reading, told_calmly
from boarddesk.records.file.remembered import last_at
from boarddesk.records.file.second_place import (
    Holds,
    copy_backup,
    fill_second_place,
    is_within_reach,
    second_place,
)
from boarddesk.records.file.snapshots import publish
from boarddesk.records.file.whole import give_name, office_draft, put_in_place, refuse_taken
from boarddesk.rules.health.thinning import WAIT, kept_for
from boarddesk.rules.refused import FileProblem

_NAME = re.compile(
    r"(?:[\w ,.-]+ )?(?P<number>\d{10}) (?P<at>\d{8}T\d{6})Z(?: (?P<reason>[\w ,.-]+))?\.boarddesk"
)
"""The office's own name, once it has one, then the change it holds and when; older copies have no name."""


class OpenOffice(Protocol):
    """An open office, as far as backing it up goes."""

    @property
    def file_id(self) -> str: ...

    @property
    def commit_number(self) -> int: ...


@dataclass(frozen=True)
class Backup:
    """One verified copy, as its name tells it."""

    path: Path
    file_id: str
    commit_number: int
    made_at: datetime
    reason: str


@dataclass(frozen=True)
class Contents:
    """What a backup holds, to pick it by."""

    office: str
    last_change: str
    last_at: datetime
    counts: dict[str, int]

    @property
    def sentence(self) -> str:
        held = ", ".join(f"{count} {noun}" for noun, count in self.counts.items())
        return f"after “{self.last_change}”, {self.last_at.day} {self.last_at:%B %Y}: {held}"


COUNTED = {"meetings": "meeting", "people": "person", "actions": "action", "risks": "risk"}


def back_up(
    path: Path, folder: Path | None = None, *, reason: str = "", at: datetime | None = None, office: str = ""
) -> Backup:
    """Make a verified backup, unless the newest holds this very state already, and thin the older ones."""
    moment = at or now()
    with told_calmly(), reading_file(path) as connection:
        position = ChangeLog(connection).position()
        place = (folder or backups_folder()) / position.file_id
        newest = _newest(place)
        if newest and newest.commit_number == position.commit_number and not reason:
            publish(position.file_id, newest.path, newest.commit_number, office=path, at=moment)
            return newest
        made = _make(connection, place, office=office or path.stem, reason=reason, at=moment)
    thin(place, at=moment)
    if folder is None:
        carry_over(made.file_id, most=1, at=moment)
        publish(made.file_id, made.path, made.commit_number, office=path, at=moment)
    return made


def carry_over(file_id: str, *, most: int | None = None, at: datetime | None = None) -> None:
    """Copy the newest backups to the second place, where one was chosen; where it is away, that is noted."""

    def fill(there: Path) -> Holds:
        names = {backup.path.name for backup in _listed(there)}
        for backup in backups_of(file_id)[:most]:
            if backup.path.name not in names:
                copy_backup(backup.path, there / backup.path.name)
        thin(there, at=at or now())
        listed = _listed(there)
        if not listed:
            return 0, None, 0
        return len(listed), listed[0].made_at, listed[0].commit_number

    fill_second_place(file_id, fill)


def backups_everywhere(file_id: str) -> list[Backup]:
    """Those of the first place and those only the second has, each once, newest first."""
    first, second = backups_of(file_id), second_place(file_id)
    if second is None or not is_within_reach(second.folder):
        return first
    names = {backup.path.name for backup in first}
    more = [backup for backup in backups_of(file_id, second.folder) if backup.path.name not in names]
    return sorted([*first, *more], key=newest_last, reverse=True)


def due(file: OpenOffice, folder: Path | None = None, *, at: datetime | None = None) -> bool:
    """Whether there are changes no backup holds, and the newest backup is a quarter of an hour old."""
    newest = _newest((folder or backups_folder()) / file.file_id)
    if newest is None:
        return True
    age = (at or now()) - newest.made_at
    return newest.commit_number != file.commit_number and not timedelta(0) <= age < WAIT


def backups_folder() -> Path:
    return data_folder() / "backups"


def backups_of(file_id: str, folder: Path | None = None) -> list[Backup]:
    """Newest first, by commit number: clocks can be wrong."""
    return _listed((folder or backups_folder()) / file_id)


def is_backup(path: Path) -> bool:
    """Whether a file is called as a backup is."""
    return _NAME.fullmatch(path.name) is not None


def known_files(folder: Path | None = None) -> list[str]:
    """The ids of the files that have backups, for when the file itself is lost."""
    place = folder or backups_folder()
    return sorted(child.name for child in place.iterdir() if _listed(child)) if place.is_dir() else []


def contents(backup: Backup) -> Contents:
    with told_calmly(), reading_file(backup.path) as connection:
        last = ChangeLog(connection).before_entry(None)
        office = fetch(connection, "SELECT name FROM office LIMIT 1")
        return Contents(
            office=office[0]["name"] if office else "",
            last_change=last["label"] if last else "",
            last_at=read_stamp(last["made_at"]) if last else backup.made_at,
            counts={
                noun: fetch(connection, f"SELECT count(*) AS n FROM {table}")[0]["n"]
                for noun, table in COUNTED.items()
            },
        )


def restore(backup: Backup, to: Path, *, who: str = "", at: datetime | None = None) -> Path:
    """Restore to a new file, which from here on has backups of its own; an existing file is never touched."""
    moment = at or now()
    refuse_taken(to)
    with _restored(backup, to, who=who, at=moment) as draft:
        give_name(draft, to)
    return to


def newest_of(path: Path) -> Backup | None:
    """The newest backup of the office that lies, or was last seen, at this place."""
    file_id = ""
    with suppress(FileProblem), damage_at_worst(), reading_file(path) as connection:
        file_id = ChangeLog(connection).position().file_id
    made = backups_everywhere(file_id or last_at(path))
    return made[0] if made else None


def restore_in_place(
    backup: Backup, path: Path, *, who: str = "", at: datetime | None = None, take_over: bool = False
) -> Path:
    """Restore a backup in the place of a damaged file, which is set aside; where that file is now.

    Refused while somebody has it open. The name is never without an office, whenever the program ends.
    """
    moment = at or now()
    lock = FileLock.take(path, who=who, at=moment, take_over=take_over)
    try:
        with _restored(backup, path, who=who, at=moment) as draft:
            return put_in_place(draft, path, aside=f"damaged-{_compact(moment)}")
    finally:
        lock.release()


def thin(place: Path, *, at: datetime) -> None:
    """Keep all of 48 hours, then the newest of 12 days, 10 weeks and 12 months.

    One that another program holds waits for the next time.
    """
    listed = _listed(place)
    keep = kept(listed, at=at)
    for backup in listed:
        if backup not in keep:
            remove(backup.path, waits=())


def kept(listed: list[Backup], *, at: datetime) -> set[Backup]:
    """Those to keep of backups listed newest first."""
    why = kept_for([backup.made_at for backup in listed], at=at)
    return {backup for backup, reason in zip(listed, why, strict=True) if reason}


@contextmanager
def reading_file(path: Path) -> Iterator[Connection]:
    """A connection of its own, so that a backup can be made beside the window's work."""
    read_header(path)
    with only_reading(path), told_calmly():
        connection = connect(path, read_only=True)
        try:
            yield connection
        finally:
            connection.close()


def _make(connection: Connection, place: Path, *, office: str, reason: str, at: datetime) -> Backup:
    try:
        place.mkdir(parents=True, exist_ok=True)
        with draft_in(place) as draft:
            # Copying the bytes of a file in use corrupted 79 of 80 copies when tried; this takes one moment.
            connection.execute("VACUUM INTO ?", (str(draft),))
            patiently(lambda: sync_file(draft))
            made = _named(place, _verified(draft), office=office, reason=reason, at=at)
            with suppress(FileExistsError):  # of this very state, made within this second
                rename(draft, made.path)
            sync_folder(place)
    except OSError as error:
        raise FileProblem(_not_written(place.absolute(), error)) from error
    return made


def _not_written(place: Path, error: OSError) -> str:
    if is_full(error):
        return f"The disk is full, so no backup was made. Free some space for {place}, then try again."
    if is_held(error):
        return (
            "The backup could not be finished: another program, perhaps a virus scanner, held it. "
            "Wait a moment and try again."
        )
    return f"The backup could not be written in {place}. See that you may write there and that there is room."


def _named(place: Path, number: int, *, office: str, reason: str, at: datetime) -> Backup:
    whose, told = _for_a_name(office), _for_a_name(reason)
    name = " ".join(part for part in (whose, f"{number:010d}", _compact(at), told) if part) + ".boarddesk"
    return Backup(place / name, place.name, number, read_stamp(stamp(at)), told)


def _for_a_name(text: str) -> str:
    return re.sub(r"[^\w ,.-]", "", text)[:60].strip(" .")


def _verified(draft: Path) -> int:
    """The commit number the copy holds, once it has been opened and found whole."""
    with reading_file(draft) as copy:
        if faults_in(copy):
            raise DamagedFile(DAMAGED)
        return ChangeLog(copy).position().commit_number


def _listed(place: Path) -> list[Backup]:
    try:
        named = [(child, _NAME.fullmatch(child.name)) for child in place.iterdir()]
    except OSError:  # nothing was ever kept there, or the folder is out of reach
        return []
    found = [
        Backup(
            path=child,
            file_id=place.name,
            commit_number=int(match["number"]),
            made_at=_moment(match["at"]),
            reason=match["reason"] or "",
        )
        for child, match in named
        if match
    ]
    return sorted(found, key=newest_last, reverse=True)


def newest_last(backup: Backup) -> tuple[int, datetime, bool]:
    """By commit number; of two within one second the one with a reason is the later, or it were not made."""
    return backup.commit_number, backup.made_at, backup.reason != ""


def _newest(place: Path) -> Backup | None:
    return next(iter(_listed(place)), None)


@contextmanager
def _restored(backup: Backup, to: Path, *, who: str, at: datetime) -> Iterator[Path]:
    """What the backup holds as an office of its own, under another name beside the place it is for."""
    try:
        with office_draft(to) as draft:
            _copy(backup.path, draft)
            _begin_anew(draft, backup, who=who, at=at)
            yield draft
    except DamagedFile as damage:
        raise DamagedFile(
            f"The backup {backup.path.name} is damaged, so nothing was restored. Choose another, and keep it."
        ) from damage


def _copy(source: Path, draft: Path) -> None:
    try:
        held = patiently(lambda: source.open("rb"))
    except OSError as error:
        raise FileProblem(
            f"The backup {source.name} cannot be read. Another program may have it open."
        ) from error
    with held, draft.open("xb") as new:
        shutil.copyfileobj(held, new)
    patiently(lambda: sync_file(draft))


def _begin_anew(path: Path, backup: Backup, *, who: str, at: datetime) -> None:
    """A file of its own, which tells in its log where it came from; nothing before that can be undone."""
    read_header(path)
    with told_calmly():
        connection = connect(path)
        try:
            log = ChangeLog(connection)
            connection.execute("BEGIN IMMEDIATE")
            position = log.position()
            number = position.commit_number + 1
            log.begin(number)
            connection.execute("UPDATE file_meta SET file_id = ?", (random_id() + random_id(),))
            made = backup.made_at
            label = f"Restore the backup of {made.day} {made:%B %Y, %H:%M}"
            head = log.seal(
                Step(number, label, who, EntryKind.MARK), made_at=at, first_row=position.last_row + 1
            )
            log.finish(commit_number=number, chain_head=head, who=who, machine="", at=at)
            connection.execute("COMMIT")
        finally:
            let_go(connection)


def _compact(moment: datetime) -> str:
    return stamp(moment).replace("-", "").replace(":", "") + "Z"


def _moment(text: str) -> datetime:
    return read_stamp(f"{text[:4]}-{text[4:6]}-{text[6:8]}T{text[9:11]}:{text[11:13]}:{text[13:15]}")

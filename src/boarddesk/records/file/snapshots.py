"""An office worked on in a local folder, with a checked copy of it published where others look for it.

The published copy is known by a sign beside it, which says where the office itself is; it is never written.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from boarddesk.disk import patience
from boarddesk.disk.folders import data_folder, sync_file, sync_folder
from boarddesk.disk.names import LONGEST_NAME
from boarddesk.records.file.change_log import ChangeLog
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import Error, connect
from boarddesk.records.file.moments import read_stamp, stamp
from boarddesk.records.file.problems import DAMAGED, DamagedFile, OnlyReadable, damage_at_worst
from boarddesk.records.file.second_place import is_within_reach
from boarddesk.records.file.whole import office_draft
from boarddesk.rules.refused import FileProblem

SIGN: Final = ".published"
"""Ends the name of the sign, after the whole name of the copy."""

LONGEST_SIGN: Final = 4096
"""Bytes of it that are read."""

WRITTEN: Final = (
    "Somebody wrote into the published copy, so it is left as it is. "
    "Open both: each may hold what the other lacks."
)


@dataclass(frozen=True)
class PublishedCopy:
    """What this machine knows of a copy it publishes: where, of which file, at which change, and when."""

    home: Path
    local: Path
    commit_number: int
    chain_head: str
    at: datetime
    trouble: str = ""


@dataclass(frozen=True)
class PublishedSign:
    """Beside a published copy: where the office itself is, who works on it, since when."""

    file_id: str
    who: str
    machine: str
    path: str
    since: str


def published_copy(file_id: str) -> PublishedCopy | None:
    """None where this file is not published from here."""
    try:
        told = json.loads(_note(file_id).read_text("utf-8"))
        return PublishedCopy(
            Path(str(told["home"])),
            Path(str(told["local"])),
            int(told["commit_number"]),
            str(told["chain_head"]),
            read_stamp(told["at"]),
            str(told["trouble"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def begin_publishing(copy: PublishedCopy, sign: PublishedSign) -> None:
    """The file at home becomes the published copy of the local one."""
    try:
        _write(_sign_path(copy.home), json.dumps(asdict(sign)))
        _remember(sign.file_id, copy)
    except OSError as error:
        patience.remove(_sign_path(copy.home))
        raise FileProblem(
            f"{copy.home.parent} cannot be written just now, so you go on working there."
        ) from error


def end_publishing(file_id: str, copy: PublishedCopy) -> None:
    """The file at home is the office again, to be written as any other."""
    if not patience.remove(_sign_path(copy.home)):
        raise FileProblem(f"{copy.home.parent} cannot be written just now. Try again in a moment.")
    patience.remove(_note(file_id))


def publish(file_id: str, backup: Path, number: int, *, office: Path, at: datetime) -> None:
    """Put a backup in the place of the published copy, found whole there; where it cannot be, note why."""
    copy = published_copy(file_id)
    if copy is None or office.absolute() != copy.local or (number == copy.commit_number and not copy.trouble):
        return
    trouble = "Its folder is not there just now."
    if is_within_reach(copy.home.parent):
        try:
            head = head_at(backup)
            if head_at(copy.home) not in ("", copy.chain_head, head):
                raise FileProblem(WRITTEN)
            _put(backup, copy.home)
        except FileProblem as problem:
            trouble = problem.sentence
        except OSError:
            trouble = "Its folder cannot be written just now."
        else:
            copy, trouble = replace(copy, commit_number=number, chain_head=head, at=at), ""
    with suppress(OSError):
        _remember(file_id, replace(copy, trouble=trouble))


def refuse_published(path: Path) -> None:
    """A published copy is read only; the sentence says where the office is worked on.

    A sign that cannot be read, as one that is half synchronised, still says that there is such an office.
    """
    where = "works on elsewhere"
    try:
        with _sign_path(path).open("rb") as file:
            told = json.loads(file.read(LONGEST_SIGN).decode("utf-8"))
        since = read_stamp(str(told["since"])).astimezone()
        who, at, machine = (_printable(told[name]) for name in ("who", "path", "machine"))
        if _position_at(path)[0] not in ("", told["file_id"]):
            return  # another office has come into its place
        where = f"{who or 'somebody'} works on at {at} on {machine}, since {since.day} {since:%B %Y}"
    except FileNotFoundError:
        return
    except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
        where = f"somebody {where}"
    raise OnlyReadable(
        f"{path.name} is the published copy of an office that {where}; what is written there comes here. "
        "It can be opened to read only. Should that computer be lost, copy this file to another folder and "
        "open that copy."
    )


def _printable(told: object) -> str:
    """What a sign says, without what a terminal would take for a command."""
    return "".join(letter for letter in str(told) if letter.isprintable())[:LONGEST_NAME]


def _put(backup: Path, home: Path) -> None:
    with office_draft(home) as draft:
        shutil.copyfile(backup, draft)
        sync_file(draft)
        if faults(draft):
            raise DamagedFile(DAMAGED)
        patience.replace(draft, home)
        with suppress(OSError):  # not every disk can be asked when that is sure
            sync_folder(home.parent)


def head_at(path: Path) -> str:
    """The link of the chain a file ends in; empty where there is none any more or it cannot be read."""
    return _position_at(path)[1]


def _position_at(path: Path) -> tuple[str, str]:
    with suppress(FileProblem, Error, OSError), damage_at_worst():
        connection = connect(path, read_only=True)
        try:
            position = ChangeLog(connection).position()
            return position.file_id, position.chain_head
        finally:
            connection.close()
    return "", ""


def _remember(file_id: str, copy: PublishedCopy) -> None:
    told = {
        "home": str(copy.home),
        "local": str(copy.local),
        "commit_number": copy.commit_number,
        "chain_head": copy.chain_head,
        "at": stamp(copy.at),
        "trouble": copy.trouble,
    }
    note = _note(file_id)
    note.parent.mkdir(parents=True, exist_ok=True)
    _write(note, json.dumps(told))


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.part")
    draft.write_text(text, "utf-8")
    patience.replace(draft, path)


def _sign_path(home: Path) -> Path:
    return home.with_name(home.name + SIGN)


def _note(file_id: str) -> Path:
    return data_folder() / "published" / f"{file_id}.json"

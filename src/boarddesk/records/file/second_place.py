"""A second place for backups: a folder of the person's choosing, remembered by this machine for each file.

It may be a stick or a share that is away: nobody is ever stopped by that, and it is tried again.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread

from boarddesk.disk import patience
from boarddesk.disk.folders import data_folder
from boarddesk.records.file.moments import read_stamp, stamp
from boarddesk.records.file.whole import give_name, office_draft
from boarddesk.rules.refused import FileProblem, Refused

Holds = tuple[int, datetime | None, int]
"""How many backups, when the newest was made, if there is one, which change it holds."""

PATIENCE = 3.0
"""Seconds in which a folder has to answer: one on a share that is away may take half a minute to say no."""


@dataclass(frozen=True)
class SecondPlace:
    """The folder, and what was in it when it was last reached; `trouble` says why it could not be filled."""

    folder: Path
    kept: int = 0
    last_at: datetime | None = None
    commit_number: int = 0
    trouble: str = ""


def second_place(file_id: str) -> SecondPlace | None:
    """As this machine remembers it; the folder itself is not asked. None where none was chosen."""
    try:
        told = json.loads(_note(file_id).read_text("utf-8"))
        return SecondPlace(
            Path(str(told["folder"])),
            int(told["kept"]),
            read_stamp(told["last_at"]) if told["last_at"] else None,
            int(told["commit_number"]),
            str(told["trouble"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def choose_second_place(file_id: str, folder: Path) -> None:
    """From now on every backup of this file is copied there too."""
    whole = folder.absolute()
    if not is_within_reach(whole):
        raise FileProblem(f"There is no folder {whole} just now. Connect it, or choose another.")
    if whole.is_relative_to(data_folder().absolute()):
        raise Refused("The first backups lie there already. Choose a folder on another disk, stick or share.")
    if not _remember(file_id, SecondPlace(whole)):
        raise FileProblem("That could not be remembered. Check the space in your own folder.")


def forget_second_place(file_id: str) -> None:
    """Backups are kept in the first place alone again; what lies in the second stays there."""
    patience.remove(_note(file_id))


def fill_second_place(file_id: str, fill: Callable[[Path], Holds]) -> None:
    """Have the folder of this file filled, if a second place was chosen; where it cannot be, note why."""
    second = second_place(file_id)
    if second is None:
        return
    trouble = "It is not there just now."
    if is_within_reach(second.folder):
        there = second.folder / file_id
        try:
            there.mkdir(exist_ok=True)
            kept, last_at, number = fill(there)
        except FileProblem as problem:
            trouble = problem.sentence
        except OSError:
            trouble = "It cannot be written just now."
        else:
            _remember(file_id, SecondPlace(second.folder, kept, last_at, number))
            return
    _remember(file_id, replace(second, trouble=trouble))


def is_within_reach(folder: Path) -> bool:
    """Whether the folder is there, asked for a few seconds at most."""
    found: list[bool] = []

    def look() -> None:
        with suppress(OSError):
            found.append(folder.is_dir())

    asking = Thread(target=look, daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return found == [True]


def copy_backup(source: Path, target: Path) -> None:
    """Copy a backup to a name nothing has, opened and found whole before it has it. Raises FileProblem."""
    with office_draft(target) as draft:
        shutil.copyfile(source, draft)
        give_name(draft, target)


def _remember(file_id: str, place: SecondPlace) -> bool:
    """Whether it could be written down; a data folder that cannot be written is no reason to stop."""
    told = {
        "folder": str(place.folder),
        "kept": place.kept,
        "last_at": stamp(place.last_at) if place.last_at else "",
        "commit_number": place.commit_number,
        "trouble": place.trouble,
    }
    note = _note(file_id)
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        draft = note.with_suffix(".part")
        draft.write_text(json.dumps(told), "utf-8")
        patience.replace(draft, note)
        return True
    return False


def _note(file_id: str) -> Path:
    return data_folder() / "second" / f"{file_id}.json"

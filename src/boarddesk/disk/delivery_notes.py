"""A note of each delivery that goes with a record, from before that is made to the end of both."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from boarddesk.disk.folders import data_folder, sync_folder
from boarddesk.disk.patience import remove

KEPT: Final = 30 * 24 * 60 * 60
"""Seconds a note waits for its office to be opened again; one that was lost or restored never is."""


@dataclass(frozen=True)
class DeliveryLine:
    """A document of a delivery: the name it is for, its draft, and the digest of what both hold."""

    path: Path
    draft: Path
    digest: str


@dataclass(frozen=True)
class DeliveryNote:
    """The documents of one record of an office, where that office was, and where the note itself is."""

    file_id: str
    office: Path
    record_id: str
    lines: tuple[DeliveryLine, ...]
    path: Path


def write_note(file_id: str, office: Path, record_id: str, lines: tuple[DeliveryLine, ...]) -> Path:
    """Note what is about to be recorded and to get its names; where the note is, on the disk for certain.

    A data folder that cannot be written is no reason to stop anybody: there is no note then.
    """
    path = _folder() / f"{os.urandom(8).hex()}.json"
    told = {
        "file_id": file_id,
        "office": str(office.absolute()),
        "record_id": record_id,
        "lines": [[str(line.path.absolute()), str(line.draft.absolute()), line.digest] for line in lines],
    }
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as note:
            json.dump(told, note)
            note.flush()
            os.fsync(note.fileno())
        sync_folder(path.parent)
    return path


def notes_of(file_id: str) -> list[DeliveryNote]:
    """The deliveries of an office that a program did not end."""
    return [note for note in _notes() if note.file_id == file_id]


def awaited_drafts() -> frozenset[Path]:
    """Drafts that nobody may take for left behind: they get their names when their office is opened."""
    return frozenset(line.draft for note in _notes() for line in note.lines)


def digest_of(path: Path) -> str:
    """Of a file, or of all files of a folder with their names; '' where there is none to be read."""
    import hashlib  # not at the start: see the change log

    try:
        if not path.is_dir():
            return hashlib.sha256(path.read_bytes()).hexdigest()
        named = [f"{file.name} {digest_of(file)}" for file in sorted(path.iterdir())]
    except OSError:
        return ""
    return hashlib.sha256("\n".join(named).encode(errors="surrogateescape")).hexdigest()


def _notes() -> Iterator[DeliveryNote]:
    """Those that can be read: one cut short was of something that was not recorded yet."""
    for path in _folder().glob("*.json"):
        with suppress(OSError, ValueError, TypeError, KeyError):
            if time.time() - path.stat().st_mtime > KEPT:
                remove(path, waits=())
                continue
            told = json.loads(path.read_text("utf-8"))
            lines = tuple(
                DeliveryLine(Path(to), Path(draft), str(digest)) for to, draft, digest in told["lines"]
            )
            yield DeliveryNote(
                str(told["file_id"]), Path(told["office"]), str(told["record_id"]), lines, path
            )


def _folder() -> Path:
    return data_folder() / "deliveries"

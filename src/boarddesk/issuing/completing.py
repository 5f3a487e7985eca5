"""What was being issued when BoardDesk stopped gets its name when the office is next opened."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from boarddesk.disk.delivery_notes import DeliveryLine, DeliveryNote, digest_of, notes_of
from boarddesk.disk.patience import remove
from boarddesk.disk.saving import Delivery, standing, stands
from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.second_place import is_within_reach
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.wording import listed

SAVE_AGAIN: Final = (
    "The office has the document as it was issued: save it again from “Issued before” on the Reports page."
)


def complete_deliveries(file: OfficeFile) -> list[str]:
    """A sentence for each issue that was broken off: it is where it was to go, or was not issued at all.

    Nothing is done for an office opened to read only: somebody may be issuing from it this moment.
    """
    if file.read_only:
        return []
    said: list[str] = []
    for note in notes_of(file.file_id):
        with suppress(FileProblem):  # it waits until the office can be read again
            said.append(_ended(file, note))
    return [each for each in said if each]


def _ended(file: OfficeFile, note: DeliveryNote) -> str:
    """Empty where it is left for another copy of the office, which may hold what this one does not."""
    folder = note.lines[0].path.parent
    there = is_within_reach(folder)
    if documents.is_issued(file, note.record_id):
        said = _put(file, note) if there else _not_put(note.lines, f"There is no folder {folder} now.")
    elif stands(note.office) and file.path is not None and note.office != file.path.absolute():
        return ""
    else:
        name = _named([note.lines[0].path])
        said = f"{name} was not issued: BoardDesk stopped before. Nothing of it was kept."
    for line in note.lines if there else ():
        remove(line.draft)
    remove(note.path)
    return said


def _put(file: OfficeFile, note: DeliveryNote) -> str:
    found = {line: standing(line) for line in note.lines}
    placed = {line: path for line, path in found.items() if path}
    said: list[str] = []
    for line in note.lines:
        if line not in placed:
            try:
                placed[line] = _write(line, _content(file, note, line))
            except (FileProblem, Refused) as problem:
                said.append(_not_put([line], problem.sentence))
    if placed:
        paths, are_several = list(placed.values()), len(placed) > 1
        now = ("they have now been put" if are_several else "it has now been put") + " in"
        if all(found[line] for line in placed):
            now = "they are in" if are_several else "it is in"
        verb = "were" if are_several else "was"
        said.insert(0, f"{_named(paths)} {verb} issued when BoardDesk stopped; {now} {paths[0].parent}.")
    return " ".join(said)


def _content(file: OfficeFile, note: DeliveryNote, line: DeliveryLine) -> bytes | dict[str, bytes]:
    """The bytes that were recorded, from the draft, else from the office; of a folder all its files."""
    with suppress(OSError):
        if digest_of(line.draft) == line.digest:
            if line.draft.is_dir():
                return {path.name: path.read_bytes() for path in line.draft.iterdir()}
            return line.draft.read_bytes()
    if line.digest == documents.digest_of(file, note.record_id):
        return documents.word_of(file, note.record_id)
    raise FileProblem("What was written of it is gone.")


def _write(line: DeliveryLine, content: bytes | dict[str, bytes]) -> Path:
    """What stands there meanwhile is left: nobody was asked about it."""
    with Delivery() as delivery:
        if isinstance(content, bytes):
            delivery.write(line.path, content, replaces=False)
        else:
            delivery.write_folder(line.path, content)
        return delivery.hand_over()[0]


def _not_put(lines: Sequence[DeliveryLine], why: str) -> str:
    verb = "were" if len(lines) > 1 else "was"
    return f"{_named([line.path for line in lines])} {verb} issued when BoardDesk stopped. {why} {SAVE_AGAIN}"


def _named(paths: Sequence[Path]) -> str:
    return listed([f"“{path.name}”" for path in paths])

"""Ctrl+Z: the newest change is taken back, and what it cannot take back with it is said."""

from __future__ import annotations

from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.wording import listed

FILES_STAY = (
    "The files saved with it stay where they are, and may have gone out: delete them, or make the issue "
    "again with Ctrl+Y. Its number is not given a second time."
)


def take_back(file: OfficeFile) -> tuple[str, str] | None:
    """Undo; a title and a sentence where more is to be said than the page shows.

    Where something was erased for good nothing before it is undone. A document that is issued no longer lies
    in its folder all the same.
    """
    before = documents.issued(file)
    if file.undo() is None:
        return ("There is nothing more to undo.", file.undo_stop) if file.undo_stop else None
    still = {kept.id for kept in documents.issued(file)}
    gone = [f"“{kept.title}”, version {kept.version}" for kept in before if kept.id not in still]
    return (f"Taken back: the issue of {listed(gone)}", FILES_STAY) if gone else None

"""Where a command writes: never over a file of somebody's own, and said where it went instead."""

from __future__ import annotations

from pathlib import Path

from boarddesk.disk.names import refuse_name
from boarddesk.disk.saving import is_open, stands, why_beside
from boarddesk.reports.own_documents import is_ours
from boarddesk.rules.refused import Refused


def check_place(asked: Path) -> None:
    """Refused where writing would take the place of a file that is not BoardDesk's; asked before the work."""
    if stands(asked) and asked.is_dir():
        raise Refused(f"{asked} is a folder. Add the name of the file to write.")
    refuse_name(asked)
    if not stands(asked):
        return
    if not is_open(asked) and not is_ours(asked):
        raise Refused(
            f"{asked.name} is there already, and BoardDesk did not write it or somebody changed it since. "
            "Nothing was written: choose another name, or move that file away first."
        )


def where(written: Path, asked: Path) -> str:
    """Where it is, and why not where it was asked for."""
    why = why_beside(written, asked)
    return f"{written} ({why}, so it stands beside it)" if why else str(written)

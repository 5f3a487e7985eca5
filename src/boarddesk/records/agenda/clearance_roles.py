"""Who clears the papers of a board, by role, in order: finance, legal, the director …"""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import one
from boarddesk.rules.papers.paper import ClearanceRole
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

GONE = "That role is no longer there."


def clearance_roles(file: OfficeFile, board_id: str | None = None) -> tuple[ClearanceRole, ...]:
    """Those of one board, or of all, in order."""
    rows = file.rows(
        "SELECT * FROM clearance_role WHERE :board IS NULL OR board_id = :board ORDER BY position, id",
        {"board": board_id},
    )
    return tuple(ClearanceRole(row["id"], row["board_id"], row["name"]) for row in rows)


def add_clearance_role(file: OfficeFile, board_id: str, name: str) -> str:
    """One more role, last; refused where the board has it already."""
    kept = _checked(file, board_id, name)
    with file.change(f"Add clearance by {kept}") as change:
        return change.insert(
            "clearance_role",
            board_id=board_id,
            name=kept,
            position=len(clearance_roles(file, board_id)),
        )


def rename_clearance_role(file: OfficeFile, role_id: str, name: str) -> None:
    """Another name for it; papers cleared before have it too."""
    row = one(file.row("SELECT * FROM clearance_role WHERE id = ?", (role_id,)), GONE)
    kept = _checked(file, row["board_id"], name, but=role_id)
    with file.change(f"Rename clearance by {row['name']}", coalesce=role_id) as change:
        change.update("clearance_role", role_id, name=kept)


def order_clearance_roles(file: OfficeFile, ids: Sequence[str]) -> None:
    """Put them in this order."""
    with file.change("Move clearance") as change:
        for position, role_id in enumerate(ids):
            change.update("clearance_role", role_id, position=position)


def remove_clearance_role(file: OfficeFile, role_id: str) -> None:
    """Papers are cleared by it no longer; refused where some were, since that is kept with it."""
    row = one(file.row("SELECT name FROM clearance_role WHERE id = ?", (role_id,)), GONE)
    cleared = file.value(
        "SELECT count(*) FROM clearance WHERE role_id = ? AND cleared_on IS NOT NULL", (role_id,)
    )
    if cleared:
        papers = "1 paper was" if cleared == 1 else f"{cleared} papers were"
        raise Refused(f"{papers} cleared by {row['name']}, so it stays; it can have another name.")
    with file.change(f"Remove clearance by {row['name']}") as change:
        change.delete("clearance_role", role_id)


def _checked(file: OfficeFile, board_id: str, name: str, *, but: str = "") -> str:
    kept = one_line(name)
    if not kept:
        raise Refused("Say who clears the papers.", field="name")
    known = clearance_roles(file, board_id)
    if any(other.name.casefold() == kept.casefold() and other.id != but for other in known):
        raise Refused(f"Papers of this board are cleared by {kept} already.", field="name")
    return kept

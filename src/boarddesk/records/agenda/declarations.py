"""Declarations of interest at a meeting: who, in which item, and what they did."""

from __future__ import annotations

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import one
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.declarations import Conduct, Declaration, check_declaration
from boarddesk.rules.wording import one_line

GONE = "That declaration is no longer there."

_READ = """
SELECT d.*, p.name AS person, i.title AS item_title,
  (SELECT count(*) FROM agenda_item o WHERE o.meeting_id = i.meeting_id AND o.parent_id IS NULL
     AND (o.position, o.id) <= (coalesce(above.position, i.position), coalesce(above.id, i.id))) AS item_at,
  (SELECT count(*) FROM agenda_item o WHERE o.parent_id = i.parent_id
     AND (o.position, o.id) <= (i.position, i.id)) AS under_at
FROM declaration d JOIN person p ON p.id = d.person_id
LEFT JOIN agenda_item i ON i.id = d.item_id LEFT JOIN agenda_item above ON above.id = i.parent_id
"""


def declarations(file: OfficeFile, meeting_id: str) -> tuple[Declaration, ...]:
    """What was declared at a meeting, in the order of its items and then of names."""
    rows = file.rows(
        f"{_READ} WHERE d.meeting_id = ? ORDER BY item_at, under_at, p.name, d.id",
        (meeting_id,),
    )
    return tuple(_declaration(row) for row in rows)


def declare(
    file: OfficeFile,
    meeting_id: str,
    person_id: str,
    *,
    nature: str,
    did: Conduct = Conduct.STAYED,
    item_id: str | None = None,
) -> str:
    """An interest somebody declares in an item; once for each person and item."""
    check_declaration(nature, did, item_id)
    person = one(
        file.row("SELECT name FROM person WHERE id = ?", (person_id,)), "That person is no longer there."
    )
    if file.value(
        "SELECT 1 FROM declaration WHERE meeting_id = ? AND person_id = ? AND item_id IS ?",
        (meeting_id, person_id, item_id),
    ):
        raise Refused(f"{person['name']} has declared an interest in it already.", field="person")
    with file.change(f"Declare an interest of {one_line(person['name'])}") as change:
        return change.insert(
            "declaration",
            meeting_id=meeting_id,
            item_id=item_id,
            person_id=person_id,
            nature=nature.strip(),
            did=did,
        )


def change_declaration(file: OfficeFile, declaration_id: str, *, nature: str, did: Conduct) -> None:
    """What the interest is, and what they did."""
    known = _known(file, declaration_id)
    check_declaration(nature, did, known.item_id)
    with file.change(f"Change the declaration of {known.person}") as change:
        change.update("declaration", declaration_id, nature=nature.strip(), did=did)


def remove_declaration(file: OfficeFile, declaration_id: str) -> None:
    """Take out one entered by mistake; undo brings it back."""
    known = _known(file, declaration_id)
    with file.change(f"Remove the declaration of {known.person}") as change:
        change.delete("declaration", declaration_id)


def _known(file: OfficeFile, declaration_id: str) -> Declaration:
    return _declaration(one(file.row(f"{_READ} WHERE d.id = ?", (declaration_id,)), GONE))


def _declaration(row: Row) -> Declaration:
    return Declaration(
        row["id"],
        row["meeting_id"],
        row["person_id"],
        one_line(row["person"]),
        row["nature"],
        Conduct(row["did"]),
        row["item_id"],
        row["item_title"] or "",
        _number(row),
    )


def _number(row: Row) -> str:
    """The number of the item as its agenda has it, `4` or `4.1`; empty for none."""
    if not row["item_id"]:
        return ""
    return f"{row['item_at']}.{row['under_at']}" if row["under_at"] else str(row["item_at"])

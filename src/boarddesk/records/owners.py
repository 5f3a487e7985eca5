"""Owners: the words as written, tied to the person, the seat or the board they name."""

from __future__ import annotations

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.wording import one_line

COLUMNS = {
    OwnerKind.PERSON: "owner_person_id",
    OwnerKind.POST: "owner_seat_id",
    OwnerKind.GROUP: "owner_board_id",
}

OWNED = (
    "coalesce(owning.name, post.title, panel.name, {of}.owner) AS owner_name",
    "LEFT JOIN person owning ON owning.id = {of}.owner_person_id "
    "LEFT JOIN seat post ON post.id = {of}.owner_seat_id "
    "LEFT JOIN board panel ON panel.id = {of}.owner_board_id",
)
"""The name an owner has now as a column, and the joins it needs, for a table that has owners."""


def owner_called(file: OfficeFile, words: str) -> Owner:
    """The one person who goes by that name; else the words themselves."""
    name = one_line(words)
    known = file.rows(
        "SELECT id, name FROM person WHERE name = :name COLLATE NOCASE OR EXISTS (SELECT 1 FROM "
        "person_alias WHERE person_id = person.id AND alias = :name COLLATE NOCASE)",
        {"name": name},
    )
    return Owner(known[0]["name"], OwnerKind.PERSON, known[0]["id"]) if len(known) == 1 else Owner(name)


def owner_fields(owner: Owner) -> dict[str, object]:
    """The columns that keep an owner; the name stays as words should its record go."""
    kept = {column: owner.id if kind is owner.kind else None for kind, column in COLUMNS.items()}
    return {"owner": owner.name, **kept}


def owner_of(row: Row) -> Owner:
    """The owner a row keeps, by the name its record has now."""
    for kind, column in COLUMNS.items():
        if row[column]:
            return Owner(row["owner_name"], kind, row[column])
    return Owner(row["owner"])

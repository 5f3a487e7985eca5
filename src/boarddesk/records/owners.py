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


_OTHERS = {
    OwnerKind.POST: (
        "SELECT id, title AS name FROM seat WHERE title = :name COLLATE NOCASE AND to_date IS NULL"
    ),
    OwnerKind.GROUP: (
        "SELECT id, name FROM board WHERE name = :name COLLATE NOCASE OR short_name = :name COLLATE NOCASE"
    ),
}
"""Posts and groups of a name; a post that has ended is nobody's."""


def owner_called(file: OfficeFile, words: str) -> Owner:
    """The one person, else the one post, else the one group that goes by that name; else the words."""
    name = one_line(words)
    known = file.rows(
        "SELECT id, name FROM person WHERE name = :name COLLATE NOCASE OR EXISTS (SELECT 1 FROM "
        "person_alias WHERE person_id = person.id AND alias = :name COLLATE NOCASE)",
        {"name": name},
    )
    if len(known) == 1:
        return Owner(known[0]["name"], OwnerKind.PERSON, known[0]["id"])
    for kind, asked in _OTHERS.items():
        found = file.rows(asked, {"name": name})
        if len(found) == 1 and not known:
            return Owner(found[0]["name"], kind, found[0]["id"])
    return Owner(name)


def owner_offers(file: OfficeFile) -> list[str]:
    """Every name an owner may be called by: people, the posts there still are, the groups."""
    rows = file.rows(
        "SELECT name FROM person UNION SELECT title FROM seat WHERE to_date IS NULL AND title <> ''"
        " UNION SELECT name FROM board ORDER BY 1"
    )
    return [str(row["name"]) for row in rows]


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

"""Owners: the words as written, tied to the person, the seat, the board or the organisation they name."""

from __future__ import annotations

import re

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.owners import NO_OWNER, Owner, OwnerKind
from boarddesk.rules.wording import one_line

COLUMNS = {
    OwnerKind.PERSON: "owner_person_id",
    OwnerKind.POST: "owner_seat_id",
    OwnerKind.GROUP: "owner_board_id",
}
ALL_COLUMNS = COLUMNS | {OwnerKind.ORGANISATION: "owner_organisation_id"}
"""Those of tables whose owner may be an organisation too: actions arising and who has them with others."""

OWNED = (
    "coalesce(owning.name, post.title, panel.name, {of}.owner) AS owner_name",
    "LEFT JOIN person owning ON owning.id = {of}.owner_person_id "
    "LEFT JOIN seat post ON post.id = {of}.owner_seat_id "
    "LEFT JOIN board panel ON panel.id = {of}.owner_board_id",
)
"""The name an owner has now as a column, and the joins it needs, for a table that has owners."""

OWNED_BY_ANY = (
    OWNED[0].replace("panel.name,", "panel.name, body.name,"),
    f"{OWNED[1]} LEFT JOIN organisation body ON body.id = {{of}}.owner_organisation_id",
)
"""The same for a table whose owner may be an organisation too."""

_OTHERS = {
    OwnerKind.POST: (
        "SELECT id, title AS name FROM seat WHERE title = :name COLLATE NOCASE AND to_date IS NULL"
    ),
    OwnerKind.GROUP: (
        "SELECT id, name FROM board WHERE name = :name COLLATE NOCASE OR short_name = :name COLLATE NOCASE"
    ),
    OwnerKind.ORGANISATION: (
        "SELECT id, name FROM organisation"
        " WHERE name = :name COLLATE NOCASE OR short_name = :name COLLATE NOCASE"
    ),
}
"""Posts, groups and organisations of a name; a post that has ended is nobody's."""

_SEVERAL = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bwith\b)\s*")


def owner_called(file: OfficeFile, words: str, *, organisations: bool = False) -> Owner:
    """The one person, else the one post, else the one group that goes by that name; else the words.

    With `organisations`, an organisation that goes by the name comes before mere words.
    """
    name = one_line(words)
    known = file.rows(
        "SELECT id, name FROM person WHERE name = :name COLLATE NOCASE OR EXISTS (SELECT 1 FROM "
        "person_alias WHERE person_id = person.id AND alias = :name COLLATE NOCASE)",
        {"name": name},
    )
    if len(known) == 1:
        return Owner(known[0]["name"], OwnerKind.PERSON, known[0]["id"])
    for kind, asked in _OTHERS.items():
        if kind is OwnerKind.ORGANISATION and not organisations:
            continue
        found = file.rows(asked, {"name": name})
        if len(found) == 1 and not known:
            return Owner(found[0]["name"], kind, found[0]["id"])
    return Owner(name)


def owners_called(file: OfficeFile, words: str) -> tuple[Owner, ...]:
    """Everybody named: parted by a semicolon, or by a comma or `and` where each part is somebody known.

    An organisation beside somebody of it only says whose they are: `Ann Hale, Northmoor Council` is Ann.
    """
    parts = [part for part in words.split(";") if part.strip()]
    found = [owner for part in parts for owner in _owners_in(file, part)]
    bodies = {
        file.value("SELECT organisation_id FROM person WHERE id = ?", (owner.id,))
        for owner in found
        if owner.kind is OwnerKind.PERSON
    }
    named = [owner for owner in found if owner.kind is not OwnerKind.ORGANISATION or owner.id not in bodies]
    return tuple(dict.fromkeys(named)) or (NO_OWNER,)


def _owners_in(file: OfficeFile, words: str) -> list[Owner]:
    whole = owner_called(file, words, organisations=True)
    if whole.kind is not OwnerKind.WORDS:
        return [whole]
    several = [owner_called(file, part, organisations=True) for part in _SEVERAL.split(words) if part.strip()]
    if len(several) > 1 and all(owner.kind is not OwnerKind.WORDS for owner in several):
        return several
    return [whole]


def owner_offers(file: OfficeFile, *, organisations: bool = False) -> list[str]:
    """Every name an owner may be called by: people, the posts there still are, the groups."""
    rows = file.rows(
        "SELECT name FROM person UNION SELECT title FROM seat WHERE to_date IS NULL AND title <> ''"
        " UNION SELECT name FROM board UNION SELECT name FROM organisation WHERE :bodies ORDER BY 1",
        {"bodies": organisations},
    )
    return [str(row["name"]) for row in rows]


def owner_fields(owner: Owner, columns: dict[OwnerKind, str] = COLUMNS) -> dict[str, object]:
    """The columns that keep an owner; the name stays as words should its record go."""
    kept = {column: owner.id if kind is owner.kind else None for kind, column in columns.items()}
    return {"owner": owner.name, **kept}


def owner_of(row: Row) -> Owner:
    """The owner a row keeps, by the name its record has now."""
    for kind, column in ALL_COLUMNS.items():
        if row.get(column):
            return Owner(row["owner_name"], kind, row[column])
    return Owner(row["owner"])

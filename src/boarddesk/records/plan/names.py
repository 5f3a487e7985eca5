"""Who leads an area and who owns an action: names as written, tied to a person where the office knows one."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.rules.wording import one_line

LEADS = ("area_lead", "area_id")
OWNERS = ("action_owner", "action_id")


def names_of(file: OfficeFile, kind: tuple[str, str], of: str) -> list[str]:
    """The names in order."""
    table, column = kind
    rows = file.rows(f"SELECT name FROM {table} WHERE {column} = ? ORDER BY position, id", (of,))
    return [row["name"] for row in rows]


def replace_names(
    file: OfficeFile, change: Change, kind: tuple[str, str], *, of: str, names: Sequence[str]
) -> None:
    """These names in place of those that were there."""
    table, column = kind
    for row in file.rows(f"SELECT id FROM {table} WHERE {column} = ?", (of,)):
        change.delete(table, row["id"])
    for position, name in enumerate(map(one_line, names)):
        change.insert(
            table, **{column: of}, name=name, person_id=_person_called(file, name), position=position
        )


def _person_called(file: OfficeFile, name: str) -> str | None:
    """The one person of that name; nobody where none or several are called so."""
    rows = file.rows("SELECT id FROM person WHERE name = ? COLLATE NOCASE", (name,))
    return rows[0]["id"] if len(rows) == 1 else None

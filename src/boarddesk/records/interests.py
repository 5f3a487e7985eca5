"""The register of interests as it is kept: declared, ended, and taken out where entered by mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from boarddesk.records import people
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, one
from boarddesk.rules.interests import Interest, Nature
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

GONE = "That interest is no longer there."


def interests(file: OfficeFile) -> tuple[Interest, ...]:
    """Every interest there is or was, in the order they were declared."""
    rows = file.rows("SELECT * FROM interest ORDER BY coalesce(declared_on, from_day, ''), rowid")
    return tuple(_interest(row) for row in rows)


def declare_interest(
    file: OfficeFile,
    person_id: str,
    text: str,
    *,
    nature: Nature = Nature.NOT_SAID,
    from_day: date | None = None,
    until_day: date | None = None,
    declared_on: date | None = None,
) -> str:
    """Put an interest of somebody on the register."""
    whose = people.person(file, person_id).name
    made = _checked(Interest("", person_id, one_line(text), nature, from_day, until_day, declared_on))
    with file.change(f"Declare interest of {whose}") as change:
        return change.insert(
            "interest",
            person_id=person_id,
            text=made.text,
            nature=nature,
            from_day=from_day,
            until_day=until_day,
            declared_on=declared_on,
        )


def update_interest(file: OfficeFile, interest_id: str, **fields: Any) -> None:
    """Change its words, nature or days; an interest that is over is given its last day and stays."""
    known = _interest(one(file.row("SELECT * FROM interest WHERE id = ?", (interest_id,)), GONE))
    if "text" in fields:
        fields["text"] = one_line(str(fields["text"]))
    _checked(replace(known, **fields))
    with file.change("Change interest", coalesce=f"{interest_id} {' '.join(fields)}") as change:
        change.update("interest", interest_id, **fields)


def remove_interest(file: OfficeFile, interest_id: str) -> None:
    """Take out an interest entered by mistake."""
    one(file.row("SELECT id FROM interest WHERE id = ?", (interest_id,)), GONE)
    with file.change("Remove interest") as change:
        change.delete("interest", interest_id)


def _checked(wanted: Interest) -> Interest:
    if not wanted.text:
        raise Refused("Say what the interest is.", field="text")
    if wanted.from_day and wanted.until_day and wanted.until_day < wanted.from_day:
        raise Refused("The last day lies before the first.", field="until_day")
    return wanted


def _interest(row: Row) -> Interest:
    return Interest(
        row["id"],
        row["person_id"],
        row["text"],
        Nature(row["nature"]),
        day(row["from_day"]),
        day(row["until_day"]),
        day(row["declared_on"]),
    )

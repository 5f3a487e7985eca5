"""Status schemes kept as data: a plan keeps its own copy, so that a later wording never changes it."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import gathered
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import Scheme, Status, StatusIs


def schemes(file: OfficeFile) -> tuple[Scheme, ...]:
    """Every scheme of the office with its statuses in order."""
    statuses = gathered(
        (
            row["scheme_id"],
            Status(
                key=row["key"],
                label=row["label"],
                letter=row["letter"],
                fill=row["fill"],
                is_a=StatusIs(row["is_a"]),
                meaning=row["meaning"],
                id=row["id"],
            ),
        )
        for row in file.rows("SELECT * FROM status ORDER BY scheme_id, position, id")
    )
    return tuple(
        Scheme(row["name"], statuses[row["id"]], id=row["id"])
        for row in file.rows("SELECT id, name FROM scheme ORDER BY name, id")
    )


def scheme(file: OfficeFile, scheme_id: str) -> Scheme:
    """One scheme; refused when it is not there."""
    for found in schemes(file):
        if found.id == scheme_id:
            return found
    raise Refused("That status scheme is no longer there.")


def keep_scheme(file: OfficeFile, scheme: Scheme) -> str:
    """The id of a kept scheme with exactly this wording; kept now if the office has none."""
    for kept in schemes(file):
        if kept.name == scheme.name and _wording(kept) == _wording(scheme):
            return kept.id
    with file.change(f"Add scheme {scheme.name}") as change:
        scheme_id = change.insert("scheme", name=scheme.name)
        for position, status in enumerate(scheme.statuses):
            change.insert(
                "status",
                scheme_id=scheme_id,
                key=status.key,
                label=status.label,
                letter=status.letter,
                fill=status.fill,
                meaning=status.meaning,
                is_a=status.is_a,
                position=position,
            )
    return scheme_id


def _wording(scheme: Scheme) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (status.key, status.label, status.letter, status.fill, status.meaning, status.is_a)
        for status in scheme.statuses
    )

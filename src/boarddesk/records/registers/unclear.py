"""Whom a document left off a register, because it was not clear who was meant, and nobody has said since."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.leftovers import leftovers
from boarddesk.rules.imports.person_choice import CHOOSE


def undecided(file: OfficeFile) -> tuple[tuple[str, str, str], ...]:
    """Document, name and question where an import left open who somebody is, and nobody has said since."""
    return tuple(
        (leftover.source, leftover.leftover.text, leftover.leftover.why)
        for leftover in leftovers(file)
        if CHOOSE in leftover.leftover.why
    )


def change_label(source: str) -> str:
    """What the change is called that takes the registers of a document."""
    return f"Import registers from {source}"


_WROTE = """
SELECT DISTINCT e.number, e.label
FROM change_row r JOIN change_entry e ON e.number = r.entry
WHERE r.row_id = :roll
   OR r.row_id IN (SELECT id FROM roll_row WHERE roll_id = :roll)
   OR r.row_id IN (SELECT m.id FROM attendance_mark m JOIN roll_row w ON w.id = m.row_id
                   WHERE w.roll_id = :roll)
"""


def unclear_on(file: OfficeFile, meeting_id: str) -> tuple[str, ...]:
    """Whom a document left off the register of a meeting: it was written from it and stayed open after."""
    waiting = undecided(file)
    roll_id = file.value("SELECT id FROM roll WHERE meeting_id = ?", (meeting_id,)) if waiting else None
    if not isinstance(roll_id, str):
        return ()
    known = file.history("roll", roll_id)
    states = [(entry.number, entry.after["state"]) for entry in known if "state" in entry.after]
    left_open = {
        row["label"]
        for row in file.rows(_WROTE, {"roll": roll_id})
        if [state for number, state in states if number <= row["number"]][-1:] == ["open"]
    }
    return tuple(dict.fromkeys(name for source, name, _ in waiting if change_label(source) in left_open))

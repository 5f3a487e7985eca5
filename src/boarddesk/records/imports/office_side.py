"""The office's side a register is held against, and names that an earlier import left open."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import board, organisations
from boarddesk.records.file.office_file import BoardFile, Change
from boarddesk.records.imports.leftovers import leftovers
from boarddesk.records.people import people
from boarddesk.records.registers.reading import registers
from boarddesk.records.seats import seats
from boarddesk.rules.imports.person_choice import CHOOSE, Kept, PersonChoice
from boarddesk.rules.imports.proposals import Proposals, Verdict
from boarddesk.rules.people import Board


def kept_side(file: BoardFile, board_id: str) -> Kept:
    """A board with its seats and registers, and everybody the office knows."""
    return Kept(
        board(file, board_id),
        people(file),
        organisations(file),
        seats(file, board_id),
        registers(file, board_id),
        undecided=tuple(name for _, name, _ in undecided(file)),
        seats_elsewhere=tuple(one for one in seats(file) if one.board_id != board_id),
    )


def without_board(file: BoardFile, name: str, short_name: str) -> Kept:
    """Everybody the office knows, for a board that is made with its registers."""
    return Kept(
        Board("", name, short_name),
        people(file),
        organisations(file),
        undecided=tuple(name for _, name, _ in undecided(file)),
        seats_elsewhere=seats(file),
    )


def undecided(file: BoardFile) -> tuple[tuple[str, str, str], ...]:
    """Document, name and question where an import left open who somebody is, and nobody has said since."""
    return tuple(
        (one.source, one.leftover.text, one.leftover.why)
        for one in leftovers(file)
        if CHOOSE in one.leftover.why
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


def unclear_on(file: BoardFile, meeting_id: str) -> tuple[str, ...]:
    """Whom a document left off the register of a meeting: it was written from it and stayed open after."""
    waiting = undecided(file)
    roll_id = file.value("SELECT id FROM roll WHERE meeting_id = ?", (meeting_id,)) if waiting else None
    if not isinstance(roll_id, str):
        return ()
    known = file.history("roll", roll_id)
    states = [(one.number, one.after["state"]) for one in known if "state" in one.after]
    left_open = {
        row["label"]
        for row in file.rows(_WROTE, {"roll": roll_id})
        if [state for number, state in states if number <= row["number"]][-1:] == ["open"]
    }
    return tuple(dict.fromkeys(name for source, name, _ in waiting if change_label(source) in left_open))


def settle_decided(file: BoardFile, change: Change, proposals: Proposals, *, today: date) -> None:
    """Who is clear now was left open by an earlier reading of the same document."""
    clear = {
        one.title
        for one in proposals.proposals
        if isinstance(one.found, PersonChoice) and one.verdict is not Verdict.UNCLEAR
    }
    for kept in leftovers(file):
        asked = kept.source == proposals.source and CHOOSE in kept.leftover.why
        if asked and kept.leftover.text in clear:
            change.update("import_leftover", kept.id, settled_on=today)

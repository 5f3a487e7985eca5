"""The rolls of registers as strings of letters, read once and then only where a mark or a row changed.

Ten years of a dozen boards are some 86,000 marks: reading them all takes longer than a page may, and from one
look to the next hardly one of them is another.  What changed is noted by triggers of the connection itself,
which are no part of the file: whatever writes, a change, an undo or an import, is noted by the row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.attendance.count import NO_LETTER, RollSeat, RollShape
from boarddesk.rules.people import Role

# One pass over a roll gives its rows and its letters in the same order.  The indexes are named because the
# planner, left alone, reads the marks' own rows as well.
_READ: Final = f"""
SELECT r.id, (
  SELECT json_group_array(json_array(
           rr.seat_id, rr.seat_title, rr.person_id, rr.organisation_id, rr.role, rr.expected, rr.position))
         || coalesce(group_concat(coalesce(a.mark, '{NO_LETTER}'), ''), '')
  FROM roll_row rr INDEXED BY roll_row_roll
  LEFT JOIN attendance_mark a INDEXED BY attendance_mark_of_row ON a.row_id = rr.id
  WHERE rr.roll_id = r.id) AS letters
FROM json_each(?) wanted JOIN roll r ON r.id = wanted.value"""

_TABLES: Final = ("roll", "roll_row", "attendance_mark")
"""What a roll kept here was read from: whoever is handed one hears of them."""

_NOTE: Final = "INSERT OR IGNORE INTO roll_touched SELECT {row}"
_OF_MARK: Final = "roll_id FROM roll_row WHERE id = {row}.row_id"


class RollLetters(NamedTuple):
    """A roll: its rows, and a letter for each; rolls with the same rows share one shape."""

    shape: RollShape
    letters: str


class KeptLetters:
    """The rolls of one open file."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file
        self._known: dict[str, RollLetters] = {}
        self._shapes: dict[str, RollShape] = {}
        self._version: object = None

    def of(self, roll_ids: Iterable[str]) -> Mapping[str, RollLetters]:
        """The rolls asked for; others may be among them."""
        if self._file.is_changing or self._file.path is None:  # may be taken back, or is of the past
            return self._read(roll_ids)
        self._forget_changed()
        self._file.counts_as_read(_TABLES)
        missing = [roll_id for roll_id in roll_ids if roll_id not in self._known]
        if missing:
            self._known |= self._read(missing)
        return self._known

    def _read(self, roll_ids: Iterable[str]) -> dict[str, RollLetters]:
        wanted = json.dumps(list(roll_ids))
        return {row["id"]: self._roll(row["letters"]) for row in self._file.rows(_READ, (wanted,))}

    def _roll(self, text: str) -> RollLetters:
        rows, bracket, letters = text.rpartition("]")
        if rows not in self._shapes:
            self._shapes[rows] = _shape(rows + bracket)
        return RollLetters(self._shapes[rows], letters)

    def _forget_changed(self) -> None:
        """What this connection changed is known by the row; after anybody else's change all is read again."""
        version = self._file.value("PRAGMA data_version")
        if version != self._version or not self._is_watching():
            self._known, self._version = {}, version
            self._watch()
        touched = self._file.rows("SELECT roll_id FROM temp.roll_touched")
        if touched:
            for row in touched:
                self._known.pop(row["roll_id"], None)
            self._file.rows("DELETE FROM temp.roll_touched")

    def _is_watching(self) -> bool:
        """False on a connection made anew after an error."""
        found = self._file.value("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'roll_touched'")
        return bool(found)

    def _watch(self) -> None:
        self._file.rows("CREATE TEMP TABLE IF NOT EXISTS roll_touched (roll_id TEXT PRIMARY KEY) STRICT")
        for table, note in (("roll_row", "{row}.roll_id"), ("attendance_mark", _OF_MARK)):
            for statement, rows in (("INSERT", ("NEW",)), ("UPDATE", ("NEW", "OLD")), ("DELETE", ("OLD",))):
                notes = "; ".join(_NOTE.format(row=note.format(row=row)) for row in rows)
                self._file.rows(
                    f"CREATE TEMP TRIGGER IF NOT EXISTS touched_{table}_{statement.lower()} "
                    f"AFTER {statement} ON main.{table} BEGIN {notes}; END"
                )


def _shape(text: str) -> RollShape:
    return RollShape(
        tuple(
            RollSeat(seat, title, person, organisation, Role(role), bool(expected), position)
            for seat, title, person, organisation, role, expected, position in json.loads(text)
        )
    )

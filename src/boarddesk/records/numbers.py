"""Numbers that are never given twice, though the record that had one was taken out."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile

_HIGHEST = """
SELECT max(number) FROM (
  SELECT number, board_id, {day} AS day FROM {table}
  UNION ALL SELECT r.before ->> '$.number', r.before ->> '$.board_id', r.before ->> '$.{day}'
  FROM change_row r JOIN change_entry e ON e.number = r.entry
  WHERE r.table_name = '{table}' AND r.op = 'delete' AND e.kind = 'change')
WHERE board_id = :board AND day BETWEEN :first AND :last
"""
_DATED = {"decision": "made_on", "challenge": "asked_on"}


def next_number(
    file: OfficeFile, table: str, board_id: str, *, first: date = date.min, last: date = date.max
) -> int:
    """The one after the highest a board gave between two days; an adding that was undone gave none."""
    highest = file.value(
        _HIGHEST.format(table=table, day=_DATED[table]),
        {"board": board_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return int(str(highest or 0)) + 1


_REFS = """
SELECT ref FROM board_action WHERE board_id = :board
UNION ALL SELECT r.before ->> '$.ref' FROM change_row r JOIN change_entry e ON e.number = r.entry
WHERE r.table_name = 'board_action' AND r.op = 'delete' AND e.kind = 'change'
  AND r.before ->> '$.board_id' = :board
"""


def next_action_ref(file: OfficeFile, board_id: str) -> str:
    """A and the number after the highest a board ever gave to an action; an adding undone gave none."""
    refs = [str(row["ref"]) for row in file.rows(_REFS, {"board": board_id})]
    return f"A{max((int(ref[1:]) for ref in refs if ref[1:].isdecimal()), default=0) + 1}"

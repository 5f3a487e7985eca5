"""Which rows stand as they are once minutes are confirmed, and the triggers that keep them so.

One list says it for all: the triggers are made from it, a seal takes in the rows it names, and a check of the
file holds them against that seal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.minutes.minutes import LOCKED

SEALED_TRIGGER: Final = "sealed_"
SEALS: Final = "sealed_minutes"


@dataclass(frozen=True)
class SealedRows:
    """Rows of a table that minutes say: `meeting` finds whose minutes by `{row}`, `columns` are what is said.

    Where `only` is given, rows it says no to belong to no minutes. No row comes or goes either.
    """

    table: str
    meeting: str
    columns: tuple[str, ...]
    only: str = ""


_OF_ITEM = "(SELECT meeting_id FROM agenda_item WHERE id = {row}.item_id)"
_OF_ROLL = "(SELECT meeting_id FROM roll WHERE id = {row}.roll_id)"
_OF_MARK = (
    "(SELECT roll.meeting_id FROM roll_row JOIN roll ON roll.id = roll_id WHERE roll_row.id = {row}.row_id)"
)

SEALED_ROWS: Final = (
    SealedRows("meeting", "{row}.id", ("board_id", "number", "date", "state")),
    SealedRows(
        "minutes",
        "{row}.meeting_id",
        ("meeting_id", "state", "with_chair_on", "circulated_on", "confirmed_on", "confirmed_at_id"),
    ),
    SealedRows("roll", "{row}.meeting_id", ("meeting_id", "state", "opened_on", "closed_on")),
    SealedRows(
        "roll_row",
        _OF_ROLL,
        (
            *("roll_id", "seat_id", "person_id", "seat_title", "organisation_id", "role", "expected"),
            *("counts_for_quorum", "position"),
        ),
    ),
    # why somebody was away is in no minutes, and is not kept for ever
    SealedRows("attendance_mark", _OF_MARK, ("row_id", "mark", "deputy_id", "part_from", "part_to")),
    SealedRows(
        "guest",
        _OF_ROLL,
        ("roll_id", "person_id", "name", "organisation", "purpose", "arrived", "departed", "position"),
    ),
    SealedRows("declaration", "{row}.meeting_id", ("meeting_id", "item_id", "person_id", "nature", "did")),
    SealedRows(
        "agenda_item",
        "{row}.meeting_id",
        (
            *("meeting_id", "parent_id", "position", "title", "purpose", "restricted", "late_why"),
            *("supplement", "minutes_of_id", "added_on_the_day"),
        ),
    ),
    # the chair's update stands beside the minute and may be written later
    SealedRows(
        "item_minute",
        _OF_ITEM,
        ("item_id", "began", "sequence"),
        only="({row}.began <> '' OR {row}.sequence <> 0)",
    ),
    SealedRows(
        "minute_block",
        _OF_ITEM,
        (
            *("item_id", "position", "kind", "text", "marks", "restricted"),
            *("decision_id", "board_action_id", "challenge_id"),
        ),
    ),
    SealedRows(
        "decision",
        "{row}.meeting_id",
        (
            *("board_id", "number", "verb", "text", "made_on", "how", "by_whom", "meeting_id", "item_id"),
            "to_ratify",
        ),
    ),
    # an action goes on: who has it, until when, and what was done about it
    SealedRows(
        "board_action", "{row}.meeting_id", ("board_id", "ref", "text", "raised_on", "meeting_id", "item_id")
    ),
    SealedRows(
        "challenge",
        "{row}.meeting_id",
        ("meeting_id", "asked_by", "asked_on", "text", "number", "item_id", "relayed_by"),
    ),
    # what is corrected after the confirmation comes beside
    SealedRows(
        "minutes_correction",
        "{row}.meeting_id",
        ("meeting_id", "number", "item_id", "was", "will_be", "why", "made_on", "made_at_id", "block"),
        only="{row}.after_confirmation = 0",
    ),
)


def rows_query(sealed: SealedRows) -> str:
    """Every row of the table that belongs to minutes, with the meeting whose minutes they are."""
    columns = ", ".join(f"t.{column}" for column in sealed.columns)
    only = f" WHERE {sealed.only.format(row='t')}" if sealed.only else ""
    return (
        f"SELECT {sealed.meeting.format(row='t')} AS of_meeting, t.id, {columns} FROM {sealed.table} t{only} "
        "ORDER BY t.id"
    )


def sealing_triggers(logged: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Statements that make the triggers of a file that has seals; none for one of before there were any."""
    if SEALS not in logged:
        return
    yield _trigger(SEALS, "UPDATE")
    yield _trigger(SEALS, "DELETE", when=f"NOT {_is_undone(SEALS)}")
    for sealed in SEALED_ROWS:
        yield _trigger(sealed.table, "INSERT", when=_belongs(sealed, "NEW"))
        yield _trigger(sealed.table, "DELETE", when=_belongs(sealed, "OLD"))
        changes = f"{_belongs(sealed, 'OLD')} OR {_belongs(sealed, 'NEW')}"
        yield _trigger(sealed.table, "UPDATE", of=sealed.columns, when=changes)
    beside = f"OLD.after_confirmation AND {_is_sealed('OLD.meeting_id')}"
    yield _trigger("minutes_correction", "UPDATE", when=beside, name="beside_update")
    gone = f"{beside} AND NOT {_is_undone('minutes_correction')}"
    yield _trigger("minutes_correction", "DELETE", when=gone, name="beside_delete")


def _belongs(sealed: SealedRows, row: str) -> str:
    found = _is_sealed(sealed.meeting.format(row=row))
    return f"({sealed.only.format(row=row)} AND {found})" if sealed.only else found


def _is_sealed(meeting: str) -> str:
    return f"EXISTS (SELECT 1 FROM {SEALS} WHERE meeting_id = {meeting})"


def _is_undone(table: str) -> str:
    """Whether the row that goes came with the very change that undo takes back next, and through the door."""
    return (
        "EXISTS (SELECT 1 FROM file_meta JOIN change_entry newest "
        "ON newest.number = (SELECT max(number) FROM change_entry) "
        "JOIN change_row made ON made.entry = newest.undo_next WHERE file_meta.writing IS NOT NULL "
        f"AND made.row_id = OLD.id AND made.table_name = '{table}' AND made.op = 'insert')"
    )


def _trigger(table: str, op: str, *, of: Collection[str] = (), when: str = "", name: str = "") -> str:
    columns = f" OF {', '.join(of)}" if of else ""
    condition = f" WHEN {when}" if when else ""
    words = LOCKED.replace("'", "''")
    return (
        f'CREATE TRIGGER "{SEALED_TRIGGER}{table}_{name or op.lower()}" '
        f'BEFORE {op}{columns} ON "{table}"{condition}\n'
        f"BEGIN SELECT RAISE(ABORT, '{words}'); END;"
    )

"""What of each retention class the office holds: in its tables, and in the log of what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.purge import ERASED
from boarddesk.records.reading import day
from boarddesk.rules.retention import RetentionClass


@dataclass(frozen=True)
class Holding:
    """Records that belong to a class: `dated` gives the id and the day of each that it counts for.

    Of some only `columns` are emptied and the record stays; the others go as a whole. What is `told` is
    counted; the rest hangs on it and goes with it.
    """

    table: str
    dated: str
    columns: tuple[str, ...] = ()
    told: bool = True


_OF_MEETING: Final = "SELECT t.id, g.date FROM {table} t JOIN meeting g ON g.id = t.meeting_id"
_DRAFTS: Final = (
    "FROM circulation c JOIN minutes m ON m.meeting_id = c.meeting_id WHERE m.state = 'confirmed' "
    "AND m.confirmed_on IS NOT NULL"
)

HOLDINGS: Final[Mapping[str, tuple[Holding, ...]]] = {
    "absence reasons": (
        Holding(
            "attendance_mark",
            "SELECT t.id, g.date FROM attendance_mark t JOIN roll_row w ON w.id = t.row_id "
            "JOIN roll r ON r.id = w.roll_id JOIN meeting g ON g.id = r.meeting_id",
            ("reason", "note"),
        ),
    ),
    "replies": (Holding("meeting_reply", _OF_MEETING.format(table="meeting_reply")),),
    "transcripts": (
        Holding("transcript", _OF_MEETING.format(table="transcript") + " WHERE t.deleted_on IS NULL"),
    ),
    "minutes drafts": (
        Holding("circulation", f"SELECT c.id, m.confirmed_on AS date {_DRAFTS}"),
        Holding(
            "returned_copy",
            f"SELECT id, confirmed_on AS date FROM (SELECT c.id AS sent, m.confirmed_on {_DRAFTS}) "
            "JOIN returned_copy ON circulation_id = sent",
            told=False,
        ),
        Holding(
            "proposed_correction",
            f"SELECT p.id, confirmed_on AS date FROM (SELECT c.id AS sent, m.confirmed_on {_DRAFTS}) "
            "JOIN returned_copy r ON circulation_id = sent JOIN proposed_correction p ON p.copy_id = r.id",
            told=False,
        ),
    ),
    "leavers": (
        Holding(
            "person",
            "SELECT p.id, max(m.to_date) AS date FROM person p JOIN membership m ON m.person_id = p.id "
            "WHERE NOT EXISTS (SELECT 1 FROM deputy d WHERE d.person_id = p.id) "
            "GROUP BY p.id HAVING count(*) = count(m.to_date)",
            ("email", "phone", "note"),
        ),
    ),
    "ended interests": (
        Holding("interest", "SELECT id, until_day AS date FROM interest WHERE until_day IS NOT NULL"),
    ),
    "chair notes": (
        Holding("agenda_item", _OF_MEETING.format(table="agenda_item"), ("chair_note", "words_to_use")),
    ),
    "chases": (Holding("action_chase", "SELECT id, chased_on AS date FROM action_chase"),),
    "import leftovers": (
        Holding(
            "import_leftover",
            "SELECT id, settled_on AS date FROM import_leftover WHERE settled_on IS NOT NULL",
        ),
    ),
}
"""What is erased for each class, by its key."""


@dataclass(frozen=True)
class DueRecord:
    """One record of which something is to be erased."""

    holding: Holding
    row_id: str
    on: date


def due_records(file: OfficeFile, of: RetentionClass, *, today: date) -> Iterator[DueRecord]:
    """Everything of a class that has been kept long enough, also where only the log still has it.

    What was taken out of the office counts from the day of its last change.
    """
    for holding in HOLDINGS[of.kind.key]:
        standing = {row["id"] for row in file.rows(f"SELECT id FROM {holding.table}")}
        days = {row["id"]: day(row["date"]) for row in file.rows(holding.dated)}
        logged = {row["row_id"]: day(row["made_at"][:10]) for row in file.rows(*_in_log(holding))}
        full = _with_words(file, holding) if holding.columns else days.keys()
        gone = {row_id: on for row_id, on in logged.items() if row_id not in standing}
        wanted = {row_id: on for row_id, on in days.items() if row_id in logged or row_id in full}
        for row_id, on in (wanted | gone).items():
            if on is not None and of.is_due(on, today=today):
                yield DueRecord(holding, row_id, on)


def _in_log(holding: Holding) -> tuple[str, dict[str, str]]:
    """The records of which the log still says something that is not erased, and their last change."""
    sides = ("before", "after")
    said = " OR ".join(
        [
            f"coalesce({side} ->> '$.{column}', '') NOT IN ('', :erased)"
            for side in sides
            for column in holding.columns
        ]
        or [f"{side} IS NOT NULL" for side in sides]
    )
    sql = (
        "SELECT row_id, max(made_at) AS made_at FROM change_row JOIN change_entry ON number = entry "
        f"WHERE table_name = :table AND ({said}) GROUP BY row_id"
    )
    return sql, {"table": holding.table, "erased": ERASED}


def _with_words(file: OfficeFile, holding: Holding) -> set[str]:
    full = " OR ".join(f"{column} <> ''" for column in holding.columns)
    return {row["id"] for row in file.rows(f"SELECT id FROM {holding.table} WHERE {full}")}

"""Deadlines as kept: as written, as understood, and the first date once it was moved."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.records.dates.bands import bands_of
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day
from boarddesk.rules.dates.deadlines import ByWhen, DateFlag, Precision, moved, read_by_when


def by_when(row: Row) -> ByWhen:
    """The deadline of an action's or milestone's row."""
    return ByWhen(
        row["by_when"],
        earliest=day(row["earliest"]),
        latest=day(row["latest"]),
        precision=Precision(row["precision"]),
        flags=frozenset(DateFlag(flag) for flag in row["date_flags"].split(",") if flag),
    )


def original_by_when(row: Row) -> ByWhen | None:
    """The first deadline, once it has been moved; its latest day is the one understood then."""
    if row["original_by_when"] is None:
        return None
    read = read_by_when(row["original_by_when"])
    kept = day(row["original_latest"])
    return read if read.latest == kept else replace(read, earliest=kept, latest=kept)


def understood_in(file: OfficeFile, plan_id: str, written: ByWhen | str) -> ByWhen:
    """The deadline read by the plan's own terms, unless it was understood before."""
    if isinstance(written, ByWhen):
        return written
    starts = file.value("SELECT from_date FROM plan WHERE id = ?", (plan_id,))
    return read_by_when(written, terms=bands_of(file, plan_id), starts=day(str(starts) if starts else None))


def date_fields(understood: ByWhen) -> dict[str, object]:
    """The columns of a deadline."""
    return {
        "by_when": understood.as_written,
        "earliest": understood.earliest,
        "latest": understood.latest,
        "precision": understood.precision,
        "date_flags": ",".join(flag for flag in DateFlag if flag in understood.flags),
    }


def moved_fields(row: Row, revised: ByWhen) -> dict[str, object]:
    """The columns that moving a deadline changes: nothing where it says the same."""
    kept = by_when(row)
    if kept == revised:
        return {}
    fields = date_fields(revised)
    if row["original_by_when"] is not None:
        back = not moved(original_by_when(row), revised)
        return fields | ({"original_by_when": None, "original_latest": None} if back else {})
    if kept.as_written and moved(kept, revised):
        return fields | {"original_by_when": kept.as_written, "original_latest": kept.latest}
    return fields

"""A purge in its two steps: looked at first, then meant; what is due leaves tables, log and papers."""

from __future__ import annotations

import json
from datetime import date

from boarddesk.records.file.backups import back_up
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import OnlyReadable
from boarddesk.records.retention.classes import retention_classes
from boarddesk.records.retention.finding import due_records
from boarddesk.rules.retention import (
    BACKUPS_KEEP,
    Certificate,
    PurgePreview,
    check_purge,
    due_class,
)

BEFORE = "before purge"
"""Why the backup is kept that is made before anything is erased."""


def preview_purge(file: OfficeFile, *, today: date, only: frozenset[str] = frozenset()) -> PurgePreview:
    """What is due now of the classes the office decided, or of those named."""
    found = []
    for of in retention_classes(file):
        if not of.is_decided or (only and of.kind.key not in only):
            continue
        days = [record.on for record in due_records(file, of, today=today) if record.holding.told]
        if days:
            found.append(due_class(of, days))
    return PurgePreview(file.commit_number, tuple(found))


def purge(file: OfficeFile, preview: PurgePreview, *, typed: str, why: str, today: date) -> int:
    """Erase what was looked at, after a backup; the number of its certificate. It cannot be undone."""
    if file.read_only or file.path is None:
        raise OnlyReadable("This office is open to read only, so nothing can be erased from it.")
    reason = check_purge(preview, now_at=file.commit_number, typed=typed, why=why)
    going = [record for found in preview.due for record in due_records(file, found.of, today=today)]
    back_up(file.path, reason=BEFORE)
    with file.purge("Erase what has been kept long enough") as erasing:
        for record in going:
            if record.holding.columns:
                erasing.blank(record.holding.table, record.row_id, *record.holding.columns)
            else:
                erasing.remove(record.holding.table, record.row_id)
        return erasing.certify(
            what=preview.what,
            how_many=preview.how_many,
            why=reason,
            made_on=today,
            lines=[*(found.sentence for found in preview.due), BACKUPS_KEEP],
        )


def certificates(file: OfficeFile) -> tuple[Certificate, ...]:
    """Every certificate, the newest first."""
    return tuple(_certificate(row) for row in file.rows("SELECT * FROM certificate ORDER BY number DESC"))


def _certificate(row: Row) -> Certificate:
    content = json.loads(row["content"] or "{}")
    return Certificate(
        row["number"],
        date.fromisoformat(row["made_on"]),
        row["what"],
        row["how_many"],
        row["why"],
        tuple(content.get("lines", ())),
        len(content.get("remains", ())),
    )

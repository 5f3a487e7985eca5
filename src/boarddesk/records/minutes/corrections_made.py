"""Numbered corrections of minutes, as they are kept: those of a meeting's minutes, and those it made."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.minutes.corrected import MinutesCorrection


def corrections_of(file: OfficeFile, meeting_id: str) -> tuple[MinutesCorrection, ...]:
    """The corrections of a meeting's minutes, in their order."""
    rows = file.rows("SELECT * FROM minutes_correction WHERE meeting_id = ? ORDER BY number", (meeting_id,))
    return tuple(_correction(row) for row in rows)


def corrections_made(file: OfficeFile, meeting_id: str) -> tuple[MinutesCorrection, ...]:
    """What a meeting corrected in the minutes of earlier ones."""
    rows = file.rows(
        "SELECT c.* FROM minutes_correction c JOIN meeting m ON m.id = c.meeting_id WHERE c.made_at_id = ? "
        "ORDER BY m.date, c.number",
        (meeting_id,),
    )
    return tuple(_correction(row) for row in rows)


def _correction(row: Row) -> MinutesCorrection:
    return MinutesCorrection(
        row["id"],
        row["meeting_id"],
        row["number"],
        row["will_be"],
        date.fromisoformat(row["made_on"]),
        row["was"],
        row["why"],
        row["item_id"],
        row["made_at_id"],
        bool(row["after_confirmation"]),
    )

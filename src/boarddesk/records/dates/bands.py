"""The plan's own calendar: its terms, in which deadlines are read and the timeline is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.plan.actions import TermBand


def bands_of(file: OfficeFile, plan_id: str) -> tuple[TermBand, ...]:
    """The plan's terms in order."""
    rows = file.rows("SELECT * FROM term_band WHERE plan_id = ? ORDER BY position, earliest", (plan_id,))
    return tuple(
        TermBand(row["label"], date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]))
        for row in rows
    )


def set_bands(file: OfficeFile, plan_id: str, bands: Sequence[TermBand]) -> None:
    """These terms in place of those the plan had."""
    if tuple(bands) == bands_of(file, plan_id):
        return
    with file.change("Change the plan's terms") as change:
        for row in file.rows("SELECT id FROM term_band WHERE plan_id = ?", (plan_id,)):
            change.delete("term_band", row["id"])
        for position, band in enumerate(bands):
            change.insert(
                "term_band",
                plan_id=plan_id,
                label=band.label,
                earliest=band.earliest,
                latest=band.latest,
                position=position,
            )

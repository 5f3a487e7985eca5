"""Feeding a KPI from a figure of the office, and stopping: the last actuals then stay as entered ones."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import board
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.plan.kpis import actual_fields, kpis, target_fields
from boarddesk.records.reading import one
from boarddesk.rules.plan.fed_figures import check_fits
from boarddesk.rules.plan.feeds import Feed
from boarddesk.rules.plan.kpis import Checkpoint, Kpi
from boarddesk.rules.refused import Refused


def feed_kpi(file: OfficeFile, kpi_id: str, feed: Feed) -> None:
    """From now on the figure gives the actuals; a step with a figure somebody entered keeps it."""
    kpi = _kpi(file, kpi_id)
    board(file, feed.of)
    check_fits(kpi)
    with file.change(f"Feed KPI {kpi.name}") as change:
        change.update("kpi", kpi_id, fed_from=feed.spec)


def stop_feeding(file: OfficeFile, kpi_id: str, *, today: date) -> None:
    """The KPI follows the registers no more; what it was last fed stays as if somebody had entered it."""
    kpi = _kpi(file, kpi_id, as_at=today)
    if kpi.fed_from is None:
        raise Refused(f"{kpi.name} is not fed from a figure.", field="kpi")
    own = {row["id"] for row in file.rows("SELECT id FROM checkpoint WHERE kpi_id = ?", (kpi_id,))}
    with file.change(f"Stop feeding {kpi.name}") as change:
        for place, step in enumerate(kpi.checkpoints):
            if step.actual.exact is not None:
                _keep(change, kpi, step, place=None if step.id in own else place)
        change.update("kpi", kpi_id, fed_from="")


def _keep(change: Change, kpi: Kpi, step: Checkpoint, *, place: int | None) -> None:
    """The figure in the step it belongs to; a meeting's own step is made at its place."""
    if place is None:
        change.update("checkpoint", step.id, **actual_fields(step.actual))
        return
    change.insert(
        "checkpoint",
        kpi_id=kpi.id,
        label=step.label,
        due=step.due,
        position=place,
        **target_fields("target", step.target),
        **actual_fields(step.actual),
    )


def _kpi(file: OfficeFile, kpi_id: str, *, as_at: date | None = None) -> Kpi:
    row = one(file.row("SELECT plan_id FROM kpi WHERE id = ?", (kpi_id,)), "That KPI is no longer there.")
    return next(found for found in kpis(file, row["plan_id"], as_at=as_at) if found.id == kpi_id)

"""KPIs: targets, checkpoints, actuals and their corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from boarddesk.records.attendance.fed_kpis import with_feeds
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, gathered, number, one
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Comparator, Kpi, Polarity, Restatement, Target, Unit
from boarddesk.rules.refused import Refused

NOTHING = Actual()


def kpis(file: OfficeFile, plan_id: str, *, as_at: date | None = None) -> tuple[Kpi, ...]:
    """Every KPI of a plan with its checkpoints in order; a fed one is counted up to a day, or all of it."""
    of_plan = "kpi_id IN (SELECT id FROM kpi WHERE plan_id = ?)"
    corrections = gathered(
        (row["checkpoint_id"], _restatement(row))
        for row in file.rows(
            f"SELECT r.* FROM restatement r JOIN checkpoint c ON c.id = r.checkpoint_id WHERE c.{of_plan} "
            "ORDER BY r.made_on, r.id",
            (plan_id,),
        )
    )
    steps = gathered(
        (row["kpi_id"], _checkpoint(row, corrections))
        for row in file.rows(
            f"SELECT * FROM checkpoint WHERE {of_plan} ORDER BY position, due, id", (plan_id,)
        )
    )
    rows = file.rows("SELECT * FROM kpi WHERE plan_id = ?", (plan_id,))
    rows.sort(key=lambda row: (row["position"], ref_order(row["ref"]), row["ref"], row["id"]))
    specs = {row["id"]: row["fed_from"] for row in rows}
    return with_feeds(file, (_kpi(row, steps[row["id"]]) for row in rows), specs, as_at=as_at)


def add_kpi(
    file: OfficeFile,
    plan_id: str,
    *,
    ref: str,
    wording: str,
    unit: Unit = Unit.NUMBER,
    polarity: Polarity = Polarity.HIGHER,
    baseline: Actual = NOTHING,
    headline: Target | None = None,
    tolerance: object = 0,
    area_id: str | None = None,
    action_id: str | None = None,
) -> str:
    """A new measure; one ref may carry several."""
    if not wording.strip():
        raise Refused("Say what is measured.", field="wording")
    with file.change(f"Add KPI {ref}") as change:
        return change.insert(
            "kpi",
            plan_id=plan_id,
            area_id=area_id,
            action_id=action_id,
            ref=ref.strip(),
            wording=wording.strip(),
            unit=unit,
            polarity=polarity,
            tolerance=str(tolerance),
            baseline_value=baseline.value,
            baseline_words=baseline.words,
            baseline_as_at=baseline.as_at,
            **target_fields("headline", headline or Target()),
        )


def add_checkpoint(
    file: OfficeFile,
    kpi_id: str,
    *,
    label: str,
    target: Target,
    due: date | None = None,
    actual: Actual = NOTHING,
) -> str:
    """A step at the end of the KPI's trajectory."""
    if not label.strip():
        raise Refused("Name the step, such as May 2026 or 3 months.", field="label")
    with file.change(f"Add step {label.strip()} to {_ref(file, kpi_id)}") as change:
        return change.insert(
            "checkpoint",
            kpi_id=kpi_id,
            label=label.strip(),
            due=due,
            position=file.value("SELECT count(*) FROM checkpoint WHERE kpi_id = ?", (kpi_id,)),
            **target_fields("target", target),
            **actual_fields(actual),
        )


def set_actual(file: OfficeFile, checkpoint_id: str, actual: Actual) -> None:
    """Enter what was measured, or take it away; a figure that is there is corrected with `restate`."""
    row = _checkpoint_row(file, checkpoint_id)
    with file.change(f"Enter actual of {row['ref']}, {row['label']}") as change:
        change.update("checkpoint", checkpoint_id, **actual_fields(actual))


def restate(file: OfficeFile, checkpoint_id: str, actual: Actual, *, why: str, made_on: date) -> None:
    """Correct an actual: the old figure, the new one and the reason are kept."""
    if not why.strip():
        raise Refused("Say why the figure is corrected.", field="why")
    row = _checkpoint_row(file, checkpoint_id)
    old = _checkpoint(row, {}).actual
    if (old.value, old.words) == (actual.value, actual.words):
        return
    with file.change(f"Correct {row['ref']}, {row['label']}") as change:
        change.insert(
            "restatement",
            checkpoint_id=checkpoint_id,
            old_value=old.value,
            old_words=old.words,
            new_value=actual.value,
            new_words=actual.words,
            why=why.strip(),
            made_on=made_on,
        )
        change.update("checkpoint", checkpoint_id, **actual_fields(actual))


def declare_checkpoint(file: OfficeFile, checkpoint_id: str, *, declared: str, why: str = "") -> None:
    """What the lead says of the step (met, not met or nothing), and why where figures say otherwise."""
    row = _checkpoint_row(file, checkpoint_id)
    with file.change(f"Declare {row['ref']}, {row['label']}") as change:
        change.update("checkpoint", checkpoint_id, declared=declared, declared_why=why.strip())


def _ref(file: OfficeFile, kpi_id: str) -> str:
    return str(
        one(file.row("SELECT ref FROM kpi WHERE id = ?", (kpi_id,)), "That KPI is no longer there.")["ref"]
    )


def _checkpoint_row(file: OfficeFile, checkpoint_id: str) -> Row:
    row = file.row(
        "SELECT c.*, k.ref FROM checkpoint c JOIN kpi k ON k.id = c.kpi_id WHERE c.id = ?", (checkpoint_id,)
    )
    return one(row, "That step is no longer there.")


def target_fields(prefix: str, target: Target) -> dict[str, object]:
    """A target as a row keeps it."""
    return {
        f"{prefix}_comparator": target.comparator,
        f"{prefix}_value": target.value,
        f"{prefix}_high": target.high,
        f"{prefix}_words": target.words,
    }


def actual_fields(actual: Actual) -> dict[str, object]:
    """An actual as a step keeps it."""
    return {
        "actual_value": actual.value,
        "actual_words": actual.words,
        "actual_as_at": actual.as_at,
        "source": actual.source,
        "provisional": actual.provisional,
    }


def _kpi(row: Row, checkpoints: Sequence[Checkpoint]) -> Kpi:
    return Kpi(
        id=row["id"],
        ref=row["ref"],
        wording=row["wording"],
        unit=Unit(row["unit"]),
        polarity=Polarity(row["polarity"]),
        baseline=Actual(number(row["baseline_value"]), row["baseline_words"], day(row["baseline_as_at"])),
        headline=_target("headline", row),
        checkpoints=tuple(checkpoints),
        tolerance=number(row["tolerance"]) or Decimal(0),
        area_id=row["area_id"],
        action_id=row["action_id"],
    )


def _checkpoint(row: Row, corrections: Mapping[str, tuple[Restatement, ...]]) -> Checkpoint:
    return Checkpoint(
        id=row["id"],
        label=row["label"],
        target=_target("target", row),
        actual=Actual(
            value=number(row["actual_value"]),
            words=row["actual_words"],
            as_at=day(row["actual_as_at"]),
            source=row["source"],
            provisional=bool(row["provisional"]),
        ),
        due=day(row["due"]),
        declared=row["declared"],
        declared_why=row["declared_why"],
        restatements=corrections.get(row["id"], ()),
    )


def _target(prefix: str, row: Row) -> Target:
    return Target(
        comparator=Comparator(row[f"{prefix}_comparator"]),
        value=number(row[f"{prefix}_value"]),
        high=number(row[f"{prefix}_high"]),
        words=row[f"{prefix}_words"],
    )


def _restatement(row: Row) -> Restatement:
    return Restatement(
        old=Actual(number(row["old_value"]), row["old_words"]),
        new=Actual(number(row["new_value"]), row["new_words"]),
        why=row["why"],
        made_on=date.fromisoformat(row["made_on"]),
    )

"""Lists KPIs: targets, actuals, verdicts, and where what is declared and the figures disagree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.cli.listing.subject import Listing, ListQuery
from boarddesk.records.plan.kpis import kpis as kept_kpis
from boarddesk.records.plan.plans import plan, plans
from boarddesk.rules.plan.feeds import FedFrom
from boarddesk.rules.plan.figures import actual_shown, target_shown
from boarddesk.rules.plan.kpis import (
    Actual,
    Checkpoint,
    Kpi,
    Target,
    headline_verdict,
    step_verdict,
)
from boarddesk.rules.plan.scorecard import (
    Reading,
    disagreement,
    judged,
    reading,
    since_last_step,
    verdict_shown,
)

FED_FROM = "Fed from"


def kpis(query: ListQuery) -> Listing:
    asked_plans = plans(query.file, query.board_id)
    found = [kpi for bare in asked_plans for kpi in kept_kpis(query.file, bare.id, as_at=query.today)]
    areas = {area.id: area.number for bare in asked_plans for area in plan(query.file, bare.id).areas}
    headings = ("Ref", "KPI", "Baseline", "Step", "Target", "Actual", "As at", "Verdict", "Direction")
    fed = any(kpi.fed_from for kpi in found)
    return Listing(
        headings=(*headings, FED_FROM) if fed else headings,
        rows=[(*_row(kpi, today=query.today), *([_fed_from(kpi)] if fed else ())) for kpi in found],
        document=[_document(kpi, areas=areas, today=query.today) for kpi in found],
        noun="KPI",
    )


def _row(kpi: Kpi, *, today: date) -> tuple[str, ...]:
    found = reading(kpi, today=today)
    start = (kpi.ref, kpi.wording, actual_shown(kpi.baseline, kpi.unit))
    if found is None:
        return (*start, "–", target_shown(kpi.headline, kpi.unit), "–", "–", "–", "–")
    travel = since_last_step(kpi, found.step)
    return (
        *start,
        found.step.label,
        target_shown(found.step.target, kpi.unit),
        actual_shown(found.figure, kpi.unit),
        found.days or "–",
        "; ".join(part for part in (verdict_shown(found.verdict), found.headline_words) if part),
        travel.shown if travel else "–",
    )


def _fed_from(kpi: Kpi) -> str:
    source = kpi.fed_from
    if source is None:
        return "–"
    words = (source.feed.figure, source.board, source.feed.period, source.open_note)
    return ", ".join(word for word in words if word)


def _document(kpi: Kpi, *, areas: Mapping[str, str], today: date) -> dict[str, object]:
    found = reading(kpi, today=today)
    travel = since_last_step(kpi, found.step) if found else None
    return {
        "ref": kpi.ref,
        "wording": kpi.wording,
        "area": areas.get(kpi.area_id or ""),
        "unit": kpi.unit,
        "polarity": kpi.polarity,
        "baseline": _actual(kpi.baseline),
        "headline": _target(kpi.headline),
        "checkpoints": [_checkpoint(kpi, checkpoint) for checkpoint in kpi.checkpoints],
        "headline_verdict": headline_verdict(kpi, found.known_at) if found else None,
        "verdict": found.verdict if found else None,
        "actual": _read(found) if found else None,
        "sentence": judged(kpi, today=today),
        "direction": travel.direction.word.lower() if travel else None,
        "fed_from": _feed(kpi.fed_from) if kpi.fed_from else None,
    }


def _read(found: Reading) -> dict[str, object]:
    """The figure the KPI stands at, whether it is of an earlier step, and the days a fed one counts."""
    counted = found.figure.counted
    days = {"from": counted[0], "to": counted[1]} if counted else None
    return {**_actual(found.figure), "last_known": found.is_last_known, "counted": days}


def _feed(source: FedFrom) -> dict[str, object]:
    return {
        "figure": source.feed.figure,
        "board": source.board,
        "period": source.feed.period,
        "open_registers": source.open_registers,
    }


def _checkpoint(kpi: Kpi, step: Checkpoint) -> dict[str, object]:
    differs = disagreement(kpi, step)
    return {
        "label": step.label,
        "due": step.due,
        "target": _target(step.target),
        "actual": _actual(step.actual),
        "verdict": step_verdict(kpi, step),
        "declared": step.declared,
        "disagrees": differs is not None,
        "why": step.declared_why,
    }


def _target(target: Target) -> dict[str, object]:
    return {
        "value": target.value,
        "high": target.high,
        "comparator": target.comparator,
        "words": target.words,
    }


def _actual(actual: Actual) -> dict[str, object]:
    return {
        "value": actual.value,
        "words": actual.words,
        "as_at": actual.as_at,
        "provisional": actual.provisional,
    }

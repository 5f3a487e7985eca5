"""The run chart of a highlight report: which KPI, its points, its finding and alternative text in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from boarddesk.rules.highlights.figures import label_of
from boarddesk.rules.highlights.pack import HighlightPack
from boarddesk.rules.plan.figures import target_short, value_shown
from boarddesk.rules.plan.kpis import (
    Checkpoint,
    Kpi,
    Polarity,
    Unit,
    Verdict,
    current_step,
    headline_verdict,
    known,
    step_verdict,
)
from boarddesk.rules.wording import cut_words, month, number, sentence, short_month

FEWEST_POINTS: Final = 3
LONGEST_ALT: Final = 150
WORDS_OF_KPI: Final = 8
_HEADLINE_TOO: Final = {
    Verdict.MET: ", the headline too",
    Verdict.WITHIN_TOLERANCE: ", the headline within tolerance",
    Verdict.NOT_MET: ", the headline is not",
}
_NEED: Final = (Verdict.NOT_MET, Verdict.WITHIN_TOLERANCE, Verdict.MET)


@dataclass(frozen=True)
class ChartPoint:
    """One step of a KPI on its chart."""

    label: str
    actual: float | None
    target: float | None
    said: str
    actual_shown: str = ""
    target_shown: str = ""


@dataclass(frozen=True)
class KpiChart:
    """What the run chart of a KPI shows and says."""

    points: tuple[ChartPoint, ...]
    headline: tuple[float, str] | None
    baseline: tuple[float, str] | None
    last_target: str
    per_cent: bool
    finding: str
    remark: str
    alt: str


@dataclass(frozen=True)
class _StepFigure:
    """A step that has a figure."""

    step: Checkpoint
    value: Decimal
    verdict: Verdict


def chart_of(kpis: Sequence[Kpi], pack: HighlightPack) -> KpiChart | None:
    """The chart of the KPI that needs it most; none where no KPI has three figures."""
    able = [kpi for kpi in kpis if len(_measured(kpi)) >= FEWEST_POINTS]
    return _chart(min(able, key=lambda kpi: _need(kpi, pack))) if able else None


def _need(kpi: Kpi, pack: HighlightPack) -> int:
    step = current_step(kpi, today=pack.meeting_day)
    found = step_verdict(kpi, step) if step else Verdict.NO_DATA
    return _NEED.index(found) if found in _NEED else len(_NEED)


def _measured(kpi: Kpi) -> list[_StepFigure]:
    values = ((step, known(step.actual.value)) for step in kpi.checkpoints)
    return [_StepFigure(step, value, step_verdict(kpi, step)) for step, value in values if value is not None]


def _chart(kpi: Kpi) -> KpiChart:
    targets = [value for step in kpi.checkpoints if (value := known(step.target.value)) is not None]
    figures = [*targets, *(figure.value for figure in _measured(kpi))]
    return KpiChart(
        points=tuple(_point(step, kpi) for step in kpi.checkpoints),
        headline=_line("Headline", known(kpi.headline.value), kpi),
        baseline=_line("Baseline", known(kpi.baseline.value), kpi),
        last_target=f"Step target {value_shown(targets[-1], kpi.unit)}" if targets else "",
        per_cent=kpi.unit is Unit.PERCENT and all(0 <= figure <= 100 for figure in figures),
        finding=_finding(kpi),
        remark=_remark(kpi),
        alt=_alt(kpi),
    )


def _point(step: Checkpoint, kpi: Kpi) -> ChartPoint:
    actual, target = known(step.actual.value), known(step.target.value)
    return ChartPoint(
        short_month(step.due) if step.due else label_of(step)[:10],
        None if actual is None else float(actual),
        None if target is None else float(target),
        "" if actual is None else value_shown(actual, kpi.unit).removesuffix("%").split(" ")[0],
        actual_shown="" if actual is None else value_shown(actual, kpi.unit),
        target_shown="" if target is None else value_shown(target, kpi.unit),
    )


def _line(name: str, value: Decimal | None, kpi: Kpi) -> tuple[float, str] | None:
    return None if value is None else (float(value), f"{name} {value_shown(value, kpi.unit)}")


def _remark(kpi: Kpi) -> str:
    unit = {Unit.WEEKS: "weeks", Unit.MONEY: "pounds"}.get(kpi.unit, "")
    lower = "lower is better" if kpi.polarity is Polarity.LOWER else ""
    return sentence("; ".join(part for part in (unit, lower) if part))


def _finding(kpi: Kpi) -> str:
    """`K7, plans within 20 weeks: off the step for the first time since November.`"""
    short = cut_words(kpi.wording, WORDS_OF_KPI).rstrip(".")
    name = f"{kpi.ref}, {short[:1].lower()}{short[1:]}" if kpi.ref else short
    return f"{name}: {_how_it_stands(_measured(kpi), kpi)}."


def _how_it_stands(figures: Sequence[_StepFigure], kpi: Kpi) -> str:
    first, last = figures[0], figures[-1]
    if last.verdict is Verdict.MET:
        return f"the step is met{_HEADLINE_TOO.get(headline_verdict(kpi, last.step), '')}"
    if last.verdict is Verdict.WITHIN_TOLERANCE:
        return "within tolerance of the step"
    if last.verdict is not Verdict.NOT_MET:
        return f"from {value_shown(first.value, kpi.unit)} to {value_shown(last.value, kpi.unit)}"
    return _how_it_misses(figures, "above the step" if _is_above(last) else "below the step")


def _is_above(figure: _StepFigure) -> bool:
    target = known(figure.step.target.value)
    return target is not None and figure.value > target


def _how_it_misses(figures: Sequence[_StepFigure], where: str) -> str:
    missed = [figure.verdict is Verdict.NOT_MET for figure in figures]
    running = len(missed) if all(missed) else list(reversed(missed)).index(False)
    if running == len(missed):
        return f"{where} each time so far"
    if running > 1:
        return f"{where}, {'twice' if running == 2 else f'{number(running)} times'} running"
    earlier = [figure.step for figure, miss in zip(figures[:-1], missed, strict=False) if miss]
    since = f" since {_month_of(earlier[-1])}" if earlier else ""
    return f"{where} for the first time{since}"


def _month_of(step: Checkpoint) -> str:
    return month(step.due) if step.due else label_of(step)


def _alt(kpi: Kpi) -> str:
    """What it is, from, to, against what, in 150 characters."""
    figures = _measured(kpi)
    first, last = figures[0], figures[-1]
    has_target = known(last.step.target.value) is not None
    against = f", against the step {target_short(last.step.target, kpi)}" if has_target else ""
    name = kpi.ref or cut_words(kpi.wording, WORDS_OF_KPI)
    said = (
        f"Run chart of {name}: {value_shown(first.value, kpi.unit)} in {_month_of(first.step)}, "
        f"{value_shown(last.value, kpi.unit)} in {_month_of(last.step)}{against}."
    )
    return (
        said if len(said) <= LONGEST_ALT else "Run chart of the KPI named above; the table holds its figures."
    )

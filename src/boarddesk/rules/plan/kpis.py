"""KPIs: targets, actuals, verdicts, and what was declared against what the figures say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from boarddesk.rules.plan.feeds import FedFrom
from boarddesk.rules.statuses.status import Direction


class Unit(StrEnum):
    """What a KPI's figures are counted in."""

    PERCENT = "%"
    NUMBER = "number"
    WEEKS = "weeks"
    MONEY = "money"
    RATIO = "ratio"
    YES_NO = "yes/no"
    DATE = "date"
    WORDS = "words"


class Polarity(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"


class Comparator(StrEnum):
    """How an actual is held against a target; *fewer than* is strict, *at least* is not."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    AT_MOST = "≤"
    FEWER_THAN = "<"
    EXACTLY = "="
    RANGE = "range"


class Verdict(StrEnum):
    """What the figures say of a checkpoint."""

    MET = "met"
    WITHIN_TOLERANCE = "within tolerance"
    NOT_MET = "not met"
    NO_DATA = "no data"
    JUDGEMENT_ONLY = "judgement only"


@dataclass(frozen=True)
class Target:
    """What is to be reached: a value, words, or both; high is the upper end of a range."""

    comparator: Comparator = Comparator.AT_LEAST
    value: Decimal | None = None
    high: Decimal | None = None
    words: str = ""


@dataclass(frozen=True)
class Actual:
    """What was measured: a value, words, or both.

    Where it was counted, `exact` is the figure that the value rounds, `counted` the days from and to.
    """

    value: Decimal | None = None
    words: str = ""
    as_at: date | None = None
    source: str = ""
    provisional: bool = False
    exact: Fraction | None = None
    counted: tuple[date, date] | None = None


@dataclass(frozen=True)
class Restatement:
    """A correction of an actual: old, new, why and when."""

    old: Actual
    new: Actual
    why: str
    made_on: date


@dataclass(frozen=True)
class Checkpoint:
    """One step of a KPI's trajectory; declared is what the lead says of it (`met`, `not met`, or nothing)."""

    id: str
    label: str
    target: Target
    actual: Actual
    due: date | None = None
    declared: str = ""
    declared_why: str = ""
    restatements: tuple[Restatement, ...] = ()


@dataclass(frozen=True)
class Kpi:
    """A measure of impact with its baseline, headline target and checkpoints in order."""

    id: str
    ref: str
    wording: str
    unit: Unit
    polarity: Polarity
    baseline: Actual
    headline: Target
    checkpoints: tuple[Checkpoint, ...] = ()
    tolerance: Decimal = Decimal(0)
    area_id: str | None = None
    action_id: str | None = None
    fed_from: FedFrom | None = None

    @property
    def name(self) -> str:
        """What it is called in a sentence: its ref, or its wording where it has none."""
        return self.ref or self.wording


def next_kpi_ref(known: Iterable[Kpi]) -> str:
    """The ref a new KPI of a plan would have: K8 where there are K7 and K6.3."""
    numbers = [re.match(r"\D{0,9}(\d{1,9})", kpi.ref.strip()) for kpi in known]
    return f"K{max((int(found[1]) for found in numbers if found), default=0) + 1}"


ZERO = Decimal(0)
HUNDRED = Decimal(100)


def has_data(actual: Actual) -> bool:
    """Whether anything was measured or said."""
    return known(actual.value) is not None or bool(actual.words.strip())


def known(value: Decimal | None) -> Decimal | None:
    """The value, unless there is none or it is no number."""
    return value if value is not None and value.is_finite() else None


def measured(actual: Actual) -> Decimal | Fraction | None:
    """What a verdict is given on: the exact figure where there is one."""
    return known(actual.value) if actual.exact is None else actual.exact


def verdict(target: Target, actual: Actual, *, unit: Unit, tolerance: Decimal = ZERO) -> Verdict:
    """What the figures say: no data is never red, and words alone are left to judgement.

    Exactly on target is met; a strict target (fewer than, more than) is not met by its own figure.  The
    tolerance is in points for percentages and in per cent of the target for quantities.
    """
    if not has_data(actual):
        return Verdict.NO_DATA
    value, bounds = measured(actual), _bounds(target)
    if value is None or bounds == (None, None):
        return Verdict.JUDGEMENT_ONLY
    if _meets(value, bounds, strict=target.comparator in _STRICT):
        return Verdict.MET
    low, high = bounds
    wider = (
        None if low is None else low - _margin(low, unit=unit, tolerance=tolerance),
        None if high is None else high + _margin(high, unit=unit, tolerance=tolerance),
    )
    if wider != bounds and _meets(value, wider, strict=False):
        return Verdict.WITHIN_TOLERANCE
    return Verdict.NOT_MET


_Bounds = tuple[Decimal | None, Decimal | None]

_STRICT = (Comparator.MORE_THAN, Comparator.FEWER_THAN)
_LOWEST = (Comparator.AT_LEAST, Comparator.MORE_THAN)
_HIGHEST = (Comparator.AT_MOST, Comparator.FEWER_THAN)


def _bounds(target: Target) -> _Bounds:
    """The lowest and the highest value that reach the target; None where that side is open."""
    value, high = known(target.value), known(target.high)
    if target.comparator is Comparator.RANGE:
        return (high, value) if value is not None and high is not None and high < value else (value, high)
    if target.comparator in _LOWEST:
        return value, None
    return (None, value) if target.comparator in _HIGHEST else (value, value)


def _meets(value: Decimal | Fraction, bounds: _Bounds, *, strict: bool) -> bool:
    low, high = bounds
    if strict and value in (low, high):
        return False
    return (low is None or low <= value) and (high is None or high >= value)


def _margin(bound: Decimal, *, unit: Unit, tolerance: Decimal) -> Decimal:
    if unit in (Unit.YES_NO, Unit.DATE, Unit.WORDS):
        return ZERO
    return tolerance if unit is Unit.PERCENT else abs(bound) * tolerance / HUNDRED


def step_verdict(kpi: Kpi, checkpoint: Checkpoint) -> Verdict:
    """What the figures say of one step of the trajectory."""
    return verdict(checkpoint.target, checkpoint.actual, unit=kpi.unit, tolerance=kpi.tolerance)


def headline_verdict(kpi: Kpi, checkpoint: Checkpoint) -> Verdict:
    """The same actual held against the headline, which is judged apart."""
    return verdict(kpi.headline, checkpoint.actual, unit=kpi.unit, tolerance=kpi.tolerance)


def current_step(kpi: Kpi, *, today: date) -> Checkpoint | None:
    """The last step that is due or has data; before any is, the first."""
    reached = [
        checkpoint
        for checkpoint in kpi.checkpoints
        if has_data(checkpoint.actual) or (checkpoint.due and checkpoint.due <= today)
    ]
    return reached[-1] if reached else next(iter(kpi.checkpoints), None)


def step_before(kpi: Kpi, checkpoint: Checkpoint) -> Checkpoint | None:
    """The last step before this one that has a figure."""
    found: Checkpoint | None = None
    for step in kpi.checkpoints:
        if step.id == checkpoint.id:
            break
        found = step if known(step.actual.value) is not None else found
    return found


def heading(kpi: Kpi, before: Decimal, now: Decimal) -> Direction:
    """Which way a figure moved, judged by what is better for this KPI."""
    gain = _worth(kpi, now) - _worth(kpi, before)
    if gain == 0:
        return Direction.STEADY
    return Direction.IMPROVING if gain > 0 else Direction.WORSENING


def _worth(kpi: Kpi, value: Decimal) -> Decimal:
    """Higher is better: the value, less it, or less its distance from the range to stay in."""
    if kpi.polarity is Polarity.HIGHER:
        return value
    if kpi.polarity is Polarity.LOWER:
        return -value
    low, high = _bounds(kpi.headline)
    if low is not None and value < low:
        return value - low
    return high - value if high is not None and value > high else ZERO

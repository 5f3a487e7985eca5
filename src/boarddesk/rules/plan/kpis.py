"""KPIs: targets, actuals, verdicts, and what was declared against what the figures say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


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
    """What was measured: a value, words, or both."""

    value: Decimal | None = None
    words: str = ""
    as_at: date | None = None
    source: str = ""
    provisional: bool = False


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
    fed_from: str = ""

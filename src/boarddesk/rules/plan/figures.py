"""How the figures of a KPI are written: values in their unit, targets in words, actuals with both."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from boarddesk.rules.plan.kpis import Actual, Comparator, Kpi, Polarity, Target, Unit
from boarddesk.rules.wording import between_in_short, day_in_short

NO_DATA: Final = "No data"
NONE_SET: Final = "None set"

_WORDS: Final = {
    Comparator.AT_LEAST: "at least",
    Comparator.MORE_THAN: "more than",
    Comparator.AT_MOST: "at most",
    Comparator.FEWER_THAN: "less than",
    Comparator.EXACTLY: "exactly",
}

_PLAIN: Final = {Polarity.HIGHER: Comparator.AT_LEAST, Polarity.LOWER: Comparator.AT_MOST}
"""The comparator that goes without saying."""


def value_shown(value: Decimal, unit: Unit) -> str:
    """A value in its unit: `12.3%`, `1,500`, `25 weeks`, `£86,000`, `Yes`; never rounded."""
    if unit is Unit.YES_NO:
        return "Yes" if value else "No"
    sign, plain = ("-" if value < 0 else ""), _plain(abs(value))
    if unit is Unit.MONEY:
        whole, _, pence = plain.partition(".")
        return f"{sign}£{whole}.{pence:0<2}" if pence else f"{sign}£{whole}"
    if unit is Unit.WEEKS:
        return f"{sign}{plain} week" if plain == "1" else f"{sign}{plain} weeks"
    return f"{sign}{plain}%" if unit is Unit.PERCENT else f"{sign}{plain}"


def _plain(value: Decimal) -> str:
    """Without an exponent and without noughts that say nothing, thousands apart."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def target_shown(target: Target, unit: Unit) -> str:
    """A target in words: `at least 65%`, `fewer than 5`, `10% to 15%`, with the words it was given in."""
    return _with_words(_target_value(target, unit), target.words) or NONE_SET


def _target_value(target: Target, unit: Unit) -> str:
    if target.value is None:
        return f"at most {value_shown(target.high, unit)}" if target.high is not None else ""
    low = value_shown(target.value, unit)
    if target.comparator is Comparator.RANGE:
        return f"{low} to {value_shown(target.high, unit)}" if target.high is not None else f"at least {low}"
    if target.comparator is Comparator.FEWER_THAN and unit is Unit.NUMBER:
        return f"fewer than {low}"
    if unit is Unit.YES_NO:
        return low
    return f"{_WORDS[target.comparator]} {low}"


def target_short(target: Target, kpi: Kpi) -> str:
    """A target inside a sentence: the bare value where the comparator goes without saying."""
    if target.value is not None and target.comparator is _PLAIN.get(kpi.polarity):
        return value_shown(target.value, kpi.unit)
    return _target_value(target, kpi.unit) or target.words or NONE_SET.lower()


def actual_shown(actual: Actual, unit: Unit) -> str:
    """What was measured, with the words it was given in: `59% (38 of 64)`; provisional where it is."""
    value = "" if actual.value is None else value_shown(actual.value, unit)
    shown = _with_words(value, actual.words) or NO_DATA
    return f"{shown}, provisional" if actual.provisional and shown != NO_DATA else shown


def days_shown(actual: Actual) -> str:
    """The day an actual stands for, or the days it was counted from and to: `1 Apr to 8 Sep 2026`."""
    if actual.counted:
        return between_in_short(*actual.counted)
    return day_in_short(actual.as_at) if actual.as_at else ""


def _with_words(value: str, words: str) -> str:
    words = words.strip()
    return f"{value} ({words})" if value and words else value or words

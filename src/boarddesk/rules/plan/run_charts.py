"""Process limits of a monthly series, and the points in it that chance does not explain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Final

from boarddesk.rules.plan.kpis import Kpi, known

FEWEST: Final = 6
"""Below this many points limits would say more about the points than about the process."""

TRIAL_BELOW: Final = 12
_SPREAD: Final = Fraction(266, 100)
_RUN: Final = 7


class Cause(StrEnum):
    """Why points are not chance."""

    OUTSIDE = "outside the limits"
    ONE_SIDE = "seven or more on one side of the mean"
    TREND = "seven or more rising or falling"
    NEAR_LIMIT = "two of three near a limit"


@dataclass(frozen=True)
class Point:
    """A figure and the day it stands for."""

    day: date
    value: Decimal


@dataclass(frozen=True)
class Signal:
    """A special cause and the points that show it, by their place in the series."""

    cause: Cause
    points: tuple[int, ...]


@dataclass(frozen=True)
class Limits:
    """Mean and process limits; a trial while there are few points."""

    mean: Fraction
    lower: Fraction
    upper: Fraction
    trial: bool
    signals: tuple[Signal, ...] = ()


def monthly(points: Sequence[Point]) -> bool:
    """Whether each point stands for the month after the one before."""
    months = [point.day.year * 12 + point.day.month for point in points]
    return all(later - earlier == 1 for earlier, later in pairwise(months))


def series(kpi: Kpi) -> tuple[Point, ...]:
    """The figures of a KPI with the days they stand for, in order; steps without either are left out."""
    found = [
        Point(day, value)
        for step in kpi.checkpoints
        if (value := known(step.actual.value)) is not None and (day := step.due or step.actual.as_at)
    ]
    return tuple(sorted(found, key=lambda point: point.day))


def limits(points: Sequence[Point]) -> Limits | None:
    """Mean ± 2.66 × the mean moving range; only for a monthly series with enough points."""
    if len(points) < FEWEST or not monthly(points):
        return None
    values = [Fraction(point.value) for point in points]
    mean = sum(values, Fraction()) / len(values)
    moves = [abs(later - earlier) for earlier, later in pairwise(values)]
    reach = _SPREAD * sum(moves, Fraction()) / len(moves)
    return Limits(
        mean,
        mean - reach,
        mean + reach,
        len(values) < TRIAL_BELOW,
        tuple(_signals(values, mean, reach=reach)),
    )


def _signals(values: Sequence[Fraction], mean: Fraction, *, reach: Fraction) -> Iterator[Signal]:
    for place, value in enumerate(values):
        if abs(value - mean) > reach:
            yield Signal(Cause.OUTSIDE, (place,))
    for run in _runs(len(values), lambda place: _sign(values[place] - mean)):
        yield Signal(Cause.ONE_SIDE, run)
    for run in _runs(len(values) - 1, lambda place: _sign(values[place + 1] - values[place]), least=_RUN - 1):
        yield Signal(Cause.TREND, (*run, run[-1] + 1))
    yield from _near_a_limit(values, mean, reach=reach)


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _runs(count: int, sign: Callable[[int], int], *, least: int = _RUN) -> Iterator[tuple[int, ...]]:
    """Stretches of one sign that are long enough; a zero belongs to neither side and ends a run."""
    for side, places in groupby(range(count), key=sign):
        run = tuple(places)
        if side and len(run) >= least:
            yield run


def _near_a_limit(values: Sequence[Fraction], mean: Fraction, *, reach: Fraction) -> Iterator[Signal]:
    """Two of three in a row in the outer third on one side, inside the limits."""
    for first in range(len(values) - 2):
        for side in (1, -1):
            away = [(place, side * (values[place] - mean)) for place in range(first, first + 3)]
            near = tuple(place for place, far in away if reach * 2 / 3 < far <= reach)
            if len(near) >= 2 and near[0] == first:
                yield Signal(Cause.NEAR_LIMIT, near)

"""A score against the figures: a linked KPI worsened twice while the score fell or stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from boarddesk.rules.plan.figures import value_shown
from boarddesk.rules.plan.kpis import Kpi, heading, known
from boarddesk.rules.plan.run_charts import Point
from boarddesk.rules.risks.movement import Way, figure, way_between
from boarddesk.rules.risks.risk import Risk, Score, score_on
from boarddesk.rules.statuses.status import Direction

READINGS = 3
"""Worsened twice: three readings, each worse than the one before."""


@dataclass(frozen=True)
class FiguresDiffer:
    """Both sides: what the KPI did and what the score did; and the reason, once one was given."""

    kpi: Kpi
    readings: tuple[Point, ...]
    was: Score
    now: Score
    why: str = ""

    @property
    def figures(self) -> str:
        """`K4.3 worsened twice, 71% to 66% to 58%`."""
        values = " to ".join(value_shown(point.value, self.kpi.unit) for point in self.readings)
        return f"{self.kpi.name} worsened twice, {values}"

    @property
    def score(self) -> str:
        """`the score fell from 12 to 9`, `the score stayed at 12`."""
        if way_between(self.was, self.now) is Way.DOWN:
            return f"the score fell from {figure(self.was)} to {figure(self.now)}"
        return f"the score stayed at {figure(self.now)}"

    @property
    def sentence(self) -> str:
        """Both sides in one sentence, with the reason or that one is asked."""
        says = f"{self.figures}, while {self.score}."
        return f"{says} Reason given: {self.why}" if self.why else f"{says} A reason is asked."


def worsened_twice(kpi: Kpi, *, today: date) -> tuple[Point, ...]:
    """The last three figures known on a day, where each is worse than the one before; else nothing."""
    known_by = (
        Point(day, value)
        for step in kpi.checkpoints
        if (value := known(step.actual.value)) is not None and (day := step.actual.as_at or step.due)
    )
    last = sorted((point for point in known_by if point.day <= today), key=lambda point: point.day)
    last = last[-READINGS:]
    worse = all(heading(kpi, a.value, b.value) is Direction.WORSENING for a, b in pairwise(last))
    return tuple(last) if len(last) == READINGS and worse else ()


def figures_differ(
    risk: Risk, kpis: Iterable[Kpi], *, today: date, proposed: Score | None = None
) -> tuple[FiguresDiffer, ...]:
    """Each linked KPI that worsened twice while the score fell or stood; `proposed` is a score not yet kept.

    The score then is the one in force at the first of the three readings, or the first there was after it.
    The reason is what was said with the newest score, once it is younger than the last reading.
    """
    now = proposed or score_on(risk.current, today)
    if now is None or not risk.live:
        return ()
    return tuple(
        differs
        for kpi in kpis
        if kpi.id in risk.kpi_ids and (differs := _differs(risk.current, kpi, now=now, today=today))
    )


def _differs(scores: Sequence[Score], kpi: Kpi, *, now: Score, today: date) -> FiguresDiffer | None:
    readings = worsened_twice(kpi, today=today)
    if not readings:
        return None
    first, last = readings[0].day, readings[-1].day
    earlier = [score for score in scores if score is not now and score.as_at <= now.as_at]
    was = score_on(earlier, first) or (earlier[-1] if earlier else None)
    if was is None or way_between(was, now) not in (Way.DOWN, Way.SAME):
        return None
    return FiguresDiffer(kpi, readings, was, now, now.why if now.as_at >= last else "")

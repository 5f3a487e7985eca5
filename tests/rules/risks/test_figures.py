"""A score that fell or stood while a linked KPI worsened twice: both sides are said and a reason asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.risks.checks import RiskCheck, risk_flags
from boarddesk.rules.risks.figures import figures_differ, worsened_twice
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Control, Risk, RiskStatus, Score, score_by

DAYS = [date(2026, month, 28) for month in (2, 3, 4, 5)]
TODAY = date(2026, 6, 2)


def kpi(*values: int, polarity: Polarity = Polarity.HIGHER) -> Kpi:
    steps = tuple(
        Checkpoint(str(at), f"{day:%b}", Target(), Actual(Decimal(value), as_at=day))
        for at, (day, value) in enumerate(zip(DAYS, values, strict=False))
    )
    return Kpi("k", "K4.3", "Advice in time", Unit.PERCENT, polarity, Actual(), Target(), steps)


def risk(*scores: Score) -> Risk:
    return Risk("r2", "R2", "Late advice", current=scores, kpi_ids=("k",), controls=(Control("List"),))


WAS = score_by(USUAL, 4, 3, DAYS[0])


@pytest.mark.parametrize(
    ("values", "polarity", "worse"),
    [
        ((71, 66, 58), Polarity.HIGHER, True),
        ((90, 71, 66, 58), Polarity.HIGHER, True),
        ((71, 66), Polarity.HIGHER, False),
        ((71, 66, 66), Polarity.HIGHER, False),
        ((58, 66, 71), Polarity.HIGHER, False),
        ((58, 66, 71), Polarity.LOWER, True),
    ],
)
def test_worsened_twice_is_three_readings_each_worse(
    values: tuple[int, ...], polarity: Polarity, worse: bool
) -> None:
    found = worsened_twice(kpi(*values, polarity=polarity), today=TODAY)
    assert [int(point.value) for point in found] == (list(values[-3:]) if worse else [])


def test_a_figure_not_known_yet_does_not_count() -> None:
    assert worsened_twice(kpi(71, 66, 58), today=DAYS[1]) == ()


def test_both_sides_are_said_and_a_reason_asked_until_one_was_given() -> None:
    fell = score_by(USUAL, 3, 3, DAYS[3])
    (found,) = figures_differ(risk(fell, WAS), [kpi(71, 66, 58)], today=TODAY)
    assert found.sentence == (
        "K4.3 worsened twice, 71% to 66% to 58%, while the score fell from 12 to 9. A reason is asked."
    )
    told = replace(fell, why="April clears a backlog.")
    (found,) = figures_differ(risk(told, WAS), [kpi(71, 66, 58)], today=TODAY)
    assert found.sentence.endswith("12 to 9. Reason given: April clears a backlog.")
    flags = [
        risk_flags(risk(now, WAS), matrix=USUAL, today=TODAY, kpis=[kpi(71, 66, 58)]) for now in (fell, told)
    ]
    assert [[flag.check for flag in each] for each in flags] == [[RiskCheck.FIGURES_DIFFER], []]


def test_a_score_that_stood_differs_too_and_one_that_rose_does_not() -> None:
    (stood,) = figures_differ(
        risk(WAS), [kpi(71, 66, 58)], today=TODAY, proposed=score_by(USUAL, 4, 3, TODAY)
    )
    assert stood.score == "the score stayed at 12"
    rose = score_by(USUAL, 5, 3, TODAY)
    assert figures_differ(risk(WAS), [kpi(71, 66, 58)], today=TODAY, proposed=rose) == ()


def test_a_reason_older_than_the_last_figure_does_not_explain_it() -> None:
    early = replace(score_by(USUAL, 3, 3, DAYS[1]), why="Locum started.")
    (found,) = figures_differ(risk(early, WAS), [kpi(71, 66, 58)], today=TODAY)
    assert found.why == ""


def test_nothing_is_held_against_a_risk_that_is_over_unscored_or_linked_to_another_kpi() -> None:
    worse = [kpi(71, 66, 58)]
    one = risk(score_by(USUAL, 3, 3, DAYS[3]), WAS)
    for other in (replace(one, status=RiskStatus.CLOSED), replace(one, current=()), replace(one, kpi_ids=())):
        assert figures_differ(other, worse, today=TODAY) == ()

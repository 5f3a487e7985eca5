"""The run chart of a report: which KPI it shows, its points, and what is said of it in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.reports import highlight_packs as packs

from boarddesk.rules.highlights.chart import ChartPoint, KpiChart, chart_of
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Comparator, Kpi, Polarity, Target, Unit

PACK = packs.whole_board()
K7 = PACK.areas[2].kpis[0]


def kpi(actuals: str, *, target: str = "60", ref: str = "K1", wording: str = "Plans in time") -> Kpi:
    """Steps at the end of each month from January, a figure at each; `-` for none."""
    steps = tuple(
        Checkpoint(
            str(month),
            f"Step {month}",
            Target(value=Decimal(target)) if target else Target(),
            Actual(None if figure == "-" else Decimal(figure)),
            due=date(2026, month, 28),
        )
        for month, figure in enumerate(actuals.split(), 1)
    )
    return Kpi(ref, ref, wording, Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), steps)


def chart(*kpis: Kpi) -> KpiChart:
    found = chart_of(kpis, PACK)
    assert found
    return found


def finding(kpi: Kpi) -> str:
    return chart(kpi).finding.partition(": ")[2]


def test_the_chart_draws_each_step_with_figure_target_and_lines() -> None:
    drawn = chart(K7)
    assert drawn.points[0] == ChartPoint("Sep 25", 36.0, 35.0, "36", actual_shown="36%", target_shown="35%")
    assert drawn.points[-1] == ChartPoint("Sep 26", None, 70.0, "", actual_shown="", target_shown="70%")
    assert (drawn.headline, drawn.baseline) == ((92.0, "Headline 92%"), (31.0, "Baseline 31%"))
    assert (drawn.last_target, drawn.per_cent, drawn.remark) == ("Step target 70%", True, "")
    assert drawn.finding == "K7, new plans issued within 20 weeks: below the step for the first time."
    assert drawn.alt == "Run chart of K7: 36% in September 2025, 59% in May 2026, against the step 65%."


def test_two_figures_are_no_chart_and_three_are() -> None:
    assert chart_of([kpi("50 60 -")], PACK) is None
    assert chart_of([], PACK) is None
    assert chart(kpi("50 60 - 70")).finding


def test_the_kpi_that_needs_it_most_is_drawn() -> None:
    met, near, missed = kpi("60 60 60", ref="K1"), kpi("60 60 59", ref="K2"), kpi("60 60 50", ref="K3")
    near = replace(near, tolerance=Decimal(2))
    silent = kpi("60 60 60", target="", ref="K4")
    order = [silent, met, near, missed]
    for at, wanted in ((4, "K3"), (3, "K2"), (2, "K1"), (1, "K4")):
        assert chart(*order[:at]).finding.startswith(f"{wanted}, ")
    assert chart(met, kpi("60 60 61", ref="K9")).finding.startswith("K1, ")


@pytest.mark.parametrize(
    ("actuals", "said"),
    [
        ("50 50 50", "below the step each time so far"),
        ("60 50 50", "below the step, twice running"),
        ("60 50 50 50", "below the step, three times running"),
        ("60 60 50", "below the step for the first time"),
        ("50 60 60 50", "below the step for the first time since January 2026"),
        ("50 50 60 50", "below the step for the first time since February 2026"),
        ("60 60 60", "the step is met"),
    ],
)
def test_how_the_newest_figure_stands_to_its_step_is_said_with_how_long_so(actuals: str, said: str) -> None:
    assert finding(kpi(actuals)) == f"{said}."


def test_lower_is_better_makes_it_above_the_step() -> None:
    lower = replace(kpi("60 60 70"), polarity=Polarity.LOWER)
    steps = tuple(
        replace(step, target=replace(step.target, comparator=Comparator.AT_MOST))
        for step in lower.checkpoints
    )
    drawn = chart(replace(lower, checkpoints=steps, unit=Unit.WEEKS))
    assert drawn.finding.endswith(": above the step for the first time.")
    assert (drawn.remark, drawn.per_cent) == ("Weeks; lower is better.", False)
    assert chart(replace(kpi("60 60 70"), unit=Unit.MONEY)).remark == "Pounds."


def test_near_enough_and_no_target_have_words_of_their_own() -> None:
    assert finding(replace(kpi("60 60 59"), tolerance=Decimal(2))) == "within tolerance of the step."
    drawn = chart(kpi("50 55 70", target=""))
    assert drawn.finding == "K1, plans in time: from 50% to 70%."
    assert drawn.alt == "Run chart of K1: 50% in January 2026, 70% in March 2026."
    assert (drawn.last_target, drawn.headline, drawn.baseline) == ("", None, None)


@pytest.mark.parametrize(
    ("headline", "tolerance", "said"),
    [("60", "0", "the step is met, the headline too"), ("70", "0", "the step is met, the headline is not")],
)
def test_a_met_step_says_how_the_headline_stands(headline: str, tolerance: str, said: str) -> None:
    aimed = replace(kpi("60 60 61"), headline=Target(value=Decimal(headline)), tolerance=Decimal(tolerance))
    assert finding(aimed) == f"{said}."


def test_a_share_beyond_a_hundred_is_drawn_on_an_open_scale() -> None:
    assert chart(kpi("0 60 100")).per_cent
    assert not chart(kpi("60 60 101")).per_cent
    assert not chart(replace(kpi("60 60 60"), unit=Unit.NUMBER)).per_cent


def test_a_kpi_without_a_ref_is_called_by_its_words() -> None:
    drawn = chart(kpi("60 60 60", ref="", wording="Plans judged good by a panel of parents and heads."))
    assert drawn.finding == "Plans judged good by a panel of parents…: the step is met."
    assert drawn.alt.startswith("Run chart of Plans judged good by a panel of parents…: 60% in January 2026")


def test_a_step_without_a_day_is_called_by_its_label() -> None:
    steps = tuple(replace(step, due=None) for step in kpi("50 60 70").checkpoints)
    drawn = chart(replace(kpi("50 60 70"), checkpoints=steps))
    assert [point.label for point in drawn.points] == ["1", "2", "3"]
    assert "50% in 1, 70% in 3" in drawn.alt
    named = tuple(replace(step, label="Summer term of two") for step in steps)
    assert chart(replace(kpi("50 60 70"), checkpoints=named)).points[0].label == "Summer ter"


def test_words_too_long_for_who_cannot_see_it_point_to_the_table() -> None:
    long = kpi("60 60 60", ref="The indicator of the " + "very " * 20)
    assert chart(long).alt == "Run chart of the KPI named above; the table holds its figures."

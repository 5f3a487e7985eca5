"""What a row of a scorecard says: the step's verdict, the headline's beneath, and the day of the figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit, Verdict
from boarddesk.rules.plan.scorecard import judged, reading

TODAY = date(2026, 6, 2)


def figure(value: str, as_at: date | None = None) -> Actual:
    return Actual(Decimal(value), as_at=as_at)


def kpi(*steps: Checkpoint, headline: Target | None = None) -> Kpi:
    aim = headline or Target(value=Decimal(92))
    return Kpi("k7", "K7", "Plans in time", Unit.PERCENT, Polarity.HIGHER, Actual(), aim, steps)


def step(label: str, actual: Actual, *, due: date | None = None, aim: str = "65") -> Checkpoint:
    return Checkpoint(label, label, Target(value=Decimal(aim)), actual, due)


def test_a_step_that_is_met_does_not_hide_a_headline_that_is_not() -> None:
    found = reading(kpi(step("May step", figure("70", date(2026, 5, 12)))), today=TODAY)
    assert found is not None
    assert (found.verdict, found.headline_words) == (Verdict.MET, "headline 92%: not met")
    assert found.days == "12\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026"


def test_where_a_step_has_no_figure_the_last_known_one_stands_marked_as_such() -> None:
    april = step("April step", figure("59", date(2026, 4, 30)))
    may = step("May step", Actual(), due=date(2026, 5, 31))
    found = reading(kpi(april, may), today=TODAY)
    assert found is not None
    assert (found.step, found.verdict) == (may, Verdict.NO_DATA)
    assert (found.figure.value, found.is_last_known) == (Decimal(59), True)
    assert found.days.replace("\N{NO-BREAK SPACE}", " ") == "last known, 30 Apr 2026"
    assert found.headline_words == "headline 92%: not met"
    assert judged(kpi(april, may), today=TODAY).replace("\N{NO-BREAK SPACE}", " ") == (
        "no data for the May step (65%), 59% last known, 30 Apr 2026, headline 92% not met"
    )


def test_a_last_known_figure_without_its_day_is_named_by_its_step() -> None:
    found = reading(kpi(step("April step", figure("59")), step("May", Actual(), due=TODAY)), today=TODAY)
    assert found is not None
    assert found.days == "last known, April step"


def test_a_headline_in_words_is_given_no_verdict() -> None:
    found = reading(
        kpi(step("May step", figure("70")), headline=Target(words="as good as others")), today=TODAY
    )
    assert found is not None
    assert (found.headline, found.headline_words) == (None, "")


def test_a_kpi_without_steps_has_no_reading() -> None:
    assert reading(kpi(), today=TODAY) is None


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=1, max_size=5),
    st.integers(0, 100),
    st.integers(0, 100),
)
def test_met_never_stands_alone_where_the_headline_is_not(
    values: list[int | None], aim: int, headline: int
) -> None:
    steps = [
        step(
            str(month),
            Actual() if value is None else figure(str(value)),
            due=date(2026, month, 1),
            aim=str(aim),
        )
        for month, value in enumerate(values, start=1)
    ]
    found = reading(kpi(*steps, headline=Target(value=Decimal(headline))), today=TODAY)
    assert found is not None
    known = [value for value in values if value is not None]
    if not known:
        assert found.headline_words == ""
        return
    assert found.figure.value == known[-1]
    verdict = "met" if known[-1] >= headline else "not met"
    assert found.headline_words == f"headline {headline}%: {verdict}"
    assert found.is_last_known == (values[-1] is None)

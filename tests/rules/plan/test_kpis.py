"""KPI verdicts, sentences, and what was declared against what the figures say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.plan.figures import actual_shown, target_short, target_shown, value_shown
from boarddesk.rules.plan.kpis import (
    Actual,
    Checkpoint,
    Comparator,
    Kpi,
    Polarity,
    Restatement,
    Target,
    Unit,
    Verdict,
    current_step,
    heading,
    headline_verdict,
    next_kpi_ref,
    step_verdict,
    verdict,
)
from boarddesk.rules.plan.scorecard import (
    claims_met,
    corrected,
    disagreement,
    disagreements,
    judged,
    since_baseline,
    since_last_step,
    verdict_shown,
)
from boarddesk.rules.statuses.status import Direction

TODAY = date(2026, 6, 2)
D = Decimal


def target(value: str, comparator: Comparator = Comparator.AT_LEAST, high: str | None = None) -> Target:
    return Target(comparator, D(value), D(high) if high else None)


def actual(value: str, words: str = "") -> Actual:
    return Actual(D(value), words)


def step(
    label: str, aim: str, found: str | None, *, declared: str = "", due: date | None = None
) -> Checkpoint:
    return Checkpoint(label, label, target(aim), actual(found) if found else Actual(), due, declared)


def kpi(*steps: Checkpoint, unit: Unit = Unit.PERCENT, headline: str = "92") -> Kpi:
    return Kpi(
        "k7", "K7", "Plans within 20 weeks", unit, Polarity.HIGHER, actual("31"), target(headline), steps
    )


AT_LEAST, MORE, AT_MOST, FEWER, EXACTLY, RANGE = Comparator


@pytest.mark.parametrize(
    ("comparator", "aim", "found", "says"),
    [
        (AT_LEAST, "65", "65", Verdict.MET),
        (AT_LEAST, "65", "64.9", Verdict.NOT_MET),
        (MORE, "90", "90", Verdict.NOT_MET),
        (MORE, "90", "90.01", Verdict.MET),
        (AT_MOST, "12", "12", Verdict.MET),
        (AT_MOST, "12", "12.1", Verdict.NOT_MET),
        (FEWER, "5", "5", Verdict.NOT_MET),
        (FEWER, "5", "4", Verdict.MET),
        (FEWER, "5", "14", Verdict.NOT_MET),
        (EXACTLY, "3", "3.0", Verdict.MET),
        (EXACTLY, "3", "4", Verdict.NOT_MET),
        (AT_LEAST, "0", "0", Verdict.MET),
        (AT_MOST, "0", "1", Verdict.NOT_MET),
        (AT_LEAST, "-5", "-4", Verdict.MET),
        (AT_MOST, "-20", "-10", Verdict.NOT_MET),
    ],
)
def test_a_figure_is_held_against_its_target(
    comparator: Comparator, aim: str, found: str, says: Verdict
) -> None:
    assert verdict(target(aim, comparator), actual(found), unit=Unit.NUMBER) is says


@pytest.mark.parametrize(
    ("found", "says"), [("10", "met"), ("15", "met"), ("9.9", "not met"), ("16", "not met")]
)
def test_a_range_includes_its_ends(found: str, says: str) -> None:
    assert verdict(target("10", RANGE, "15"), actual(found), unit=Unit.PERCENT).value == says


@pytest.mark.parametrize(
    ("unit", "comparator", "aim", "found", "says"),
    [
        (Unit.PERCENT, AT_LEAST, "65", "63", Verdict.WITHIN_TOLERANCE),
        (Unit.PERCENT, AT_LEAST, "65", "62.9", Verdict.NOT_MET),
        (Unit.NUMBER, AT_LEAST, "200", "196", Verdict.WITHIN_TOLERANCE),
        (Unit.NUMBER, AT_LEAST, "200", "195", Verdict.NOT_MET),
        (Unit.NUMBER, AT_MOST, "-100", "-98", Verdict.WITHIN_TOLERANCE),
        (Unit.NUMBER, AT_LEAST, "0", "-0.1", Verdict.NOT_MET),
        (Unit.PERCENT, FEWER, "5", "5", Verdict.WITHIN_TOLERANCE),
        (Unit.YES_NO, AT_LEAST, "1", "0.99", Verdict.NOT_MET),
    ],
)
def test_tolerance_is_points_for_percentages_and_a_share_for_quantities(
    unit: Unit, comparator: Comparator, aim: str, found: str, says: Verdict
) -> None:
    assert verdict(target(aim, comparator), actual(found), unit=unit, tolerance=D(2)) is says


def test_no_data_is_never_red() -> None:
    assert verdict(target("65"), Actual(), unit=Unit.PERCENT) is Verdict.NO_DATA
    assert verdict(target("65"), Actual(words="  "), unit=Unit.PERCENT) is Verdict.NO_DATA


def test_words_alone_are_left_to_judgement() -> None:
    words = Actual(words="Survey returned by most")
    assert verdict(target("65"), words, unit=Unit.PERCENT) is Verdict.JUDGEMENT_ONLY
    assert verdict(Target(words="Most agree"), actual("70"), unit=Unit.PERCENT) is Verdict.JUDGEMENT_ONLY


values = st.decimals(min_value=-1000, max_value=1000, places=2)
comparators = st.sampled_from([AT_LEAST, MORE, AT_MOST, FEWER, EXACTLY])
units = st.sampled_from([Unit.PERCENT, Unit.NUMBER])


@given(values, comparators, units)
def test_exactly_on_target_is_met_unless_the_target_is_strict(
    value: Decimal, comparator: Comparator, unit: Unit
) -> None:
    found = verdict(Target(comparator, value), Actual(value), unit=unit)
    assert (found is Verdict.MET) == (comparator not in (MORE, FEWER))


@given(values, values, values, units)
def test_a_better_figure_is_never_judged_worse(
    aim: Decimal, one: Decimal, other: Decimal, unit: Unit
) -> None:
    order = [Verdict.NOT_MET, Verdict.WITHIN_TOLERANCE, Verdict.MET]
    low, high = sorted((one, other))
    for comparator, worse, better in ((AT_LEAST, low, high), (AT_MOST, high, low)):
        was, now = (
            verdict(Target(comparator, aim), Actual(value), unit=unit, tolerance=D(5))
            for value in (worse, better)
        )
        assert order.index(was) <= order.index(now)


@given(values, values, comparators, units)
def test_a_tolerance_never_takes_a_met_target_away(
    aim: Decimal, found: Decimal, comparator: Comparator, unit: Unit
) -> None:
    strict = verdict(Target(comparator, aim), Actual(found), unit=unit)
    lenient = verdict(Target(comparator, aim), Actual(found), unit=unit, tolerance=D(10))
    assert (strict is Verdict.MET) == (lenient is Verdict.MET)


@given(st.one_of(st.none(), st.decimals()), st.one_of(st.none(), st.decimals()), st.sampled_from(Comparator))
def test_no_figure_whatever_stops_the_verdict(
    aim: Decimal | None, found: Decimal | None, comparator: Comparator
) -> None:
    assert verdict(Target(comparator, aim), Actual(found), unit=Unit.NUMBER) in Verdict


@pytest.mark.parametrize(
    ("declared", "found", "aim"),
    [("met predicted trajectory", "23.5", "30"), ("MET", "14", "18"), ("MET", "12.3", "15")],
)
def test_a_target_declared_met_that_the_figures_deny_is_flagged(declared: str, found: str, aim: str) -> None:
    flagged = disagreement(kpi(), step("May", aim, found, declared=declared))
    assert flagged
    assert flagged.sentence == (
        f"declared “{declared}”; the figures say {found}% against {aim}%. A reason is asked."
    )


def test_a_reason_given_stands_in_place_of_the_question() -> None:
    said = replace(
        step("May", "65", "59", declared="met"), declared_why="backdated plans are counted in June"
    )
    flagged = disagreement(kpi(), said)
    assert flagged and flagged.sentence.endswith("Reason given: backdated plans are counted in June")


def test_a_target_declared_missed_that_the_figures_meet_is_flagged() -> None:
    assert disagreement(kpi(), step("May", "65", "70", declared="Not met"))


@pytest.mark.parametrize(
    ("declared", "found"), [("met", "65"), ("not met", "59"), ("", "59"), ("see note", "59"), ("met", None)]
)
def test_nothing_is_flagged_where_word_and_figures_agree_or_one_is_missing(
    declared: str, found: str | None
) -> None:
    assert disagreement(kpi(), step("May", "65", found, declared=declared)) is None


def test_within_tolerance_contradicts_nobody() -> None:
    tolerant = replace(kpi(), tolerance=D(2))
    for declared in ("met", "not met"):
        assert disagreement(tolerant, step("May", "65", "64", declared=declared)) is None


def test_every_step_where_word_and_figures_disagree_is_found() -> None:
    steps = (step("Mar", "50", "40", declared="met"), step("Apr", "50", "60", declared="met"))
    assert [one.label for one, _ in disagreements(kpi(*steps))] == ["Mar"]


@pytest.mark.parametrize(
    ("declared", "claim"),
    [
        ("MET", True),
        ("ON TRACK!", True),
        ("Not met", False),
        ("partially met", False),
        ("not on-track", False),
        ("Expected progress", None),
        ("", None),
    ],
)
def test_a_declared_word_is_understood(declared: str, claim: bool | None) -> None:
    assert claims_met(declared) is claim


def test_step_and_headline_are_judged_apart_and_said_in_one_sentence() -> None:
    assert judged(kpi(step("May", "15", "16")), today=TODAY) == "met the May step (15%), headline 92% not met"
    assert judged(kpi(step("May step", "65", "59")), today=TODAY) == (
        "did not meet the May step (65%), headline 92% not met"
    )
    assert judged(kpi(step("May", "65", None)), today=TODAY) == "no data for the May step (65%)"
    assert judged(kpi(), today=TODAY) == "no step is set"


def test_a_trajectory_may_fall_on_purpose() -> None:
    falling = kpi(step("May", "40", "60"), step("June", "30", "35"))
    assert step_verdict(falling, falling.checkpoints[1]) is Verdict.MET
    assert headline_verdict(falling, falling.checkpoints[1]) is Verdict.NOT_MET


def test_the_current_step_is_the_last_that_is_due_or_has_data() -> None:
    april, may = (
        step("Apr", "60", "62", due=date(2026, 4, 30)),
        step("May", "65", None, due=date(2026, 5, 31)),
    )
    june = step("June", "70", None, due=date(2026, 6, 30))
    assert current_step(kpi(april, may, june), today=TODAY) == may
    assert current_step(kpi(june), today=TODAY) == june
    assert current_step(kpi(), today=TODAY) is None


def test_direction_says_what_it_is_compared_with() -> None:
    april, may = step("Apr", "60", "62"), step("May", "65", "59")
    measure = kpi(april, step("Late April", "60", None), may)
    last, base = since_last_step(measure, may), since_baseline(measure, may)
    assert last and last.shown == "↓\N{NO-BREAK SPACE}Worsening from 62%"
    assert base and base.shown == "↑\N{NO-BREAK SPACE}Improving on the baseline of 31%"
    assert since_last_step(measure, april) is None


def test_fewer_weeks_are_an_improvement_where_lower_is_better() -> None:
    weeks = replace(kpi(unit=Unit.WEEKS), polarity=Polarity.LOWER)
    assert heading(weeks, D(25), D(20)) is Direction.IMPROVING


def test_inside_its_range_a_figure_is_steady_and_outside_nearer_is_better() -> None:
    ranged = replace(kpi(), polarity=Polarity.RANGE, headline=target("10", RANGE, "20"))
    assert heading(ranged, D(11), D(19)) is Direction.STEADY
    assert heading(ranged, D(30), D(22)) is Direction.IMPROVING
    assert heading(ranged, D(9), D(2)) is Direction.WORSENING


@given(values, values, st.sampled_from([Polarity.HIGHER, Polarity.LOWER]))
def test_the_way_back_is_the_other_direction(one: Decimal, other: Decimal, polarity: Polarity) -> None:
    measure = replace(kpi(), polarity=polarity)
    there, back = heading(measure, one, other), heading(measure, other, one)
    assert {there, back} in ({Direction.STEADY}, {Direction.IMPROVING, Direction.WORSENING})


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("12.30", Unit.PERCENT, "12.3%"),
        ("1E+3", Unit.NUMBER, "1,000"),
        ("25", Unit.WEEKS, "25 weeks"),
        ("1", Unit.WEEKS, "1 week"),
        ("86000", Unit.MONEY, "£86,000"),
        ("-12.5", Unit.MONEY, "-£12.50"),
        ("1", Unit.YES_NO, "Yes"),
        ("0", Unit.YES_NO, "No"),
        ("0.125", Unit.RATIO, "0.125"),
    ],
)
def test_a_value_is_written_in_its_unit_and_never_rounded(value: str, unit: Unit, shown: str) -> None:
    assert value_shown(D(value), unit) == shown


@pytest.mark.parametrize(
    ("aim", "unit", "shown"),
    [
        (target("65"), Unit.PERCENT, "at least 65%"),
        (target("5", FEWER), Unit.NUMBER, "fewer than 5"),
        (target("5", FEWER), Unit.PERCENT, "less than 5%"),
        (target("90", MORE), Unit.PERCENT, "more than 90%"),
        (target("10", RANGE, "15"), Unit.PERCENT, "10% to 15%"),
        (Target(words="Post in place"), Unit.WORDS, "Post in place"),
        (Target(value=D(20), words="of 30 schools"), Unit.NUMBER, "at least 20 (of 30 schools)"),
        (Target(), Unit.NUMBER, "None set"),
    ],
)
def test_a_target_is_written_in_words(aim: Target, unit: Unit, shown: str) -> None:
    assert target_shown(aim, unit) == shown


def test_an_actual_is_written_with_its_words() -> None:
    assert actual_shown(actual("59", "38 of 64"), Unit.PERCENT) == "59% (38 of 64)"
    assert actual_shown(Actual(D(59), provisional=True), Unit.PERCENT) == "59%, provisional"
    assert actual_shown(Actual(), Unit.PERCENT) == "No data"


def test_a_strict_target_keeps_its_words_inside_a_sentence() -> None:
    assert target_short(target("90", MORE), kpi()) == "more than 90%"
    assert target_short(target("90"), kpi()) == "90%"


def test_a_correction_is_said_with_both_figures() -> None:
    april = step("April", "60", "62")
    change = Restatement(actual("63"), actual("62"), "two plans counted twice", date(2026, 5, 20))
    assert corrected(kpi(april), april, change.old, change.new) == "K7 for April corrected from 63% to 62%."


def test_a_verdict_is_a_word_with_a_shape() -> None:
    shown = [verdict_shown(one).replace("\N{NO-BREAK SPACE}", " ") for one in Verdict]
    assert shown == ["✔ Met", "≈ Within tolerance", "✖ Not met", "– No data", "– Judgement only"]


@given(values, st.sampled_from(Unit))
def test_a_value_as_written_loses_nothing(value: Decimal, unit: Unit) -> None:
    if unit is not Unit.YES_NO:
        digits = "".join(one for one in value_shown(value, unit) if one in "-.0123456789")
        assert Decimal(digits) == value


@pytest.mark.parametrize(
    ("refs", "proposed"),
    [([], "K1"), (["K7", "K6.3"], "K8"), (["K9", "K10", "early help"], "K11"), (["4.2"], "K5")],
)
def test_a_new_kpi_is_numbered_after_the_highest(refs: list[str], proposed: str) -> None:
    assert next_kpi_ref(replace(kpi(), ref=ref) for ref in refs) == proposed


def test_a_range_typed_the_wrong_way_round_is_the_same_range() -> None:
    backwards = Target(RANGE, D("70"), D("60"))
    found = [
        verdict(backwards, actual(value), unit=Unit.PERCENT) for value in ("59.9", "60", "65", "70", "70.1")
    ]
    assert found == [Verdict.NOT_MET, Verdict.MET, Verdict.MET, Verdict.MET, Verdict.NOT_MET]


def test_a_range_with_one_end_is_open_at_the_other() -> None:
    from_60, to_70 = Target(RANGE, D("60")), Target(RANGE, None, D("70"))
    assert [verdict(from_60, actual(value), unit=Unit.PERCENT) for value in ("59", "99")] == [
        Verdict.NOT_MET,
        Verdict.MET,
    ]
    assert [verdict(to_70, actual(value), unit=Unit.PERCENT) for value in ("71", "1")] == [
        Verdict.NOT_MET,
        Verdict.MET,
    ]


def test_a_target_with_an_upper_end_alone_is_at_most_that() -> None:
    assert target_shown(Target(RANGE, None, D("70")), Unit.PERCENT) == "at most 70%"
    assert target_shown(Target(RANGE, D("60")), Unit.PERCENT) == "at least 60%"
    assert target_shown(Target(RANGE, D("60"), D("70")), Unit.PERCENT) == "60% to 70%"
    assert target_shown(Target(), Unit.PERCENT) == "None set"

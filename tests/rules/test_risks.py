"""Risk scores, levels, movement and what does not add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.refused import Refused
from boarddesk.rules.risk_checks import RiskCheck, risk_flags
from boarddesk.rules.risks import (
    LEVELS,
    PRODUCTS,
    Escalation,
    Level,
    Mitigation,
    Response,
    Risk,
    RiskStatus,
    Score,
    by_score,
    check_levels,
    level_of,
    movement,
    statement,
)

TODAY = date(2026, 6, 2)
LAST_BOARD = date(2026, 5, 12)


def score(likelihood: int, impact: int, as_at: date = date(2026, 4, 1)) -> Score:
    return Score(likelihood, impact, as_at)


RISK = Risk(
    "r2",
    "R2",
    "Late advice",
    inherent=(score(5, 5),),
    current=(score(3, 4),),
    target=(score(2, 3),),
    controls="Weekly list",
)


def checks(risk: Risk) -> list[RiskCheck]:
    return [flag.check for flag in risk_flags(risk, levels=LEVELS, today=TODAY)]


@pytest.mark.parametrize(
    ("product", "name"),
    [
        (1, "Low"),
        (3, "Low"),
        (4, "Moderate"),
        (6, "Moderate"),
        (8, "High"),
        (12, "High"),
        (15, "Extreme"),
        (25, "Extreme"),
    ],
)
def test_the_usual_bands_hold_the_scores_of_the_field(product: int, name: str) -> None:
    assert level_of(product).name == name


def test_the_usual_bands_pass_their_own_check() -> None:
    check_levels(LEVELS)


@pytest.mark.parametrize(
    ("bands", "says"),
    [
        ((Level("Low", 1, 6), Level("High", 9, 25)), "8 falls in no level"),
        ((Level("Low", 1, 8), Level("High", 8, 25)), "8 falls in both Low and High"),
        ((Level("Low", 1, 6), Level("low ", 8, 25)), "Two levels are called"),
        ((Level("", 1, 25),), "Give every level a name"),
        ((Level("All", 25, 1),), "before it begins"),
        ((Level("All", 1, 25, 0),), "how many days"),
        ((), "A score of 1 falls in no level"),
    ],
)
def test_bands_that_do_not_hold_every_score_once_are_refused(bands: tuple[Level, ...], says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_levels(bands)


@given(st.lists(st.integers(2, 25), max_size=5, unique=True))
def test_bands_cut_anywhere_give_every_score_exactly_one_level(cuts: list[int]) -> None:
    edges = [1, *sorted(cuts), 26]
    bands = [Level(f"Level {at}", low, high - 1) for at, (low, high) in enumerate(pairwise(edges))]
    check_levels(bands)
    for product in PRODUCTS:
        found = level_of(product, bands)
        assert [band for band in bands if band.lowest <= product <= band.highest] == [found]


@pytest.mark.parametrize(
    ("scores", "shown"),
    [
        ((score(4, 5, date(2026, 5, 20)), score(4, 4)), "↑\N{NO-BREAK SPACE}Up, was 16"),
        ((score(2, 4, date(2026, 5, 20)), score(4, 4)), "↓\N{NO-BREAK SPACE}Down, was 16"),
        ((score(2, 6, date(2026, 5, 20)), score(4, 3)), "→\N{NO-BREAK SPACE}Same"),
        ((score(4, 4),), "→\N{NO-BREAK SPACE}Same"),
        ((score(4, 4, date(2026, 5, 20)),), "New"),
        ((score(5, 5, date(2026, 6, 20)), score(4, 4)), "→\N{NO-BREAK SPACE}Same"),
    ],
)
def test_movement_since_the_last_board_is_a_word(scores: tuple[Score, ...], shown: str) -> None:
    moved = movement(replace(RISK, current=scores), last_board=LAST_BOARD, today=TODAY)
    assert moved and moved.shown == shown


def test_a_risk_without_a_score_has_no_movement() -> None:
    assert movement(replace(RISK, current=()), last_board=LAST_BOARD, today=TODAY) is None


def test_a_sound_risk_has_nothing_to_point_out() -> None:
    assert checks(RISK) == []


@pytest.mark.parametrize(
    ("risk", "check"),
    [
        (replace(RISK, target=(score(4, 4),)), RiskCheck.TARGET_ABOVE_CURRENT),
        (replace(RISK, inherent=(score(2, 2),)), RiskCheck.CURRENT_ABOVE_INHERENT),
        (replace(RISK, controls=" "), RiskCheck.NOTHING_DONE),
        (replace(RISK, next_review=date(2026, 6, 1)), RiskCheck.REVIEW_OVERDUE),
        (
            replace(RISK, mitigations=(Mitigation("Recruit", due=date(2026, 6, 1)),)),
            RiskCheck.MITIGATION_OVERDUE,
        ),
        (replace(RISK, current=(score(4, 5),)), RiskCheck.NOT_ESCALATED),
        (replace(RISK, appetite=8), RiskCheck.ABOVE_APPETITE),
        (replace(RISK, current=()), RiskCheck.NO_SCORE),
    ],
)
def test_what_does_not_add_up_is_flagged(risk: Risk, check: RiskCheck) -> None:
    assert checks(risk) == [check]


@pytest.mark.parametrize(
    "risk",
    [
        replace(RISK, controls="", response=Response.TOLERATE),
        replace(RISK, controls="", mitigations=(Mitigation("Recruit"),)),
        replace(RISK, next_review=TODAY),
        replace(RISK, mitigations=(Mitigation("Recruit", due=date(2026, 5, 1), done_on=date(2026, 5, 2)),)),
        replace(RISK, current=(score(4, 5),), status=RiskStatus.ESCALATED),
        replace(RISK, current=(score(4, 5),), controls="", status=RiskStatus.CLOSED),
        replace(RISK, appetite=12),
    ],
)
def test_what_is_in_order_is_not_flagged(risk: Risk) -> None:
    assert checks(risk) == []


def test_a_risk_is_stated_as_cause_event_and_effect() -> None:
    full = replace(RISK, cause="two posts are empty", event="advice is late", effect="delay plans.")
    assert statement(full) == (
        "Because two posts are empty, there is a risk that advice is late, which would delay plans."
    )
    assert statement(RISK) == "Late advice"


def test_a_register_has_the_highest_score_first_and_unscored_risks_last() -> None:
    low, high, none = (
        replace(RISK, id="low"),
        replace(RISK, id="high", current=(score(5, 5),)),
        replace(RISK, current=()),
    )
    assert by_score([none, low, high]) == (high, low, none)


def test_a_risk_is_with_the_board_it_was_sent_to_last_and_with_its_own_once_taken_back() -> None:
    sent = Escalation("Partnership Board"), Escalation("Executive")
    away = replace(RISK, status=RiskStatus.ESCALATED, escalations=sent)
    assert (away.escalated, away.escalated_to) == (sent[0], "Partnership Board")
    for own in (replace(away, status=RiskStatus.OPEN), replace(away, escalations=())):
        assert (own.escalated, own.escalated_to) == (None, "")


def test_an_appetite_that_is_passed_is_said_with_the_kind_of_risk() -> None:
    def said(category: str) -> list[str]:
        risk = replace(RISK, category=category, appetite=8)
        return [
            flag.sentence
            for flag in risk_flags(risk, levels=LEVELS, today=TODAY)
            if flag.check is RiskCheck.ABOVE_APPETITE
        ]

    assert said("money") == ["It scores 12, above the appetite of 8 for money."]
    assert said("") == ["It scores 12, above the appetite of 8 for its kind."]


def test_the_usual_bands_are_named_with_the_scores_they_reach_from_and_to() -> None:
    assert [(level.name, level.lowest, level.highest) for level in LEVELS] == [
        ("Low", 1, 3),
        ("Moderate", 4, 6),
        ("High", 8, 12),
        ("Extreme", 15, 25),
    ]


def test_work_and_reviews_due_today_are_not_late_yet() -> None:
    def flagged(day: date) -> list[RiskCheck]:
        return checks(replace(RISK, next_review=day, mitigations=(Mitigation("Hire", due=day),)))

    assert flagged(TODAY) == []
    assert flagged(TODAY - timedelta(days=1)) == [RiskCheck.REVIEW_OVERDUE, RiskCheck.MITIGATION_OVERDUE]

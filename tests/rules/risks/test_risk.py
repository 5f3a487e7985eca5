"""Risk scores, levels, movement and what does not add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from boarddesk.rules.risks.checks import RiskCheck, risk_flags
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.matrix import HIGH, LOW, USUAL, Band, Level, Severity, by_product
from boarddesk.rules.risks.movement import Way, movement, over_boards, reviews, way_between
from boarddesk.rules.risks.risk import (
    Appetite,
    Control,
    Mitigation,
    Response,
    Risk,
    RiskStatus,
    Score,
    by_score,
    score_by,
    statement,
)

TODAY = date(2026, 6, 2)
LAST_BOARD = date(2026, 5, 12)


def score(likelihood: int, impact: int, as_at: date = date(2026, 4, 1)) -> Score:
    return score_by(USUAL, likelihood, impact, as_at)


RISK = Risk(
    "r2",
    "R2",
    "Late advice",
    inherent=(score(5, 5),),
    current=(score(3, 4),),
    target=(score(2, 3),),
    controls=(Control("Weekly list"),),
)


def checks(risk: Risk) -> list[RiskCheck]:
    return [flag.check for flag in risk_flags(risk, matrix=USUAL, today=TODAY)]


@pytest.mark.parametrize(
    ("scores", "shown"),
    [
        ((score(4, 5, date(2026, 5, 20)), score(4, 4)), "↑\N{NO-BREAK SPACE}Up, was 16"),
        ((score(2, 4, date(2026, 5, 20)), score(4, 4)), "↓\N{NO-BREAK SPACE}Down, was 16"),
        ((score(3, 4, date(2026, 5, 20)), score(4, 3)), "→\N{NO-BREAK SPACE}Same"),
        ((score(4, 4),), "→\N{NO-BREAK SPACE}Same"),
        ((score(4, 4, date(2026, 5, 20)),), "New"),
        ((score(5, 5, date(2026, 6, 20)), score(4, 4)), "→\N{NO-BREAK SPACE}Same"),
    ],
)
def test_movement_since_the_last_board_is_a_word(scores: tuple[Score, ...], shown: str) -> None:
    moved = movement(replace(RISK, current=scores), last_board=LAST_BOARD, today=TODAY)
    assert moved and moved.shown == shown


DAY = date(2026, 5, 1)
BY_M = Score(2, 4, DAY, level=HIGH, matrix_id="m")


@pytest.mark.parametrize(
    ("was", "now", "way"),
    [
        (Score(None, None, DAY, given=8), Score(3, 4, DAY, level=HIGH, matrix_id="m"), Way.UP),
        (
            Score(2, 4, DAY, level=HIGH, matrix_id="m"),
            Score(3, 3, DAY, level=HIGH, matrix_id="other"),
            Way.UNKNOWN,
        ),
        (
            Score(2, 4, DAY, level=HIGH, matrix_id="m"),
            Score(3, 3, DAY, level=LOW, matrix_id="other"),
            Way.DOWN,
        ),
        (Score(None, None, DAY, level=HIGH), Score(None, None, DAY, level=HIGH), Way.SAME),
        (Score(None, None, DAY, level=LOW), Score(3, 4, DAY, level=HIGH, matrix_id="m"), Way.UP),
        (Score(None, None, DAY, given=8), Score(None, None, DAY, level=LOW), Way.UNKNOWN),
    ],
)
def test_scores_of_two_matrices_are_compared_by_what_their_levels_are(
    was: Score, now: Score, way: Way
) -> None:
    assert way_between(was, now) is way


def test_what_cannot_be_compared_says_what_it_was() -> None:
    old = Score(2, 4, DAY, level=HIGH, matrix_id="other")
    now = Score(3, 4, date(2026, 5, 20), level=HIGH, matrix_id="m")
    moved = movement(replace(RISK, current=(now, old)), last_board=LAST_BOARD, today=TODAY)
    assert moved and moved.shown == "Not comparable, was 8"


def test_a_score_shows_what_little_is_known_of_it() -> None:
    known = [
        Score(4, 4, DAY, level=HIGH),
        Score(None, None, DAY, given=12),
        Score(None, None, DAY, level=HIGH),
        Score(4, None, DAY, level=Level("Purple", Severity.MODERATE)),
    ]
    assert [each.shown for each in known] == ["16\N{NO-BREAK SPACE}High", "12", "High", "Purple"]
    assert [each.weight for each in known] == [16, 12, 8, 4]


def test_a_risk_is_told_over_the_boards_and_by_its_last_reviews_one_a_day() -> None:
    days = [date(2026, month, 3) for month in range(1, 6)]
    twice = (score(5, 5, days[4]), score(1, 1, days[4]), *(score(2, 2, day) for day in reversed(days[:4])))
    told = replace(RISK, current=twice)
    assert [
        each.score.product if each.score else None
        for each in over_boards(told, (date(2025, 12, 1), days[0], LAST_BOARD))
    ] == [None, 4, 25]
    assert [(each.as_at, each.product) for each in reviews(told, today=TODAY, most=2)] == [
        (days[3], 4),
        (days[4], 25),
    ]
    assert len(reviews(told, today=days[2])) == 3


def test_a_risk_without_a_score_has_no_movement() -> None:
    assert movement(replace(RISK, current=()), last_board=LAST_BOARD, today=TODAY) is None


def test_a_sound_risk_has_nothing_to_point_out() -> None:
    assert checks(RISK) == []


@pytest.mark.parametrize(
    ("risk", "check"),
    [
        (replace(RISK, target=(score(4, 4),)), RiskCheck.TARGET_ABOVE_CURRENT),
        (replace(RISK, inherent=(score(2, 2),)), RiskCheck.CURRENT_ABOVE_INHERENT),
        (replace(RISK, controls=()), RiskCheck.NOTHING_DONE),
        (replace(RISK, next_review=date(2026, 6, 1)), RiskCheck.REVIEW_OVERDUE),
        (
            replace(RISK, mitigations=(Mitigation("Recruit", due=date(2026, 6, 1)),)),
            RiskCheck.MITIGATION_OVERDUE,
        ),
        (replace(RISK, current=(score(4, 5),)), RiskCheck.NOT_ESCALATED),
        (replace(RISK, appetite=Appetite(4, 8)), RiskCheck.ABOVE_APPETITE),
        (replace(RISK, current=()), RiskCheck.NO_SCORE),
    ],
)
def test_what_does_not_add_up_is_flagged(risk: Risk, check: RiskCheck) -> None:
    assert checks(risk) == [check]


@pytest.mark.parametrize(
    "risk",
    [
        replace(RISK, controls=(), response=Response.TOLERATE),
        replace(RISK, controls=(), mitigations=(Mitigation("Recruit"),)),
        replace(RISK, next_review=TODAY),
        replace(RISK, mitigations=(Mitigation("Recruit", due=date(2026, 5, 1), done_on=date(2026, 5, 2)),)),
        replace(RISK, current=(score(4, 5),), status=RiskStatus.ESCALATED),
        replace(RISK, current=(score(4, 5),), controls=(), status=RiskStatus.CLOSED),
        replace(RISK, appetite=Appetite(None, 12)),
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
        risk = replace(RISK, category=category, appetite=Appetite(4, 8))
        return [
            flag.sentence
            for flag in risk_flags(risk, matrix=USUAL, today=TODAY)
            if flag.check is RiskCheck.ABOVE_APPETITE
        ]

    assert said("money") == ["It scores 12, above the appetite of 8 for money."]
    assert said("") == ["It scores 12, above the appetite of 8 for its kind."]


def test_work_and_reviews_due_today_are_not_late_yet() -> None:
    def flagged(day: date) -> list[RiskCheck]:
        return checks(replace(RISK, next_review=day, mitigations=(Mitigation("Hire", due=day),)))

    assert flagged(TODAY) == []
    assert flagged(TODAY - timedelta(days=1)) == [RiskCheck.REVIEW_OVERDUE, RiskCheck.MITIGATION_OVERDUE]


def test_a_risk_that_lacks_a_part_of_its_sentence_is_stated_by_its_title() -> None:
    full = replace(RISK, cause="posts are empty", event="advice is late", effect="delay plans")
    lacking = replace(full, cause=""), replace(full, event=""), replace(full, effect="")
    assert [statement(risk) for risk in lacking] == ["Late advice"] * 3


def test_an_extreme_risk_stays_one_to_escalate_when_the_matrix_gets_other_words() -> None:
    worst = Level("Red", Severity.EXTREME)
    matrix = by_product(("a", "b", "c"), ("d", "e", "f"), (Band(worst, 1, 9),))
    before = replace(RISK, current=(replace(score(4, 5), matrix_id="before"),))
    flags = risk_flags(before, matrix=replace(matrix, id="now"), today=TODAY)
    assert RiskCheck.NOT_ESCALATED in [flag.check for flag in flags]


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ("", RiskStatus.OPEN, "open"),
        ("On hold", RiskStatus.OPEN, "on hold"),
        ("Escalated", RiskStatus.OPEN, "open (its register: escalated)"),
        ("De-escalated", RiskStatus.OPEN, "de-escalated"),
        ("To be escalated", RiskStatus.OPEN, "to be escalated"),
        ("Escalated", RiskStatus.ESCALATED, "escalated"),
        ("Escalated", RiskStatus.CLOSED, "closed"),
    ],
)
def test_what_a_register_calls_escalated_is_no_escalation_of_the_office(
    words: str, status: RiskStatus, says: str
) -> None:
    assert replace(RISK, status=status, status_words=words).status_said == says


def test_a_risk_its_register_calls_escalated_is_asked_to_which_board() -> None:
    said = replace(RISK, current=(score(4, 5),), status_words="Escalated")
    (flag,) = risk_flags(said, matrix=USUAL, today=TODAY)
    assert flag.sentence.endswith(
        "and its register says “Escalated”, but to which board is not recorded here."
    )

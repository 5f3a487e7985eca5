"""A heat map places what its matrix scored, names the rest, and draws appetite between the cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.risks.heat_map import appetite_steps, placement, score_path
from boarddesk.rules.risks.matrix import HIGH, LOW, USUAL, Band, by_product
from boarddesk.rules.risks.risk import Risk, Score, score_by

DAY = date(2026, 5, 12)
MATRIX = replace(USUAL, id="m1")


def _risk(ref: str, *current: Score) -> Risk:
    return Risk(ref, ref, "Posts stay empty", current=current)


def test_a_risk_stands_in_the_cell_of_its_score_that_holds_today() -> None:
    risk = _risk("R1", score_by(MATRIX, 4, 4, DAY), score_by(MATRIX, 3, 4, date(2026, 4, 1)))
    assert placement([risk], MATRIX, today=DAY).cells == {(4, 4): (risk,)}
    assert placement([risk], MATRIX, today=date(2026, 5, 1)).cells == {(3, 4): (risk,)}


def test_what_the_matrix_in_force_did_not_score_is_named_and_never_placed() -> None:
    by_word = _risk("R1", Score(None, None, DAY, level=HIGH))
    by_other = _risk("R2", score_by(USUAL, 4, 4, DAY))
    unscored = _risk("R3")
    found = placement([by_word, by_other, unscored], MATRIX, today=DAY)
    assert found.cells == {}
    assert [(risk.ref, why.replace("\N{NO-BREAK SPACE}", " ")) for risk, why in found.elsewhere] == [
        ("R1", "High alone"),
        ("R2", "16 Extreme by another matrix"),
        ("R3", "no score"),
    ]


def test_the_way_of_a_risk_leaves_out_what_nobody_gave() -> None:
    risk = replace(_risk("R1", score_by(MATRIX, 4, 4, DAY)), inherent=(score_by(MATRIX, 5, 5, DAY),))
    path = score_path(risk, MATRIX, today=DAY)
    assert (path.inherent, path.current, path.target) == ((5, 5), (4, 4), None)


@pytest.mark.parametrize(
    ("line", "corners"),
    [
        (10, ((5, 2), (3, 2), (3, 3), (2, 3), (2, 5))),
        (6, ((5, 1), (3, 1), (3, 2), (2, 2), (2, 3), (1, 3), (1, 5))),
        (3, ((3, 0), (3, 1), (1, 1), (1, 3), (0, 3))),
        (25, ()),
        (None, ()),
    ],
)
def test_appetite_is_drawn_where_the_scores_pass_it(
    line: int | None, corners: tuple[tuple[int, int], ...]
) -> None:
    assert appetite_steps(USUAL, line) == corners


@given(st.integers(3, 6), st.integers(3, 6), st.integers(1, 36))
def test_the_steps_of_appetite_go_left_and_up_and_part_every_cell(up: int, across: int, line: int) -> None:
    words = ("a", "b", "c", "d", "e", "f")
    matrix = by_product(words[:up], words[:across], (Band(LOW, 1, 36),))
    corners = appetite_steps(matrix, line)
    if not corners:
        assert up * across <= line
        return
    assert all(0 <= x <= across and 0 <= y <= up for x, y in corners)
    for (left, low), (right, high) in zip(corners[1:], corners, strict=False):
        assert (left < right and low == high) or (left == right and low > high)
    for likelihood, impact in matrix.places:
        crossed = [x for (x, low), (_x, high) in _upright(corners) if low < likelihood <= high]
        inside = not crossed or impact <= crossed[0]
        if corners[-1][0] == 0 and likelihood > corners[-1][1]:
            inside = False
        assert inside == (likelihood * impact <= line)


def _upright(corners: tuple[tuple[int, int], ...]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(a, b) for a, b in pairwise(corners) if a[0] == b[0]]

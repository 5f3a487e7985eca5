"""A matrix has words and a level for each cell; one function gives the level."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.matrix import (
    EXTREME,
    HIGH,
    LOW,
    MODERATE,
    USUAL,
    Band,
    Level,
    Matrix,
    Severity,
    by_product,
    by_share,
    check_matrix,
    level_called,
    severity_called,
    without_level,
)

WORDS = ("Rare", "Unlikely", "Possible", "Likely", "Very likely", "Certain")


@pytest.mark.parametrize(
    ("likelihood", "impact", "name"),
    [
        (1, 1, "Low"),
        (1, 3, "Low"),
        (2, 2, "Moderate"),
        (3, 2, "Moderate"),
        (2, 4, "High"),
        (3, 4, "High"),
        (3, 5, "Extreme"),
        (5, 5, "Extreme"),
    ],
)
def test_the_usual_matrix_gives_the_levels_of_the_field(likelihood: int, impact: int, name: str) -> None:
    assert USUAL.level(likelihood, impact).name == name


def test_the_usual_matrix_passes_its_own_check_and_ends_at_extreme() -> None:
    check_matrix(USUAL)
    assert USUAL.highest is EXTREME
    assert USUAL.bands() == (Band(LOW, 1, 3), Band(MODERATE, 4, 6), Band(HIGH, 8, 12), Band(EXTREME, 15, 25))


@pytest.mark.parametrize(
    ("likelihood", "impact", "field"), [(0, 3, "likelihood"), (6, 1, "likelihood"), (3, 9, "impact")]
)
def test_a_score_outside_the_matrix_is_refused_beside_its_field(
    likelihood: int, impact: int, field: str
) -> None:
    with pytest.raises(Refused, match="goes from 1 to 5") as refused:
        USUAL.level(likelihood, impact)
    assert refused.value.field == field


@given(st.integers(3, 6), st.integers(3, 6), st.data())
def test_a_matrix_of_any_size_gives_each_of_its_cells_the_level_it_was_set_to(
    rows: int, columns: int, data: st.DataObject
) -> None:
    cells = {
        place: data.draw(st.sampled_from((LOW, HIGH)))
        for place in product(range(1, rows + 1), range(1, columns + 1))
    }
    matrix = Matrix(WORDS[:rows], WORDS[:columns], (LOW, HIGH), cells)
    check_matrix(matrix)
    assert {place: matrix.level(*place) for place in matrix.places} == cells
    with pytest.raises(Refused):
        matrix.level(rows + 1, 1)


@given(st.lists(st.integers(2, 25), max_size=5, unique=True))
def test_bands_cut_anywhere_give_every_cell_the_level_of_its_product(cuts: list[int]) -> None:
    edges = [1, *sorted(cuts), 26]
    bands = [
        Band(Level(f"Level {at}", Severity.LOW), low, high - 1)
        for at, (low, high) in enumerate(pairwise(edges))
    ]
    matrix = by_product(WORDS[:5], WORDS[:5], bands)
    assert without_level(matrix) == ()
    for likelihood, impact in matrix.places:
        (band,) = [each for each in bands if each.lowest <= likelihood * impact <= each.highest]
        assert matrix.level(likelihood, impact) is band.level


ODD = {**USUAL.cells, (1, 5): EXTREME}


@pytest.mark.parametrize(
    ("matrix", "says", "field"),
    [
        (replace(USUAL, likelihoods=WORDS[:2]), "from 3 to 6 steps of likelihood", "likelihood"),
        (replace(USUAL, impacts=(*WORDS, "Worse")), "from 3 to 6 steps of impact", "impact"),
        (replace(USUAL, impacts=("", *WORDS[:4])), "Give every step of impact a name", "impact"),
        (replace(USUAL, impacts=("rare ", "Rare", *WORDS[2:5])), "Two have the name", "impact"),
        (replace(USUAL, levels=()), "at least one level", "level"),
        (replace(USUAL, levels=(LOW, replace(LOW, name="low "))), "Two have the name", "level"),
        (replace(USUAL, levels=(replace(LOW, review_every_days=0),)), "how many days", "review_every_days"),
        (by_product(WORDS[:3], WORDS[:3], (Band(LOW, 1, 6),)), "every cell: 3 × 3", "cells"),
        (by_product(WORDS[:5], WORDS[:5], (Band(LOW, 1, 6),)), "and 9 more", "cells"),
        (replace(USUAL, levels=(LOW, MODERATE, HIGH)), "Extreme is not one of the levels", "cells"),
    ],
)
def test_a_matrix_that_does_not_hold_is_refused_beside_what_is_wrong(
    matrix: Matrix, says: str, field: str
) -> None:
    with pytest.raises(Refused, match=says) as refused:
        check_matrix(matrix)
    assert refused.value.field == field


def test_the_cells_that_lack_a_level_are_named() -> None:
    assert without_level(by_product(WORDS[:3], WORDS[:3], (Band(LOW, 1, 4),))) == ((2, 3), (3, 2), (3, 3))


def test_cells_set_one_by_one_are_no_bands() -> None:
    assert replace(USUAL, cells=ODD).bands() is None


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("LOW", Severity.LOW),
        (" very  high", Severity.EXTREME),
        ("Medium", Severity.MODERATE),
        ("Significant", Severity.HIGH),
        ("Red", Severity.EXTREME),
        ("Purple", None),
    ],
)
def test_a_level_called_by_a_word_of_the_field_is_as_bad_as_the_field_means(
    word: str, severity: Severity | None
) -> None:
    assert severity_called(word) is severity


def test_a_level_of_another_matrix_keeps_its_own_word() -> None:
    assert level_called(USUAL, "high") is HIGH
    assert level_called(USUAL, "Severe") == Level("Severe", Severity.EXTREME)
    assert level_called(USUAL, "Purple") == Level("Purple", Severity.MODERATE)


def test_a_matrix_by_product_has_a_level_for_each_of_its_cells_and_no_other() -> None:
    assert sorted(USUAL.cells) == list(USUAL.places) == list(product(range(1, 6), range(1, 6)))


def test_the_levels_of_any_matrix_follow_the_shares_of_the_usual_one() -> None:
    assert by_share(5, 5, USUAL.levels) == dict(USUAL.cells)
    small = by_share(3, 3, USUAL.levels)
    assert (small[1, 1].name, small[1, 2].name, small[2, 2].name, small[3, 3].name) == (
        "Low",
        "Moderate",
        "High",
        "Extreme",
    )
    assert {level.name for level in by_share(6, 6, [LOW, HIGH]).values()} == {"Low", "High"}

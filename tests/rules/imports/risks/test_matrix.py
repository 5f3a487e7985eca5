"""The matrix of a register that is brought in has its own words and a level for each cell."""

from __future__ import annotations

from boarddesk.rules.imports.risks.contents import FoundMatrix
from boarddesk.rules.imports.risks.matrix import matrix_of
from boarddesk.rules.risks.matrix import Severity, check_matrix

WORDS = FoundMatrix(("Remote", "Even", "Likely"), ("Slight", "Middling", "Grave"))


def test_levels_are_those_of_its_bands() -> None:
    found = FoundMatrix(WORDS.likelihood, WORDS.impact, (("Green", 1, 2), ("Amber", 3, 4), ("Red", 5, 9)))
    matrix = matrix_of(found)
    check_matrix(matrix)
    assert [level.name for level in matrix.levels] == ["Green", "Amber", "Red"]
    assert matrix.level(2, 2).name == "Amber"
    assert matrix.level(3, 3).severity is Severity.EXTREME


def test_levels_are_those_it_draws() -> None:
    cells = tuple(
        (likelihood, impact, "High" if likelihood + impact > 4 else "Low")
        for likelihood in (1, 2, 3)
        for impact in (1, 2, 3)
    )
    matrix = matrix_of(FoundMatrix(WORDS.likelihood, WORDS.impact, cells=cells))
    check_matrix(matrix)
    assert matrix.level(1, 3).name == "Low"
    assert matrix.level(2, 3).name == "High"


def test_without_levels_it_has_the_usual_ones() -> None:
    matrix = matrix_of(WORDS)
    check_matrix(matrix)
    assert matrix.level(1, 1).severity is Severity.LOW
    assert matrix.level(3, 3).severity is Severity.EXTREME

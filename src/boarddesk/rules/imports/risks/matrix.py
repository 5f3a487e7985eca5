"""The matrix of a register that is brought in, in its own words, with a level for each cell."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from boarddesk.rules.imports.risks.contents import FoundMatrix
from boarddesk.rules.risks.matrix import (
    EXTREME,
    HIGH,
    LOW,
    MODERATE,
    Band,
    Level,
    Matrix,
    Severity,
    severity_called,
)

USUAL_SHARES = ((LOW, 3 / 25), (MODERATE, 6 / 25), (HIGH, 12 / 25), (EXTREME, 1.0))
"""The usual levels by the share of the highest score, for a document that names none."""


def matrix_of(found: FoundMatrix) -> Matrix:
    """The document's matrix: the level it draws in each cell, else that of its bands, else the usual ones."""
    levels = _drawn(found) or _banded(found) or _usual(found)
    named = list(dict.fromkeys(levels[place] for place in sorted(levels, key=lambda cell: cell[0] * cell[1])))
    ordered = sorted(named, key=lambda level: level.severity.rank)
    return Matrix(found.likelihood, found.impact, tuple(ordered), levels)


def _places(found: FoundMatrix) -> list[tuple[int, int]]:
    return list(product(range(1, len(found.likelihood) + 1), range(1, len(found.impact) + 1)))


def _drawn(found: FoundMatrix) -> dict[tuple[int, int], Level]:
    """A level for each cell as it is drawn; nothing where one is missing."""
    drawn = {(likelihood, impact): level for likelihood, impact, level in found.cells}
    if set(drawn) != set(_places(found)):
        return {}
    known = _levels(
        dict.fromkeys(drawn[place] for place in sorted(drawn, key=lambda cell: cell[0] * cell[1]))
    )
    return {place: known[name] for place, name in drawn.items()}


def _banded(found: FoundMatrix) -> dict[tuple[int, int], Level]:
    """A level for each cell by the bands of products; nothing where a product falls between them."""
    known = _levels(dict.fromkeys(name for name, _, _ in found.bands))
    bands = [Band(known[name], low, high) for name, low, high in found.bands]
    levels: dict[tuple[int, int], Level] = {}
    for place in _places(found):
        score = place[0] * place[1]
        level = next((band.level for band in bands if band.lowest <= score <= band.highest), None)
        if level is None:
            return {}
        levels[place] = level
    return levels


def _usual(found: FoundMatrix) -> dict[tuple[int, int], Level]:
    highest = len(found.likelihood) * len(found.impact)
    return {
        place: next(level for level, share in USUAL_SHARES if place[0] * place[1] <= share * highest)
        for place in _places(found)
    }


def _levels(names: Mapping[str, object]) -> dict[str, Level]:
    """Levels by name, lowest first: as bad as the field means by the word, else by their order."""
    ranks = list(Severity)
    return {
        name: Level(name, severity_called(name) or ranks[min(at, len(ranks) - 1)])
        for at, name in enumerate(names)
    }

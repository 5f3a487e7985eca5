"""The matrix risks are scored by: likelihoods and impacts in the office's own words, a level for each cell.

A matrix is never changed once scores were given by it: changing it makes a new one, and a score keeps the
one it was given by. So what was issued goes on meaning what it said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise, product
from typing import Final

from boarddesk.rules.refused import Refused

SMALLEST: Final = 3
LARGEST: Final = 6
"""A matrix has from 3 to 6 rows and columns (domain.md, "Risks and issues")."""


class Severity(StrEnum):
    """How bad a level is, whatever an office calls it: this decides its colour and what is asked of it."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    EXTREME = "extreme"

    @property
    def rank(self) -> int:
        """0 for low to 3 for extreme."""
        return list(Severity).index(self)


@dataclass(frozen=True)
class Level:
    """A level with the office's own word for it, and how often a risk at it is reviewed, in days."""

    name: str
    severity: Severity
    review_every_days: int = 31


@dataclass(frozen=True)
class Band:
    """The products that make a level, both ends inclusive."""

    level: Level
    lowest: int
    highest: int


Cell = tuple[int, int]
"""Likelihood and impact, each counted from 1."""


@dataclass(frozen=True)
class Matrix:
    """Words for likelihood and impact from the lowest, and the level of each cell.

    `levels` stand lowest first. An id is empty until the office keeps the matrix.
    """

    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    levels: tuple[Level, ...]
    cells: Mapping[Cell, Level] = field(hash=False)
    id: str = ""

    def level(self, likelihood: int, impact: int) -> Level:
        """The one function that gives a level; refused for a cell the matrix does not have."""
        check_cell(self, likelihood, impact)
        return self.cells[likelihood, impact]

    @property
    def places(self) -> Iterator[Cell]:
        """Every cell, row by row from the lowest likelihood."""
        return product(range(1, len(self.likelihoods) + 1), range(1, len(self.impacts) + 1))

    @property
    def highest(self) -> Level:
        """The level that must not stay with its own board unseen."""
        return self.levels[-1]

    def bands(self) -> tuple[Band, ...] | None:
        """The levels as bands of products, lowest first; None where the cells follow no bands."""
        products: dict[str, list[int]] = {level.name: [] for level in self.levels}
        for (likelihood, impact), level in self.cells.items():
            products[level.name].append(likelihood * impact)
        found = [Band(level, min(of), max(of)) for level in self.levels if (of := products[level.name])]
        apart = all(low.highest < high.lowest for low, high in pairwise(found))
        return tuple(found) if apart else None


def by_product(likelihoods: Sequence[str], impacts: Sequence[str], bands: Sequence[Band]) -> Matrix:
    """A matrix whose levels follow from the product; cells that no band holds have no level yet."""
    places = product(range(1, len(likelihoods) + 1), range(1, len(impacts) + 1))
    cells = {
        (likelihood, impact): band.level
        for likelihood, impact in places
        for band in bands
        if band.lowest <= likelihood * impact <= band.highest
    }
    return Matrix(tuple(likelihoods), tuple(impacts), tuple(band.level for band in bands), cells)


_SHARES: Final = {Severity.LOW: 0.15, Severity.MODERATE: 0.3, Severity.HIGH: 0.55, Severity.EXTREME: 1.0}
"""Up to which share of the highest product a cell is how bad, where nobody said: as in the usual matrix."""


def by_share(likelihoods: int, impacts: int, levels: Sequence[Level]) -> dict[Cell, Level]:
    """A level for each cell by its product's share of the highest; the next worse where one is not there."""
    known = sorted(levels, key=lambda level: level.severity.rank)
    found: dict[Cell, Level] = {}
    for likelihood, impact in product(range(1, likelihoods + 1), range(1, impacts + 1)):
        share = likelihood * impact / (likelihoods * impacts)
        wanted = next(severity for severity, most in _SHARES.items() if share <= most)
        found[likelihood, impact] = next(
            (level for level in known if level.severity.rank >= wanted.rank), known[-1]
        )
    return found


LOW: Final = Level("Low", Severity.LOW)
MODERATE: Final = Level("Moderate", Severity.MODERATE)
HIGH: Final = Level("High", Severity.HIGH)
EXTREME: Final = Level("Extreme", Severity.EXTREME)
USUAL: Final = by_product(
    ("Rare", "Unlikely", "Possible", "Likely", "Very likely"),
    ("Minimal", "Minor", "Moderate", "Major", "Severe"),
    (Band(LOW, 1, 3), Band(MODERATE, 4, 6), Band(HIGH, 8, 12), Band(EXTREME, 15, 25)),
)
"""The matrix of an office that keeps none of its own: 5 × 5, bands by product (domain.md)."""

_SEVERITY_OF: Final = {
    Severity.LOW: ("low", "very low", "minimal", "minor", "negligible", "green", "l", "vl", "acceptable"),
    Severity.MODERATE: ("moderate", "medium", "yellow", "m", "tolerable", "manageable"),
    Severity.HIGH: ("high", "significant", "amber", "major", "h", "serious", "orange"),
    Severity.EXTREME: (
        *("extreme", "very high", "critical", "severe", "red", "vh", "e", "catastrophic", "unacceptable"),
        *("intolerable", "very severe"),
    ),
}


def severity_called(word: str) -> Severity | None:
    """How bad a level of that name is, by the words the field uses; None for any other word."""
    plain = " ".join(word.split()).casefold()
    return next((severity for severity, words in _SEVERITY_OF.items() if plain in words), None)


def level_called(matrix: Matrix, name: str) -> Level:
    """The level of a name in a matrix; else that word with what the field means by it.

    A word that nobody defined is as bad as the middle: it is shown as written and sorted there.
    """
    for level in matrix.levels:
        if level.name.casefold() == name.casefold():
            return level
    return Level(name, severity_called(name) or Severity.MODERATE)


def check_cell(matrix: Matrix, likelihood: int, impact: int) -> None:
    """Refuses a likelihood or impact outside the matrix."""
    for name, given, words in (
        ("likelihood", likelihood, matrix.likelihoods),
        ("impact", impact, matrix.impacts),
    ):
        if not 1 <= given <= len(words):
            raise Refused(f"{name.capitalize()} goes from 1 to {len(words)}.", field=name)


def without_level(matrix: Matrix) -> tuple[Cell, ...]:
    """The cells that lack a level, row by row."""
    return tuple(place for place in matrix.places if place not in matrix.cells)


def check_matrix(matrix: Matrix) -> None:
    """Refuses a matrix of another size, with words missing or double, or with a cell without level."""
    for name, words in (("likelihood", matrix.likelihoods), ("impact", matrix.impacts)):
        if not SMALLEST <= len(words) <= LARGEST:
            raise Refused(f"A matrix has from {SMALLEST} to {LARGEST} steps of {name}.", field=name)
        _check_words(words, f"step of {name}", field=name)
    if not matrix.levels:
        raise Refused("Give the matrix at least one level.", field="level")
    _check_words([level.name for level in matrix.levels], "level", field="level")
    for level in matrix.levels:
        if level.review_every_days < 1:
            raise Refused(
                f"Say after how many days risks at {level.name} are reviewed.", field="review_every_days"
            )
    bare = without_level(matrix)
    if bare:
        named = ", ".join(f"{likelihood} × {impact}" for likelihood, impact in bare[:4])
        more = f" and {len(bare) - 4} more" if len(bare) > 4 else ""
        raise Refused(f"Give a level to every cell: {named}{more} (likelihood × impact).", field="cells")
    strange = {level.name for level in matrix.cells.values()} - {level.name for level in matrix.levels}
    if strange:
        raise Refused(f"{min(strange)} is not one of the levels.", field="cells")


def _check_words(words: Sequence[str], kind: str, *, field: str) -> None:
    plain = [word.strip().casefold() for word in words]
    if not all(plain):
        raise Refused(f"Give every {kind} a name.", field=field)
    twice = next((word for word in words if plain.count(word.strip().casefold()) > 1), "")
    if twice:
        raise Refused(f"Two have the name {twice}. Give every {kind} its own.", field=field)

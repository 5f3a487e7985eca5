"""A score is read in the many ways it is written, and no part of it is made up."""

from __future__ import annotations

import pytest

from boarddesk.importing.risks.headings import heading_of
from boarddesk.importing.risks.scores import ScoreKey, read_score
from boarddesk.importing.risks.vocabulary import Aspect
from boarddesk.importing.tables.grid import Cell
from boarddesk.rules.imports.risks.contents import FoundScore

KEY = ScoreKey({Aspect.LIKELIHOOD: {"likely": 4, "d": 4}, Aspect.IMPACT: {"grave": 5}}, {"h": "High"})
READ = [
    ("Rating (L x C)", "4 x 5 = 20", FoundScore(4, 5, 20)),
    ("Rating (I x L)", "4x3=12", FoundScore(3, 4, 12)),
    ("Score", "L4 I3", FoundScore(4, 3)),
    ("Score", "I=4, L=3 (12)", FoundScore(3, 4, 12)),
    ("Score", "12 (4×3)", FoundScore(4, 3, 12)),
    ("Score", "P3 S4 =12", FoundScore(3, 4, 12)),
    ("Score", "Likelihood: Almost certain (5)\nImpact: Major (4)", FoundScore(5, 4)),
    ("Score (L/I)", "4/3", FoundScore(4, 3)),
    ("Score", "16 High", FoundScore(product=16, level="High")),
    ("Score", "High (16)", FoundScore(product=16, level="High")),
    ("Score", "12", FoundScore(product=12)),
    ("Score", "H", FoundScore(level="High")),
    ("Score", "A2", FoundScore(level="A2")),
    ("Score", "D2", FoundScore(4, 2)),
    ("Score", "Likely x Grave", FoundScore(4, 5)),
    ("Score", "Grave / Likely", FoundScore(4, 5)),
    ("Rating (L x I)", "Rare / Severe", FoundScore(words="Rare × Severe")),
    ("Likelihood", "4 - Likely", FoundScore(4)),
    ("Likelihood", "Likely", FoundScore(4)),
    ("Impact", "Severe", FoundScore(words="Severe")),
]


@pytest.mark.parametrize(("heading", "text", "wanted"), READ)
def test_a_score_as_it_is_written(heading: str, text: str, wanted: FoundScore) -> None:
    cell = Cell(tuple(text.split("\n")))
    assert read_score(cell, heading_of(heading), KEY) == wanted


@pytest.mark.parametrize("text", ["", "n/a", "TBC", "–", "0"])
def test_a_cell_that_says_nothing_is_no_score(text: str) -> None:
    assert read_score(Cell((text,)), heading_of("Score"), KEY) is None


def test_a_colour_alone_is_a_level() -> None:
    assert read_score(Cell(shading="FF0000"), heading_of("Score"), KEY) == FoundScore(level="Red")
    assert read_score(Cell(shading="D9D9D9"), heading_of("Score"), KEY) is None

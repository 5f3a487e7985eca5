"""The document's own key: numbers for words, letters, levels, arrows and initials; nothing without one."""

from __future__ import annotations

from boarddesk.importing.risks.key import read_key
from boarddesk.importing.risks.vocabulary import Aspect
from boarddesk.importing.tables.grid import Cell, Grid


def table(*rows: str) -> Grid:
    return Grid(1, tuple(tuple(Cell((text,)) if text else Cell() for text in row.split("|")) for row in rows))


def test_a_key_in_words() -> None:
    key = read_key(
        [],
        [
            "Likelihood: 1 = Rare, 2 = Even, 3 = Likely. Impact: 1 = Slight, 2 = Middling, 3 = Grave.",
            "1-2 low, 3-4 medium, 6-9 high. H = high. ↑ improving. UP = Una Pike",
        ],
    )
    assert key.scores.number(Aspect.LIKELIHOOD, "Even") == 2
    assert key.scores.number(Aspect.IMPACT, "GRAVE") == 3
    assert key.scores.level("H") == "High"
    assert key.arrows == {"↑": "down"}
    assert dict(key.initials) == {"UP": "Una Pike"}
    assert key.matrix is not None
    assert key.matrix.likelihood == ("Rare", "Even", "Likely")
    assert key.matrix.bands == (("Low", 1, 2), ("Medium", 3, 4), ("High", 6, 9))


def test_a_table_of_steps() -> None:
    key = read_key(
        [table("Score|Likelihood|Impact", "1|Rare|Slight", "2|Even|Middling", "3|Likely|Grave")], []
    )
    assert key.matrix is not None
    assert key.matrix.impact == ("Slight", "Middling", "Grave")


def test_a_drawn_matrix_gives_its_words_numbers_by_the_products() -> None:
    matrix = table("|Slight|Middling|Grave", "Likely|3|6|9", "Even|2|4|6", "Rare|1|2|3")
    key = read_key([matrix], [])
    assert key.scores.number(Aspect.LIKELIHOOD, "Even") == 2
    assert key.scores.number(Aspect.IMPACT, "Middling") == 2


def test_letters_for_both_axes() -> None:
    key = read_key([], ["Key: H = 3, M = 2, L = 1"])
    assert key.scores.number(Aspect.LIKELIHOOD, "M") == key.scores.number(Aspect.IMPACT, "M") == 2


def test_without_a_key_no_word_is_a_number() -> None:
    key = read_key([], ["Read by the board on 5 May 2026. L = likelihood, C = consequence."])
    assert key.scores.number(Aspect.LIKELIHOOD, "Likely") is None
    assert key.matrix is None

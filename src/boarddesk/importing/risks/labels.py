"""Labels of a card: what a cell at the head of its values says, and how many a table has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from boarddesk.importing.plan.shapes import RULED
from boarddesk.importing.risks.headings import Heading, heading_of, stage_of
from boarddesk.importing.risks.scores import USUAL_WORDS, plain_word
from boarddesk.importing.risks.vocabulary import Stage
from boarddesk.importing.tables.grid import MOST_TEXTS, Cell, Grid

LONGEST_LABEL = 70
LABEL_THEN_VALUE = re.compile(r"\s*(?P<label>[^:\n]{2,60}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
PART_WITH_NUMBER = re.compile(r"[A-Za-z' ]{1,20}\W*[0-9]{1,2}")
"""A part of a score with its number in one cell: `Likelihood 4`."""


@lru_cache(maxsize=MOST_TEXTS)
def label_of(line: str) -> Heading | None:
    """What a label says; None where a cell is none."""
    bare = line.strip().rstrip(":–- ")
    if not bare or len(bare) > LONGEST_LABEL or PART_WITH_NUMBER.fullmatch(bare):
        return None
    plain = plain_word(bare)
    if any(words.fullmatch(plain) for words in USUAL_WORDS.values()):
        return None  # a step of a matrix is a value
    says = heading_of(bare)
    return says if says.field is not None or says.of_score else None


def label_with_value(text: str) -> tuple[Heading, str, str] | None:
    """A label with what it says in one cell or line: what it gives, its words, its value."""
    inline = LABEL_THEN_VALUE.fullmatch(text)
    says = label_of(inline["label"]) if inline else None
    return (says, inline["label"], inline["value"]) if inline and says else None


def own_cells(row: Sequence[Cell]) -> list[tuple[int, Cell]]:
    """The cells of a row that have something written in them, with their columns."""
    return [
        (at, cell) for at, cell in enumerate(row) if cell.origin is None and not RULED.fullmatch(cell.line)
    ]


def card_labels(grid: Grid) -> int:
    """How many different things said of a risk stand as labels at the head of a table's rows.

    Nought where more of its rows begin with something else: then it is no card.
    """
    found: set[object] = set()
    over: list[set[object]] = []
    heads = others = 0
    rows = [[cell for _, cell in own_cells(row)] for row in grid.rows]
    number = 0
    while number < len(rows):
        own, below = rows[number], rows[number + 1] if number + 1 < len(rows) else []
        number += 1
        if len(own) > 1 and all(label_of(cell.line) for cell in own) and are_values(below):
            over.append({_thing(label) for cell in own if (label := label_of(cell.line))})
            number += 1
            continue
        for at, cell in enumerate(own[:-1:2] if len(own) > 1 else own):
            told = label_with_value(cell.text) if at == 0 else None
            label = label_of(cell.line) or (told[0] if told else None)
            if label is not None:
                found.add(_thing(label))
            heads += at == 0 and label is not None
            others += at == 0 and label is None and stage_of(cell.line) is Stage.UNSAID
    if len(over) > 1:  # one row of labels over its values is a table's row of headings
        found = found.union(*over)
        heads += len(over)
    return len(found) if heads >= others else 0


def are_values(cells: Sequence[Cell]) -> bool:
    """Whether a row's cells can be the values of the labels above them, not labels again."""
    return bool(cells) and sum(label_of(cell.line) is not None for cell in cells) * 2 <= len(cells)


def _thing(label: Heading) -> object:
    return label.field or (label.stage, label.aspect)

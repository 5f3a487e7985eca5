"""Everything a copy says looked through, before it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boarddesk.rules.publishing.clue import (
    NOBODY,
    USUAL_THRESHOLD,
    Clue,
    FigureTable,
    Passage,
    PublicNames,
    without_overlaps,
)
from boarddesk.rules.publishing.identifiers import identifiers
from boarddesk.rules.publishing.names import initials, names
from boarddesk.rules.publishing.small_numbers import small_numbers
from boarddesk.rules.publishing.totals import small_cells


@dataclass(frozen=True)
class Lookout:
    """What a board looks out for: who may be named, and the least count of children it publishes (0: any)."""

    known: PublicNames = NOBODY
    threshold: int = USUAL_THRESHOLD

    def clues(self, passages: Iterable[Passage], tables: Iterable[FigureTable] = ()) -> tuple[Clue, ...]:
        """What may identify a child in texts and tables, in their order."""
        return (
            *(clue for passage in passages for clue in without_overlaps(self._in_text(passage))),
            *(clue for table in tables for clue in self._in_table(table)),
        )

    def _in_text(self, passage: Passage) -> Iterator[Clue]:
        yield from names(passage, self.known)
        yield from initials(passage, self.known)
        yield from identifiers(passage, self.known)
        yield from small_numbers(passage, self.threshold)

    def _in_table(self, table: FigureTable) -> Iterator[Clue]:
        yield from small_cells(table, self.threshold)
        for row, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                place = f"{table.place}:{row}:{column}"
                yield from without_overlaps(self._in_text(Passage(place, table.where, text)))

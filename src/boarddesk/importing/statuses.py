"""Statuses as documents show them: a word in the cell, a colour behind it, how the progress begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from boarddesk.importing.tables.grid import Cell, Text
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme, Status, StatusIs
from boarddesk.rules.statuses.words import read_fill, read_opening, read_word

# At the head of a progress report a lone word must plainly be a verdict: “Met – …”, not “Met with parents”.
VERDICT = re.compile(
    r"\W*(?:[A-Z]{3,}\b|\w+\s*(?:[-–—:.,;!\n]|$)|(?i:(?:\w+ )?(?:on|off)[ -]track\b|(?:not|part\w*) ))"
)
LONGEST_LEGEND = 60


@dataclass(frozen=True)
class Read:
    """A status read from a document, where it was read from, and what to say about it."""

    status: Status | None = None
    source: str = "none"  # shading, word or none
    note: str = ""

    @property
    def label(self) -> str:
        """The scheme's word for it; empty for none."""
        return self.status.label if self.status else ""

    @property
    def complete(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status is not None and self.status.is_a is StatusIs.COMPLETE


@dataclass(frozen=True)
class StatusReader:
    """Reads statuses in the words of one scheme, by the document's own legend where it has one."""

    scheme: Scheme = IMPROVEMENT_PLAN
    legend: dict[str, Status] = field(default_factory=dict)

    def of_cell(self, cell: Cell) -> Read:
        """The status a status cell shows; where word and colour differ, the word stands and it is said."""
        word, colour = read_word(cell.line, self.scheme), self.of_shading(cell.shading)
        opening = word.status or read_opening(cell.text, self.scheme).status
        if opening is not None:
            differs = colour.status is not None and colour.status.is_a is not opening.is_a
            return Read(opening, "word", f"The colour behind it says {colour.label}." if differs else "")
        said = f"{word.explained} {colour.note}".strip()
        return Read(colour.status, colour.source, said)

    def of_shading(self, shading: str) -> Read:
        """What a colour means: by the legend, else by the rules."""
        if shading in self.legend:
            return Read(self.legend[shading], "shading")
        read = read_fill(shading, self.scheme)
        return Read(read.status, "shading" if read.status else "none", read.explained)

    def of_progress(self, progress: str) -> Read:
        """A status declared in the first words of a progress report."""
        read = read_opening(progress, self.scheme) if VERDICT.match(progress) else None
        if read is None or read.status is None:
            return Read()
        return Read(read.status, "word", "The status is read from the first words of the progress.")


def legend_of(pieces: Iterable[Text | Cell], scheme: Scheme) -> dict[str, Status]:
    """The document's own colours: short shaded texts that are status words, outside the plan's rows."""
    found: dict[str, Status] = {}
    for piece in pieces:
        status = status_word(piece.text, scheme) if piece.shading else None
        if status is not None:
            found.setdefault(piece.shading, status)
    return found


def status_word(text: str, scheme: Scheme) -> Status | None:
    """The status a short text names or begins with, as a line of a legend does."""
    if len(text) > LONGEST_LEGEND:
        return None
    return read_word(text, scheme).status or read_opening(text, scheme).status

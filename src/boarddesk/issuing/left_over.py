"""What somebody meant to fill in and did not: placeholders left in a document, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.issuing.document_kind import PreparedDocument
from boarddesk.reports.document import Block, Document, Heading, Items, Paragraph, Picture, Table, plain
from boarddesk.rules.papers.placeholders import placeholders
from boarddesk.rules.wording import listed, number

EXPLAINED: Final = "TBC: to be confirmed."
"""What a list of abbreviations says of one that stands elsewhere."""
MOST_TOLD: Final = 6


@dataclass(frozen=True)
class LeftOver:
    """A placeholder as it is written, and where."""

    words: str
    place: str

    @property
    def told(self) -> str:
        """`“TBC” under “Actions”, row 1.4`."""
        return f"“{self.words}” {self.place}"


def left_over(prepared: PreparedDocument) -> tuple[LeftOver, ...]:
    """Every placeholder of a document that it does not say itself, in reading order."""
    itself = {words.casefold() for words in prepared.kind.says_itself}
    return tuple(found for found in _found(prepared.document) if found.words.casefold() not in itself)


def told(found: Sequence[LeftOver]) -> str:
    """`It still says “TBC” under “Actions”, row 2.7.` Of more than six the first, and how many more."""
    more = len(found) - MOST_TOLD
    names = [each.told for each in found[:MOST_TOLD]]
    rest = [f"{number(more)} more"] if more > 0 else []
    return f"It still says {listed([*names, *rest])}."


def _found(document: Document) -> Iterator[LeftOver]:
    yield from _in(document.title, "in the title")
    under = "at the beginning"
    for block in document.blocks:
        if isinstance(block, Heading):
            yield from _in(block.text, f"in the heading “{block.text}”")
            under = f"under “{block.text}”"
        else:
            yield from _in_block(block, under)


def _in_block(block: Block, under: str) -> Iterator[LeftOver]:
    match block:
        case Paragraph():
            yield from _in(plain(block.text), under)
        case Items():
            for entry in block.entries:
                yield from _in(plain(entry), under)
        case Table():
            for number, row in enumerate(block.rows, start=1):
                name = row[0].said.split("\n")[0] if block.row_headings else ""
                for each in row:
                    for line in each.said.split("\n"):
                        yield from _in(line, f"{under}, row {name or number}")
            yield from _in(plain(block.note), under)
        case Picture():
            yield from _in(block.alt, f"{under}, in the picture")


def _in(text: str, place: str) -> Iterator[LeftOver]:
    for words in placeholders(text.replace("\N{NO-BREAK SPACE}", " ").replace(EXPLAINED, "")):
        yield LeftOver(words, place)

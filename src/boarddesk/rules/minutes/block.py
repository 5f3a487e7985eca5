"""The text of a minute as blocks: paragraphs and bullets with marked spans, and rows among them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final


class BlockKind(StrEnum):
    """What a block is: text, or the place where a decision, an action or a challenge stands in it."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    DECISION = "decision"
    ACTION = "action"
    CHALLENGE = "challenge"

    @property
    def is_row(self) -> bool:
        """Whether it shows a record of its own rather than text."""
        return self in ROWS


ROWS: Final = (BlockKind.DECISION, BlockKind.ACTION, BlockKind.CHALLENGE)


class SpanKind(StrEnum):
    """What is marked in a text, by the letter it is kept under."""

    BOLD = "b"
    RESTRICTED = "r"


@dataclass(frozen=True, order=True)
class Span:
    """Letters `start` to `end` of a text, the end not included; letters are Python's, not Qt's."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True)
class Piece:
    """A stretch of text all of which is marked alike."""

    text: str
    bold: bool = False
    restricted: bool = False


@dataclass(frozen=True)
class Block:
    """A block of a minute. A row holds the id of its record and no text; `restricted` is of all of it.

    `id` is empty until it is kept.
    """

    id: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    text: str = ""
    spans: tuple[Span, ...] = ()
    restricted: bool = False
    record_id: str = ""

    @property
    def is_empty(self) -> bool:
        """A paragraph somebody only pressed Enter for."""
        return not self.kind.is_row and not self.text.strip()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The text in stretches marked alike, none of them empty; all of it restricted where the block is."""
        changes: dict[int, Counter[SpanKind]] = defaultdict(Counter)
        for span in self.spans:
            changes[span.start][span.kind] += 1
            changes[span.end][span.kind] -= 1
        marks, made = Counter[SpanKind](), []
        for start, end in pairwise(sorted({0, len(self.text), *changes})):
            marks.update(changes.get(start, {}))
            if start < end <= len(self.text):
                restricted = self.restricted or marks[SpanKind.RESTRICTED] > 0
                made.append(Piece(self.text[start:end], marks[SpanKind.BOLD] > 0, restricted))
        return tuple(made)


def block_of(pieces: Iterable[Piece], *, of: Block) -> Block:
    """A block with the text and the marks of pieces, all else as it was."""
    text, found = "", []
    for piece in pieces:
        end = len(text) + len(piece.text)
        found += [Span(len(text), end, kind) for kind in _kinds(piece)]
        text += piece.text
    return replace(of, text=text, spans=joined(found))


def _kinds(piece: Piece) -> Iterator[SpanKind]:
    if piece.bold:
        yield SpanKind.BOLD
    if piece.restricted:
        yield SpanKind.RESTRICTED


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, those that touch made one, empty ones left out."""
    made: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.kind, span.start, span.end)):
        if span.start >= span.end:
            continue
        if made and made[-1].kind is span.kind and made[-1].end >= span.start:
            made[-1] = replace(made[-1], end=max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(sorted(made))


def spans_kept(spans: Iterable[Span]) -> str:
    """As they are kept: `b0-12 r40-52`."""
    return " ".join(f"{span.kind}{span.start}-{span.end}" for span in joined(spans))


def spans_read(kept: str) -> tuple[Span, ...]:
    """What was kept; what is no span is left out."""
    if not kept:
        return ()
    found = re.findall(r"(?<!\S)([br])(\d+)-(\d+)(?!\S)", kept, re.ASCII)
    return joined(Span(int(start), int(end), SpanKind(kind)) for kind, start, end in found)

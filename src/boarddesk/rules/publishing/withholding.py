"""Restricted words taken out of a minute, each stretch replaced by a mark that says how much is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from boarddesk.rules.minutes.block import Block, Piece, block_of
from boarddesk.rules.publishing.choices import Replacement
from boarddesk.rules.wording import count_in_figures

SPAN_WITHHELD: Final = "[words withheld]"


@dataclass(frozen=True)
class OpenText:
    """What of an item everybody may read, and how many paragraphs and spans of it are withheld.

    `hidden` are the ids of the records whose rows stood in withheld blocks.
    """

    blocks: tuple[Block, ...] = ()
    paragraphs: int = 0
    spans: int = 0
    hidden: frozenset[str] = frozenset()


def paragraphs_withheld(count: int) -> str:
    """`[2 paragraphs withheld]`."""
    return f"[{count_in_figures(count, 'paragraph')} withheld]"


def open_text(blocks: Iterable[Block]) -> OpenText:
    """The blocks without what is restricted in them; blocks withheld one after another share a mark."""
    made: list[Block] = []
    paragraphs = spans = 0
    hidden: set[str] = set()
    written = (block for block in blocks if not block.is_empty)
    for is_withheld, stretch in groupby(written, key=_is_withheld):
        if not is_withheld:
            for block in stretch:
                opened, holes = _without_spans(block)
                made.append(opened)
                spans += holes
            continue
        withheld = tuple(stretch)
        hidden |= {block.record_id for block in withheld if block.record_id}
        paragraphs += len(withheld)
        made.append(Block(text=paragraphs_withheld(len(withheld))))
    return OpenText(tuple(made), paragraphs, spans, frozenset(hidden))


def all_withheld(blocks: Sequence[Block]) -> OpenText:
    """Of an item that is withheld as a whole."""
    return open_text(replace(block, restricted=True) for block in blocks)


def _is_withheld(block: Block) -> bool:
    """Restricted as a whole: by its mark, or because every letter of it is."""
    if block.restricted or block.kind.is_row:
        return block.restricted
    return all(piece.restricted or not piece.text.strip() for piece in block.pieces)


def _without_spans(block: Block) -> tuple[Block, int]:
    pieces = list(_open_pieces(block.pieces))
    holes = sum(piece.text == SPAN_WITHHELD for piece in pieces)
    return (block_of(pieces, of=block), holes) if holes else (block, 0)


def _open_pieces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for restricted, stretch in groupby(pieces, key=lambda piece: piece.restricted):
        if restricted:
            yield Piece(SPAN_WITHHELD)
        else:
            yield from stretch


def replaced(block: Block, changes: Iterable[Replacement]) -> Block:
    """A block with other words in places, given last first; what is bold around them stays so."""
    for change in changes:
        letters = [(letter, piece.bold) for piece in block.pieces for letter in piece.text]
        bold = bool(letters[change.start : change.end]) and letters[change.start][1]
        letters[change.start : change.end] = [(letter, bold) for letter in change.words]
        stretches = groupby(letters, key=lambda letter: letter[1])
        pieces = [Piece("".join(letter for letter, _ in stretch), is_bold) for is_bold, stretch in stretches]
        block = block_of(pieces, of=block)
    return block

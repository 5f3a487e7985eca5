"""Abbreviations written out where a document first uses them, in its prose and in tables that tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from boarddesk.reports.document import Block, Cell, Chip, Items, Paragraph, ParagraphKind, Run, Table, Text
from boarddesk.rules.abbreviations import FirstUses

NAMES = (ParagraphKind.FACTS, ParagraphKind.CLOSING)
"""Paragraphs of names, which nothing is written into."""

TELLING = frozenset(("Action", "Latest", "KPI", "Risk or issue", "What is being done"))
"""The columns that hold sentences; all others hold names, dates and figures."""

MOST_IN_A_CELL = 2


def at_first_use(blocks: Iterable[Block], glossary: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """The same blocks, one for one, each abbreviation written out once."""
    uses = FirstUses(glossary)
    return tuple(_block(block, uses) for block in blocks)


def _block(block: Block, uses: FirstUses) -> Block:
    match block:
        case Paragraph() if block.kind not in NAMES:
            return replace(block, text=_text(block.text, uses))
        case Items():
            return replace(block, entries=tuple(_text(entry, uses) for entry in block.entries))
        case Table():
            return _table(block, uses)
    return block


def _text(text: Text, uses: FirstUses, *, most: int = 99) -> Text:
    return tuple(replace(run, text=uses.expanded(run.text, most=most)) for run in text)


def _table(table: Table, uses: FirstUses) -> Table:
    """Two in a cell at most, so that no row grows beyond its page; the rest stand in the note beneath."""
    telling = [column.title in TELLING for column in table.columns]
    rows = tuple(
        tuple(_cell(each, uses) if tells else each for each, tells in zip(row, telling, strict=True))
        for row in table.rows
    )
    note = _text(table.note, uses)
    rest = uses.left_in("\n".join(_said(rows, telling)))
    more = (Run(f"{' ' if note else ''}{' '.join(rest)}"),) if rest else ()
    return replace(table, rows=rows, note=(*note, *more))


def _said(rows: Sequence[tuple[Cell, ...]], telling: Sequence[bool]) -> Iterable[str]:
    return (each.said for row in rows for each, tells in zip(row, telling, strict=True) if tells)


def _cell(each: Cell, uses: FirstUses) -> Cell:
    lines = (
        line if isinstance(line, Chip) else _text(line, uses, most=MOST_IN_A_CELL) for line in each.lines
    )
    return replace(each, lines=tuple(lines))

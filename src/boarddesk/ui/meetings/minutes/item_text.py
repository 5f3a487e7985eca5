"""The text of one item as a document: blocks in, blocks out, and an undo of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import SequenceMatcher

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from boarddesk.rules.minutes.block import Block, BlockKind, block_of
from boarddesk.rules.minutes.merging import merged
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.formats import (
    ROW_LETTER,
    ROW_OBJECT,
    block_read,
    in_a_paragraph,
    is_row,
    letter_format,
    paragraph_format,
    row_format,
    token_of,
)
from boarddesk.ui.meetings.minutes.restriction import (
    OF_ITSELF,
    restrict_as_it_stands,
    restrict_no_more,
    restricted_format,
)
from boarddesk.ui.meetings.minutes.row_drawing import RowDrawing, RowInText

_MARGIN = 14
_TO, _KEEP = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor


class ItemText(QTextDocument):
    """The document of one item.

    Each paragraph carries a token in its format, which Qt's undo keeps; which block of the office a token
    stands for is noted beside it, so that a paragraph undo brings back is the one it was. What the text
    holds is read again as it changes, a few paragraphs at a time, so that asking for it costs nothing.

    A text changed elsewhere is merged: paragraphs being typed here stay as they are typed, others become as
    they are kept, which is one step of this text's undo.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawing = RowDrawing(self)
        self._ids: dict[int, str] = {}
        self._known: tuple[Block, ...] | None = None
        self._blocks: list[Block] = [Block()]
        self._touched: tuple[int, int] | None = None
        self._quiet = False
        self.documentLayout().registerHandler(ROW_OBJECT, self.drawing)
        self.dress()
        self.contentsChange.connect(self._note)
        self.contentsChanged.connect(self._settle)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded, whatever a text names."""
        return None

    def dress(self, *, large: bool | None = None) -> None:
        """In the font and the sizes now in force."""
        if large is not None:
            self.drawing.large = large
        with self._quietly():
            self.setDefaultFont(look().font(16 if self.drawing.large else 13))
            self.setDocumentMargin(look().px(_MARGIN))
            self.setIndentWidth(look().px(22 if self.drawing.large else 18))

    def blocks(self) -> tuple[Block, ...]:
        """What is written; the empty paragraph one would go on in is none."""
        return tuple(self._blocks[:-1] if self._blocks[-1] == Block() else self._blocks)

    @property
    def known(self) -> tuple[Block, ...]:
        """The text as it was last shown or kept."""
        return self._known or ()

    @property
    def is_unkept(self) -> bool:
        """Whether anything is written that was not kept yet."""
        return self.blocks() != self.known

    def show(self, blocks: Sequence[Block], rows: Mapping[str, RowInText]) -> bool:
        """As it is kept now, with what is being typed; whether anything came from elsewhere."""
        before, self._known = self._known, tuple(blocks)
        others = rows != self.drawing.rows
        self.drawing.rows = dict(rows)
        if before is None:
            self._begin(blocks)
            return True
        wanted = merged(before, typed=self.blocks(), kept=blocks) if self._known != before else self.blocks()
        changed = wanted != self.blocks()
        if changed:
            self._become(wanted)
        if others:
            self.draw_again()
        return changed

    def draw_again(self) -> None:
        """Lay out anew: a row may be higher now."""
        with self._quietly():
            self.markContentsDirty(0, self.characterCount())

    def took_ids(self, kept: Sequence[Block]) -> None:
        """What is written was kept; what is new learns its id."""
        for number, block in enumerate(kept[: len(self._blocks)]):
            if self._blocks[number].id != block.id:
                self._ids[token_of(self.findBlockByNumber(number))] = block.id
                self._blocks[number] = replace(self._blocks[number], id=block.id)
        self._known = tuple(kept)

    def insert(self, cursor: QTextCursor, blocks: Sequence[Block]) -> None:
        """Put blocks in at a caret: text goes on where it stands, rows are blocks of their own.

        A row stands in a text once, and only in the text it belongs to; elsewhere it is left out.
        """
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        rows = self.drawing.rows.keys() - {self._read(here).record_id for here in self._each(0, 1 << 30)}
        blocks = [block for block in blocks if not block.kind.is_row or block.record_id in rows]
        for at, block in enumerate(blocks):
            here = cursor.block()
            if is_row(here):
                cursor.movePosition(_TO.EndOfBlock)
            if here.length() == 1:
                cursor.setBlockFormat(self._format(block))
            elif at or block.kind.is_row or is_row(here):
                cursor.insertBlock(self._format(block), QTextCharFormat())
            else:  # into a text that is not restricted words come restricted of themselves
                block = block_of(block.pieces, of=Block())
            self._fill(cursor, block)
        cursor.endEditBlock()

    def put_row(self, cursor: QTextCursor, block: Block) -> None:
        """Put a row under the paragraph of the caret, or in its place where it is empty; then go on below."""
        cursor.beginEditBlock()
        cursor.clearSelection()
        cursor.movePosition(_TO.EndOfBlock)
        if cursor.block().length() > 1:
            cursor.insertBlock()
        cursor.setBlockFormat(self._format(block))
        self._fill(cursor, block)
        if not cursor.block().next().isValid():
            self._go_on_below(cursor)
        else:
            cursor.movePosition(_TO.NextBlock)
        cursor.endEditBlock()

    def begin_paragraph(self, cursor: QTextCursor, *, above: bool = False) -> None:
        """An empty paragraph beside a row."""
        cursor.beginEditBlock()
        if above:
            cursor.movePosition(_TO.StartOfBlock)
            cursor.insertBlock(cursor.blockFormat())
            cursor.movePosition(_TO.PreviousBlock)
            cursor.setBlockFormat(self._format(Block()))
            cursor.setBlockCharFormat(QTextCharFormat())
        else:
            self._go_on_below(cursor)
        cursor.endEditBlock()

    def take_out(self, cursor: QTextCursor) -> None:
        """Take the block of the caret out of the text."""
        if cursor.block().next().isValid():
            cursor.movePosition(_TO.StartOfBlock)
            cursor.movePosition(_TO.NextBlock, _KEEP)
        else:
            cursor.movePosition(_TO.End)
            cursor.movePosition(_TO.StartOfBlock, _KEEP)
            cursor.movePosition(_TO.PreviousCharacter, _KEEP)
        cursor.removeSelectedText()

    def set_bullets(self, cursor: QTextCursor, on: bool) -> None:
        """Make the paragraphs chosen bullets, or no bullets."""
        kind = BlockKind.BULLET if on else BlockKind.PARAGRAPH
        self._mark(cursor, lambda held: held if held.kind.is_row else replace(held, kind=kind))

    def set_restricted(self, cursor: QTextCursor, on: bool) -> None:
        """Mark whole paragraphs and rows as restricted, or not."""
        cursor.beginEditBlock()
        self._mark(cursor, lambda held: replace(held, restricted=on))
        for here in self._each(cursor.selectionStart(), cursor.selectionEnd() if not on else -1):
            restrict_no_more(here)
        cursor.endEditBlock()

    def restrict_chosen(self, cursor: QTextCursor, on: bool) -> None:
        """Mark the words chosen as restricted, or not, and the rows among them."""
        cursor.beginEditBlock()
        cursor.mergeCharFormat(restricted_format(OF_ITSELF if on else 0))
        self._mark(
            cursor, lambda held: replace(held, restricted=on and (held.restricted or held.kind.is_row))
        )
        cursor.endEditBlock()

    def chosen(self, cursor: QTextCursor) -> tuple[Block, ...]:
        """The blocks of a selection, the first and the last as far as they are chosen, none with an id."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return tuple(replace(self._read(here, start, end), id="") for here in self._each(start, end))

    def row_at(self, here: QTextBlock) -> RowInText | None:
        """The row that stands there."""
        return self.drawing.row_of(here.begin().fragment().charFormat()) if is_row(here) else None

    def block_at(self, here: QTextBlock) -> Block:
        """What is written in a paragraph."""
        return self._blocks[here.blockNumber()]

    def named(self, token: int) -> QTextBlock | None:
        """The paragraph of a token."""
        found = self.begin()
        while found.isValid() and token_of(found) != token:
            found = found.next()
        return found if found.isValid() else None

    def _each(self, start: int, end: int) -> Iterator[QTextBlock]:
        here = self.findBlock(start)
        while here.isValid() and here.position() <= end:
            yield here
            here = here.next()

    def _mark(self, cursor: QTextCursor, marked: Callable[[Block], Block]) -> None:
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.beginEditBlock()
        for here in list(self._each(start, max(start, end - 1))):
            made = paragraph_format(marked(self.block_at(here)), token_of(here))
            QTextCursor(here).setBlockFormat(made)
        cursor.endEditBlock()

    def _begin(self, blocks: Sequence[Block]) -> None:
        """The text as it is first shown: nothing to undo."""
        with self._quietly():
            self.setUndoRedoEnabled(False)
            cursor = QTextCursor(self)
            cursor.beginEditBlock()
            for at, block in enumerate(with_an_end(blocks)):
                if at:
                    cursor.insertBlock()
                cursor.setBlockFormat(self._format(block))
                self._fill(cursor, block)
            cursor.endEditBlock()
            self.setUndoRedoEnabled(True)

    def _become(self, wanted: Sequence[Block]) -> None:
        """Change the paragraphs that differ, from the last one up: those above stay where they are."""
        wanted = with_an_end(wanted)
        here = {id(block): number for number, block in enumerate(self._blocks)}
        before: list[object] = [block.id or number for number, block in enumerate(self._blocks)]
        after: list[object] = [block.id or here.get(id(block), -1) for block in wanted]
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        cursor = QTextCursor(self)
        with self._quietly():
            cursor.beginEditBlock()
            for kind, start, end, first, last in reversed(steps):
                if kind == "equal":
                    for number, block in zip(range(start, end), wanted[first:last], strict=True):
                        if self._blocks[number] != block:
                            self._write_over(number, block)
                    continue
                for block in reversed(wanted[first:last]):
                    self._write_before(end, block)
                for number in reversed(range(start, end)):
                    self.take_out(QTextCursor(self.findBlockByNumber(number)))
            cursor.endEditBlock()

    def _write_over(self, number: int, block: Block) -> None:
        here = self.findBlockByNumber(number)
        cursor = QTextCursor(here)
        cursor.movePosition(_TO.EndOfBlock, _KEEP)
        cursor.removeSelectedText()
        cursor.setBlockFormat(paragraph_format(block, token_of(here)))
        self._fill(cursor, block)

    def _write_before(self, number: int, block: Block) -> None:
        here = self.findBlockByNumber(number)
        cursor = QTextCursor(here if here.isValid() else self.lastBlock())
        if here.isValid():
            cursor.insertBlock(here.blockFormat(), here.charFormat())
            cursor.movePosition(_TO.PreviousBlock)
        else:
            cursor.movePosition(_TO.End)
            cursor.insertBlock()
        cursor.setBlockFormat(self._format(block))
        self._fill(cursor, block)

    def _go_on_below(self, cursor: QTextCursor) -> None:
        cursor.movePosition(_TO.EndOfBlock)
        cursor.insertBlock(self._format(Block()), QTextCharFormat())

    def _format(self, block: Block) -> QTextBlockFormat:
        """The format of a block that comes into the text, under a token of its own."""
        token = len(self._ids) + 1
        self._ids[token] = block.id
        return paragraph_format(block, token)

    def _fill(self, cursor: QTextCursor, block: Block) -> None:
        if block.kind.is_row:
            cursor.insertText(ROW_LETTER, row_format(block))
        for piece in replace(block, restricted=False).pieces:
            cursor.insertText(in_a_paragraph(piece.text), letter_format(piece, within=block.restricted))

    def _read(self, here: QTextBlock, start: int = 0, end: int = 1 << 62) -> Block:
        return block_read(here, self._ids.get(token_of(here), ""), start, end)

    def _note(self, at: int, _removed: int, added: int) -> None:
        """Read again the few paragraphs that a change touched."""
        here = self.findBlock(at)
        first = here.blockNumber()
        last = self.findBlock(min(at + added, self.characterCount() - 1)).blockNumber()
        read = []
        for _ in range(first, last + 1):
            read.append(self._read(here))
            here = here.next()
        before = slice(first, last + 1 - (self.blockCount() - len(self._blocks)))
        if self._blocks[before] != read:
            self._touched = (first, last)
        self._blocks[before] = read

    def _settle(self) -> None:
        """After a change: what cannot stand is put right as part of it, then it is said."""
        touched, self._touched = self._touched, None
        if touched is None or self._quiet:
            return
        if not self.isRedoAvailable():  # else it was taken back: how it stood before, it may stand
            with self._quietly():
                self._put_right(*touched)
        self.edited.emit()

    def _put_right(self, first: int, last: int) -> None:
        """A row alone in its block, never the last one, and no two paragraphs of one token."""
        here = self.findBlockByNumber(first)
        if first == last and not self._is_wrong(here):
            restrict_as_it_stands(here)
            return
        cursor = QTextCursor(self)
        cursor.joinPreviousEditBlock()
        number, held = first, dict[int, QTextBlock]()
        while (here := self.findBlockByNumber(number)).isValid() and number <= last:
            at = here.text().find(ROW_LETTER)
            if at >= 0 and here.length() > 2:
                cursor.setPosition(here.position() + (at or 1))
                cursor.insertBlock(here.blockFormat(), QTextCharFormat())
                last += 1
            twin = held.get(token_of(here))
            if twin is not None and twin.length() == 1:  # begun above: the text is the paragraph it was
                self._name_anew(twin)
            elif twin is not None or self._is_wrong(here):
                self._name_anew(here)
            held[token_of(here)] = here
            restrict_as_it_stands(here)
            number += 1
        if is_row(self.lastBlock()):
            cursor.movePosition(_TO.End)
            self._go_on_below(cursor)
        cursor.endEditBlock()

    def _is_wrong(self, here: QTextBlock) -> bool:
        form, text = here.blockFormat(), here.text()
        has_row, laid_out_as_row = ROW_LETTER in text, form.lineHeightType() == 0
        at_the_end = has_row and not here.next().isValid()
        return has_row != laid_out_as_row or (has_row and len(text) > 1) or at_the_end or not token_of(here)

    def _name_anew(self, here: QTextBlock) -> None:
        QTextCursor(here).setBlockFormat(self._format(replace(self._read(here), id="")))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What happens meanwhile was not typed."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before
            self._touched = None


def with_an_end(blocks: Sequence[Block]) -> Sequence[Block]:
    """A text one can go on writing: it ends with a paragraph or a bullet."""
    return blocks if blocks and not blocks[-1].kind.is_row else (*blocks, Block())

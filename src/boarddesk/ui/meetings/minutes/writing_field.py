"""Where minutes are written: paragraphs, bullets, bold, what is restricted, and rows among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.clipboard import can_be_pasted, copied, pasted
from boarddesk.ui.meetings.minutes.formats import in_a_paragraph, is_row, token_of
from boarddesk.ui.meetings.minutes.item_text import ItemText
from boarddesk.ui.meetings.minutes.restriction import RESTRICTED
from boarddesk.ui.meetings.minutes.row_drawing import RowInText
from boarddesk.ui.meetings.minutes.signs import has_restricted, paint_signs
from boarddesk.ui.meetings.minutes.text_menu import open_text_menu

ROW_KEYS: Final = {
    BlockKind.DECISION: "Ctrl+D",
    BlockKind.ACTION: "Ctrl+Shift+A",
    BlockKind.CHALLENGE: "Ctrl+H",
}
"""The keys that ask for a row; the page shows them at its words."""

MARK_KEYS: Final = {"Bold": "Ctrl+B", "Bullets": "Ctrl+L", "Restricted": "Ctrl+Shift+R"}

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
_WIDEST = 784
_TO, _KEEP = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor


class WritingField(QTextEdit):
    """The text of one item at a time, each in a document of its own that stays until `forget`.

    Going to another item and back keeps what undo would take back. A text that was changed elsewhere is
    merged into the document (`ItemText`): what is being typed stays, and so does the caret.
    """

    edited = Signal()
    row_asked = Signal(str)
    row_opened = Signal(str, str)
    paste_shortened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._owner = QObject(self)
        self._texts: dict[str, ItemText] = {}
        self._carets: dict[str, int] = {}
        self._item_id = ""
        self._large = False
        self._being_kept = False
        self._waiting: tuple[str, tuple[Block, ...], Mapping[str, RowInText]] | None = None
        self._said = ""
        self._keys: dict[str, Callable[[], object]] = {
            MARK_KEYS["Bold"]: self.toggle_bold,
            MARK_KEYS["Bullets"]: self.toggle_bullets,
            MARK_KEYS["Restricted"]: self.toggle_restricted,
            "Ctrl+X": self._cut,
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            **{keys: partial(self._ask, kind) for kind, keys in ROW_KEYS.items()},
        }
        self._text = self._text_of("")
        self.setDocument(self._text)
        self.setAccessibleName("Minute of this item")
        self.setProperty("look", "writing")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self._caret_moved)
        look().changed.connect(self._dress)

    # What is shown

    def show_item(self, item_id: str, blocks: Sequence[Block], rows: Mapping[str, RowInText]) -> None:
        """The text of an item as it is kept now, with what is being typed in it."""
        if self._being_kept:
            self._waiting = (item_id, tuple(blocks), rows)
            return
        if item_id != self._item_id:
            self._carets[self._item_id] = self.textCursor().position()
            self._item_id, self._text = item_id, self._text_of(item_id)
            self._text.show(blocks, rows)
            self.setDocument(self._text)
            self._text.dress(large=self._large)
            self._put_caret(self._carets.get(item_id, self._text.characterCount() - 1))
            return
        caret, here = self.textCursor(), self.textCursor().block()
        token, offset = token_of(here), caret.positionInBlock()
        back = self._text.named(token) if self._text.show(blocks, rows) else None
        if back is not None and not caret.hasSelection() and self.textCursor().block() == back:
            self._put_caret(back.position() + min(offset, back.length() - 1))

    def blocks(self) -> tuple[Block, ...]:
        """What is written under the item shown, with the ids the blocks came with."""
        return self._text.blocks()

    def unkept(self) -> list[tuple[str, ItemText]]:
        """The items in which something is written that is not kept yet."""
        return [(item_id, text) for item_id, text in self._texts.items() if item_id and text.is_unkept]

    def took_ids(self, kept: Sequence[Block]) -> None:
        """The text was kept as it stands: new blocks learn their ids; caret and undo do not notice."""
        self._text.took_ids(kept)

    @contextmanager
    def being_kept(self) -> Iterator[None]:
        """While a text is written into the office: what is shown meanwhile is shown after it."""
        self._being_kept = True
        try:
            yield
        finally:
            self._being_kept = False
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self.show_item(*waiting)

    def put_row(self, kind: BlockKind, record_id: str, row: RowInText) -> None:
        """Put a row where the caret is, as a block of its own, and go on below it."""
        self._text.drawing.rows = {**self._text.drawing.rows, record_id: row}
        cursor = self.textCursor()
        self._text.put_row(cursor, Block(kind=kind, record_id=record_id))
        self.setTextCursor(cursor)

    def forget(self) -> None:
        """Another office: all texts are dropped with what could be undone in them."""
        before, self._texts = self._texts, {}
        self._carets.clear()
        self._item_id, self._text = "", self._text_of("")
        self.setDocument(self._text)
        self._dress()
        for text in before.values():
            text.deleteLater()

    def set_large(self, large: bool) -> None:
        """Written large and without an edge, for the full screen; or as in the page."""
        self._large = large
        self.setProperty("look", "writing large" if large else "writing")
        self.setMaximumWidth(look().px(_WIDEST) if large else (1 << 24) - 1)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    # What can be done to the text

    def toggle_bold(self) -> None:
        """Bold on or off for what is chosen, or for what is typed next."""
        if self.isReadOnly():
            return
        bold = self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.DemiBold)
        self.mergeCurrentCharFormat(style)

    def toggle_bullets(self) -> None:
        """Bullets on or off for the paragraphs chosen."""
        cursor = self.textCursor()
        if not self.isReadOnly():
            block = self._text.block_at(self._text.findBlock(cursor.selectionStart()))
            self._text.set_bullets(cursor, block.kind is not BlockKind.BULLET)

    def toggle_restricted(self) -> None:
        """What is chosen, or without a selection the whole paragraph, is withheld from what is published."""
        cursor = self.textCursor()
        if self.isReadOnly():
            return
        if not cursor.hasSelection():
            self._text.set_restricted(cursor, not self._text.block_at(cursor.block()).restricted)
        else:
            on = not all(map(has_restricted, self._text.chosen(cursor)))
            self._text.restrict_chosen(cursor, on)
        self._say_where()

    def _ask(self, kind: BlockKind) -> None:
        if not self.isReadOnly():
            self.row_asked.emit(kind.value)

    # Keys

    def event(self, event: QEvent) -> bool:
        """The field's own keys are the field's while it has the focus; the search box keeps its own."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = _keys_of(event)
            if keys in self._keys:
                event.accept()
                return True
            if keys == "Ctrl+K":
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self._keys.get(_keys_of(event))
        if run is not None:
            run()
        elif not self._met_a_row(event):
            cursor, key = self.textCursor(), event.key()
            joins = cursor.hasSelection() or cursor.atBlockStart() or cursor.atBlockEnd()
            if key in _ENTER and not self.isReadOnly() and not event.modifiers() & ~_KEYPAD:
                self._part(cursor)
            elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and joins:
                with self._as_one_step():
                    super().keyPressEvent(event)
            else:
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            return
        if event.commitString() or event.preeditString():
            self._leave_the_row()
        words = in_a_paragraph(event.commitString())
        event.setCommitString(words, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    @contextmanager
    def _as_one_step(self) -> Iterator[None]:
        """What is put right about paragraphs that are parted or joined is undone together with that."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        yield
        cursor.endEditBlock()

    def _part(self, cursor: QTextCursor) -> None:
        """A new paragraph; Qt's own Enter would only take the format of an empty one away."""
        with self._as_one_step():
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _cut(self) -> None:
        with self._as_one_step():
            self.cut()

    def _met_a_row(self, event: QKeyEvent) -> bool:
        """Whether a key was for a row, or for the edge of a paragraph beside one."""
        cursor, key = self.textCursor(), event.key()
        here = cursor.block()
        if cursor.hasSelection():
            return False
        if is_row(here):
            return self._on_row(cursor, event)
        if self.isReadOnly():
            return False
        empty = here.length() == 1
        bullet = self._text.block_at(here).kind is BlockKind.BULLET
        if bullet and cursor.atBlockStart() and (key == Qt.Key.Key_Backspace or (empty and key in _ENTER)):
            self._text.set_bullets(cursor, False)
            return True
        back = key == Qt.Key.Key_Backspace and cursor.atBlockStart()
        other = here.previous() if back else here.next()
        if not is_row(other) or not (back or (key == Qt.Key.Key_Delete and cursor.atBlockEnd())):
            return False
        if empty and here.next().isValid():
            self._text.take_out(cursor)
            other = self.textCursor().block() if key == Qt.Key.Key_Delete else other
        self._put_caret(other.position())
        return True

    def _on_row(self, cursor: QTextCursor, event: QKeyEvent) -> bool:
        here, key = cursor.block(), event.key()
        shift = bool(event.modifiers() & _SHIFT)
        if key in _ENTER and not shift:
            self._open(here)
        elif key == Qt.Key.Key_Right and not shift:
            self._put_caret(here.position() + here.length())
        elif self.isReadOnly():
            return False
        elif key in _ENTER:
            self._text.begin_paragraph(cursor, above=True)
            self.setTextCursor(cursor)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._text.take_out(cursor)
            self._put_caret(cursor.position())
        elif event.text().isprintable() and event.text():
            self._leave_the_row()
            return False
        else:
            return False
        return True

    def _leave_the_row(self) -> None:
        """What is typed at a row begins a paragraph under it."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and is_row(cursor.block()) and not self.isReadOnly():
            self._text.begin_paragraph(cursor)
            self.setTextCursor(cursor)

    def _open(self, here: QTextBlock) -> None:
        row = self._text.block_at(here)
        self.row_opened.emit(row.kind.value, row.record_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        marks = {f"{title}\t{keys}": self._keys[keys] for title, keys in MARK_KEYS.items()}
        open_text_menu(self, event.globalPos(), marks=marks)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        here = self.cursorForPosition(event.position().toPoint()).block()
        if is_row(here):
            self._open(here)
        else:
            super().mouseDoubleClickEvent(event)

    # The clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_be_pasted(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly() or not can_be_pasted(source):
            return
        found = pasted(source)
        cursor = self.textCursor()
        self._text.insert(cursor, found.blocks)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if found.sentence:
            self.paste_shortened.emit(found.sentence)

    def createMimeDataFromSelection(self) -> QMimeData:
        return copied(self._text.chosen(self.textCursor()), self._text.drawing.rows)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded, whatever a text names."""
        return None

    # The caret, and what is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        caret = self.textCursor()
        ringed = caret.block() if self.hasFocus() and not caret.hasSelection() else None
        first = self.cursorForPosition(event.rect().topLeft()).block()
        down = self.verticalScrollBar().value()
        paint_signs(self.viewport(), self._text, first, down=down, to=event.rect().bottom(), ringed=ringed)

    def _caret_moved(self) -> None:
        """A row is stepped over as one, and said as the caret comes to it."""
        cursor = self.textCursor()
        at_a_row = is_row(cursor.block()) and not cursor.hasSelection()
        if at_a_row and cursor.positionInBlock():
            self._put_caret(cursor.block().position())
            return
        if at_a_row is bool(self.cursorWidth()):
            self.setCursorWidth(0 if at_a_row else 1)
            self.viewport().update()
        self._say_where()

    def _say_where(self) -> None:
        """What a screen reader cannot see in the text: the row the caret is at, and that it is restricted."""
        here = self.textCursor().block()
        row = self._text.row_at(here)
        withheld = self._text.block_at(here).restricted or bool(
            self.currentCharFormat().intProperty(RESTRICTED)
        )
        words = ", ".join(filter(None, (row.in_words if row else "", "restricted" if withheld else "")))
        if words != self._said:
            self._said = words
            self.setAccessibleDescription(words)
            if words and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self._text.characterCount() - 1)))
        self.setTextCursor(cursor)

    def _text_of(self, item_id: str) -> ItemText:
        if item_id not in self._texts:
            made = self._texts[item_id] = ItemText(self._owner)
            made.edited.connect(self.edited)
        return self._texts[item_id]

    def _dress(self) -> None:
        for text in self._texts.values():
            text.dress(large=self._large)


def _keys_of(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)

"""Words that become a field where they stand: a click or F2 begins, Enter or leaving keeps, Esc gives up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.label import WrappedLabel, set_role
from boarddesk.ui.widgets.opening import check_may_write

_BEGIN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_LEFT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _Words(WrappedLabel):
    """The words while they are only read; takes the focus like a field."""

    begun = Signal()

    def __init__(self, role: str) -> None:
        super().__init__("", role)
        self.setProperty("look", "in place")
        self.setIndent(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.begun.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BEGIN and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.begun.emit()
        else:
            super().keyPressEvent(event)


class _Editor(QPlainTextEdit):
    """As high as what is written in it."""

    def __init__(self, *, least: int) -> None:
        super().__init__()
        self._least = least
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Grow or shrink with the text."""
        lines = max(round(self.document().size().height()), self._least)
        high = lines * self.fontMetrics().lineSpacing() + look().px(16) + 6
        if high != self.height():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class InPlace(QWidget):
    """`does` writes the new words; a `Refused` it raises is said under the field, which stays open.

    `note` tells, while somebody types, how the words are understood; with `paragraphs` Enter begins a new
    line and Ctrl+Enter keeps.
    """

    def __init__(
        self,
        words: str,
        *,
        name: str,
        does: Callable[[str], object],
        shown: str = "",
        empty: str = "–",
        role: str = "",
        paragraphs: bool = False,
        note: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._kept, self._does, self._note = words, does, note
        self._shown, self._empty, self._role = shown or words, empty, role
        self._paragraphs, self._editing = paragraphs, False
        self.setAccessibleName(name)
        self.words = _Words(role)
        self.words.setAccessibleName(f"{name}: {self._shown or 'nothing yet'}")
        self.words.setAccessibleDescription("Press F2 to change")
        self.words.begun.connect(self.begin)
        self.editor = _Editor(least=2 if paragraphs else 1)
        self.editor.setAccessibleName(name)
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._tell)
        self._sentence = WrappedLabel("", "meta")
        self._lay_out()
        self._show_words()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.words, self.editor, self._sentence):
            column.addWidget(part)
        self.setFocusProxy(self.words)

    def _show_words(self) -> None:
        self._editing = False
        self.words.setText(self._shown or self._empty)
        set_role(self.words, self._role if self._shown else "faint")
        self.words.show()
        self.editor.hide()
        self._sentence.hide()
        self.setFocusProxy(self.words)

    def value(self) -> str:
        """The words kept, or those being typed."""
        return self.editor.toPlainText().strip() if self._editing else self._kept

    def hint(self) -> str:
        """What is said under the field: how it is understood, or why it cannot stand."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def begin(self) -> None:
        """Make a field of the words; refused where what is typed could not be kept."""
        check_may_write(self)
        self._editing = True
        self.editor.setPlainText(self._kept)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.selectAll()
        self.words.hide()
        self.editor.show()
        self.editor.fit()
        self.setFocusProxy(self.editor)
        self.editor.setFocus()
        self._tell()

    def finish(self, *, with_focus: bool = True) -> None:
        """Keep what is typed and show it as words again."""
        if not self._editing:
            return
        typed = self.editor.toPlainText().strip()
        try:
            self._editing = False
            if typed != self._kept:
                self._does(typed)
        except Refused as no:
            self._editing = True
            self._say(f"▲ {no.sentence}", "bad")
            return
        except FileProblem:
            self._show_words()
            raise
        self._kept = self._shown = typed
        self._show_words()
        if with_focus:
            self.words.setFocus()

    def give_up(self) -> None:
        """Leave the words as they were."""
        self._show_words()
        self.words.setFocus()

    def _tell(self) -> None:
        understood = self._note(self.editor.toPlainText().strip()) if self._note and self._editing else ""
        self._say(understood, "meta")

    def _say(self, sentence: str, role: str) -> None:
        self._sentence.setText(sentence)
        set_role(self._sentence, role)
        self._sentence.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _escapes(event):
            event.accept()  # it gives up the words, and leaves what is around them
            return True
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() not in _NOT_LEFT
        ):
            self.finish(with_focus=False)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if _escapes(event):
            self.give_up()
        elif event.key() in _ENTER and (held or not self._paragraphs):
            self.finish()
        else:
            return False
        return True


def _escapes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape

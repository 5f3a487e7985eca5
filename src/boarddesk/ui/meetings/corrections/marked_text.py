"""Words with what is put in and taken out: underlined on blue, struck through; never red and green."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from boarddesk.rules.minutes.corrections.showing import ShownWords, Sign, spoken
from boarddesk.ui.look.theme import look


class MarkedText(QTextEdit):
    """Text to be read and copied, as high as its lines; what is put in and taken out is heard too."""

    def __init__(self, words: Sequence[ShownWords]) -> None:
        super().__init__()
        self._words, self._on_chosen = tuple(words), False
        self.setProperty("look", "reading")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(spoken(self._words))
        self._write()
        look().changed.connect(self._write)

    def stand_on(self, *, chosen: bool) -> None:
        """On the ground of a chosen row what is put in stands on that of the page."""
        if chosen != self._on_chosen:
            self._on_chosen = chosen
            self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for each in self._words:
            cursor.insertText(each.text, self._format(each.sign))
        self._fit()

    def _format(self, sign: Sign) -> QTextCharFormat:
        tokens, made = look().tokens, QTextCharFormat()
        made.setFont(look().font())
        made.setForeground(QColor(tokens.muted if sign is Sign.TAKEN_OUT else tokens.ink))
        if sign is Sign.TAKEN_OUT:
            made.setFontStrikeOut(True)
        if sign is Sign.PUT_IN:
            made.setBackground(QColor(tokens.page if self._on_chosen else tokens.sel))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(tokens.accent))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        high = round(self.document().size().height()) + 2
        if self.width() > 0 and high != self.height():
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        return QSize(240, round(self.document().size().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 18)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The list scrolls, not the words."""
        event.ignore()

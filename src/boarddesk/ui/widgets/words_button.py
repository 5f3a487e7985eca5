"""Words that do something when pressed: cut with an ellipsis where they are longer than their place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from boarddesk.ui.widgets.buttons import Button


class WordsButton(Button):
    """Takes the width it is given; the whole words stand in the tooltip."""

    def __init__(self, words: str, *, look: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(words)
        self.setText(words)

    def words(self) -> str:
        """The words uncut."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - 4
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

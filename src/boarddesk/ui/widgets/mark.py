"""One attendance letter, and the legend of letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.ui.look.tokens import MarkStyle
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.label import label


class MarkLetter(Drawing):
    """A letter on its ground; `said` is the mark in words."""

    def __init__(self, letter: str = "", said: str = "", *, style: MarkStyle = MarkStyle.COUNTED) -> None:
        super().__init__(width=paint.MARK_WIDTH, height=paint.MARK_HEIGHT)
        self.set_mark(letter, said, style=style)

    def set_mark(self, letter: str, said: str = "", *, style: MarkStyle = MarkStyle.COUNTED) -> None:
        """Show another mark."""
        self._letter, self._style = letter, style
        self.say(said or letter or style.value)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        paint.mark(painter, box, self._letter, style=self._style)


class MarkLegend(QWidget):
    """Letters with their words in a row: (letter, words); an empty letter is the dashed square."""

    def __init__(self, entries: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._entries: tuple[tuple[str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(5)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show other words; the same ones are left as they stand."""
        if tuple(entries) == self._entries:
            return
        self._entries, row = tuple(entries), self._row
        while (gone := row.takeAt(0)) is not None:
            if (shown := gone.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        for letter, words in entries:
            style = MarkStyle.COUNTED if letter else MarkStyle.NOT_RECORDED
            row.addWidget(MarkLetter(letter, words, style=style))
            row.addWidget(label(words, "meta"))
            row.addSpacing(8)
        row.addStretch(1)

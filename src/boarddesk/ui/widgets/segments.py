"""A choice of a few, side by side in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from boarddesk.ui.look.theme import look

_BESIDE_WORDS = 26
"""What a segment has left and right of its words, edges included."""


class _Segment(QPushButton):
    """As wide as its words in semibold, so that choosing it neither moves nor clips anything."""

    def sizeHint(self) -> QSize:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(words + look().px(_BESIDE_WORDS), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QWidget):
    """Exactly one segment is chosen; arrows move between them. `picked` fires only when a person picks."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], *, name: str, small: bool = False) -> None:
        super().__init__()
        self._look = "small segment" if small else "segment"
        self.setProperty("ground", "segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        for value, words in choices:
            self._add(value, words)
        if choices:
            self.choose(choices[0][0])

    def _add(self, value: str, words: str) -> None:
        button = _Segment(words)
        button.setProperty("look", self._look)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{self.accessibleName()}: {words}")
        button.clicked.connect(lambda _on=False, value=value: self.picked.emit(value))
        self._group.addButton(button)
        self._row.addWidget(button)
        self._buttons[value] = button

    def choose(self, value: str) -> None:
        """Choose without announcing it."""
        self._buttons[value].setChecked(True)

    def clear(self) -> None:
        """Nothing is chosen: undecided."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def value(self) -> str:
        """The value chosen."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def offer(self, value: str, *, offered: bool) -> None:
        """A segment is there to be picked, or is not."""
        self._buttons[value].setVisible(offered)

    def reword(self, value: str, words: str) -> None:
        """Other words on a segment: `Changed 6`."""
        self._buttons[value].setText(words)
        self._buttons[value].updateGeometry()
        self._buttons[value].setAccessibleName(f"{self.accessibleName()}: {words}")

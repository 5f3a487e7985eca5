"""A page or list with nothing in it yet: what will be here, what to do first, how good content reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.label import WrappedLabel, label

_WIDE, _ABOVE = 440, 64
_TO_SHAPE = 72


class EmptyState(QScrollArea):
    """Title, one sentence, a primary and one secondary button, an example, the page's shape in greys.

    The shape is there where the words leave it room; what is higher than the page is scrolled.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        *,
        buttons: Sequence[QPushButton] = (),
        example_title: str = "",
        example: Sequence[tuple[str, str]] = (),
        shape: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._title, self._shape = WrappedLabel(title, "title"), shape
        words = QWidget()
        words.setMaximumWidth(look().px(_WIDE))
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(8)
        self._sentence = WrappedLabel(sentence, "muted")
        column.addWidget(self._sentence)
        column.addSpacing(16)
        column.addLayout(Flow(buttons, down=8))
        if example:
            column.addSpacing(24)
            column.addWidget(_example(example_title, example))
        column.addStretch(1)
        self._place(words)

    def _place(self, words: QWidget) -> None:
        """Words and shape side by side in the middle, further down where there is room."""
        inside = QWidget()
        across = QHBoxLayout()
        across.setSpacing(_TO_SHAPE)
        across.addWidget(words, _WIDE)
        if self._shape is not None:
            across.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(across, _WIDE)
        middle.addStretch(1)
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self._above = QWidget()
        self._above.setFixedHeight(look().px(_ABOVE))
        down.addWidget(self._above)
        down.addLayout(middle, 1)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._shape is not None:
            needed = look().px(_WIDE) + _TO_SHAPE + self._shape.sizeHint().width()
            self._shape.setVisible(event.size().width() >= needed)
        above = min(look().px(_ABOVE), event.size().height() // 8)
        self._above.setFixedHeight(above)
        super().resizeEvent(event)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def say(self, sentence: str) -> None:
        """Say something else of why there is nothing."""
        self._sentence.setText(sentence)

    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()


def _example(title: str, example: Sequence[tuple[str, str]]) -> QWidget:
    panel = QWidget()
    panel.setProperty("ground", "panel")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(panel)
    grid.setContentsMargins(16, 12, 16, 14)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(title, "head"), 0, 0, 1, 2)
    for at, (strong, words) in enumerate(example, 1):
        grid.addWidget(label(strong, "strong"), at, 0)
        grid.addWidget(WrappedLabel(words), at, 1)
    return panel

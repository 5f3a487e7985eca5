"""A page or list with nothing in it yet: what will be here, what to do first, how good content reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.ui.theme import look
from boarddesk.ui.widgets.label import WrappedLabel, label


class EmptyState(QWidget):
    """Title, one sentence, a primary and one secondary button, an example, the page's shape in greys."""

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
        self._title = label(title, "title")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addSpacing(8)
        words.addWidget(WrappedLabel(sentence, "muted", width=look().px(440)))
        words.addSpacing(16)
        words.addLayout(_row(buttons))
        if example:
            words.addSpacing(24)
            words.addWidget(_example(example_title, example))
        words.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 64, 0, 0)
        across.addStretch(1)
        across.addLayout(words)
        if shape is not None:
            across.addSpacing(72)
            across.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()


def _row(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _example(title: str, example: Sequence[tuple[str, str]]) -> QWidget:
    panel = QWidget()
    panel.setProperty("ground", "panel")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    panel.setFixedWidth(look().px(440))
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

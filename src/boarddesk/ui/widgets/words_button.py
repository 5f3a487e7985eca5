"""Words that do something when pressed: cut with an ellipsis where they are longer than their place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from boarddesk.rules.wording import lower_first
from boarddesk.ui.look import icons
from boarddesk.ui.widgets.buttons import Button
from boarddesk.ui.widgets.label import WrappedLabel


class WordsButton(Button):
    """Takes the width it is given and wants that of its words; the whole of them stands in the tooltip."""

    def __init__(self, words: str, *, look: str) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def words(self) -> str:
        """The words uncut."""
        return self._words

    def set_words(self, words: str) -> None:
        """Other words on the same button."""
        self._words = words
        self.setText(words)
        self.setToolTip(words)
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        own = super().sizeHint()
        more = self._wide(self._words) - self._wide(self.text().lstrip())
        return QSize(own.width() + more + 2, own.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        """What fits beside icon and edges; with an icon a space keeps the gap of the design."""
        beside = super().sizeHint().width() - self._wide(self.text().lstrip())
        cut = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(self.width() - beside, 0)
        )
        shown = f" {cut}" if not self.icon().isNull() else cut
        if shown != self.text():
            self.setText(shown)

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)


def whole(button: WordsButton) -> WordsButton:
    """Words that are never cut: they stand in a column as wide as they are."""
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setMinimumWidth(button.sizeHint().width())
    return button


def with_words(opens: WordsButton, words: str) -> QHBoxLayout:
    """A ref that opens its record, and what that says beside it, on as many lines as it needs."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(whole(opens), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(WrappedLabel(words), 1)
    return row


def undo_button(does: Callable[[], object]) -> WordsButton:
    """Says what it takes back; long words give way to what stands beside them."""
    made = WordsButton("Undo", look="quiet")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda _on=False: does())
    icons.give(made, "undo", ink="muted")
    return made


def name_undo(button: WordsButton, label: str | None) -> None:
    """Name what it would take back, with the verb of the button that did it."""
    words = f"Undo {lower_first(label)}" if label else "Nothing to undo"
    button.set_words(words)
    button.setAccessibleName(words)
    button.setEnabled(bool(label))
    button.setToolTip(f"{words} (Ctrl+Z)")

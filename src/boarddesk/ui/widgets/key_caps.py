"""The keys that work here as caps, each with what it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.label import label


class KeyCaps(QWidget):
    """Each cap with what it does; as many as there is room for, the last one before all others.

    Several keys that do one thing stand beside each other, parted by two blanks. They stand at the left, or
    with `right` at the other end.
    """

    def __init__(self, *, high: int = 20, right: bool = False) -> None:
        super().__init__()
        self._high, self._first = high, int(right)  # the stretch stands before the first, or after all
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(20 if high < 20 else 16)
        self._caps: list[QWidget] = []
        self._keys: Sequence[tuple[str, str]] = ()
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Caps and their words."""
        if self._keys == keys:
            return
        self._keys = keys
        for held in self._caps:
            self._row.removeWidget(held)
            held.hide()
            held.deleteLater()
        self._caps = [_cap(caps, words, high=self._high) for caps, words in keys]
        for at, held in enumerate(self._caps, self._first):
            self._row.insertWidget(at, held)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() + self._row.spacing()
        for held in (*self._caps[-1:], *self._caps[:-1]):
            left -= held.sizeHint().width() + self._row.spacing()
            held.setVisible(left >= 0)


def _cap(caps: str, words: str, *, high: int) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for cap in caps.split("  "):
        shown = label(cap, "keycap")
        shown.setFixedHeight(look().px(high))
        row.addWidget(shown)
    row.addWidget(label(words, "meta"))
    return held

"""The foot of the review: leave it, the keys that work, pass over, keep."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import label, rule

LEAVE = "Leave review"


class KeyCaps(QWidget):
    """Each cap with what it does; as many as there is room for, the last one before all others."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
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
        self._caps = [_cap(cap, words) for cap, words in keys]
        for at, held in enumerate(self._caps):
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


def _cap(cap: str, words: str) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    shown = label(cap, "keycap")
    shown.setFixedHeight(look().px(20))
    row.addWidget(shown)
    row.addWidget(label(words, "meta"))
    return held


class ReviewFoot(QWidget):
    """What the buttons do is heard by the review."""

    left = Signal()
    skipped = Signal()
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.leave = buttons.quiet(LEAVE, self.left.emit)
        self.caps = KeyCaps()
        self.skip = buttons.secondary("Skip", self.skipped.emit)
        self.next = buttons.primary("Keep", self.went_on.emit)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.leave)
        row.addSpacing(8)
        row.addWidget(self.caps, 1)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(row)

    def show_step(self, words: str, *, scores: int) -> None:
        """The next step in words, and the keys that work; without scores to choose from it is the end."""
        buttons.reword(self.next, words)
        self.skip.setVisible(bool(scores))
        keys = [("Alt+←", "back"), ("Ctrl+Enter", "close")]
        if scores:
            keys = [
                ("Tab", "next field"),
                (f"1 to {scores}", "score"),
                ("S", "same as last"),
                ("E", "escalate"),
                ("Alt+←", "back"),
                ("Ctrl+Enter", "keep"),
            ]
        self.caps.set_keys(keys)

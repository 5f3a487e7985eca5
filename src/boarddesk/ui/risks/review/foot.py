"""The foot of the review: leave it, the keys that work, pass over, keep."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.key_caps import KeyCaps
from boarddesk.ui.widgets.label import rule

LEAVE = "Leave review"


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

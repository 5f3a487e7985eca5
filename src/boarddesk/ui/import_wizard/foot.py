"""The foot of the import: leave it, one step back, and the next step as the one primary button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import label, rule


class Foot(QWidget):
    """What the buttons do is heard by the page."""

    left = Signal()
    went_back = Signal()
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.leave = buttons.quiet("Cancel import", self.left.emit)
        self.promise = label("", "meta")
        self.back = buttons.secondary("Back", self.went_back.emit)
        self.next = buttons.on_ctrl_enter(buttons.primary("Next", self.went_on.emit))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.promise)
        row.addSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(row)

    def show_next(
        self,
        words: str,
        *,
        promise: str = "Nothing is written yet",
        possible: bool = True,
        is_over: bool = False,
    ) -> None:
        """The next step in words, and what is promised about it; once all is over there is no way back."""
        buttons.reword(self.next, words)
        self.next.setEnabled(possible)
        self.promise.setText(promise)
        self.back.setVisible(not is_over)
        self.leave.setVisible(not is_over)

    def show_step(self, at: At, *, is_read: bool, ticked: int, waiting: str) -> None:
        """What comes after a step; `waiting` is the name of the next document, empty for none."""
        if at is At.FOUND:
            self.show_next("Check the columns")
        elif at is At.COLUMNS:
            self.show_next("See the proposals", possible=is_read)
        elif at is At.PROPOSALS:
            words = f"Take {count_in_figures(ticked, 'proposal')}" if ticked else "Finish without taking any"
            self.show_next(words, promise="One change: Ctrl+Z takes it all back")
        elif at is At.DONE:
            words = f"Go on with “{waiting}”" if waiting else "Choose more files"
            self.show_next(words, promise="", is_over=True)

"""What was decided about the version before and holds for this one, with a way to forget it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.remembering import RememberedChoices
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import WrappedLabel


class RememberedLine(QWidget):
    """One line over the lists, there while the choices are those of last time; `forgotten` by its link."""

    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known = RememberedChoices()
        self.words = WrappedLabel("", "muted")
        forget = buttons.link("Forget", self.forgotten.emit)
        forget.setAccessibleName("Forget: what is remembered from last time")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def remember(self, known: RememberedChoices) -> None:
        """Another document: what is remembered of the one before it."""
        self._known = known
        self.words.setText(f"Remembered from last time: {'; '.join(known.words)}.")

    def show_choices(self, choices: PlanChoices) -> None:
        """Nothing is said once the person chose otherwise."""
        self.setVisible(bool(self._known.words) and choices == self._known.choices)

"""A drop-down of values with their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from boarddesk.ui.theme import look


class Choice(QComboBox):
    """`picked` fires only when a person picks; filling and choosing by code stay silent."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), *, name: str, width: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(f"{name}, choices")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        if width:
            self.setFixedWidth(look().px(width))
        self.set_choices(choices)
        self.activated.connect(lambda _at: self.picked.emit(self.value()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page under the pointer and never chooses something else on its way."""
        event.ignore()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; what was chosen stays chosen while it is among them."""
        before = self.value()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.choose(before)

    def value(self) -> str:
        """The value chosen; empty when there is none."""
        found = self.currentData()
        return str(found) if found is not None else ""

    def choose(self, value: str) -> None:
        """Choose without announcing it; an unknown value chooses the first."""
        self.setCurrentIndex(max(self.findData(value), 0))

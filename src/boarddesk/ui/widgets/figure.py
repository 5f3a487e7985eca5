"""A per cent written large, with its fraction beside it and its range or definition under that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.label import WrappedLabel, label


class Figure(QWidget):
    """One of the figures a board is judged on; `why` opens its sum."""

    def __init__(self, title: str, *, why: Callable[[], object] | None = None, small: bool = False) -> None:
        super().__init__()
        self._title = label(title, "head")
        self._percent = label("–", "figure small" if small else "figure")
        self._fraction = label("", "meta ink")
        self._note = WrappedLabel("", "meta")
        for part in (self._percent, self._fraction, self._note):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out(why)

    def _lay_out(self, why: Callable[[], object] | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._percent)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._fraction)
        beside.addWidget(self._note)
        row.addLayout(beside, 1)
        if why is not None:
            asks = link("Why?", why)
            asks.setAccessibleName(f"Why this figure: {self._title.text()}")
            row.addWidget(asks, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)

    def set_title(self, title: str) -> None:
        """Another title: whose figure it is."""
        self._title.setText(title)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def show_figure(self, percent: str, fraction: str = "", note: str = "") -> None:
        """Show a figure as text: `87%`, `103 of 118`, `79% to 100% · target 90%`."""
        self._percent.setText(percent)
        self._fraction.setText(fraction)
        self._note.setText(note)

    def shown(self) -> tuple[str, str, str]:
        """The three texts shown."""
        return self._percent.text(), self._fraction.text(), self._note.text()

"""A choice of a few as tabs under a page's header, each with how many it holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from boarddesk.ui.widgets.label import rule

_GAP = 24


class Tabs(QWidget):
    """Exactly one tab is in front; arrows move between them. `picked` fires only when a person picks."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self._values = [value for value, _words in choices]
        self._words = dict(choices)
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        for _value, words in choices:
            self.bar.addTab(words)
        self._quiet = False
        self.bar.currentChanged.connect(lambda _at: self._announce())
        self._corner = QStackedWidget()
        self._corner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.setUsesScrollButtons(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grid = row = QGridLayout()
        row.setHorizontalSpacing(_GAP)
        row.setVerticalSpacing(4)
        row.setColumnStretch(1, 1)
        row.addWidget(self.bar, 0, 0)
        row.addWidget(self._corner, 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _announce(self) -> None:
        if not self._quiet:
            self.picked.emit(self.value())

    def minimumSizeHint(self) -> QSize:
        """What stands at the right goes below the tabs where both do not fit beside each other."""
        wide = max(self.bar.sizeHint().width(), self._corner.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        both = self.bar.sizeHint().width() + _GAP + self._corner.minimumSizeHint().width()
        place = (0, 1, 1, 1) if both <= self.width() else (1, 0, 1, 2)
        self._grid.addWidget(self._corner, *place)

    def add_corner(self, shown: QWidget) -> None:
        """What stands at the right of the tabs while one of them is in front."""
        self._corner.addWidget(shown)

    def show_corner(self, shown: QWidget, *, visible: bool) -> None:
        """Bring it forward, or leave its place empty."""
        self._corner.setCurrentWidget(shown)
        self._corner.setVisible(visible)

    def choose(self, value: str) -> None:
        """Bring a tab to the front without announcing it."""
        self._quiet = True
        self.bar.setCurrentIndex(self._values.index(value))
        self._quiet = False

    def value(self) -> str:
        """The value of the tab in front."""
        return self._values[self.bar.currentIndex()]

    def say_count(self, value: str, count: int) -> None:
        """How many a tab holds; nothing is said of none."""
        words = f"{self._words[value]}   {count}" if count else self._words[value]
        self.bar.setTabText(self._values.index(value), words)

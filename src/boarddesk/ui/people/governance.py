"""The governance of a chosen day as a picture, above the list that says the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.rules.governance.chart import governance_chart
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.governance.placing import Sizes
from boarddesk.rules.governance.sentences import title_of, told
from boarddesk.ui.look.theme import look
from boarddesk.ui.people.chart_drawing import MARGIN, ChartDrawing
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.widgets import buttons, paint
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.label import ElidedLabel, label

LEAST = 120
OUTSIDE = "Grey: bodies outside this office"


class GovernanceChart(QWidget):
    """A day, the chart of that day, and the button that copies it; `moves` is told of another day."""

    def __init__(self, *, moves: Callable[[date | None], object], opens: Callable[[str], object]) -> None:
        super().__init__()
        self._shown: ShownOffice | None = None
        self.day = DateField(name="Governance on")
        self.day.setFixedWidth(look().px(168))
        self.day.picked.connect(moves)
        self.today = buttons.link("Today", lambda: moves(None))
        self.today.setAccessibleName("Governance today")
        self.copy_button = buttons.secondary("Copy picture", self.copy_picture)
        self.drawing = ChartDrawing()
        self.drawing.opened.connect(opens)
        self.area = QScrollArea()
        self.area.setWidget(self.drawing)
        self.area.setAccessibleName("Governance chart")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("As it stood on", buddy=self.day))
        head.addWidget(self.day)
        head.addWidget(self.today)
        head.addWidget(ElidedLabel(OUTSIDE, "meta"))
        head.addStretch(1)
        head.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_read(self, shown: ShownOffice) -> None:
        """The lines of the day that is looked at."""
        if shown is self._shown:
            return
        self._shown = shown
        self.day.set_value(shown.lines_on)
        self.today.setVisible(shown.lines_on != shown.today)
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        shown, font = self._shown, look().font(12)
        words = max(paint.width_of(kind, font) for kind in LineKind) / look().scale + 6
        within = self.area.viewport().width() / look().scale - 2 * MARGIN
        boards = self._shown.boards.values()
        chart = governance_chart(boards, shown.lines, shown.lines_on, Sizes(within, words))
        said = " ".join(told(boards, shown.lines, shown.lines_on))
        self.drawing.show_chart(chart, f"{title_of(shown.lines_on)}. {said}")
        self.drawing.resize(self.drawing.sizeHint())
        self.setMaximumHeight(self.sizeHint().height() - self.area.sizeHint().height() + self._high())

    def _high(self) -> int:
        return max(self.drawing.sizeHint().height() + look().px(12), look().px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds another number of bodies in a row."""
        super().resizeEvent(event)
        self._draw()

    def copy_picture(self) -> None:
        """Onto the clipboard, on white paper and under its title."""
        if self._shown is not None:
            QGuiApplication.clipboard().setImage(self.drawing.sheet(title_of(self._shown.lines_on)))

"""Shares of a whole by status, with counts, and the legend that stands once on a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.rules.statuses.status import Status
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.table.rows import counts_in_words


class StackedBar(Drawing):
    """Counts in the order of the scheme, complete first, off course last."""

    def __init__(
        self, counts: Sequence[tuple[Status, int]] = (), *, height: int = 18, width: int = 137
    ) -> None:
        super().__init__(width=width, height=height, grows=True)
        self.set_counts(counts)

    def set_counts(self, counts: Sequence[tuple[Status, int]]) -> None:
        """Show other counts."""
        self._counts = tuple(counts)
        self.say(counts_in_words(self._counts))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        paint.stacked_bar(painter, box, self._counts, numbers=self._high >= 16)


class _Swatch(Drawing):
    """The little square of a legend: fill, edge and shape."""

    def __init__(self, status: Status) -> None:
        super().__init__(width=12, height=12)
        self._status = status
        self.say(status.label)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        colours = paint.status_paint(self._status)
        paint.box_edge(painter, box, fill=colours.fill, edge=colours.edge, radius=2)
        paint.shape(painter, colours.shape, centre=box.center(), size=look().px(6), colour=colours.text)


class Legend(QWidget):
    """Each status of a scheme: its square and its word."""

    def __init__(self, statuses: Sequence[Status] = ()) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.set_statuses(statuses)

    def set_statuses(self, statuses: Sequence[Status]) -> None:
        """Explain other statuses."""
        while item := self._row.takeAt(0):
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        for status in statuses:
            self._row.addWidget(_Swatch(status))
            self._row.addWidget(label(status.label, "meta"))
            self._row.addSpacing(8)
        self._row.addStretch(1)

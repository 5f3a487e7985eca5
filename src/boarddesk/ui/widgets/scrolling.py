"""Room for what may need more of it than the window has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from boarddesk.ui.widgets.table.record_table import RecordTable


def scrolling(shown: QWidget) -> QScrollArea:
    """What needs more room than there is scrolls, so that the window never grows past the screen."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(shown)
    return area


def keep_in_sight(table: RecordTable, *, rows: int) -> None:
    """A table is never lower than its head and so many rows: without room for them what holds it scrolls."""
    view = table.view

    def keep() -> None:
        high = seen = 0
        for at, line in enumerate(table.model.lines):
            if seen < rows:
                high += view.rowHeight(at)
                seen += line.group is None
        around = view.head.sizeHint().height() + view.horizontalScrollBar().sizeHint().height()
        table.setMinimumHeight(high + around if seen else 0)

    view.arranged.connect(keep)

"""What stands over a table: words to filter by, the page's own drop-downs, the count, and the columns."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.buttons import icon_button
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.opening import pop_up_under
from boarddesk.ui.widgets.table.record_table import RecordTable


class FilterBar(QWidget):
    """Made for one table; the page puts it above and adds its drop-downs."""

    def __init__(self, table: RecordTable, *, hint: str = "Filter these rows", width: int = 200) -> None:
        super().__init__()
        self._table = table
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(look().px(width))
        sign = QAction(self.field)
        icons.give(sign, "filter")
        self.field.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(table.set_search)
        self._count = label(table.count_text(), "meta")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.field)
        self._row.addStretch(1)
        self._row.addWidget(self._count)
        self._columns = icon_button("columns", "Choose columns", self._open_columns)
        self._row.addWidget(self._columns)
        table.counted.connect(self.set_count)

    def add(self, control: QWidget, *, most: int = 0) -> None:
        """Put a drop-down after those already there; `most` bounds one of names, in pixels at 100%."""
        if most and isinstance(control, Choice):
            control.bound(look().px(most))
        self._row.insertWidget(self._row.count() - 3, control)

    def set_count(self, words: str) -> None:
        """The count in words; the page may say more: "43 actions, 11 flagged"."""
        self._count.setText(words)

    def count(self) -> str:
        """The count shown."""
        return self._count.text()

    def _open_columns(self) -> None:
        menu = QMenu(self)
        self._table.columns.fill(menu)
        pop_up_under(menu, self._columns)

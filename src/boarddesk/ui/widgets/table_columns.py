"""Which columns of a table are shown and how wide, as chosen, remembered and as the window allows."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from boarddesk.ui.settings import Settings
from boarddesk.ui.theme import look
from boarddesk.ui.widgets.table_rows import Column
from boarddesk.ui.widgets.table_view import TableView


class ColumnPlan:
    """Shows, hides and sizes the columns of one view; the stretching one takes the slack."""

    def __init__(self, view: TableView, *, name: str, settings: Settings | None) -> None:
        self._view = view
        self._key = f"columns of {name}"
        self._settings = settings
        self._hidden: list[str] | None = settings.words(self._key) if settings else None
        self._own_widths: dict[str, int] = {}
        self._applying = False
        view.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.head.sectionResized.connect(self._resized)
        view.resized.connect(self.apply)
        self.apply()

    def set_settings(self, settings: Settings) -> None:
        """Take up the choices remembered for this table."""
        self._settings = settings
        self._hidden = settings.words(self._key)
        self.apply()

    def is_shown(self, column: Column) -> bool:
        """Whether a column is shown at the present width."""
        chosen = column.shown if self._hidden is None else column.key not in self._hidden
        return chosen and self._view.viewport().width() >= look().px(column.from_width)

    def visible(self) -> list[Column]:
        """The columns shown, in order."""
        return [column for column in self._view.table.columns if self.is_shown(column)]

    def show(self, key: str, *, shown: bool) -> None:
        """Show or hide a column and remember it for this table."""
        hidden = self._hidden
        if hidden is None:
            hidden = [column.key for column in self._view.table.columns if not column.shown]
        self._hidden = sorted(set(hidden) - {key}) if shown else sorted({*hidden, key})
        if self._settings is not None:
            self._settings.remember(self._key, self._hidden)
        self.apply()

    def fill(self, menu: QMenu) -> None:
        """Put one ticked entry per column into a menu; the last one shown cannot be hidden."""
        shown = self.visible()
        for column in self._view.table.columns:
            action = QAction(column.name, menu)
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column not in shown or len(shown) > 1)
            action.triggered.connect(lambda on, key=column.key: self.show(key, shown=on))
            menu.addAction(action)

    def apply(self) -> None:
        """Hide, size and stretch the columns for the width there is."""
        if self._applying:
            return
        self._applying = True
        try:
            self._apply()
        finally:
            self._applying = False

    def _apply(self) -> None:
        shown = self.visible()
        columns, view = self._view.table.columns, self._view
        first = columns.index(shown[0]) if shown else 0
        view.delegate.first_column = view.head.first_column = first
        view.table.seconds = {
            column.key: column.second
            for column in shown
            if column.second and not any(other.key == column.second for other in shown)
        }
        used = sum(self._width(column) for column in shown if not column.stretch)
        stretching = [column for column in shown if column.stretch]
        slack = (view.viewport().width() - used) // max(len(stretching), 1)
        keys = {column.key for column in shown}
        for at, column in enumerate(columns):
            view.setColumnHidden(at, column.key not in keys)
            if column.key in keys:
                wide = max(self._width(column), slack) if column.stretch else self._width(column)
                view.setColumnWidth(at, wide)
        view.viewport().update()
        view.arranged.emit()

    def _width(self, column: Column) -> int:
        return self._own_widths.get(column.key, look().px(column.width))

    def _resized(self, section: int, _before: int, after: int) -> None:
        column = self._view.table.columns[section]
        if not self._applying and after > 0 and not column.stretch:
            self._own_widths[column.key] = after
            self.apply()

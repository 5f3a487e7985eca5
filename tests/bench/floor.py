"""The least a page could do: read the very same rows, put them into a bare table and paint that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from boarddesk.records.file.office_file import OfficeFile, Row

Index = QModelIndex | QPersistentModelIndex


class BareRows(QAbstractTableModel):
    """Rows as they were read, as many columns as the widest has."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[Any]] = []

    def take(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = [list(row.values()) for row in rows]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return max(map(len, self._rows), default=0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        shown = role == Qt.ItemDataRole.DisplayRole and index.column() < len(row)
        return str(row[index.column()]) if shown else None


class BarePage:
    """Stands beside a page, as large as it."""

    def __init__(self, file: OfficeFile, page: QWidget) -> None:
        self._file, self._model, self._table = file, BareRows(), QTableView()
        self._table.setModel(self._model)
        self._table.resize(page.size())
        self._table.show()

    def least(self, show: Callable[[], object]) -> Callable[[], None]:
        """Reads what `show` reads when it is done again, every statement of it, and paints the rows."""
        show()
        with patch.object(self._file, "rows", wraps=self._file.rows) as read:
            show()

        def again() -> None:
            self._paint([row for call in read.call_args_list for row in self._file.rows(*call.args)])

        return again

    def read(self, sql: str) -> None:
        """Reads by one statement and paints its rows."""
        self._paint(self._file.rows(sql))

    def _paint(self, rows: list[Row]) -> None:
        self._model.take(rows)
        self._table.repaint()

    def close(self) -> None:
        self._table.close()

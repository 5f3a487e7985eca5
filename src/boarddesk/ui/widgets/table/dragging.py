"""Rows of a table dragged to another place in it, and files dropped on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.table.record_table import RecordTable

_KIND = "application/x-boarddesk-row"


class RowDrag(QObject):
    """Hears the mouse over the rows of one table. Keys that do the same belong to the page.

    `may_move` is asked before a row is picked up, `takes_files` before files are taken. A line shows between
    which rows one would come to stand, a box on which row files would.
    """

    moved = Signal(str, str)  # the row, and the one it is put before; empty for the end
    files_dropped = Signal(str, list)  # the row, and the paths

    def __init__(
        self,
        table: RecordTable,
        *,
        may_move: Callable[[], bool],
        takes_files: Callable[[], bool],
    ) -> None:
        super().__init__(table)
        self._view = table.view
        self._may_move, self._takes_files = may_move, takes_files
        self._pressed: QPoint | None = None
        self._picked = ""
        self._line = QFrame(self._view.viewport())
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.setAutoFillBackground(True)
        self._line.hide()
        self._view.viewport().setAcceptDrops(True)
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._hear_mouse(event)
        if isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return self._hear_drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._line.hide()
        return False

    def _hear_mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._picked = at, self._row_at(at)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif self._pressed is not None and event.type() == QEvent.Type.MouseMove:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far and self._picked and self._may_move():
                self._pressed = None
                self._drag(self._picked)
            return True  # a press that goes on moves a row; it does not choose those it passes over
        return False

    def _drag(self, row_id: str) -> None:
        drag, data = QDrag(self._view), QMimeData()
        data.setData(_KIND, row_id.encode())
        drag.setMimeData(data)
        drag.setPixmap(self._picture(row_id))
        drag.exec(Qt.DropAction.MoveAction)
        self._line.hide()

    def _picture(self, row_id: str) -> QPixmap:
        """The row as it stands, a little paler, under the pointer."""
        at = self._view.table.line_of(row_id)
        viewport = self._view.viewport()
        strip = QRect(0, self._view.rowViewportPosition(at), viewport.width(), self._view.rowHeight(at))
        shown = viewport.grab(strip)
        pale = QPixmap(shown.size())
        pale.setDevicePixelRatio(shown.devicePixelRatio())
        pale.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pale)
        painter.setOpacity(0.7)
        painter.drawPixmap(0, 0, shown)
        painter.end()
        return pale

    def _hear_drop(self, event: QDropEvent) -> bool:
        row, files = _row_in(event.mimeData()), _files_in(event.mimeData())
        if not (row and self._may_move()) and not (files and self._takes_files()):
            return False
        at = event.position().toPoint()
        onto, before = self._row_at(at), self._before(at)
        if files and not onto:
            self._line.hide()
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.MoveAction if row else Qt.DropAction.CopyAction)
        event.accept()
        if event.type() != QEvent.Type.Drop:
            self._point_at(onto if files else before, between=bool(row))
            return True
        self._line.hide()
        if files:
            self.files_dropped.emit(onto, files)
        else:
            self.moved.emit(row, before)
        return True

    def _point_at(self, row_id: str, *, between: bool) -> None:
        view, wide = self._view, self._view.viewport().width()
        at = view.table.line_of(row_id) if row_id else -1
        last = len(view.table.lines) - 1
        foot = view.rowViewportPosition(last) + view.rowHeight(last) if last >= 0 else 0
        top = view.rowViewportPosition(at) if at >= 0 else foot
        colour = look().tokens.accent
        if between:
            self._line.setStyleSheet(f"background: {colour}; border: 0;")
            self._line.setGeometry(0, max(top - 1, 0), wide, 2)
        else:
            self._line.setStyleSheet(f"background: transparent; border: 2px solid {colour};")
            self._line.setGeometry(0, top, wide, view.rowHeight(at))
        self._line.raise_()
        self._line.show()

    def _row_at(self, at: QPoint) -> str:
        index = self._view.indexAt(at)
        return self._view.table.lines[index.row()].id if index.isValid() else ""

    def _before(self, at: QPoint) -> str:
        """The row below the line nearest to the pointer; empty at the end."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return ""
        middle = self._view.rowViewportPosition(index.row()) + self._view.rowHeight(index.row()) / 2
        line = index.row() + (1 if at.y() >= middle else 0)
        return self._view.table.lines[line].id if line < len(self._view.table.lines) else ""


def _row_in(data: QMimeData) -> str:
    return data.data(_KIND).toStdString() if data.hasFormat(_KIND) else ""


def _files_in(data: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]

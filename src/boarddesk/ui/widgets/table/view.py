"""The view of every table: whole rows chosen, one cell with the focus, everything by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.table.delegate import TableDelegate
from boarddesk.ui.widgets.table.header import TableHeader
from boarddesk.ui.widgets.table.model import Index, TableModel
from boarddesk.ui.widgets.table.rows import Cell, EditorKind, Kind, Line

GROUP_HEIGHT, CHILD_HEIGHT = 28, 28


class TableView(QTableView):
    """A table without grid or zebra; the delegate paints it."""

    resized = Signal()
    arranged = Signal()  # lines or columns have just been laid out
    moved = Signal(int)  # the current line
    opened = Signal(int)  # line: Enter or double click
    ticked = Signal(int, int)  # line and column of a tick pressed
    typed = Signal(int, int, str)  # line, column, letter

    def __init__(self, model: TableModel, *, row_height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = model
        self.row_height = row_height
        self.delegate = TableDelegate(model, self)
        self.head = TableHeader(model, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(self.head)
        self._behave()

    def _behave(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(12)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.head.setStretchLastSection(False)
        self.doubleClicked.connect(self._double_clicked)

    # ── lines of different heights ──

    def lay_out_lines(self) -> None:
        """Give groups, rows and the rows below them their heights; groups span the table."""
        self.clearSpans()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(look().px(self.row_height))
        for at, line in enumerate(self.table.lines):
            high = look().px(min(self._height_of(line), self.row_height))
            if rows.sectionSize(at) != high:
                rows.resizeSection(at, high)
            if line.group is not None and len(self.table.columns) > 1:
                self.setSpan(at, 0, 1, len(self.table.columns))
        self.arranged.emit()

    def _height_of(self, line: Line) -> int:
        if line.group is not None:
            return GROUP_HEIGHT
        if line.row is None or not line.depth:  # whose cells may each be worked out only where they are seen
            return self.row_height
        changes = any(isinstance(cell, Cell) and cell.became is not None for cell in line.row.cells.values())
        return self.row_height if changes or line.has_second else CHILD_HEIGHT

    def current_line(self) -> Line | None:
        """The line with the focus."""
        at = self.currentIndex().row()
        return self.table.lines[at] if 0 <= at < len(self.table.lines) else None

    # ── moving, opening, typing ──

    def reset(self) -> None:
        """What was typed is kept by filling the table again: the focus stays in it all the same."""
        focused = self.window().focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        super().reset()
        if was_here:
            self.setFocus()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        line, at = self.current_line(), self.currentIndex()
        if line is None or self.state() == QAbstractItemView.State.EditingState:
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open(line, at.row())
            return True
        if plain and line.can_open and self._open_or_close(event.key(), line, at):
            return True
        if plain and event.key() == Qt.Key.Key_Space:
            return self._press(line, at)
        return self._type(event, line, at)

    def _open_or_close(self, key: int, line: Line, at: QModelIndex) -> bool:
        closes = key == Qt.Key.Key_Left and line.is_open and (line.group is not None or at.column() == 0)
        opens = key == Qt.Key.Key_Right and not line.is_open and (line.group is not None or at.column() == 0)
        if closes or opens:
            self.toggle(at.row())
            return True
        return line.group is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)

    def _press(self, line: Line, at: QModelIndex) -> bool:
        if line.group is not None:
            self.toggle(at.row())
            return True
        ticks = self.tick_column(at.row())
        if ticks < 0:
            return False
        self.ticked.emit(at.row(), ticks)
        return True

    def tick_column(self, at: int) -> int:
        """The column whose tick Space presses on a line; -1 for none."""
        for number, column in enumerate(self.table.columns):
            editor = column.editor
            if editor is not None and editor.kind is EditorKind.TICK:
                cell = self.table.cell(at, number)
                return number if cell.ticked is not None and cell.editable else -1
        return -1

    def _type(self, event: QKeyEvent, line: Line, at: QModelIndex) -> bool:
        typed = self.table.columns[at.column()].typed if at.isValid() else False
        clears = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        letter = "" if clears else event.text()
        is_letter = bool(letter.strip()) and letter.isprintable()  # Esc and its like are no letters
        if not typed or line.row is None or held or not (clears or is_letter):
            return False
        self.typed.emit(at.row(), at.column(), letter)
        return True

    def _open(self, line: Line, at: int) -> None:
        if line.group is not None:
            self.toggle(at)
        else:
            self.opened.emit(at)

    def toggle(self, at: int) -> None:
        """Open or close a line and keep the focus on it."""
        column = self.currentIndex().column()
        offset = self.verticalScrollBar().value()
        self.table.toggle(self.table.lines[at])
        self.setCurrentIndex(self.table.index(at, max(column, 0)))
        self.verticalScrollBar().setValue(offset)

    # ── the mouse ──

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._click(index, event):
            return
        super().mousePressEvent(event)

    def _click(self, index: QModelIndex, event: QMouseEvent) -> bool:
        line = self.table.lines[index.row()]
        near = event.position().x() - self.visualRect(index).left() < look().px(14)
        first = index.column() == self.delegate.first_column
        if line.group is not None or (line.can_open and first and near):
            self.setCurrentIndex(index)
            self.toggle(index.row())
            return True
        if index.column() == self.tick_column(index.row()):
            self.setCurrentIndex(index)
            self.ticked.emit(index.row(), index.column())
            return True
        if self._opens_choice(index) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.setCurrentIndex(index)
            self.edit(index)
            return True
        return self._click_key(index, event)

    def _opens_choice(self, index: QModelIndex) -> bool:
        """A press on a status opens the choice of statuses; elsewhere a press only chooses the row."""
        is_status = self.table.columns[index.column()].kind is Kind.STATUS
        return is_status and bool(self.table.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _click_key(self, index: QModelIndex, event: QMouseEvent) -> bool:
        letters = self.table.cell(index.row(), index.column()).keys
        boxes = paint.key_boxes(QRectF(self.visualRect(index)), len(letters))
        for letter, box in zip(letters, boxes, strict=True):
            if box.contains(event.position()):
                self.setCurrentIndex(index)
                self.typed.emit(index.row(), index.column(), letter)
                return True
        return False

    def _double_clicked(self, index: QModelIndex) -> None:
        editable = bool(self.table.flags(index) & Qt.ItemFlag.ItemIsEditable)
        if self.table.lines[index.row()].row is not None and not editable:
            self.opened.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, line: int) -> None:
        if line != self.delegate.hovered:
            for at in (self.delegate.hovered, line):
                self._repaint_line(at)
            self.delegate.hovered = line

    def _repaint_line(self, at: int) -> None:
        if at >= 0:
            self.viewport().update(
                0, self.rowViewportPosition(at), self.viewport().width(), self.rowHeight(at)
            )

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Headers of groups stay where they are while columns scroll under them."""
        super().scrollContentsBy(dx, dy)
        if dx and self.table.groups:
            for at, line in enumerate(self.table.lines):
                if line.group is not None:
                    self._repaint_line(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def menu_point(self, key: str = "") -> QPoint:
        """Where a menu opens for the keyboard: under the current cell, or the one of a column on its row."""
        here = self.currentIndex()
        for at, column in enumerate(self.table.columns):
            if column.key == key and not self.isColumnHidden(at) and here.isValid():
                here = here.siblingAtColumn(at)
        self.scrollTo(here)
        return self.viewport().mapToGlobal(self.visualRect(here).bottomLeft())

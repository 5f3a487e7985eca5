"""Columns that stay in sight at the left or right edge while the ones between them scroll."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.table.delegate import TableDelegate
from boarddesk.ui.widgets.table.header import TableHeader
from boarddesk.ui.widgets.table.rows import Column, Pin
from boarddesk.ui.widgets.table.view import TableView


class _PinnedDelegate(TableDelegate):
    """Paints the focus of the table underneath."""

    def __init__(self, main: TableView, side: Pin, parent: QTableView) -> None:
        super().__init__(main.table, parent)
        self._main, self._side, self._over = main, side, parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.hovered = self._main.delegate.hovered
        self.first_column = self._main.delegate.first_column
        if self._main.hasFocus() and index == self._main.currentIndex():
            option.state |= QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)

    def group_box(self, box: QRectF) -> QRectF:
        """Where the table underneath writes it, so that both sights show the same words in the same place."""
        wide = self._main.viewport().width()
        left = self._over.viewport().width() - wide if self._side is Pin.RIGHT else 0
        return QRectF(left, box.top(), wide, box.height())


class PinnedColumns(QTableView):
    """A second sight of some columns of a table, over its edge; the table itself keeps the keyboard."""

    def __init__(self, main: TableView, side: Pin) -> None:
        super().__init__(main)
        self._main, self._side = main, side
        self.head = TableHeader(main.table, self)
        self.setModel(main.table)
        self.setSelectionModel(main.selectionModel())
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(_PinnedDelegate(main, side, self))
        self._behave()
        self._follow()

    def _behave(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Columns that stay in sight")
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(12)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("ground", self._side.value)
        self.hide()

    def _follow(self) -> None:
        self._main.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._main.verticalScrollBar().setValue)
        self._main.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self.lay_out())
        self.head.sectionClicked.connect(self._main.head.sectionClicked)
        self.doubleClicked.connect(self._main.doubleClicked)
        self._main.selectionModel().currentChanged.connect(self._uncover)

    def _columns(self) -> list[int]:
        columns = self._main.table.columns
        return [
            at
            for at in range(len(columns))
            if self._is_here(columns[at]) and not self._main.isColumnHidden(at)
        ]

    def _is_here(self, column: Column) -> bool:
        return column.pin is self._side

    def lay_out(self) -> None:
        """Stand over the edge with the columns pinned there, only while something scrolls under it."""
        wanted = self._columns()
        scrolls = self._main.horizontalScrollBar().maximum() > 0
        if not wanted or not scrolls:
            self.hide()
            return
        self.head.first_column = self._main.head.first_column
        for at in range(len(self._main.table.columns)):
            hidden = at not in wanted
            if hidden != self.isColumnHidden(at):
                self.setColumnHidden(at, hidden)
            if not hidden:
                self.setColumnWidth(at, self._main.columnWidth(at))
        self._copy_lines()
        self._place(sum(self._main.columnWidth(at) for at in wanted))

    def _copy_lines(self) -> None:
        rows, main = self.verticalHeader(), self._main.verticalHeader()
        rows.setDefaultSectionSize(main.defaultSectionSize())
        self.clearSpans()
        for at, line in enumerate(self._main.table.lines):
            if line.group is not None:
                self.setSpan(at, 0, 1, len(self._main.table.columns))
            if main.sectionSize(at) != rows.sectionSize(at):
                rows.resizeSection(at, main.sectionSize(at))

    def _place(self, width: int) -> None:
        port = self._main.viewport().geometry()
        top = port.top() - self._main.head.height()
        left = port.left() if self._side is Pin.LEFT else port.right() + 1 - width
        self.setGeometry(QRect(left, top, width, port.height() + self._main.head.height()))
        self.head.setFixedHeight(self._main.head.height())
        self.verticalScrollBar().setValue(self._main.verticalScrollBar().value())
        self.show()
        self.raise_()

    def _uncover(self, current: QModelIndex) -> None:
        """The cell with the focus never stays hidden under pinned columns."""
        if not self.isVisible() or self._main.table.columns[current.column()].pin is not None:
            return
        cell, bar = self._main.visualRect(current), self._main.horizontalScrollBar()
        if self._side is Pin.LEFT:
            hidden = min(cell.left() - self.width(), 0)
        else:
            hidden = max(cell.right() - (self._main.viewport().width() - self.width()), 0)
        bar.setValue(bar.value() + hidden)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The table underneath takes the click as its own, without scrolling sideways."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        self._main.setFocus(Qt.FocusReason.MouseFocusReason)
        bar = self._main.horizontalScrollBar()
        place = bar.value()
        self._main.setCurrentIndex(index)
        bar.setValue(place)
        line = self._main.table.lines[index.row()]
        near = event.position().x() < look().px(14) and self._side is Pin.LEFT
        if line.group is not None or (line.can_open and near):
            self._main.toggle(index.row())

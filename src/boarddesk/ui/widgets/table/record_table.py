"""The one table: every list in the window is this, so what works in one works in all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedLayout, QVBoxLayout, QWidget

from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.offer import RowOffers
from boarddesk.ui.widgets.opening import is_read_only, pop_up
from boarddesk.ui.widgets.table import copying as table_copy
from boarddesk.ui.widgets.table.columns import ColumnPlan
from boarddesk.ui.widgets.table.model import TableModel
from boarddesk.ui.widgets.table.pinned import PinnedColumns
from boarddesk.ui.widgets.table.rows import Column, Group, Pin, Row
from boarddesk.ui.widgets.table.view import TableView

SaveRows = Callable[[str, Sequence[str], Sequence[Sequence[table_copy.Value]]], None]


class RecordTable(QWidget):
    """Rows given as data; what the person does comes out as signals; nothing is written here.

    `name` is the name the column choices are remembered by; `noun` names one and many of the rows.
    """

    chosen = Signal(str)  # the row now current; empty when none is left
    group_chosen = Signal(str)  # the key of the group whose header is now current
    opened = Signal(str)  # Enter or double click
    edited = Signal(str, str, str)  # row id, column key, value (dates ISO, choices by value)
    ticked = Signal(str, str, bool)  # row id, column key, wanted state
    typed = Signal(str, str, str)  # row id, column key, letter; empty for Delete
    pasted = Signal(object)  # list[tuple[row id, column key, words]]
    counted = Signal(str)  # "12 of 43 actions"

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        noun: tuple[str, str] = ("row", "rows"),
        row_height: int = 28,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self.noun = noun
        self.save_rows: SaveRows | None = None
        self._chosen = ""
        self._group = ""
        self._quiet = False
        self.pinned: list[PinnedColumns] = []
        self.model = TableModel(columns, self)
        self.view = TableView(self.model, row_height=row_height, parent=self)
        self._offers = RowOffers(self.view)
        self.view.setAccessibleName(f"{noun[1].capitalize()}")
        self.columns = ColumnPlan(self.view, name=name, settings=settings)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._make_actions()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        view = self.view
        view.moved.connect(self._moved)
        view.opened.connect(lambda at: self.opened.emit(self.model.lines[at].id))
        view.ticked.connect(self._tick)
        view.typed.connect(self._type)
        view.head.sectionClicked.connect(self._sort_by)
        view.head.filter_typed.connect(self.set_column_filter)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu_at)
        view.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.head.customContextMenuRequested.connect(self._open_columns_at)
        self.model.edited.connect(self.edited)
        self.model.modelReset.connect(view.lay_out_lines)
        view.arranged.connect(self._lay_out_pinned)
        look().changed.connect(self._redress)

    # ── rows ──

    def set_settings(self, settings: Settings) -> None:
        """Remember column choices here; the page gives it once an office is open."""
        self.columns.set_settings(settings)

    def set_rows(self, rows: Sequence[Row], groups: Sequence[Group] = ()) -> None:
        """Show these rows; the chosen one stays chosen, the place stays where it was."""
        with_place = self.view.verticalScrollBar().value()
        self.model.read_only = is_read_only(self)
        self._rearrange(lambda: self.model.set_rows(rows, groups))
        self.view.verticalScrollBar().setValue(with_place)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns, then give the rows: a matrix over other meetings."""
        self._rearrange(lambda: self.model.set_columns(columns))
        self.columns.apply()

    def set_row_open(self, row_id: str, *, is_open: bool) -> None:
        """Show or hide the rows below a row."""
        change = self.model.arrangement.open_rows.add if is_open else self.model.arrangement.open_rows.discard
        change(row_id)
        self._rearrange(self.model.arrange)

    def rows_shown(self) -> list[Row]:
        """The rows that passed every filter, in the order shown, closed groups included."""
        return list(self.model.kept)

    def _rearrange(self, change: Callable[[], None]) -> None:
        column = max(self.view.currentIndex().column(), self.view.delegate.first_column)
        self._quiet = True
        change()
        self._quiet = False
        self.columns.refit()
        self._show_empty()
        self._restore(self._chosen, column)
        self.counted.emit(self.count_text())

    def _restore(self, row_id: str, column: int) -> None:
        at, group = self._line_of_group(self._group), self._group
        if at < 0:
            self._group = ""
            at = self.model.line_of(row_id) if row_id else -1
        if at >= 0:
            self._quiet = True
            self.view.setCurrentIndex(self.model.index(at, min(column, len(self.model.columns) - 1)))
            self._quiet = False
        elif row_id and not any(row_id == row.id for row in table_copy.with_children(self.model.kept)):
            self._chosen = ""
            self.chosen.emit("")
        if group and not self._group and self._chosen:
            self.chosen.emit(self._chosen)

    # ── choosing ──

    def choose(self, row_id: str) -> bool:
        """Make a row current, opening what it is in; False when it is not among the rows shown."""
        self._reveal(row_id)
        at = self.model.line_of(row_id)
        if at < 0:
            return False
        self.view.setCurrentIndex(self.model.index(at, max(self.view.currentIndex().column(), 0)))
        whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        # else keys held at that moment, such as those of Ctrl+Enter, would decide what is selected
        self.view.selectionModel().select(self.view.currentIndex(), whole_row)
        self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def choose_first(self) -> None:
        """Make the first row current, so that the detail is never empty beside a full table."""
        first = next((line.id for line in self.model.lines if line.row is not None), "")
        if first:
            self.choose(first)

    def _reveal(self, row_id: str) -> None:
        arrangement = self.model.arrangement
        for row in self.model.kept:
            if row.id == row_id or any(child.id == row_id for child in row.children):
                shut = row.group in arrangement.closed_groups
                hidden = row.id != row_id and row.id not in arrangement.open_rows
                arrangement.closed_groups.discard(row.group)
                if hidden:
                    arrangement.open_rows.add(row.id)
                if shut or hidden:
                    self._rearrange(self.model.arrange)
                return

    def chosen_id(self) -> str:
        """The current row; empty when there is none."""
        return self._chosen

    def chosen_group(self) -> str:
        """The group whose header is current; empty while a row is."""
        return self._group

    def choose_group(self, key: str) -> bool:
        """Make a group's header current; False when it is not shown."""
        at = self._line_of_group(key)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at, max(self.view.currentIndex().column(), 0)))
        return at >= 0

    def _line_of_group(self, key: str) -> int:
        lines = enumerate(self.model.lines)
        return next((at for at, line in lines if key and line.group and line.group.key == key), -1)

    def chosen_ids(self) -> list[str]:
        """Every row chosen, in the order shown."""
        lines = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        return [self.model.lines[at].id for at in lines if self.model.lines[at].row is not None]

    def current_column(self) -> str:
        """The key of the column with the focus."""
        at = self.view.currentIndex().column()
        return self.model.columns[at].key if at >= 0 else ""

    def _moved(self, at: int) -> None:
        if self._quiet or not 0 <= at < len(self.model.lines):
            return
        line, group = self.model.lines[at], self._group
        self._group = line.group.key if line.group is not None else ""
        if self._group and self._group != group:
            self.group_chosen.emit(self._group)
        elif line.id and (line.id != self._chosen or group):
            self._chosen = line.id
            self.chosen.emit(line.id)

    # ── arranging ──

    def set_filter(self, keep: Callable[[Row], bool] | None) -> None:
        """The page's own filter, beside what is typed."""
        if keep is None and self.model.keep is None:
            return
        self.model.keep, self.model.arrangement.page_filters = keep, keep is not None
        self._rearrange(self.model.arrange)

    def set_search(self, words: str) -> None:
        """Show only rows holding every one of these words."""
        self.model.arrangement.search = words
        self._rearrange(self.model.arrange)

    def set_column_filter(self, key: str, words: str) -> None:
        """Show only rows whose cell in one column holds these words."""
        self.model.arrangement.filters[key] = words
        self._rearrange(self.model.arrange)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column; an empty key is the page's own order."""
        self.model.arrangement.sort_key, self.model.arrangement.descending = key, descending
        self._rearrange(self.model.arrange)
        self.view.head.viewport().update()

    def _sort_by(self, section: int) -> None:
        """A click sorts upwards, the next downwards, the third gives the page's order back."""
        key, now = self.model.columns[section].key, self.model.arrangement
        if now.sort_key != key:
            self.sort_by(key)
        elif not now.descending:
            self.sort_by(key, descending=True)
        else:
            self.sort_by("")

    def count_text(self) -> str:
        """How many rows are shown, and of how many when some are left out."""
        shown, all_rows = len(self.model.kept), len(self.model.rows)
        noun = self.noun[0] if all_rows == 1 else self.noun[1]
        return f"{all_rows} {noun}" if shown == all_rows else f"{shown} of {all_rows} {noun}"

    # ── nothing to show ──

    def set_empty(self, shown: QWidget) -> None:
        """What stands here while there are no rows at all."""
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(shown)
        self._show_empty()

    def _show_empty(self) -> None:
        nothing = not self.model.rows and self._stack.count() > 1
        self._stack.setCurrentIndex(1 if nothing else 0)
        # Tab goes to where the table hands its focus, and would stay where it is before rows that are hidden.
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus if nothing else Qt.FocusPolicy.StrongFocus)

    # ── actions ──

    def set_actions(self, actions: Sequence[Action]) -> None:
        """What the page does with the chosen rows: first in the context menu, and by keys of the rows."""
        self._offers.take(actions)

    def _make_actions(self) -> None:
        self._copy = self._action("Copy", self.copy, QKeySequence.StandardKey.Copy)
        self._copy_cell = self._action("Copy this cell", self.copy_cell, "Ctrl+Shift+C")
        self._paste = self._action("Paste", self.paste, QKeySequence.StandardKey.Paste)
        self._filter_row = self._action("Filter row", self.toggle_filters, "Ctrl+Shift+F")
        self._all = self._action("Choose all rows", self.view.selectAll, QKeySequence.StandardKey.SelectAll)
        self._save = QAction("Save these rows as Excel…", self)
        self._save.triggered.connect(self.save_as_excel)
        self._action("Menu of this row", self._open_menu_here, "Shift+F10")

    def _action(
        self, title: str, does: Callable[[], object], keys: QKeySequence.StandardKey | str
    ) -> QAction:
        made = QAction(title, self)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: does())
        self.view.addAction(made)
        return made

    def menu(self) -> QMenu:
        """The context menu for what is chosen now."""
        made = QMenu(self)
        self._offers.fill(made)
        made.addActions([self._copy, self._copy_cell])
        if any(column.editor or column.typed for column in self.model.columns):
            made.addAction(self._paste)
        if self.save_rows is not None:
            made.addAction(self._save)
        made.addSeparator()
        made.addAction(self._filter_row)
        self.columns.fill(made.addMenu("Columns"))
        return made

    def _open_menu_at(self, point: QPoint) -> None:
        pop_up(self.menu(), self.view.viewport().mapToGlobal(point))

    def _open_menu_here(self) -> None:
        pop_up(self.menu(), self.view.menu_point())

    def _open_columns_at(self, point: QPoint) -> None:
        menu = QMenu(self)
        self.columns.fill(menu)
        pop_up(menu, self.view.head.mapToGlobal(point))

    def toggle_filters(self) -> None:
        """Show the filter row, or take it away with all it filters."""
        if self.view.head.filters_shown():
            self.clear_column_filters()
        else:
            self.view.head.show_filters(shown=True)
            self.view.head.focus_filters()

    def clear_column_filters(self) -> None:
        """Take the filter row away with all it filters."""
        self.view.head.show_filters(shown=False)
        self.model.arrangement.filters.clear()
        self._rearrange(self.model.arrange)

    def copy(self) -> None:
        """The chosen rows as tab-separated text and as a table for Word."""
        wanted = set(self.chosen_ids())
        rows = [row for row in table_copy.with_children(self.model.kept) if row.id in wanted]
        if not rows:
            return
        columns = self.columns.visible()
        data = QMimeData()
        data.setText(table_copy.as_tsv(columns, rows))
        data.setHtml(table_copy.as_html(columns, rows))
        QGuiApplication.clipboard().setMimeData(data)

    def copy_cell(self) -> None:
        """The words of the cell with the focus."""
        at = self.view.currentIndex()
        if at.isValid():
            QGuiApplication.clipboard().setText(table_copy.words(self.model.cell(at.row(), at.column())))

    def paste(self) -> None:
        """Announce what pasted text means from the current cell on; the page writes it as one change."""
        at = self.view.currentIndex()
        rows = [line.row for line in self.model.lines[max(at.row(), 0) :] if line.row is not None]
        columns = self.columns.visible()
        with suppress(ValueError):
            first = columns.index(self.model.columns[at.column()])
            text = QGuiApplication.clipboard().text()
            found = table_copy.pasted_cells(text, rows=rows, columns=columns, start=0, first=first)
            if found:
                self.pasted.emit(found)

    def save_as_excel(self) -> None:
        """Hand the rows shown to the page's function that saves them."""
        if self.save_rows is not None:
            columns = self.columns.visible()
            rows = table_copy.with_children(self.model.kept)
            heads = [column.name for column in columns]
            self.save_rows(self.noun[1].capitalize(), heads, table_copy.excel_values(columns, rows))

    def _tick(self, at: int, column: int) -> None:
        cell = self.model.cell(at, column)
        self.ticked.emit(self.model.lines[at].id, self.model.columns[column].key, not cell.ticked)

    def _type(self, at: int, column: int, letter: str) -> None:
        self.typed.emit(self.model.lines[at].id, self.model.columns[column].key, letter)

    def _lay_out_pinned(self) -> None:
        """Second sights of pinned columns are made when the first column asks for one."""
        if not self.pinned and any(column.pin for column in self.model.columns):
            self.pinned = [PinnedColumns(self.view, side) for side in Pin]
        for pinned in self.pinned:
            pinned.lay_out()

    def _redress(self) -> None:
        self.view.lay_out_lines()
        self.columns.apply()
        self.view.viewport().update()

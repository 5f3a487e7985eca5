"""Which columns of a table are shown and how wide, as chosen, remembered and as the window allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from boarddesk.ui.settings import Settings
from boarddesk.ui.theme import look
from boarddesk.ui.widgets.paint import width_of
from boarddesk.ui.widgets.table_cells import FIRST_PAD, PAD
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

    def visible(self) -> list[Column]:
        """The columns shown at the present width, in order."""
        chosen = [column for column in self._view.table.columns if self._is_chosen(column)]
        wide = [column for column in chosen if self._has_width(column)]
        spare = [column for column in chosen if column.if_fits or self._has_width(column)]
        return spare if len(spare) > len(wide) and self._fit(spare, whole=True) else wide

    def _is_chosen(self, column: Column) -> bool:
        return column.shown if self._hidden is None else column.key not in self._hidden

    def _has_width(self, column: Column) -> bool:
        return self._room() >= look().px(column.from_width)

    def _fit(self, columns: Sequence[Column], *, whole: bool = False) -> bool:
        """Whether the columns fit; `whole` leaves the stretching one, with the names, as wide as wanted."""
        least = (
            self._width(column) if whole and column.stretch else self._least(column) for column in columns
        )
        return sum(least) <= self._room()

    def _room(self) -> int:
        return self._view.viewport().width()

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
        widths = self._widths(shown)
        for at, column in enumerate(columns):
            view.setColumnHidden(at, column.key not in widths)
            if column.key in widths:
                view.setColumnWidth(at, widths[column.key])
        view.viewport().update()
        view.arranged.emit()

    def refit(self) -> None:
        """Other rows are shown: columns as wide as their longest cell follow them."""
        if any(column.fits for column in self._view.table.columns):
            self.apply()

    def _widths(self, shown: Sequence[Column]) -> dict[str, int]:
        """What every column has, then what fitting ones need, then the slack for the stretching ones."""
        widths, room = self._narrowed(shown), self._room()
        for column in shown:
            if column.fits and column.key not in self._own_widths:
                lacks = min(self._needed(column), look().px(column.fits)) - widths[column.key]
                widths[column.key] += max(min(lacks, room - sum(widths.values())), 0)
        stretching = [column for column in shown if column.stretch]
        slack = room - sum(widths[column.key] for column in shown if not column.stretch)
        shares = sum(column.share for column in stretching)
        for column in stretching:
            widths[column.key] = max(widths[column.key], slack * column.share // shares)
        return widths

    def _needed(self, column: Column) -> int:
        """The width at which no cell of a column is cut."""
        table = self._view.table
        at = table.columns.index(column)
        cells = (
            (table.cell(line, at), found.row)
            for line, found in enumerate(table.lines)
            if found.row is not None
        )
        words = (
            width_of(cell.words, look().font(13, strong=cell.strong or row.strong)) for cell, row in cells
        )
        return round(max(words, default=0)) + 1 + look().px(FIRST_PAD + PAD)

    def _narrowed(self, columns: Sequence[Column]) -> dict[str, int]:
        """The widths wanted; a little less where everything fits then, names giving way last."""
        widths = {column.key: self._width(column) for column in columns}
        if self._fit(columns):
            for gives in (False, True):
                least = {one.key: self._least(one) for one in columns if one.stretch is gives}
                _take(widths, least, sum(widths.values()) - self._room())
        return widths

    def _least(self, column: Column) -> int:
        """As narrow as a column may become; one dragged to a width keeps it."""
        if column.key in self._own_widths or not column.least:
            return self._width(column)
        return look().px(min(column.least, column.width))

    def _width(self, column: Column) -> int:
        return self._own_widths.get(column.key, look().px(column.width))

    def _resized(self, section: int, _before: int, after: int) -> None:
        column = self._view.table.columns[section]
        if not self._applying and after > 0 and not column.stretch:
            self._own_widths[column.key] = after
            self.apply()


def _take(widths: dict[str, int], least: Mapping[str, int], over: int) -> None:
    """Take what is over from some columns, alike from each, until all are at their least."""
    while over > 0 and (spare := [key for key in least if widths[key] > least[key]]):
        share = -(-over // len(spare))
        for key in spare:
            taken = min(share, widths[key] - least[key], over)
            widths[key] -= taken
            over -= taken

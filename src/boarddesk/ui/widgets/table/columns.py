"""Which columns of a table are shown and how wide, as chosen, remembered and as the window allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from boarddesk.ui.look.theme import look
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.paint import width_of
from boarddesk.ui.widgets.table.cells import FIRST_PAD, PAD, cell_width
from boarddesk.ui.widgets.table.model import TableModel
from boarddesk.ui.widgets.table.rows import Column, Kind
from boarddesk.ui.widgets.table.view import TableView

_OWN_WIDTH = frozenset({Kind.MARK, Kind.KEYS, Kind.TICK})
"""What is always as wide as its column says: letters, keys and ticks."""

_MOST, _MOST_OTHER, _FLOOR = 288, 400, 120
"""Bounds at 100 %: of a column of names that is cut, of any other, of long text that gives way to them."""

_LONGEST = 6
"""Letters differ in width: so many of the longest cells stand for all."""


class ColumnPlan:
    """Shows, hides and sizes the columns of one view; the stretching one takes the slack."""

    def __init__(self, view: TableView, *, name: str, settings: Settings | None) -> None:
        self._view = view
        self._key = f"columns of {name}"
        self._settings = settings
        self._hidden: list[str] | None = settings.words(self._key) if settings else None
        self._own_widths: dict[str, int] = {}
        self._needs: dict[str, int] = {}
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
        if len(spare) > len(wide) and self._fit(spare, whole=True):
            return spare
        going = sorted((column for column in wide if column.yields), key=lambda column: -column.yields)
        while going and self._is_cut(wide):
            wide.remove(going.pop())
        return wide

    def _is_chosen(self, column: Column) -> bool:
        return column.shown if self._hidden is None else column.key not in self._hidden

    def _has_width(self, column: Column) -> bool:
        return self._room() >= look().px(column.from_width)

    def _fit(self, columns: Sequence[Column], *, whole: bool = False) -> bool:
        """Whether the columns fit; `whole` leaves names uncut, and what is shown only where it fits."""

        def least(column: Column) -> int:
            if whole and (column.if_fits or column.names):
                return self._whole(column)
            return self._width(column) if whole and column.stretch else self._least(column)

        return sum(map(least, columns)) <= self._room()

    def _is_cut(self, columns: Sequence[Column]) -> bool:
        """Whether a column that takes the slack would not have what `fits` it beside all others uncut."""
        asking = [column for column in columns if column.fits or not column.stretch]
        floors = look().px(_FLOOR) * (len(columns) - len(asking))
        asked = any(column.stretch for column in asking)
        return asked and floors + sum(map(self._whole, asking)) > self._room()

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
        """Other rows are shown: columns follow their longest cell."""
        self._needs.clear()
        self.apply()

    def _widths(self, shown: Sequence[Column]) -> dict[str, int]:
        """What every column has, then what is cut in one, then the slack for the stretching ones.

        Long text gives way down to a floor before a status, a name or a figure is cut.
        """
        widths, room = self._narrowed(shown), self._room()
        stretching = [column for column in shown if column.stretch]
        floors = {
            column.key: min(max(look().px(_FLOOR), title_width(column)), widths[column.key])
            for column in stretching
            if column.pin is None
        }
        spare = sum(widths[key] - floor for key, floor in floors.items())
        for column in shown:
            if not column.stretch and column.key not in self._own_widths:
                lacks = self._whole(column) - widths[column.key]
                more = max(min(lacks, room + spare - sum(widths.values())), 0)
                widths[column.key] += more
        _take(widths, floors, sum(widths.values()) - room)
        slack = room - sum(widths[column.key] for column in shown if not column.stretch)
        for key, share in shared_out(
            slack, {column.key: (column.share, self._need(column)) for column in stretching}
        ).items():
            widths[key] = max(widths[key], share)
        _take(widths, floors, sum(widths.values()) - room)
        return widths

    def _need(self, column: Column) -> int:
        """The width at which no cell of a column is cut, worked out once for the rows there are."""
        if column.key not in self._needs:
            self._needs[column.key] = needed(self._view.table, column)
        return self._needs[column.key]

    def _whole(self, column: Column) -> int:
        """The width at which neither the title nor any cell of a column is cut, up to its bound."""
        if column.kind in _OWN_WIDTH:
            return self._width(column)
        most = look().px(column.fits or (_MOST if column.kind is Kind.TEXT else _MOST_OTHER))
        return max(min(self._need(column), most), self._width(column))

    def _narrowed(self, columns: Sequence[Column]) -> dict[str, int]:
        """The widths wanted; a little less where everything fits then, names giving way last."""
        widths = {column.key: self._width(column) for column in columns}
        if self._fit(columns):
            for gives in (False, True):
                least = {column.key: self._least(column) for column in columns if column.stretch is gives}
                _take(widths, least, sum(widths.values()) - self._room())
        return widths

    def _least(self, column: Column) -> int:
        """As narrow as a column may become; one dragged to a width keeps it."""
        if column.key in self._own_widths or not column.least:
            return self._width(column)
        return look().px(min(column.least, column.width))

    def _width(self, column: Column) -> int:
        """As wanted, and never so narrow that the title is cut."""
        if column.kind in _OWN_WIDTH:
            return self._own_widths.get(column.key, look().px(column.width))
        return self._own_widths.get(column.key, max(look().px(column.width), title_width(column)))

    def _resized(self, section: int, _before: int, after: int) -> None:
        column = self._view.table.columns[section]
        if not self._applying and after > 0 and not column.stretch:
            self._own_widths[column.key] = after
            self.apply()


def shared_out(slack: int, columns: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """What each of some columns gets of a slack, by its share; what one does not need goes to those cut.

    `columns` gives share and need by key.
    """
    given: dict[str, int] = {}
    left = dict(columns)
    while left:
        unit = slack / sum(share for share, _need in left.values())
        content = [key for key, (share, need) in left.items() if need <= unit * share]
        if not content or len(content) == len(left):
            return given | {key: int(unit * share) for key, (share, _need) in left.items()}
        for key in content:
            given[key] = left.pop(key)[1]
            slack -= given[key]
    return given


def title_width(column: Column) -> int:
    """What the longest line of a column's title takes, with the room beside it."""
    font = look().font(12, strong=True)
    longest = max((width_of(line, font) for line in column.title.split("\n")), default=0)
    return round(longest) + 1 + look().px(FIRST_PAD + PAD) if column.title else 0


def needed(table: TableModel, column: Column) -> int:
    """The width at which no cell of a column is cut, nor the name of a row once that is chosen."""
    at = table.columns.index(column)
    cells = [table.cell(line, at) for line, found in enumerate(table.lines) if found.row is not None]
    own = (replace(cell, strong=cell.strong or column.names) for cell in cells if not cell.spans)
    longest = sorted(own, key=lambda cell: len(cell.words), reverse=True)[:_LONGEST]
    return round(max(map(cell_width, longest), default=0)) + 1 + look().px(FIRST_PAD + PAD)


def _take(widths: dict[str, int], least: Mapping[str, int], over: int) -> None:
    """Take what is over from some columns, alike from each, until all are at their least."""
    while over > 0 and (spare := [key for key in least if widths[key] > least[key]]):
        share = -(-over // len(spare))
        for key in spare:
            taken = min(share, widths[key] - least[key], over)
            widths[key] -= taken
            over -= taken

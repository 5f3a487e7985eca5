"""One list of a page of records: its table, what filters it, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.records_page.section import Read, Section
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.filter_bar import FilterBar
from boarddesk.ui.widgets.table.record_table import RecordTable

_MOST_CHOICE = 180
_BESIDE_A_HINT = 54
_LEAST_ROWS, _GAP = 512, 16


class RecordList(QWidget, Generic[Read]):
    """Shows one section; `moved` says that another row or group is chosen."""

    moved = Signal()
    filtered = Signal()

    def __init__(self, section: Section[Read]) -> None:
        super().__init__()
        self.section = section
        self._read: Read | None = None
        self._about = ""
        self.table = RecordTable(
            section.name or section.kind,
            section.columns,
            noun=section.noun,
            row_height=section.row_height,
        )
        self.table.view.setAccessibleName(section.spoken or section.title)
        self.table.set_actions(section.actions)
        self.table.chosen.connect(lambda _id: self.moved.emit())
        self.table.group_chosen.connect(lambda _key: self.moved.emit())
        self.filter = FilterBar(self.table, hint=section.hint)
        self.choices = [Choice(name=each.name, width=each.width) for each in section.filters]
        self._add_choices()
        self.filtered.connect(self._filter)
        self.table.counted.connect(lambda _words: self._count())
        self._lay_out()

    def _add_choices(self) -> None:
        several = len(self.choices) > 1
        for choice in self.choices:
            self.filter.add(choice, most=_MOST_CHOICE if several else 0)  # one long name leaves room
            choice.picked.connect(lambda _value: self.filtered.emit())
        field, row = self.filter.field, self.filter.layout()
        if several and isinstance(row, QHBoxLayout):  # the words give way first where the window is small
            hint = field.fontMetrics().horizontalAdvance(field.placeholderText())
            field.setMinimumWidth(max(look().px(104), hint + look().px(_BESIDE_A_HINT)))
            field.setMaximumWidth(look().px(200))
            row.setStretchFactor(field, 100)

    def _lay_out(self) -> None:
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self.section.over is not None:
            column.addWidget(self.section.over, 3)
        column.addWidget(self.filter)
        across = QHBoxLayout()
        across.setSpacing(look().px(_GAP))
        across.addWidget(self.table, 1)
        if self.section.beside is not None:
            self.table.setMinimumWidth(look().px(_LEAST_ROWS))
            across.addWidget(self.section.beside)
        column.addLayout(across, 2)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._full)
        self.setFocusProxy(self.table.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the rows gives way where they would be of no use beside it."""
        super().resizeEvent(event)
        beside = self.section.beside
        if beside is not None:
            least = look().px(_LEAST_ROWS + _GAP) + beside.minimumSizeHint().width()
            beside.setVisible(self.width() >= least)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of this kind at all."""
        return self._stack.currentWidget() is not self._full

    # ── showing ──

    def show_read(self, read: Read) -> None:
        """What was read, or the same as it stands now; the chosen row stays chosen."""
        section = self.section
        another = self._read is None or self._about != section.about(read)
        self._read, self._about = read, section.about(read)
        columns = section.columns_of(read) if section.columns_of is not None else section.columns
        if columns != self.table.model.columns:
            self.table.set_columns(columns)
        self._offer_choices(read)
        self.table.set_rows(*section.rows(read, self._picked()))
        self._stack.setCurrentWidget(self._full)
        if section.first is not None and (another or not self.chosen()):
            self._make_current(section.first(read))
        if not self.chosen():
            self.table.choose_first()

    def _offer_choices(self, read: Read) -> None:
        """The choices there are now; one that is gone filters no longer."""
        before = self._picked()
        for choice, each in zip(self.choices, self.section.filters, strict=True):
            choice.set_choices(each.choices(read))
        if self.section.keeps is not None and self._picked() != before:
            self._filter()

    def show_empty(self, state: QWidget) -> None:
        """What to do first."""
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._read = None
        self.table.set_rows([])
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)

    # ── filters ──

    def _picked(self) -> list[str]:
        return [choice.value() for choice in self.choices]

    def _filter(self) -> None:
        """Only the rows the drop-downs let through."""
        read, keeps, picked = self._read, self.section.keeps, self._picked()
        if read is None:
            return
        if keeps is None:
            self.show_read(read)
        elif picked == [each.everything for each in self.section.filters]:
            self.table.set_filter(None)
        else:
            self.table.set_filter(lambda row: keeps(read, row.id, picked))

    def _clear_filters(self) -> None:
        for choice, each in zip(self.choices, self.section.filters, strict=True):
            choice.choose(each.everything)
        self.filter.field.clear()
        self.table.clear_column_filters()
        self._filter()

    def _count(self) -> None:
        """`43 actions`, and what the section says further: `, 11 flagged`."""
        if self.section.further is not None and self._read is not None:
            further = self.section.further(self._read, self.table.rows_shown())
            self.filter.set_count(f"{self.table.count_text()}{further}")

    # ── what is chosen ──

    def chosen(self) -> str:
        """The row chosen, or the group whose header is; empty for none."""
        return "" if self.is_empty else self.table.chosen_group() or self.table.chosen_id()

    def choose(self, record_id: str) -> bool:
        """Choose a row or a group, whatever was left out before; False when it is not there."""
        if self._make_current(record_id):
            return True
        self._clear_filters()
        return self._make_current(record_id)

    def _make_current(self, record_id: str) -> bool:
        return self.table.choose(record_id) or self.table.choose_group(record_id)

    def row_after(self, row_ids: Sequence[str]) -> str:
        """The row to choose once these are gone: the next one, else the one before."""
        rows = [row.id for row in self.table.rows_shown()]
        places = [rows.index(row_id) for row_id in row_ids if row_id in rows]
        left = [row_id for row_id in rows if row_id not in row_ids]
        return left[min(places[0], len(left) - 1)] if places and left else ""

"""One list of the page: its table, what filters it, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from boarddesk.rules.people import Belonging, Seat
from boarddesk.ui.people import lists
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.filter_bar import FilterBar
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Column, Group, Row

ALL = "all"
Rows = Callable[[ShownOffice, str], tuple[list[Row], list[Group]]]


@dataclass(frozen=True)
class Segment:
    """One of the four: the kind of record it lists, its columns, its drop-down, how its rows are made."""

    kind: str
    title: str
    noun: tuple[str, str]
    columns: tuple[Column, ...]
    rows: Rows
    choices: tuple[tuple[str, str], ...] = ()


def _seats(shown: ShownOffice, choice: str) -> tuple[list[Row], list[Group]]:
    rows, groups = lists.seat_rows(shown)
    ids = {seat.id for seat in shown.seats_in_sight if _is_wanted(seat, shown, choice)}
    kept = [row for row in rows if row.id in ids]
    used = {row.group for row in kept}
    return kept, [group for group in groups if group.key in used]


def _is_wanted(seat: Seat, shown: ShownOffice, choice: str) -> bool:
    if choice == "vacant":
        return shown.is_vacant(seat)
    if choice == "ended":
        return shown.is_over(seat)
    return choice == ALL or not shown.is_over(seat)


def _people(shown: ShownOffice, choice: str) -> tuple[list[Row], list[Group]]:
    now = (Belonging.MEMBER, Belonging.DEPUTY)
    found = [
        person
        for person in shown.people.values()
        if choice == ALL
        or (choice == "" and shown.belonging(person.id) in now)
        or (choice == "former" and shown.belonging(person.id) is Belonging.FORMER)
        or (choice == "none" and shown.has_no_seat(person.id))
    ]
    return lists.person_rows(shown, found), []


SEGMENTS = (
    Segment(
        "seat",
        "Seats",
        ("seat", "seats"),
        lists.SEATS,
        _seats,
        (("", "Seats there are"), ("vacant", "Vacant seats"), ("ended", "Ended seats"), (ALL, "All seats")),
    ),
    Segment(
        "person",
        "People",
        ("person", "people"),
        lists.PEOPLE,
        _people,
        (
            ("", "Members and deputies"),
            ("former", "Former members"),
            ("none", "Without a seat"),
            (ALL, "Everybody"),
        ),
    ),
    Segment(
        "organisation",
        "Organisations",
        ("organisation", "organisations"),
        lists.ORGANISATIONS,
        lambda shown, _choice: (lists.organisation_rows(shown), []),
    ),
    Segment(
        "board",
        "Boards",
        ("board", "boards"),
        lists.BOARDS,
        lambda shown, _choice: (lists.board_rows(shown), []),
    ),
)


class SegmentList(QWidget):
    """Shows one segment; `filtered` asks for the rows again."""

    filtered = Signal()

    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self.segment = segment
        self.table = RecordTable(f"people {segment.kind}", segment.columns, noun=segment.noun)
        self.table.view.setAccessibleName(segment.title)
        self.filter = FilterBar(self.table)
        self.choice = Choice(segment.choices, name=f"Which {segment.noun[1]}", width=188)
        self.choice.picked.connect(lambda _value: self.filtered.emit())
        if segment.choices:
            self.filter.add(self.choice)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._full)
        self.setFocusProxy(self.table.view)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of this kind at all."""
        return self._stack.currentWidget() is not self._full

    def show_rows(self, shown: ShownOffice) -> None:
        """The rows the drop-down lets through; the chosen one stays chosen."""
        self.table.set_rows(*self.segment.rows(shown, self.choice.value()))
        self._stack.setCurrentWidget(self._full)
        if not self.table.chosen_id():
            self.table.choose_first()

    def show_empty(self, state: QWidget) -> None:
        """What to do first."""
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.table.set_rows([])
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)

    def choose(self, record_id: str, shown: ShownOffice) -> bool:
        """Choose a record, whatever was left out before; False when it is not there."""
        if self.table.choose(record_id):
            return True
        self.filter.field.clear()
        self.table.clear_column_filters()
        if self.segment.choices:
            self.choice.choose(ALL)
        self.show_rows(shown)
        return self.table.choose(record_id)

    def row_after(self, row_ids: Sequence[str]) -> str:
        """The row to choose once these are gone: the next one, else the one before."""
        rows = [row.id for row in self.table.rows_shown()]
        places = [rows.index(row_id) for row_id in row_ids if row_id in rows]
        left = [one for one in rows if one not in row_ids]
        return left[min(places[0], len(left) - 1)] if places and left else ""

"""Names and figures stay in sight while the meetings between them scroll."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Kind, Pin, Row

MEETINGS = [Column(f"m{number}", f"{number}\nJun", 34, kind=Kind.MARK) for number in range(24)]
COLUMNS = (
    Column("name", "Name", 160, pin=Pin.LEFT),
    *MEETINGS,
    Column("seat", "Seat", 100, kind=Kind.NUMBER, pin=Pin.RIGHT),
)
ROWS = [
    Row(str(number), {"name": f"Person {number}", "m1": Cell(mark="P"), "seat": "67%"}, group="all")
    for number in range(30)
]


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = RecordTable("attendance", COLUMNS, noun=("seat", "seats"), row_height=24)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    made.set_rows(ROWS, [Group("all", "Members")])
    QApplication.processEvents()
    return made


def test_names_stand_left_and_figures_right_while_something_scrolls(table: RecordTable) -> None:
    left, right = table.pinned
    assert left.isVisible() and right.isVisible()
    assert left.geometry().left() == 0
    assert right.geometry().right() == table.view.viewport().geometry().right()


def test_nothing_is_pinned_where_all_columns_fit(table: RecordTable) -> None:
    table.resize(1400, 400)
    QApplication.processEvents()
    assert not any(pinned.isVisible() for pinned in table.pinned)


def test_pinned_rows_scroll_with_the_table(table: RecordTable) -> None:
    table.view.verticalScrollBar().setValue(120)
    assert [pinned.verticalScrollBar().value() for pinned in table.pinned] == [120, 120]


def test_the_cell_with_the_focus_is_never_hidden_under_pinned_columns(
    qtbot: QtBot, table: RecordTable
) -> None:
    table.choose("3")
    left, right = table.pinned
    for key in [Qt.Key.Key_Right] * 20 + [Qt.Key.Key_Left] * 14:
        qtbot.keyClick(table.view, key)
        cell = table.view.visualRect(table.view.currentIndex())
        assert cell.left() >= left.width() or table.view.currentIndex().column() == 0
        assert cell.right() <= table.view.viewport().width() - right.width()


def test_a_click_on_a_pinned_name_chooses_its_row_and_scrolls_nothing(
    qtbot: QtBot, table: RecordTable
) -> None:
    bar = table.view.horizontalScrollBar()
    bar.setValue(200)
    left = table.pinned[0]
    place = left.visualRect(table.model.index(3, 0)).center()
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["2"]
    assert bar.value() == 200


def test_a_table_without_pinned_columns_makes_no_second_sight(qtbot: QtBot) -> None:
    made = RecordTable("plain", MEETINGS)
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    assert made.pinned == []


def test_the_heading_of_a_group_stays_whole_while_columns_scroll_under_it(table: RecordTable) -> None:
    table.set_rows(ROWS, [Group("all", "North Yorkshire and Humber SEND Improvement Partnership Board")])
    QApplication.processEvents()
    right = table.view.viewport().width()
    before = heading(table, right)
    table.view.horizontalScrollBar().setValue(230)
    QApplication.processEvents()
    assert heading(table, right) == before
    assert paint.width_of(table.model.groups[0].title, look().font(13, strong=True)) > table.pinned[0].width()


def heading(table: RecordTable, right: int) -> QImage:
    """The line of the first group as it is seen."""
    top = table.view.viewport().geometry().top() + table.view.rowViewportPosition(0)
    return table.grab(QRect(0, top, right, table.view.rowHeight(0))).toImage()


def test_a_little_is_taken_from_columns_that_can_spare_it_and_names_give_way_last(table: RecordTable) -> None:
    meetings = [replace(column, least=26) for column in MEETINGS[:12]]
    name = replace(COLUMNS[0], stretch=True, least=100)
    table.set_columns([name, *meetings, COLUMNS[-1]])
    widths = {}
    for wide in (700, 620, 560, 520):
        table.resize(wide, 400)
        QApplication.processEvents()
        view = table.view
        widths[wide] = [view.columnWidth(at) for at in range(len(table.model.columns))]
        assert (view.horizontalScrollBar().maximum() > 0) == (wide == 520)
    assert widths[700][1] == 34
    assert widths[620][0] == 160 and 26 <= widths[620][1] < 34
    assert widths[560][0] < 160 and widths[560][1] == 26
    assert widths[520][1] == 34, "where it scrolls all the same, nothing is squeezed"


def test_a_column_shown_where_it_fits_is_left_out_before_anything_scrolls(table: RecordTable) -> None:
    source = Column("from", "From", 80, from_width=1100, if_fits=True, pin=Pin.LEFT)
    table.set_columns([replace(COLUMNS[0], stretch=True), source, *MEETINGS[:8], COLUMNS[-1]])
    for wide, shown in ((700, True), (560, False), (1200, True)):
        table.resize(wide, 400)
        QApplication.processEvents()
        assert (source in table.columns.visible()) is shown
        assert table.view.horizontalScrollBar().maximum() == 0

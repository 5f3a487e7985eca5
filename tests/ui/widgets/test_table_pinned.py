"""Names and figures stay in sight while the meetings between them scroll."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boarddesk.ui.widgets.record_table import RecordTable
from boarddesk.ui.widgets.table_rows import Cell, Column, Group, Kind, Pin, Row

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

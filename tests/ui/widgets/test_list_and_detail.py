"""A list and its detail share the width there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.list_and_detail import ListAndDetail


@pytest.fixture
def both(qtbot: QtBot) -> ListAndDetail:
    panel = DetailPanel()
    panel.set_record("4.10", "Moderate every draft")
    panel.add(QLineEdit())
    made = ListAndDetail(QListWidget(), panel, narrow=372, wide=460)
    qtbot.addWidget(made)
    made.resize(1166, 500)
    made.show()
    return made


def _widths(both: ListAndDetail) -> tuple[int, int]:
    return both.findChild(QListWidget).width(), both.findChild(DetailPanel).width()


def test_they_stand_beside_each_other_where_there_is_room(both: ListAndDetail) -> None:
    assert _widths(both) == (1166 - 372 - 16, 372)


def test_a_wide_window_gives_the_detail_more(both: ListAndDetail) -> None:
    both.resize(1720, 900)
    assert _widths(both) == (1720 - 460 - 16, 460)


def test_in_a_narrow_window_the_detail_lies_over_the_list_and_only_when_asked_for(
    both: ListAndDetail,
) -> None:
    both.resize(800, 500)
    assert not both.is_detail_shown()
    assert _widths(both)[0] == 800
    both.show_detail()
    assert not both.is_detail_shown()
    both.show_detail(asked=True)
    assert both.is_detail_shown()
    assert _widths(both) == (800, 372)


def test_escape_closes_the_detail_and_gives_the_list_the_focus(qtbot: QtBot, both: ListAndDetail) -> None:
    field = both.findChild(QLineEdit)
    field.setFocus()
    with qtbot.waitSignal(both.detail_closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not both.is_detail_shown()
    assert QApplication.focusWidget() is both.findChild(QListWidget)
    both.show_detail()
    assert both.is_detail_shown()

"""Everything on the page is reached and done with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.attendance.conftest import group_by, shown

from boarddesk.rules.attendance.groups import By
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.page import Session


def tabbed_through(page: AttendancePage, qtbot: QtBot) -> list[QWidget]:
    """Everything Tab comes by, once round the page."""
    page.activateWindow()
    QApplication.processEvents()
    page.controls.period.setFocus()
    found: list[QWidget] = []
    while (now := page.focusWidget()) is not None and now not in found:
        found.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    return found


def test_tab_comes_by_every_control_in_reading_order(page: AttendancePage, qtbot: QtBot) -> None:
    page.explain(asked=True)
    QApplication.processEvents()
    found = tabbed_through(page, qtbot)
    buttons = [
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    unreached = [one.accessibleName() for one in buttons if one not in found and not one.isCheckable()]
    assert not unreached
    order = [page.controls.period, page.controls.role, page.controls.sector, page.word, page.table.view]
    places = [found.index(one) for one in order]
    assert places == sorted(places)


def menu_of(page: AttendancePage, qtbot: QtBot) -> QMenu:
    """What Shift+F10 opens over the chosen row."""
    page.activateWindow()
    page.table.view.setFocus()
    before = set(page.table.findChildren(QMenu))
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.table.view, Qt.Key.Key_F10, shift)
    (menu,) = (one for one in page.table.findChildren(QMenu) if one not in before and one.isVisible())
    return menu


def offered(menu: QMenu) -> dict[str, QAction]:
    return {one.text(): one for one in menu.actions() if one.text()}


def go_to(page: AttendancePage, key: str) -> None:
    at = [one.key for one in page.table.model.columns].index(key)
    page.table.view.setCurrentIndex(page.table.model.index(page.table.view.currentIndex().row(), at))


def test_shift_f10_offers_the_sum_a_letter_and_the_register_under_the_focus(
    page: AttendancePage, qtbot: QtBot
) -> None:
    across = next(one for one in page._across if "counted" in one.says)
    go_to(page, across.key)
    menu = menu_of(page, qtbot)
    row_actions = offered(menu)
    assert row_actions["Why this figure"].isEnabled()
    assert row_actions["Write a letter…"].isEnabled()
    with qtbot.waitSignal(page.open_requested) as asked:
        row_actions[f"Open the register of {across.full}"].trigger()
    assert asked.args == ["meeting", across.meetings[0].meeting.id]
    row_actions["Write a letter…"].trigger()
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.close()
    menu.close()


@pytest.mark.parametrize(("by", "letter"), [(By.PERSON, True), (By.ROLE, False), (By.MEETING, False)])
def test_the_menu_offers_only_what_the_row_allows(
    page: AttendancePage, qtbot: QtBot, by: By, letter: bool
) -> None:
    group_by(page, by)
    go_to(page, "seat")
    menu = menu_of(page, qtbot)
    assert offered(menu)["Write a letter…"].isEnabled() is letter
    register = next(one for words, one in offered(menu).items() if words.startswith("Open the register"))
    assert register.isEnabled() is (by is By.MEETING)
    menu.close()


def test_the_menu_is_right_after_another_office_or_board_is_shown(
    page: AttendancePage, sample_office: Session, qtbot: QtBot
) -> None:
    page.show_session(replace(sample_office, board_id=None))
    QApplication.processEvents()
    menu = menu_of(page, qtbot)
    assert offered(menu)["Why this figure"].isEnabled() is bool(shown(page).report.rows)
    menu.close()

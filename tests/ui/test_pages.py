"""Every page on the sample office: it fits, needs neither mouse nor eyes, and loading writes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed
from tests.ui.office_for_tests import MORNING, keepers, small_office

from boarddesk.ui import background
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.page import Page
from boarddesk.ui.pages import PAGES, PageEntry
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import MainWindow

NAMES = [entry.name for entry in PAGES if entry.group > 0]
every_page = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def window(qtbot: QtBot, sample_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Northmoor SEND office.boarddesk"
    shutil.copyfile(sample_path, path)
    made = _window(qtbot, tmp_path)
    with background.at_once():
        made.open_path(path)
        yield made


def _window(qtbot: QtBot, folder: Path, *, moment: datetime = MORNING) -> MainWindow:
    made = MainWindow(Settings(folder / "window.json"), keepers=keepers(), now=lambda: moment)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def _show(window: MainWindow, name: str) -> Page:
    assert window.desk is not None
    window.desk.show_page(name)
    QApplication.processEvents()
    page = window.page()
    assert page is not None and page.name == name
    return page


@every_page
def test_showing_a_page_writes_nothing(window: MainWindow, name: str) -> None:
    assert window.desk is not None
    file = window.desk.session.file
    before = file.commit_number
    _show(window, name).refresh()
    window.desk.pick_board(None)
    QApplication.processEvents()
    assert file.commit_number == before


@every_page
@pytest.mark.parametrize("size", [(1366, 690), (1366, 768), (1920, 1080), (1000, 690)])
def test_a_page_never_pushes_the_window_past_the_screen(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    _show(window, name)
    window.resize(*size)
    QApplication.processEvents()
    grabbed = window.grab()
    assert (grabbed.width(), grabbed.height()) == size


@every_page
def test_a_page_fits_1366_without_scrolling_sideways(window: MainWindow, name: str) -> None:
    page = _show(window, name)
    assert page.minimumSizeHint().width() <= 1366 - 168


@every_page
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_page_is_painted_in_both_themes_without_a_warning(
    window: MainWindow, name: str, theme: ThemeChoice
) -> None:
    _show(window, name)
    look().set_choice(theme)
    QApplication.processEvents()
    ground = window.grab().toImage().pixelColor(190, 90).name().upper()
    expected = look().tokens.page
    look().set_choice(ThemeChoice.LIGHT)
    assert ground == expected


@every_page
def test_every_control_of_a_page_has_a_name(window: MainWindow, name: str) -> None:
    assert unnamed(_show(window, name)) == []


@every_page
def test_a_page_has_at_most_one_primary_button(window: MainWindow, name: str) -> None:
    shown = [one for one in _show(window, name).findChildren(QPushButton) if one.isVisible()]
    assert len([one for one in shown if one.property("look") == "primary"]) <= 1


@every_page
def test_a_page_of_an_empty_office_shows_what_to_do_first(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    path = tmp_path / "empty.boarddesk"
    small_office(path, boards=0).close()
    window = _window(qtbot, tmp_path)
    with background.at_once():
        window.open_path(path)
        page = _show(window, name)
    assert not page.grab().isNull()
    assert window.problems.crash is None


@every_page
def test_the_keyboard_leaves_every_page_again(window: MainWindow, name: str) -> None:
    page = _show(window, name)
    for _ in range(400):
        found = window.focusWidget()
        if found is not None and not page.isAncestorOf(found):
            return
        window.focusNextChild()
    pytest.fail("the focus never left the page")


def test_the_shipped_pages_have_names_of_their_own_and_known_icons() -> None:
    assert len({entry.name for entry in PAGES}) == len(PAGES)
    assert all(entry.make().name == entry.name for entry in PAGES)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_making_a_page_shows_no_window_of_its_own(qapp: QApplication, entry: PageEntry) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    page = entry.make()
    qapp.removeEventFilter(watch)
    page.deleteLater()
    assert shown == []


@pytest.mark.parametrize("name", ["today", "plan", "reports"])
def test_where_kpis_are_shown_the_registers_that_feed_them_are_heard(window: MainWindow, name: str) -> None:
    feeding = {"meeting", "roll", "roll_row", "attendance_mark", "board"}
    assert feeding | {"kpi", "checkpoint"} <= _show(window, name).heard

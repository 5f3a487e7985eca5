"""Three doors of the same size, one of them primary."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed

from boarddesk.ui.settings import Recent
from boarddesk.ui.window.first_start import FirstStart, place, when

TODAY = date(2026, 5, 28)


def test_each_door_leads_where_it_says(qtbot: QtBot) -> None:
    start = FirstStart()
    qtbot.addWidget(start)
    for name, signal in (
        ("Open the sample", start.sample_requested),
        ("Choose files", start.import_requested),
        ("Create an office", start.empty_requested),
    ):
        with qtbot.waitSignal(signal):
            button(start, name).click()


def test_there_is_exactly_one_primary_button_with_and_without_an_import(qtbot: QtBot) -> None:
    for imports in (True, False):
        start = FirstStart(imports=imports)
        qtbot.addWidget(start)
        primaries = [one for one in start.findChildren(QPushButton) if one.property("look") == "primary"]
        assert len(primaries) == 1


def test_a_recent_office_says_what_is_in_it(qtbot: QtBot) -> None:
    start = FirstStart()
    qtbot.addWidget(start)
    path = Path("/srv/Documents/Training/Northmoor.boarddesk")
    start.show_recent([Recent(path, "2 boards, 43 plan actions", "2026-05-28T10:42")], TODAY)
    row = button(start, "Northmoor.boarddesk, 2 boards, 43 plan actions, Documents › Training, Today 10:42")
    with qtbot.waitSignal(start.recent_picked) as picked:
        row.click()
    assert picked.args == [path]
    assert unnamed(start) == []


def test_enter_opens_the_recent_office_with_the_focus(qtbot: QtBot) -> None:
    start = FirstStart()
    qtbot.addWidget(start)
    path = Path("/srv/Northmoor.boarddesk")
    start.show_recent([Recent(path, "", "")], TODAY)
    row = button(start, "Northmoor.boarddesk, srv")
    with qtbot.waitSignal(start.recent_picked) as picked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert picked.args == [path]


@pytest.mark.parametrize(("recent", "name"), [([], "Choose files"), (["a"], "Northmoor.boarddesk")])
def test_the_first_page_begins_where_enter_goes_on(qtbot: QtBot, recent: list[str], name: str) -> None:
    start = FirstStart()
    qtbot.addWidget(start)
    start.show_recent([Recent(Path("/Northmoor.boarddesk"), "", "") for _ in recent], TODAY)
    start.show()
    start.focus_first()
    assert start.focusWidget().accessibleName() == name


def test_the_empty_office_promises_no_question_that_is_not_asked(qtbot: QtBot) -> None:
    start = FirstStart()
    qtbot.addWidget(start)
    assert not any("Name your first board" in one.text() for one in start.findChildren(QLabel))


def test_days_before_today_are_written_out() -> None:
    assert when("2026-05-12T09:00", TODAY) == "Tue 12 May 2026"
    assert when("soon", TODAY) == ""


def test_only_the_last_two_folders_are_named() -> None:
    assert place(Path("/a.boarddesk")) == ""
    assert place(Path("/x/y/z/a.boarddesk")) == "y › z"


def test_the_doors_are_closed_while_something_is_made(qtbot: QtBot) -> None:
    start = FirstStart()
    qtbot.addWidget(start)
    start.show_busy("Making the sample office …")
    assert not button(start, "Open the sample").isEnabled()
    start.show_busy("")
    assert button(start, "Open the sample").isEnabled()

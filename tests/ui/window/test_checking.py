"""The open file is looked through when somebody asks, and what is found is said on the page."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import ENTRIES, MORNING, keepers, small_office
from tests.ui.settling import settle

from boarddesk.records.file.driver import connect
from boarddesk.rules.refused import FileProblem
from boarddesk.ui import background
from boarddesk.ui.file_health import file_check
from boarddesk.ui.pages import PAGES
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow


def opened(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, *found: str) -> MainWindow:
    """A window whose check finds that once the office stands open."""
    path = folder / "Northmoor.boarddesk"
    small_office(path).close()
    health = next(entry for entry in PAGES if entry.name == "health")
    window = MainWindow(
        Settings(folder / "window.json"),
        keepers=keepers([]),
        entries=(*ENTRIES, health),
        now=lambda: MORNING,
    )
    qtbot.addWidget(window)
    window.show()
    with background.at_once():
        window.open_path(path)
        assert window.desk is not None
        window.desk.page("health")
    if found:
        monkeypatch.setattr(file_check, "check_file", lambda *_path, **_how: found)
    return window


def said_after_a_check(window: MainWindow) -> list[str]:
    action = next(command for command in window.commands() if command.title == "Check this file")
    with background.at_once():
        action.run()
    page = window.page()
    assert page is not None
    return [banner.accessibleName() for banner in page.findChildren(Banner)]


def test_a_whole_file_is_said_to_be_whole(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(qtbot, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: any("This file is whole" in said for said in said_after_a_check(window)))
    window.close_office()


def test_what_was_changed_behind_the_log_is_said_with_a_way_out(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(qtbot, tmp_path, monkeypatch, "A mark was changed behind the log.", "Another.")
    said = said_after_a_check(window)
    qtbot.waitUntil(lambda: any("behind the log. 1 more" in one for one in said_after_a_check(window)))
    assert not any("whole" in one for one in said)
    window.close_office()


def test_the_window_keeps_files_with_the_whole_check(tmp_path: Path) -> None:
    path = tmp_path / "Northmoor.boarddesk"
    small_office(path).close()
    assert plain_keepers().faults(path) == []
    with closing(connect(path)) as connection:
        connection.execute("DROP TRIGGER logged_person_update")
        connection.execute("UPDATE person SET name = 'Mallory'")
    assert len(plain_keepers().faults(path)) == 2


def test_an_office_that_was_left_at_once_is_not_looked_through(qtbot: QtBot, tmp_path: Path) -> None:
    """It may have been moved meanwhile, which is nothing to be told of."""
    path = tmp_path / "Northmoor.boarddesk"
    small_office(path).close()
    looked: list[Path] = []

    def faults(of: Path) -> tuple[str, ...]:
        looked.append(of)
        raise FileProblem(f"{of.name} is not there.")

    keeping = replace(keepers([]), faults=faults)
    window = MainWindow(
        Settings(tmp_path / "window.json"), keepers=keeping, entries=ENTRIES, now=lambda: MORNING
    )
    qtbot.addWidget(window)
    window.show()
    with background.at_once():
        window.open_path(path)
        window.close_office()
        settle()
    assert looked == []

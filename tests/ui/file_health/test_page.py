"""The page File health: what its verbs do, and that nothing it does changes the office."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import small_office

from boarddesk.records.file.backups import backups_of
from boarddesk.records.file.last_check import last_check
from boarddesk.records.file.lock import holder_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import OnlyReadable
from boarddesk.ui import background
from boarddesk.ui.file_health import page as module
from boarddesk.ui.file_health.page import HealthPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path = folder / "Northmoor.boarddesk"
    small_office(path).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, home: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=plain_keepers())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with background.at_once():
        made.open_path(home)
        yield made
        made.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What somebody chooses whenever a folder is asked for."""
    chosen = tmp_path / "Chosen"
    chosen.mkdir()

    def ask(_parent: QWidget, take: Callable[[Path], object], *, title: str) -> None:
        assert title
        take(chosen)

    monkeypatch.setattr(module, "ask_folder", ask)
    return chosen


def shown(window: MainWindow) -> HealthPage:
    assert window.desk is not None
    window.desk.show_page("health")
    QApplication.processEvents()
    page = window.page()
    assert isinstance(page, HealthPage)
    return page


def open_file(window: MainWindow) -> OfficeFile:
    assert window.desk is not None
    return window.desk.session.file


def sentence(page: HealthPage, title: str) -> str:
    return next(said for matter, said, _proof in page.matters.said() if matter == title)


def test_choosing_a_second_place_copies_the_backups_and_takes_the_button_away(
    window: MainWindow, folder: Path
) -> None:
    page = shown(window)
    window.back_up_now()
    assert page.second.isVisible()
    page.second.click()
    QApplication.processEvents()
    assert not page.second.isVisible()
    assert sentence(page, "Second place") == f"Every backup is copied to {folder} too."
    file_id = open_file(window).file_id
    assert len(backups_of(file_id, folder)) == len(page.backups) > 0
    shutil.rmtree(folder / file_id)
    folder.rmdir()
    window.back_up_now()
    assert window.problems.crash is None


def test_a_second_place_that_is_away_is_said_at_the_foot_until_it_is_back(
    window: MainWindow, folder: Path, home: Path
) -> None:
    waits = "backups wait for the second place"
    shown(window).choose_second()
    assert waits not in window.foot.kept.text()
    away = folder.rename(folder.with_name("In a drawer"))
    window.back_up_now()
    with open_file(window).change("Add person") as change:
        change.insert("person", name="Ash Patel")
    window.back_up_now()
    assert waits in window.foot.kept.text()
    window.close_office()
    assert waits not in window.foot.kept.text()
    window.open_path(home)
    assert waits in window.foot.kept.text()
    away.rename(folder)
    verb_of(shown(window), "Second place").click()
    assert waits not in window.foot.kept.text()


def test_a_synced_folder_is_said_once_and_stands_at_the_foot(window: MainWindow, home: Path) -> None:
    def told() -> list[str]:
        page = window.page()
        assert page is not None
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return [banner.title() for banner in page.findChildren(Banner)]

    said = "This office lies in OneDrive, which copies it while it is written."
    assert said in told()
    assert window.foot.kept.text().endswith("in OneDrive")
    window.close_office()
    assert "OneDrive" not in window.foot.kept.text()
    window.open_path(home)
    assert said not in told()
    assert window.foot.kept.text().endswith("in OneDrive")


def test_checking_again_says_when_and_what(window: MainWindow) -> None:
    page = shown(window)
    verb = page.matters.verb_of("Last check")
    assert verb is not None
    verb.click()
    QApplication.processEvents()
    assert sentence(page, "Last check") == "Every row agrees with the log that made it."
    assert page.header.detail().startswith("the file is whole")


def held_back(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Jobs begun from now on wait in the background until they are let go."""
    waiting: list[Callable[[], None]] = []
    run = background.run

    def later(job: Callable[[], object], *heard: Any, of: QObject | None = None) -> None:
        waiting.append(lambda: run(job, *heard, of=of))

    monkeypatch.setattr(background, "run", later)

    def let_go() -> None:
        while waiting:
            waiting.pop(0)()
        QApplication.processEvents()

    return let_go


def verb_of(page: HealthPage, title: str) -> QPushButton:
    verb = page.matters.verb_of(title)
    assert verb is not None
    return verb


def test_a_check_says_how_far_it_is_and_then_what_it_found(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window)
    let_go = held_back(monkeypatch)
    verb_of(page, "Last check").setFocus()
    verb_of(page, "Last check").click()
    assert sentence(page, "Last check") == "Reading the pages of the file."
    assert page.check.run is not None
    page.check.run.heed(1200, 2184)
    page.check.moved.emit()
    assert sentence(page, "Last check") == "Reading changes: 1,200 of 2,184."
    window.back_up_now()
    page.refresh()
    QApplication.processEvents()
    assert sentence(page, "Last check") == "Reading changes: 1,200 of 2,184."
    assert verb_of(page, "Last check").hasFocus()
    let_go()
    assert sentence(page, "Last check") == "Every row agrees with the log that made it."
    assert verb_of(page, "Last check").accessibleName() == "Check again: Last check"


def test_a_check_that_was_stopped_is_not_heard_of_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window)
    before, known = sentence(page, "Last check"), last_check(open_file(window).file_id)
    let_go = held_back(monkeypatch)
    verb_of(page, "Last check").click()
    verb = verb_of(page, "Last check")
    assert verb.accessibleName() == "Stop: Last check"
    verb.click()
    assert sentence(page, "Last check") == before
    let_go()
    assert sentence(page, "Last check") == before
    assert last_check(open_file(window).file_id) == known
    assert window.problems.crash is None
    verb_of(page, "Last check").click()
    let_go()
    assert sentence(page, "Last check") == "Every row agrees with the log that made it."


def test_an_office_of_a_synced_folder_is_worked_on_locally_and_back_again(
    window: MainWindow, home: Path, folder: Path
) -> None:
    verb = shown(window).matters.verb_of("Where")
    assert verb is not None and "Work on a local copy" in verb.text()
    verb.click()
    local = folder / home.name
    assert open_file(window).path == local
    assert holder_of(home) is None and holder_of(local) is not None
    with pytest.raises(OnlyReadable):
        OfficeFile.open(home)
    with open_file(window).change("Add person") as change:
        change.insert("person", name="Ash Patel")
    page = shown(window)
    assert sentence(page, "Published").startswith("A checked copy of what you work on here")
    page.work_there()
    assert open_file(window).path == home
    assert not open_file(window).read_only
    assert open_file(window).value("SELECT count(*) FROM person WHERE name = 'Ash Patel'") == 1
    assert not local.exists() and len(list(folder.glob("Northmoor, until *.boarddesk"))) == 1


def test_the_office_is_encrypted_from_its_row(window: MainWindow) -> None:
    encrypt = shown(window).matters.verb_of("Encryption")
    assert encrypt is not None
    encrypt.click()
    asked = window.findChildren(FormDialog, "passphrase")
    assert [form.isVisible() for form in asked] == [True]
    asked[0].close()

"""By keyboard alone: the page, a backup by what it holds, its name, and the restored office in front."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import small_office

from boarddesk.records.file.backups import back_up, backups_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
from boarddesk.ui import background
from boarddesk.ui.file_health.dialogs import ReadOnlyList
from boarddesk.ui.file_health.page import HealthPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow


def count(path: Path, table: str) -> int:
    """Counted apart from the program: over a connection of the test's own."""
    connection: sqlite3.Connection = sqlcipher3.dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a backup, and two changes after it."""
    made = tmp_path / "Northmoor.boarddesk"
    small_office(made).close()
    with OfficeFile.open(made, who="Kezia Marlow") as file:
        back_up(made, reason="before import")
        board = file.value("SELECT id FROM board LIMIT 1")
        for number in (901, 902):
            with file.change("Add meeting") as change:
                change.insert("meeting", board_id=board, number=number, date=f"2026-12-{number - 890}")
        back_up(made)
    return made


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=plain_keepers())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with background.at_once():
        made.open_path(path)
        QApplication.processEvents()
        yield made
        made.close()


def test_a_backup_is_restored_by_three_keys_and_holds_what_it_said(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    desk = window.desk
    assert desk is not None
    now = count(path, "meeting")
    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    page = window.page()
    assert isinstance(page, HealthPage)
    QApplication.processEvents()
    newest, older = (page.backups[row.id] for row in page.table.rows_shown()[:2])
    assert (len(newest.since), len(older.since)) == (0, 2)
    view = page.table.view
    assert QApplication.focusWidget() is view
    page.table.choose(str(newest.backup.path))

    qtbot.keyClick(view, Qt.Key.Key_Down)  # the row
    QApplication.processEvents()
    assert "Before import" in page.panel.accessibleName()
    held = page.known.of(older.backup)
    assert held is not None
    assert held.meetings == count(older.backup.path, "meeting") == now - 2
    page.list_changes()
    listed = page.findChild(ReadOnlyList)
    assert listed is not None
    assert [row.cell("label").words for row in listed.table.rows_shown()] == ["Add meeting"] * 2
    listed.accept()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)  # its name, filled in
    assert QApplication.focusWidget() is page.panel.name
    target = path.with_name(f"{page.panel.name.text()}.boarddesk")
    qtbot.keyClick(page.panel.name, Qt.Key.Key_Return)  # restore

    assert count(target, "meeting") == now - 2
    assert count(path, "meeting") == now, "the open file is as it was"
    said = next(banner for banner in page.findChildren(Banner) if target.name in banner.title())
    assert held.sentence in said.advice()
    page.office_requested.emit(target)  # what its button does
    assert window.desk is not None and window.desk.session.file.path == target
    assert window.desk.session.file.value("SELECT count(*) FROM meeting") == now - 2


def test_a_name_that_is_taken_is_refused_and_nothing_is_touched(window: MainWindow, path: Path) -> None:
    desk = window.desk
    assert desk is not None
    desk.show_page("health")
    page = window.page()
    assert isinstance(page, HealthPage)
    page.open_record("health", next(iter(page.backups)))
    before = path.read_bytes()
    page.panel.name.setText("Northmoor")
    with pytest.raises(FileProblem, match="already"):
        page.panel.begin()
    assert path.read_bytes() == before


def test_a_change_is_counted_as_waiting_and_backing_up_takes_it_in(window: MainWindow, path: Path) -> None:
    desk = window.desk
    assert desk is not None
    desk.show_page("health")
    page = window.page()
    assert isinstance(page, HealthPage)
    file = desk.session.file
    made = len(backups_of(file.file_id))
    with file.change("Rename somebody") as change:
        row = file.row("SELECT id FROM person LIMIT 1")
        assert row is not None
        change.update("person", row["id"], name="Ash Patel")
    QApplication.processEvents()
    assert any("1 change since" in sentence for _title, sentence, _proof in page.matters.said())
    verb = page.matters.verb_of("Backup")
    assert verb is not None
    verb.click()
    QApplication.processEvents()
    assert len(backups_of(file.file_id)) == made + 1
    assert not any("change since" in sentence for _title, sentence, _proof in page.matters.said())

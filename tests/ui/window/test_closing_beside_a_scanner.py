"""The window is closed while another program holds files: the office is let go of, nothing is left."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.faults.scanner import FOR_EVER, FRESH, scanning
from tests.ui.office_for_tests import ENTRIES, small_office

from boarddesk.records.file.backups import back_up, backups_folder, backups_of
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.moments import now
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow


@pytest.mark.parametrize("held", [0.0, FOR_EVER])
def test_the_window_closes_with_its_last_backup(held: float, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Northmoor.boarddesk"
    with small_office(path) as office:
        file_id = office.file_id
        for hour in range(3):
            with office.change("Add Ash") as change:
                change.insert("person", name=f"Ash {hour}")
            back_up(path, at=now() - timedelta(days=30, hours=-hour))
    settings = Settings(tmp_path / "window.json")
    settings.remember("page", "people")
    window = MainWindow(settings, keepers=plain_keepers(), entries=ENTRIES)
    qtbot.addWidget(window)
    window.show()
    with scanning(tmp_path, backups_folder().parent, fresh=FRESH) as scanner:
        assert window.open_path(path)
        assert window.desk is not None
        qtbot.waitUntil(lambda: window.desk is not None and window.desk.stack.count() == 2)
        with window.desk.session.file.change("Add Ruth") as change:
            change.insert("person", name="Ruth Calder")
        if held:
            for place in (settings._path, *(backup.path for backup in backups_of(file_id))):
                scanner.hold(place, held)
        window.close()
        assert not window.isVisible() and window.desk is None
        assert [dialog.windowTitle() for dialog in window.findChildren(QDialog)] == []
    assert not lock_path(path).exists()
    assert backups_of(file_id)[0].made_at > now() - timedelta(minutes=10)
    left = [child.name for place in (tmp_path, backups_folder().parent) for child in place.rglob("*.part*")]
    assert left == []

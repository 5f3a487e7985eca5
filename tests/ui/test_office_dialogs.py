"""Every dialog for files begins where the last file was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.import_wizard.file_step import ask_files
from boarddesk.ui.office_dialogs import ask_open, ask_save, last_folder, remember_folder
from boarddesk.ui.plan.fields import PlaceField
from boarddesk.ui.settings import Settings


class Window(QWidget):
    """Holds the settings, as the window does."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Window:
    made = Window(Settings(tmp_path / "window.json"))
    qtbot.addWidget(made)
    return made


def _begins_in(parent: QWidget) -> list[Path]:
    """The folders in which each kind of dialog opens."""
    ask_open(parent, lambda _path: None)
    ask_save(parent, lambda _path: None, title="Save", name="plan.docx")
    ask_files(parent, lambda _names: None)
    place = PlaceField()
    place.setParent(parent)
    place._choose()
    dialogs = parent.findChildren(QFileDialog)
    folders = [Path(one.directory().path()) for one in dialogs]
    for one in dialogs:
        one.close()
    return folders


def test_every_dialog_begins_where_the_last_file_was(window: Window, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    dialog = ask_open(window, lambda _path: None)
    dialog.filesSelected.emit([str(folder / "plan.docx")])
    dialog.close()
    assert _begins_in(QWidget(window)) == [folder] * 4


def test_the_folder_is_still_known_after_a_restart(window: Window, tmp_path: Path) -> None:
    remember_folder(window, tmp_path / "plan.docx")
    assert last_folder(Window(Settings(tmp_path / "window.json"))) == str(tmp_path)


def test_a_folder_that_is_gone_is_not_offered(window: Window, tmp_path: Path) -> None:
    remember_folder(window, tmp_path / "gone" / "plan.docx")
    assert last_folder(window) != str(tmp_path / "gone")

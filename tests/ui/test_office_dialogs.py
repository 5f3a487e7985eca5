"""Every dialog for files begins where the last file of its kind was, at first where the office is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.import_wizard.file_step import ask_files
from boarddesk.ui.office_dialogs import ask_open, ask_save, last_folder, remember_folder
from boarddesk.ui.plan.fields import PlaceField
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog


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


def test_files_saved_and_files_taken_in_have_folders_of_their_own(window: Window, tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("office", "out", "in")}
    for folder in folders.values():
        folder.mkdir()
    window.settings.opened(folders["office"] / "a.boarddesk", holds="", moment=datetime(2026, 6, 2, 9, 0))
    assert set(_begins_in(QWidget(window))) == {folders["office"]}
    saving = ask_save(window, lambda _path: None, title="Save", name="a.docx", kinds=WORD)
    saving.filesSelected.emit([str(folders["out"] / "a.docx")])
    taking = ask_open(window, lambda _path: None, title="Take in", kinds=WORD)
    taking.filesSelected.emit([str(folders["in"] / "plan.docx")])
    for dialog in (saving, taking):
        dialog.close()
    again = ask_save(window, lambda _path: None, title="Save", name="b.docx", kinds=WORD)
    assert Path(again.directory().path()) == folders["out"]
    again.close()
    office, new_office, brought_in, evidence = _begins_in(QWidget(window))
    assert (office, new_office) == (folders["office"],) * 2
    assert (brought_in, evidence) == (folders["in"],) * 2


def test_the_folder_is_still_known_after_a_restart(window: Window, tmp_path: Path) -> None:
    remember_folder(window, tmp_path / "plan.docx")
    assert last_folder(Window(Settings(tmp_path / "window.json"))) == str(tmp_path)


def test_a_folder_that_is_gone_is_not_offered(window: Window, tmp_path: Path) -> None:
    remember_folder(window, tmp_path / "gone" / "plan.docx")
    assert last_folder(window) != str(tmp_path / "gone")


WORD = "Word documents (*.docx)"


def _save_as(parent: QWidget, chosen: list[Path], typed: Path) -> None:
    dialog = ask_save(parent, chosen.append, title="Save a draft", name="plan.docx", kinds=WORD)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(typed))
    dialog.accept()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mine", "mine.docx"),
        ("mine.docx", "mine.docx"),
        ("mine.DOCX", "mine.DOCX"),
        ("Area 4.1 November", "Area 4.1 November.docx"),
        ("mine.html", "mine.html.docx"),
    ],
)
def test_the_ending_is_added_to_the_name_typed_and_nothing_of_it_is_lost(
    window: Window, tmp_path: Path, typed: str, name: str
) -> None:
    chosen: list[Path] = []
    _save_as(window, chosen, tmp_path / typed)
    assert chosen == [tmp_path / name]


@pytest.mark.parametrize("replaces", [True, False])
def test_a_file_that_has_the_name_only_with_its_ending_is_asked_about_before_it_is_replaced(
    window: Window, tmp_path: Path, *, replaces: bool
) -> None:
    window.show()
    (tmp_path / "Area 4.1.docx").write_bytes(b"theirs")
    chosen: list[Path] = []
    _save_as(window, chosen, tmp_path / "Area 4.1")
    (question,) = window.findChildren(FormDialog)
    assert chosen == [] and "Area 4.1.docx" in question.windowTitle()
    (question.try_accept if replaces else question.reject)()
    assert chosen == ([tmp_path / "Area 4.1.docx"] if replaces else [])


def test_a_file_of_the_name_typed_without_its_ending_is_asked_about(window: Window, tmp_path: Path) -> None:
    window.show()
    (tmp_path / "mine.docx").write_bytes(b"theirs")
    chosen: list[Path] = []
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.reject()

    QTimer.singleShot(0, answer)
    _save_as(window, chosen, tmp_path / "mine")
    assert len(asked) == 1 and "mine.docx" in asked[0]
    assert chosen == []
    for dialog in window.findChildren(QFileDialog):
        dialog.close()

"""An office is encrypted in the window: nothing happens before its recovery key is kept, and then it asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.look.windows import in_each_font
from tests.ui.office_for_tests import ENTRIES, MORNING, small_office

from boarddesk.records.file.backups import back_up
from boarddesk.records.file.encryption import is_encrypted
from boarddesk.records.file.keys import forget_keys
from boarddesk.ui import background
from boarddesk.ui.encryption.recovery_dialog import RecoveryDialog
from boarddesk.ui.problems import ProblemDialog
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow

PASSPHRASE = "seven brown otters"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    forget_keys()
    made = MainWindow(
        Settings(tmp_path / "window.json"), keepers=plain_keepers(), entries=ENTRIES, now=lambda: MORNING
    )
    qtbot.addWidget(made)
    with background.at_once():
        yield made
        for dialog in made.findChildren(QDialog):
            dialog.close()
        made.close_office()
    forget_keys()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "Northmoor.boarddesk"
    small_office(where).close()
    return where


def do(window: MainWindow, title: str) -> None:
    next(command for command in window.commands() if command.title == title).run()


def form(window: MainWindow, key: str) -> FormDialog:
    return window.findChildren(FormDialog, key)[-1]


def choose_passphrase(window: MainWindow, title: str, passphrase: str) -> RecoveryDialog:
    do(window, title)
    asked = form(window, "passphrase")
    asked.answers.put("passphrase", passphrase)
    asked.answers.put("again", passphrase)
    asked.try_accept()
    return window.findChildren(RecoveryDialog)[-1]


def encrypt(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    dialog = choose_passphrase(window, "Encrypt this office…", PASSPHRASE)
    dialog.written_down.setChecked(True)
    dialog.go_on.click()


def test_it_goes_on_only_once_the_recovery_key_is_kept(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    window.open_path(path)
    dialog = choose_passphrase(window, "Encrypt this office…", PASSPHRASE)
    assert not dialog.go_on.isEnabled()
    dialog.written_down.setChecked(True)
    assert dialog.go_on.isEnabled()
    dialog.written_down.setChecked(False)
    assert not dialog.go_on.isEnabled()
    dialog.save_at(tmp_path / "key.txt")
    assert dialog.go_on.isEnabled()
    assert not is_encrypted(path)
    dialog.go_on.click()
    assert is_encrypted(path)
    assert window.desk is not None


def test_two_passphrases_that_differ_are_refused_beside_the_second(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    do(window, "Encrypt this office…")
    asked = form(window, "passphrase")
    asked.answers.put("passphrase", PASSPHRASE)
    assert asked.fields["passphrase"].said().startswith("Long enough")
    asked.try_accept()
    assert asked.fields["again"].refused() == "The two passphrases are not the same."
    assert not is_encrypted(path)


def test_closed_and_opened_again_it_asks_until_the_key_is_right(window: MainWindow, path: Path) -> None:
    encrypt(window, path)
    do(window, "Close office")
    assert not window.open_path(path)
    asked = form(window, "key")
    for wrong in ("", "eight brown otters"):
        asked.answers.put("key", wrong)
        asked.try_accept()
        assert asked.fields["key"].refused()
    assert window.desk is None
    asked.answers.put("key", PASSPHRASE)
    asked.try_accept()
    assert window.desk is not None
    assert not window.findChildren(ProblemDialog)


def test_older_backups_go_along_where_the_person_says_so(window: MainWindow, path: Path) -> None:
    plain = back_up(path, reason="asked for").path
    encrypt(window, path)
    assert not is_encrypted(plain)
    form(window, "older backups").try_accept()
    assert is_encrypted(plain)


def test_another_passphrase_and_none_at_all(window: MainWindow, path: Path) -> None:
    encrypt(window, path)
    before = path.read_bytes()[:16]
    dialog = choose_passphrase(window, "Change the passphrase…", "eight brown otters")
    dialog.written_down.setChecked(True)
    dialog.go_on.click()
    assert path.read_bytes()[:16] != before
    do(window, "Take encryption off…")
    form(window, "take encryption off").try_accept()
    assert not is_encrypted(path)
    assert window.desk is not None


def test_no_letter_of_a_recovery_key_is_cut_in_any_font(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widest = "WMWMW"
    monkeypatch.setattr(
        "boarddesk.ui.encryption.recovery_dialog.written", lambda _key: "-".join([widest] * 13)
    )
    window.open_path(path)
    tried = 0
    for _family in in_each_font(window):
        dialog = choose_passphrase(window, "Encrypt this office…", PASSPHRASE)
        dialog.grab()  # laid out
        groups = [shown for shown in dialog.findChildren(QLabel) if shown.text() == widest]
        assert len(groups) == 13
        assert [group.width() for group in groups if group.width() < group.sizeHint().width()] == []
        dialog.reject()
        tried += 1
    assert tried

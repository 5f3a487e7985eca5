"""An office is encrypted in the window: nothing happens before its recovery key is kept, and then it asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.look.windows import in_each_font
from tests.ui.office_for_tests import ENTRIES, MORNING, small_office

from boarddesk.records.file.backups import back_up, backups_of
from boarddesk.records.file.encryption import is_encrypted
from boarddesk.records.file.keys import KeyNeeded, forget_keys, key_of
from boarddesk.rules.health.holdings import Holdings
from boarddesk.ui import background
from boarddesk.ui.encryption.forms import LEAVE
from boarddesk.ui.encryption.recovery_dialog import RecoveryDialog
from boarddesk.ui.file_health.page import HealthPage
from boarddesk.ui.pages import PAGES
from boarddesk.ui.problems import ProblemDialog
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow

PASSPHRASE = "seven brown otters"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    forget_keys()
    health = next(entry for entry in PAGES if entry.name == "health")
    made = MainWindow(
        Settings(tmp_path / "window.json"),
        keepers=plain_keepers(),
        entries=(*ENTRIES, health),
        now=lambda: MORNING,
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


def test_another_office_in_its_place_or_the_window_closed_leaves_no_key_behind(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Other.boarddesk"
    small_office(other).close()
    encrypt(window, path)
    assert key_of(path) is not None
    window.open_path(other)
    with pytest.raises(KeyNeeded):
        key_of(path)
    window.open_path(path)
    form(window, "key").answers.put("key", PASSPHRASE)
    form(window, "key").try_accept()
    assert window.desk is not None and window.desk.session.file.path == path
    window.back_up_now()
    assert is_encrypted(backups_of(window.desk.session.file.file_id)[0].path)
    window.close()
    with pytest.raises(KeyNeeded):
        key_of(path)


def test_backups_under_the_passphrase_before_are_put_under_the_new_one(
    window: MainWindow, path: Path
) -> None:
    encrypt(window, path)
    earlier = back_up(path, reason="asked for").path
    dialog = choose_passphrase(window, "Change the passphrase…", "eight brown otters")
    dialog.written_down.setChecked(True)
    dialog.go_on.click()
    form(window, "older backups").try_accept()
    assert key_of(earlier) is not None


def test_a_backup_under_the_passphrase_before_is_restored_once_that_is_given(
    window: MainWindow, path: Path
) -> None:
    encrypt(window, path)
    earlier = back_up(path, reason="asked for").path
    dialog = choose_passphrase(window, "Change the passphrase…", "eight brown otters")
    dialog.written_down.setChecked(True)
    dialog.go_on.click()
    asked = form(window, "older backups")
    asked.answers.put("how", LEAVE)
    asked.try_accept()
    assert window.desk is not None
    page = window.desk.page("health")
    assert isinstance(page, HealthPage)
    page.catch_up()
    window.desk.open_record("health", str(earlier))
    cells = {row.id: row.cells["holds"] for row in page.table.model.rows}
    assert cells[str(earlier)] == "under an earlier passphrase"
    to = path.with_name("Restored.boarddesk")
    page.panel.name.setText(to.name)
    page.panel.restore.click()
    asked = form(window, "backup key")
    for typed in ("eight brown otters", PASSPHRASE):
        assert not to.exists()
        asked.answers.put("key", typed)
        asked.try_accept()
    assert to.exists()
    held = page.known.of(page.backups[str(earlier)].backup)
    assert isinstance(held, Holdings) and held.meetings == 1
    assert not window.findChildren(ProblemDialog)

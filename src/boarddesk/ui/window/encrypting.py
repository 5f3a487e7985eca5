"""What can be done about the encryption of the open office, as the menu and the search box offer it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boarddesk.records.file.encryption import is_encrypted
from boarddesk.ui.action import Action

if TYPE_CHECKING:
    from boarddesk.ui.encryption.steps import EncryptionSteps
    from boarddesk.ui.window.main_window import MainWindow

_WORDS = "encryption password passphrase key safe secure"


def encryption_commands(window: MainWindow) -> list[Action]:
    """Of a file that is open to write."""
    file = window.desk.session.file if window.desk is not None else None
    if file is None or file.path is None or file.read_only:
        return []
    path = file.path
    if not is_encrypted(path):
        return [
            Action(
                "Encrypt this office…", lambda: _steps(window, path).choose_passphrase(), "File", words=_WORDS
            )
        ]
    return [
        Action(
            "Change the passphrase…", lambda: _steps(window, path).choose_passphrase(), "File", words=_WORDS
        ),
        Action(
            "Save the recovery key…", lambda: _steps(window, path).show_recovery_key(), "File", words=_WORDS
        ),
        Action(
            "Take encryption off…", lambda: _steps(window, path).take_off(), "File", words=f"decrypt {_WORDS}"
        ),
    ]


def encrypt_open_office(window: MainWindow) -> None:
    """Asks for the passphrase of the office that is open to write."""
    file = window.desk.session.file if window.desk is not None else None
    if file is not None and file.path is not None:
        _steps(window, file.path).choose_passphrase()


def _steps(window: MainWindow, path: Path) -> EncryptionSteps:
    # Loaded when it is first asked for.
    from boarddesk.ui.encryption.steps import EncryptionSteps

    return EncryptionSteps(
        window,
        path,
        today=window.today,
        leave_office=window.leave_office,
        open_path=window.open_path,
        show_busy=lambda words: window.start.show_busy(words),
        tell=window.tell,
    )

"""Starts the window: dresses the application and opens what was asked for."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from boarddesk.records.board_file import BoardFile
from boarddesk.ui import icons, theme
from boarddesk.ui.keepers import Keepers
from boarddesk.ui.main_window import MainWindow
from boarddesk.ui.settings import Settings

FIRST_SIZE = (1366, 768)

def open_window(path: Path | None = None) -> int:
    """Show the window with an office, the last one, or the three doors; returns the exit status."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, Settings())
    window.problems.install()
    window.show()
    if path is not None:
        window.open_path(path)
    return app.exec()


def make_window(app: QApplication, settings: Settings, *, keepers: Keepers | None = None) -> MainWindow:
    """The window in the look the person chose, not yet shown."""
    app.setApplicationName("BoardDesk")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    dress(app, settings)
    window = MainWindow(settings, keepers=keepers or plain_keepers())
    window.resize(*FIRST_SIZE)
    return window


def dress(app: QApplication, settings: Settings) -> None:
    """Theme and text size as remembered; icons follow the theme."""
    chosen = settings.value("theme", theme.ThemeChoice.SYSTEM.value)
    known = {choice.value for choice in theme.ThemeChoice}
    choice = theme.ThemeChoice(chosen) if chosen in known else theme.ThemeChoice.SYSTEM
    look = theme.install(app, choice=choice, text_size=settings.number("text size", 100))
    look.changed.connect(icons.renew)
    app.setWindowIcon(icons.icon("book", ink="accent", size=32))


def plain_keepers() -> Keepers:
    """Files are opened, made and closed through records."""
    return Keepers(
        open_file=_open,
        create_file=_create,
        make_sample=_make_sample,
        close_file=BoardFile.close,
        back_up=_no_backup,
        last_backup=_no_backup,
        renew_lock=lambda _file: None,
    )


def _open(path: Path, *, read_only: bool) -> BoardFile:
    return BoardFile.open(path, read_only=read_only)


def _create(path: Path) -> BoardFile:
    return BoardFile.create(path, office=path.stem)


def _make_sample(path: Path) -> Path:
    # Imported here, so that the first window does not wait for it.
    from boarddesk.sample.office import make_sample

    return make_sample(path)


def _no_backup(_file: BoardFile) -> datetime | None:
    return None

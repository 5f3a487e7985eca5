"""Starts the window: dresses the application and opens what was asked for."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from boarddesk.ui.collector import Collector
from boarddesk.ui.look import icons, theme
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets import window_place
from boarddesk.ui.window.first_paint import FirstPaint
from boarddesk.ui.window.keepers import Keepers, plain_keepers
from boarddesk.ui.window.main_window import MainWindow


def open_window(path: Path | None = None) -> int:
    """Show the window with an office, the last one, or the three doors; returns the exit status."""
    app = QApplication(sys.argv[:1])
    settings = Settings()
    window = make_window(app, settings, opens=office_to_open(settings, path) is not None)
    window.problems.install()
    window.show()
    open_first(window, path)
    FirstPaint(window, lambda: keep_out_of_the_way(window))
    return app.exec()


def keep_out_of_the_way(window: MainWindow) -> None:
    """What was made to start with stays, so the collector need not look through it."""
    gc.collect()
    gc.freeze()
    Collector(window)


def open_first(window: MainWindow, path: Path | None) -> None:
    """What was asked for or opened last; the three doors where that is nothing or cannot be opened."""
    wanted = office_to_open(window.settings, path)
    if wanted is None or not window.open_path(wanted):
        window.show_start()


def office_to_open(settings: Settings, path: Path | None) -> Path | None:
    """What was asked for, else the office opened last while its file is still there."""
    last = next((entry.path for entry in settings.recent()), None)
    return path if path is not None or last is None or not last.is_file() else last


def make_window(
    app: QApplication, settings: Settings, *, keepers: Keepers | None = None, opens: bool = False
) -> MainWindow:
    """The window in the look the person chose, not yet shown."""
    app.setApplicationName("BoardDesk")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    dress(app, settings)
    window = MainWindow(settings, keepers=keepers or plain_keepers(), opens=opens)
    window_place.place(window, settings)
    return window


def dress(app: QApplication, settings: Settings) -> None:
    """Theme and text size as remembered; icons follow the theme."""
    chosen = settings.value("theme", theme.ThemeChoice.SYSTEM.value)
    known = {choice.value for choice in theme.ThemeChoice}
    choice = theme.ThemeChoice(chosen) if chosen in known else theme.ThemeChoice.SYSTEM
    look = theme.install(app, choice=choice, text_size=settings.number("text size", 100))
    look.changed.connect(icons.renew)
    app.setWindowIcon(icons.icon("book", ink="accent", size=32))

"""The window as pictures: every page, light and dark, in two sizes; full, empty and overfull."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, Qt, QThreadPool
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.sample.office import make_sample
from boarddesk.ui.application import make_window
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import MainWindow

SIZES = (QSize(1366, 768), QSize(1920, 1080), QSize(910, 433))
"""Two screens, and what 1366×768 at 150% leaves inside a title bar and above a taskbar."""

FONTS = ("Open Sans", "DejaVu Sans")
"""The font of the design, and the widest a system has."""

THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)
ROUNDS = 6
PATIENCE = 60_000
"""Milliseconds until a job in the background is given up."""


@dataclass(frozen=True)
class Shot:
    """Where a picture goes: office, page, theme, size and font make its name."""

    folder: Path
    office: str
    theme: ThemeChoice
    size: QSize

    def path(self, page: str) -> Path:
        size = f"{self.size.width()}x{self.size.height()}"
        font = look().family.replace(" ", "") or "system"
        return self.folder / f"{page}-{self.office}-{self.theme.value}-{size}-{font}.png"

    def take(self, widget: QWidget, page: str) -> Path:
        """Saves what the widget shows; a window is held to the size that was asked for."""
        picture = widget.grab()
        if widget.isWindow() and isinstance(widget, MainWindow):
            assert picture.size() == self.size, f"{page} is {picture.size()}, not {self.size}"
        path = self.path(page)
        assert picture.save(str(path)), f"{path} could not be written"
        return path


def offices(folder: Path) -> dict[str, Path]:
    """The sample, an empty one, and one with far too much in it."""
    made = {name: folder / f"{name}.boarddesk" for name in ("sample", "empty", "overfull")}
    make_sample(made["sample"])
    OfficeFile.create(made["empty"], office="Our office").close()
    make_sample(made["overfull"], years=6, scale=3)
    return made


def settle() -> None:
    """Lets the window finish what it began: layouts, reloads and jobs in the background."""
    for _ in range(ROUNDS):
        QThreadPool.globalInstance().waitForDone(PATIENCE)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    clear_away()


def clear_away() -> None:
    """What was to be deleted later goes now, as it does where an event loop runs: else every stylesheet
    and font is given to all windows and dialogs there ever were.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def in_each_font(window: MainWindow) -> Iterator[str]:
    """Each of the two fonts that this machine has, the window dressed in it; its own again at the end."""
    before = look().family
    for family in FONTS:
        if family in QFontDatabase.families():
            look().family = family
            look().renew()
            window.rebuild()
            yield family
    look().family = before
    look().renew()


def window_at(app: QApplication, folder: Path) -> MainWindow:
    window = make_window(app, Settings(folder / "settings.json"))
    window.setWindowState(Qt.WindowState.WindowNoState)  # as large as the picture, whatever the screen
    window.show()
    return window


def draw_pages(window: MainWindow, made: dict[str, Path], folder: Path) -> Iterator[Path]:
    """Every page of `ui/pages.py` and the three doors, in every office, theme and size."""
    for name, path in {"": None, **made}.items():
        if path is not None:
            window.open_path(path)
        for theme in THEMES:
            look().set_choice(theme)
            for size in SIZES:
                shot = Shot(folder, name or "no-office", theme, size)
                window.resize(size)
                yield from _pages(window, shot)
    look().set_choice(ThemeChoice.SYSTEM)


def _pages(window: MainWindow, shot: Shot) -> Iterator[Path]:
    if window.desk is None:
        settle()
        yield shot.take(window, "first-start")
        return
    for page in [entry.name for entry in window.entries]:
        window.desk.show_page(page)
        settle()
        yield shot.take(window, page)

"""Waiting for what an action set off, and never for a time."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.window.main_window import MainWindow

ROUNDS = 3
"""What is put off may put something off itself."""

SHORT = 1000
"""Milliseconds: a timer that is longer waits for the clock or for a pause, not for the window."""

LONG = 60_000


def settle() -> None:
    """Everything that was put off until the window is free has been done."""
    for _ in range(ROUNDS):
        loop = QEventLoop()  # in a loop of its own what was to be deleted later is deleted too
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def settle_short_waits(qtbot: QtBot, top: QWidget) -> None:
    """What a widget does a moment after an action has been done as well."""
    qtbot.waitUntil(lambda: not any(one.isActive() and one.interval() < SHORT for one in _single_shots(top)))
    settle()


def _single_shots(top: QWidget) -> list[QTimer]:
    return [one for one in top.findChildren(QTimer) if one.isSingleShot()]


def settle_jobs() -> None:
    """Every job in the background has ended, and what it found has arrived."""
    assert QThreadPool.globalInstance().waitForDone(LONG)
    settle()


def all_pages_made(qtbot: QtBot, window: MainWindow) -> None:
    """The pages are made one after another while the window answers already; now all are there."""
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.stack.count() == len(window.entries))
    settle()

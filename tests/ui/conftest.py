"""What every test of the window stands on: nothing it opened stays open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from boarddesk.ui import theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The window is tested in the light theme, whatever the machine prefers."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)


@pytest.fixture(autouse=True)
def no_window_left_behind(qapp: QApplication) -> Iterator[None]:
    """A test closes every window it opened and waits for every job it started."""
    before = set(QApplication.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [
        window for window in QApplication.topLevelWidgets() if window not in before and window.isVisible()
    ]
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    assert not names, f"windows still open after the test: {', '.join(names)}"
    assert QThreadPool.globalInstance().waitForDone(2000), "jobs still running after the test"

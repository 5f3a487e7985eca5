"""What every test of the window stands on: nothing it opened stays open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from tests.conftest import PATIENCE
from tests.ui.office_for_tests import office_of

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.sample.office import make_sample
from boarddesk.ui.look import theme
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import drafts

SAMPLE_DAY = date(2026, 5, 28)


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The window is tested in the light theme, whatever the machine prefers."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)


@pytest.fixture(autouse=True)
def nothing_begun() -> None:
    """What a test left unwritten in a dialog is not found by the next."""
    drafts.forget_all()


@pytest.fixture(autouse=True)
def no_office_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of the window waits for a program that makes PDFs: a pack is then a folder."""
    monkeypatch.setattr("boarddesk.issuing.pack.installed_converter", lambda: None)


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office on the day of the pictures, made once; tests open copies."""
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.boarddesk", today=SAMPLE_DAY)


@pytest.fixture
def sample_office(sample_path: Path, tmp_path: Path) -> Iterator[Session]:
    """The sample office as a page gets it, its improvement board chosen."""
    path = shutil.copy(sample_path, tmp_path / "Northmoor.boarddesk")
    with OfficeFile.open(Path(path)) as file:
        session = office_of(file, tmp_path)
        board = boards.board_named(file, "SIB")
        yield replace(session, board_id=board.id, today=SAMPLE_DAY)
        session.change_bus.close()


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
    assert QThreadPool.globalInstance().waitForDone(PATIENCE), "jobs still running after the test"

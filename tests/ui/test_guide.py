"""The guide cannot rot: every shortcut the window offers stands in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import MORNING, keepers

from boarddesk.resources import resource
from boarddesk.ui import background
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, sample_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    path = Path(shutil.copy(sample_path, tmp_path / "Northmoor.boarddesk"))
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    with background.at_once():
        made.open_path(path)
        yield made


def test_every_shortcut_of_every_menu_is_explained(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    while desk.make_next():
        pass
    guide = " ".join(path.read_text("utf-8") for path in resource("guide").glob("*.md"))
    pages = {f"Ctrl+{number}" for number in range(1, 10)}  # said once, as Ctrl+1 … Ctrl+9
    offered = {command.keys for command in window.commands() if command.keys} - pages
    assert sorted(keys for keys in offered if keys not in guide) == []

"""The first window waits for nothing it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boarddesk.ui.application import make_window
from boarddesk.ui.settings import Settings
from boarddesk.ui.theme import ThemeChoice, look

_HEAVY = (
    "matplotlib numpy docx openpyxl xlsxwriter lxml rapidfuzz icalendar boarddesk.sample boarddesk.importing"
)
_STARTS = f"""
import sys
from PySide6.QtWidgets import QApplication
from boarddesk.ui.application import make_window
from boarddesk.ui.settings import Settings
from pathlib import Path
app = QApplication([])
window = make_window(app, Settings(Path(sys.argv[1])))
window.show()
app.processEvents()
loaded = [name for name in {_HEAVY.split()!r} if name in sys.modules]
print(",".join(loaded))
"""


def test_nothing_heavy_is_imported_before_the_first_window(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", _STARTS, str(tmp_path / "window.json")],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_the_window_opens_in_the_look_that_was_chosen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.json")
    settings.remember("theme", "dark")
    settings.remember("text size", 125)
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    assert look().tokens.dark
    assert look().font(12).pixelSize() == 15
    look().scale = 1.0
    look().set_choice(ThemeChoice.LIGHT)


def test_an_unknown_theme_is_the_systems(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    settings.remember("theme", "mauve")
    window = make_window(qapp, settings)
    qtbot.addWidget(window)
    assert look().choice is ThemeChoice.SYSTEM
    look().set_choice(ThemeChoice.LIGHT)

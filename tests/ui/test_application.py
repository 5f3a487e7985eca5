"""The first window waits for nothing it does not need."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import MORNING, keepers, small_office

from boarddesk.ui.application import make_window, open_first
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.settings import Settings

_HEAVY = (
    *("matplotlib", "numpy", "docx", "openpyxl", "xlsxwriter", "lxml", "rapidfuzz", "icalendar", "pikepdf"),
    *("sqlite_utils", "click", "_hashlib", "boarddesk.ui.help_window", "boarddesk.ui.window.first_start"),
    *("boarddesk.sample", "boarddesk.importing", "boarddesk.issuing", "boarddesk.reports.document"),
    *("boarddesk.cli.commands", "boarddesk.records.file.library"),
    *(f"boarddesk.ui.{page}.page" for page in ("attendance", "import_wizard", "meetings", "people", "plan")),
)
"""What the first page does without; whoever needs one of these later waits for it then."""

_STARTS = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from boarddesk.ui import application

class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(",".join(name for name in {_HEAVY!r} if name in sys.modules))
            QApplication.exit()
        return False

def until_painted(window, path):
    shown(window, path)
    window.page().installEventFilter(seen)

seen, shown, application.open_first = Seen(), application.open_first, until_painted
from boarddesk.__main__ import main
main([sys.argv[1]])
"""


def test_nothing_heavy_is_imported_before_the_first_page_is_painted(
    sample_path: Path, tmp_path: Path
) -> None:
    office = shutil.copy(sample_path, tmp_path / "office.boarddesk")
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA"), str(tmp_path))
    environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", _STARTS, str(office)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
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


def _started_again(qtbot: QtBot, qapp: QApplication, settings: Settings, path: Path | None) -> str:
    window = make_window(qapp, settings, keepers=keepers())
    qtbot.addWidget(window)
    open_first(window, path)
    title = window.windowTitle()
    window.close_office()
    return title


def test_the_office_opened_last_is_opened_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    for name in ("Earlier", "Northmoor"):
        small_office(tmp_path / f"{name}.boarddesk").close()
        settings.opened(tmp_path / f"{name}.boarddesk", holds="", moment=MORNING)
    assert _started_again(qtbot, qapp, settings, None) == "Northmoor.boarddesk – BoardDesk"
    asked = tmp_path / "Earlier.boarddesk"
    assert _started_again(qtbot, qapp, settings, asked) == "Earlier.boarddesk – BoardDesk"


def test_an_office_that_is_gone_leaves_the_three_doors(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.json")
    settings.opened(tmp_path / "gone.boarddesk", holds="", moment=MORNING)
    assert _started_again(qtbot, qapp, settings, None) == "BoardDesk"

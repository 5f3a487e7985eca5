"""The window stands whole on a screen, opens as it was left, and nothing written makes it larger."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import keepers

from boarddesk.ui.application import make_window
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.window_place import FRAME, first_place, inside

numbers = st.integers(-6000, 6000)
screens = st.builds(QRect, numbers, numbers, st.integers(640, 4000), st.integers(420, 2400))
places = st.builds(QRect, numbers, numbers, st.integers(1, 8000), st.integers(1, 5000))


@given(places, st.lists(screens, min_size=1, max_size=3))
def test_wherever_it_was_left_it_opens_whole_on_a_screen_there_is(
    wanted: QRect, there_are: Sequence[QRect]
) -> None:
    framed = inside(wanted, there_are).marginsAdded(FRAME)
    assert any(screen.contains(framed) for screen in there_are)


@given(screens)
def test_what_lies_whole_on_a_screen_stays_where_it_is(screen: QRect) -> None:
    wanted = screen.marginsRemoved(FRAME)
    assert inside(wanted, [screen]) == wanted


@pytest.mark.parametrize(
    ("screen", "fills"),
    [
        (QRect(0, 0, 1366, 768), True),
        (QRect(0, 0, 1366, 720), True),
        (QRect(0, 0, 911, 464), True),
        (QRect(0, 0, 1440, 852), False),
        (QRect(0, 0, 1920, 1032), False),
    ],
)
def test_a_small_screen_is_filled_at_first_a_large_one_is_not(screen: QRect, *, fills: bool) -> None:
    rect, maximised = first_place(screen)
    assert maximised is fills
    assert screen.contains(inside(rect, [screen]).marginsAdded(FRAME))


def _opened(qtbot: QtBot, qapp: QApplication, settings: Settings) -> QRect:
    window = make_window(qapp, settings, keepers=keepers())
    qtbot.addWidget(window)
    window.show()
    found = window.geometry()
    window.close()
    return found


def test_it_opens_where_it_was_closed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    window = make_window(qapp, settings, keepers=keepers())
    qtbot.addWidget(window)
    window.show()
    window.showNormal()
    window.setGeometry(QRect(20, 60, 700, 500))
    window.close()
    again = Settings(tmp_path / "window.json")
    assert _opened(qtbot, qapp, again) == QRect(20, 60, 700, 500)


def test_it_opens_maximised_when_it_was_closed_so(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    for _ in range(2):
        window = make_window(qapp, settings, keepers=keepers())
        qtbot.addWidget(window)
        window.show()
        window.showMaximized()
        window.close()
    window = make_window(qapp, settings, keepers=keepers())
    qtbot.addWidget(window)
    assert window.isMaximized()


def test_a_place_that_cannot_be_read_is_the_first_one(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.json")
    fresh = _opened(qtbot, qapp, Settings(tmp_path / "other.json"))
    settings.remember("window", ["12", "left", "", ""])
    assert _opened(qtbot, qapp, settings) == fresh


_OPENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from boarddesk.ui.application import make_window
from boarddesk.ui.settings import Settings
app = QApplication([])
folder = Path(sys.argv[1])
window = make_window(app, Settings(folder / "window.json"))
window.show()
window.open_path(folder / "sample.boarddesk")
for _ in range(20):
    app.processEvents()
room, least = window.screen().availableGeometry(), window.minimumSizeHint()
print(room.contains(window.geometry()), room.contains(window.frameGeometry()) or window.isMaximized(),
      least.width() <= room.width() and least.height() <= room.height() - 40, window.size(), least, room)
"""


@pytest.mark.parametrize("scaling", ["1", "1.5"])
def test_on_a_small_laptop_the_whole_window_is_on_the_screen(
    tmp_path: Path, sample_path: Path, scaling: str
) -> None:
    """1366×768, at 100% and at 150%, with an office open: as large as the screen and never larger."""
    shutil.copy(sample_path, tmp_path / "sample.boarddesk")
    screen = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1.0}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}), "ascii")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen:configfile=screens.json",  # Qt parts this at colons: no drive in it
        "QT_SCALE_FACTOR": scaling,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", _OPENS, str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[:3] == ["True"] * 3, done.stdout

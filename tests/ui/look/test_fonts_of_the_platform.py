"""Windows gives menus, messages, hints and lists fonts of its own; the look's font reaches all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.look import theme
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow

OF_THE_PLATFORM = (
    "QMenu",
    "QMenuBar",
    "QMessageBox",
    "QTipLabel",
    "QStatusBar",
    "QMdiSubWindowTitleBar",
    "QDockWidgetTitle",
    "QAbstractItemView",
)
"""What Qt's theme for Windows gives a font of its own."""
FONTS: Any = QApplication  # it takes the name of a class as words, and is described as taking bytes


def as_windows_does() -> None:
    for kind in OF_THE_PLATFORM:
        FONTS.setFont(QFont("DejaVu Serif", 8), kind)


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """The platform gives its fonts at the start, and once more when the first stylesheet makes a style."""
    given = QApplication.setStyleSheet

    def make_a_style(app: QApplication, sheet: str) -> None:
        given(app, sheet)
        monkeypatch.undo()
        as_windows_does()

    monkeypatch.setattr(QApplication, "setStyleSheet", make_a_style)
    as_windows_does()
    yield
    look().scale = 1.0
    look().set_choice(ThemeChoice.LIGHT)


def font_of(kind: str) -> tuple[str, int]:
    font = FONTS.font(kind)
    return font.family(), font.pixelSize()


@pytest.mark.usefixtures("on_windows")
@pytest.mark.parametrize("per_cent", [100, 125, 150])
def test_every_kind_of_widget_has_the_look_s_font_from_the_start(qapp: QApplication, per_cent: int) -> None:
    theme.install(qapp, choice=ThemeChoice.LIGHT, text_size=per_cent)
    wanted = (look().font().family(), look().px(13))
    assert {kind: font_of(kind) for kind in OF_THE_PLATFORM} == dict.fromkeys(OF_THE_PLATFORM, wanted)
    assert font_of("QPushButton") == wanted


@pytest.mark.usefixtures("on_windows")
@pytest.mark.parametrize("per_cent", [125, 150, 100])
def test_what_stands_already_takes_another_text_size(qapp: QApplication, qtbot: QtBot, per_cent: int) -> None:
    theme.install(qapp, choice=ThemeChoice.LIGHT, text_size=110)
    window, choices = QMainWindow(), QComboBox()
    qtbot.addWidget(window)
    choices.addItems(["On track", "Delayed"])
    window.setCentralWidget(choices)
    menu = window.menuBar().addMenu("File")
    menu.addAction("Open…")
    window.statusBar().showMessage("Saved")
    window.show()
    choices.showPopup()
    choices.hidePopup()
    look().set_text_size(per_cent)
    qapp.processEvents()
    later = QMessageBox(window)
    qtbot.addWidget(later)
    parts: list[QWidget] = [
        window.menuBar(),
        menu,
        window.statusBar(),
        choices,
        choices.view(),
        later,
        QMenu(window),
    ]
    wanted = (look().font().family(), look().px(13))
    seen = {type(part).__name__: (part.font().family(), part.font().pixelSize()) for part in parts}
    assert seen == dict.fromkeys(seen, wanted)
    assert (QToolTip.font().family(), QToolTip.font().pixelSize()) == wanted


@pytest.mark.usefixtures("on_windows")
def test_a_change_of_the_system_s_theme_leaves_the_look_s_font(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    theme.install(qapp, choice=ThemeChoice.LIGHT, text_size=125)
    window = MainWindow(Settings(tmp_path / "window.json"), keepers=plain_keepers())
    qtbot.addWidget(window)
    window.show()
    as_windows_does()
    assert font_of("QMenu")[0] == "DejaVu Serif"
    for handle in QGuiApplication.allWindows():
        QCoreApplication.sendEvent(handle, QEvent(QEvent.Type.ThemeChange))
    assert font_of("QMenu") == (look().font().family(), look().px(13))
    assert window.menuBar().font().pixelSize() == look().px(13)

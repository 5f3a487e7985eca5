"""What a button with the focus looks like: one ring, on a blue one set off by a gap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.widgets import buttons


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def theme(request: pytest.FixtureRequest) -> Iterator[None]:
    look().set_choice(request.param)
    yield
    look().set_choice(ThemeChoice.LIGHT)


def _rings(button: QPushButton) -> list[bool]:
    """Whether each of the first pixels from the left edge inwards, at half height, is of the accent."""
    image = button.window().grab(button.geometry()).toImage()
    accent = look().colour(look().tokens.accent).rgb()
    return [image.pixelColor(at, image.height() // 2).rgb() == accent for at in range(10)]


@pytest.mark.usefixtures("theme")
def test_what_has_the_focus_has_one_ring_and_a_blue_button_a_gap_within_it(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.setProperty("ground", "page")
    column = QVBoxLayout(ground)
    blue, white = buttons.primary("Keep score"), buttons.secondary("Cancel")
    for button in (blue, white):
        column.addWidget(button)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    size = blue.size()
    blue.setFocus()
    QApplication.processEvents()
    ring = _rings(blue)
    assert (ring[:2], ring[2:4], ring[-2:]) == ([True, True], [False, False], [True, True]), ring
    assert blue.size() == size
    white.setFocus()
    QApplication.processEvents()
    assert _rings(white) == [True] * 2 + [False] * 8
    assert _rings(blue)[3], "without the focus it is blue throughout"

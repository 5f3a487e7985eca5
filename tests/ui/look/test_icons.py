"""Icons are our own, in one line weight and one colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.resources import resource
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.look.tokens import DARK, LIGHT

DRAWINGS = sorted(resource("icons").glob("*.svg"))


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_drawing_is_on_the_16_grid_in_line_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert QSvgRenderer(QByteArray(text.encode())).isValid()
    assert 'viewBox="0 0 16 16"' in text
    assert 'fill="none"' in text
    assert len(set(re.findall(r"#[0-9A-Fa-f]{6}", text))) == 1


def test_there_are_drawings_to_look_at() -> None:
    assert len(DRAWINGS) > 40


def _darkest(name: str, *, colour: str) -> str:
    image = icons.pixmap(name, colour=colour, size=32).toImage()
    found = {
        image.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() > 250
    }
    assert found
    return found.pop().upper()


def test_a_drawing_takes_the_colour_asked_for() -> None:
    assert _darkest("excel", colour=LIGHT.link) == LIGHT.link


def test_icons_change_colour_with_the_theme(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Word")
    QVBoxLayout(window).addWidget(button)
    icons.give(button, "word", ink="ink")
    before = button.icon().cacheKey()
    look().set_choice(ThemeChoice.DARK)
    icons.renew()
    assert button.icon().cacheKey() != before
    assert icons.icon("word", ink="ink").cacheKey() == button.icon().cacheKey()
    assert look().tokens is DARK
    look().set_choice(ThemeChoice.LIGHT)

"""The look follows what the person chose, at once and everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from boarddesk.ui.look.stylesheet import stylesheet
from boarddesk.ui.look.theme import ThemeChoice, best_family, look
from boarddesk.ui.look.tokens import DARK, LIGHT


@pytest.fixture
def own_look() -> Iterator[None]:
    yield
    look().scale = 1.0
    look().set_choice(ThemeChoice.LIGHT)


@pytest.mark.usefixtures("own_look")
def test_choosing_dark_changes_palette_and_stylesheet_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look().changed):
        look().set_choice(ThemeChoice.DARK)
    assert look().tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.page
    assert DARK.page in qapp.styleSheet()


@pytest.mark.usefixtures("own_look")
def test_text_size_multiplies_fonts_and_lengths() -> None:
    look().set_text_size(150)
    assert look().font(12).pixelSize() == 18
    assert look().px(28) == 42


@pytest.mark.usefixtures("own_look")
def test_a_label_grows_with_the_text_size(qtbot: QtBot) -> None:
    label = QLabel("Moderate every draft plan")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.sizeHint().width()
    look().set_text_size(200)
    label.ensurePolished()
    assert label.sizeHint().width() > before * 1.7


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_no_token_is_left_open_in_the_stylesheet(tokens: object) -> None:
    assert "$" not in stylesheet(DARK if tokens is DARK else LIGHT, scale=1.25)


def test_lines_stay_thin_when_text_grows() -> None:
    assert "border: 1px solid" in stylesheet(LIGHT, scale=2.0)
    assert "border: 2px solid" in stylesheet(LIGHT, scale=2.0)


def test_the_first_family_of_the_design_that_is_there_is_taken() -> None:
    assert best_family(["Arial", "Open Sans", "Noto Sans"], system="linux") == "Open Sans"
    assert best_family(["Cantarell", "DejaVu Sans", "Noto Sans"], system="linux") == "Noto Sans"
    assert best_family(["Comic Neue"], system="linux") == ""
    assert best_family(["Open Sans", "Segoe UI"], system="win32") == "Segoe UI"
    assert best_family(["Open Sans"], system="darwin") == ""

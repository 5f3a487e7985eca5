"""The release of Qt's Python binding that BoardDesk is pinned to does not wear out."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_twenty_thousand_calls_that_return_nothing_do_not_end_the_program(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for count in range(20_000):
        label.setText(str(count))
    assert label.text() == "19999"

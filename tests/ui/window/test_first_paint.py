"""What waits until the person sees the page."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.window.first_paint import FirstPaint


def test_what_can_wait_is_done_after_the_page_was_painted(qtbot: QtBot) -> None:
    page, done = QLabel("Today"), list[str]()
    qtbot.addWidget(page)
    page.show()
    FirstPaint(page, lambda: done.append("the other pages"))
    assert done == []
    qtbot.waitUntil(lambda: done == ["the other pages"])


def test_it_is_done_also_where_another_page_came_before_the_first_was_painted(qtbot: QtBot) -> None:
    pages, done = QStackedWidget(), list[str]()
    qtbot.addWidget(pages)
    first, other = QLabel("Today"), QLabel("Import")
    pages.addWidget(first)
    pages.addWidget(other)
    pages.show()
    FirstPaint(first, lambda: done.append("the other pages"))
    pages.setCurrentWidget(other)
    qtbot.waitUntil(lambda: done == ["the other pages"])

"""What windows and dialogs leave behind is taken away between two events, on the window's thread alone."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.settling import settle_jobs

import boarddesk.ui
from boarddesk.ui import background, collector
from boarddesk.ui.collector import COLLECT_AFTER, Collector


class Leftover(QWidget):
    """Holds itself, as a dialog does by what its buttons call; notes in which thread it was taken away."""

    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.itself, self._ends = self, ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


@pytest.fixture
def left_to_itself() -> Iterator[None]:
    """Python's own collector, as it is before the window has been painted."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def make_much() -> int:
    """More than enough for a round of the collector."""
    for _ in range(COLLECT_AFTER[0] * 2):
        circle: list[object] = []
        circle.append(circle)
    return 42


def test_a_job_never_takes_away_what_a_dialog_left(
    qtbot: QtBot, left_to_itself: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken away in the thread of a job, a widget ends the program there or a little later."""
    monkeypatch.setattr(collector, "LOOKS_AFTER", 10)
    ends: list[int] = []
    window = QObject()
    Collector(window)
    Leftover(ends)
    background.run(make_much, lambda _found: None)
    settle_jobs()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [threading.get_ident()]


def test_nothing_is_collected_in_the_middle_of_an_event(left_to_itself: None) -> None:
    ends: list[int] = []
    window = QObject()
    Collector(window)
    Leftover(ends)
    make_much()
    assert ends == []
    collector.collect_due()
    assert ends == [threading.get_ident()]


def test_no_widget_keeps_a_spacer() -> None:
    """Of a page that was given up, the collector took the spacer, and its layout took it again."""
    sources = Path(boarddesk.ui.__file__).parent.rglob("*.py")
    assert not [path.name for path in sources if "QSpacerItem" in path.read_text("utf-8")]

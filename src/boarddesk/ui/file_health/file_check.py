"""The check of the file while it is under way: how far it is, and stopping it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from boarddesk.records.health import check_file
from boarddesk.records.verifying import CheckRun, CheckStopped
from boarddesk.ui import background

EVERY: Final = 200
"""Milliseconds after which it is said anew how far it is."""


class CheckUnderWay(QObject):
    """One check at a time, made off the window's thread; one that was stopped is not heard of again."""

    moved = Signal()  # it is further, or no longer under way

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.run: CheckRun | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(EVERY)
        self._tick.timeout.connect(self.moved)

    def begin(self, path: Path, on_done: Callable[[Sequence[str]], None]) -> None:
        """Look through the file, and hand on what was found."""
        self.stop()
        run = self.run = CheckRun()

        def done(faults: Sequence[str]) -> None:
            if self._ended(run):
                on_done(faults)

        def failed(error: Exception) -> None:
            if self._ended(run) and not isinstance(error, CheckStopped):
                raise error

        self._tick.start()
        self.moved.emit()
        background.run(lambda: check_file(path, noticed=True, run=run), done, failed, of=self)

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self.run is not None:
            self.run.given_up = True
            self._ended(self.run)

    def _ended(self, run: CheckRun) -> bool:
        """Whether it is this one that was still waited for."""
        if self.run is not run:
            return False
        self.run = None
        self._tick.stop()
        self.moved.emit()
        return True

"""Python's collector of cycles, kept to the window's thread and to the moments between two events.

Left to itself it runs wherever objects are made: in the thread of a job, where taking away a widget ends the
program, and in the middle of what Qt asks of a table being painted.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOKS_AFTER = 1000
"""Milliseconds between two looks at how much has been made: a round takes some milliseconds."""

COLLECT_AFTER = (20_000, 10, 20)
"""Objects made, then rounds: a page of a large office makes some ten thousand at once and keeps them."""


class Collector(QObject):
    """Looks now and then, as an event like any other, whether there is enough to be worth a round."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(LOOKS_AFTER)


def collect_due(most: tuple[int, int, int] = COLLECT_AFTER) -> None:
    """The round Python would have made by itself by now, if any."""
    due = [age for age, made in enumerate(gc.get_count()) if made > most[age]]
    if due:
        gc.collect(max(due))

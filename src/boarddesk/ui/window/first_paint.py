"""The moment from which the person sees the page and can use it; what can wait is done after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls once, when a widget has been painted; one that nobody can see, or now no longer, is let be."""

    def __init__(self, shown: QWidget, then: Callable[[], object]) -> None:
        super().__init__(shown)
        self._shown, self._then = shown, then
        if shown.isVisible():
            shown.installEventFilter(self)
        else:
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks on."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Hide):
            self._shown.removeEventFilter(self)
            self._go_on()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        QTimer.singleShot(0, self, self._then)

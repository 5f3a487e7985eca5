"""Keys that mean something only in one part of a page, and there before anywhere else in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class OwnKeys(QObject):
    """While the focus is in the part, its keys run what they are for, though a menu has the same ones.

    `also` are parts in it that would otherwise take such a key for themselves.
    """

    def __init__(self, part: QWidget, keys: Mapping[str, Callable[[], object]], *also: QWidget) -> None:
        super().__init__(part)
        self._keys = {QKeySequence(one).toString(): does for one, does in keys.items()}
        for watched in (part, *also):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """First it is claimed, before the window looks for a shortcut; then it is done."""
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            does = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if does is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    does()
                return True
        return super().eventFilter(watched, event)

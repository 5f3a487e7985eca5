"""An icon standing before words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.drawing import Drawing


class IconSign(Drawing):
    """Silent for screen readers, as the words beside it speak; in the ink of their meaning."""

    def __init__(self, name: str, *, ink: str = "muted", size: int = 16) -> None:
        super().__init__(width=size, height=size)
        self._name, self._ink = name, ink

    def draw(self, painter: QPainter, box: QRectF) -> None:
        icons.paint(painter, self._name, box=box, colour=str(getattr(look().tokens, self._ink)))

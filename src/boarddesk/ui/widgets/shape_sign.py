"""One of the six shapes standing before words, in the ink of its meaning."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing


class ShapeSign(Drawing):
    """Says the same as the words beside it, so it stays silent for screen readers unless `said`."""

    def __init__(self, shape: Shape, *, ink: str, said: str = "") -> None:
        super().__init__(width=14, height=16)
        self._shape, self._ink = shape, ink
        self.say(said)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        colour = str(getattr(look().tokens, self._ink))
        paint.shape(painter, self._shape, centre=box.center(), size=look().px(10), colour=colour)

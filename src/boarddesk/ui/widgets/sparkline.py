"""A line the size of a word: where a figure has come from, its target dashed, its last value a dot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.drawing import Drawing


class Sparkline(Drawing):
    """Values from left to right; say in `words` what they tell."""

    def __init__(self, values: Sequence[float] = (), *, target: float | None = None, words: str = "") -> None:
        super().__init__(width=48, height=16)
        self.set_values(values, target=target, words=words)

    def set_values(self, values: Sequence[float], *, target: float | None = None, words: str = "") -> None:
        """Show other values."""
        self._values, self._target = tuple(values), target
        self.say(words or (f"from {values[0]:g} to {values[-1]:g}" if values else "no values yet"))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        sparkline(painter, box, self._values, target=self._target)


def sparkline(painter: QPainter, box: QRectF, values: Sequence[float], *, target: float | None) -> None:
    """Draw it, in a widget or a cell."""
    if not values:
        return
    here, inside = look(), box.adjusted(1, 3, -4, -3)
    known = [*values, target] if target is not None else list(values)
    low, span = min(known), (max(known) - min(known)) or 1.0
    points = [
        _point(inside, at, (value - low) / span, last=max(len(values) - 1, 1))
        for at, value in enumerate(values)
    ]
    if target is not None:
        y = round(inside.bottom() - inside.height() * (target - low) / span) + 0.5
        pen = QPen(here.colour(here.tokens.muted), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(here.colour(here.tokens.chart), 1.6))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(here.colour(here.tokens.chart))
    painter.drawEllipse(points[-1], 2.6, 2.6)


def _point(box: QRectF, at: int, share: float, *, last: int) -> QPointF:
    return QPointF(box.left() + box.width() * at / last, box.bottom() - box.height() * share)

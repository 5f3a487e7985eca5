"""The way of a risk over its map: an arrow from the edge of one box to the edge of another."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import MAP


def arrow(painter: QPainter, start: QRectF, end: QRectF, *, dashed: bool) -> None:
    """With an open head, dashed where it is still to be gone; a light edge parts it from every ground."""
    first, last = _edge(start, end.center()), _edge(end, start.center())
    angle = atan2(last.y() - first.y(), last.x() - first.x())
    long = look().px(8)
    head = [
        QPointF(last.x() - long * cos(angle + turn), last.y() - long * sin(angle + turn))
        for turn in (pi / 6, -pi / 6)
    ]
    halo = QPen(look().colour(MAP.label), 5)
    ink = QPen(look().colour(MAP.ink), 2)
    shaft = QPen(ink)
    if dashed:
        shaft.setDashPattern([3, 2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, point in ((halo, halo), (shaft, ink)):
        painter.setPen(line)
        painter.drawLine(first, last)
        painter.setPen(point)
        painter.drawPolyline(QPolygonF([head[0], last, head[1]]))


def _edge(box: QRectF, towards: QPointF) -> QPointF:
    """Where the line from the middle of a box towards a point leaves it."""
    middle = box.center()
    away = towards - middle
    if not away.x() and not away.y():
        return middle
    share = min(
        box.width() / 2 / abs(away.x()) if away.x() else float("inf"),
        box.height() / 2 / abs(away.y()) if away.y() else float("inf"),
    )
    return middle + away * share

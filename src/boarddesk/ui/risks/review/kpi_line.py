"""A linked KPI as a line over its last readings, each with its number, from zero."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from boarddesk.rules.plan.figures import value_shown
from boarddesk.rules.plan.kpis import Unit
from boarddesk.rules.plan.run_charts import Point
from boarddesk.rules.wording import month
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing

HEIGHT, MOST = 118, 6
_FOOT, _ABOVE, _BESIDE = 20, 8, 18


class KpiLine(Drawing):
    """Grows with its room; no grid and no legend, for the numbers stand at their dots."""

    def __init__(self, points: Sequence[Point], unit: Unit, *, name: str) -> None:
        super().__init__(width=320, height=HEIGHT, grows=True)
        self._points, self._unit = tuple(points)[-MOST:], unit
        readings = ", ".join(f"{month(at.day)} {value_shown(at.value, unit)}" for at in self._points)
        self.say(f"{name}: {readings}")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        if not self._points:
            return
        values = [float(point.value) for point in self._points]
        low, high = min(0.0, *values), max(0.0, *values)
        inside = box.adjusted(here.px(_BESIDE), here.px(_ABOVE), -here.px(_BESIDE), -here.px(_FOOT) - 1)
        steps = max(len(values) - 1, 1)
        places = [
            QPointF(
                inside.left() + inside.width() * at / steps,
                inside.bottom() - inside.height() * (value - low) / ((high - low) or 1.0),
            )
            for at, value in enumerate(values)
        ]
        painter.fillRect(
            QRectF(box.left(), inside.bottom(), box.width(), 1).toRect(), here.colour(tokens.rule)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(here.colour(tokens.chart), 2))
        painter.drawPolyline(QPolygonF(places))
        for at, place in enumerate(places):
            self._draw_reading(painter, box, inside, at=at, place=place)

    def _draw_reading(
        self, painter: QPainter, box: QRectF, inside: QRectF, *, at: int, place: QPointF
    ) -> None:
        """The dot, its number under it (over it where the axis is too near), and the month."""
        here, tokens, last = look(), look().tokens, at == len(self._points) - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour(tokens.chart))
        half = 4.0 if last else 2.6
        painter.drawEllipse(place, half, half)
        words = value_shown(self._points[at].value, self._unit).removesuffix("%").split(" ")[0]
        font, high = here.font(12, strong=last), here.px(16)
        wide = max(paint.width_of(words, font) + 2, here.px(2 * _BESIDE))
        left = min(max(place.x() - wide / 2, box.left()), box.right() - wide)
        under = place.y() + here.px(5)
        above = under + high > inside.bottom()
        number = QRectF(left, place.y() - here.px(5) - high if above else under, wide, high)
        align = paint.CENTRE
        if left > place.x() - wide / 2:
            align = paint.LEFT
        elif left < place.x() - wide / 2:
            align = paint.RIGHT
        ink = tokens.ink if last else tokens.muted
        paint.text(painter, number, words, font=font, colour=ink, align=align)
        foot = QRectF(left, box.bottom() - here.px(_FOOT) + 2, wide, here.px(_FOOT) - 2)
        day = self._points[at].day
        paint.text(painter, foot, f"{day:%b}", font=here.font(12), colour=tokens.muted, align=align)

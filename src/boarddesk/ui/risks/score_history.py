"""A risk's last reviews as a line, with the appetite of its category; and the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from boarddesk.rules.risks.risk import Appetite, Score
from boarddesk.rules.wording import day
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing

_HIGH, _NAMES, _FOOT, _HEAD = 108, 94, 18, 18


class ScoreHistory(Drawing):
    """The scale runs from 0 to the highest of the matrix; first, lowest and last are printed."""

    def __init__(self, scores: Sequence[Score], *, appetite: Appetite, highest: int) -> None:
        super().__init__(width=240, height=_HIGH, grows=True)
        self._scores = [score for score in scores if score.product is not None]
        self._appetite, self._highest = appetite, highest
        said = ", ".join(f"{day(score.as_at)} {score.shown}" for score in scores)
        self.say(f"Scores: {said}" if said else "No scores yet")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        foot, names = here.px(_FOOT), here.px(_NAMES)
        inside = box.adjusted(here.px(10), here.px(_HEAD), -names, -foot - here.px(4))
        painter.fillRect(
            QRectF(box.left(), inside.bottom() + here.px(4), inside.width() + here.px(14), 1),
            here.colour(tokens.rule),
        )
        self._lines(painter, inside)
        if not self._scores:
            return
        points = [self._point(inside, at) for at in range(len(self._scores))]
        painter.setPen(QPen(here.colour(tokens.chart), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour(tokens.chart))
        for at, point in enumerate(points):
            size = 4 if at == len(points) - 1 else 2.6
            painter.drawEllipse(point, size, size)
        self._numbers(painter, points)
        self._days(painter, QRectF(box.left(), box.bottom() - foot, inside.width() + here.px(14), foot))

    def _point(self, box: QRectF, at: int) -> QPointF:
        last = max(len(self._scores) - 1, 1)
        return QPointF(box.left() + box.width() * at / last, self._height(box, self._scores[at].product or 0))

    def _height(self, box: QRectF, value: int) -> float:
        return box.bottom() - box.height() * min(value / self._highest, 1)

    def _numbers(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        here = look()
        values = [score.product or 0 for score in self._scores]
        lowest = values.index(min(values))
        wanted = {0: False, lowest: False, len(values) - 1: True}
        taken: list[QRectF] = []
        for at in sorted(wanted, reverse=True):
            strong = wanted[at]
            room = QRectF(
                points[at].x() - here.px(14), points[at].y() - here.px(21), here.px(28), here.px(16)
            )
            if any(room.intersects(other) for other in taken):
                continue
            taken.append(room)
            colour = here.tokens.ink if strong else here.tokens.muted
            font = here.font(12, strong=strong)
            paint.text(painter, room, str(values[at]), font=font, colour=colour, align=paint.CENTRE)

    def _days(self, painter: QPainter, box: QRectF) -> None:
        here = look()
        first, last = self._scores[0].as_at, self._scores[-1].as_at
        font, colour = here.font(12), here.tokens.muted
        paint.text(painter, box, f"{first:%b %Y}", font=font, colour=colour)
        if last != first:
            words = (
                f"{last:%b}" if (last - first).days < 330 and last.year - first.year < 2 else f"{last:%b %Y}"
            )
            paint.text(painter, box, words, font=font, colour=colour, align=paint.RIGHT)

    def _lines(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        lines = (("tolerable", self._appetite.tolerable, False), ("optimal", self._appetite.optimal, True))
        below = float("-inf")
        for name, value, dashed in lines:
            if value is None:
                continue
            y = round(self._height(box, value)) + 0.5
            pen = QPen(here.colour(tokens.ink), 1.3)
            if dashed:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(box.left() - here.px(8), y), QPointF(box.right() + here.px(6), y))
            top = max(y - here.px(8), below)
            below = top + here.px(15)
            room = QRectF(box.right() + here.px(12), top, here.px(_NAMES), here.px(16))
            paint.text(painter, room, f"{name} {value}", font=here.font(12), colour=tokens.muted)

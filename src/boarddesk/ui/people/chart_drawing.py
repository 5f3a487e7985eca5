"""The governance chart as it is painted: on the page in the window’s theme, on a sheet in the light one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QToolTip

from boarddesk.rules.governance.chart import Box, Chart
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.governance.routes import Route
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import LIGHT, Tokens
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing

DASHES: dict[LineKind, Sequence[float]] = {
    LineKind.ACCOUNTABLE_TO: (),
    LineKind.INFORMS: (5, 3.5),
    LineKind.SCRUTINISED_BY: (1.2, 2.6),
}
"""Solid, dashed, dotted; the word stands on each line too."""

MARGIN, TIP, JOINT = 2, 8, 2.5
"""Around the chart, the length of an arrow, the dot where a line parts: where lines cross there is none."""

SHEET, FINE = 20, 2
"""Around the chart on a sheet, and how much finer it is there."""


class ChartDrawing(Drawing):
    """Paints a chart; a click on a board opens it."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(width=200, height=100)
        self.chart = Chart((), (), 0, 0)

    def show_chart(self, chart: Chart, words: str) -> None:
        """Another chart, and what it says in words."""
        self.chart = chart
        self.resize_to(round(chart.wide) + 2 * MARGIN, round(chart.high) + 2 * MARGIN)
        self.say(words)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        painter.translate(look().px(MARGIN), look().px(MARGIN))
        _paint(painter, self.chart, look().tokens)

    def sheet(self, title: str) -> QImage:
        """The chart under its title on white paper, to be pasted into a document."""
        here = look()
        edge, head = here.px(SHEET), here.px(36)
        wide = max(here.px(self.chart.wide), round(paint.width_of(title, here.font(16, strong=True))))
        size = QSize(wide + 2 * edge, here.px(self.chart.high) + head + 2 * edge)
        made = QImage(size * FINE, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(FINE)
        made.fill(here.colour(LIGHT.page))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(edge, edge, wide, head)
        paint.text(painter, place, title, font=here.font(16, strong=True), colour=LIGHT.ink)
        painter.translate(edge, edge + head)
        _paint(painter, self.chart, LIGHT)
        painter.end()
        return made

    # ── the pointer ──

    def _box_at(self, at: QPointF) -> Box | None:
        there = (at - QPointF(look().px(MARGIN), look().px(MARGIN))) / look().scale
        return next((box for box in self.chart.boxes if _rect(box, 1).contains(there)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self._box_at(event.position())
        if box is not None and box.body.is_board and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(box.body.key)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            box = self._box_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), box.body.name if box else "", self)
            return True
        return super().event(event)


def _rect(box: Box, scale: float) -> QRectF:
    return QRectF(box.left * scale, box.top * scale, box.wide * scale, box.high * scale)


def _paint(painter: QPainter, chart: Chart, tokens: Tokens) -> None:
    for route in chart.routes:
        _paint_route(painter, route, tokens)
    for route in chart.routes:
        _paint_word(painter, route, tokens)
    for box in chart.boxes:
        _paint_box(painter, box, tokens)


def _paint_route(painter: QPainter, route: Route, tokens: Tokens) -> None:
    here = look()
    ink = here.colour(tokens.ink if route.bundle.kind is LineKind.ACCOUNTABLE_TO else tokens.muted)
    pen = QPen(ink, max(1.0, 1.5 * here.scale))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := DASHES[route.bundle.kind]:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    scale = here.scale
    painter.drawLines([QLineF(*(length * scale for length in stretch)) for stretch in route.stretches])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x, y in route.joints:
        painter.drawEllipse(QPointF(x * scale, y * scale), JOINT * scale, JOINT * scale)
    back = TIP if route.bundle.leads_up else -TIP
    for x, y in route.tips:
        corners = [(x, y), (x - TIP / 2, y + back), (x + TIP / 2, y + back)]
        painter.drawPolygon(QPolygonF([QPointF(left * scale, top * scale) for left, top in corners]))


def _paint_word(painter: QPainter, route: Route, tokens: Tokens) -> None:
    """On the line, under the arrow, with ground around it."""
    here = look()
    font, words = here.font(12), route.bundle.kind.value
    wide, high = paint.width_of(words, font) + here.px(6), here.px(16)
    x, y = (length * here.scale for length in route.word)
    place = QRectF(x - wide / 2, y - high / 2, wide, high)
    painter.fillRect(place, here.colour(tokens.page))
    paint.text(painter, place, words, font=font, colour=tokens.muted, align=paint.CENTRE)


def _paint_box(painter: QPainter, box: Box, tokens: Tokens) -> None:
    """A board of the office in a frame under its short name; another body in grey, by its name alone."""
    here, place = look(), _rect(box, look().scale)
    inside = place.adjusted(here.px(8), here.px(5), -here.px(8), -here.px(5))
    if box.body.is_board:
        paint.box_edge(painter, place, fill=tokens.key, edge=tokens.ctl, radius=4)
        upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2)
        strong = here.font(strong=True)
        paint.text(painter, upper, box.body.short_name, font=strong, colour=tokens.ink, align=paint.CENTRE)
        lower = upper.translated(0, upper.height())
        paint.text(painter, lower, box.body.name, font=here.font(12), colour=tokens.muted, align=paint.CENTRE)
        return
    paint.box_edge(painter, place, fill=tokens.line, edge="", radius=4)
    rows = _in_two(box.body.name, inside.width())
    high = inside.height() / 2
    top = inside.top() if len(rows) == 2 else inside.top() + high / 2
    for at, words in enumerate(rows):
        row = QRectF(inside.left(), top + at * high, inside.width(), high)
        paint.text(painter, row, words, font=here.font(), colour=tokens.ink, align=paint.CENTRE)


def _in_two(words: str, wide: float) -> list[str]:
    """The words on one line or two; what the second cannot hold is left to its ellipsis."""
    layout = QTextLayout(words, look().font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(wide)
    layout.endLayout()
    rest = words[first.textLength() :].strip()
    return [words[: first.textLength()].strip(), rest] if rest else [words]

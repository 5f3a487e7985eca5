"""Bars over meetings against a target: from zero, the open register dashed, the cancelled meeting named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from boarddesk.ui.look.contrast import ink_on
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing


class BarState(StrEnum):
    """What a bar stands for."""

    COUNTED = "counted"
    OPEN = "open"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Bar:
    """One meeting: its label under the bar, its per cent, the words on it and for screen readers."""

    label: str
    percent: float | None = None
    words: str = ""
    state: BarState = BarState.COUNTED

    @property
    def spoken(self) -> str:
        """The bar in words."""
        value = self.words or ("nothing" if self.percent is None else f"{self.percent:g}%")
        return f"{self.label}: {value if self.state is BarState.COUNTED else self.state.value}"


class BarStrip(Drawing):
    """Bars of one series. `places` (left, width in pixels) puts each under its column of a table above."""

    def __init__(
        self, bars: Sequence[Bar] = (), *, target: float | None = None, height: int = 60, inside: bool = True
    ) -> None:
        super().__init__(width=200, height=height, grows=True)
        self._inside = inside
        self._places: tuple[tuple[int, int], ...] = ()
        self.set_bars(bars, target=target)

    def set_bars(self, bars: Sequence[Bar], *, target: float | None = None) -> None:
        """Show other bars."""
        self._bars, self._target = tuple(bars), target
        told = "; ".join(bar.spoken for bar in self._bars) or "no meetings"
        self.say(f"{told}. Target {target:g}%" if target is not None else told)

    def set_places(self, places: Sequence[tuple[int, int]]) -> None:
        """Share the columns of the table above: left edge and width of each bar's column."""
        self._places = tuple(places)
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here = look()
        foot = 1 if self._inside else here.px(18)
        room = here.px(70) if self._target is not None and not self._places else 0
        plot = box.adjusted(0, 4, -room, -foot)
        columns = self._columns(plot)
        for bar, column in zip(self._bars, columns, strict=False):
            self._draw_bar(painter, column, bar)
            if not self._inside:
                under = self._under(column, QRectF(box.left(), plot.bottom() + 2, box.width(), foot - 2), bar)
                paint.text(
                    painter,
                    under,
                    bar.label,
                    font=here.font(12),
                    colour=here.tokens.muted,
                    align=paint.CENTRE,
                )
        if columns:
            self._draw_target(painter, plot, columns)
            start, end = columns[0].left() - 4, columns[-1].right() + 4
            painter.fillRect(QRectF(start, plot.bottom(), end - start, 1), here.colour(here.tokens.rule))

    @staticmethod
    def _under(column: QRectF, foot: QRectF, bar: Bar) -> QRectF:
        """Where the words under a bar stand: in its middle, and whole at both ends of the strip."""
        wide = paint.width_of(bar.label, look().font(12)) + 4
        left = column.center().x() - wide / 2
        return QRectF(max(foot.left(), min(left, foot.right() - wide)), foot.top(), wide, foot.height())

    def _columns(self, plot: QRectF) -> list[QRectF]:
        if self._places:
            wide = look().px(24)
            lefts = [left + (width - wide) / 2 for left, width in self._places]
        else:
            part = plot.width() / max(len(self._bars), 1)
            wide = min(round(part * 0.75), look().px(24))
            lefts = [plot.left() + part * at + (part - wide) / 2 for at in range(len(self._bars))]
        return [QRectF(round(left), plot.top(), wide, plot.height()) for left in lefts]

    def _draw_bar(self, painter: QPainter, column: QRectF, bar: Bar) -> None:
        here, tokens = look(), look().tokens
        if bar.state is BarState.CANCELLED:
            self._draw_cancelled(painter, column)
            return
        high = column.height() * min(bar.percent or 0.0, 100.0) / 100
        top = round(column.bottom() - high)
        box = QRectF(column.left(), top, column.width(), column.bottom() - top)
        if bar.state is BarState.OPEN:
            paint.box_edge(painter, box, fill="", edge=tokens.ctl, radius=0, dashed=True)
            if self._inside:
                _upright(painter, box, "open")
            return
        reaches = self._target is None or (bar.percent or 0.0) >= self._target
        fill = tokens.chart if reaches else tokens.chart_lesser
        painter.fillRect(box, here.colour(fill))
        if self._inside and bar.percent is not None:
            self._draw_number(painter, box, bar.words.removesuffix("%") or f"{bar.percent:.0f}", fill=fill)

    def _draw_number(self, painter: QPainter, box: QRectF, shown: str, *, fill: str) -> None:
        """At the foot of its bar, or above a bar too short to hold it."""
        here = look()
        inside = box.height() > here.px(16)
        foot = box.bottom() if inside else box.top() + 1
        words = QRectF(box.left() - 2, foot - here.px(18), box.width() + 4, here.px(17))
        colour = ink_on(fill) if inside else here.tokens.ink
        font = here.font(12, strong=True)
        paint.text(painter, words, shown, font=font, colour=colour, align=paint.CENTRE)

    def _draw_cancelled(self, painter: QPainter, column: QRectF) -> None:
        here = look()
        if self._inside and column.height() > here.px(50):
            painter.fillRect(column.adjusted(-5, -4, 5, 0), here.colour(here.tokens.panel))
            _upright(painter, column, "cancelled")
        else:
            foot = QRectF(column.left(), column.bottom() - here.px(18), column.width(), here.px(16))
            paint.text(painter, foot, "–", font=here.font(12), colour=here.tokens.muted, align=paint.CENTRE)

    def _draw_target(self, painter: QPainter, plot: QRectF, columns: Sequence[QRectF]) -> None:
        if self._target is None:
            return
        here = look()
        y = round(plot.bottom() - plot.height() * self._target / 100) + 0.5
        start, end = columns[0].left() - 4, columns[-1].right() + 8
        pen = QPen(here.colour(here.tokens.ink), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        words = QRectF(end + 4, y - here.px(9), here.px(80), here.px(18))
        paint.text(painter, words, f"target {self._target:g}%", font=here.font(12), colour=here.tokens.ink)


def _upright(painter: QPainter, box: QRectF, words: str) -> None:
    """Write from foot to head, in the middle of a bar."""
    here = look()
    painter.save()
    painter.translate(box.center())
    painter.rotate(-90)
    painter.setPen(Qt.PenStyle.NoPen)
    turned = QRectF(-box.height() / 2 - 4, -box.width() / 2, box.height() + 8, box.width())
    paint.text(painter, turned, words, font=here.font(12), colour=here.tokens.muted, align=paint.CENTRE)
    painter.restore()

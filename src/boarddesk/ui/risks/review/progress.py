"""How far a review is, as squares: done, now, to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.drawing import Drawing

_SIDE, _PITCH, _MOST = 12, 16, 20
"""A square, from one to the next, and so many at most: beyond that the words beside them must do."""


class ProgressSquares(Drawing):
    """One square a risk, in the order of the review."""

    def __init__(self) -> None:
        super().__init__(width=_PITCH, height=_SIDE)
        self._done: tuple[bool, ...] = ()
        self._now = -1

    def set_progress(self, done: tuple[bool, ...], now: int) -> None:
        """Which are done, and which of them is looked at; -1 for none."""
        self._done, self._now = done if len(done) <= _MOST else (), now
        self.say(f"{sum(done)} of {len(done)} done")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        here = look()
        return QSize(here.px(_PITCH) * len(self._done), here.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(_SIDE))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        side, pitch = here.px(_SIDE), here.px(_PITCH)
        fits = int(box.width()) // pitch
        if fits < len(self._done):
            return
        for at, done in enumerate(self._done):
            square = QRectF(at * pitch, 0, side, side)
            now = at == self._now
            painter.setPen(QPen(here.colour(tokens.accent if done or now else tokens.ctl), 2 if now else 1))
            painter.setBrush(here.colour(tokens.accent) if done and not now else Qt.BrushStyle.NoBrush)
            inset = 1.0 if now else 0.5
            painter.drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), 2, 2)
            if now:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(here.colour(tokens.accent))
                painter.drawRect(QRectF(square.center().x() - 2, square.center().y() - 2, 4, 4))

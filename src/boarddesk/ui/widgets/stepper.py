"""Steps of a meeting, a month or a wizard: done, passed over, now, to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    PASSED_OVER = "passed over"
    NOW = "now"
    TO_COME = "to come"


@dataclass(frozen=True)
class Step:
    """One step; `note` is the third line, `late` paints it as late, `square` is for the meeting itself."""

    title: str
    state: StepState = StepState.TO_COME
    second: str = ""
    note: str = ""
    late: bool = False
    square: bool = False

    @property
    def spoken(self) -> str:
        """The step in words."""
        words = [self.title, self.state.value, self.second, f"late: {self.note}" if self.late else self.note]
        return ", ".join(word for word in words if word)


_RING = 16
_HAPPENS = (StepState.DONE, StepState.NOW)


class Stepper(Drawing):
    """Words beside their rings in one line, or (stacked) rings spread over the width with words under them.

    `progress` is how far between the last done step and the next one today stands, 0 to 1 (stacked only).
    """

    def __init__(
        self, steps: Sequence[Step] = (), *, stacked: bool = False, progress: float | None = None
    ) -> None:
        super().__init__(width=480, height=72 if stacked else 24, grows=stacked)
        self._stacked = stacked
        self.set_steps(steps, progress=progress)

    def set_steps(self, steps: Sequence[Step], *, progress: float | None = None) -> None:
        """Show other steps."""
        self._steps, self._progress = tuple(steps), progress
        self.say("; ".join(step.spoken for step in self._steps))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._stacked:
            return super().sizeHint()
        gap = look().px(44)
        width = sum(self._width(step) for step in self._steps) + gap * max(len(self._steps) - 1, 0)
        return QSize(round(width) + 2, look().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(72)) if self._stacked else self.sizeHint()

    def _width(self, step: Step) -> float:
        strong = step.state is StepState.NOW or (self._stacked and step.square)
        return look().px(22) + paint.width_of(step.title, look().font(13, strong=strong)) + look().px(2)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        if self._stacked:
            self._draw_stacked(painter, box)
        else:
            self._draw_line(painter, box)

    def _draw_line(self, painter: QPainter, box: QRectF) -> None:
        here, x = look(), box.left()
        for at, step in enumerate(self._steps):
            self._draw_ring(painter, QPointF(x + here.px(8), box.center().y()), step)
            strong = step.state is StepState.NOW
            colour = here.tokens.ink if step.state in _HAPPENS else here.tokens.muted
            words = QRectF(x + here.px(22), box.top(), self._width(step), box.height())
            paint.text(painter, words, step.title, font=here.font(13, strong=strong), colour=colour)
            x += self._width(step)
            if at + 1 < len(self._steps):
                done = step.state is StepState.DONE
                self._draw_link(painter, x + here.px(8), x + here.px(34), y=box.center().y(), done=done)
            x += here.px(44)

    def _draw_stacked(self, painter: QPainter, box: QRectF) -> None:
        here = look()
        part = box.width() / max(len(self._steps), 1)
        room = part - here.px(4)
        size = 13 if all(self._width(step) - here.px(24) <= room for step in self._steps) else 12
        y = box.top() + here.px(9)
        for at, step in enumerate(self._steps):
            x = box.left() + part * at
            if at + 1 < len(self._steps):
                start, end = x + here.px(21), x + part - here.px(5)
                self._draw_link(painter, start, end, y=y, done=False)
                self._draw_progress(painter, start, end, y=y, at=at)
            self._draw_ring(painter, QPointF(x + here.px(8), y), step)
            self._draw_words(painter, QRectF(x, y + here.px(10), room, here.px(53)), step, size=size)

    def _draw_progress(self, painter: QPainter, start: float, end: float, *, y: float, at: int) -> None:
        done = self._steps[at].state is StepState.DONE
        if not done:
            return
        is_last_done = self._steps[at + 1].state is not StepState.DONE
        share = self._progress if is_last_done and self._progress is not None else 1.0
        reached = start + (end - start) * max(0.0, min(share, 1.0))
        self._draw_link(painter, start, reached, y=y, done=True)
        if is_last_done and self._progress is not None:
            painter.setPen(QPen(look().colour(look().tokens.accent), 2))
            painter.drawLine(QPointF(reached, y - look().px(6)), QPointF(reached, y + look().px(6)))

    def _draw_words(self, painter: QPainter, box: QRectF, step: Step, *, size: int) -> None:
        here, tokens = look(), look().tokens
        strong = step.state is StepState.NOW or step.square
        high = here.px(18)
        title = QRectF(box.left(), box.top(), box.width(), high)
        paint.text(painter, title, step.title, font=here.font(size, strong=strong), colour=tokens.ink)
        second = title.translated(0, here.px(18))
        paint.text(painter, second, step.second, font=here.font(12), colour=tokens.muted)
        note = second.translated(0, here.px(17))
        if step.late:
            centre = QPointF(note.left() + here.px(6), note.center().y())
            paint.shape(painter, Shape.TRIANGLE, centre=centre, size=here.px(8), colour=tokens.bad)
            note = note.adjusted(here.px(14), 0, 0, 0)
        colour = tokens.bad if step.late else tokens.muted
        paint.text(painter, note, step.note, font=here.font(12, strong=step.late), colour=colour)

    def _draw_link(self, painter: QPainter, start: float, end: float, *, y: float, done: bool) -> None:
        colour = look().tokens.accent if done else look().tokens.rule
        painter.setPen(QPen(look().colour(colour), 2))
        painter.drawLine(QPointF(start, y), QPointF(end, y))

    def _draw_ring(self, painter: QPainter, centre: QPointF, step: Step) -> None:
        here, tokens = look(), look().tokens
        edge = tokens.accent if step.state in _HAPPENS else tokens.ctl
        painter.setPen(QPen(here.colour(edge), 1.6))
        filled = step.state is StepState.DONE
        painter.setBrush(here.colour(tokens.accent) if filled else Qt.BrushStyle.NoBrush)
        half = here.px(_RING) / 2 - 1
        if step.square:
            painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, half * 2, half * 2), 3, 3)
        else:
            painter.drawEllipse(centre, half, half)
        if filled:
            paint.shape(painter, Shape.TICK, centre=centre, size=here.px(7), colour=tokens.on_accent)
        elif step.state is StepState.PASSED_OVER:
            across = QPointF(here.px(3), 0)
            painter.drawLine(centre - across, centre + across)
        elif step.state is StepState.NOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour(tokens.accent))
            painter.drawEllipse(centre, here.px(3), here.px(3))

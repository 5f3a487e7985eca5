"""A status as shape, word, fill and edge; a flag as outlined words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from boarddesk.rules.statuses.status import Status
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing


class StatusChip(Drawing):
    """What a person judged: filled, the same width down a column.

    `pressed` is for the pointer alone: beside a chip that opens something stands a link that does the same.
    """

    pressed = Signal()

    def __init__(self, status: Status | None = None) -> None:
        super().__init__(width=paint.CHIP_WIDTH, height=paint.CHIP_HEIGHT)
        self.set_status(status)

    def set_status(self, status: Status | None) -> None:
        """Show another status, or a dash for none."""
        self._status = status
        self.say(status.label if status else "no status")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        label = self._status.label if self._status else ""
        return QSize(paint.chip_width(label), look().px(paint.CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        if self._status is not None:
            paint.chip(painter, box, self._status)
        else:
            paint.text(painter, box, "–", font=look().font(), colour=look().tokens.muted)


class Flag(Drawing):
    """What the program worked out: outlined, two words; `why` is its tooltip."""

    def __init__(self, words: str, *, why: str = "") -> None:
        super().__init__(width=60, height=paint.CHIP_HEIGHT)
        self._words = words
        self.setToolTip(why)
        self.say(f"{words}: {why}" if why else words)

    def sizeHint(self) -> QSize:
        return QSize(round(paint.flag_width(self._words)), look().px(paint.CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        paint.flag(painter, box, self._words)

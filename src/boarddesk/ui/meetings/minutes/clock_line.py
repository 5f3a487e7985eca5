"""The clock of the item in front: when it began, how much of its time is gone, and by how much it is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boarddesk.rules.minutes.clock import ItemClock
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import buttons, paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.icon_sign import IconSign
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.shape_sign import ShapeSign

NOT_BEGUN = "not begun"


class ClockLine(QWidget):
    """In the page, at the right of the item's title; while it has not begun and may, it offers to."""

    def __init__(self, *, begin: Callable[[], object]) -> None:
        super().__init__()
        self.began = label("")
        self.gone = label("", "meta")
        self.sign = ShapeSign(Shape.TRIANGLE, ink="bad")
        self.over = label("", "bad meta")
        self.begin = buttons.link("Begin now", begin)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconSign("clock"))
        for part in (self.began, self.gone, self.sign, self.over, self.begin):
            row.addWidget(part)

    def show_clock(self, clock: ItemClock, *, may_begin: bool) -> None:
        """As it stands; past its time the rest says so in red."""
        self.began.setText(f"began {clock.began}" if clock.began else NOT_BEGUN)
        self.gone.setText(clock.words)
        self.gone.setVisible(bool(clock.words))
        self.sign.setVisible(bool(clock.over))
        self.over.setText(f"{clock.over} over")
        self.over.setVisible(bool(clock.over))
        self.begin.setVisible(may_begin and not clock.began)
        over = f", {clock.over} over" if clock.over else ""
        self.setAccessibleName(f"Clock: {self.began.text()}, {clock.words}{over}".rstrip(", "))


class TimeBar(Drawing):
    """How much of an item's time is gone; full, and in red, once it is over."""

    def __init__(self) -> None:
        super().__init__(width=200, height=6, grows=True)
        self._share = 0.0

    def show_clock(self, clock: ItemClock) -> None:
        """The share of its minutes that is gone."""
        self._share = (clock.gone or 0) / clock.allotted if clock.allotted else 0.0
        self.say(clock.words)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        tokens = look().tokens
        paint.box_edge(painter, box, fill=tokens.rule, edge="", radius=3)
        if self._share:
            part = QRectF(box.left(), box.top(), box.width() * min(self._share, 1), box.height())
            ink = tokens.bad if self._share > 1 else tokens.accent
            paint.box_edge(painter, part, fill=ink, edge="", radius=3)

"""A risk's score as figure and level, filled: a person gave it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from boarddesk.rules.risks.matrix import Level
from boarddesk.rules.risks.risk import Score
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.drawing import Drawing


class LevelChip(Drawing):
    """As wide as the longest of the levels it may show; a dash where there is no score."""

    def __init__(self, score: Score | None = None, *, levels: Sequence[Level] = ()) -> None:
        super().__init__(width=paint.LEVEL_WIDTH, height=paint.CHIP_HEIGHT)
        self.set_score(score, levels=levels)

    def set_score(self, score: Score | None, *, levels: Sequence[Level] = ()) -> None:
        """Show another score, beside chips of these levels."""
        self._score = score
        own = (score.level,) if score and score.level else ()
        self._names = [level.name for level in (*levels, *own)]
        self.say(score.shown if score else "no score")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(paint.level_width(self._names), look().px(paint.CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        if self._score is not None:
            paint.level(painter, box, name=self._score.level, figure=self._score.product)
        else:
            paint.text(painter, box, "–", font=look().font(), colour=look().tokens.muted)

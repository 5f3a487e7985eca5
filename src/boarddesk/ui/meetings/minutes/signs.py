"""What is painted beside the text: bullets, locks where something is restricted, the ring of a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextBlock

from boarddesk.rules.minutes.block import Block, BlockKind, SpanKind
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint

_LOCK = 11


def has_restricted(block: Block) -> bool:
    """Whether any of it is withheld from what is published."""
    return block.restricted or any(span.kind is SpanKind.RESTRICTED for span in block.spans)


def paint_beside(painter: QPainter, here: QTextBlock, block: Block, *, large: bool) -> None:
    """The signs of one paragraph, where the document stands in the painter."""
    if not here.layout().lineCount():
        return
    first = here.layout().lineAt(0)
    line = first.rect().translated(here.layout().position())
    px, tokens = look().px, look().tokens
    if block.kind is BlockKind.BULLET:
        font = look().font(16 if large else 13)
        painter.setFont(font)
        painter.setPen(look().colour(tokens.ink))
        left = line.left() - px(22 if large else 18) + px(5)
        painter.drawText(QPointF(left, line.top() + first.ascent()), "•")
    if has_restricted(block):
        side = px(_LOCK)
        middle = line.center().y() if not block.kind.is_row else line.top() + px(18)
        box = QRectF(px(1), middle - side / 2, side, side)
        icons.paint(painter, "lock", box=box, colour=tokens.muted)
        if block.restricted:
            whole = here.layout().boundingRect().translated(here.layout().position())
            pen = QPen(look().colour(tokens.ctl), 1.4)
            pen.setDashPattern([1, 2])
            painter.setPen(pen)
            x = box.center().x()
            painter.drawLine(QPointF(x, box.bottom() + px(2)), QPointF(x, max(whole.bottom(), box.bottom())))


def paint_ring(painter: QPainter, here: QTextBlock) -> None:
    """The row the caret is at."""
    line = here.layout().lineAt(0)
    box = line.naturalTextRect().translated(here.layout().position())
    paint.focus_ring(painter, box)

"""What is painted beside the text: bullets, locks where something is restricted, the ring of a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from boarddesk.rules.minutes.block import Block, BlockKind, SpanKind
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.formats import is_row
from boarddesk.ui.meetings.minutes.item_text import ItemText
from boarddesk.ui.widgets import paint

_LOCK = 11


def has_restricted(block: Block) -> bool:
    """Whether any of it is withheld from what is published."""
    return block.restricted or any(span.kind is SpanKind.RESTRICTED for span in block.spans)


def paint_signs(
    on: QWidget, text: ItemText, here: QTextBlock, *, down: int, to: int, ringed: QTextBlock | None
) -> None:
    """The signs of the paragraphs from one down to an edge, where the text is scrolled `down`."""
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, -down)
    while here.isValid() and text.documentLayout().blockBoundingRect(here).top() - down <= to:
        if here.layout().lineCount():
            _paint_beside(painter, here, text.block_at(here), large=text.drawing.large)
            if here == ringed and is_row(here):
                line = here.layout().lineAt(0).naturalTextRect()
                paint.focus_ring(painter, line.translated(here.layout().position()))
        here = here.next()
    painter.end()


def _paint_beside(painter: QPainter, here: QTextBlock, block: Block, *, large: bool) -> None:
    first = here.layout().lineAt(0)
    line = first.rect().translated(here.layout().position())
    px, tokens = look().px, look().tokens
    if block.kind is BlockKind.BULLET:
        font = look().font(16 if large else 13)
        painter.setFont(font)
        painter.setPen(look().colour(tokens.ink))
        left = line.left() - px(22 if large else 18) + px(5)
        painter.drawText(QPointF(left, line.top() + first.ascent()), "•")
    if has_restricted(block) and not large:  # on the whole screen others may see it
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

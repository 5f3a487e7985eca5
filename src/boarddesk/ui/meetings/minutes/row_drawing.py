"""A decision, an action or a challenge as it stands in the text: one thing the caret steps over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)

from boarddesk.rules.minutes.block import BlockKind
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.formats import KIND, RECORD
from boarddesk.ui.widgets import paint

ICONS = {BlockKind.DECISION: "decision", BlockKind.ACTION: "action", BlockKind.CHALLENGE: "help"}
"""The icon of each kind of row, in the text and on the buttons that make one."""


@dataclass(frozen=True)
class RowInText:
    """What a row shows: `Decision`, `D-016`, `Agreed`, `that 3.3 stays…`, `plan 3.3 …`."""

    word: str
    ref: str
    verb: str
    sentence: str
    facts: str

    @property
    def in_words(self) -> str:
        """The row as it is read aloud and copied."""
        head = " ".join(filter(None, (self.word, self.ref)))
        said = " ".join(filter(None, (self.verb, self.sentence)))
        return f"{head}: {said}" + (f" ({self.facts})" if self.facts else "")


@dataclass(frozen=True)
class _Measures:
    """Lengths of a row, in pixels of the design."""

    pad: int
    icon: int
    word: int
    column: int
    gap: int
    line: int
    size: int
    meta: int


_IN_PAGE = _Measures(pad=8, icon=12, word=36, column=66, gap=10, line=19, size=13, meta=12)
_LARGE = _Measures(pad=12, icon=15, word=42, column=84, gap=12, line=24, size=16, meta=13)


class RowDrawing(QPyTextObject):
    """Draws the rows of one text, as wide as the text is; knows them by the ids of their records."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Mapping[str, RowInText] = {}
        self.large = False

    def row_of(self, style: QTextFormat) -> RowInText:
        """What a place in the text shows; its kind alone where its record is not known."""
        kind = str(style.property(KIND))
        return self.rows.get(str(style.property(RECORD))) or RowInText(kind.capitalize(), "", "", "", "")

    def intrinsicSize(self, document: QTextDocument, _at: int, style: QTextFormat) -> QSizeF:
        wide = max(document.textWidth(), look().px(240)) - 2 * document.documentMargin() - 0.5
        return QSizeF(wide, self._height(self.row_of(style), wide))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _at: int, style: QTextFormat
    ) -> None:
        px, tokens, sizes = look().px, look().tokens, self._sizes
        row, box = self.row_of(style), QRectF(rect)
        painter.save()
        paint.box_edge(painter, box, fill=tokens.panel, edge="", radius=4)
        top = box.top() + px(sizes.pad)
        side = px(16)
        place = QRectF(box.left() + px(sizes.icon), top + (px(sizes.line) - side) / 2, side, side)
        icons.paint(painter, ICONS[BlockKind(str(style.property(KIND)))], box=place, colour=tokens.muted)
        column = QRectF(box.left() + px(sizes.word), top, self._column(row), px(sizes.line))
        paint.text(painter, column, row.word, font=look().font(sizes.size, strong=True), colour=tokens.ink)
        column.translate(0, px(sizes.line))
        paint.text(painter, column, row.ref, font=look().font(sizes.meta), colour=tokens.muted)
        for layout, colour, y in self._laid_out(row, box.width()):
            painter.setPen(look().colour(colour))
            layout.draw(painter, QPointF(box.left() + self._left(row), top + y))
        painter.restore()

    @property
    def _sizes(self) -> _Measures:
        return _LARGE if self.large else _IN_PAGE

    def _column(self, row: RowInText) -> float:
        """As wide as the design has it, or as the word is in the font used."""
        font = look().font(self._sizes.size, strong=True)
        return max(look().px(self._sizes.column), paint.width_of(row.word, font) + 1)

    def _left(self, row: RowInText) -> float:
        return look().px(self._sizes.word) + self._column(row) + look().px(self._sizes.gap)

    def _height(self, row: RowInText, wide: float) -> float:
        px, sizes = look().px, self._sizes
        lines = sum(layout.lineCount() for layout, _, _ in self._laid_out(row, wide))
        return 2 * px(sizes.pad) + max(2, lines) * px(sizes.line)

    def _laid_out(self, row: RowInText, wide: float) -> Iterator[tuple[QTextLayout, str, float]]:
        """The sentence and the facts under it, each in lines, with its colour and where it begins."""
        px, tokens, sizes = look().px, look().tokens, self._sizes
        room = wide - self._left(row) - px(sizes.pad)
        said = " ".join(filter(None, (row.verb, row.sentence)))
        sentence = self._wrapped(said, look().font(sizes.size), room=room, strong=len(row.verb))
        yield sentence, tokens.ink, 0
        below = sentence.lineCount() * px(sizes.line)
        if row.facts:
            yield self._wrapped(row.facts, look().font(sizes.meta), room=room), tokens.muted, below

    def _wrapped(self, words: str, font: QFont, *, room: float, strong: int = 0) -> QTextLayout:
        layout = QTextLayout(" ".join(words.split()), font)
        if strong:
            verb = QTextLayout.FormatRange()
            verb.start, verb.length = 0, strong
            style = QTextCharFormat()
            style.setFontWeight(QFont.Weight.DemiBold)
            verb.format = style
            layout.setFormats([verb])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, 40))
            line.setPosition(QPointF(0, y + (look().px(self._sizes.line) - line.height()) / 2))
            y += look().px(self._sizes.line)
        layout.endLayout()
        return layout

"""The painted signs, the same in a table cell and as a widget: shapes, chips, flags, marks, bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from boarddesk.rules.risks.matrix import Level
from boarddesk.rules.statuses.status import SCHEMES, Status
from boarddesk.ui.look import icons
from boarddesk.ui.look.contrast import ink_on
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import LevelPaint, MarkPaint, MarkStyle, Shape, StatusPaint

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
CHIP_WIDTH, CHIP_HEIGHT = 108, 20
_CHIP_BEFORE, _CHIP_BESIDE = 22, 26
"""What a chip has before its word, and in all beside it."""

LEVEL_WIDTH, _LEVEL_BEFORE, _LEVEL_AFTER = 100, 30, 8
"""A level chip, and what it has before and after its word: the figure stands in the first 25 pixels."""

_LOCK = 11
"""The lock in the flag of what is kept from others."""

MARK_WIDTH, MARK_HEIGHT = 24, 20
KEY_WIDTH, KEY_HEIGHT, KEY_PITCH, KEYS_LEFT = 26, 22, 28, 4


def text(
    painter: QPainter,
    box: QRectF,
    words: str,
    *,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = LEFT,
) -> bool:
    """Write one line, elided to the box; True when something had to be left out."""
    metrics = QFontMetricsF(font)
    fits = metrics.horizontalAdvance(words) <= box.width() + 0.5
    shown = words if fits else metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 0.5)
    painter.setFont(font)
    painter.setPen(look().colour(colour))
    painter.drawText(box, int(align | Qt.TextFlag.TextSingleLine), shown)
    return not fits


def width_of(words: str, font: QFont) -> float:
    """How wide a line is in a font."""
    return QFontMetricsF(font).horizontalAdvance(words)


def box_edge(
    painter: QPainter, box: QRectF, *, fill: str, edge: str, radius: float = 3, dashed: bool = False
) -> None:
    """A rounded box with a one-pixel edge on whole pixels; empty words leave fill or edge out."""
    pen = QPen(look().colour(edge), 1) if edge else QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen.setDashPattern([3, 2.5])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(look().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = 0.5 if edge else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def shape(painter: QPainter, kind: Shape, *, centre: QPointF, size: float, colour: str) -> None:
    """One of the six shapes, filled or drawn in line, around a centre."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, half = look().colour(colour), size / 2
    if kind in (Shape.TICK, Shape.RING):
        _line_shape(painter, kind, centre=centre, half=half, ink=ink)
    elif kind is Shape.QUERY:
        text(
            painter,
            _around(centre, half + 2),
            "?",
            font=look().font(12, strong=True),
            colour=colour,
            align=CENTRE,
        )
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        _solid_shape(painter, kind, centre=centre, half=half)


def _around(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, half * 2, half * 2)


def _solid_shape(painter: QPainter, kind: Shape, *, centre: QPointF, half: float) -> None:
    x, y = centre.x(), centre.y()
    if kind is Shape.DOT:
        painter.drawEllipse(centre, half * 0.85, half * 0.85)
    elif kind is Shape.TRIANGLE:
        top, foot = y - half * 0.9, y + half * 0.8
        painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + half, foot), QPointF(x - half, foot)]))
    else:
        corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        painter.drawPolygon(QPolygonF(corners))


def _line_shape(painter: QPainter, kind: Shape, *, centre: QPointF, half: float, ink: QColor) -> None:
    pen = QPen(
        ink, max(1.6, half * 0.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is Shape.RING:
        painter.drawEllipse(centre, half * 0.8, half * 0.8)
        return
    x, y = centre.x(), centre.y()
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(x - half, y + half * 0.1),
                QPointF(x - half * 0.3, y + half * 0.75),
                QPointF(x + half, y - half * 0.75),
            ]
        )
    )


def status_paint(status: Status) -> StatusPaint:
    """How a status of any scheme is painted; fills of the shipped kinds have their own edges per theme."""
    tokens = look().tokens
    usual = tokens.statuses[status.is_a]
    fill = f"#{status.fill.removeprefix('#')}".upper() if status.fill else usual.fill
    if fill == usual.fill:
        return usual
    own = QColor(fill)
    edge = own.lighter(150) if tokens.dark else own.darker(160)
    return StatusPaint(fill, ink_on(fill), edge.name().upper(), usual.shape)


def chip_width(label: str) -> int:
    """As wide as the longest word of the schemes there are, so that chips down a column are alike."""
    here = look()
    font = here.font(12, strong=True)
    longest = max(_longest_of_schemes(font.key()), width_of(label, font))
    return max(ceil(longest) + here.px(_CHIP_BESIDE) + 1, here.px(CHIP_WIDTH))


@cache
def _longest_of_schemes(font: str) -> float:
    """The longest word in a font, given by its key."""
    made = QFont()
    made.fromString(font)
    return max(width_of(status.label, made) for scheme in SCHEMES for status in scheme.statuses)


def chip(painter: QPainter, box: QRectF, status: Status) -> None:
    """A status: fill, edge, shape and word."""
    here, paint = look(), status_paint(status)
    box_edge(painter, box, fill=paint.fill, edge=paint.edge)
    centre = QPointF(box.left() + here.px(13), box.center().y())
    shape(painter, paint.shape, centre=centre, size=here.px(10), colour=paint.text)
    words = box.adjusted(here.px(_CHIP_BEFORE), 0, -here.px(_CHIP_BESIDE - _CHIP_BEFORE), 0)
    text(painter, words, status.label, font=here.font(12, strong=True), colour=paint.text)


def level_width(names: Iterable[str]) -> int:
    """As wide as the longest of these levels, so that chips down a column are alike."""
    here = look()
    longest = max((width_of(name, here.font(strong=True)) for name in names), default=0)
    return max(ceil(longest) + here.px(_LEVEL_BEFORE + _LEVEL_AFTER) + 1, here.px(LEVEL_WIDTH))


def level(painter: QPainter, box: QRectF, *, name: Level | None, figure: int | None) -> None:
    """A score: its figure, and the word of its level; no shape, for the figure is the second sign."""
    here = look()
    own = here.tokens.levels[name.severity] if name else LevelPaint("", here.tokens.ink, here.tokens.ctl)
    box_edge(painter, box, fill=own.fill, edge=own.edge)
    font = here.font(strong=True)
    if figure is not None:
        place = QRectF(box.left(), box.top(), here.px(25), box.height())
        text(painter, place, str(figure), font=font, colour=own.text, align=RIGHT)
    if name is not None:
        words = box.adjusted(here.px(_LEVEL_BEFORE), 0, -here.px(_LEVEL_AFTER) + 1, 0)
        text(painter, words, name.name, font=font, colour=own.text)


def flag_width(words: str, *, locked: bool = False) -> float:
    """How wide a flag is around its words."""
    return round(width_of(words, look().font(12))) + look().px(12 + (_LOCK + 5 if locked else 0))


def flag(painter: QPainter, box: QRectF, words: str, *, locked: bool = False) -> None:
    """What the program worked out: outlined, never filled; what is kept from others has a lock."""
    here, tokens = look(), look().tokens
    box_edge(painter, box, fill="", edge=tokens.ctl)
    if locked:
        side = here.px(_LOCK)
        place = QRectF(box.left() + here.px(7), box.center().y() - side / 2, side, side)
        icons.paint(painter, "lock", box=place, colour=tokens.ink)
        box = box.adjusted(here.px(_LOCK + 5), 0, 0, 0)
    text(painter, box, words, font=here.font(12), colour=tokens.ink, align=CENTRE)


def mark_paint(letter: str) -> MarkPaint:
    """The ground and ink of an attendance letter."""
    tokens = look().tokens
    return tokens.marks.get(letter, MarkPaint("", tokens.muted))


def mark(painter: QPainter, box: QRectF, letter: str, *, style: MarkStyle = MarkStyle.COUNTED) -> None:
    """An attendance letter as the register shows it."""
    tokens, paint = look().tokens, mark_paint(letter)
    if style is MarkStyle.NOT_RECORDED:
        box_edge(painter, box, fill="", edge=tokens.ctl, dashed=True)
        return
    if style is MarkStyle.OPEN:
        box_edge(painter, box, fill=tokens.page, edge=tokens.ctl)
        paint = MarkPaint("", tokens.muted)
    elif paint.ground:
        box_edge(painter, box, fill=paint.ground, edge="")
    font = look().font(12, strong=paint.strong)
    text(painter, box, letter, font=font, colour=paint.letter, align=CENTRE)


def key_boxes(box: QRectF, count: int) -> list[QRectF]:
    """Where the keys of a register row stand in its cell."""
    here = look()
    wide, high = here.px(KEY_WIDTH), here.px(KEY_HEIGHT)
    top = round(box.center().y() - high / 2)
    left = box.left() + here.px(KEYS_LEFT)
    return [QRectF(left + here.px(KEY_PITCH) * at, top, wide, high) for at in range(count)]


def keys(painter: QPainter, box: QRectF, letters: str, *, pressed: str, buttons: bool) -> None:
    """The letters a register row offers: the one pressed stands out, the chosen row draws all as buttons."""
    for letter, place in zip(letters, key_boxes(box, len(letters)), strict=True):
        _key(painter, place, letter, pressed=letter == pressed, button=buttons)


def _key(painter: QPainter, box: QRectF, letter: str, *, pressed: bool, button: bool) -> None:
    tokens, own = look().tokens, mark_paint(letter)
    colour = own.letter if pressed else tokens.ink if button else tokens.muted
    if pressed:
        box_edge(painter, box, fill=own.ground or tokens.page, edge=own.letter if own.ground else tokens.ctl)
        colour = own.letter if own.ground else tokens.ink
    elif button:
        box_edge(painter, box, fill=tokens.key, edge=tokens.ctl)
    text(painter, box, letter, font=look().font(12, strong=pressed), colour=colour, align=CENTRE)


def stacked_bar(
    painter: QPainter, box: QRectF, counts: Sequence[tuple[Status, int]], *, numbers: bool = True
) -> None:
    """Shares of a whole side by side, 1.5 px apart, each with its count when it fits."""
    shown = [(status, count) for status, count in counts if count > 0]
    total = sum(count for _, count in shown)
    if not total:
        return
    gap = 1.5
    unit = (box.width() - gap * (len(shown) - 1)) / total
    x = box.left()
    for status, count in shown:
        segment = QRectF(x, box.top(), unit * count, box.height())
        _segment(painter, segment, status, count=count if numbers else 0)
        x += unit * count + gap


def _segment(painter: QPainter, box: QRectF, status: Status, *, count: int) -> None:
    paint = status_paint(status)
    box_edge(painter, box, fill=paint.fill, edge=paint.edge, radius=2)
    if count:
        font = look().font(12, strong=True)
        if width_of(str(count), font) <= box.width() - 2:
            text(painter, box, str(count), font=font, colour=paint.text, align=CENTRE)


def focus_ring(painter: QPainter, box: QRectF, *, radius: float = 4) -> None:
    """Two pixels of accent, inside the control."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look().colour(look().tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

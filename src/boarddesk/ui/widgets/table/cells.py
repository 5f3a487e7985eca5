"""How the inside of one table cell is painted, by what it holds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import MarkStyle, Shape
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.table.model import TableModel, alignment
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind

PAD, FIRST_PAD = 8, 12
_TWO_LINES = 36
_AHEAD = 30
"""The least a number ahead of the words takes, so that words under each other begin alike."""

_LOCK = 12

SIGN_ROOM = 18
"""What the sign before a figure takes, with the gap after it."""


def colour_of(ink: Ink) -> str:
    """The colour of an ink in the theme in force."""
    return str(getattr(look().tokens, ink.value))


def paint_cell(
    painter: QPainter,
    box: QRectF,
    model: TableModel,
    *,
    at: int,
    column: int,
    first: bool,
    chosen: bool = False,
) -> None:
    """Paint one cell of a row; its ground is there already."""
    line, shown = model.lines[at], model.columns[column]
    cell, row = model.cell(at, column), line.row
    if row is None:
        return
    strong = cell.strong or row.strong or (chosen and shown.names)
    inked = replace(cell, ink=cell.ink or row.ink or shown.ink, strong=strong)
    if cell.keys:
        paint.keys(painter, box, cell.keys, pressed=cell.mark, buttons=chosen)
        return
    narrow = shown.kind is Kind.MARK  # a letter or a short count in the middle needs no room beside it
    left = look().px(FIRST_PAD if first else 1 if narrow else PAD)
    inside = box.adjusted(left, 0, -look().px(1 if narrow else PAD), -1)
    if first and row.children:
        _paint_opener(painter, box, is_open=line.is_open)
    _paint_inside(painter, inside, inked, shown, second=model.second(at, column))


def _paint_opener(painter: QPainter, box: QRectF, *, is_open: bool) -> None:
    half = look().px(10) / 2
    centre = QPointF(box.left() + look().px(7), box.center().y() - 0.5)
    name = "chevron-down" if is_open else "chevron-right"
    place = QRectF(centre.x() - half, centre.y() - half, half * 2, half * 2)
    icons.paint(painter, name, box=place, colour=look().tokens.muted)


def _paint_inside(painter: QPainter, box: QRectF, cell: Cell, column: Column, *, second: str) -> None:
    if cell.ticked is not None:
        _paint_tick(painter, box, ticked=cell.ticked)
    elif cell.became is not None:
        _paint_became(painter, box, cell, column)
    elif cell.status is not None:
        _paint_chip(painter, box, cell)
    elif cell.level is not None:
        wide = max(paint.level_width([cell.level.name]), box.width())
        figure = int(cell.text) if cell.text else None
        paint.level(painter, _chip_box(box, wide), name=cell.level, figure=figure)
    elif cell.flags:
        _paint_flags(painter, box, cell.flags)
    elif cell.bar:
        height = look().px(20)
        place = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        paint.stacked_bar(painter, place, cell.bar)
    elif cell.mark or cell.mark_style is MarkStyle.NOT_RECORDED:
        _paint_mark(painter, box, cell)
    else:
        _paint_words(painter, box, cell, column, second=second)


def _paint_tick(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    here, tokens = look(), look().tokens
    side = here.px(16)
    place = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
    if not ticked:
        paint.box_edge(painter, place, fill=tokens.key, edge=tokens.ctl)
        return
    paint.box_edge(painter, place, fill=tokens.accent, edge=tokens.accent)
    centre = place.center()
    paint.shape(painter, Shape.TICK, centre=centre, size=here.px(8), colour=tokens.on_accent)


def _chip_box(box: QRectF, wide: float) -> QRectF:
    here = look()
    height = here.px(paint.CHIP_HEIGHT)
    top = round(box.center().y() - height / 2)
    return QRectF(box.left(), top, min(wide, box.width() + here.px(PAD)), height)


def _paint_chip(painter: QPainter, box: QRectF, cell: Cell) -> None:
    if cell.status is not None:
        paint.chip(painter, _chip_box(box, paint.chip_width(cell.status.label)), cell.status)


def _paint_flags(painter: QPainter, box: QRectF, flags: tuple[str, ...]) -> None:
    here, x = look(), box.left()
    height = here.px(paint.CHIP_HEIGHT)
    top = round(box.center().y() - height / 2)
    for at, words in enumerate(flags):
        width = paint.flag_width(words)
        if x + width > box.right() + here.px(PAD) and at:
            rest = QRectF(x, box.top(), here.px(28), box.height())
            paint.text(painter, rest, f"+{len(flags) - at}", font=here.font(12), colour=here.tokens.muted)
            return
        paint.flag(painter, QRectF(x, top, width, height), words)
        x += width + here.px(4)


def _paint_mark(painter: QPainter, box: QRectF, cell: Cell) -> None:
    here = look()
    width, height = here.px(paint.MARK_WIDTH), here.px(paint.MARK_HEIGHT)
    place = QRectF(round(box.center().x() - width / 2), round(box.center().y() - height / 2), width, height)
    paint.mark(painter, place, cell.mark, style=cell.mark_style)


def _paint_became(painter: QPainter, box: QRectF, cell: Cell, column: Column) -> None:
    """What it was, an arrow, what it becomes: the old recedes, and stands above where both are too long."""
    here, became = look(), cell.became
    if became is None:
        return
    old = replace(cell, became=None, ink=Ink.MUTED)
    new = replace(became, strong=became.status is None, ink=became.ink or Ink.INK)
    upper = lower = box
    x = box.left()
    if cell_width(cell) <= box.width() + 1 or box.height() < here.px(_TWO_LINES):
        room = _width_of(old)
        upper = QRectF(x, box.top(), room, box.height())
        x += room + here.px(4)
    else:
        upper, lower = _two_lines(box)
    _paint_inside(painter, upper, old, column, second="")
    half = here.px(14) / 2
    arrow = QRectF(x, lower.center().y() - half, half * 2, half * 2)
    icons.paint(painter, "chevron-right", box=arrow, colour=here.tokens.muted)
    x += half * 2 + here.px(4)
    _paint_inside(painter, QRectF(x, lower.top(), box.right() - x, lower.height()), new, column, second="")


def _width_of(cell: Cell) -> float:
    if cell.status is not None:
        return paint.chip_width(cell.status.label)
    return paint.width_of(cell.words, look().font(13)) + 1


def _paint_words(painter: QPainter, box: QRectF, cell: Cell, column: Column, *, second: str) -> None:
    here = look()
    if cell.shape is not None:
        centre = QPointF(box.left() + here.px(6), box.center().y())
        ink = colour_of(cell.shape_ink)
        paint.shape(painter, cell.shape, centre=centre, size=here.px(9), colour=ink)
        if column.kind is not Kind.NUMBER:
            box = box.adjusted(here.px(20), 0, 0, 0)
    if cell.icon:
        half = here.px(16) / 2
        place = QRectF(box.left() - here.px(2), box.center().y() - half, half * 2, half * 2)
        icons.paint(painter, cell.icon, box=place, colour=colour_of(cell.shape_ink))
        box = box.adjusted(here.px(20), 0, 0, 0)
    if cell.ahead:
        paint.text(painter, box, cell.ahead, font=here.font(13), colour=here.tokens.muted)
        box = box.adjusted(_ahead_room(cell.ahead), 0, 0, 0)
    if cell.tag:
        box = _paint_tag(painter, box, cell)
    elif cell.locked:
        box = _paint_lock(painter, box, cell)
    upper, lower = _two_lines(box) if second else (box, box)
    align = alignment(column)
    _paint_line(painter, upper, cell, align=align)
    if second:
        paint.text(painter, lower, second, font=here.font(12), colour=here.tokens.muted, align=align)


def _ahead_room(words: str) -> float:
    """What a number ahead of the words takes: alike under each other, wider where it is long."""
    return max(paint.width_of(words, look().font(13)) + look().px(8), look().px(_AHEAD))


def _paint_tag(painter: QPainter, box: QRectF, cell: Cell) -> QRectF:
    """The flag after the words, whole where they have to give way; the room left for them."""
    here = look()
    width, height = paint.flag_width(cell.tag, locked=cell.locked), here.px(paint.CHIP_HEIGHT)
    words = paint.width_of(cell.text, here.font(13, strong=cell.strong)) + here.px(8)
    left = max(min(box.left() + words, box.right() - width), box.left())
    place = QRectF(round(left), round(box.center().y() - height / 2), width, height)
    paint.flag(painter, place, cell.tag, locked=cell.locked)
    return QRectF(box.left(), box.top(), left - box.left() - here.px(4), box.height())


def _paint_lock(painter: QPainter, box: QRectF, cell: Cell) -> QRectF:
    """A lock alone after the words, where there is no room for the flag; the room left for them."""
    here = look()
    side = here.px(_LOCK)
    words = paint.width_of(cell.text, here.font(13, strong=cell.strong)) + here.px(6)
    left = max(min(box.left() + words, box.right() - side), box.left())
    place = QRectF(round(left), round(box.center().y() - side / 2), side, side)
    icons.paint(painter, "lock", box=place, colour=here.tokens.muted)
    return QRectF(box.left(), box.top(), left - box.left() - here.px(4), box.height())


def cell_width(cell: Cell) -> float:
    """How wide the inside of a cell is when nothing of it is cut."""
    here = look()
    if cell.became is not None:
        after = replace(cell.became, strong=cell.became.status is None)
        return _width_of(replace(cell, became=None)) + here.px(22) + cell_width(after)
    if cell.status is not None:
        return paint.chip_width(cell.status.label)
    if cell.level is not None:
        return paint.level_width([cell.level.name])
    if cell.flags:
        return max(map(paint.flag_width, cell.flags)) + (here.px(32) if len(cell.flags) > 1 else 0)
    font = here.font(13, strong=cell.strong)
    if cell.before:
        return paint.width_of(cell.before, here.font(12)) + _room_after(cell.text, font)
    signed = here.px(20) if cell.shape is not None or cell.icon else 0
    second = paint.width_of(cell.second, here.font(12)) if cell.second else 0
    words = replace(cell, ahead="", tag="").words
    more = _ahead_room(cell.ahead) if cell.ahead else 0
    if cell.tag:
        more += here.px(8) + paint.flag_width(cell.tag, locked=cell.locked)
    elif cell.locked:
        more += here.px(6 + _LOCK)
    return max(paint.width_of(words, font) + more, second) + signed


def figure_room(fraction: str, per_cent: str, *, signed: bool) -> float:
    """How wide a fraction before its per cent is as painted below, with the sign of what is below target."""
    here = look()
    after = _room_after(per_cent, here.font(13, strong=True))
    return (here.px(SIGN_ROOM) if signed else 0) + paint.width_of(fraction, here.font(12)) + after


def _room_after(words: str, font: QFont) -> float:
    """What words take from the muted text before them: per cents stand under each other."""
    return max(paint.width_of(words, font) + look().px(8), look().px(46))


def _paint_line(painter: QPainter, box: QRectF, cell: Cell, *, align: Qt.AlignmentFlag) -> None:
    here = look()
    font = here.font(13, strong=cell.strong)
    colour = colour_of(cell.ink or Ink.INK)
    paint.text(painter, box, cell.text, font=font, colour=colour, align=align)
    if cell.before:
        rest = box.adjusted(0, 0, -_room_after(cell.text, font), 0)
        ink = here.tokens.muted if cell.ink in (None, Ink.INK, Ink.MUTED) else colour
        paint.text(painter, rest, cell.before, font=here.font(12), colour=ink, align=paint.RIGHT)


def _two_lines(box: QRectF) -> tuple[QRectF, QRectF]:
    """The upper line a little above the middle, the lower a little below it."""
    here = look()
    middle = box.center().y()
    upper = QRectF(box.left(), middle - here.px(18), box.width(), here.px(19))
    return upper, QRectF(box.left(), middle - here.px(1), box.width(), here.px(18))

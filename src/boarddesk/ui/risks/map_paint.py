"""How a heat map is laid out and painted: axes, cells, labels, the steps of appetite, the way of one risk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from boarddesk.rules.risks.heat_map import Placement, ScorePath, appetite_steps
from boarddesk.rules.risks.matrix import USUAL, Cell, Matrix
from boarddesk.rules.risks.risk import Appetite, Risk
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import MAP
from boarddesk.ui.risks.arrow import arrow
from boarddesk.ui.widgets import paint

GAP = 4
_CELL, _BARE_CELL, _LEAST_CELL, _MOST_CELL = (76, 50), (62, 50), (44, 38), (92, 62)
_TITLE, _AXIS, _FOOT, _LEVELS = 18, 17, 20, 22
_LINE_NAMES = 60
_INHERENT, _TARGET = "inherent", "target"


@dataclass(frozen=True)
class MapContent:
    """What a map shows: its matrix, who stands where, and the risk whose way and appetite are drawn."""

    matrix: Matrix = USUAL
    placed: Placement = field(default_factory=Placement)
    chosen: Risk | None = None
    path: ScorePath = field(default_factory=ScorePath)


@dataclass(frozen=True)
class MapPlan:
    """Where everything stands: the box of each cell by likelihood and impact, and what fits into it."""

    boxes: Mapping[Cell, QRectF] = field(default_factory=dict)
    left: float = 0
    bottom: float = 0
    right: float = 0
    pitch: tuple[float, float] = (0, 0)
    words_fit: bool = True
    impacts_fit: bool = True
    origin: QPointF = field(default_factory=QPointF)

    @property
    def foot(self) -> float:
        """Where the row begins that names the impact."""
        return self.bottom + look().px(_AXIS)

    @staticmethod
    def _beside(matrix: Matrix) -> float:
        font = look().font(12)
        words = max(paint.width_of(f"{word} {at}", font) for at, word in enumerate(matrix.likelihoods, 1))
        return look().px(_TITLE) + words + look().px(10)

    @classmethod
    def _whole(cls, matrix: Matrix, cell: tuple[int, int], *, levels: bool) -> QSize:
        here = look()
        across, up = len(matrix.impacts), len(matrix.likelihoods)
        wide = cls._beside(matrix) + across * here.px(cell[0] + GAP) + here.px(_LINE_NAMES)
        high = up * here.px(cell[1] + GAP) + here.px(_AXIS + _FOOT + (_LEVELS if levels else 0))
        return QSize(round(wide), high)

    @staticmethod
    def _longest(matrix: Matrix) -> float:
        """What the longest score with its level takes."""
        held = {(up * across, level.name) for (up, across), level in matrix.cells.items()}
        font = look().font(12)
        return max((paint.width_of(f"{score} {name}", font) for score, name in held), default=0)

    @classmethod
    def wanted(cls, matrix: Matrix) -> QSize:
        """The size of the design; narrower where scores stand alone, so that the register has the room."""
        fits = cls._longest(matrix) <= look().px(_CELL[0] - 8)
        return cls._whole(matrix, _CELL if fits else _BARE_CELL, levels=not fits)

    @classmethod
    def least(cls, matrix: Matrix) -> QSize:
        """The size below which labels have no room."""
        return cls._whole(matrix, _LEAST_CELL, levels=True)

    @classmethod
    def of(cls, matrix: Matrix, wide: int, high: int) -> MapPlan:
        """Fitted into a size: scores alone where a level's word is wider than its cell."""
        here = look()
        across, up = len(matrix.impacts), len(matrix.likelihoods)
        left, gap = cls._beside(matrix), here.px(GAP)
        least, most = (tuple(here.px(side) for side in size) for size in (_LEAST_CELL, _MOST_CELL))
        cell_wide = min(max((wide - left - here.px(_LINE_NAMES)) / across - gap, least[0]), most[0])
        font = here.font(12)
        words_fit = cls._longest(matrix) <= cell_wide - here.px(8)
        foot = here.px(_AXIS + _FOOT) + (0 if words_fit else here.px(_LEVELS))
        cell_high = min(max((high - foot) / up - gap, least[1]), most[1])
        pitch = (int(cell_wide) + gap, int(cell_high) + gap)
        bottom = up * pitch[1]
        boxes = {
            (likelihood, impact): QRectF(
                left + (impact - 1) * pitch[0], bottom - likelihood * pitch[1], pitch[0] - gap, pitch[1] - gap
            )
            for likelihood, impact in matrix.places
        }
        impacts = max(paint.width_of(f"{at} {word}", font) for at, word in enumerate(matrix.impacts, 1))
        return cls(
            boxes,
            left,
            bottom,
            left + across * pitch[0] - gap,
            pitch,
            words_fit,
            impacts <= pitch[0],
            QPointF(left - gap / 2, bottom - gap / 2),
        )

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point."""
        return next((place for place, box in self.boxes.items() if box.contains(point)), None)

    def corner(self, across: int, up: int) -> QPointF:
        """A corner between cells, counted from the lower left."""
        return QPointF(self.origin.x() + across * self.pitch[0], self.origin.y() - up * self.pitch[1])


# ── the ground ──


def axes(painter: QPainter, plan: MapPlan, matrix: Matrix) -> None:
    """The words of both axes with their numbers, and what each axis is."""
    here, tokens = look(), look().tokens
    font, strong = here.font(12), here.font(12, strong=True)
    for at, word in enumerate(matrix.likelihoods, 1):
        box = plan.boxes[at, 1]
        beside = QRectF(0, box.top(), plan.left - here.px(10), box.height())
        paint.text(painter, beside, f"{word} {at}", font=font, colour=tokens.muted, align=paint.RIGHT)
    for at, word in enumerate(matrix.impacts, 1):
        box = plan.boxes[1, at]
        under = QRectF(box.left() - GAP / 2, plan.bottom, box.width() + GAP, here.px(_AXIS))
        words = f"{at} {word}" if plan.impacts_fit else str(at)
        paint.text(painter, under, words, font=font, colour=tokens.muted, align=paint.CENTRE)
    title = QRectF(plan.left, plan.bottom + here.px(_AXIS), plan.right - plan.left, here.px(_FOOT))
    paint.text(painter, title, "Impact", font=strong, colour=tokens.muted, align=paint.CENTRE)
    painter.save()
    painter.rotate(-90)
    upright = QRectF(-plan.bottom, 0, plan.bottom, here.px(_TITLE))
    paint.text(painter, upright, "Likelihood", font=strong, colour=tokens.muted, align=paint.CENTRE)
    painter.restore()
    if not plan.words_fit:
        _levels(painter, plan, matrix)


def _levels(painter: QPainter, plan: MapPlan, matrix: Matrix) -> None:
    """The levels once under the map, where their words have no room in the cells."""
    here, left = look(), plan.left
    top = plan.bottom + here.px(_AXIS + _FOOT)
    for level in matrix.levels:
        colours = look().tokens.levels[level.severity]
        font = here.font(12, strong=True)
        wide = paint.width_of(level.name, font) + here.px(14)
        box = QRectF(left, top, wide, here.px(paint.CHIP_HEIGHT))
        paint.box_edge(painter, box, fill=colours.fill, edge=colours.edge)
        paint.text(painter, box, level.name, font=font, colour=colours.text, align=paint.CENTRE)
        left += wide + here.px(8)


def cell(painter: QPainter, plan: MapPlan, content: MapContent, place: Cell) -> None:
    """The ground of a cell."""
    here, box = look(), plan.boxes[place]
    level = content.matrix.cells.get(place)
    if level is None:
        paint.box_edge(painter, box, fill=here.tokens.page, edge=here.tokens.ctl, radius=4, dashed=True)
    else:
        colours = look().tokens.levels[level.severity]
        edge = colours.edge if colours.edge != colours.fill and _has_edge(content, place) else ""
        paint.box_edge(painter, box, fill=colours.fill, edge=edge, radius=4)


def score_box(plan: MapPlan, content: MapContent, place: Cell) -> tuple[QRectF, str]:
    """Where a cell says its score, with its level where there is room, and the words."""
    box, level, words = plan.boxes[place], content.matrix.cells.get(place), str(place[0] * place[1])
    counts = [
        there.left()
        for there, risk in labels(plan, content, place)
        if not risk and there.top() < box.center().y()
    ]
    if level is not None and plan.words_fit:
        whole = f"{words} {level.name}"
        room = min([box.right() - look().px(1), *counts]) - box.left() - look().px(6)
        words = whole if paint.width_of(whole, look().font(12)) <= room else words
    wide = paint.width_of(words, look().font(12)) + 1
    return QRectF(box.left() + look().px(6), box.top() + look().px(2), wide, look().px(17)), words


def score(painter: QPainter, plan: MapPlan, content: MapContent, place: Cell) -> None:
    """The score on its own ground, so that the way of a risk stops before it."""
    here, level = look(), content.matrix.cells.get(place)
    box, words = score_box(plan, content, place)
    fill, ink = here.tokens.page, here.tokens.muted
    if level is not None:
        colours = here.tokens.levels[level.severity]
        fill, ink = colours.fill, colours.text
    painter.fillRect(box, here.colour(fill))
    paint.text(painter, box, words, font=here.font(12), colour=ink)


def _has_edge(content: MapContent, place: Cell) -> bool:
    """Only the lowest stands out by an edge from a light page, and the highest from a dark one."""
    rank = content.matrix.cells[place].severity.rank
    return rank == (3 if look().tokens.dark else 0)


# ── labels ──


def labels(plan: MapPlan, content: MapContent, place: Cell) -> list[tuple[QRectF, str]]:
    """The boxes of a cell's labels with the id of the risk; without one it stands for those left out."""
    here, held = look(), content.placed.cells.get(place, ())
    box, font = plan.boxes[place], look().font(12, strong=True)
    high = here.px(18 if box.height() < here.px(46) else 20)
    top = box.bottom() - high - here.px(5 if box.height() >= here.px(46) else 2)
    chosen = content.chosen
    own = next((risk for risk in held if chosen is not None and risk.id == chosen.id), None)
    rest = [risk for risk in held if risk is not own]
    found: list[tuple[QRectF, str]] = []
    room = box.right() - here.px(5) - _room_of_end(plan, content, place)
    if own is not None:
        wide = _label_width(own.ref)
        found.append((QRectF(room - wide, top, wide, high), own.id))
        room -= wide + here.px(3)
    left = box.left() + here.px(5)
    for at, risk in enumerate(rest):
        wide, more = _label_width(risk.ref), len(rest) - at
        after = paint.width_of(f"+{more - 1}", font) + here.px(5) if more > 1 else 0
        if left + wide + after > room:
            edge = here.px(2)  # a short count may come close to what stands at its right
            line = QRectF(left - edge, top, max(room - left, 0) + 2 * edge, high)
            found.append((line if _count_width(more) <= line.width() else _beside_score(box, more), ""))
            break
        found.append((QRectF(left, top, wide, high), risk.id))
        left += wide + here.px(4)
    return found


def _count_width(more: int) -> float:
    return paint.width_of(f"+{more}", look().font(12, strong=True))


def _beside_score(box: QRectF, more: int) -> QRectF:
    """Where a cell counts what it has no room for in its second line."""
    here, wide = look(), _count_width(more)
    return QRectF(box.right() - here.px(5) - wide, box.top() + here.px(2), wide, here.px(17))


def _room_of_end(plan: MapPlan, content: MapContent, place: Cell) -> float:
    """What the word at an end of the way takes of a cell's second line."""
    middle = plan.boxes[place].center().y()
    ends = (box for at, box in way_ends(plan, content).values() if at == place and box.bottom() > middle)
    return max((box.width() + look().px(3) for box in ends), default=0)


def _label_width(ref: str) -> float:
    return round(paint.width_of(ref, look().font(12, strong=True))) + look().px(10)


def label_boxes(painter: QPainter, plan: MapPlan, content: MapContent, place: Cell) -> None:
    """White labels with the refs; the chosen one blue; those that do not fit are counted."""
    here, font = look(), look().font(12, strong=True)
    held = {risk.id: risk for risk in content.placed.cells.get(place, ())}
    level = content.matrix.cells[place]
    drawn = labels(plan, content, place)
    for box, risk_id in drawn:
        if not risk_id:
            left_out = len(held) - sum(bool(there) for _box, there in drawn)
            colour = look().tokens.levels[level.severity].text
            words = f"and {left_out}"
            fits = paint.width_of(words, font) <= box.width()
            paint.text(painter, box, words if fits else f"+{left_out}", font=font, colour=colour)
            continue
        chosen = content.chosen is not None and content.chosen.id == risk_id
        fill, ink = (MAP.chosen, MAP.label) if chosen else (MAP.label, MAP.ink)
        paint.box_edge(painter, box, fill=fill, edge=MAP.label if chosen else MAP.ink)
        paint.text(painter, box, held[risk_id].ref, font=font, colour=ink, align=paint.CENTRE)
    painter.setFont(here.font())


# ── appetite ──


def appetite(painter: QPainter, plan: MapPlan, matrix: Matrix, lines: Appetite) -> None:
    """Steps in the gaps: tolerable solid, optimal dashed, named where they leave at the right."""
    named: list[float] = []
    for name, line, dashed in (("tolerable", lines.tolerable, False), ("optimal", lines.optimal, True)):
        corners = appetite_steps(matrix, line)
        if not corners:
            continue
        points = [plan.corner(*corner) for corner in corners]
        if corners[0][0] == len(matrix.impacts):
            points[0] = QPointF(plan.right + look().px(8), points[0].y())
            top = points[0].y()
            while any(abs(top - taken) < look().px(30) for taken in named):
                top += look().px(15)
            named.append(top)
            _name(painter, QPointF(points[0].x() + look().px(3), top), f"{name}\n{line}")
        _stroke(painter, points, dashed=dashed)


def _stroke(painter: QPainter, points: list[QPointF], *, dashed: bool) -> None:
    here = look()
    halo = QPen(here.colour(here.tokens.page), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    ink = QPen(here.colour(here.tokens.ink), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashed:
        ink.setDashPattern([3, 2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (halo, ink):
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))


def _name(painter: QPainter, at: QPointF, words: str) -> None:
    here = look()
    for row, line in enumerate(words.split("\n")):
        box = QRectF(at.x(), at.y() + (row - 0.5) * here.px(15), here.px(_LINE_NAMES), here.px(15))
        paint.text(painter, box, line, font=here.font(12), colour=here.tokens.muted)


# ── the way of the chosen risk ──


def arrows(painter: QPainter, plan: MapPlan, content: MapContent) -> None:
    """Inherent → its label → target: the first solid, the second dashed, with open arrow heads."""
    way, chosen = content.path, content.chosen
    if chosen is None or way.current is None:
        return
    here = next((box for box, there in labels(plan, content, way.current) if there == chosen.id), None)
    if here is None:
        return
    words = {word: box for word, (_place, box) in way_ends(plan, content).items()}
    if _INHERENT in words:
        arrow(painter, words[_INHERENT], here, dashed=False)
    if _TARGET in words:
        arrow(painter, here, words[_TARGET], dashed=True)


def ends(painter: QPainter, plan: MapPlan, content: MapContent) -> None:
    """The words at the ends of the way."""
    for word, (_place, box) in way_ends(plan, content).items():
        paint.box_edge(painter, box, fill=MAP.label, edge=MAP.ink, dashed=True)
        paint.text(painter, box, word, font=look().font(12), colour=MAP.ink, align=paint.CENTRE)


def way_ends(plan: MapPlan, content: MapContent) -> dict[str, tuple[Cell, QRectF]]:
    """The words at the ends of the way, each in its cell; none where the risk stands already."""
    way = content.path
    if content.chosen is None or way.current is None:
        return {}
    known = {_INHERENT: way.inherent, _TARGET: way.target if way.target != way.inherent else None}
    return {
        word: (place, _end(plan, place, word))
        for word, place in known.items()
        if place is not None and place != way.current
    }


def _end(plan: MapPlan, place: Cell, word: str) -> QRectF:
    here, box = look(), plan.boxes[place]
    wide = round(paint.width_of(word, here.font(12))) + here.px(10)
    high = here.px(18)
    left = box.right() - here.px(2) - wide
    # Where scores stand alone there may be room beside them, and the labels keep the second line.
    score_wide = paint.width_of(str(place[0] * place[1]), here.font(12))
    beside = not plan.words_fit and box.left() + here.px(9) + score_wide <= left
    return QRectF(left, box.top() + here.px(2) if beside else box.bottom() - high - here.px(6), wide, high)

"""The heat map: risks in their cells, the way of the chosen one, appetite in the gaps; by mouse and keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.rules.risks.heat_map import ScorePath, placement, score_path
from boarddesk.rules.risks.matrix import Cell, Matrix
from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.wording import listed
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import MAP
from boarddesk.ui.risks import map_paint
from boarddesk.ui.risks.map_paint import GAP, MapContent, MapPlan
from boarddesk.ui.widgets import paint

_STEPS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_PICK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HeatMap(QWidget):
    """`cell_picked` says that somebody wants the risks of one cell; `risk_picked` that one was clicked."""

    cell_picked = Signal(int, int)
    risk_picked = Signal(str)
    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content = MapContent()
        self._at: Cell = (1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        look().changed.connect(self.updateGeometry)
        look().changed.connect(self.update)
        self._plan = MapPlan.of(self.content.matrix, self.width(), self.height())

    # ── what it shows ──

    def show_risks(self, risks: list[Risk], matrix: Matrix, *, chosen: Risk | None, today: date) -> None:
        """These risks, and the way of the chosen one."""
        path = score_path(chosen, matrix, today=today) if chosen else ScorePath()
        self.content = MapContent(matrix, placement(risks, matrix, today=today), chosen, path)
        if path.current is not None:
            self._at = path.current
        if self._at not in matrix.cells:
            self._at = (1, 1)
        self._plan = MapPlan.of(matrix, self.width(), self.height())
        self.setAccessibleName(self._in_words())
        self._say_cell()
        self.updateGeometry()
        self.update()

    def _in_words(self) -> str:
        content = self.content
        matrix, cells = content.matrix, content.placed.cells
        size = f"Heat map, {len(matrix.likelihoods)} likelihoods by {len(matrix.impacts)} impacts"
        held = [
            f"{self.cell_in_words(place)}: {listed([risk.ref for risk in cells[place]])}"
            for place in sorted(cells, reverse=True)
        ]
        return ". ".join([size, *(held or ["No risk on it"]), *self._way_in_words()])

    def _way_in_words(self) -> list[str]:
        chosen, path = self.content.chosen, self.content.path
        if chosen is None:
            return []
        steps = (("inherent", path.inherent), ("now", path.current), ("target", path.target))
        known = [f"{word} {place[0] * place[1]}" for word, place in steps if place]
        lines = (("optimal", chosen.appetite.optimal), ("tolerable", chosen.appetite.tolerable))
        drawn = [f"{word} {line}" for word, line in lines if line is not None]
        kind = f"appetite for {chosen.category}: {', '.join(drawn)}" if drawn else ""
        return [part for part in (f"{chosen.ref}: {', '.join(known) or 'not on this map'}", kind) if part]

    def cell_in_words(self, place: Cell) -> str:
        """`16 Extreme, Likely by Major`."""
        matrix, (likelihood, impact) = self.content.matrix, place
        level = matrix.cells[place].name if place in matrix.cells else "no level"
        words = f"{matrix.likelihoods[likelihood - 1]} by {matrix.impacts[impact - 1]}"
        return f"{likelihood * impact} {level}, {words}"

    def _say_cell(self) -> None:
        held = self.content.placed.cells.get(self._at, ())
        there = f"{listed([f'{risk.ref} {risk.title}' for risk in held])}. Enter filters" if held else "empty"
        self.setAccessibleDescription(f"{self.cell_in_words(self._at)}: {there}")
        if self.hasFocus():
            said = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(said)

    # ── size ──

    def sizeHint(self) -> QSize:
        return MapPlan.wanted(self.content.matrix)

    def minimumSizeHint(self) -> QSize:
        return MapPlan.least(self.content.matrix)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._plan = MapPlan.of(self.content.matrix, self.width(), self.height())
        self.laid_out.emit()

    def foot(self) -> float:
        """Where the row begins that names the impact."""
        return self._plan.foot

    def middle(self) -> float:
        """The middle of the cells, under which the impact is named."""
        return (self._plan.left + self._plan.right) / 2

    # ── keys and mouse ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            place = (self._at[0] + step[0], self._at[1] + step[1])
            if place in self._plan.boxes:
                self._at = place
                self._say_cell()
                self.update()
        elif event.key() in _PICK:
            self.cell_picked.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._plan.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        self._at = place
        self._say_cell()
        self.update()
        for box, risk_id in map_paint.labels(self._plan, self.content, place):
            if risk_id and box.contains(event.position()):
                self.risk_picked.emit(risk_id)
                return
        self.cell_picked.emit(*place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._plan.cell_at(event.position())
        held = self.content.placed.cells.get(place, ()) if place else ()
        over = any(
            risk_id and box.contains(event.position())
            for box, risk_id in (map_paint.labels(self._plan, self.content, place) if place else ())
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor if over or held else Qt.CursorShape.ArrowCursor)
        titles = "\n".join(f"{risk.ref} {risk.title}" for risk in held)
        self.setToolTip(
            "\n".join(part for part in (self.cell_in_words(place) if place else "", titles) if part)
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_cell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ── painting ──

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan, content = self._plan, self.content
        map_paint.axes(painter, plan, content.matrix)
        for place, box in plan.boxes.items():
            map_paint.cell(painter, plan, content, place)
            if self.hasFocus() and place == self._at:
                self._ring(painter, box)
        if content.chosen is not None:
            map_paint.appetite(painter, plan, content.matrix, content.chosen.appetite)
        map_paint.arrows(painter, plan, content)  # under all words: no line runs over them
        for place in plan.boxes:
            map_paint.score(painter, plan, content, place)
        map_paint.ends(painter, plan, content)
        for place in content.placed.cells:
            map_paint.label_boxes(painter, plan, content, place)
        painter.end()

    def _ring(self, painter: QPainter, box: QRectF) -> None:
        """In a gap of its own, so that it stands out from every fill."""
        paint.box_edge(painter, box.adjusted(1, 1, -1, -1), fill="", edge=MAP.label, radius=4)
        paint.focus_ring(painter, box.adjusted(-GAP / 2, -GAP / 2, GAP / 2, GAP / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def place_of(self, risk_id: str) -> QPointF | None:
        """The middle of a risk's label; None where it has none of its own."""
        for place in self.content.placed.cells:
            for box, there in map_paint.labels(self._plan, self.content, place):
                if there == risk_id:
                    return box.center()
        return None

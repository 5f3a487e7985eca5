"""The heat map with what belongs to it: whose appetite is drawn, who is not on it, and itself as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from boarddesk.rules.risks.heat_map import appetite_steps
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Risk
from boarddesk.ui.look.theme import look
from boarddesk.ui.risks.heat_map import HeatMap
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.buttons import link, reword
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Row

_AS_TABLE, _AS_MAP = "As a table", "As a map"
_COLUMNS = (
    Column("score", "Score", 110),
    Column("likelihood", "Likelihood", 96, fits=150),
    Column("impact", "Impact", 96, fits=150),
    Column("risks", "Risks", 120, stretch=True),
)


class MapBox(QWidget):
    """The map and the table hold the same; a link turns one into the other."""

    def __init__(self) -> None:
        super().__init__()
        self.map = HeatMap()
        self.table = RecordTable("heat map", _COLUMNS, noun=("cell", "cells"))
        self.table.view.setAccessibleName("Heat map as a table")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.table)
        self.elsewhere = WrappedLabel("", "meta")
        self.elsewhere.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._stack, 1)
        column.addWidget(self.elsewhere)
        self.turn = link(_AS_TABLE, self.turn_over)
        self.note, self._note = label("", "meta"), ""
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for part in (self.turn, self.note):
            part.setParent(self)
        self.map.laid_out.connect(self._place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return self.map.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.map.minimumSizeHint().width(), look().px(200))

    def turn_over(self) -> None:
        """The map as a table, or back."""
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())
        table = self._stack.currentIndex() == 1
        reword(self.turn, _AS_MAP if table else _AS_TABLE)
        self.note.setVisible(not table)
        self._place()
        (self.table.view if table else self.map).setFocus()

    def show_risks(self, risks: Sequence[Risk], matrix: Matrix, *, chosen: Risk | None, today: date) -> None:
        """These risks, and the way of the chosen one."""
        self.map.show_risks(list(risks), matrix, chosen=chosen, today=today)
        placed = self.map.content.placed
        named = ", ".join(f"{risk.ref} ({why})" for risk, why in placed.elsewhere)
        self.elsewhere.setText(f"Not on this map: {named}" if named else "")
        self.elsewhere.setVisible(bool(named))
        self._note = _whose(chosen, matrix)
        self.table.set_rows(self._rows(matrix))
        self.updateGeometry()
        self._place()

    def _rows(self, matrix: Matrix) -> list[Row]:
        held = self.map.content.placed.cells
        rows = []
        for place in sorted(matrix.places, key=lambda at: (-at[0] * at[1], -at[0])):
            likelihood, impact = place
            refs = ", ".join(f"{risk.ref} {risk.title}" for risk in held.get(place, ()))
            product = likelihood * impact
            level = matrix.cells.get(place)
            score = Cell(str(product), level=level, sort=product) if level else Cell(str(product))
            cells = {
                "score": score,
                "likelihood": Cell(f"{likelihood} {matrix.likelihoods[likelihood - 1]}", sort=likelihood),
                "impact": Cell(f"{impact} {matrix.impacts[impact - 1]}", sort=impact),
                "risks": Cell(refs or "–", tip=refs),
            }
            rows.append(Row(f"{likelihood}×{impact}", cells))
        return rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The link at the foot left, the note at the foot right, in the row that names the axis."""
        below = self.elsewhere.height() + 2 if not self.elsewhere.isHidden() else 0
        table = self._stack.currentIndex() == 1
        self.table.setContentsMargins(0, 0, 0, look().px(24))
        high = self.turn.sizeHint().height()
        foot = self.map.foot() if not table else self.height() - below - high
        self.turn.setGeometry(
            0, min(round(foot), self.height() - below - high), self.turn.sizeHint().width(), high
        )
        room = round(self.width() - self.map.middle()) - look().px(32)
        wide = min(paint.width_of(self._note, self.note.font()) + 4, room)
        self.note.setText(
            self.note.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, round(wide))
        )
        self.note.setToolTip(self._note)
        self.note.setGeometry(round(self.width() - wide), self.turn.y(), round(wide), high)
        for part in (self.turn, self.note):
            part.raise_()


def _whose(chosen: Risk | None, matrix: Matrix) -> str:
    """Whose appetite the lines are; nothing where none is drawn."""
    if chosen is None:
        return ""
    lines = (("optimal", chosen.appetite.optimal), ("tolerable", chosen.appetite.tolerable))
    drawn = [(name, line, appetite_steps(matrix, line)) for name, line in lines]
    if not any(steps for _name, _line, steps in drawn):
        return ""
    inside = [f"{name} {line}" for name, line, steps in drawn if steps and steps[0][0] < len(matrix.impacts)]
    return ", ".join([f"lines: appetite for {chosen.category or chosen.ref}", *inside])

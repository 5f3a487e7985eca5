"""The risks of a review in their order, with the scores that were kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.rules.risks.movement import figure
from boarddesk.rules.risks.risk import Risk, Score
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

STAYS = "Kept scores can be opened again until the review is closed."
COLUMNS = (
    Column("ref", "Ref", 38, ink=Ink.MUTED),
    Column("risk", "Risk", 100, stretch=True),
    Column("kept", "Kept", 50, Kind.NUMBER),
)


class RiskList(QWidget):
    """`picked` is another risk a person moved to, `entered` that the person wants to score it."""

    picked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable("risk review", COLUMNS, noun=("risk", "risks"))
        self._filling = False
        self.table.chosen.connect(self._pick)
        self.table.opened.connect(lambda _risk_id: self.entered.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(WrappedLabel(STAYS, "meta"))

    def show_risks(self, risks: Iterable[Risk], kept: Mapping[str, Score], *, now: str) -> None:
        """These risks, one of which is looked at; announces nothing."""
        self._filling = True
        self.table.set_rows([_row(risk, kept.get(risk.id), now=risk.id == now) for risk in risks])
        if now:
            self.table.choose(now)
        self._filling = False

    def _pick(self, risk_id: str) -> None:
        if risk_id and not self._filling:
            self.picked.emit(risk_id)


def _row(risk: Risk, kept: Score | None, *, now: bool) -> Row:
    done = kept is not None
    shown = Cell("")
    if kept is not None:
        shown = Cell(figure(kept), shape=Shape.TICK, shape_ink=Ink.GOOD, said=f"kept, {kept.shown}")
    cells: dict[str, Cell | str] = {"ref": risk.ref, "risk": Cell(risk.title, tip=risk.title), "kept": shown}
    return Row(risk.id, cells, ink=Ink.MUTED if done and not now else None, strong=now)

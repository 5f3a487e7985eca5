"""A figure of attendance in a table: fraction, per cent, and a shape where it is below target."""

from __future__ import annotations

from decimal import Decimal

from boarddesk.rules.attendance.figures import NOTHING, Figure
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.table.rows import Cell, Ink


def figure_cell(figure: Figure, target: Decimal | None) -> Cell:
    """Fraction, then per cent; below a target it says so with a shape and its colour."""
    if not figure.of:
        return Cell(NOTHING, ink=Ink.FAINT, said="nothing expected")
    below = figure.meets(target) is False
    said = figure.text(target) + (", below target" if below else "")
    return Cell(
        figure.shown(target),
        before=figure.fraction,
        strong=True,
        sort=float(figure.percent or 0),
        ink=Ink.BAD if below else None,
        shape=Shape.TRIANGLE if below else None,
        shape_ink=Ink.BAD,
        said=said,
    )

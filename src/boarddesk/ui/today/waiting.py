"""What waits for somebody, as table data."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.rules.attention import Waiting, Weight
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

SHAPES = {
    Weight.LATE: (Shape.TRIANGLE, Ink.BAD),
    Weight.ASK: (Shape.DIAMOND, Ink.WARN),
    Weight.OPEN: (Shape.RING, Ink.MUTED),
}

COLUMNS = (
    Column("what", "What waits", 176),
    Column("ref", "Ref", 68, ink=Ink.MUTED),
    Column("says", "About", 200, stretch=True),
    Column("who", "Who", 124, fits=160, ink=Ink.MUTED),
    Column("when", "When", 128, kind=Kind.NUMBER, ink=Ink.MUTED),
)


def rows(waiting: Sequence[Waiting]) -> list[Row]:
    """One row each, in the order given; the id carries the kind and the record to open."""
    return [_row(at, line) for at, line in enumerate(waiting)]


def opens(row_id: str) -> tuple[str, str]:
    """The kind and id a row leads to."""
    _, kind, record_id = row_id.split(" ")
    return kind, record_id


def _row(at: int, line: Waiting) -> Row:
    shape, ink = SHAPES[line.weight]
    late = line.when.endswith("late")
    return Row(
        f"{at} {line.kind} {line.id}",
        {
            "what": Cell(line.what, shape=shape, shape_ink=ink),
            "ref": line.ref,
            "says": Cell(line.says, tip=line.says),
            "who": Cell(line.who or "–"),
            "when": Cell(line.when, ink=Ink.BAD if late else None, strong=late, sort=-line.days),
        },
    )

"""What imports could not make anything of, with its place, until somebody ticks it as settled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records.leftovers import KeptLeftover
from boarddesk.ui.import_wizard.words import line, place_shown
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.label import label, rule
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Ink, Kind, Row

COLUMNS = (
    Column("settled", "Settled", 76, kind=Kind.TICK, editor=Editor(EditorKind.TICK)),
    Column("place", "Where", 208),
    Column("text", "What stands there", 260, stretch=True),
    Column("why", "Why nothing was made of it", 260, stretch=True, ink=Ink.MUTED),
    Column("source", "From", 220, ink=Ink.MUTED, from_width=1000),
)


class LeftoverList(QWidget):
    """`settled(id)` when one is ticked; nothing is here while nothing is left over."""

    settled = Signal(str)

    def __init__(self, title: str, *, name: str) -> None:
        super().__init__()
        self._words = title
        self._title = label(title, "section")
        self.table = RecordTable(name, COLUMNS, noun=("text", "texts"))
        self.table.view.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(label("Kept in the office until you settle it.", "meta"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.table, 1)
        self.table.ticked.connect(lambda row_id, _key, _on: self.settled.emit(row_id))
        self.show_kept(())

    def show_kept(self, kept: Sequence[KeptLeftover]) -> None:
        """List what is still open."""
        self._title.setText(f"{self._words}: {len(kept)}")
        self.setVisible(bool(kept))
        self.table.set_rows([_row(leftover) for leftover in kept])


def _row(one: KeptLeftover) -> Row:
    text, place = one.leftover, place_shown(one.leftover.place)
    return Row(
        one.id,
        {
            "settled": Cell(ticked=False),
            "place": Cell(place, tip=place),
            "text": Cell(line(text.text), tip=text.text),
            "why": Cell(line(text.why), tip=text.why),
            "source": Cell(one.source, tip=f"{one.source}, imported on {short_date(one.imported_on)}"),
        },
    )

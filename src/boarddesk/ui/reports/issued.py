"""What was issued before, newest first; each opens exactly as it went out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.records.documents import IssuedDocument
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.label import label, rule
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Row

MOST = 4
ROW_HEIGHT = 42

COLUMNS = (Column("title", "Document", 130, stretch=True),)


class IssuedDocuments(QWidget):
    """A short list under the scope; nothing is said while nothing was issued."""

    def __init__(self, opens: Callable[[str], object]) -> None:
        super().__init__()
        self.table = RecordTable("issued", COLUMNS, noun=("document", "documents"), row_height=ROW_HEIGHT)
        self.table.view.setAccessibleName("Issued before")
        self.table.view.head.hide()
        self.table.opened.connect(opens)
        self._words = label("Nothing issued yet.", "meta")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Issued before", "section"))
        column.addWidget(rule())
        column.addWidget(self._words)
        column.addWidget(self.table)

    def show_documents(self, documents: Sequence[IssuedDocument]) -> None:
        """Those of one kind."""
        self._words.setVisible(not documents)
        self.table.setVisible(bool(documents))
        self.table.set_rows([_row(document) for document in documents])
        self.table.setFixedHeight(look().px(ROW_HEIGHT) * min(len(documents), MOST) + 2)


def _row(issued: IssuedDocument) -> Row:
    """Two lines: months of one report are told apart by the second."""
    which = f"v{issued.version} · as at {short_date(issued.as_at)} · issued {short_date(issued.issued_on)}"
    why = f"\nIssued with placeholders left in it: {issued.left_over_why}" if issued.left_over_why else ""
    return Row(issued.id, {"title": Cell(issued.title, second=which, tip=f"{issued.title}\n{which}{why}")})

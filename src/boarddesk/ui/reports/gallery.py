"""The gallery: documents grouped by who reads them, as a list the arrows move through."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.issuing.document_kind import DocumentKind
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Ink, Row
from boarddesk.ui.widgets.table.rows import Kind as CellKind

ROW_HEIGHT = 28

COLUMNS = (
    Column("title", "Document", 164, stretch=True),
    Column("note", "What it is", 88, kind=CellKind.NUMBER, ink=Ink.MUTED),
)


class Gallery(RecordTable):
    """Every kind there is; the one chosen is prepared."""

    def __init__(self, kinds: Sequence[DocumentKind]) -> None:
        super().__init__("documents", COLUMNS, noun=("document", "documents"), row_height=ROW_HEIGHT)
        self.view.setAccessibleName("Documents")
        self.view.head.hide()
        readers = list(dict.fromkeys(kind.reader or "" for kind in kinds))
        rows = [
            Row(kind.key, {"title": kind.title, "note": Cell(kind.note)}, group=kind.reader or "")
            for kind in kinds
        ]
        self.set_rows(rows, [Group(reader, reader) for reader in readers])
        self.setFixedHeight(ROW_HEIGHT * (len(rows) + len(readers)) + 2)

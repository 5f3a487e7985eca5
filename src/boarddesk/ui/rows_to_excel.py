"""Saves the rows a table shows as an Excel workbook, where the person says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from boarddesk.disk.saving import save
from boarddesk.ui import office_dialogs
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.table.copying import Value
from boarddesk.ui.widgets.table.record_table import SaveRows

WORKBOOKS = "Excel workbooks (*.xlsx)"


def rows_saver(page: Page) -> SaveRows:
    """What a table of a page is given as `save_rows`: asks where, writes, and says where it is."""

    def ask(name: str, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        def write(path: Path) -> None:
            kept = save(path, workbook_of(name, heads, rows))
            page.tell(f"{name} saved as {kept.name}.", f"It is in {kept.parent}.", tone=Tone.GOOD)

        office_dialogs.ask_save(
            page, write, title="Save these rows as Excel", name=f"{name}.xlsx", kinds=WORKBOOKS
        )

    return ask


def workbook_of(name: str, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """The rows as a workbook of one table."""
    from boarddesk.reports.excel import Sheet, workbook

    plain = [[Decimal(str(cell)) if isinstance(cell, float) else cell for cell in row] for row in rows]
    return workbook(name, [Sheet(name, name, heads, plain)])

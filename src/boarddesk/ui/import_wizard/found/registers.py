"""The tables of registers or risks as lines: those that are read, those that are not, and the chosen one."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.importing.columns_seen import SeenTable
from boarddesk.importing.deciding.reading import Reading
from boarddesk.rules.imports.contents import What
from boarddesk.ui.import_wizard.paper import paper
from boarddesk.ui.import_wizard.words import LOOKS_WORDS, line, places_in_short, places_shown
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.table.rows import Cell, Group, Row

TITLES = {"read": "Read", "tables": "Nothing is taken from these"}


def register_rows(reading: Reading, what: What) -> tuple[list[Row], list[Group]]:
    """A line for each kind of table, those that are read first."""
    rows = [_row(key, table, what) for key, table in _tables(reading, what).items()]
    counts = {key: sum(row.group == key for row in rows) for key in TITLES}
    return rows, [Group(key, TITLES[key], count=str(number)) for key, number in counts.items() if number]


def show_seen(detail: DetailPanel, reading: Reading, row_id: str, what: What) -> None:
    """The headings of a table, and what stands first under each."""
    detail.clear()
    table = _tables(reading, what).get(row_id)
    if table is not None:
        detail.set_record(places_shown(table.places), LOOKS_WORDS.get(table.looks_like, ""))
        first = [(column.heading, column.samples[0] if column.samples else "") for column in table.columns]
        detail.add(paper(first))


def _row(key: str, table: SeenTable, what: What) -> Row:
    words = ", ".join(column.heading for column in table.columns)
    cells: dict[str, Cell | str] = {
        "place": Cell(places_in_short(table.places), tip=places_shown(table.places)),
        "looks": LOOKS_WORDS.get(table.looks_like, table.looks_like),
        "text": Cell(line(words), tip=words),
    }
    return Row(key, cells, group="read" if table.looks_like == what else "tables")


def _tables(reading: Reading, what: What) -> dict[str, SeenTable]:
    """The tables as the reader of this kind sees them; what it does not know that of plans may know."""
    known = {f"table {table.index}": table.looks_like for table in reading.tables()}
    known |= {place: table.looks_like for table in reading.seen[What.PLAN] for place in table.places} | {
        place: looks for place, looks in known.items() if looks != "unknown"
    }
    return {
        f"seen {at}": replace(table, looks_like=known.get(table.places[0], "unknown"))
        if table.looks_like == "unknown"
        else table
        for at, table in enumerate(reading.seen[what])
    }

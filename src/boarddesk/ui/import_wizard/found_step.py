"""What was found: every table with what it looks like, and the texts nothing was made of."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.importing.columns_seen import SeenTable
from boarddesk.rules.imports.contents import Leftover, What
from boarddesk.ui.import_wizard.paper import paper
from boarddesk.ui.import_wizard.reading import Reading
from boarddesk.ui.import_wizard.target_form import TargetForm
from boarddesk.ui.import_wizard.words import LOOKS_WORDS, line, place_shown, places_in_short, places_shown
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Ink, Row

COLUMNS = (
    Column("place", "Where", 176),
    Column("looks", "Looks like", 132),
    Column("text", "What stands there", 240, stretch=True, from_width=480, ink=Ink.MUTED),
)
BESIDE = ("area", "legend")
"""Tables that tell something of a plan without being one."""
READ, NOT_USED, TEXTS = "read", "tables", "texts"
SIDE = 372


class FoundStep(QWidget):
    """The list at the left; where it goes and the chosen line at the right."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable("import found", COLUMNS, noun=("thing found", "things found"))
        self.table.view.setAccessibleName("What was found")
        self.form = TargetForm()
        self.detail = DetailPanel(width=SIDE, closable=False)
        self._tables: dict[str, SeenTable] = {}
        self._texts: dict[str, Leftover] = {}
        side = QWidget()
        side.setFixedWidth(look().px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.detail, 1)
        self.detail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.table, 1)
        across.addWidget(side)
        self.table.chosen.connect(self._show)
        self.form.changed.connect(self.changed)

    def show_reading(self, reading: Reading) -> None:
        """List what the document was read as, for what it is to be brought in as."""
        what = self.form.kind()
        self._tables = {f"table {at}": one for at, one in enumerate(_seen(reading, what))}
        places = {place for table in self._tables.values() for place in table.places}
        texts = [leftover for leftover in reading.leftovers(what) if leftover.place not in places]
        self._texts = {f"text {at}": one for at, one in enumerate(texts)}
        rows = [*self._table_rows(what), *self._text_rows()]
        self.table.set_rows(rows, list(self._groups(rows)))
        if not self.table.chosen_id():
            self.table.choose_first()
        self._show(self.table.chosen_id())

    def _groups(self, rows: list[Row]) -> Iterator[Group]:
        titles = {READ: "Read", NOT_USED: "Nothing is taken from these", TEXTS: "Texts nothing was made of"}
        for key, title in titles.items():
            number = sum(row.group == key for row in rows)
            if number:
                yield Group(key, title, count=str(number), is_open=key != TEXTS)

    def _table_rows(self, what: What) -> Iterator[Row]:
        for key, table in self._tables.items():
            used = table.looks_like in (what.value, *BESIDE)
            words = ", ".join(column.heading for column in table.columns)
            cells: dict[str, Cell | str] = {
                "place": Cell(places_in_short(table.places), tip=places_shown(table.places)),
                "looks": LOOKS_WORDS.get(table.looks_like, table.looks_like),
                "text": Cell(line(words), tip=words),
            }
            yield Row(key, cells, group=READ if used else NOT_USED)

    def _text_rows(self) -> Iterator[Row]:
        for key, text in self._texts.items():
            yield Row(
                key,
                {
                    "place": Cell(place_shown(text.place), tip=place_shown(text.place)),
                    "looks": "A text",
                    "text": Cell(line(text.text), tip=text.text),
                },
                group=TEXTS,
            )

    def _show(self, row_id: str) -> None:
        self.detail.clear()
        if row_id in self._tables:
            self._show_table(self._tables[row_id])
        elif row_id in self._texts:
            self._show_text(self._texts[row_id])

    def _show_table(self, table: SeenTable) -> None:
        self.detail.set_record(places_shown(table.places), LOOKS_WORDS.get(table.looks_like, ""))
        first = [(column.heading, column.samples[0] if column.samples else "") for column in table.columns]
        self.detail.add(paper(first))

    def _show_text(self, text: Leftover) -> None:
        self.detail.set_record(place_shown(text.place), "A text as it stands")
        self.detail.add_text(text.text)
        self.detail.add_text(f"Nothing is made of it: {text.why}. It is kept until you settle it.", "meta")


def _seen(reading: Reading, what: What) -> list[SeenTable]:
    """The tables as the reader in use sees them; what it does not know may be known to the other one."""
    mine = reading.seen[what]
    other = {
        place: one.looks_like
        for kind, tables in reading.seen.items()
        if kind is not what
        for one in tables
        for place in one.places
    }
    named = {f"table {table.index}": table.looks_like for table in reading.tables()}
    return [_named(one, other, named) for one in mine]


def _named(table: SeenTable, other: dict[str, str], named: dict[str, str]) -> SeenTable:
    if table.looks_like != "unknown":
        return table
    first = table.places[0]
    looks = next(
        (found for found in (named.get(first, ""), other.get(first, "")) if found not in ("", "unknown")),
        "unknown",
    )
    return SeenTable(table.places, looks, table.columns)

"""Which column is what: each with samples of what stands in it, changed in place or at the right."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.importing.columns_seen import SeenColumn, SeenTable
from boarddesk.importing.deciding.reading import Reading
from boarddesk.importing.headings import Field as Meaning
from boarddesk.rules.imports.contents import What
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.import_wizard.words import FIELD_WORDS, LOOKS_WORDS, field_choices, line, places_shown
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Ink, Row

NOT_USED = Meaning.IGNORE.value


def columns(what: What) -> tuple[Column, ...]:
    """The columns of the list; what can be chosen depends on what is brought in."""
    return (
        Column("heading", "Heading in the document", 248, stretch=True),
        Column("field", "Read as", 168, editor=Editor(EditorKind.CHOICE, field_choices(what))),
        Column("samples", "Samples", 320, stretch=True, ink=Ink.MUTED),
    )


class ColumnsStep(QWidget):
    """`chose(heading, field)` when the person says what a column is."""

    chose = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._what = What.PLAN
        self._columns: dict[str, tuple[SeenTable, SeenColumn]] = {}
        self.table = RecordTable("import columns", columns(What.PLAN), noun=("column", "columns"))
        self.detail = DetailPanel(closable=False)
        self.choice = Choice(name="Read as")
        self.rivals = QWidget()
        self._rivals = QVBoxLayout(self.rivals)
        self._rivals.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.rivals)
        column.addWidget(ListAndDetail(self.table, self.detail, narrow=312, wide=420), 1)
        self.table.chosen.connect(self._show)
        self.table.edited.connect(lambda row_id, _key, value: self._choose(row_id, value))

    def show_reading(self, reading: Reading, what: What) -> None:
        """List the columns of every table that is read, then those of tables nobody knows."""
        if what is not self._what:
            self._what = what
            self.table.set_columns(columns(what))
        tables = _worth_showing(reading.seen[what], what)
        self._columns = {
            f"{at} {number}": (table, column)
            for at, table in enumerate(tables)
            for number, column in enumerate(table.columns)
        }
        rivals = reading.rivals if what is What.PLAN else None
        asked = set(map(line, rivals or ()))
        rows = [_row(key, column, asked=asked) for key, (_, column) in self._columns.items()]
        self.table.set_rows(rows, [_group(str(at), table, what) for at, table in enumerate(tables)])
        self._show_rivals(rivals)
        if not self.table.chosen_id():
            self.table.choose_first()
        self._show(self.table.chosen_id())

    def _show_rivals(self, rivals: tuple[str, str] | None) -> None:
        while item := self._rivals.takeAt(0):
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self.rivals.setVisible(rivals is not None)
        if rivals is None:
            return
        title = f"Two columns could both be the action: “{line(rivals[0])}” and “{line(rivals[1])}”."
        self._rivals.addWidget(
            Banner(title, "Say which one tells what is to be done. Nothing is written yet.")
        )
        self._rivals.addWidget(self._answers(rivals))

    def _answers(self, rivals: tuple[str, str]) -> QWidget:
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for heading in map(line, rivals):
            answer = partial(self.chose.emit, heading, Meaning.TEXT.value)
            row.addWidget(buttons.secondary(f"“{heading}” is the action", answer))
        row.addStretch(1)
        return shown

    # ── the chosen column ──

    def _show(self, row_id: str) -> None:
        self.detail.clear()
        if row_id not in self._columns:
            return
        table, column = self._columns[row_id]
        self.detail.set_record(places_shown(table.places), column.heading)
        if column.dates:
            self.detail.add_text("Each date is a meeting. Under it stand the marks.", "muted")
        else:
            self.detail.add(Field("Read as", self._new_choice(row_id, column)))
        inside = self.detail.add_section("Marks" if column.dates else "Samples")
        for sample in column.samples:
            inside.addWidget(_sample(sample))
        if not column.samples:
            inside.addWidget(_sample("Nothing stands in this column."))

    def _new_choice(self, row_id: str, column: SeenColumn) -> Choice:
        self.choice = Choice(field_choices(self._what), name="Read as")
        self.choice.choose(_value(column))
        self.choice.picked.connect(lambda value: self._choose(row_id, value))
        return self.choice

    def _choose(self, row_id: str, value: str) -> None:
        _, column = self._columns[row_id]
        if not column.dates and value != _value(column):
            self.chose.emit(column.heading, value)


def _worth_showing(tables: tuple[SeenTable, ...], what: What) -> list[SeenTable]:
    """What is read first; then what nobody knows, for it may be more of the same."""
    read = [table for table in tables if table.looks_like == what.value]
    unknown = [table for table in tables if table.looks_like == "unknown" and len(table.columns) > 1]
    return [*read, *unknown] if read else list(tables)


def _group(key: str, table: SeenTable, what: What) -> Group:
    used = table.looks_like == what.value
    about = "" if used else f", {LOOKS_WORDS.get(table.looks_like, '').lower()}, so not read"
    words = f"{count_in_figures(len(table.columns), 'column')}{about}"
    return Group(key, places_shown(table.places), count=words, is_open=used or table.looks_like == "unknown")


def _row(key: str, column: SeenColumn, *, asked: Collection[str]) -> Row:
    samples = " · ".join(line(one) for one in column.samples[:4])
    return Row(
        key,
        {
            "heading": Cell(line(column.heading), tip=column.heading),
            "field": _field_cell(column, is_asked=column.heading in asked and column.field is None),
            "samples": Cell(samples, tip="\n".join(column.samples)),
        },
        group=key.split()[0],
    )


def _field_cell(column: SeenColumn, *, is_asked: bool) -> Cell:
    if is_asked:
        return Cell("Is it the action?", value=NOT_USED, ink=Ink.WARN)
    if column.dates:
        return Cell("Meetings", editable=False)
    used = _value(column) != NOT_USED
    words = FIELD_WORDS[Meaning(_value(column))]
    return Cell(words, value=_value(column), ink=None if used else Ink.MUTED, strong=used)


def _value(column: SeenColumn) -> str:
    unused = column.field in (None, Meaning.OTHER, Meaning.IGNORE)
    return NOT_USED if unused or column.field is None else column.field.value


def _sample(words: str) -> QWidget:
    return WrappedLabel(words)

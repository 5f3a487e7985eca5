"""What was found: of a plan its tables, areas and statuses, of registers every table, with the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.importing.deciding.reading import Reading
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.tables.grid import Grid
from boarddesk.intake import choices_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.imports.contents import FoundAction, FoundPlan, Leftover, What
from boarddesk.rules.imports.plan_choices import PlanChoice
from boarddesk.ui.import_wizard.found import areas as area_list
from boarddesk.ui.import_wizard.found import tables as table_list
from boarddesk.ui.import_wizard.found.areas import AreaLine, area_groups, area_lines, area_rows, counted
from boarddesk.ui.import_wizard.found.registers import register_rows, show_seen
from boarddesk.ui.import_wizard.found.remembered import RememberedLine
from boarddesk.ui.import_wizard.found.standing import Evidence, Spot, StandingRow
from boarddesk.ui.import_wizard.found.statuses import StatusesFound
from boarddesk.ui.import_wizard.found.tables import (
    TableRun,
    actions_in,
    runs,
    table_groups,
    table_rows,
    why_shown,
)
from boarddesk.ui.import_wizard.source import Source
from boarddesk.ui.import_wizard.target_form import TargetForm
from boarddesk.ui.import_wizard.words import line, place_shown
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import label, rule
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Group, Row

TEXTS = "texts"
SIDE = 372
ROW, GOES = "row", "goes"
LEAST_LINES = 3
UNLIMITED = 16_777_215
"""The height that Qt takes for none at all."""


class FoundStep(QWidget):
    """`decided(PlanChoices)` once a table or a heading was ticked: the page reads the document again."""

    changed = Signal()
    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable(
            "import found", table_list.COLUMNS, noun=("thing found", "things found"), row_height=40
        )
        self.table.view.setAccessibleName("Tables found")
        self.areas = RecordTable("import areas", area_list.COLUMNS, noun=("area", "areas"))
        self.areas.view.setAccessibleName("Areas found")
        self.areas.view.head.hide()
        self.statuses = StatusesFound()
        self.remembered = RememberedLine()
        self.form = TargetForm()
        self.detail = DetailPanel(width=SIDE, closable=False)
        self.standing = StandingRow(self.detail)
        self.side = Segments([(ROW, "In the document"), (GOES, "Where it goes")], name="Beside the lists")
        self.choices = PlanChoices()
        self.front = self.table
        self._reading: Reading | None = None
        self._is_new = True
        self._grids: dict[int, Grid] = {}
        self._runs: dict[str, TableRun] = {}
        self._lines: dict[str, AreaLine] = {}
        self._texts: dict[str, Leftover] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._about = label("", "meta")
        self.add = buttons.link("Add a heading as an area", self.offer_headings)
        self._head = head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Areas", "section"))
        head.addWidget(self._about, 1)
        head.addWidget(self.add)
        self.of_plan = QWidget()
        inside = QVBoxLayout(self.of_plan)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(rule())
        inside.addWidget(self.areas, 1)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(12)
        self._lists.addWidget(self.remembered)
        self._lists.addWidget(self.table, 1)
        self._lists.addWidget(self.of_plan, 1)
        self._lists.addWidget(self.statuses)
        self._lists.addStretch()
        side = QWidget()
        side.setFixedWidth(look().px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for shown in (self.side, self.form):
            column.addWidget(shown)
        column.addWidget(self.detail, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.detail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addLayout(self._lists, 1)
        across.addWidget(side)

    def _connect(self) -> None:
        for table, show in ((self.table, self._show), (self.areas, self._show_area)):
            table.chosen.connect(show)
            table.view.arranged.connect(self._share_height)
        self.table.ticked.connect(self._tick_table)
        self.areas.ticked.connect(self._tick_area)
        self.side.picked.connect(lambda _value: self._show_side())
        self.form.changed.connect(self.changed)
        self.form.scheme.picked.connect(lambda _value: self.decided.emit(self.choices))
        self.statuses.scheme_chosen.connect(self._choose_scheme)
        self.remembered.forgotten.connect(lambda: self.decided.emit(PlanChoices()))

    # ── showing ──

    def show_source(self, reading: Reading, source: Source) -> None:
        """Another document: its rows beside the lists, or where it goes where that is still to be said."""
        self._grids = {grid.index: grid for grid in source.tables.grids}
        self.front = self.table
        self._is_new = True
        self.remembered.remember(reading.remembered)
        self.side.choose(GOES if self.form.asks or reading.plan is None else ROW)

    def kept(self, file: OfficeFile, reading: Reading) -> tuple[PlanChoice, ...]:
        """What was decided about the version before, to read this one with in its plan's own statuses."""
        return choices_of(file, self.form.known_plan(), reading.plan) if reading.plan else ()

    def show_reading(self, reading: Reading, source: Source, choices: PlanChoices) -> None:
        """List what the document was read as, for what it is to be brought in as."""
        what, self.choices, self._reading = self.form.kind(), choices, reading
        if reading.remembered.words:
            self.remembered.remember(reading.remembered)
        self.remembered.show_choices(choices)
        plan = reading.plan if what is What.PLAN else None
        self.standing.set_document(source.tables, plan)
        self.of_plan.setVisible(plan is not None)
        self.statuses.show_plan(plan, can_choose=self.form.chooses_scheme)
        self.side.setVisible(what is What.PLAN)
        self._show_side()
        rows, groups = self._plan_rows(reading) if what is What.PLAN else register_rows(reading, what)
        columns = table_list.COLUMNS if what is What.PLAN else table_list.COLUMNS[1:-1]
        if columns != self.table.model.columns:
            self.table.set_columns(columns)
        self._texts = _texts_left(reading, what)
        texts = [*_text_rows(self._texts)]
        if texts:
            groups = [
                *groups,
                Group(TEXTS, "Texts nothing was made of", count=str(len(texts)), is_open=False),
            ]
        self.table.set_rows([*rows, *texts], groups)
        self._show_areas(plan)
        if self._is_new or not self.table.chosen_id():
            self.table.choose_first()
        self._is_new = False
        if self.front is self.areas:
            self._show_area(self.areas.chosen_id())
        else:
            self._show(self.table.chosen_id())

    def _plan_rows(self, reading: Reading) -> tuple[list[Row], list[Group]]:
        found = runs(reading.looked_at, self._grids)
        self._runs = {run.key: run for run in found}
        self._runs |= {f"{one.key} alone": one for run in found for one in run.alone()}
        return [*table_rows(found, reading.plan)], [*table_groups(found)]

    def _show_areas(self, plan: FoundPlan | None) -> None:
        lines = area_lines(plan, self.choices)
        self._lines = {one.key: one for one in lines}
        self._about.setText(counted(lines))
        groups = [*area_groups(lines)]
        self.add.setVisible(bool(groups))
        self.areas.set_rows([*area_rows(lines)], groups)

    def _show_side(self) -> None:
        both = self.form.kind() is not What.PLAN
        goes = self.side.value() == GOES
        self.form.setVisible(both or goes)
        self.detail.setVisible(both or not goes)
        self._rest.setVisible(not both and goes)

    def show_form(self) -> None:
        """Where it goes is to be said, or to be mended."""
        self.side.choose(GOES)
        self._show_side()

    def offer_headings(self) -> None:
        """Open the headings that name no area, the first of them chosen."""
        first = next((row.id for row in self.areas.model.rows if row.group == area_list.HEADINGS), "")
        if first and self.areas.choose(first):
            self.areas.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_front(self) -> None:
        """The list a person was in."""
        self.front.view.setFocus()

    def _share_height(self) -> None:
        """Each list as high as its lines where there is room; else they share it, some lines at least."""
        for table, shown in ((self.table, self.table), (self.areas, self.of_plan)):
            view = table.view
            heights = [view.rowHeight(at) for at in range(len(table.model.lines))]
            head = (0 if view.head.isHidden() else view.head.sizeHint().height()) + 2
            high = sum(heights) + head
            all_of_it = table is self.areas or self.of_plan.isVisibleTo(self)
            table.setMaximumHeight(high if all_of_it else UNLIMITED)
            table.setMinimumHeight(min(high, head + sum(heights[:LEAST_LINES])))
            self._lists.setStretch(self._lists.indexOf(shown), max(high, 1))
        self.of_plan.setMaximumHeight(self._head.sizeHint().height() + self.areas.maximumHeight() + 14)

    # ── deciding ──

    def _tick_table(self, row_id: str, _key: str, on: bool) -> None:
        self.front = self.table
        if row_id in self._runs:
            self.decided.emit(table_list.ticked(self.choices, self._runs[row_id], on=on))

    def _tick_area(self, row_id: str, _key: str, on: bool) -> None:
        self.front = self.areas
        if row_id in self._lines:
            self.decided.emit(area_list.ticked(self.choices, self._lines[row_id], on=on))

    def _choose_scheme(self, name: str) -> None:
        self.form.scheme.choose(name)
        self.decided.emit(self.choices)

    # ── the chosen line ──

    def _show(self, row_id: str) -> None:
        self.front = self.table
        run = self._runs.get(row_id) if self.form.kind() is What.PLAN else None
        if run is not None:
            self.standing.show_evidence(self._evidence(run, row_id))
        elif row_id in self._texts:
            self._show_text(self._texts[row_id])
        elif self._reading is not None:
            show_seen(self.detail, self._reading, row_id, self.form.kind())

    def _evidence(self, run: TableRun, key: str) -> Evidence:
        plan = self._reading.plan if self._reading else None
        if run.is_plan:
            spots = tuple(_spots(actions_in(run, plan), plan))
            title = "Why these are the plan" if len(run.tables) > 1 else "Why this is the plan"
            return Evidence(key, spots, title, why_shown(run))
        grids = [self._grids[table.index] for table in run.tables]
        places = (
            grid.row_place(at) for grid in grids for at in range(min(1, len(grid.rows) - 1), len(grid.rows))
        )
        title = "Why it is left out" if run.group != table_list.BESIDE else "What it is"
        return Evidence(key, tuple(map(Spot, places)), title, run.tables[0].why)

    def _show_area(self, row_id: str) -> None:
        if row_id not in self._lines:
            return
        self.front = self.areas
        one, plan = self._lines[row_id], self._reading.plan if self._reading else None
        actions = list(one.area.actions) if one.area else []
        title = "What names it" if one.area else "Why it is no area"
        why = f"{one.why}; {one.area.doubt}" if one.area and one.doubtful else one.why
        where = f". {place_shown(one.place)}" if one.place and one.area is None else ""
        self.standing.show_evidence(Evidence(row_id, tuple(_spots(actions, plan)), title, f"{why}{where}"))

    def _show_text(self, text: Leftover) -> None:
        self.detail.clear()
        self.detail.set_record(place_shown(text.place), "A text as it stands")
        self.detail.add_text(text.text)
        self.detail.add_text(f"Nothing is made of it: {text.why}. It is kept until you settle it.", "meta")


def _spots(actions: Sequence[FoundAction], plan: FoundPlan | None) -> Iterator[Spot]:
    """The rows of these actions, each with its area."""
    areas = {action.place: area.number for area in (plan.areas if plan else ()) for action in area.actions}
    for action in actions:
        yield Spot(action.place, action, f"area {areas.get(action.place, '')}")


def _texts_left(reading: Reading, what: What) -> dict[str, Leftover]:
    """What nothing was made of, but for whole tables, which are lines of their own."""
    places = {place for table in reading.seen[what] for place in table.places}
    left = [leftover for leftover in reading.leftovers(what) if leftover.place not in places]
    return {f"text {at}": one for at, one in enumerate(left)}


def _text_rows(texts: dict[str, Leftover]) -> Iterator[Row]:
    for key, text in texts.items():
        cells: dict[str, Cell | str] = {
            "place": Cell(place_shown(text.place), tip=place_shown(text.place)),
            "looks": "A text",
            "text": Cell(line(text.text), tip=text.text),
        }
        yield Row(key, cells, group=TEXTS)

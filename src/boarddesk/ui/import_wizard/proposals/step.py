"""The proposals: ticked and unticked, grouped by what taking them does, the source at the right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.importing.tables.grid import SourceTables
from boarddesk.rules.imports.contents import FoundRegisters, What
from boarddesk.rules.imports.proposals import Proposal, Proposals, Verdict
from boarddesk.rules.people import Person
from boarddesk.rules.statuses.status import Scheme
from boarddesk.ui.action import Action
from boarddesk.ui.import_wizard.letters_table import LettersTable
from boarddesk.ui.import_wizard.proposals.panel import ProposalPanel
from boarddesk.ui.import_wizard.proposals.rows import (
    COLUMNS,
    GROUPS,
    ORDER,
    can_be_ticked,
    count_of,
    groups,
    key_of,
    rows,
)
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.table.record_table import RecordTable

ALL, LETTERS = "all", "letters"


class ProposalsStep(QWidget):
    """`ticks_changed` after the person ticked; `answered` when a name was said to be somebody."""

    ticks_changed = Signal()
    answered = Signal(str, object)  # key of the proposal, person's id or None

    def __init__(self) -> None:
        super().__init__()
        self.ticked: set[str] = set()
        self._proposals: Proposals | None = None
        self._by_key: dict[str, Proposal] = {}
        self._under: dict[str, list[str]] = {}
        self._scheme: Scheme | None = None
        self._registers: FoundRegisters | None = None
        groups_shown = [(verdict.value, GROUPS[verdict].title) for verdict in ORDER]
        self.segments = Segments([(ALL, "All"), *groups_shown, (LETTERS, "Letters as read")], name="Show")
        self.letters = LettersTable()
        self.count = label("", "muted")
        self.table = RecordTable(
            "import proposals", COLUMNS[What.PLAN], noun=("proposal", "proposals"), row_height=40
        )
        detail = DetailPanel(closable=False)
        self.panel = ProposalPanel(detail, self.answered.emit)
        self.parts = ListAndDetail(self._list(), detail, narrow=312, wide=420)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self._connect()

    def _list(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.segments)
        head.addStretch(1)
        head.addWidget(self.count)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.letters, 1)
        self.letters.hide()
        shown.setFocusProxy(self.table)
        return shown

    def _connect(self) -> None:
        self.segments.picked.connect(self._filter)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _id: self.parts.show_detail(asked=True))
        self.table.ticked.connect(lambda row_id, _key, on: self.tick([key_of(row_id)], on=on))
        self.table.view.arranged.connect(self._span_reasons)
        self.table.set_actions(
            [
                Action("Tick what is chosen", lambda: self._tick_chosen(on=True), row_keys="T"),
                Action("Untick what is chosen", lambda: self._tick_chosen(on=False), row_keys="U"),
                Action("Tick all", lambda: self.tick(self._by_key, on=True), row_keys="Ctrl+Shift+T"),
                Action("Untick all", lambda: self.tick(self._by_key, on=False), row_keys="Ctrl+Shift+U"),
            ]
        )

    # ── showing ──

    def show_proposals(
        self,
        proposals: Proposals,
        *,
        scheme: Scheme,
        people: Sequence[Person],
        ticked: Collection[str] | None,
        source: SourceTables,
        registers: FoundRegisters | None = None,
    ) -> None:
        """Other proposals; `ticked` None ticks what is ticked unless somebody says otherwise."""
        self._proposals, self._scheme = proposals, scheme
        self.segments.offer(LETTERS, offered=registers is not None)
        self._registers = registers
        if registers is not None:
            self.letters.show_letters(registers)
        self._by_key = {proposal.key: proposal for proposal in proposals.proposals}
        self._under = {}
        for proposal in proposals.proposals:
            self._under.setdefault(proposal.within, []).append(proposal.key)
        tickable = {proposal.key for proposal in proposals.proposals if can_be_ticked(proposal)}
        usual = {proposal.key for proposal in proposals.proposals if proposal.ticked} & tickable
        self.ticked = usual if ticked is None else set(ticked) & tickable
        self.panel.set_office(scheme, people, source)
        if ticked is None:
            self.table.model.arrangement.open_rows = {
                proposal.key for proposal in proposals.proposals if len(proposal.changes) > 1
            }
        columns = COLUMNS[What(proposals.what)]
        if columns != self.table.model.columns:
            self.table.set_columns(columns)
        self._name_segments(proposals)
        self._fill()
        if not self.table.chosen_id():
            self.table.choose_first()
        self._show(self.table.chosen_id())

    def _name_segments(self, proposals: Proposals) -> None:
        counts = {verdict.value: count_of(proposals, verdict) for verdict in ORDER}
        self.segments.reword(ALL, f"All {sum(counts.values())}")
        for verdict in ORDER:
            self.segments.reword(verdict.value, f"{GROUPS[verdict].title} {counts[verdict.value]}")

    def _fill(self) -> None:
        if self._proposals is None or self._scheme is None:
            return
        self.table.set_rows(rows(self._proposals, self.ticked, self._scheme), list(groups(self._proposals)))
        self._count()

    def _count(self) -> None:
        """How many are ticked, or how many people the letters are of."""
        if self.segments.value() == LETTERS:
            self.count.setText(self.letters.count_text())
        elif self._proposals is not None:
            tickable = sum(map(can_be_ticked, self._proposals.proposals))
            self.count.setText(f"{len(self.ticked)} of {tickable} ticked")

    def _filter(self, value: str) -> None:
        letters = value == LETTERS
        self.letters.setVisible(letters)
        self.table.setVisible(not letters)
        self._count()
        if letters and self._registers is not None:
            self.panel.show_letters(self._registers)
            self.letters.view.setFocus()
            return
        self._show(self.table.chosen_id())
        self.table.set_filter(None if value == ALL else lambda row: row.group == value)

    def show_all(self) -> None:
        """Another document is met whole, whatever was looked for in the one before."""
        self.segments.choose(ALL)
        self._filter(ALL)
        self.table.clear_column_filters()

    def _span_reasons(self) -> None:
        """Why something was not understood takes the room of both columns of what changes."""
        field = [column.key for column in self.table.model.columns].index("field")
        for at, shown in enumerate(self.table.model.lines):
            if shown.row is not None and shown.row.cell("field").spans:
                self.table.view.setSpan(at, field, 1, 2)

    def _show(self, row_id: str) -> None:
        kind, _, number = row_id.partition(" ")
        one = self._by_key.get(key_of(row_id))
        if one is not None:
            self.panel.show_proposal(one)
        elif kind == "left" and self._proposals is not None and number.isdigit():
            self.panel.show_leftover(self._proposals.leftovers[int(number)])
        else:
            self.panel.show_nothing()

    # ── ticking ──

    def tick(self, keys: Iterable[str], *, on: bool) -> None:
        """Tick or untick; what something needs comes with it, what needs it goes with it."""
        for key in keys:
            if on:
                self._tick_with_needs(key)
            else:
                self._untick_with_needing(key)
        self._fill()
        self.ticks_changed.emit()

    def _tick_chosen(self, *, on: bool) -> None:
        self.tick({key_of(row_id) for row_id in self.table.chosen_ids()}, on=on)

    def _tick_with_needs(self, key: str) -> None:
        one = self._by_key.get(key)
        while one is not None:
            if can_be_ticked(one) and (one.key == key or one.verdict is Verdict.NEW):
                self.ticked.add(one.key)
            one = self._by_key.get(one.within)

    def _untick_with_needing(self, key: str) -> None:
        self.ticked.discard(key)
        above = self._by_key.get(key)
        if above is None or above.verdict is not Verdict.NEW:
            return
        for needing in self._under.get(key, ()):
            self._untick_with_needing(needing)

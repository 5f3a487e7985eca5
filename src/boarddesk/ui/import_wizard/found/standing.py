"""The document's own rows beside the lists: one as it stands, what it is read as, and why it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.importing.tables.grid import SourceTables
from boarddesk.importing.tables.places import standing_at
from boarddesk.rules.imports.contents import FoundAction, FoundPlan
from boarddesk.rules.statuses.status import Scheme, Status
from boarddesk.rules.wording import sentence
from boarddesk.ui.import_wizard.paper import paper, words_shown
from boarddesk.ui.import_wizard.proposals.rows import status_labelled
from boarddesk.ui.import_wizard.words import line, place_shown, short
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.status_chip import StatusChip

LONGEST, LONGEST_HEADING = 280, 40


@dataclass(frozen=True)
class Spot:
    """A row of the document by its place, with the action read from it."""

    place: str
    action: FoundAction | None = None
    area: str = ""


@dataclass(frozen=True)
class Evidence:
    """The rows of a line of a list, and why it is what it is."""

    key: str
    spots: tuple[Spot, ...]
    title: str
    why: str


class StandingRow:
    """Fills a detail panel with one row after the other; the place among them stays while the line does."""

    def __init__(self, panel: DetailPanel) -> None:
        self.panel = panel
        self._source: SourceTables | None = None
        self._scheme: Scheme | None = None
        self._evidence = Evidence("", (), "", "")
        self._at = 0

    def set_document(self, source: SourceTables, plan: FoundPlan | None) -> None:
        """The document the rows stand in."""
        self._source, self._scheme = source, plan.scheme if plan else None

    def show_evidence(self, evidence: Evidence) -> None:
        """Another line was chosen, or the same one was read again."""
        if evidence.key != self._evidence.key:
            self._at = 0
        self._evidence = evidence
        self._at = min(self._at, max(len(evidence.spots) - 1, 0))
        self._fill()

    def move(self, by: int) -> None:
        """To the row before or after; the button pressed keeps the focus."""
        self._at = max(0, min(self._at + by, len(self._evidence.spots) - 1))
        self._fill()
        (self.before if by < 0 else self.after).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        panel, spots = self.panel, self._evidence.spots
        panel.clear()
        panel.setAccessibleName("Detail: a row, as it stands in the document")
        if spots:
            spot = spots[self._at]
            panel.add(label("A row, as it stands in the document", "head"))
            panel.add(
                paper(
                    [
                        (short(heading, LONGEST_HEADING), short(words, LONGEST))
                        for heading, words in self._cells(spot)
                    ]
                )
            )
            panel.add(self._place(spot))
            if spot.action is not None:
                self._read_as(spot.action, spot.area)
        inside = panel.add_section(self._evidence.title)
        inside.addWidget(words_shown(sentence(self._evidence.why)))

    def _cells(self, spot: Spot) -> Sequence[tuple[str, str]]:
        if spot.action is not None and spot.action.source_cells:
            return spot.action.source_cells
        there = standing_at(self._source, spot.place) if self._source is not None else ()
        return [(heading, words) for heading, words in there if words] or [("", "Nothing stands there.")]

    def _place(self, spot: Spot) -> QWidget:
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        of = f", {self._at + 1} of {len(self._evidence.spots)}" if len(self._evidence.spots) > 1 else ""
        row.addWidget(WrappedLabel(f"{place_shown(spot.place)}{of}", "meta"), 1)
        self.before = buttons.icon_button("chevron-up", "The row before", lambda: self.move(-1))
        self.after = buttons.icon_button("chevron-down", "The row after", lambda: self.move(1))
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self._evidence.spots) - 1)
        for button in (self.before, self.after):
            button.setVisible(len(self._evidence.spots) > 1)
            row.addWidget(button)
        return shown

    def _read_as(self, action: FoundAction, area: str) -> None:
        self.panel.add_section("Read as", aside=area)
        if not action.ref_given:
            self.panel.add_fact("Ref", action.ref)
        self.panel.add_fact("By when", action.by_when.understood or "no date")
        self.panel.add_fact("Owners", "\n".join(map(line, action.owners)) or "nobody")
        if action.progress:
            self.panel.add_fact("Update", short(action.progress, LONGEST))
        status = status_labelled(action.status, self._scheme) if self._scheme else None
        self.panel.add_fact("Status", _chip(status, action.status_from) if status else "none")
        for note in action.notes:
            self.panel.add_text(note, "meta")


def _chip(status: Status, read_from: str) -> QWidget:
    """The status as wide as it is down a column, and what of the document says it."""
    shown = QWidget()
    shown.setAccessibleName(f"Status: {status.label}")
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(StatusChip(status))
    row.addWidget(label({"shading": "from its colour", "word": "from its words"}.get(read_from, ""), "meta"))
    row.addStretch(1)
    return shown

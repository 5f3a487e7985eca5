"""The chosen item beside the agenda: the note for the chair, papers, last decision, clearance, the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.rules.agenda.item import EXEMPT_PARAGRAPHS, AgendaItem
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.wording import day_of_year
from boarddesk.ui.meetings.agenda.editing import ITEM
from boarddesk.ui.meetings.papers.paper_actions import PaperActions
from boarddesk.ui.meetings.papers.paper_panel import (
    can_be_cleaned,
    clearance_signs,
    finding_line,
    paper_line,
)
from boarddesk.ui.meetings.papers.rows import papers_of_row
from boarddesk.ui.meetings.shown_agenda import ShownAgenda
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.icon_sign import IconSign
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.steady_detail import SteadyDetail

Edit = Callable[[str, str, str], object]
"""Writes a field of an item: its id, the field, the words."""

NEVER = "never issued, never copied"


def lock_words() -> QWidget:
    """What leaves no copy says so."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconSign("lock", size=12))
    row.addWidget(label(NEVER, "meta"))
    return held


class ItemPanel(SteadyDetail):
    """Edited in place; what the item is not asked for is not shown empty, but for the note."""

    def __init__(self, edit: Edit, does: PaperActions) -> None:
        super().__init__()
        self._edit, self._does = edit, does

    def show_item(self, shown: ShownAgenda, item_id: str) -> None:
        """One item of the agenda as it stands."""
        row = shown.row(item_id)
        if row is None:
            self.show_nothing()
        else:
            self.show_filled(item_id, lambda: self._put(shown, row))

    def _put(self, shown: ShownAgenda, row: AgendaRow) -> None:
        item = row.item
        times = " to ".join(part for part in (row.starts, shown.agenda.end_of(row)) if part)
        meta = " · ".join(part for part in (row.number, item.purpose.capitalize(), times) if part)
        title = self._words(item, "title", role="record") if not shown.why_not else None
        self.set_record(meta, item.title, heading=title)
        note = self.add_section(ITEM["chair_note"].label, aside=lock_words())
        note.addWidget(self._words(item, "chair_note", empty="Add a note"))
        if item.words_to_use:
            says = QHBoxLayout()
            says.addWidget(label("To say", "meta"), 0, Qt.AlignmentFlag.AlignVCenter)
            says.addWidget(self._words(item, "words_to_use"), 1)
            note.addLayout(says)
        if not row.is_heading:
            self._papers(shown, row)
        decision = shown.decisions.get(item.id)
        if decision is not None:
            inside = self.add_section(
                "Last decision", aside=f"{decision.ref}, {day_of_year(decision.made_on)}"
            )
            inside.addWidget(WrappedLabel(decision.sentence))
        for line in papers_of_row(shown, row):
            if line.paper is not None and line.paper.copy is not None and line.paper.clearances:
                self._clearance(line.paper)
        self._rest(shown, row)

    def _papers(self, shown: ShownAgenda, row: AgendaRow) -> None:
        """Each by the name it goes out under, with what was found; the first deed it needs at the right."""
        lines = [line for line in papers_of_row(shown, row) if line.paper and not line.paper.is_withdrawn]
        taken = [line.paper.copy.taken_in_on for line in lines if line.paper and line.paper.copy]
        when = f", taken in {long_date(max(taken)).rpartition(' ')[0]}" if taken else ""
        unclean = [line.paper for line in lines if line.paper and can_be_cleaned(line.paper)]
        inside = self.add_section(
            "Papers",
            beside=f"{len(lines)}{when}" if lines else "none yet" if row.item.papers_wanted else "",
            action=("Clean copy", lambda: self._does.clean(unclean[0]))
            if unclean
            else ("Add paper", lambda: self._does.add(row.item.id)),
        )
        inside.setSpacing(0)
        for line in lines:
            inside.addLayout(paper_line(line, self._does))
            if line.paper is not None:
                for finding in line.paper.open_findings:
                    inside.addLayout(finding_line(line.paper, finding, self._does))

    def _clearance(self, paper: Paper) -> None:
        """In one line, where there is room for it."""
        done = len(paper.clearances) - len(paper.not_cleared)
        self.add_section("Clearance", beside=f"{done} of {len(paper.clearances)}").addLayout(
            Flow(clearance_signs(paper.clearances), across=12)
        )

    def _words(self, item: AgendaItem, key: str, *, role: str = "", empty: str = "–") -> InPlace:
        field = ITEM[key]
        return InPlace(
            str(getattr(item, key)),
            name=field.label,
            does=lambda words: self._edit(item.id, key, words),
            role=role,
            empty=empty,
            paragraphs=field.paragraphs,
        )

    def _rest(self, shown: ShownAgenda, row: AgendaRow) -> None:
        """What an item rarely has, each only where it has it; what can be added is last."""
        item = row.item
        self.add_section("More")
        if item.restricted:
            paragraph = item.exempt_paragraph
            named = f"Paragraph {paragraph}: {EXEMPT_PARAGRAPHS[paragraph]}" if paragraph else "Yes"
            self.add_fact("Restricted", f"{named}. {item.restricted_why}".strip())
        if item.is_late:
            self.add_fact("Late", item.late_why)
        if item.outcome:
            words = ". ".join(part for part in (item.outcome.capitalize(), item.outcome_note) if part)
            self.add_fact("Outcome", words)
        self.add_fact(ITEM["short_title"].label, self._words(item, "short_title"))
        if not item.words_to_use:
            self.add_fact("To say", self._words(item, "words_to_use", empty="Add words to use"))

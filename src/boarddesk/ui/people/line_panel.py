"""The detail of a reporting line: from which board, of what kind, to whom, from when until when."""

from __future__ import annotations

from functools import partial

from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.ui.people.editing import LINE
from boarddesk.ui.people.fields import end_meant
from boarddesk.ui.people.panel_parts import Part, Writes
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel

MEANS = {
    LineKind.ACCOUNTABLE_TO: "What is escalated goes up this line.",
    LineKind.INFORMS: "It is told; nothing is escalated to it.",
    LineKind.SCRUTINISED_BY: "It looks on and asks; nothing is escalated to it.",
}


class LinePanel(Part):
    """Fills the panel for one reporting line."""

    def fill(self, line: ReportingLine) -> None:
        """Everything about it."""
        writes: Writes = partial(self.people_actions.edit_cell, "line", line.id)
        board = self.shown.boards[line.board_id]
        self.panel.set_record("Reporting line", f"{board.short_name} {line.kind} {line.to_name}")
        self.panel.add_fact("From", self.opener(board.name, "board", board.id))
        self.choice(LINE["kind"], line.kind.value, writes)
        means = partial(end_meant, boards=self.shown.boards.values())
        to = InPlace(line.to_name, name=LINE["to"].label, does=partial(writes, "to"), note=means)
        self.panel.add_fact(LINE["to"].label, to)
        for key, held, empty in (
            ("from_day", line.from_day, "not known"),
            ("until_day", line.until_day, "still"),
        ):
            field = LINE[key]
            day = self.day(held, name=field.label, does=partial(writes, key), empty=empty)
            self.panel.add_fact(field.label, day)
        self.panel.add(WrappedLabel(MEANS[line.kind], "muted"))
        other = self.shown.boards.get(line.to_board_id or "")
        if other is not None:
            inside = self.panel.add_section("Board at the other end")
            inside.addWidget(self.opener(other.name, "board", other.id))

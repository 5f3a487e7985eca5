"""The attendance report in Word or Excel: which board, which copy, a draft or an issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boarddesk.rules.people import Board
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog

MEMBERS, NO_PERCENTAGES, ROLES, NEITHER = "members", "no percentages", "roles", "neither"
WHOLE = "whole"
COPIES = (
    (MEMBERS, "For members: names and percentages"),
    (WHOLE, "Published: names and percentages"),
    (NO_PERCENTAGES, "Published: names, no percentages"),
    (ROLES, "Published: roles, percentages"),
    (NEITHER, "Published: roles, no percentages"),
)
WORD, EXCEL = "Word", "Excel"
COPY_HINT = {
    WORD: "A published copy says so on every page.",
    EXCEL: "Only the members’ copy holds reasons, notes, deputies and open registers.",
}
DRAFT, ISSUE = "draft", "issue"
MEETINGS, PEOPLE = "meetings", "people"
ACROSS = ((MEETINGS, "Meetings, people down the side"), (PEOPLE, "People, meetings down the side"))
KEEPING = ((DRAFT, "A draft, kept on disk only"), (ISSUE, "Issued: frozen and kept in the office too"))


@dataclass(frozen=True)
class Copy:
    """What the dialog was answered with."""

    board_id: str
    percentages: bool
    names: bool
    for_publication: bool
    people_across: bool
    issue: bool


class ReportDialog(FormDialog):
    """Asks which copy; the path is asked for next."""

    def __init__(
        self,
        parent: QWidget,
        boards: Sequence[Board],
        *,
        form: str,
        period: str,
        does: Callable[[Copy], object],
    ) -> None:
        super().__init__(
            parent,
            title=f"Attendance report in {form}",
            button="Choose where to save…",
            does=lambda: does(self.answer()),
            under=f"{period}. One board to a report.",
        )
        self.board = Choice([(board.id, board.name) for board in boards], name="Board")
        self.copy = Choice(COPIES, name="Copy")
        self.across = Choice(ACROSS, name="Across the top") if form == EXCEL else None
        self.keeping = Choice(KEEPING, name="Kept")
        if len(boards) > 1:
            self.add_row({"board": ("Board", self.board)})
        self.add_row({"copy": ("Copy", self.copy)}, hints={"copy": COPY_HINT[form]})
        if self.across is not None:
            self.add_row({"across": ("Across the top", self.across)})
        self.add_row({"keeping": ("Draft or issue", self.keeping)})
        self.copy.setFocus()

    def answer(self) -> Copy:
        """What is chosen now."""
        copy = self.copy.value()
        return Copy(
            self.board.value(),
            percentages=copy in (MEMBERS, WHOLE, ROLES),
            names=copy in (MEMBERS, WHOLE, NO_PERCENTAGES),
            for_publication=copy != MEMBERS,
            people_across=self.across is not None and self.across.value() == PEOPLE,
            issue=self.keeping.value() == ISSUE,
        )

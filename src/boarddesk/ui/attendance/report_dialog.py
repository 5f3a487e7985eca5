"""The attendance report in Word or Excel: which board, which copy, a draft or an issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boarddesk.rules.people import Board
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

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


def report_form(boards: Sequence[Board], *, form: str, period: str, save: Callable[[Copy], object]) -> Form:
    """Asks which copy; the path is asked for next."""

    def write(given: Answers) -> None:
        copy = given.text("copy")
        save(
            Copy(
                given.text("board"),
                percentages=copy in (MEMBERS, WHOLE, ROLES),
                names=copy in (MEMBERS, WHOLE, NO_PERCENTAGES),
                for_publication=copy != MEMBERS,
                people_across=given.text("across") == PEOPLE,
                issue=given.text("keeping") == ISSUE,
            )
        )

    return Form(
        "report",
        f"Attendance report in {form}",
        write,
        [
            FormField(
                "board",
                "Board",
                FieldKind.CHOICE,
                choices=[(board.id, board.name) for board in boards],
                shown=lambda _given: len(boards) > 1,
            ),
            FormField("copy", "Copy", FieldKind.CHOICE, choices=COPIES, hint=COPY_HINT[form]),
            FormField(
                "across",
                "Across the top",
                FieldKind.CHOICE,
                choices=ACROSS,
                shown=lambda _given: form == EXCEL,
            ),
            FormField("keeping", "Draft or issue", FieldKind.CHOICE, choices=KEEPING),
        ],
        button="Choose where to save…",
        under=f"{period}. One board to a report.",
        focus="copy",
    )

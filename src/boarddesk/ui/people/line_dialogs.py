"""The form that adds a reporting line."""

from __future__ import annotations

from boarddesk.records import boards, lines
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.people import Board
from boarddesk.ui.people.fields import end_meant
from boarddesk.ui.people.words import LINES
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def add_line_form(file: OfficeFile, board: Board) -> Form:
    """A line to another board, or to a body that is only named."""
    known = boards.boards(file)
    named = [line.to_name for line in lines.lines(file) if not line.to_board_id]
    others = [other.name for other in known if other.id != board.id]

    def write(given: Answers) -> None:
        lines.add_line(
            file,
            board.id,
            given.text("to"),
            kind=LineKind(given.text("kind")),
            from_day=given.day("from_day"),
            until_day=given.day("until_day"),
        )

    return Form(
        "add reporting line",
        "Add reporting line",
        write,
        [
            FormField("kind", "Kind of line", FieldKind.SEGMENTS, LINES[0][0], choices=LINES),
            FormField(
                "to",
                "Board or body",
                hint="A board of this office, or the name of any other body.",
                offers=list(dict.fromkeys([*others, *named])),
                understood=lambda given: end_meant(given.text("to"), known),
            ),
            FormField("from_day", "From", FieldKind.DAY, hint="Optional: the first day."),
            FormField("until_day", "Until", FieldKind.DAY, hint="Optional: the last day.", beside=True),
        ],
        button="Add line",
        under=f"{board.name}. What is escalated goes up the lines of those it is accountable to.",
        focus="to",
    )

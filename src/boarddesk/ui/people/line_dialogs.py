"""Forms about reporting lines: one more, and the last day of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records import lines
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.people import Board
from boarddesk.ui.people.fields import end_meant
from boarddesk.ui.people.words import LINES
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def add_line_form(file: OfficeFile, known: Sequence[Board], *, board_id: str | None = None) -> Form:
    """A line from a board to another, or to a body that is only named."""
    named = [line.to_name for line in lines.lines(file) if not line.to_board_id]
    boards = [(board.id, board.name) for board in known]

    def write(given: Answers) -> str:
        return lines.add_line(
            file,
            given.text("board"),
            given.text("to"),
            kind=LineKind(given.text("kind")),
            from_day=given.day("from_day"),
            until_day=given.day("until_day"),
        )

    return Form(
        "add line",
        "Add reporting line",
        write,
        [
            FormField(
                "board",
                "From",
                FieldKind.CHOICE,
                board_id,
                choices=boards,
                shown=lambda _given: len(known) > 1,
            ),
            FormField("kind", "Kind of line", FieldKind.SEGMENTS, LINES[0][0], choices=LINES),
            FormField(
                "to",
                "To",
                hint="A board of this office, or the name of any other body.",
                offers=list(dict.fromkeys([*(board.name for board in known), *named])),
                understood=lambda given: end_meant(given.text("to"), known),
            ),
            FormField("from_day", "First day", FieldKind.DAY, hint="Optional."),
            FormField("until_day", "Last day", FieldKind.DAY, hint="Optional.", beside=True),
        ],
        button="Add line",
        under="What is escalated goes up the lines to those a board is accountable to.",
        focus="to" if board_id else "board",
    )


def end_line_form(file: OfficeFile, line: ReportingLine, *, today: date) -> Form:
    """A line stands no longer after a day."""

    def write(given: Answers) -> None:
        lines.update_line(file, line.id, until_day=given.needed_day("until_day"))

    missing = "Give the last day of the line."
    return Form(
        "end line",
        "End reporting line",
        write,
        [FormField("until_day", "Last day", FieldKind.DAY, line.until_day or today, required=missing)],
        button="End line",
        under=f"{line.kind.capitalize()} {line.to_name}. The days before keep it.",
    )

"""What the forms and panels of actions arising share: who has it, and the day as it is typed in a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boarddesk.records.agenda.arising import due_typed
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.dates.due import Due
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, FormField

EXAMPLES = "As you would say it: next meeting, 2 weeks, Friday, end of June, 30/6."
MEANT = "meant"


def read_as(file: OfficeFile, board_id: str, typed: str, *, said_on: date, today: date) -> str:
    """What stands under a day while it is typed: `Read as Tue 14 July 2026.`, or why it is none."""
    if not typed.strip():
        return ""
    try:
        due = due_typed(file, board_id, typed, said_on=said_on)
    except Refused as refused:
        return refused.sentence
    passed = ", which has passed" if due.day and due.day < today else ""
    return f"Read as {due.understood}{passed}."


def due_fields(
    file: OfficeFile, of: Callable[[Answers], tuple[str, date]], *, today: date
) -> tuple[FormField, FormField]:
    """The day as typed and, where it has passed, whether it is meant; `of` is board and day said."""

    def has_passed(given: Answers) -> bool:
        due = _read(file, of(given), given.text("due"))
        return due.day is not None and due.day < today

    def told(given: Answers) -> str:
        board_id, said_on = of(given)
        return read_as(file, board_id, given.text("due"), said_on=said_on, today=today) or EXAMPLES

    return (
        FormField("due", "Due", understood=told),
        FormField(
            MEANT,
            "That day has passed",
            FieldKind.SEGMENTS,
            "no",
            choices=(("no", "Give a later day"), ("yes", "It is meant")),
            shown=has_passed,
        ),
    )


def check_due(file: OfficeFile, of: tuple[str, date], given: Answers, *, today: date) -> str:
    """The words of the day, where they give one that may be kept."""
    board_id, said_on = of
    typed = given.text("due")
    due = due_typed(file, board_id, typed, said_on=said_on)
    if given.text(MEANT) != "yes":
        due.check_not_past(today)
    return typed


def _read(file: OfficeFile, of: tuple[str, date], typed: str) -> Due:
    try:
        return due_typed(file, of[0], typed, said_on=of[1])
    except Refused:
        return Due()

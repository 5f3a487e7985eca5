"""A period of one's own: from a day, to a day."""

from __future__ import annotations

from collections.abc import Callable

from boarddesk.rules.refused import Refused
from boarddesk.ui.attendance.period import Days
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def days_form(days: Days, *, take: Callable[[Days], object]) -> Form:
    """Both days count; one left empty leaves that end open."""

    def write(given: Answers) -> None:
        first, last = given.day("first"), given.day("last")
        if first is None and last is None:
            raise Refused("Give a first day, a last day, or both.", field="first")
        if first is not None and last is not None and last < first:
            raise Refused("This is before the first day.", field="last")
        take((first, last))

    return Form(
        "days",
        "Other days",
        write,
        [
            FormField("first", "From", FieldKind.DAY, days[0], hint="Empty: from the first meeting."),
            FormField("last", "To", FieldKind.DAY, days[1], hint="Empty: to today.", beside=True),
        ],
        button="Show these days",
        under="A term or a quarter, the first and the last day counted. The report and a letter take "
        "the same days.",
    )

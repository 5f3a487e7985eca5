"""A period of one's own: from a day, to a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from boarddesk.rules.refused import Refused
from boarddesk.ui.attendance.period import Days
from boarddesk.ui.widgets.date_field import NOT_A_DATE, DateField
from boarddesk.ui.widgets.form_dialog import FormDialog


class DaysDialog(FormDialog):
    """Both days count; one left empty leaves that end open."""

    def __init__(self, parent: QWidget, days: Days, *, does: Callable[[Days], object]) -> None:
        super().__init__(
            parent,
            title="Other days",
            button="Show these days",
            does=lambda: does(self.days()),
            under="A term or a quarter, the first and the last day counted. The report and a letter take "
            "the same days.",
        )
        self.first, self.last = DateField(days[0], name="From"), DateField(days[1], name="To")
        self.add_row(
            {"first": ("From", self.first), "last": ("To", self.last)},
            hints={"first": "Empty: from the first meeting.", "last": "Empty: to today."},
        )
        self.first.setFocus()

    def days(self) -> Days:
        """What is given; refused where it is no period."""
        first, last = _given(self.first, "first"), _given(self.last, "last")
        if first is None and last is None:
            raise Refused("Give a first day, a last day, or both.", field="first")
        if first is not None and last is not None and last < first:
            raise Refused("This is before the first day.", field="last")
        return first, last


def _given(field: DateField, key: str) -> date | None:
    if not field.is_fine():
        raise Refused(NOT_A_DATE, field=key)
    return field.value()

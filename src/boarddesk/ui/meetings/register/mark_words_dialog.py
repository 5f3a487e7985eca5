"""The office's own words for the marks of a register; the letters, and what they count for, stay."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.register import MARK_LABELS, Mark
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import Form, FormField

TITLE = "Change words of marks"


def mark_words_form(file: OfficeFile) -> Form:
    """A field for each letter; an empty one goes back to the usual words."""
    labels = registers.mark_labels(file)

    def write(given: Answers) -> None:
        attendance.set_mark_labels(file, [(mark, given.text(mark)) for mark in Mark])

    return Form(
        "mark words",
        TITLE,
        write,
        [
            FormField(
                mark.value,
                f"{mark.value} means",
                value=labels[mark] if labels[mark] != MARK_LABELS[mark] else "",
                placeholder=MARK_LABELS[mark],
                beside=place % 2 == 1,
            )
            for place, mark in enumerate(Mark)
        ],
        under="Every register, page and document of this office says these. A letter keeps its meaning.",
    )

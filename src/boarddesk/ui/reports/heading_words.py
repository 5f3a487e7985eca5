"""The words somebody writes for the headings of a cover report: what the office does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from boarddesk.rules.cover_headings import CoverHeading, CoverPart
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

HINTS = {
    CoverPart.PURPOSE: "Left empty, the office says it.",
    CoverPart.BACKGROUND: "Left empty, the office says it.",
    CoverPart.STRATEGY: "A priority a line, and how it is served: Healthy minds = Advice in time",
    CoverPart.RISK: "The risks stand under it.",
    CoverPart.APPENDICES: "What was issued for the meeting stands under it.",
}


def heading_words_form(
    headings: Sequence[CoverHeading],
    texts: Mapping[str, str],
    take: Callable[[dict[str, str]], object],
    *,
    receiver: str,
) -> Form:
    """A field for each heading, in the receiving board’s order; what stays empty prints `None.`"""

    def write(given: Answers) -> None:
        found = {heading.title: given.text(heading.title) for heading in headings}
        take({title: words for title, words in found.items() if words})

    return Form(
        "heading words",
        "Words for its headings",
        write,
        [
            FormField(
                heading.title,
                heading.title,
                FieldKind.LINES,
                texts.get(heading.title, ""),
                hint=HINTS.get(heading.fills, ""),
                lines=2,
            )
            for heading in headings
        ],
        button="Use these words",
        under=f"For {receiver}. Kept while the window is open, and in the report once it is issued.",
        width=640,
    )

"""Before a document is issued: the placeholders left in it, each with its place, and why it goes out so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boarddesk.issuing.left_over import LeftOver
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note
from boarddesk.ui.widgets.form_dialog import open_form

MOST_SHOWN = 12


def left_over_form(found: Sequence[LeftOver], go_on: Callable[[str], object]) -> Form:
    """What is left over, and the reason that issuing goes on with."""
    more = len(found) - MOST_SHOWN
    lines = [f"• {each.told}" for each in found[:MOST_SHOWN]]
    lines += [f"• {count_in_figures(more, 'more')}"] if more > 0 else []
    missing = "Say why it goes out with these left in it, or close this and fill them in."
    return Form(
        "left over",
        "Issue with placeholders left in it",
        lambda given: go_on(given.text("reason")),
        [
            Note(lambda _given: "\n".join(lines), role="muted"),
            FormField("reason", "Why it goes out all the same", FieldKind.LINES, lines=2, required=missing),
        ],
        button="Issue with this reason",
        under=f"{count_in_figures(len(found), 'placeholder')} left over.",
    )


def with_reason(page: Page, found: Sequence[LeftOver], then: Callable[[str], object]) -> None:
    """Go on at once where nothing is left over, else with the reason once it is given."""
    if not found:
        then("")
        return
    given: list[str] = []
    dialog = open_form(page, left_over_form(found, given.append))
    dialog.accepted.connect(lambda: then(given[-1]))

"""From and until: fields that say under what was typed which item or time is understood by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from boarddesk.rules.dates.time_of_day import Hours
from boarddesk.rules.meetings.points import item_in_full, point_words, understood
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FormField


def point_fields(
    first: FormField,
    last: FormField,
    *,
    hours: Hours | None,
    items: Mapping[str, str],
    shown: Callable[[Answers], bool] | None = None,
) -> list[FormField]:
    """Two fields beside each other; a point as kept stands in words that are read back the same.

    The `items` of the agenda, titles by number, are offered while one types.
    """
    offers = [item_in_full(number, title) for number, title in items.items()]

    def reads(key: str) -> Callable[[Answers], str]:
        def said(given: Answers) -> str:
            words = understood(given.text(key), hours, items=items)
            return f"Understood as {words}" if words else ""

        return said

    return [
        replace(
            field,
            value=point_words(str(field.value or "")),
            offers=offers,
            beside=field is last,
            shown=shown,
            understood=reads(field.key),
        )
        for field in (first, last)
    ]

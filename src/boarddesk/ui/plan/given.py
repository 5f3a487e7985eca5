"""Actions of meetings as the detail of what they are for shows them; each opens in the action log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.plan.words import near_day
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.words_button import WordsButton, with_words


def add_given_actions(
    panel: DetailPanel, actions: Sequence[BoardAction], *, today: date, opened: Callable[[str], object]
) -> None:
    """Each with who has it and how it stands; nothing where there is none."""
    if not actions:
        return
    still_open = sum(action.is_open for action in actions)
    inside = panel.add_section("Actions of meetings", aside=f"{still_open} open" if still_open else "")
    for action in actions:
        opens = WordsButton(action.ref, look="name")
        opens.setAccessibleName(f"Open action {action.ref}")
        opens.clicked.connect(lambda _on=False, of=action.id: opened(of))
        inside.addLayout(with_words(opens, action.text))
        who = action.why_nobody or action.owner_names
        inside.addWidget(WrappedLabel(f"{who}, {_stands(action, today)}", "meta"))


def _stands(action: BoardAction, today: date) -> str:
    if action.done_on:
        return f"done {near_day(action.done_on, today)}"
    if action.withdrawn_on:
        return f"withdrawn {near_day(action.withdrawn_on, today)}"
    if late := action.days_late(today):
        return f"{count_in_figures(late, 'day')} late"
    return f"due {near_day(action.due, today)}" if action.due else "no date"

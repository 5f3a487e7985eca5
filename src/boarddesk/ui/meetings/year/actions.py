"""What may be done with a year's dates: they are planned, days are kept free, calendars get them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boarddesk.rules.people import Board
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.calendar_dialog import TITLE_YEAR, offer_year_file
from boarddesk.ui.meetings.year.free_days_form import TITLE, free_days_form
from boarddesk.ui.meetings.year.series_form import series_form
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write

UNDO_TAKES_ALL = "At the board’s usual time and place. Undo takes them all back."


def year_actions(page: Page, boards: Callable[[], Sequence[Board]]) -> tuple[Action, ...]:
    """Of the boards in sight, which are asked for when one is run."""

    def plan_year() -> None:
        check_may_write(page)
        form = series_form(page.session.file, boards(), today=page.session.today)
        open_form(page, form, lambda made: page.tell(f"{made} planned", UNDO_TAKES_ALL, tone=Tone.GOOD))

    def keep_days_free() -> None:
        check_may_write(page)
        open_form(page, free_days_form(page.session.file))

    return (
        Action("Plan the year’s dates…", plan_year, menu="Meeting", words="series repeat monthly"),
        Action(f"{TITLE}…", keep_days_free, menu="Meeting", words="holidays half-term closed"),
        Action(
            f"{TITLE_YEAR}…",
            lambda: offer_year_file(page, boards()),
            menu="Meeting",
            words="outlook ics all dates",
        ),
    )

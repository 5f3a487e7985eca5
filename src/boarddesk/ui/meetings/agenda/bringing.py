"""What is brought onto an agenda: the standing items it lacks, and what is carried forward."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from boarddesk.records.agenda.carrying import bring_in
from boarddesk.records.agenda.standing import bring_in_standing_items, missing_standing_items
from boarddesk.rules.agenda.carry_forward import CarriedItem
from boarddesk.rules.agenda.item import StandingItem
from boarddesk.ui.widgets.opening import check_may_write, pop_up_under

if TYPE_CHECKING:
    from boarddesk.ui.meetings.agenda.view import AgendaView


class Bringing:
    """Writes what is brought in; the first of it is chosen then."""

    def __init__(self, view: AgendaView) -> None:
        self._view = view

    def missing(self) -> tuple[StandingItem, ...]:
        """The standing items of the board that the agenda has not."""
        shown = self._view.shown
        return missing_standing_items(self._view.session.file, shown.meeting.id) if shown else ()

    def standing(self, only: str | None = None) -> None:
        """All standing items that are missing, or one of them."""
        check_may_write(self._view)
        if self._view.shown is not None:
            file, meeting = self._view.session.file, self._view.shown.meeting
            self._show(bring_in_standing_items(file, meeting.id, only=only))

    def carried(self, lines: Sequence[CarriedItem]) -> None:
        """What is ticked under Carry forward, at the end of the agenda."""
        check_may_write(self._view)
        if self._view.shown is not None:
            self._show(bring_in(self._view.session.file, self._view.shown.meeting.id, lines))

    def _show(self, made: Sequence[str]) -> None:
        if made:
            self._view.table.choose(made[0])
        self._view.focus_rows()

    def offer_standing(self) -> None:
        """The menu of the button: all that are missing, or one of them."""
        view, missing = self._view, self.missing()
        menu = QMenu(view)
        words = f"All that are missing ({len(missing)})" if missing else "All are on the agenda"
        every = menu.addAction(words)
        every.setEnabled(bool(missing))
        every.triggered.connect(lambda _on=False: self.standing())
        if missing:
            menu.addSeparator()
        for standing in missing:
            offer = menu.addAction(standing.title)
            offer.triggered.connect(partial(self._bring_one, standing.id))
        pop_up_under(menu, view.standing)

    def _bring_one(self, standing_id: str, _on: bool) -> None:
        self.standing(standing_id)

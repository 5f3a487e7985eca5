"""The chosen seat, person, organisation or board at the right."""

from __future__ import annotations

from boarddesk.ui.people.actions import PeopleActions
from boarddesk.ui.people.board_panel import BoardPanel
from boarddesk.ui.people.organisation_panel import OrganisationPanel
from boarddesk.ui.people.person_panel import PersonPanel
from boarddesk.ui.people.seat_panel import SeatPanel
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.widgets.steady_detail import SteadyDetail


class PeopleDetail(SteadyDetail):
    """Shows whatever kind of record is chosen."""

    def __init__(self, people_actions: PeopleActions) -> None:
        super().__init__(width=360)
        self._people_actions = people_actions

    def show_chosen(self, kind: str, record_id: str, shown: ShownOffice) -> None:
        """One record of the page; nothing when it is not there."""
        seat = shown.seat(record_id)
        if kind == "seat" and seat is not None:
            self.show_filled(record_id, lambda: SeatPanel(self, self._people_actions, shown).fill(seat))
        elif kind == "person" and record_id in shown.people:
            person = shown.people[record_id]
            self.show_filled(record_id, lambda: PersonPanel(self, self._people_actions, shown).fill(person))
        elif kind == "organisation" and record_id in shown.organisations:
            one = shown.organisations[record_id]
            self.show_filled(
                record_id, lambda: OrganisationPanel(self, self._people_actions, shown).fill(one)
            )
        elif kind == "board" and record_id in shown.boards:
            board = shown.boards[record_id]
            self.show_filled(record_id, lambda: BoardPanel(self, self._people_actions, shown).fill(board))
        else:
            self.show_nothing()

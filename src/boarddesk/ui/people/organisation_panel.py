"""The detail of an organisation: its names, its sector, its seats and its people."""

from __future__ import annotations

from functools import partial

from boarddesk.rules.people import Organisation
from boarddesk.ui.people.editing import ORGANISATION
from boarddesk.ui.people.panel_parts import Part, Writes


class OrganisationPanel(Part):
    """Fills the panel for one organisation."""

    def fill(self, organisation: Organisation) -> None:
        """Everything about it."""
        writes: Writes = partial(self.people_actions.edit_cell, "organisation", organisation.id)
        name = organisation.name
        title = self.title(ORGANISATION["name"], name, writes)
        self.panel.set_record("Organisation", name, heading=title)
        self.fact(ORGANISATION["short_name"], organisation.short_name, writes)
        self.choice(ORGANISATION["sector"], organisation.sector.value, writes)
        self._seats(organisation)
        self._people(organisation)

    def _seats(self, organisation: Organisation) -> None:
        found = self.shown.seats_of(organisation.id)
        if not found:
            return
        inside = self.panel.add_section("Seats", aside=str(len(found)))
        for seat in found:
            board = self.shown.boards[seat.board_id]
            holder = self.shown.person_name(seat.holder_on(self.shown.today)) or "vacant"
            name = f"Open {seat.title}, {board.short_name}"
            opens = self.opener(seat.title, "seat", seat.id, name=name)
            self.line(inside, opens, meta=f"{board.short_name} · {holder}")

    def _people(self, organisation: Organisation) -> None:
        found = self.shown.people_of(organisation.id)
        if not found:
            return
        inside = self.panel.add_section("People", aside=str(len(found)))
        for person in found:
            meta = self.shown.belonging(person.id).value
            self.line(inside, self.opener(person.name, "person", person.id), meta=meta)

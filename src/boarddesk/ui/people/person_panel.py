"""The detail of a person: how to reach them, seats held now and before, how else the name is written."""

from __future__ import annotations

from datetime import date
from functools import partial

from boarddesk.rules.people import Person
from boarddesk.ui.people.editing import PERSON
from boarddesk.ui.people.panel_parts import Part, Writes, remover
from boarddesk.ui.people.shown_office import Holding
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.label import WrappedLabel


class PersonPanel(Part):
    """Fills the panel for one person."""

    def fill(self, person: Person) -> None:
        """Everything about them."""
        writes: Writes = partial(self.people_actions.edit_cell, "person", person.id)
        title = self.title(PERSON["name"], person.name, writes)
        self.panel.set_record(self.shown.belonging(person.id).value, person.name, heading=title)
        self.organisation(PERSON["organisation_id"], person.organisation_id, writes)
        for key in ("email", "phone", "note"):
            self.fact(PERSON[key], getattr(person, key), writes)
        held = self.shown.holdings(person.id)
        self._seats("Seats now", [holding for holding in held if holding.is_now])
        self._seats("Seats before", [holding for holding in held if not holding.is_now])
        self._deputises(person)
        self._aliases(person)

    def _seats(self, title: str, held: list[Holding]) -> None:
        if not held:
            return
        inside = self.panel.add_section(title)
        for holding in held:
            board = self.shown.boards[holding.seat.board_id]
            meta = " · ".join(part for part in (board.name, _span(holding, self.shown.today)) if part)
            self.line(inside, self.opener(holding.seat.title, "seat", holding.seat.id), meta=meta)

    def _deputises(self, person: Person) -> None:
        found = self.shown.deputises_for(person.id)
        if not found:
            return
        inside = self.panel.add_section("Deputises for")
        for seat in found:
            holder = self.shown.person_name(seat.holder_on(self.shown.today)) or "vacant"
            meta = f"{self.shown.boards[seat.board_id].name} · {holder}"
            self.line(
                inside, self.opener(seat.title, "seat", seat.id, name=f"Open deputy {seat.title}"), meta=meta
            )

    def _aliases(self, person: Person) -> None:
        inside = self.panel.add_section(
            "Also written as", action=("Add", lambda: self.people_actions.add_alias(person))
        )
        for alias in person.aliases:
            forgets = partial(self.people_actions.forget_alias, person.id, alias)
            self.line(inside, WrappedLabel(alias), after=[remover(f"Forget {alias}", forgets)])
        if not person.aliases:
            inside.addWidget(
                WrappedLabel("Names matched by hand at a register are remembered here.", "muted")
            )


def _span(held: Holding, today: date) -> str:
    """`3 Sep 2025 to 18 Dec 2025`, `since 3 Sep 2025` or `until 18 Dec 2025`; nothing when unknown."""
    first, last = held.membership.from_date, held.membership.to_date
    if first and last:
        return f"{short_date(first)} to {short_date(last)}"
    if first:
        return f"{'from' if first > today else 'since'} {short_date(first)}"
    return f"until {short_date(last)}" if last else ""

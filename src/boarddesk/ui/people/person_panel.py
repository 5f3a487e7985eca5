"""The detail of a person: how to reach them, seats held now and before, how else the name is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from boarddesk.rules.memberships.record import A_YEAR, OnRecord
from boarddesk.rules.people import Person
from boarddesk.ui.people.editing import PERSON
from boarddesk.ui.people.panel_parts import Part, Writes, remover
from boarddesk.ui.people.shown_office import Holding
from boarddesk.ui.people.words import interest_days
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.in_place import InPlace
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
        self._interests(person)
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

    def _interests(self, person: Person) -> None:
        """What they declared, and when it is to be renewed; what has ended is muted."""
        action = ("Declare", lambda: self.people_actions.declare_interest(person.id))
        inside = self.panel.add_section("Interests", action=action)
        found = self.shown.interests_of(person.id)
        for interest in found:
            stands = interest.stands_on(self.shown.today)
            days = interest_days(interest, self.shown.today)
            meta = " · ".join(part for part in (interest.nature.value, days) if part)
            changes = partial(self.people_actions.edit_cell, "interest", interest.id, "text")
            text = InPlace(interest.text, name=f"Interest {interest.text}", does=changes)
            ends = _link(
                "End", f"End interest {interest.text}", partial(self.people_actions.end_interest, interest)
            )
            self.line(inside, text, meta=meta, after=[ends] if stands else [])
        if not found:
            inside.addWidget(WrappedLabel("None declared.", "muted"))
        self._renewal(inside, person)

    def _renewal(self, inside: QVBoxLayout, person: Person) -> None:
        """When interests were last renewed in a seat held now, with what renews them."""
        now = [holding for holding in self.shown.holdings(person.id) if holding.is_now]
        last = max((held.membership.interests_renewed_on or date.min for held in now), default=date.min)
        if not now:
            return
        due = last + A_YEAR if last > date.min else None
        says = f"Renewed {short_date(last)}, due again {short_date(due)}." if due else "Never renewed."
        late = due is not None and due < self.shown.today
        renews = _link("Renew", "Renew interests", lambda: self._renew(now))
        self.line(
            inside, WrappedLabel(f"◆ {says}" if late else says, "warn" if late else "muted"), after=[renews]
        )

    def _renew(self, now: list[Holding]) -> None:
        self.people_actions.put_on_record([held.seat for held in now], OnRecord.INTERESTS)

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


def _link(words: str, name: str, does: Callable[[], object]) -> QPushButton:
    made = link(words, does)
    made.setAccessibleName(name)
    return made


def _span(held: Holding, today: date) -> str:
    """`3 Sep 2025 to 18 Dec 2025`, `since 3 Sep 2025` or `until 18 Dec 2025`; nothing when unknown."""
    first, last = held.membership.from_date, held.membership.to_date
    if first and last:
        return f"{short_date(first)} to {short_date(last)}"
    if first:
        return f"{'from' if first > today else 'since'} {short_date(first)}"
    return f"until {short_date(last)}" if last else ""

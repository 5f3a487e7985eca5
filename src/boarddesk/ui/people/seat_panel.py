"""The detail of a seat: what it is on its board, who held it from when to when, who deputises."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from boarddesk.rules.memberships.record import OnRecord, has_accepted, renewal_due
from boarddesk.rules.memberships.timeline import spells
from boarddesk.rules.people import Board, Membership, Seat
from boarddesk.ui.people.editing import MEMBERSHIP, SEAT
from boarddesk.ui.people.panel_parts import Part, Writes, remover
from boarddesk.ui.people.seat_timeline import SeatTimeline, spell_words
from boarddesk.ui.people.words import read_as
from boarddesk.ui.widgets.banner import Banner, Tone
from boarddesk.ui.widgets.buttons import icon_button
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel

MISSING = {
    OnRecord.TERMS: "The version in force is not accepted.",
    OnRecord.CONFIDENTIALITY: "No agreement to confidentiality.",
    OnRecord.INDUCTION: "Joined within the year, without an induction.",
    OnRecord.INTERESTS: "Interests are to be renewed.",
}


class SeatPanel(Part):
    """Fills the panel for one seat."""

    def fill(self, seat: Seat) -> None:
        """Everything about it."""
        writes: Writes = partial(self.people_actions.edit_cell, "seat", seat.id)
        title = self.title(SEAT["title"], seat.title, writes)
        self.panel.set_record(self.shown.boards[seat.board_id].name, seat.title, heading=title)
        self.choice(SEAT["role"], seat.role.value, writes)
        self.organisation(SEAT["organisation_id"], seat.organisation_id, writes)
        self._counts(seat, writes)
        self._registers(seat)
        self._on_the_board(seat, writes)
        if self.shown.is_vacant(seat):
            self._vacancy(seat)
        if (ending := self.shown.term_ending(seat)) is not None:
            self._ending(seat, ending.on)
        self._holders(seat)
        self._record(seat)
        self._deputies(seat)

    def _counts(self, seat: Seat, writes: Writes) -> None:
        """Whether it makes the quorum, and whether it is missed when nobody comes."""
        row = Flow(across=16)
        for key, now in (("counts_for_quorum", seat.counts_for_quorum), ("expected", seat.expected)):
            words = SEAT[key].label
            box = QCheckBox(words)
            box.setChecked(now)
            box.setAccessibleName(words)
            box.clicked.connect(lambda on, key=key: writes(key, "yes" if on else ""))
            row.addWidget(box)
        self.panel.add(row)

    def _registers(self, seat: Seat) -> None:
        """Registers keep what they stored; a role that was wrong from the start is put right in all."""
        number = self.people_actions.registers_otherwise(seat)
        if not number:
            return
        meetings = "1 meeting" if number == 1 else f"{number} meetings"
        inside = self.panel.add_section(
            "On registers already taken",
            action=("Correct them too", lambda: self.people_actions.mend_registers(seat)),
        )
        words = f"On those of {meetings} it has another role, which stays unless it was wrong."
        inside.addWidget(WrappedLabel(words, "muted"))

    def _on_the_board(self, seat: Seat, writes: Writes) -> None:
        if seat.from_date is None and seat.to_date is None:
            return
        inside = self.panel.add_section("On the board")
        inside.addLayout(self.span(seat.from_date, seat.to_date, whose="the seat", writes=writes))

    def _vacancy(self, seat: Seat) -> None:
        since = seat.vacant_since(self.shown.today)
        title = f"Vacant since {short_date(since)}" if since else "Vacant"
        advice = "A vacant seat is not expected and makes no quorum."
        self.panel.column.addSpacing(4)
        self.panel.add(
            Banner(
                title, advice, tone=Tone.WARN, action=("Appoint", lambda: self.people_actions.appoint(seat))
            )
        )

    def _ending(self, seat: Seat, on: date) -> None:
        advice = "Nobody follows. Appoint somebody, or give a later last day below."
        self.panel.column.addSpacing(4)
        self.panel.add(
            Banner(
                f"Term ends on {short_date(on)}",
                advice,
                tone=Tone.WARN,
                action=("Appoint", lambda: self.people_actions.appoint(seat)),
            )
        )

    # ── who held it ──

    def _holders(self, seat: Seat) -> None:
        inside = self.panel.add_section(
            "Held by",
            action=None
            if self.shown.is_vacant(seat) or self.shown.term_ending(seat)
            else ("Appoint", lambda: self.people_actions.appoint(seat)),
        )
        found = spells(seat)
        if len(found) > 1:
            inside.addWidget(SeatTimeline(found, names=self.shown.person_name, today=self.shown.today))
        for spell in reversed(found):
            if spell.membership is not None:
                self._holder(inside, spell.membership)
            elif seat.memberships:
                words = spell_words(spell, "Vacant", self.shown.today)
                inside.addWidget(WrappedLabel(words, "warn" if spell.is_on(self.shown.today) else "muted"))
        if not seat.memberships:
            inside.addWidget(WrappedLabel("Nobody yet.", "muted"))

    def _holder(self, inside: QVBoxLayout, membership: Membership) -> None:
        name = self.shown.person_name(membership.person_id)
        cross = remover(f"Take out {name}", lambda: self.people_actions.remove_membership(membership.id))
        self.line(inside, self.opener(name, "person", membership.person_id), after=[cross])
        writes: Writes = partial(self.people_actions.edit_cell, "membership", membership.id)
        inside.addLayout(self.span(membership.from_date, membership.to_date, whose=name, writes=writes))

    # ── what whoever holds it has on record ──

    def _record(self, seat: Seat) -> None:
        held = seat.held_on(self.shown.today)
        if held is None or self.shown.is_over(seat):
            return
        name = self.shown.person_name(held.person_id)
        board = self.shown.boards[seat.board_id]
        action = ("Put on record", lambda: self.people_actions.put_on_record([seat]))
        self.panel.add_section(f"On record of {name}", action=action)
        writes: Writes = partial(self.people_actions.edit_cell, "membership", held.id)
        self.fact(MEMBERSHIP["terms_version"], held.terms_version, writes, shown=_version(held, board))
        for kind in OnRecord:
            field = MEMBERSHIP[kind]
            words = InPlace(
                short_date(on) if (on := kind.on(held)) else "",
                name=field.label,
                shown=self._renewed(held) if kind is OnRecord.INTERESTS else "",
                does=partial(writes, kind.value),
                note=read_as,
            )
            self.panel.add_fact(field.label, words)
        for gap in self.shown.gaps_of(board.id):
            if held.person_id in gap.person_ids:
                self.panel.add(WrappedLabel(f"◆ {MISSING[gap.kind]}", "warn"))

    def _renewed(self, held: Membership) -> str:
        due = renewal_due(held)
        if due is None or held.interests_renewed_on is None:
            return ""
        return f"{short_date(held.interests_renewed_on)}, due again {short_date(due)}"

    # ── who deputises ──

    def _deputies(self, seat: Seat) -> None:
        inside = self.panel.add_section(
            "Deputies, in order" if len(seat.deputy_ids) > 1 else "Deputies",
            action=("Add", lambda: self.people_actions.add_deputy(seat)),
        )
        for place, person_id in enumerate(seat.deputy_ids):
            self._deputy(inside, seat, person_id, place=place)
        if not seat.deputy_ids:
            inside.addWidget(WrappedLabel("Nobody is named.", "muted"))

    def _deputy(self, inside: QVBoxLayout, seat: Seat, person_id: str, *, place: int) -> None:
        name = self.shown.person_name(person_id)
        people_actions = [
            remover(f"Take out deputy {name}", lambda: self.people_actions.remove_deputy(seat, person_id))
        ]
        if place:
            up = icon_button(
                "arrow-up", f"Move {name} up", lambda: self.people_actions.move_deputy(seat, person_id)
            )
            people_actions.insert(0, up)
        words = f"{place + 1}  {name}" if len(seat.deputy_ids) > 1 else name
        self.line(inside, self.opener(words, "person", person_id, name=f"Open {name}"), after=people_actions)


def _version(held: Membership, board: Board) -> str:
    """`1, in force is 2`: what was accepted beside what should have been."""
    if not held.terms_version or not board.terms_version or has_accepted(held, board):
        return ""
    return f"{held.terms_version}, in force is {board.terms_version}"

"""Dialogs about who holds a seat, who deputises, how a name is written, and when a seat ends."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.people import Board, Person, QuorumRule, Role, Seat, Sector
from boarddesk.rules.refused import Refused
from boarddesk.ui.people.fields import PersonField
from boarddesk.ui.people.words import day_of
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.form_dialog import FormDialog


class AppointDialog(FormDialog):
    """The seat changes hands, or somebody who held it before is put in."""

    def __init__(self, parent: QWidget, file: OfficeFile, seat: Seat, *, holder: str, today: date) -> None:
        super().__init__(
            parent,
            title="Appoint",
            button="Appoint",
            does=self._write,
            under=f"{seat.title}. {holder} leaves the day before." if holder else seat.title,
        )
        self._file, self._seat = file, seat
        self.person = PersonField(file)
        self.first = DateField(today if seat.memberships else None, name="From")
        self.last = DateField(name="Until")
        self.add_row({"person": ("Person", self.person)})
        self.add_row(
            {"from_date": ("From", self.first), "to_date": ("Until", self.last)},
            hints={
                "from_date": "The first day." if seat.memberships else "Optional.",
                "to_date": "Optional.",
            },
        )
        self.person.setFocus()

    def _write(self) -> None:
        first, last = day_of(self.first, "from_date"), day_of(self.last, "to_date")
        with self._file.change(f"Appoint {self.person.text()} to {self._seat.title}"):
            who = self.person.person_id(organisation_id=self._seat.organisation_id)
            if last is None:
                seats.appoint(self._file, self._seat.id, who, from_date=first)
            else:
                seats.add_membership(self._file, self._seat.id, who, from_date=first, to_date=last)


class DeputyDialog(FormDialog):
    """Names a deputy, last in the order."""

    def __init__(self, parent: QWidget, file: OfficeFile, seat: Seat) -> None:
        super().__init__(
            parent,
            title="Add deputy",
            button="Add deputy",
            does=self._write,
            under=f"{seat.title}. Offered at the register when the holder cannot come.",
        )
        self._file, self._seat = file, seat
        self.person = PersonField(file)
        self.add_row({"person": ("Person", self.person)})
        self.person.setFocus()

    def _write(self) -> None:
        with self._file.change(f"Add deputy of {self._seat.title}"):
            who = self.person.person_id(organisation_id=self._seat.organisation_id)
            if who in self._seat.deputy_ids:
                raise Refused("They deputise for this seat already.", field="person")
            seats.set_deputies(self._file, self._seat.id, [*self._seat.deputy_ids, who])


class EndSeatDialog(FormDialog):
    """The board has a seat no longer."""

    def __init__(self, parent: QWidget, file: OfficeFile, seat: Seat, *, today: date) -> None:
        super().__init__(
            parent,
            title="End seat",
            button="End seat",
            does=self._write,
            under=f"{seat.title}. Whoever holds it leaves then. Old registers keep it.",
        )
        self._file, self._seat = file, seat
        self.last = DateField(today, name="Last day")
        self.add_row({"to_date": ("Last day", self.last)})
        self.last.setFocus()

    def _write(self) -> None:
        last = day_of(self.last, "to_date")
        if last is None:
            raise Refused("Give the last day of the seat.", field="to_date")
        seats.end_seat(self._file, self._seat.id, last)


class AliasDialog(FormDialog):
    """Another way a person's name is written."""

    def __init__(self, parent: QWidget, file: OfficeFile, person: Person) -> None:
        super().__init__(
            parent,
            title="Add another spelling",
            button="Add spelling",
            does=self._write,
            under=f"{person.name}. Registers and lists that write it so will be understood.",
        )
        self._file, self._person = file, person
        self.alias = QLineEdit()
        self.add_row({"alias": ("Also written as", self.alias)})
        self.alias.setFocus()

    def _write(self) -> None:
        if not self.alias.text().strip():
            raise Refused("Give the name as it is written.", field="alias")
        people.remember_alias(self._file, self._person.id, self.alias.text())


_CHAIRS = f"{Role.CHAIR},{Role.VICE_CHAIR}"


class QuorumRuleDialog(FormDialog):
    """One “at least so many from …” of the terms of reference."""

    def __init__(self, parent: QWidget, file: OfficeFile, board: Board, *, today: date) -> None:
        super().__init__(
            parent,
            title="Add quorum rule",
            button="Add rule",
            does=self._write,
            under=f"{board.name}. Every rule must be met for a meeting to be quorate.",
        )
        self._file, self._board = file, board
        self.at_least = QSpinBox()
        self.at_least.setRange(1, 99)
        self.at_least.lineEdit().setTextMargins(9, 0, 9, 0)  # the padding of every other field ends at it
        sectors = [(f"sector:{sector.value}", f"Sector: {sector.value}") for sector in Sector]
        roles = [(f"role:{role.value}", f"Role: {role.value}") for role in Role]
        both = (f"role:{_CHAIRS}", f"Role: {Role.CHAIR} or {Role.VICE_CHAIR}")
        self.of = Choice([*sectors, both, *roles], name="From")
        self.add_row({"at_least": ("At least", self.at_least), "of": ("From", self.of)})
        self.first = DateField(today, name="First day")
        self.add_row(
            {"from_date": ("First day", self.first)},
            hints={"from_date": "Meetings before it are not judged by the rule; with no day, all are."},
        )
        self.at_least.setFocus()

    def _write(self) -> None:
        kind, _, value = self.of.value().partition(":")
        rule = QuorumRule(
            self.at_least.value(),
            Sector(value) if kind == "sector" else None,
            tuple(Role(one) for one in value.split(",")) if kind == "role" else (),
            day_of(self.first, "from_date"),
        )
        boards.set_quorum_rules(self._file, self._board.id, [*self._board.quorum_rules, rule])

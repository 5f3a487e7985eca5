"""An old register put right: a row as it should have been stored, or a seat that is missing from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import rows as roll_rows
from boarddesk.rules.people import Role, follow_role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import VACANT, Register, RollRow
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog

YES, NO = "yes", "no"
AS_IT_IS = ("", "Leave as it is")
NOWHERE = "none"
HELD_IT = "held"
MISSING = "For a seat, or a former member, that this register should have had."
ALL_THERE = "Every seat of this board is on the register. To change who is on it, correct a row."


def _everybody(file: OfficeFile) -> list[tuple[str, str]]:
    """Everybody the office knows, former members too, by name."""
    return [(person.id, person.name) for person in people.people(file)]


def _yes_or_no(name: str, *, chosen: bool) -> Choice:
    made = Choice([(YES, "Yes"), (NO, "No")], name=name)
    made.choose(YES if chosen else NO)
    return made


class CorrectRowDialog(FormDialog):
    """What the roll stored of one seat, changed on this register alone."""

    def __init__(self, parent: QWidget, file: OfficeFile, row: RollRow) -> None:
        super().__init__(
            parent,
            title=f"Correct row of {row.who}",
            button="Correct row",
            does=self._write,
            under="Only this register changes; seats and memberships stay as they are.",
        )
        self._file, self._row = file, row
        self.person = Choice([("", VACANT), *_everybody(file)], name="Person")
        self.person.choose(row.person_id or "")
        self.seat_title = QLineEdit(row.seat_title)
        known = [(organisation.id, organisation.name) for organisation in boards.organisations(file)]
        self.organisation = Choice([("", "None"), *known], name="Organisation")
        self.organisation.choose(row.organisation_id or "")
        self.role = Choice([(role, role.capitalize()) for role in Role], name="Role")
        self.role.choose(row.role)
        self.expected = _yes_or_no("Expected", chosen=row.expected)
        self.quorum = _yes_or_no("Counts for quorum", chosen=row.counts_for_quorum)
        self._was = row.role
        self.role.picked.connect(self._follow)
        self.add_row({"person": ("Person", self.person)})
        self.add_row({"title": ("Seat", self.seat_title)})
        self.add_row({"organisation": ("Organisation", self.organisation)})
        self.add_row(
            {
                "role": ("Role", self.role),
                "expected": ("Expected", self.expected),
                "quorum": ("Counts for quorum", self.quorum),
            }
        )
        self.person.setFocus()

    def _follow(self, role: str) -> None:
        """Another role takes its usual answers along, as it does under People."""
        expected, quorum = follow_role(
            self._was,
            Role(role),
            expected=self.expected.value() == YES,
            for_quorum=self.quorum.value() == YES,
        )
        self.expected.choose(YES if expected else NO)
        self.quorum.choose(YES if quorum else NO)
        self._was = Role(role)

    def _write(self) -> None:
        if not self.seat_title.text().strip():
            raise Refused("Give the seat a title: the post, or the person's capacity.", field="title")
        roll_rows.correct_row(
            self._file,
            self._row.id,
            person_id=self.person.value() or None,
            seat_title=self.seat_title.text().strip(),
            organisation_id=self.organisation.value() or None,
            role=self.role.value(),
            expected=self.expected.value() == YES,
            counts_for_quorum=self.quorum.value() == YES,
        )


class CorrectRowsDialog(FormDialog):
    """The same mended in several rows of a register at once; what is left stays as each row has it."""

    def __init__(self, parent: QWidget, file: OfficeFile, rows: Sequence[RollRow]) -> None:
        super().__init__(
            parent,
            title=f"Correct {len(rows)} rows",
            button="Correct rows",
            does=self._write,
            under="Only this register changes; seats and memberships stay as they are.",
        )
        self._file, self._rows = file, rows
        known = [(organisation.id, organisation.name) for organisation in boards.organisations(file)]
        self.organisation = Choice([AS_IT_IS, (NOWHERE, "None"), *known], name="Organisation")
        self.role = Choice([AS_IT_IS, *((role, role.capitalize()) for role in Role)], name="Role")
        self.expected, self.quorum = (
            Choice([AS_IT_IS, (YES, "Yes"), (NO, "No")], name=name)
            for name in ("Expected", "Counts for quorum")
        )
        self._follows = [self.expected, self.quorum]
        for answer in (self.expected, self.quorum):
            answer.picked.connect(lambda _value, answer=answer: self._stand(answer))
        self.role.picked.connect(self._follow)
        self.add_row({"organisation": ("Organisation", self.organisation), "role": ("Role", self.role)})
        self.add_row({"expected": ("Expected", self.expected), "quorum": ("Counts for quorum", self.quorum)})
        self.role.setFocus()

    def _follow(self, role: str) -> None:
        """Whether a row is expected and counts for quorum follows its role, unless answered otherwise."""
        usual = {
            self.expected: bool(role) and Role(role).expected_by_default,
            self.quorum: bool(role) and Role(role).counts_for_quorum_by_default,
        }
        for answer in self._follows:
            answer.choose((YES if usual[answer] else NO) if role else AS_IT_IS[0])

    def _stand(self, answer: Choice) -> None:
        """What a person answered follows the role no longer."""
        self._follows = [choice for choice in self._follows if choice is not answer]

    def _write(self) -> None:
        fields: dict[str, object] = {}
        if where := self.organisation.value():
            fields["organisation_id"] = None if where == NOWHERE else where
        if role := self.role.value():
            fields["role"] = role
        for key, answer in (("expected", self.expected), ("counts_for_quorum", self.quorum)):
            if answer.value():
                fields[key] = answer.value() == YES
        if not fields:
            raise Refused("Say what is to change; all of it is left as it is.", field="role")
        roll_rows.correct_rows(self._file, [row.id for row in self._rows], **fields)


class AddRowDialog(FormDialog):
    """A seat of the board that the register lacks, with who held it or who was there for it."""

    def __init__(self, parent: QWidget, file: OfficeFile, register: Register) -> None:
        there = {row.seat_id for row in register.rows}
        missing = [seat for seat in seats.seats(file, register.meeting.board_id) if seat.id not in there]
        super().__init__(
            parent,
            title="Add row to register",
            button="Add row",
            does=self._write,
            under=MISSING if missing else ALL_THERE,
        )
        self._file, self._register = file, register
        self.seat = Choice([(one.id, one.title) for one in missing], name="Seat")
        self.person = Choice([(HELD_IT, "Who held it on that day"), *_everybody(file)], name="Person")
        self.add_row(
            {"seat": ("Seat", self.seat)},
            hints={"seat": "Seats of this board, ended ones too, that are not on the register."},
        )
        self.add_row({"person": ("Person", self.person)})
        for control in (self.accept_button, self.seat, self.person):
            control.setEnabled(bool(missing))
        self.seat.setFocus()

    def _write(self) -> None:
        person = None if self.person.value() == HELD_IT else self.person.value()
        roll_rows.add_row(self._file, self._register.meeting.id, self.seat.value(), person_id=person)

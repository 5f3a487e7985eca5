"""An old register put right: a row as it should have been stored, or a seat that is missing from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import rows as roll_rows
from boarddesk.rules.people import Role, follow_role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import VACANT, Register, RollRow
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

YES, NO = "yes", "no"
YES_OR_NO = ((YES, "Yes"), (NO, "No"))
ROLES = tuple((role.value, role.capitalize()) for role in Role)
ONLY_HERE = "Only this register changes; seats and memberships stay as they are."
AS_IT_IS = ("", "Leave as it is")
NOWHERE = "none"
HELD_IT = "held"
MISSING = "For a seat, or a former member, that this register should have had."
ALL_THERE = "Every seat of this board is on the register. To change who is on it, correct a row."


def _everybody(file: OfficeFile) -> list[tuple[str, str]]:
    """Everybody the office knows, former members too, by name."""
    return [(person.id, person.name) for person in people.people(file)]


def _choice(
    key: str, words: str, choices: Sequence[tuple[str, str]], *, value: str = "", beside: bool = False
) -> FormField:
    return FormField(key, words, FieldKind.CHOICE, value, choices=choices, beside=beside)


def correct_row_form(file: OfficeFile, row: RollRow) -> Form:
    """What the roll stored of one seat, changed on this register alone."""
    known = [(organisation.id, organisation.name) for organisation in boards.organisations(file)]
    was = row.role

    def follow(given: Answers) -> None:
        """Another role takes its usual answers along, as it does under People."""
        nonlocal was
        role = Role(given.text("role"))
        expected, quorum = follow_role(
            was, role, expected=given.text("expected") == YES, for_quorum=given.text("quorum") == YES
        )
        given.fill("expected", YES if expected else NO)
        given.fill("quorum", YES if quorum else NO)
        was = role

    def write(given: Answers) -> None:
        roll_rows.correct_row(
            file,
            row.id,
            person_id=given.text("person") or None,
            seat_title=given.text("title"),
            organisation_id=given.text("organisation") or None,
            role=given.text("role"),
            expected=given.text("expected") == YES,
            counts_for_quorum=given.text("quorum") == YES,
        )

    title = "Give the seat a title: the post, or the person's capacity."
    for_quorum = YES if row.counts_for_quorum else NO
    return Form(
        "correct row",
        f"Correct row of {row.who}",
        write,
        [
            _choice("person", "Person", [("", VACANT), *_everybody(file)], value=row.person_id or ""),
            FormField("title", "Seat", value=row.seat_title, required=title),
            _choice("organisation", "Organisation", [("", "None"), *known], value=row.organisation_id or ""),
            _choice("role", "Role", ROLES, value=row.role),
            _choice("expected", "Expected", YES_OR_NO, value=YES if row.expected else NO, beside=True),
            _choice("quorum", "Counts for quorum", YES_OR_NO, value=for_quorum, beside=True),
        ],
        button="Correct row",
        under=ONLY_HERE,
        picked={"role": follow},
    )


def correct_rows_form(file: OfficeFile, rows: Sequence[RollRow]) -> Form:
    """The same mended in several rows of a register at once; what is left stays as each row has it.

    Whether a row is expected and counts for quorum follows its role, unless answered otherwise.
    """
    known = [(organisation.id, organisation.name) for organisation in boards.organisations(file)]

    def expected(given: Answers) -> str:
        role = given.text("role")
        return AS_IT_IS[0] if not role else YES if Role(role).expected_by_default else NO

    def quorum(given: Answers) -> str:
        role = given.text("role")
        return AS_IT_IS[0] if not role else YES if Role(role).counts_for_quorum_by_default else NO

    def write(given: Answers) -> None:
        fields: dict[str, object] = {}
        if where := given.text("organisation"):
            fields["organisation_id"] = None if where == NOWHERE else where
        if role := given.text("role"):
            fields["role"] = role
        for key, field in (("expected", "expected"), ("quorum", "counts_for_quorum")):
            if given.text(key):
                fields[field] = given.text(key) == YES
        if not fields:
            raise Refused("Say what is to change; all of it is left as it is.", field="role")
        roll_rows.correct_rows(file, [row.id for row in rows], **fields)

    answers = (AS_IT_IS, *YES_OR_NO)
    return Form(
        "correct rows",
        f"Correct {len(rows)} rows",
        write,
        [
            _choice("organisation", "Organisation", [AS_IT_IS, (NOWHERE, "None"), *known]),
            _choice("role", "Role", [AS_IT_IS, *ROLES], beside=True),
            replace(_choice("expected", "Expected", answers), follows=expected),
            replace(_choice("quorum", "Counts for quorum", answers, beside=True), follows=quorum),
        ],
        button="Correct rows",
        under=ONLY_HERE,
        focus="role",
    )


def add_row_form(file: OfficeFile, register: Register) -> Form:
    """A seat of the board that the register lacks, with who held it or who was there for it."""
    there = {row.seat_id for row in register.rows}
    missing = [seat for seat in seats.seats(file, register.meeting.board_id) if seat.id not in there]

    def some_missing(_given: Answers) -> bool:
        return bool(missing)

    def write(given: Answers) -> None:
        person = None if given.text("person") == HELD_IT else given.text("person")
        roll_rows.add_row(file, register.meeting.id, given.text("seat"), person_id=person)

    return Form(
        "add row",
        "Add row to register",
        write,
        [
            FormField(
                "seat",
                "Seat",
                FieldKind.CHOICE,
                choices=[(seat.id, seat.title) for seat in missing],
                hint="Seats of this board, ended ones too, that are not on the register.",
                enabled=some_missing,
            ),
            FormField(
                "person",
                "Person",
                FieldKind.CHOICE,
                choices=[(HELD_IT, "Who held it on that day"), *_everybody(file)],
                enabled=some_missing,
            ),
        ],
        button="Add row",
        under=MISSING if missing else ALL_THERE,
        ready=some_missing,
    )

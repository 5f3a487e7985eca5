"""Forms about who holds a seat, who deputises, how a name is written, and when a seat ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.rules.people import Board, Person, QuorumRule, Role, Seat, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import listed
from boarddesk.ui.people.fields import KnownPeople
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

OPTIONAL = "Optional."
RECORDED = {
    OnRecord.TERMS: "Terms of reference",
    OnRecord.CONFIDENTIALITY: "Agreement to confidentiality",
    OnRecord.INDUCTION: "Induction",
    OnRecord.INTERESTS: "Interests renewed",
}
_CHAIRS = f"{Role.CHAIR},{Role.VICE_CHAIR}"


def appoint_form(file: OfficeFile, seat: Seat, *, holder: str, today: date) -> Form:
    """The seat changes hands, or somebody who held it before is put in."""
    known, held = KnownPeople(file), bool(seat.memberships)

    def write(given: Answers) -> None:
        first, last = given.day("from_date"), given.day("to_date")
        with file.change(f"Appoint {given.text('person')} to {seat.title}"):
            who = known.person_id(given.text("person"), organisation_id=seat.organisation_id)
            if last is None or last >= today:
                seats.appoint(file, seat.id, who, from_date=first, to_date=last)
            else:
                seats.add_membership(file, seat.id, who, from_date=first, to_date=last)

    starts = "The first day." if held else OPTIONAL
    return Form(
        "appoint",
        "Appoint",
        write,
        [
            known.field("person", "Person"),
            FormField("from_date", "From", FieldKind.DAY, today if held else None, hint=starts),
            FormField("to_date", "Until", FieldKind.DAY, hint=OPTIONAL, beside=True),
        ],
        under=f"{seat.title}. {holder} leaves the day before." if holder else seat.title,
    )


def add_deputy_form(file: OfficeFile, seat: Seat) -> Form:
    """Names a deputy, last in the order."""
    known = KnownPeople(file)

    def write(given: Answers) -> None:
        with file.change(f"Add deputy of {seat.title}"):
            who = known.person_id(given.text("person"), organisation_id=seat.organisation_id)
            if who in seat.deputy_ids:
                raise Refused("They deputise for this seat already.", field="person")
            seats.set_deputies(file, seat.id, [*seat.deputy_ids, who])

    return Form(
        "add deputy",
        "Add deputy",
        write,
        [known.field("person", "Person")],
        under=f"{seat.title}. Offered at the register when the holder cannot come.",
    )


def put_on_record_form(
    file: OfficeFile,
    membership_ids: Sequence[str],
    *,
    names: Sequence[str],
    of: Sequence[Board],
    kind: OnRecord | None = None,
    today: date,
) -> Form:
    """What those who hold some seats accepted, agreed to or did, on one day."""
    versions = {board.terms_version for board in of if board.terms_version}
    terms = f"Terms of reference, version {versions.pop()}" if len(versions) == 1 else "Terms of reference"
    words = {**RECORDED, OnRecord.TERMS: terms}
    everything = ",".join(OnRecord)

    def write(given: Answers) -> None:
        on = given.needed_day("on")
        if on > today:
            raise Refused("That day is still to come.", field="on")
        kinds = [OnRecord(each) for each in given.text("kind").split(",")]
        seats.put_on_record(file, membership_ids, kinds=kinds, on=on)

    return Form(
        "put on record",
        "Put on record",
        write,
        [
            FormField(
                "kind",
                "What",
                FieldKind.CHOICE,
                kind or OnRecord.TERMS,
                choices=[*((each.value, words[each]) for each in OnRecord), (everything, "All four")],
            ),
            FormField("on", "Day", FieldKind.DAY, today, required="Give the day it was done."),
        ],
        under=f"{listed(names) if len(names) < 4 else f'{len(names)} members'}, "
        f"{listed([board.short_name for board in of])}.",
    )


def end_seat_form(file: OfficeFile, seat: Seat, *, today: date) -> Form:
    """The board has a seat no longer."""

    def write(given: Answers) -> None:
        seats.end_seat(file, seat.id, given.needed_day("to_date"))

    missing = "Give the last day of the seat."
    return Form(
        "end seat",
        "End seat",
        write,
        [FormField("to_date", "Last day", FieldKind.DAY, today, required=missing)],
        under=f"{seat.title}. Whoever holds it leaves then. Old registers keep it.",
    )


def add_alias_form(file: OfficeFile, person: Person) -> Form:
    """Another way a person's name is written."""

    def write(given: Answers) -> None:
        people.remember_alias(file, person.id, given.text("alias"))

    return Form(
        "add alias",
        "Add another spelling",
        write,
        [FormField("alias", "Also written as", required="Give the name as it is written.")],
        button="Add spelling",
        under=f"{person.name}. Registers and lists that write it so will be understood.",
    )


def add_quorum_rule_form(file: OfficeFile, board: Board, *, today: date) -> Form:
    """One “at least so many from …” of the terms of reference."""
    sectors = [(f"sector:{sector.value}", f"Sector: {sector.value}") for sector in Sector]
    roles = [(f"role:{role.value}", f"Role: {role.value}") for role in Role]
    both = (f"role:{_CHAIRS}", f"Role: {Role.CHAIR} or {Role.VICE_CHAIR}")
    judged = "Meetings before it are not judged by the rule; with no day, all are."

    def write(given: Answers) -> None:
        kind, _, value = given.text("of").partition(":")
        rule = QuorumRule(
            given.number("at_least"),
            Sector(value) if kind == "sector" else None,
            tuple(Role(role) for role in value.split(",")) if kind == "role" else (),
            given.day("from_date"),
        )
        boards.set_quorum_rules(file, board.id, [*board.quorum_rules, rule])

    return Form(
        "add quorum rule",
        "Add quorum rule",
        write,
        [
            FormField("at_least", "At least", FieldKind.NUMBER),
            FormField("of", "From", FieldKind.CHOICE, choices=[*sectors, both, *roles], beside=True),
            FormField("from_date", "First day", FieldKind.DAY, today, hint=judged),
        ],
        button="Add rule",
        under=f"{board.name}. Every rule must be met for a meeting to be quorate.",
    )

"""Forms about the register of interests: one more, and the last day of one."""

from __future__ import annotations

from datetime import date

from boarddesk.records import interests
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.interests import Interest, Nature
from boarddesk.rules.people import Person
from boarddesk.ui.people.fields import KnownPeople
from boarddesk.ui.people.words import NATURES
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def declare_interest_form(file: OfficeFile, whose: Person | None, *, today: date) -> Form:
    """An interest of somebody, asked who unless it is said already."""
    known = KnownPeople(file)
    person = [] if whose else [known.field("person", "Person")]

    def write(given: Answers) -> str:
        name = whose.name if whose else given.text("person")
        with file.change(f"Declare interest of {name}"):
            return interests.declare_interest(
                file,
                whose.id if whose else known.person_id(name),
                given.text("text"),
                nature=Nature(given.text("nature")),
                from_day=given.day("from_day"),
                declared_on=given.day("declared_on"),
            )

    return Form(
        "declare interest",
        "Declare interest",
        write,
        [
            *person,
            FormField("text", "Interest", hint="Such as: governor of Skelden Primary School."),
            FormField("nature", "Nature", FieldKind.CHOICE, Nature.NOT_SAID, choices=NATURES),
            FormField("declared_on", "Declared on", FieldKind.DAY, today),
            FormField("from_day", "Since", FieldKind.DAY, hint="Optional.", beside=True),
        ],
        under=f"{whose.name}. It stands on the register until it is given a last day." if whose else "",
        about=whose.id if whose else "",
    )


def end_interest_form(file: OfficeFile, interest: Interest, *, whose: str, today: date) -> Form:
    """Somebody has an interest no longer after a day."""

    def write(given: Answers) -> None:
        interests.update_interest(file, interest.id, until_day=given.needed_day("until_day"))

    missing = "Give the last day of the interest."
    return Form(
        "end interest",
        "End interest",
        write,
        [FormField("until_day", "Last day", FieldKind.DAY, interest.until_day or today, required=missing)],
        under=f"{whose}: {interest.text}. The register keeps it.",
    )

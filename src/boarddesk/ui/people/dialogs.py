"""Forms that make a board, a seat, a person or an organisation, and name the office."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.records import boards, office, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.names.matching import match
from boarddesk.rules.people import Board, BoardKind, Role, Sector, YearStart
from boarddesk.rules.refused import Refused
from boarddesk.rules.sectors import proposed_sector
from boarddesk.ui.people.fields import KnownOrganisations, KnownPeople
from boarddesk.ui.people.words import KINDS, ROLES, SECTORS, YEARS
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

OPTIONAL = "Optional."


def add_board_form(file: OfficeFile) -> Form:
    """Adds a board; the rest of its terms of reference are written beside the list."""

    def write(given: Answers) -> str:
        return boards.add_board(
            file,
            given.text("name"),
            given.text("short_name"),
            kind=BoardKind(given.text("kind")),
            quorum=given.text("quorum"),
            year_start=YearStart(given.text("year_start")),
        )

    return Form(
        "add board",
        "Add board",
        write,
        [
            FormField("name", "Name"),
            FormField("short_name", "Short name", hint="Such as SIB."),
            FormField(
                "kind",
                "Kind",
                FieldKind.CHOICE,
                BoardKind.PARTNERSHIP,
                choices=KINDS,
                hint="A statutory committee keeps five clear days.",
            ),
            FormField(
                "year_start",
                "Its year starts",
                FieldKind.CHOICE,
                YearStart.FINANCIAL,
                choices=YEARS,
                hint="Meetings are numbered in it.",
                beside=True,
            ),
            FormField("quorum", "Quorum", hint="Optional: a number of seats, or a fraction such as 1/3."),
        ],
        under="A board, committee, group or council. Its other terms of reference can follow later.",
    )


def add_seat_form(file: OfficeFile, known: Sequence[Board], *, board_id: str | None = None) -> Form:
    """Adds a seat with whoever holds it; new people and organisations come with it."""
    persons, organisations = KnownPeople(file), KnownOrganisations(file)

    def write(given: Answers) -> str:
        title = given.text("title")
        with file.change(f"Add seat {title}".strip()):
            where = organisations.organisation_id(given.text("organisation"))
            made = seats.add_seat(
                file, given.text("board"), title, role=Role(given.text("role")), organisation_id=where
            )
            if given.text("person"):
                holder = persons.person_id(given.text("person"), organisation_id=where)
                seats.appoint(file, made, holder, from_date=given.day("from_date"))
        return made

    return Form(
        "add seat",
        "Add seat",
        write,
        [
            FormField(
                "board",
                "Board",
                FieldKind.CHOICE,
                board_id,
                choices=[(board.id, board.name) for board in known],
                shown=lambda _given: len(known) > 1,
            ),
            FormField("title", "Post", hint="The post, or in what capacity the person comes."),
            organisations.field("organisation", hint="Optional. A new one is added with the seat."),
            FormField("role", "Role", FieldKind.CHOICE, Role.MEMBER, choices=ROLES),
            persons.field("person", "Held by", hint="Optional: nobody is a vacancy."),
            FormField("from_date", "Since", FieldKind.DAY, hint=OPTIONAL, beside=True),
        ],
        under="Last on the roll; move it with Alt and the arrow keys.",
        focus="title",
    )


def add_person_form(file: OfficeFile) -> Form:
    """Adds a person; a name like one already known is asked about once."""
    organisations, asked = KnownOrganisations(file), {""}

    def write(given: Answers) -> str:
        name = given.text("name")
        known = match(name, people.people(file)).namesakes
        if known and name not in asked:
            asked.add(name)
            raise Refused(f"{known[0].name} is here already. Add another person of that name?", field="name")
        with file.change(f"Add {name}"):
            return people.add_person(
                file,
                name,
                organisation_id=organisations.organisation_id(given.text("organisation")),
                email=given.text("email"),
            )

    return Form(
        "add person",
        "Add person",
        write,
        [
            FormField("name", "Name", hint="As it is to be printed, with any title."),
            organisations.field("organisation", hint=OPTIONAL),
            FormField("email", "Email", hint=OPTIONAL),
        ],
        button=lambda given: (
            "Add another of that name" if given.text("name") in asked - {""} else "Add person"
        ),
    )


def add_organisation_form(file: OfficeFile) -> Form:
    """Adds an organisation; its sector is the one its name speaks of, until somebody chooses."""

    def write(given: Answers) -> str:
        return boards.add_organisation(
            file,
            given.text("name"),
            short_name=given.text("short_name"),
            sector=Sector(given.text("sector")),
        )

    return Form(
        "add organisation",
        "Add organisation",
        write,
        [
            FormField("name", "Name"),
            FormField("short_name", "Short name", hint="Optional, for narrow tables."),
            FormField(
                "sector",
                "Sector",
                FieldKind.CHOICE,
                choices=SECTORS,
                hint="Quorum and figures go by it.",
                beside=True,
                follows=lambda given: proposed_sector(given.text("name")) or Sector.OTHER,
            ),
        ],
    )


def name_office_form(file: OfficeFile) -> Form:
    """What documents call the office."""
    known = office.office_names(file)

    def write(given: Answers) -> None:
        office.name_office(
            file,
            name=given.text("name"),
            partnership=given.text("partnership"),
            secretary=given.text("secretary"),
        )

    return Form(
        "name office",
        "Name the office",
        write,
        [
            FormField("name", "Office", value=known.name, hint="Usually the area or authority."),
            FormField("partnership", "Partnership", value=known.partnership),
            FormField("secretary", "Prepared by", value=known.secretary, hint="The board secretary’s name."),
        ],
        under="Every document prints the partnership at its head and says who prepared it.",
    )

"""Interests declared at a meeting: asked for with the item, and what its quorum then is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records import interests
from boarddesk.records.agenda import declarations as kept
from boarddesk.records.agenda.items import agenda
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.interests import interests_of
from boarddesk.rules.meetings.points import item_in_full
from boarddesk.rules.people import Board
from boarddesk.rules.registers.declarations import (
    Conduct,
    Declaration,
    DeclaredItem,
    declared_items,
)
from boarddesk.rules.registers.register import Register
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

NO_ITEM = ("", "No item alone")
NO_NATURE = "Say what the interest is."
CONDUCTS = tuple((did.value, did.capitalize()) for did in Conduct)


def declare_form(
    file: OfficeFile, board: Board, register: Register, *, today: date, person_id: str = ""
) -> Form:
    """Somebody of this meeting declares an interest in an item; its quorum is told before it is kept."""
    items = {row.item.id: row for row in agenda(file, register.meeting.id).rows}
    known, people = interests.interests(file), _people(register)
    before = kept.declarations(file, register.meeting.id)

    def standing(given: Answers) -> str:
        of_person = interests_of(known, given.text("person"), today)
        return next((interest.text for interest in of_person if interest.stands_on(today)), "")

    def told(given: Answers) -> str:
        row, who = items.get(given.text("item")), given.text("person")
        if row is None or not register.rows:
            return ""
        did, of = Conduct(given.text("did")), row.item
        name = dict(people).get(who, "")
        made = Declaration("", register.meeting.id, who, name, "", did, of.id, of.title, row.number)
        declared = [*(known for known in before if known.item_id == of.id), made]
        return declared_items(board, register, declared)[0].sentence

    def write(given: Answers) -> str:
        return kept.declare(
            file,
            register.meeting.id,
            given.text("person"),
            nature=given.text("nature"),
            did=Conduct(given.text("did")),
            item_id=given.text("item") or None,
        )

    return Form(
        "declare",
        "Declare an interest",
        write,
        [
            FormField("person", "Who", FieldKind.CHOICE, person_id or None, choices=people),
            FormField(
                "item",
                "In the item",
                FieldKind.CHOICE,
                choices=[NO_ITEM, *((of, f"{row.number}  {row.item.title}") for of, row in items.items())],
            ),
            FormField(
                "nature",
                "The interest",
                hint="What is on the register of interests stands here already.",
                required=NO_NATURE,
                offers=[interest.text for interest in known],
                follows=standing,
            ),
            _conduct_field(Conduct.STAYED),
            Note(told),
        ],
        button="Declare",
        under="Leaving takes somebody out of that item’s quorum, and of no other.",
        about=register.meeting.id,
    )


def change_declaration_form(file: OfficeFile, declared: Declaration, *, item: str) -> Form:
    """What the interest is, and what was done; or it is taken out again."""

    def write(given: Answers) -> None:
        kept.change_declaration(
            file, declared.id, nature=given.text("nature"), did=Conduct(given.text("did"))
        )

    return Form(
        "change declaration",
        "Change declaration",
        write,
        [
            FormField("nature", "The interest", value=declared.nature, required=NO_NATURE),
            _conduct_field(declared.did),
        ],
        under=", ".join(part for part in (declared.person, item) if part),
        about=declared.id,
        instead=(
            lambda _given: "Remove declaration",
            lambda _given: kept.remove_declaration(file, declared.id),
        ),
    )


def item_words(of: DeclaredItem) -> str:
    """`Item 4.1 · Therapies`; what is declared in no item alone is of the meeting."""
    if not of.number:
        return "In no item alone"
    words = item_in_full(of.number, of.title)
    return f"{words[:1].upper()}{words[1:]}"


def _conduct_field(did: Conduct) -> FormField:
    return FormField("did", "While it was taken they", FieldKind.SEGMENTS, did.value, choices=CONDUCTS)


def _people(register: Register) -> Sequence[tuple[str, str]]:
    """Whoever is on the roll or deputises, and guests the office knows; each once, in roll order."""
    found: dict[str, str] = {}
    for row in register.rows:
        if row.person_id:
            found.setdefault(row.person_id, row.person)
        if row.deputy_id:
            found.setdefault(row.deputy_id, row.deputy)
    for guest in register.guests:
        if guest.person_id:
            found.setdefault(guest.person_id, guest.name)
    return list(found.items())

"""Forms for what a board keeps in order: a standing item, a heading of its cover reports, a clearance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from boarddesk.records.agenda.clearance_roles import add_clearance_role
from boarddesk.records.agenda.cover_headings import add_cover_heading
from boarddesk.records.agenda.standing import add_standing_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called, owner_offers
from boarddesk.rules.agenda.item import Fills, Purpose
from boarddesk.rules.cover_headings import CoverPart
from boarddesk.rules.people import Board
from boarddesk.ui.people.editing import minutes_typed
from boarddesk.ui.people.words import COVER_PARTS, FILLS, PURPOSES
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def add_standing_item_form(file: OfficeFile, board: Board) -> Form:
    """An item every agenda of a board has, last."""

    def write(given: Answers) -> str:
        return add_standing_item(
            file,
            board.id,
            given.text("title"),
            purpose=Purpose(given.text("purpose")),
            minutes=minutes_typed(given.text("minutes")),
            lead=owner_called(file, given.text("lead")),
            fills=Fills(given.text("fills")),
        )

    return Form(
        "add standing item",
        "Add standing item",
        write,
        [
            FormField("title", "Item", hint="As it stands on the agenda."),
            FormField("purpose", "Purpose", FieldKind.CHOICE, Purpose.NOT_SAID, choices=PURPOSES),
            FormField("minutes", "Minutes", hint="Optional.", beside=True),
            FormField("lead", "Lead", hint="Optional.", offers=owner_offers(file)),
            FormField("fills", "Fills itself with", FieldKind.CHOICE, Fills.NOTHING, choices=FILLS),
        ],
        under=f"{board.name}. Agendas made from now on have it.",
        about=board.id,
    )


def add_cover_heading_form(file: OfficeFile, board: Board) -> Form:
    """A heading a board wants in what is brought to it, last."""

    def write(given: Answers) -> str:
        return add_cover_heading(file, board.id, given.text("title"), fills=CoverPart(given.text("fills")))

    return Form(
        "add cover heading",
        "Add heading",
        write,
        [
            FormField("title", "Heading", hint="In the words of this board."),
            FormField("fills", "Under it stands", FieldKind.CHOICE, CoverPart.WORDS, choices=COVER_PARTS),
        ],
        under=f"Cover reports for {board.name}. None is left out: an empty one prints None.",
        about=board.id,
    )


def add_clearance_role_form(file: OfficeFile, board: Board) -> Form:
    """By whom papers of a board are cleared, one more."""

    def write(given: Answers) -> str:
        return add_clearance_role(file, board.id, given.text("name"))

    return Form(
        "add clearance role",
        "Add clearance",
        write,
        [FormField("name", "Cleared by", hint="A role, such as finance, legal or the director.")],
        under=f"Every paper of {board.name} says whether it was cleared, by whom and when.",
        about=board.id,
    )


FORMS: Final[Mapping[str, Callable[[OfficeFile, Board], Form]]] = {
    "standing item": add_standing_item_form,
    "cover heading": add_cover_heading_form,
    "clearance role": add_clearance_role_form,
}
"""The form of each list, by what stands in it."""

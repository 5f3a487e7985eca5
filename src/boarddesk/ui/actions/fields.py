"""What the forms and panels of actions arising share: who has it, and the day as it is typed in a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boarddesk.records.agenda.arising import due_typed
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_offers, owners_called
from boarddesk.records.plan.refs import record_called, refs_offered
from boarddesk.rules.arising import PlanLink
from boarddesk.rules.dates.due import Due
from boarddesk.rules.owners import OwnerKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import listed
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, FormField

_KINDS = {
    OwnerKind.PERSON: "",
    OwnerKind.POST: "the post ",
    OwnerKind.GROUP: "the group ",
    OwnerKind.ORGANISATION: "the organisation ",
}
EXAMPLES = "As you would say it: next meeting, 2 weeks, Friday, end of June, 30/6."
MEANT = "meant"


def owners_understood(file: OfficeFile) -> Callable[[str], str]:
    """How owners are understood while somebody types: `Ann Hale and the organisation Northmoor Council.`"""

    def told(typed: str) -> str:
        if not typed.strip():
            return ""
        owners = owners_called(file, typed)
        unknown = [owner.name for owner in owners if owner.kind is OwnerKind.WORDS]
        if unknown:
            return f"Nobody here is called {listed([f'“{name}”' for name in unknown])}: kept as words."
        said = listed([f"{_KINDS[owner.kind]}{owner.name}" for owner in owners])
        return "" if said.casefold() == typed.strip().casefold() else f"{said[:1].upper()}{said[1:]}."

    return told


def owners_field(file: OfficeFile) -> FormField:
    """Who has it, alone or with others."""
    understood = owners_understood(file)
    return FormField(
        "owner",
        "Owner",
        hint="A person, a post, a group or an organisation; a semicolon before the next.",
        offers=owner_offers(file, organisations=True),
        understood=lambda given: understood(given.text("owner")),
    )


def for_field(file: OfficeFile, board_id: str) -> FormField:
    """What of the plan it is for; called by its ref, or nothing of it."""
    return FormField(
        "for",
        "For",
        hint="A ref of the plan, a KPI or a risk.",
        offers=refs_offered(file, board_id),
        beside=True,
    )


def linked(file: OfficeFile, board_id: str, given: Answers) -> PlanLink | None:
    """What was typed there; refused where nothing is called so."""
    found = record_called(file, given.text("for"), board_id=board_id, field="for")
    return PlanLink(found.kind, found.id, found.ref) if found else None


def read_as(file: OfficeFile, board_id: str, typed: str, *, said_on: date, today: date) -> str:
    """What stands under a day while it is typed: `Read as Tue 14 July 2026.`, or why it is none."""
    if not typed.strip():
        return ""
    try:
        due = due_typed(file, board_id, typed, said_on=said_on)
    except Refused as refused:
        return refused.sentence
    passed = ", which has passed" if due.day and due.day < today else ""
    return f"Read as {due.understood}{passed}."


def due_fields(
    file: OfficeFile, of: Callable[[Answers], tuple[str, date]], *, today: date
) -> tuple[FormField, FormField]:
    """The day as typed and, where it has passed, whether it is meant; `of` is board and day said."""

    def has_passed(given: Answers) -> bool:
        due = _read(file, of(given), given.text("due"))
        return due.day is not None and due.day < today

    def told(given: Answers) -> str:
        board_id, said_on = of(given)
        return read_as(file, board_id, given.text("due"), said_on=said_on, today=today) or EXAMPLES

    return (
        FormField("due", "Due", understood=told),
        FormField(
            MEANT,
            "That day has passed",
            FieldKind.SEGMENTS,
            "no",
            choices=(("no", "Give a later day"), ("yes", "It is meant")),
            shown=has_passed,
        ),
    )


def check_due(file: OfficeFile, of: tuple[str, date], given: Answers, *, today: date) -> str:
    """The words of the day, where they give one that may be kept."""
    board_id, said_on = of
    typed = given.text("due")
    due = due_typed(file, board_id, typed, said_on=said_on)
    if given.text(MEANT) != "yes":
        due.check_not_past(today)
    return typed


def _read(file: OfficeFile, of: tuple[str, date], typed: str) -> Due:
    try:
        return due_typed(file, of[0], typed, said_on=of[1])
    except Refused:
        return Due()

"""Forms for what is said of an action or area: updates, questions, answers, reasons, evidence."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import actions, areas, evidence, judgements
from boarddesk.rules.plan.actions import Action, Area, Judgement
from boarddesk.ui.plan.dialogs import OPTIONAL, known_names, only_owner
from boarddesk.ui.plan.fields import PlaceField
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

HIGHLIGHT_TITLES = {
    "done": "Done this period",
    "planned": "Planned next",
    "decide": "Decisions asked of the board",
    "help": "Help asked of the board",
}
"""What an area reports to its board, by kind, in the order of the report."""

_GIVE_A_DAY = "Give a date such as 9 Jun 2026."


def _day(key: str, words: str, day: date, *, beside: bool = False) -> FormField:
    """The day something was said, which cannot be left out."""
    return FormField(key, words, FieldKind.DAY, day, required=_GIVE_A_DAY, beside=beside)


def add_update_form(file: OfficeFile, action: Action, *, today: date) -> Form:
    """What has happened on an action."""

    def write(given: Answers) -> None:
        actions.add_update(
            file,
            action.id,
            text=given.text("text"),
            as_at=given.needed_day("as_at"),
            said_by=given.text("said_by"),
        )

    return Form(
        "add update",
        f"Add update to {action.ref}",
        write,
        [
            FormField("text", "What has happened", FieldKind.LINES, lines=4),
            _day("as_at", "As at", today),
            FormField(
                "said_by",
                "Who reports it (optional)",
                value=only_owner(action),
                offers=known_names(file),
                beside=True,
            ),
        ],
        button="Add update",
        under=action.text,
        about=action.id,
    )


def give_reason_form(file: OfficeFile, judgement: Judgement, *, about: str) -> Form:
    """The reason of a judgement that came without one, or in better words, and the way back."""

    def write(given: Answers) -> None:
        judgements.give_reason(file, judgement.id, why=given.text("why"), path_to_green=given.text("path"))

    printed = "Kept with the status and printed in the highlight report."
    back = "Optional: what will bring it back on course, and by when."
    way = FormField("path", "Path to green", FieldKind.LINES, judgement.path_to_green, lines=2, hint=back)
    return Form(
        "give reason",
        f"Why is {about}?",
        write,
        [FormField("why", "Reason", FieldKind.LINES, judgement.why, hint=printed), way],
        button="Give reason",
        about=judgement.id,
    )


def add_evidence_form(file: OfficeFile, action: Action) -> Form:
    """What supports an action: something new, or evidence the office has already."""
    known = [item.evidence for item in evidence.all_evidence(file) if action.id not in item.action_ids]
    words = [(item.id, " · ".join(filter(None, (item.reference, item.title)))) for item in known]

    def is_new(given: Answers) -> bool:
        return not given.text("evidence")

    def write(given: Answers) -> None:
        if not is_new(given):
            evidence.support(file, given.text("evidence"), action.id)
            return
        evidence.add_evidence(
            file,
            title=given.text("title"),
            reference=given.text("reference"),
            location=given.text("location"),
            action_ids=(action.id,),
        )

    return Form(
        "add evidence",
        f"Add evidence to {action.ref}",
        write,
        [
            FormField(
                "evidence",
                "Evidence",
                FieldKind.CHOICE,
                choices=[("", "New evidence"), *words],
                shown=lambda _given: bool(known),
            ),
            FormField("title", "Title", enabled=is_new),
            FormField("reference", "Reference", hint="Optional, such as E-48.", enabled=is_new),
            FormField("location", "File or link", hint=OPTIONAL, editor=PlaceField, enabled=is_new),
        ],
        button="Add evidence",
        focus="title",
    )


def add_highlight_form(file: OfficeFile, area: Area, *, kind: str, today: date) -> Form:
    """A line of an area's report to the board."""

    def write(given: Answers) -> None:
        areas.add_highlight(
            file, area.id, kind=kind, text=given.text("text"), as_at=given.needed_day("as_at")
        )

    return Form(
        "add highlight",
        HIGHLIGHT_TITLES[kind],
        write,
        [
            FormField("text", "What the board reads", FieldKind.LINES, lines=2),
            _day("as_at", "As at", today),
        ],
        button="Add to report",
        under=f"For the highlight report of area {area.number}.",
        about=f"{area.id} {kind}",
    )

"""What is asked about an agenda: a meeting to copy, a restriction, a late item, a new version, an outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.records.agenda.items import (
    add_item,
    change_item,
    copy_agenda,
    items_of_board,
    reopen_agenda,
    set_outcome,
)
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.owners import owner_called, owner_offers
from boarddesk.rules.agenda.item import EXEMPT_PARAGRAPHS, AgendaItem, Outcome
from boarddesk.rules.meetings.meeting import Meeting, meeting_title
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.meetings.agenda.editing import OUTCOMES, read_minutes
from boarddesk.ui.risks.fields import owner_understood
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

COPIED = (
    "Titles, purposes, kinds, leads, minutes, sub-items and what is restricted are copied to the end of this "
    "agenda. Notes for the chair, words to use, papers, outcomes and late items stay where they are."
)
OPTIONAL = "Optional."


def copy_agenda_form(file: OfficeFile, of: Meeting) -> Form:
    """Any meeting with an agenda; those of the same board first, the newest first."""
    known = {board.id: board for board in boards(file)}
    counts = {
        board_id: _counts(file, board_id) for board_id in sorted(known, key=lambda each: each != of.board_id)
    }
    choices = [
        (meeting.id, f"{_called(file, meeting)}, {long_date(meeting.date)}")
        for board_id, by_meeting in counts.items()
        for meeting in reversed(meetings(file, board_id))
        if meeting.id != of.id and by_meeting.get(meeting.id)
    ]

    def says(given: Answers) -> str:
        many = sum(by_meeting.get(given.text("meeting"), 0) for by_meeting in counts.values())
        return f"{count_in_figures(many, 'item')}. {COPIED}" if many else COPIED

    def write(given: Answers) -> None:
        if not given.text("meeting"):
            raise Refused("No other meeting has an agenda yet.", field="meeting")
        copy_agenda(file, given.text("meeting"), of.id)

    return Form(
        "copy agenda",
        "Copy from a meeting",
        write,
        [
            FormField("meeting", "Meeting", FieldKind.CHOICE, choices=choices),
            Note(says),
        ],
        button="Copy items",
    )


def _counts(file: OfficeFile, board_id: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in items_of_board(file, board_id):
        counts[item.meeting_id] = counts.get(item.meeting_id, 0) + 1
    return counts


def _called(file: OfficeFile, meeting: Meeting) -> str:
    board = next(board for board in boards(file) if board.id == meeting.board_id)
    return meeting_title(board.short_name, meeting, board.year_start)


def restrict_item_form(file: OfficeFile, item: AgendaItem, *, statutory: bool) -> Form:
    """Why the public does not get it; a committee names the exempt paragraph."""
    paragraphs = [(str(number), f"{number}: {words}") for number, words in EXEMPT_PARAGRAPHS.items()]
    needed = "" if statutory else "Optional: a partnership board need not name one."

    def write(given: Answers) -> None:
        paragraph = given.text("exempt_paragraph")
        change_item(
            file,
            replace(
                item,
                restricted=True,
                exempt_paragraph=int(paragraph) if paragraph else None,
                restricted_why=given.text("restricted_why"),
            ),
        )

    return Form(
        "restrict item",
        "Restricted item",
        write,
        [
            FormField(
                "exempt_paragraph",
                "Exempt paragraph",
                FieldKind.CHOICE,
                str(item.exempt_paragraph or ""),
                hint=needed or "Schedule 12A to the Local Government Act 1972.",
                choices=[("", "None named"), *paragraphs],
            ),
            FormField(
                "restricted_why",
                "Why withholding outweighs disclosing",
                FieldKind.LINES,
                item.restricted_why,
                hint="Printed on the public agenda."
                if statutory
                else "Optional. Printed on the public agenda.",
            ),
        ],
        button="Restrict",
        under=item.title,
        about=item.id,
    )


def mark_late_form(file: OfficeFile, item: AgendaItem) -> Form:
    """The special circumstances; without words the item is not late."""
    return Form(
        "mark late",
        "Taken as late item",
        lambda given: change_item(file, replace(item, late_why=given.text("late_why"))),
        [
            FormField(
                "late_why",
                "Special circumstances",
                FieldKind.LINES,
                item.late_why,
                hint="Why it cannot wait: printed in the minutes. Optional.",
            )
        ],
        button="Keep",
        under=item.title,
        about=item.id,
    )


def late_item_form(file: OfficeFile, of: Meeting) -> Form:
    """An item for an agenda that was issued: it comes as a supplement."""
    understood = owner_understood(file)

    def write(given: Answers) -> str:
        if not given.text("late_why"):
            raise Refused(
                "Say which special circumstances make it urgent: they are printed.", field="late_why"
            )
        return add_item(
            file,
            of.id,
            given.text("title"),
            late_why=given.text("late_why"),
            lead=owner_called(file, given.text("lead")),
            minutes=read_minutes(given.text("minutes")),
        )

    return Form(
        "late item",
        "Add late item",
        write,
        [
            FormField("title", "Item", required="Give the item a title."),
            FormField(
                "late_why",
                "Special circumstances",
                FieldKind.LINES,
                hint="Why it cannot wait for the next meeting: printed in the minutes.",
            ),
            FormField(
                "lead",
                "Lead",
                hint=OPTIONAL,
                offers=owner_offers(file),
                understood=lambda given: understood(given.text("lead")),
            ),
            FormField("minutes", "Minutes", hint=OPTIONAL, beside=True),
        ],
        under="The agenda was issued and stands; this item goes out as a supplement to it.",
        about=of.id,
    )


def new_version_form(file: OfficeFile, of: Meeting, *, on: date) -> Form:
    """Why an issued agenda changes."""
    return Form(
        "new version",
        "Begin a new version",
        lambda given: reopen_agenda(file, of.id, why=given.text("why"), on=on),
        [FormField("why", "Reason", FieldKind.LINES, hint="Printed on the new version.")],
        button="Begin version",
        under=f"{_called(file, of)}, version {of.agenda_version} was issued. "
        "It can be changed once you say why, and is issued again.",
        about=of.id,
        ready=lambda given: bool(given.text("why")),
    )


def outcome_form(file: OfficeFile, item: AgendaItem) -> Form:
    """What became of an item; what is unfinished is offered to the next agenda."""

    def says(given: Answers) -> str:
        unfinished = Outcome(given.text("outcome")).is_unfinished
        return "The next agenda offers it again, under Carry forward." if unfinished else ""

    return Form(
        "outcome",
        "What became of it",
        lambda given: set_outcome(
            file, item.id, Outcome(given.text("outcome")), note=given.text("outcome_note")
        ),
        [
            FormField("outcome", "Outcome", FieldKind.SEGMENTS, item.outcome.value, choices=OUTCOMES),
            Note(says),
            FormField("outcome_note", "Note", FieldKind.LINES, item.outcome_note, hint=OPTIONAL),
        ],
        button="Keep",
        under=item.title,
        about=item.id,
    )

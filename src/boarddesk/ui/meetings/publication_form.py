"""What of a meeting is out, put down by hand: published elsewhere, on another day, or not out after all."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.publishing.publications import (
    publications,
    record_publication,
    take_back_publication,
)
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

OUT, NOT_OUT = "out", "not out"


def publication_form(session: Session, meeting_id: str) -> Form:
    """One part of a meeting: since when it is out, and what is held back of it and why."""
    file, today = session.file, session.today

    def is_out(given: Answers) -> bool:
        return given.text("state") == OUT

    def write(given: Answers) -> None:
        part = PublicPart(given.text("part"))
        if not is_out(given):
            take_back_publication(file, meeting_id, part)
            return
        record_publication(
            file,
            meeting_id,
            part,
            on=given.needed_day("published_on"),
            today=today,
            withheld=given.text("withheld"),
        )

    return Form(
        "publication",
        "Record what is out",
        write,
        [
            FormField(
                "part",
                "What",
                FieldKind.SEGMENTS,
                PublicPart.AGENDA.value,
                choices=[(part.value, part.capitalize()) for part in PublicPart],
            ),
            FormField(
                "state",
                "Is it out?",
                FieldKind.SEGMENTS,
                OUT,
                choices=((OUT, "Published"), (NOT_OUT, "Not out after all")),
            ),
            FormField(
                "published_on",
                "Published on",
                FieldKind.DAY,
                today,
                required="Give the day it was published.",
                shown=is_out,
            ),
            FormField(
                "withheld",
                "Held back, and why",
                hint="Printed on the publication list: say what and why, never its words.",
                shown=is_out,
            ),
        ],
        under=_out_so_far(file, meeting_id),
    )


def _out_so_far(file: OfficeFile, meeting_id: str) -> str:
    """`Out so far: agenda, papers.`"""
    of = meeting(file, meeting_id)
    parts = [each.part for each in publications(file, of.board_id) if each.meeting_id == meeting_id]
    return f"Out so far: {', '.join(parts)}." if parts else "Nothing of this meeting is on the list yet."

"""What a member answered before the meeting: coming, apologies or a deputy, and why."""

from __future__ import annotations

from boarddesk.records import people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.quorum import Answer, Reply
from boarddesk.rules.registers.register import RollRow
from boarddesk.ui.meetings.register.deputies import deputy_choices, named_deputies
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def reply_form(
    file: OfficeFile,
    meeting_id: str,
    row: RollRow,
    *,
    reply: Reply | None,
    answer: Answer | None = None,
) -> Form:
    """Fields stand only where the answer has use for them; `answer` is the one to begin with."""
    answers = [(known.value, known.value.capitalize()) for known in Answer]
    deputies = deputy_choices(row, named_deputies(file, row), people.people(file))

    def write(given: Answers) -> None:
        chosen = Answer(given.text("answer")) if given.text("answer") else None
        attendance.reply(
            file,
            meeting_id,
            row.seat_id,
            answer=chosen,
            deputy_id=(given.text("deputy") or None) if chosen is Answer.DEPUTY else None,
            reason=given.text("reason") if chosen is Answer.APOLOGIES else "",
        )

    return Form(
        "reply",
        f"Reply of {row.who}",
        write,
        [
            FormField(
                "answer",
                "Reply",
                FieldKind.CHOICE,
                answer or (reply.answer if reply else ""),
                choices=[("", "No reply"), *answers],
            ),
            FormField(
                "deputy",
                "Deputy",
                FieldKind.CHOICE,
                reply.deputy_id or "" if reply else "",
                choices=deputies,
                shown=lambda given: given.text("answer") == Answer.DEPUTY,
            ),
            FormField(
                "reason",
                "Reason",
                value=reply.reason if reply else "",
                hint="Optional, only where given.",
                shown=lambda given: given.text("answer") == Answer.APOLOGIES,
            ),
        ],
        button="Keep reply",
        under=", ".join(part for part in (row.seat_title, row.organisation) if part),
    )

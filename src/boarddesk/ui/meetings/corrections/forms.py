"""What is asked about a correction: the secretary's own words, and an answer to a comment."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.corrections import answer_comment, write_own_words
from boarddesk.rules.minutes.corrections.points import CorrectionPoint
from boarddesk.rules.minutes.corrections.showing import reads, title_of
from boarddesk.rules.minutes.corrections.suggestion import Suggestion
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def own_words_form(file: OfficeFile, point: CorrectionPoint, one: Suggestion, draft: Circulation) -> Form:
    """How it is to read, in the secretary's words."""

    def write(given: Answers) -> None:
        write_own_words(file, one.id, given.text("words"), choices=point.choices(one.id))

    hint = f"As circulated: {one.was}" if one.was else ""
    field = FormField(
        "words", "It reads", FieldKind.LINES, reads(one), hint=hint, required="Write how it is to read."
    )
    return Form("own words", "Write it yourself", write, [field], under=title_of(one, draft), about=one.id)


def answer_comment_form(file: OfficeFile, one: Suggestion) -> Form:
    """What is answered to a comment; it is settled by that."""
    field = FormField("answer", "Answer", FieldKind.LINES, one.answer, required="Write the answer.")
    return Form(
        "answer comment",
        "Answer a comment",
        lambda given: answer_comment(file, one.id, given.text("answer")),
        [field],
        button="Answer",
        under=f"{one.author}: “{one.said}”",
        about=one.id,
    )

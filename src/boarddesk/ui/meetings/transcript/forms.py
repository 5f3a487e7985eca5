"""Forms about a transcript: it is of another day, when it begins, and that it is deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.transcripts import delete_transcripts, set_transcript_start
from boarddesk.rules.minutes.transcript import Transcript
from boarddesk.rules.retention import BACKUPS_KEEP
from boarddesk.rules.wording import count_in_figures, day
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import Form, FormField
from boarddesk.ui.widgets.label import WrappedLabel

_NO_UNDO = (
    "It cannot be undone, nor anything done before it. A certificate says that it is gone, never its words."
)


def transcript_of_another_day_form(of: date, meeting: date, *, name: str, take: Callable[[], object]) -> Form:
    """The file says that it is of another day than the meeting."""
    said = f"“{name}” is of {day(of)}, and this meeting was on {day(meeting)}."
    return Form(
        "transcript of another day",
        "Transcript of another day",
        lambda _given: take(),
        [partial(WrappedLabel, said)],
        button="Take it in all the same",
        under="It may be of another meeting.",
    )


def transcript_begins_form(file: OfficeFile, transcript: Transcript) -> Form:
    """The time of day of its beginning, by which it is cut to the items."""

    def write(given: Answers) -> None:
        set_transcript_start(file, transcript.id, given.text("starts"))

    return Form(
        "transcript begins",
        "When the transcript begins",
        write,
        [FormField("starts", "Time of day", value=transcript.starts, hint="Such as 13:28.")],
        button="Keep it so",
        under="Its lines are put to the items by the time each item began.",
        about=transcript.id,
    )


def delete_transcript_form(file: OfficeFile, transcript: Transcript, *, today: date) -> Form:
    """Deleted before the minutes are confirmed."""

    def write(given: Answers) -> None:
        delete_transcripts(file, transcript.meeting_id, on=today, why=given.text("why"))

    said = (_NO_UNDO, BACKUPS_KEEP.replace("that day", "today"))
    return Form(
        "delete transcript",
        "Delete transcript for good",
        write,
        [
            *(partial(WrappedLabel, words) for words in said),
            FormField("why", "Why", required="Say why it is deleted; the certificate keeps it."),
        ],
        under=f"{transcript.file_name}, {count_in_figures(transcript.line_count, 'line')}, "
        f"taken in on {day(transcript.came_on)}.",
        about=transcript.id,
    )

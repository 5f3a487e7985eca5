"""Forms of retention: how long something is kept, and the second step of erasing what is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.retention.classes import set_class
from boarddesk.records.retention.purging import purge
from boarddesk.rules.retention import BACKUPS_KEEP, CountedFrom, PurgePreview, RetentionClass
from boarddesk.rules.wording import lower_first
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField
from boarddesk.ui.widgets.label import WrappedLabel

NO_UNDO = "It cannot be undone, and nothing done before it can be undone afterwards. A backup is made first."


def retention_class_form(file: OfficeFile, of: RetentionClass, *, done: Callable[[], object]) -> Form:
    """How many years something is kept, from when, and why."""

    def write(given: Answers) -> None:
        counted_from = CountedFrom(given.text("counted_from"))
        set_class(
            file, of.kind, years=given.number("years"), counted_from=counted_from, why=given.text("why")
        )
        done()

    return Form(
        "retention class",
        "How long it is kept",
        write,
        [
            FormField("years", "Years", FieldKind.NUMBER, of.years, beside=True),
            FormField(
                "counted_from",
                "Counted from",
                FieldKind.CHOICE,
                of.counted_from,
                choices=[(counted_from, counted_from.value) for counted_from in CountedFrom],
                beside=True,
            ),
            FormField("why", "Why", FieldKind.LINES, of.why, hint="Printed with the certificates."),
        ],
        button="Keep it so",
        under=f"{of.kind.title}, from {of.kind.dated}. What then goes: {of.kind.goes}.",
        about=of.kind.key,
    )


def purge_form(
    file: OfficeFile, preview: PurgePreview, *, today: date, done: Callable[[int], object]
) -> Form:
    """What would be erased, and what is typed by whoever means it."""

    def write(given: Answers) -> None:
        done(purge(file, preview, typed=given.text("typed"), why=given.text("why"), today=today))

    said = [*(due.sentence for due in preview.due), NO_UNDO, BACKUPS_KEEP.replace("that day", "today")]
    return Form(
        "purge",
        "Erase for good",
        write,
        [
            *(partial(WrappedLabel, words) for words in said),
            FormField("typed", f"Type {preview.how_many:,} to say that you mean it"),
            FormField("why", "Why", hint="Such as the policy it follows. The certificate keeps it."),
        ],
        button="Erase for good",
        under=f"{preview.what}.",
        focus="typed",
        ready=lambda given: bool(given.text("typed") and given.text("why")),
    )


def said_of(number: int, preview: PurgePreview) -> tuple[str, str]:
    """What is said once it is done."""
    return (
        f"{preview.how_many:,} erased for good: {lower_first(preview.what)}.",
        f"Certificate {number} says so; the certificates are printed under Reports.",
    )

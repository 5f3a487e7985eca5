"""One row of the register in full: the mark, the deputy, the stretch, the reason and a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boarddesk.records.agenda.items import item_titles
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import mark_labels
from boarddesk.rules.meetings.points import hours_of
from boarddesk.rules.people import Person
from boarddesk.rules.registers.register import NOT_RECORDED, Mark, Register, RollRow
from boarddesk.ui.meetings.register.deputies import DeputyField, deputy_choices, why_not
from boarddesk.ui.meetings.register.point_fields import point_fields
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

SOMEBODY_NEW = ("new", "Somebody not listed here")


def mark_form(
    file: OfficeFile,
    row: RollRow,
    *,
    register: Register,
    deputies: Sequence[Person],
    people: Sequence[Person],
    note: bool = False,
) -> Form:
    """Fields stand only where the mark has use for them; everything is one change.

    With `note` it begins in the note where there is one to write; in the deputy, where one came.
    """
    labels = mark_labels(file)
    noted = {None: "mark", Mark.DEPUTY: "deputy"}.get(row.mark, "note")
    return Form(
        "mark",
        f"Mark {row.who}",
        lambda given: _write(file, row, given),
        [
            FormField(
                "mark",
                "Mark",
                FieldKind.CHOICE,
                row.mark or "",
                choices=[("", NOT_RECORDED), *((mark, f"{mark} · {labels[mark]}") for mark in Mark)],
            ),
            *_who_came(file, row, register=register, deputies=deputies, people=people),
            *point_fields(
                FormField(
                    "part_from", "From", value=row.part_from, hint="An item or a time; empty is the start."
                ),
                FormField("part_to", "Until", value=row.part_to, hint="Empty is the end."),
                hours=hours_of(register.meeting),
                items=item_titles(file, register.meeting.id),
                shown=_where(Mark.PART),
            ),
            FormField(
                "reason",
                "Reason",
                value=row.reason,
                hint="Optional, only where it was given.",
                shown=_where(Mark.APOLOGIES),
            ),
            FormField("note", "Note", value=row.note, hint="Optional.", shown=_where(*Mark)),
        ],
        button="Mark",
        under=", ".join(part for part in (row.seat_title, row.organisation) if part),
        focus=noted if note else "mark",
    )


def _who_came(
    file: OfficeFile,
    row: RollRow,
    *,
    register: Register,
    deputies: Sequence[Person],
    people: Sequence[Person],
) -> list[FormField]:
    """The deputies who are free, and somebody not listed."""
    not_free = why_not(register, row, deputies)
    free = [deputy for deputy in deputies if deputy.id not in not_free]
    barred = ", ".join(deputy.name for deputy in deputies if deputy.id in not_free)
    return [
        FormField(
            "deputy",
            "Deputy",
            FieldKind.CHOICE,
            row.deputy_id or "",
            choices=[*deputy_choices(row, free, people), SOMEBODY_NEW],
            hint=f"There in their own seat: {barred}." if barred else "",
            shown=_where(Mark.DEPUTY),
        ),
        FormField(
            "new_deputy",
            "Name",
            editor=lambda: DeputyField(file),
            shown=lambda given: _is_somebody_new(given) and _chosen(given) is Mark.DEPUTY,
        ),
    ]


def _chosen(given: Answers) -> Mark | None:
    """The mark chosen; None is not recorded."""
    return Mark(given.text("mark")) if given.text("mark") else None


def _where(*marks: Mark) -> Callable[[Answers], bool]:
    return lambda given: _chosen(given) in marks


def _is_somebody_new(given: Answers) -> bool:
    return given.text("deputy") == SOMEBODY_NEW[0]


def _write(file: OfficeFile, row: RollRow, given: Answers) -> None:
    mark = _chosen(given)
    with file.change(f"Mark {row.who}"):
        if mark is None:
            attendance.clear_mark(file, row.id)
            return
        attendance.mark(file, row.id, mark)
        if mark is Mark.DEPUTY:
            new = given.editor("new_deputy", DeputyField)
            who = new.person_id() if _is_somebody_new(given) else given.text("deputy")
            attendance.name_deputy(file, row.id, who or None)
        elif mark is Mark.PART:
            attendance.set_part(
                file, row.id, part_from=given.text("part_from"), part_to=given.text("part_to")
            )
        elif mark is Mark.APOLOGIES:
            attendance.set_reason(file, row.id, given.text("reason"))
        attendance.set_note(file, row.id, given.text("note"))

"""Changing a status: from → to, who says so, as at, why; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.statuses.status import SaidBy, Status
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note
from boarddesk.ui.widgets.status_change import StatusChange


@dataclass(frozen=True)
class Reason:
    """What the person answered."""

    status_key: str
    said_by: SaidBy
    as_at: date
    text: str


def reason_form(
    write: Callable[[Reason], object],
    *,
    title: str,
    record: str,
    about: str,
    statuses: Sequence[Status],
    old: Status | None,
    new: Status,
    today: date,
    way: Callable[[Status, date], str],
) -> Form:
    """The primary button is off until the reason has words.

    `about` is the id of the record judged, `way` says where a status as at a day would be heading.
    """
    by_key = {status.key: status for status in statuses}

    def heading(given: Answers) -> str:
        as_at = given.day_if_any("as_at")
        return way(by_key[given.text("status")], as_at) if as_at else ""

    def ready(given: Answers) -> bool:
        same = old is not None and old.key == given.text("status")
        return bool(given.text("why")) and given.day_if_any("as_at") is not None and not same

    def keep(given: Answers) -> None:
        said_by = SaidBy(given.text("said_by"))
        write(Reason(given.text("status"), said_by, given.needed_day("as_at"), given.text("why")))

    kept = "Kept with the status and printed in the highlight report."
    who = [(said_by.value, said_by.value.capitalize()) for said_by in SaidBy]
    return Form(
        "reason",
        title,
        keep,
        [
            FormField("status", "", editor=lambda: StatusChange(statuses, old=old, new=new)),
            Note(heading, role=""),
            FormField("said_by", "Who says so", FieldKind.SEGMENTS, choices=who),
            FormField("as_at", "As at", FieldKind.DAY, today, beside=True),
            FormField("why", "Reason", FieldKind.LINES, lines=4, hint=kept),
        ],
        button="Change status",
        under=record,
        about=about,
        focus="why",
        ready=ready,
    )

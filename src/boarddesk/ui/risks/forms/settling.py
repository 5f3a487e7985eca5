"""Forms by which a risk or an issue comes to an end: closed, accepted, come true, resolved; a date moved."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_offers
from boarddesk.records.risks import issues, register, treatment
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.risks.risk import Issue, Mitigation, Risk
from boarddesk.ui.risks.fields import OPTIONAL, day_field, due_field
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField


def _about(risk: Risk) -> str:
    return f"{risk.ref} {risk.title}"


def close_form(file: OfficeFile, risk: Risk, *, today: date) -> Form:
    """Close a risk, saying why."""

    def write(given: Answers) -> None:
        register.close_risk(file, risk.id, why=given.text("why"), on=given.needed_day("on"))

    return Form(
        "close",
        "Close risk",
        write,
        [FormField("why", "Reason", FieldKind.LINES), day_field("on", "On", today)],
        under=_about(risk),
        about=risk.id,
    )


def accept_form(file: OfficeFile, risk: Risk, *, today: date) -> Form:
    """Bear a risk as it is: who does, until when, and why."""

    def write(given: Answers) -> None:
        register.accept_risk(
            file, risk.id, by=given.text("by"), why=given.text("why"), on=today, until=given.day("until")
        )

    return Form(
        "accept",
        "Accept risk",
        write,
        [
            FormField("by", "Who accepts it", offers=owner_offers(file)),
            day_field("until", "Until", None, beside=True, hint=OPTIONAL),
            FormField("why", "Reason", FieldKind.LINES),
        ],
        under=f"{_about(risk)}. It is tolerated until then, and pointed out once the day has passed.",
        about=risk.id,
    )


def happened_form(file: OfficeFile, risk: Risk, *, today: date) -> Form:
    """The risk has come true: it becomes an issue, with its history."""

    def write(given: Answers) -> str:
        return issues.make_issue_of(
            file,
            risk.id,
            on=given.needed_day("on"),
            impact=given.text("impact"),
            due=given.day("due"),
        )

    return Form(
        "happened",
        "It has happened",
        write,
        [
            FormField("impact", "What it does", FieldKind.LINES, risk.effect),
            day_field("on", "Since", today),
            day_field("due", "To be resolved by", None, beside=True, hint=OPTIONAL),
        ],
        button="Make it an issue",
        under=f"{_about(risk)}. Its scores and what was done stay with it.",
        about=risk.id,
    )


def resolve_form(file: OfficeFile, issue: Issue, *, today: date) -> Form:
    """How an issue was put right, and when."""

    def write(given: Answers) -> None:
        issues.change_issue(
            file, issue.id, resolution=given.text("resolution"), resolved_on=given.needed_day("on")
        )

    return Form(
        "resolve",
        "Resolve issue",
        write,
        [
            FormField(
                "resolution",
                "How it was put right",
                FieldKind.LINES,
                issue.resolution,
                required="Say how it was put right.",
            ),
            day_field("on", "On", today),
        ],
        under=f"{issue.ref} {issue.title}",
        about=issue.id,
    )


def move_form(file: OfficeFile, mitigation: Mitigation, *, today: date) -> Form:
    """Another date for a mitigation, with the reason; the one before stays known."""
    was = f"It was due {short_date(mitigation.due)}." if mitigation.due else "It had no date."

    def write(given: Answers) -> None:
        typed = given.text("due")
        treatment.move_mitigation(
            file,
            mitigation.id,
            due=read_by_when(typed, starts=today).latest if typed else None,
            on=today,
            why=given.text("why"),
        )

    return Form(
        "move",
        "Move date",
        write,
        [
            due_field(short_date(mitigation.due) if mitigation.due else "", today=today),
            FormField("why", "Reason", FieldKind.LINES, lines=2, required="Say why it moves."),
        ],
        under=f"{mitigation.text}. {was}",
        about=mitigation.id,
    )

"""What a decision bears on: the action, KPI or risk it is about, what it does there, the one it replaces."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda import decisions
from boarddesk.records.dates.by_when import understood_in
from boarddesk.records.dates.citing import action_dated
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.refs import CalledRecord, record_called, record_of, refs_offered
from boarddesk.rules.decisions import Bearing, Decision, Effect
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import cut_characters
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

EFFECTS = (
    ("", "Nothing"),
    (Effect.CLOSE.value, "Closes it"),
    (Effect.SUPERSEDE.value, "Supersedes it"),
    (Effect.BUSINESS_AS_USUAL.value, "Business as usual"),
    (Effect.NEW_DATE.value, "New date"),
)
_LONGEST = 60


def about_of(file: OfficeFile, bearing: Bearing) -> CalledRecord | None:
    """The record a decision is about."""
    ids = {"action": bearing.action_id, "kpi": bearing.kpi_id, "risk": bearing.risk_id}
    return next((record_of(file, kind, of) for kind, of in ids.items() if of), None)


def bearing_fields(
    file: OfficeFile, board_id: str, bearing: Bearing, *, hint: str = ""
) -> tuple[FormField, ...]:
    """What it is about, by its ref; of an action what it does to it, and the new date."""

    def called(given: Answers) -> CalledRecord | None:
        try:
            return record_called(file, given.text("about"), board_id=board_id)
        except Refused:
            return None

    def is_action(given: Answers) -> bool:
        found = called(given)
        return found is not None and found.kind == "action"

    def read_as(given: Answers) -> str:
        found = called(given)
        row = action_dated(file, found.id) if found and found.kind == "action" else None
        typed = given.text("by_when")
        return f"Read as {understood_in(file, row['plan_id'], typed).understood}." if row and typed else ""

    found = about_of(file, bearing)
    return (
        FormField(
            "about",
            "About (optional)",
            value=found.named if found else "",
            hint=hint or "The ref of an action of the plan, a KPI or a risk.",
            offers=refs_offered(file, board_id),
        ),
        FormField(
            "effect",
            "What it does to the action",
            FieldKind.CHOICE,
            bearing.effect.value if bearing.effect else "",
            choices=EFFECTS,
            shown=is_action,
        ),
        FormField(
            "by_when",
            "New date",
            value=bearing.agreed_by_when,
            shown=lambda given: is_action(given) and given.text("effect") == Effect.NEW_DATE,
            understood=read_as,
            beside=True,
        ),
    )


def bearing_given(
    file: OfficeFile, given: Answers, board_id: str, *, replaces_id: str | None = None
) -> Bearing:
    """What the fields say."""
    found = record_called(file, given.text("about"), board_id=board_id)
    is_action = found is not None and found.kind == "action"
    effect = given.text("effect") if is_action else ""
    ids = {f"{found.kind}_id": found.id} if found else {}
    return Bearing(
        action_id=ids.get("action_id"),
        kpi_id=ids.get("kpi_id"),
        risk_id=ids.get("risk_id"),
        effect=Effect(effect) if effect else None,
        agreed_by_when=given.text("by_when") if effect == Effect.NEW_DATE else "",
        replaces_id=replaces_id,
    )


def bearing_form(file: OfficeFile, made: Decision) -> Form:
    """What a decision is about, what it does there, and which earlier one it replaces."""

    def write(given: Answers) -> None:
        replaces = given.text("replaces") or None
        bearing = bearing_given(file, given, made.board_id, replaces_id=replaces)
        decisions.change_decision(file, made.id, bearing=bearing)

    earlier = [
        known
        for known in decisions.decisions(file, made.board_id)
        if _is_earlier(known, made) and not [other for other in known.replaced_by if other != made.id]
    ]
    choices = [(known.id, _named(known, made.made_on)) for known in earlier]
    return Form(
        "bearing",
        f"What {made.ref} is about",
        write,
        [
            *bearing_fields(file, made.board_id, made.bearing),
            FormField(
                "replaces",
                "Replaces",
                FieldKind.CHOICE,
                made.bearing.replaces_id or "",
                choices=[("", "No earlier decision"), *choices],
                shown=lambda _given: bool(choices),
            ),
        ],
        button="Keep",
        under=made.sentence,
        about=made.id,
    )


def _is_earlier(known: Decision, made: Decision) -> bool:
    return (known.made_on, known.number) < (made.made_on, made.number)


def _named(known: Decision, today: date) -> str:
    """`D-011 of 2 June: Terms of reference`, with its year where that is another one."""
    day = f"{known.made_on.day} {known.made_on:%B}"
    year = "" if known.made_on.year == today.year else f" {known.made_on.year}"
    return f"{known.ref} of {day}{year}: {cut_characters(known.text, _LONGEST)}"

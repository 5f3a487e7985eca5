"""What is asked at one key while people talk: a decision, an action, a challenge, an item of the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from boarddesk.records.agenda import arising, decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes import taking
from boarddesk.records.minutes.on_the_day import add_on_the_day
from boarddesk.records.owners import owner_offers, owners_called
from boarddesk.records.plan import challenges
from boarddesk.records.plan.refs import CalledRecord, record_called, record_of, refs_offered
from boarddesk.rules.arising import BoardAction, PlanLink
from boarddesk.rules.decisions import NO_BEARING, Bearing, Decision, Verb
from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.rules.minutes.quick import read_decision
from boarddesk.rules.people import BoardKind
from boarddesk.rules.plan.questions import ChallengeWithRef
from boarddesk.rules.refused import Refused
from boarddesk.ui.actions.editing import VERBS
from boarddesk.ui.actions.fields import check_due, due_fields, owners_field
from boarddesk.ui.meetings.minutes.rows import bears_on
from boarddesk.ui.meetings.minutes.shown import ShownMinutes
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

Place = Callable[[str], object]
"""Puts the row of a new record where the caret stands, as part of the same change."""

_REF_HINT = "Optional: the ref of a plan action, KPI or risk, such as 3.3, K3.1 or R2."


def minute_decision_form(
    file: OfficeFile, shown: ShownMinutes, item: ItemMinute, *, place: Place, made: Decision | None = None
) -> Form:
    """What was decided: the verb in front of it, or picked; what of the plan it is about."""
    at = shown.meeting

    def read(given: Answers) -> tuple[Verb, str, Bearing]:
        said, text = read_decision(given.text("text"))
        about = record_called(file, given.text("about"), board_id=at.board_id)
        verb = said if said is not None and made is not None else Verb(given.text("verb"))
        return verb, text, _bearing(made.bearing if made else NO_BEARING, about)

    def write(given: Answers) -> str:
        verb, text, bearing = read(given)
        if made is not None:
            decisions.change_decision(file, made.id, text=text, verb=verb, bearing=bearing)
            return made.id
        return taking.decide(file, item.row.item.id, text=text, verb=verb, bearing=bearing, place=place)

    return Form(
        "minute decision",
        "Decision",
        write,
        [
            FormField(
                "text",
                "What was decided",
                value=made.text if made else None,
                hint="As you say it: agreed that …, noted that …; n that … is noted.",
                required="Say what was decided.",
                understood=_understood,
            ),
            FormField(
                "verb",
                "The board",
                FieldKind.SEGMENTS,
                made.verb if made else Verb.AGREED,
                choices=VERBS,
                follows=None if made else lambda given: read_decision(given.text("text"))[0] or Verb.AGREED,
            ),
            _about_field(file, shown, of=bears_on(file, made.bearing) if made else None),
        ],
        under=_under(item),
        button="Keep" if made else "Put into the text",
        about=made.id if made else item.row.item.id,
    )


def _understood(given: Answers) -> str:
    verb, text = read_decision(given.text("text"))
    return f"{verb.capitalize()}: {text}" if verb is not None and text else ""


def _bearing(before: Bearing, about: CalledRecord | None) -> Bearing:
    """About this record and no other; what a decision does to an action stays while it is about the same."""
    if about is None:
        return NO_BEARING
    if about.kind == "action" and before.action_id == about.id:
        return before
    ids = {about.kind: about.id}
    return Bearing(action_id=ids.get("action"), kpi_id=ids.get("kpi"), risk_id=ids.get("risk"))


def minute_action_form(
    file: OfficeFile, shown: ShownMinutes, item: ItemMinute, *, place: Place, made: BoardAction | None = None
) -> Form:
    """What is to be done, by whom and when, as it is said in the room."""
    at = shown.meeting
    said = at.board_id, min(at.date, shown.today)
    names = "; ".join(held.owner.name for held in made.held_by if held.owner.name) if made else ""

    def write(given: Answers) -> str:
        owner, *others = owners_called(file, given.text("owner"))
        due = check_due(file, said, given, today=shown.today)
        about = record_called(file, given.text("about"), board_id=at.board_id)
        is_for = PlanLink(about.kind, about.id, about.ref) if about else None
        if made is None:
            return taking.give_action(
                file,
                item.row.item.id,
                text=given.text("text"),
                owner=owner,
                co_owners=others,
                is_for=is_for,
                due=due,
                raised_on=said[1],
                place=place,
            )
        with file.change(f"Change action {made.ref}"):
            arising.change_action(file, made.id, text=given.text("text"), owner=owner, co_owners=others)
            if due != made.due_as_written:
                arising.move_action(file, made.id, due=due, today=said[1])
            if is_for != made.is_for:
                arising.link_action(file, made.id, is_for)
        return made.id

    when, meant = due_fields(file, lambda _given: said, today=shown.today)
    return Form(
        "minute action",
        "Action",
        write,
        [
            FormField(
                "text",
                "What is to be done",
                value=made.text if made else None,
                required="Say what is to be done.",
            ),
            _with_value(owners_field(file), names),
            _with_value(when, made.due_as_written if made else ""),
            meant,
            _about_field(
                file,
                shown,
                of=record_of(file, made.is_for.kind, made.is_for.id) if made and made.is_for else None,
            ),
        ],
        under=_under(item),
        button="Keep" if made else "Put into the text",
        about=made.id if made else item.row.item.id,
    )


def _with_value(field: FormField, value: str) -> FormField:
    return replace(field, value=value or None)


def minute_challenge_form(
    file: OfficeFile,
    shown: ShownMinutes,
    item: ItemMinute,
    *,
    place: Place,
    made: ChallengeWithRef | None = None,
) -> Form:
    """The question, what of the plan it is put to, who asked it and who brought it into the room."""
    at = shown.meeting
    asked = made.challenge if made else None

    def write(given: Answers) -> str:
        words = {key: given.text(key) for key in ("text", "asked_by", "relayed_by")}
        if made is not None:
            challenges.change_question(file, made.challenge.id, **words)
            return made.challenge.id
        about = record_called(file, given.text("about"), board_id=at.board_id)
        if about is None:
            raise Refused("Say what it is put to: a plan action, a KPI or a risk by its ref.", field="about")
        return taking.ask(file, item.row.item.id, about=about, place=place, **words)

    people = owner_offers(file)
    return Form(
        "minute challenge",
        "Challenge",
        write,
        [
            FormField(
                "text", "The question", value=asked.text if asked else None, required="Write the question."
            ),
            _about_field(
                file,
                shown,
                of=record_of(file, made.about, made.about_id) if made else None,
                hint="The ref of a plan action, KPI or risk, such as 3.3, K3.1 or R2.",
                fixed=made is not None,
            ),
            FormField("asked_by", "Asked by", value=asked.asked_by if asked else None, offers=people),
            FormField(
                "relayed_by",
                "Brought by",
                value=asked.relayed_by if asked else None,
                offers=people,
                hint="Optional: who asked it for somebody not in the room.",
            ),
        ],
        under=_under(item),
        button="Keep" if made else "Put into the text",
        about=made.challenge.id if made else item.row.item.id,
    )


def item_on_the_day_form(file: OfficeFile, shown: ShownMinutes) -> Form:
    """Business that was on no agenda; a committee says the special circumstances."""
    statutory = shown.board.kind is BoardKind.STATUTORY

    def write(given: Answers) -> str:
        return add_on_the_day(
            file,
            shown.meeting.id,
            given.text("title"),
            today=shown.today,
            late_why=given.text("late_why"),
        )

    why = FormField(
        "late_why",
        "Special circumstances",
        FieldKind.LINES,
        lines=2,
        hint="Why it is urgent and cannot wait: printed in the minutes."
        if statutory
        else "Optional: why it could not wait.",
        required="Say which special circumstances make it urgent: they are printed." if statutory else "",
    )
    return Form(
        "item on the day",
        "Item added on the day",
        write,
        [FormField("title", "Title", required="Give the item a title."), why],
        under="It stands last, so that no number of the agenda moves.",
        button="Add item",
        about=shown.meeting.id,
    )


def _under(item: ItemMinute) -> str:
    return f"Item {item.row.number} {item.row.item.title}"


def _about_field(
    file: OfficeFile,
    shown: ShownMinutes,
    *,
    of: CalledRecord | None,
    hint: str = _REF_HINT,
    fixed: bool = False,
) -> FormField:
    def told(given: Answers) -> str:
        typed = given.text("about")
        try:
            found = record_called(file, typed, board_id=shown.meeting.board_id)
        except Refused as no:
            return no.sentence
        return f"{found.named}." if found is not None and found.named != typed else ""

    return FormField(
        "about",
        "About",
        value=of.named if of else None,
        hint=hint,
        offers=refs_offered(file, shown.meeting.board_id),
        understood=told,
        enabled=(lambda _given: False) if fixed else None,
    )

"""Forms of actions arising and decisions: added, done, withdrawn, opened again, ratified."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.agenda import arising, decisions
from boarddesk.records.agenda.items import agenda
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings, title
from boarddesk.records.owners import owners_called
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import NO_BEARING, Decision, DecisionPath, Verb
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.ui.actions.bearing import bearing_fields, bearing_given
from boarddesk.ui.actions.editing import VERBS
from boarddesk.ui.actions.fields import check_due, due_fields, for_field, linked, owners_field
from boarddesk.ui.risks.fields import OPTIONAL, day_field
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import long_date, short_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

PATHS = ((DecisionPath.CHAIRS_ACTION.value, "By chair’s action"), (DecisionPath.EMAIL.value, "By email"))
YES, NO = "yes", "no"
_NO_ITEM = ("", "No item")


def item_choices(file: OfficeFile, meeting_id: str) -> list[tuple[str, str]]:
    """The items of an agenda by number; one may choose none."""
    rows = agenda(file, meeting_id).rows if meeting_id else ()
    return [_NO_ITEM, *((row.item.id, f"{row.number}  {row.item.title}") for row in rows)]


def _item_field(file: OfficeFile, meeting_id: str, item_id: str = "") -> FormField:
    return FormField(
        "item",
        "Item",
        FieldKind.CHOICE,
        item_id,
        choices=item_choices(file, meeting_id),
        shown=lambda given: len(item_choices(file, meeting_id or given.text("meeting"))) > 1,
    )


def _under(file: OfficeFile, at: Meeting) -> str:
    return f"{title(file, at)}, {long_date(at.date)}"


# ── actions ──


def add_action_form(file: OfficeFile, boards: Sequence[Board], *, board_id: str | None, today: date) -> Form:
    """An action of a board, from one of its meetings or from none."""
    at_first = board_id or (boards[0].id if boards else "")

    def offer(given: Answers) -> None:
        given.offer("meeting", _meeting_choices(file, given.text("board"), today))
        given.offer("item", item_choices(file, given.text("meeting")))

    def said(given: Answers) -> tuple[str, date]:
        return given.text("board"), _day_of(file, given.text("meeting") or None) or today

    def write(given: Answers) -> str:
        meeting_id = given.text("meeting") or None
        owner, *others = owners_called(file, given.text("owner"))
        return arising.add_action(
            file,
            given.text("board"),
            text=given.text("text"),
            raised_on=said(given)[1],
            owner=owner,
            co_owners=others,
            is_for=linked(file, given.text("board"), given),
            due=check_due(file, said(given), given, today=today),
            meeting_id=meeting_id,
            item_id=given.text("item") or None,
        )

    due, meant = due_fields(file, said, today=today)
    choices = _meeting_choices(file, at_first, today)
    latest = choices[1][0] if len(choices) > 1 else ""
    return Form(
        "add board action",
        "Add action",
        write,
        [
            FormField(
                "board",
                "Board",
                FieldKind.CHOICE,
                at_first,
                choices=[(known.id, known.name) for known in boards],
                shown=lambda _given: board_id is None and len(boards) > 1,
            ),
            FormField("text", "What is to be done", FieldKind.LINES, lines=2),
            owners_field(file),
            due,
            for_field(file, at_first),
            meant,
            FormField("meeting", "From the meeting", FieldKind.CHOICE, latest, choices=choices),
            _item_field(file, ""),
        ],
        focus="text",
        picked={"board": offer, "meeting": lambda given: _offer_items(file, given)},
        about=board_id or "all",
    )


def _offer_items(file: OfficeFile, given: Answers) -> None:
    given.offer("item", item_choices(file, given.text("meeting")))


def _meeting_choices(file: OfficeFile, board_id: str, today: date) -> list[tuple[str, str]]:
    """The meetings of a board up to today, the latest first; one may choose none."""
    if not board_id:
        return [("", "No meeting")]
    held = [
        known for known in meetings(file, board_id, last=today) if known.state is not MeetingState.CANCELLED
    ]
    return [("", "No meeting"), *((known.id, _under(file, known)) for known in reversed(held))]


def _day_of(file: OfficeFile, meeting_id: str | None) -> date | None:
    row = file.row("SELECT date FROM meeting WHERE id = ?", (meeting_id,)) if meeting_id else None
    return date.fromisoformat(row["date"]) if row else None


def meeting_action_form(file: OfficeFile, at: Meeting, *, today: date, item_id: str = "") -> Form:
    """An action given at this meeting."""
    said = at.board_id, min(at.date, today)

    def write(given: Answers) -> str:
        owner, *others = owners_called(file, given.text("owner"))
        return arising.add_action(
            file,
            at.board_id,
            text=given.text("text"),
            raised_on=said[1],
            owner=owner,
            co_owners=others,
            is_for=linked(file, at.board_id, given),
            due=check_due(file, said, given, today=today),
            meeting_id=at.id,
            item_id=given.text("item") or None,
        )

    due, meant = due_fields(file, lambda _given: said, today=today)
    return Form(
        "meeting action",
        "Add action",
        write,
        [
            FormField("text", "What is to be done", FieldKind.LINES, lines=2),
            owners_field(file),
            due,
            for_field(file, at.board_id),
            meant,
            _item_field(file, at.id, item_id),
        ],
        under=_under(file, at),
        about=at.id,
    )


def finish_action_form(file: OfficeFile, action: BoardAction, *, today: date) -> Form:
    """What was done, and when."""

    def write(given: Answers) -> None:
        arising.finish_action(file, action.id, on=given.needed_day("on"), what=given.text("what"))

    return Form(
        "finish action",
        "Mark as done",
        write,
        [
            FormField("what", "What was done", FieldKind.LINES, required="Say what was done."),
            day_field("on", "On", today),
        ],
        under=f"{action.ref} {action.text}",
        about=action.id,
    )


def withdraw_action_form(file: OfficeFile, action: BoardAction, *, today: date) -> Form:
    """Why it is wanted no longer."""

    def write(given: Answers) -> None:
        arising.withdraw_action(file, action.id, on=given.needed_day("on"), why=given.text("why"))

    return Form(
        "withdraw action",
        "Withdraw action",
        write,
        [
            FormField("why", "Reason", FieldKind.LINES, required="Say why it is withdrawn."),
            day_field("on", "On", today),
        ],
        button="Withdraw",
        under=f"{action.ref} {action.text}",
        about=action.id,
    )


def update_action_form(file: OfficeFile, action: BoardAction, *, today: date) -> Form:
    """What is said of it now; what was said before stays."""

    def write(given: Answers) -> None:
        arising.add_update(
            file,
            action.id,
            text=given.text("text"),
            as_at=given.needed_day("as_at"),
            said_by=given.text("said_by"),
        )

    return Form(
        "update action",
        "Add update",
        write,
        [
            FormField("text", "What is said of it", FieldKind.LINES, required="Write the update."),
            day_field("as_at", "As at", today),
            FormField("said_by", "By", value=action.owner_names, hint=OPTIONAL, beside=True),
        ],
        under=f"{action.ref} {action.text}",
        about=action.id,
    )


def reopen_action_form(file: OfficeFile, action: BoardAction, *, today: date) -> Form:
    """Why it is opened again; what was said of its end stays in its history."""

    def write(given: Answers) -> None:
        arising.reopen_action(file, action.id, why=given.text("why"), on=today)

    ended = f"Done: {action.done_what}" if action.done_on else f"Withdrawn: {action.withdrawn_why}"
    return Form(
        "reopen action",
        "Reopen action",
        write,
        [FormField("why", "Reason", FieldKind.LINES, required="Say why it is opened again.")],
        button="Reopen",
        under=f"{action.ref} {action.text}. {ended}",
        about=action.id,
    )


def move_action_form(file: OfficeFile, action: BoardAction, *, today: date) -> Form:
    """Another day; the first one stays known."""
    said = action.board_id, today
    was = f"It is due {short_date(action.due)}" if action.due else "It has no date"
    first = f", first {short_date(action.first_due)}" if action.is_moved and action.first_due else ""

    def write(given: Answers) -> None:
        due = check_due(file, said, given, today=today)
        arising.move_action(file, action.id, due=due, today=today)

    return Form(
        "move action",
        "Move date",
        write,
        due_fields(file, lambda _given: said, today=today),
        under=f"{action.ref} {action.text}. {was}{first}.",
        about=action.id,
    )


# ── decisions ──


def meeting_decision_form(file: OfficeFile, at: Meeting, *, item_id: str = "") -> Form:
    """A decision of this meeting."""

    def write(given: Answers) -> str:
        return decisions.decide(
            file,
            at.id,
            text=given.text("text"),
            verb=Verb(given.text("verb")),
            item_id=given.text("item") or None,
            bearing=bearing_given(file, given, at.board_id),
        )

    return Form(
        "meeting decision",
        "Add decision",
        write,
        [
            FormField("verb", "The board", FieldKind.SEGMENTS, Verb.AGREED.value, choices=VERBS),
            FormField("text", "What", FieldKind.LINES, lines=3, required="Say what was decided."),
            _item_field(file, at.id, item_id),
            *bearing_fields(file, at.board_id, NO_BEARING),
        ],
        focus="text",
        under=_under(file, at),
        about=at.id,
    )


def between_meetings_form(
    file: OfficeFile, boards: Sequence[Board], *, board_id: str | None, today: date
) -> Form:
    """A decision between meetings: how, by whom, and whether a meeting is to ratify it."""
    at_first = board_id or (boards[0].id if boards else "")

    def write(given: Answers) -> str:
        return decisions.decide_between(
            file,
            given.text("board"),
            text=given.text("text"),
            made_on=given.needed_day("made_on"),
            how=DecisionPath(given.text("how")),
            by_whom=given.text("by_whom"),
            verb=Verb(given.text("verb")),
            to_ratify=given.text("ratify") == YES,
        )

    return Form(
        "between meetings",
        "Decision between meetings",
        write,
        [
            FormField(
                "board",
                "Board",
                FieldKind.CHOICE,
                at_first,
                choices=[(known.id, known.name) for known in boards],
                shown=lambda _given: board_id is None and len(boards) > 1,
            ),
            FormField("how", "How", FieldKind.SEGMENTS, choices=PATHS),
            FormField("verb", "What was done", FieldKind.SEGMENTS, Verb.AGREED.value, choices=VERBS),
            FormField("text", "What", FieldKind.LINES, lines=3, required="Say what was decided."),
            FormField("by_whom", "Decided by", required="Say who decided."),
            day_field("made_on", "On", today, beside=True),
            FormField(
                "ratify",
                "To be ratified at a meeting",
                FieldKind.SEGMENTS,
                YES,
                choices=((YES, "Yes"), (NO, "No")),
                hint="It then stands on the list for the next agenda.",
            ),
        ],
        button="Add decision",
        focus="text",
        about=board_id or "all",
    )


def ratify_form(file: OfficeFile, made: Decision, *, today: date, at: str = "") -> Form:
    """The later meeting that ratified it; the one `at` is proposed."""
    later = [
        known
        for known in meetings(file, made.board_id, first=made.made_on, last=today)
        if known.id != made.meeting_id and known.state not in (MeetingState.CANCELLED, MeetingState.INQUORATE)
    ]

    def write(given: Answers) -> None:
        decisions.ratify(file, made.id, given.text("meeting"))

    choices = [(known.id, _under(file, known)) for known in reversed(later)]
    return Form(
        "ratify",
        "Ratify decision",
        write,
        [
            FormField(
                "meeting",
                "At the meeting",
                FieldKind.CHOICE,
                at if at in dict(choices) else None,
                choices=choices or [("", "No later meeting yet")],
            )
        ],
        button="Ratify",
        under=f"{made.ref} {made.sentence}",
        ready=lambda given: bool(given.text("meeting")),
        about=made.id,
    )

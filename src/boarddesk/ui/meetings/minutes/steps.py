"""What takes minutes from draft to confirmed, and corrects them after: actions, each with its form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from boarddesk.records import meetings
from boarddesk.records.agenda.items import agenda
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes import states
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.minutes import MinutesState
from boarddesk.rules.minutes.states import AMENDMENT_HINT, read_amendments
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write

if TYPE_CHECKING:
    from boarddesk.ui.meetings.workspace import Workspace

_SEALS = (
    "From then on no word of them changes here. Their seal shows whether somebody changed one all the same; "
    "it does not prevent it."
)


def minutes_steps(on: Workspace) -> Iterator[tuple[Action, Callable[[Register], bool]]]:
    """Every step, with the meetings it applies to."""

    def asks(title: str, ask: Callable[[Workspace], None], words: str) -> Action:
        return Action(title, lambda: ask(on), "Meeting", words=f"minutes {words}")

    def stands(*wanted: MinutesState) -> Callable[[Register], bool]:
        return lambda found: found.meeting.state.was_held and on.stand.is_written and on.stand.state in wanted

    def goes_on(*wanted: MinutesState) -> Callable[[Register], bool]:
        """Minutes that were confirmed before they were kept here are past that, and are only sealed."""
        return lambda found: stands(*wanted)(found) and found.meeting.state is not MeetingState.CONFIRMED

    draft, chair, round_, final = MinutesState
    yield asks("Send minutes to the chair…", send_to_chair, "draft approve"), goes_on(draft)
    yield asks("Circulate minutes…", circulate, "send round corrections"), goes_on(draft, chair, round_)
    yield asks("Confirm minutes…", confirm, "approve sign seal lock"), stands(draft, chair, round_)
    yield (
        Action("Take minutes back to draft", lambda: _back_to_draft(on), words="minutes slip"),
        stands(chair, round_),
    )
    yield asks("Correct confirmed minutes…", correct, "amendment seal"), stands(final)


def next_minutes_step(on: Workspace) -> Action | None:
    """The step that comes next, for the one primary button; none while it waits for a later meeting."""
    found = on.found
    if found is None:
        return None
    steps = [action for action, applies in minutes_steps(on) if applies(found)]
    if not steps or found.meeting.state is MeetingState.CONFIRMED or on.stand.state is MinutesState.CONFIRMED:
        return None
    if on.stand.state is not MinutesState.CIRCULATED:
        return steps[0]
    session = on.session
    later = states.confirming_meetings(session.file, on.meeting_id, today=session.today)
    return steps[1] if later else None


def send_to_chair(on: Workspace) -> None:
    """When the draft went to the chair."""
    check_may_write(on)
    session = on.session
    open_form(on, minutes_to_chair_form(session.file, on.meeting_id, today=session.today))


def circulate(on: Workspace) -> None:
    """When it went round, and until when corrections are wanted."""
    check_may_write(on)
    session = on.session
    open_form(on, circulate_minutes_form(session.file, on.meeting_id, today=session.today))


def confirm(on: Workspace) -> None:
    """At which meeting, and with which corrections."""
    check_may_write(on)
    session = on.session
    open_form(on, confirm_minutes_form(session.file, on.meeting_id, today=session.today))


def correct(on: Workspace) -> None:
    """An entry beside the confirmed text."""
    check_may_write(on)
    session = on.session
    open_form(on, correct_confirmed_minutes_form(session.file, on.meeting_id, today=session.today))


def _back_to_draft(on: Workspace) -> None:
    check_may_write(on)
    states.back_to_draft(on.session.file, on.meeting_id)


def _under(file: OfficeFile, of: Meeting) -> str:
    return f"{meetings.title(file, of)}, held on {long_date(of.date)}"


def minutes_to_chair_form(file: OfficeFile, meeting_id: str, *, today: date) -> Form:
    """The day the draft went to the chair."""

    def write(given: Answers) -> None:
        states.send_to_chair(file, meeting_id, on=given.day("on") or today, today=today)

    missing = "Give the day it went to the chair."
    return Form(
        "minutes to chair",
        "Send minutes to the chair",
        write,
        [FormField("on", "Sent on", FieldKind.DAY, today, required=missing)],
        under=_under(file, meetings.meeting(file, meeting_id)),
    )


def circulate_minutes_form(file: OfficeFile, meeting_id: str, *, today: date) -> Form:
    """The day the draft went round, and the last for corrections."""

    def write(given: Answers) -> None:
        states.circulate_minutes(
            file,
            meeting_id,
            on=given.day("on") or today,
            today=today,
            corrections_by=given.day_if_any("corrections_by"),
        )

    return Form(
        "circulate minutes",
        "Circulate minutes",
        write,
        [
            FormField("on", "Sent on", FieldKind.DAY, today, required="Give the day they went round."),
            FormField("corrections_by", "Corrections until", FieldKind.DAY, hint="May be left open."),
        ],
        under=_under(file, meetings.meeting(file, meeting_id)),
    )


def confirm_minutes_form(file: OfficeFile, meeting_id: str, *, today: date) -> Form:
    """The later meeting that confirms, and the corrections it makes."""
    of = meetings.meeting(file, meeting_id)
    later = states.confirming_meetings(file, meeting_id, today=today)
    if not later:
        raise Refused(
            "Minutes are confirmed at a later meeting of the board that was held and has an item for them on "
            "its agenda. There is none yet."
        )
    states.check_may_confirm(file, meeting_id, at_id=later[0].id, today=today)

    def write(given: Answers) -> None:
        corrections = read_amendments(given.text("corrections"))
        states.confirm(file, meeting_id, at_id=given.text("at"), today=today, corrections=corrections)

    return Form(
        "confirm minutes",
        "Confirm minutes",
        write,
        [
            FormField("at", "Confirmed at", FieldKind.CHOICE, choices=_choices(file, later)),
            FormField("corrections", "Corrections", FieldKind.LINES, hint=AMENDMENT_HINT, lines=4),
            Note(lambda _given: _SEALS),
        ],
        under=_under(file, of),
    )


def correct_confirmed_minutes_form(file: OfficeFile, meeting_id: str, *, today: date) -> Form:
    """A correction of confirmed minutes: what they say, what is right, and the meeting that said so."""
    of = meetings.meeting(file, meeting_id)
    later = [
        other
        for other in reversed(meetings.meetings(file, of.board_id, last=today))
        if other.date > of.date and other.state.was_held
    ]
    if not later:
        raise Refused("A correction is made at a later meeting of the board: none was held yet.")
    items = [("", "The minutes as a whole")] + [
        (row.item.id, f"{row.number}  {row.item.title}") for row in agenda(file, meeting_id).rows
    ]

    def write(given: Answers) -> str:
        return states.correct_confirmed(
            file,
            meeting_id,
            at_id=given.text("at"),
            item_id=given.text("item") or None,
            was=given.text("was"),
            will_be=given.text("will_be"),
            why=given.text("why"),
            today=today,
        )

    return Form(
        "correct confirmed minutes",
        "Correct confirmed minutes",
        write,
        [
            FormField("at", "Made at", FieldKind.CHOICE, choices=_choices(file, later)),
            FormField("item", "Item", FieldKind.CHOICE, choices=items),
            FormField("was", "They say", FieldKind.LINES, lines=2),
            FormField(
                "will_be", "It is to read", FieldKind.LINES, required="Say how it is to read.", lines=2
            ),
            FormField("why", "Why"),
        ],
        button="Add correction",
        under=f"{_under(file, of)}. Their text stays; the correction is printed beside it.",
        focus="was",
    )


def _choices(file: OfficeFile, later: list[Meeting] | tuple[Meeting, ...]) -> list[tuple[str, str]]:
    return [(at.id, f"{meetings.title(file, at)}, {long_date(at.date)}") for at in later]

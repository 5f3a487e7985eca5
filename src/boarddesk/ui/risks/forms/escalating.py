"""Forms of what goes up to a board above: sent, put on an agenda, taken with an outcome, brought down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.records import boards, lines, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import escalations
from boarddesk.records.risks.escalations import Sending
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import board_called
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import RECORDED, Escalation, EscalationKind
from boarddesk.ui.risks.fields import OPTIONAL, day_field
from boarddesk.ui.risks.words import end_understood, reachable
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

KINDS = tuple((kind.value, kind.capitalize()) for kind in EscalationKind if kind not in RECORDED)


@dataclass(frozen=True)
class Matter:
    """What is to go up: a record by its id, or something that is told in words."""

    kind: EscalationKind
    board_id: str | None
    record_id: str = ""
    title: str = ""
    why: str = ""


def agenda_choices(file: OfficeFile, board_id: str | None, today: date) -> list[tuple[str, str]]:
    """The meetings to come of a board, by day."""
    coming: Iterable[Meeting] = meetings.meetings(file, board_id, first=today) if board_id else ()
    found = [(meeting.id, long_date(meeting.date)) for meeting in coming if meeting.state.is_to_come]
    return [("", "Not on an agenda yet"), *found]


def escalate_form(file: OfficeFile, matter: Matter, *, today: date) -> Form:
    """To whom, asked for what, why and on which agenda; only up the lines of who is accountable to whom."""
    known, all_lines = tuple(boards.boards(file)), lines.lines(file)
    to = reachable(all_lines, matter.board_id, today)
    told = matter.kind not in RECORDED

    def board_id(given: Answers) -> str | None:
        found = board_called(given.text("to"), known)
        return found.id if found else None

    def offer_agendas(given: Answers) -> str:
        given.offer("meeting", agenda_choices(file, board_id(given), today))
        return ""

    def write(given: Answers) -> str:
        return escalations.escalate(file, _sending(given, matter, to_id=board_id(given)))

    def understood(given: Answers) -> str:
        words = given.text("to")
        said = end_understood(words, from_id=matter.board_id, boards=known, lines=all_lines, today=today)
        return said or ("" if to else "This board is accountable to nobody yet: add its line under People.")

    return Form(
        "escalate",
        "Escalate",
        write,
        [
            *(_told_fields(matter) if told else ()),
            FormField("to", "To", value=to[0] if to else "", offers=to, understood=understood),
            FormField(
                "asked_for", "Asked for", FieldKind.LINES, lines=2, hint="What the board above is to do."
            ),
            FormField("why", "Why it goes up", FieldKind.LINES, matter.why, lines=2, hint=OPTIONAL),
            day_field("sent_on", "Sent on", today),
            FormField(
                "meeting",
                "On the agenda of",
                FieldKind.CHOICE,
                choices=agenda_choices(file, None, today),
                beside=True,
                understood=offer_agendas,
            ),
        ],
        under=matter.title,
        focus="what" if told else "asked_for",
        about=matter.record_id or "words",
    )


def _sending(given: Answers, matter: Matter, *, to_id: str | None) -> Sending:
    told = matter.kind not in RECORDED
    kind = EscalationKind(given.text("kind")) if told else matter.kind
    differs = kind is EscalationKind.DIFFERENCE
    return Sending(
        kind,
        given.needed_day("sent_on"),
        why=given.text("why"),
        asked_for=given.text("asked_for"),
        from_board_id=matter.board_id,
        to_board_id=to_id,
        to_name="" if to_id else given.text("to"),
        record_id=matter.record_id,
        what=given.text("what") if told else "",
        parties=given.text("parties") if differs else "",
        tried=given.text("tried") if differs else "",
        meeting_id=given.text("meeting") or None,
    )


def _told_fields(matter: Matter) -> Sequence[FormField]:
    """What has no record of its own is told; a difference says between whom and what was tried."""

    def shown(given: Answers) -> bool:
        return given.text("kind") == EscalationKind.DIFFERENCE

    return (
        FormField("kind", "Kind", FieldKind.CHOICE, matter.kind.value, choices=KINDS),
        FormField("what", "What goes up", FieldKind.LINES, lines=2),
        FormField("parties", "Between whom", shown=shown),
        FormField("tried", "What was tried", FieldKind.LINES, lines=2, shown=shown),
    )


def _about(sent: Escalation) -> str:
    return f"{sent.kind.capitalize()}: {sent.what}, to {sent.sent_to}"


def take_form(file: OfficeFile, sent: Escalation, *, today: date) -> Form:
    """The board above took it, with this outcome; it stays there until it comes down."""
    held = [
        meeting
        for meeting in (meetings.meetings(file, sent.board_id) if sent.board_id else ())
        if meeting.date <= today and meeting.state.was_held
    ]
    days = {meeting.id: meeting.date for meeting in held}
    choices = [(meeting.id, long_date(meeting.date)) for meeting in reversed(held)][:12]

    def take_day(given: Answers) -> None:
        if given.text("meeting") in days:
            given.fill("on", days[given.text("meeting")])

    def write(given: Answers) -> None:
        escalations.take(
            file,
            sent.id,
            on=given.needed_day("on"),
            outcome=given.text("outcome"),
            meeting_id=given.text("meeting") or None,
        )

    return Form(
        "take",
        "Take",
        write,
        [
            FormField("outcome", "What the board decided", FieldKind.LINES),
            day_field("on", "On", today),
            FormField(
                "meeting",
                "At",
                FieldKind.CHOICE,
                choices=[("", "Not at a meeting here"), *choices],
                beside=True,
                shown=lambda _given: bool(choices),
            ),
        ],
        under=f"{_about(sent)}. Asked for: {sent.asked_for}",
        about=sent.id,
        picked={"meeting": take_day},
    )


def bring_down_form(file: OfficeFile, sent: Escalation, *, today: date) -> Form:
    """It comes down to the board it came from, and why."""

    def write(given: Answers) -> None:
        escalations.bring_down(file, sent.id, on=given.needed_day("on"), why=given.text("why"))

    return Form(
        "bring down",
        "Bring down",
        write,
        [FormField("why", "Reason", FieldKind.LINES), day_field("on", "On", today)],
        under=_about(sent),
        about=sent.id,
    )


def agenda_form(file: OfficeFile, sent: Escalation, *, today: date) -> Form:
    """The meeting of the board above that is to take it."""
    if not sent.board_id:
        raise Refused(f"{sent.sent_to} has no meetings in this office.")

    def write(given: Answers) -> None:
        escalations.put_on_agenda(file, sent.id, given.text("meeting") or None)

    choices = agenda_choices(file, sent.board_id, today)
    return Form(
        "agenda",
        "Put on an agenda",
        write,
        [FormField("meeting", "On the agenda of", FieldKind.CHOICE, sent.meeting_id or "", choices=choices)],
        under=_about(sent),
    )

"""Forms of the forward plan: an item wanted later, the same changed, another time for it, and why it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from boarddesk.records.agenda.forward_plan import add_entry, place_entry, update_entry, withdraw_entry
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.agenda.item import ItemKind, Purpose
from boarddesk.rules.dates.months import month_of, month_words, months_on
from boarddesk.rules.refused import Refused
from boarddesk.ui.meetings.forward_plan.rows import ShownPlan
from boarddesk.ui.risks.fields import owner_field
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

MONTHS_OFFERED = 24
WIDE = 620
PURPOSES = tuple((purpose.value, purpose.capitalize() or "Not said") for purpose in Purpose)
KINDS = tuple((kind.value, kind.capitalize() or "Ordinary business") for kind in ItemKind)
OFTEN = (
    (Every.ONCE.value, "Once"),
    (Every.MEETING.value, "Each meeting"),
    (Every.QUARTER.value, "Every quarter"),
    (Every.HALF_YEAR.value, "Twice a year"),
    (Every.YEAR.value, "Every year"),
)
SOME_DAY = ("", "No month yet")


def add_entry_form(file: OfficeFile, shown: ShownPlan) -> Form:
    """A new item, for the board in sight or the one chosen."""
    boards = list(shown.plan.boards.values())
    first = shown.board_id or boards[0].id

    def write(given: Answers) -> str:
        return add_entry(file, _given(file, shown, given, ForwardEntry("", given.text("board"), "")))

    def offer_times(given: Answers) -> None:
        given.offer("wanted", times(shown, given.text("board")))
        given.offer("via", _before(shown, given.text("board")))

    board = FormField(
        "board",
        "Board",
        FieldKind.CHOICE,
        first,
        choices=[(board.id, board.name) for board in boards],
        shown=lambda _given: shown.board_id is None,
    )
    return Form(
        "add entry",
        "Add to the forward plan",
        write,
        [board, *_fields(file, shown, ForwardEntry("", first, ""))],
        button="Add item",
        focus="title",
        width=WIDE,
        about=first,
        picked={"board": offer_times},
    )


def change_entry_form(file: OfficeFile, shown: ShownPlan, entry: ForwardEntry) -> Form:
    """The same item with other words, another time or another route."""

    def write(given: Answers) -> str:
        update_entry(file, _given(file, shown, given, entry))
        return entry.id

    return Form(
        "change entry",
        "Change item",
        write,
        _fields(file, shown, entry),
        under=f"Forward plan of {shown.plan.boards[entry.board_id].name}",
        width=WIDE,
        about=entry.id,
    )


def place_entry_form(file: OfficeFile, shown: ShownPlan, entry: ForwardEntry) -> Form:
    """Another month, or one meeting."""

    def write(given: Answers) -> str:
        month, meeting_id = _time(given, entry.every, shown)
        place_entry(file, entry.id, month=month, meeting_id=meeting_id)
        return entry.id

    return Form(
        "place entry",
        "Move item",
        write,
        [_wanted_field(shown, entry)],
        under=entry.title,
        about=entry.id,
    )


def withdraw_entry_form(file: OfficeFile, entry: ForwardEntry, *, today: date) -> Form:
    """It is wanted no longer."""
    missing = "Say why it is wanted no longer."
    return Form(
        "withdraw entry",
        "Withdraw item",
        lambda given: withdraw_entry(file, entry.id, on=today, why=given.text("why")),
        [FormField("why", "Why", FieldKind.LINES, lines=2, required=missing)],
        under=entry.title,
        about=entry.id,
    )


def times(shown: ShownPlan, board_id: str) -> list[tuple[str, str]]:
    """Some day, the board’s meetings to come, and the next two years by month."""
    coming = [
        (meeting.id, f"At the meeting of {short_date(meeting.date)}")
        for meeting in shown.plan.live_meetings(board_id)
        if meeting.state.is_to_come and meeting.date >= shown.today
    ]
    now = month_of(shown.today)
    months = [months_on(now, count) for count in range(MONTHS_OFFERED)]
    return [SOME_DAY, *coming, *((month, month_words(month)) for month in months)]


def _time(given: Answers, every: Every, shown: ShownPlan) -> tuple[str, str | None]:
    """The month or the meeting chosen; of what comes again the month of that meeting."""
    chosen = given.text("wanted")
    asked = next((meeting for meeting in shown.plan.meetings if meeting.id == chosen), None)
    if asked is None:
        return chosen, None
    return ("", asked.id) if every is Every.ONCE else (month_of(asked.date), None)


def _before(shown: ShownPlan, board_id: str) -> list[tuple[str, str]]:
    others = [board for board in shown.plan.boards.values() if board.id != board_id]
    return [("", "Straight to this board"), *((board.id, f"{board.name} first") for board in others)]


def _wanted_field(shown: ShownPlan, entry: ForwardEntry) -> FormField:
    offered, chosen = times(shown, entry.board_id), entry.meeting_id or entry.wanted_month
    if chosen not in dict(offered):  # a first month that is past, a meeting that was held
        past = next((meeting for meeting in shown.plan.meetings if meeting.id == chosen), None)
        words = f"At the meeting of {short_date(past.date)}" if past else month_words(entry.wanted_month)
        offered.insert(1, (chosen, words))
    return FormField(
        "wanted",
        "Wanted",
        FieldKind.CHOICE,
        chosen,
        hint="Of what comes again, the first month.",
        choices=offered,
    )


def _fields(file: OfficeFile, shown: ShownPlan, entry: ForwardEntry) -> Sequence[FormField]:
    minutes = str(entry.minutes) if entry.minutes else ""
    return [
        FormField("title", "Item", value=entry.title, placeholder="Annual report on exclusions"),
        FormField("purpose", "Purpose", FieldKind.CHOICE, entry.purpose.value, choices=PURPOSES),
        FormField("kind", "Kind", FieldKind.CHOICE, entry.kind.value, choices=KINDS, beside=True),
        replace(owner_field(file, entry.owner.name), label="Lead"),
        FormField("minutes", "Minutes", value=minutes, hint="Optional.", beside=True),
        _wanted_field(shown, entry),
        FormField(
            "every",
            "How often",
            FieldKind.CHOICE,
            entry.every.value,
            hint="Counted from the first month.",
            choices=OFTEN,
            beside=True,
        ),
        FormField(
            "via", "Route", FieldKind.CHOICE, entry.via_board_id or "", choices=_before(shown, entry.board_id)
        ),
        FormField(
            "area",
            "Area of the plan",
            FieldKind.CHOICE,
            entry.area_id or "",
            choices=[("", "None"), *((key, " ".join(area).strip()) for key, area in shown.areas.items())],
            beside=True,
        ),
        FormField("note", "Note", FieldKind.LINES, entry.note, hint="For the office and members.", lines=2),
    ]


def _given(file: OfficeFile, shown: ShownPlan, given: Answers, before: ForwardEntry) -> ForwardEntry:
    """The entry as the form has it."""
    minutes, every = given.text("minutes"), Every(given.text("every"))
    if minutes and not minutes.isdecimal():
        raise Refused("Give the minutes as a number, or nothing.", field="minutes")
    month, meeting_id = _time(given, every, shown)
    return replace(
        before,
        title=given.text("title"),
        purpose=Purpose(given.text("purpose")),
        kind=ItemKind(given.text("kind")),
        owner=owner_called(file, given.text("owner")),
        minutes=int(minutes) if minutes else None,
        wanted_month=month,
        meeting_id=meeting_id,
        every=every,
        via_board_id=given.text("via") or None,
        area_id=given.text("area") or None,
        note=given.text("note"),
    )

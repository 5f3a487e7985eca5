"""Forms for a meeting made, moved to another day, mended where it is, or cancelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from boarddesk.records import meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.timetable import timetable
from boarddesk.rules.dates.typed_days import looks_like_day
from boarddesk.rules.meetings.meeting import Meeting, check_near, check_time, check_times, usual_end
from boarddesk.rules.meetings.notice import short_notice
from boarddesk.rules.people import Board, BoardKind
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import long_date, short_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField

CLEAR, KEEP = "clear", "keep"


def add_meeting_form(file: OfficeFile, boards: Sequence[Board], *, today: date) -> Form:
    """A meeting of one of the boards, at its usual time and place unless given others."""
    known = {board.id: board for board in boards}

    def usual(given: Answers) -> Board:
        return known[given.text("board")]

    def meeting(given: Answers) -> Meeting:
        return Meeting("", given.text("board"), 0, today)

    def end(given: Answers) -> str:
        """As far from the start as the board usually meets."""
        start = ""
        with suppress(Refused):
            start = check_time(given.text("start_time"))
        return usual_end(start, usual(given).minutes_long)

    def write(given: Answers) -> str:
        day = _day(given)
        check_near(day, today)
        return meetings.add_meeting(
            file,
            given.text("board"),
            day,
            start_time=given.text("start_time"),
            end_time=given.text("end_time"),
            venue=given.text("venue"),
            link=given.text("link"),
        )

    starts, ends, venue, link = _times_and_place()
    return Form(
        "add meeting",
        "Add meeting",
        write,
        [
            FormField(
                "board",
                "Board",
                FieldKind.CHOICE,
                choices=[(board.id, board.name) for board in boards],
                shown=lambda _given: len(boards) > 1,
            ),
            FormField(
                "date",
                "Date",
                FieldKind.DAY,
                understood=lambda given: _against(file, meeting(given), given, today),
            ),
            replace(starts, follows=lambda given: usual(given).start_time),
            replace(ends, follows=end),
            replace(venue, follows=lambda given: usual(given).venue),
            link,
        ],
        under="At the board’s usual time and place unless you say otherwise.",
        focus="date",
    )


def move_meeting_form(file: OfficeFile, meeting: Meeting, *, today: date) -> Form:
    """Another day; replies given for the old one are asked about in the same place.

    What is written is how many of them were cleared, in words.
    """
    replies = len(registers.replies(file, meeting.id))

    def is_another_day(given: Answers) -> bool:
        return given.day_if_any("date") not in (None, meeting.date)

    def write(given: Answers) -> str:
        day = _day(given)
        check_near(day, today)
        clears = is_another_day(given) and given.text("replies") == CLEAR
        with file.change("Move meeting"):
            meetings.move_meeting(
                file,
                meeting.id,
                day,
                start_time=given.text("start_time"),
                end_time=given.text("end_time"),
                clear_replies=clears,
            )
            meetings.update_meeting(file, meeting.id, venue=given.text("venue"), link=given.text("link"))
        many = "1 reply" if replies == 1 else f"{replies} replies"
        return many if clears and replies else ""

    were = "1 reply was" if replies == 1 else f"{replies} replies were"
    return Form(
        "move meeting",
        "Move meeting",
        write,
        [
            FormField(
                "date",
                "Date",
                FieldKind.DAY,
                meeting.date,
                understood=lambda given: _against(file, meeting, given, today),
            ),
            FormField(
                "replies",
                "Replies",
                FieldKind.SEGMENTS,
                choices=[(CLEAR, "Clear them"), (KEEP, "Keep them")],
                hint=f"{were} given for {long_date(meeting.date)}.",
                shown=lambda given: replies > 0 and is_another_day(given),
            ),
            *_times_and_place(meeting),
        ],
        under=f"{meetings.title(file, meeting)}, now on {long_date(meeting.date)}.",
    )


def cleared_replies(many: str, meeting: Meeting) -> tuple[str, str]:
    """What is said of replies that were cleared; nothing where they stayed."""
    if not many:
        return "", ""
    was = short_date(meeting.date)
    return f"{many} cleared", f"Given for {was}. Undo brings back the day and the replies."


def change_meeting_form(file: OfficeFile, meeting: Meeting) -> Form:
    """The times, the place and the link, also of a meeting that was held; its day stays."""
    held = "held on" if meeting.state.was_held else "on"

    def write(given: Answers) -> None:
        meetings.update_meeting(
            file,
            meeting.id,
            start_time=given.text("start_time"),
            end_time=given.text("end_time"),
            venue=given.text("venue"),
            link=given.text("link"),
        )

    return Form(
        "change meeting",
        "Change meeting",
        write,
        _times_and_place(meeting),
        under=f"{meetings.title(file, meeting)}, {held} {long_date(meeting.date)}. The day stays.",
    )


def cancel_meeting_form(name: str, *, title: str, cancel: Callable[[str], object]) -> Form:
    """Why a meeting is cancelled; its day stays in the list."""
    return Form(
        "cancel meeting",
        title,
        lambda given: cancel(given.text("why")),
        [FormField("why", "Why", hint="Optional.")],
        under=f"{name}. It stays in the list and counts in no figure.",
    )


def _against(file: OfficeFile, meeting: Meeting, given: Answers, today: date) -> str:
    """What speaks against the day and the time as they are typed so far."""
    day = given.day_if_any("date")
    if day is None:
        return ""
    start = end = ""
    with suppress(Refused):
        start, end = check_times(given.text("start_time"), given.text("end_time"))
    moved = replace(meeting, date=day, start_time=start, end_time=end)
    known = timetable(file)
    says = [clash.says for clash in known.clashes(moved)]
    board = next(board for board in known.boards if board.id == meeting.board_id)
    if board.kind is BoardKind.STATUTORY and day != meeting.date and (short := short_notice(today, day)):
        says.append(f"From today there are {short}: {board.short_name} is a statutory committee.")
    return " ".join(says)


def _times_and_place(meeting: Meeting | None = None) -> list[FormField]:
    return [
        FormField(
            "start_time",
            "Starts",
            value=meeting.start_time if meeting else "",
            understood=lambda given: _understood(given.text("start_time")),
        ),
        FormField(
            "end_time",
            "Ends",
            value=meeting.end_time if meeting else "",
            beside=True,
            understood=lambda given: _understood(given.text("end_time"), after=given.text("start_time")),
        ),
        FormField(
            "venue",
            "Place",
            value=meeting.venue if meeting else "",
            hint="Optional: a room or an address.",
        ),
        FormField(
            "link",
            "Link of the call",
            value=meeting.link if meeting else "",
            hint="Optional: for those who join by video.",
        ),
    ]


def _understood(typed: str, *, after: str = "") -> str:
    """How a time is understood, where that is not what was typed."""
    understood = ""
    with suppress(Refused):
        understood = check_time(typed, after=after)
    return f"Understood as {understood}" if understood and understood != typed else ""


def _day(given: Answers) -> date:
    """The day typed; refused, and says how, where it is none."""
    day = given.day_if_any("date")
    if day is None:
        how = "Give a date such as 9 Jun 2026."
        typed = looks_like_day(given.text("date"))
        raise Refused(f"There is no such day: {how[:1].lower()}{how[1:]}" if typed else how, field="date")
    return day

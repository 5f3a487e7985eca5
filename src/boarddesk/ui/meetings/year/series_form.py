"""The form that plans a board's meetings of a year in one go, in one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.timetable import plan_meetings, timetable
from boarddesk.rules.dates.pattern import LAST, Interval, Pattern, usual_pattern
from boarddesk.rules.meetings.clashes import Timetable
from boarddesk.rules.meetings.meeting import MeetingState, check_near
from boarddesk.rules.meetings.series import (
    MeetingSeries,
    OnClosedDay,
    check_every,
    check_span,
    months_words,
    read_months,
    read_own_days,
    span_to_plan,
)
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.meetings.year.proposed_list import ProposedList
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

OWN = "own"
REPEATS = ((Interval.MONTHS, "By the month"), (Interval.WEEKS, "By the week"), (OWN, "Only days of my own"))
NTH = (("1", "First"), ("2", "Second"), ("3", "Third"), ("4", "Fourth"), (str(LAST), "Last"))
WEEKDAYS = tuple(enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))
CLOSED = ((OnClosedDay.SKIP, "Leave it out"), (OnClosedDay.MOVE, "Next working day"))


@dataclass(frozen=True)
class YearAnswers:
    """What the answers come to: which board, which days."""

    file: OfficeFile
    boards: tuple[Board, ...]
    today: date

    @cached_property
    def timetable(self) -> Timetable:
        """Read once: nobody else writes while the dialog is open."""
        return timetable(self.file)

    def board(self, given: Answers) -> Board:
        """The board that is to meet."""
        return next(board for board in self.boards if board.id == given.text("board"))

    def usual(self, given: Answers) -> Pattern:
        """How the board meets until now."""
        own = (meeting for meeting in self.timetable.meetings if meeting.board_id == given.text("board"))
        return usual_pattern(meeting.date for meeting in own if meeting.state is not MeetingState.CANCELLED)

    def span(self, given: Answers) -> tuple[date, date]:
        """The days not planned yet."""
        return span_to_plan(self.board(given), self.timetable.meetings, self.today)

    def series(self, given: Answers) -> MeetingSeries:
        """What was asked for; refused beside the field that is wrong."""
        first, until = given.needed_day("first"), given.needed_day("until")
        check_span(first, until)
        check_near(until, self.today)
        own = read_own_days(given.text("own"), today=self.today, near=first)
        return MeetingSeries(first, until, _pattern(given), OnClosedDay(given.text("closed")), own)


def series_form(file: OfficeFile, boards: Sequence[Board], *, today: date) -> Form:
    """Pattern, span and days of one's own; the days that come of it, live; those ticked are made.

    What is made is said in words.
    """
    year, days = YearAnswers(file, tuple(boards), today), ProposedList()

    def propose(given: Answers) -> str:
        """The days as the fields stand now; the field that is wrong says so itself."""
        try:
            days.propose(year.series(given).proposed(year.board(given), year.timetable))
        except Refused as no:
            days.propose(())
            return "" if no.field in ("every", "skip", "own") else no.sentence
        return ""

    def write(given: Answers) -> str:
        year.series(given)
        made = plan_meetings(file, given.text("board"), days.wanted())
        return count_in_figures(len(made), "meeting")

    return Form(
        "series",
        "Plan the year’s dates",
        write,
        [*_what_fields(year), *_when_fields(year), Note(propose, "bad"), lambda: days],
        button="Plan these meetings",
        under="At the board’s usual time and place. Each can be moved, changed or cancelled afterwards.",
        focus="repeats",
        width=820,
    )


def _what_fields(year: YearAnswers) -> list[FormField]:
    """Which board, and how its days come again."""

    def by_month(given: Answers) -> bool:
        return given.text("repeats") == Interval.MONTHS

    def comes_again(given: Answers) -> bool:
        return given.text("repeats") != OWN

    return [
        FormField(
            "board",
            "Board",
            FieldKind.CHOICE,
            choices=[(board.id, board.name) for board in year.boards],
            shown=lambda _given: len(year.boards) > 1,
        ),
        FormField("repeats", "Repeats", FieldKind.CHOICE, choices=REPEATS),
        FormField(
            "every",
            "Every",
            follows=lambda given: str(year.usual(given).every),
            shown=comes_again,
            understood=_said(_rhythm),
            beside=True,
        ),
        FormField(
            "nth",
            "On the",
            FieldKind.CHOICE,
            choices=NTH,
            follows=lambda given: str(year.usual(given).nth),
            shown=by_month,
            beside=True,
        ),
        FormField(
            "weekday",
            "Day",
            FieldKind.CHOICE,
            choices=[(str(number), name) for number, name in WEEKDAYS],
            follows=lambda given: str(year.usual(given).weekday),
            shown=comes_again,
            beside=True,
        ),
    ]


def _when_fields(year: YearAnswers) -> list[FormField]:
    """From when to when, what is left out, and days of one's own."""

    def own_days(given: Answers) -> str:
        near = given.day_if_any("first") or year.today
        days = read_own_days(given.text("own"), today=year.today, near=near)
        return ", ".join(long_date(day) for day in days)

    return [
        FormField("first", "From", FieldKind.DAY, follows=lambda given: long_date(year.span(given)[0])),
        FormField(
            "until", "Until", FieldKind.DAY, follows=lambda given: long_date(year.span(given)[1]), beside=True
        ),
        FormField(
            "skip",
            "Not in",
            placeholder="such as August",
            follows=lambda given: months_words(year.usual(given).skipped_months),
            understood=_said(_months),
            beside=True,
        ),
        FormField("closed", "A bank holiday or a day kept free", FieldKind.SEGMENTS, choices=CLOSED),
        FormField(
            "own",
            "Days of your own",
            placeholder="such as 3 Nov 2026, 9 Mar 2027",
            understood=_said(own_days),
            beside=True,
        ),
    ]


def _rhythm(given: Answers) -> str:
    """How often that is, in words."""
    every = check_every(given.text("every"))
    if given.text("repeats") == Interval.WEEKS:
        return "week" if every == 1 else f"{every} weeks"
    return {1: "month", 3: "quarter", 12: "year"}.get(every, f"{every} months")


def _months(given: Answers) -> str:
    """Which they are, where that is not what was typed."""
    words = months_words(read_months(given.text("skip")))
    return "" if words == given.text("skip") else words


def _pattern(given: Answers) -> Pattern | None:
    """None where there are only days of one's own."""
    repeats = given.text("repeats")
    if repeats == OWN:
        return None
    return Pattern(
        int(given.text("weekday")),
        int(given.text("nth")),
        check_every(given.text("every")),
        Interval(repeats),
        read_months(given.text("skip")),
    )


def _said(read: Callable[[Answers], str]) -> Callable[[Answers], str]:
    """How a field is understood, or why it cannot be."""

    def said(given: Answers) -> str:
        try:
            return read(given)
        except Refused as no:
            return no.sentence

    return said

"""A meeting made, moved to another day, or mended where it is: its times, its place, the link of its call."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.rules.dates.typed_days import looks_like_day
from boarddesk.rules.meetings.meeting import Meeting, check_near, check_time, usual_end
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.date_text import long_date, short_date
from boarddesk.ui.widgets.form_dialog import Action, FormDialog
from boarddesk.ui.widgets.segments import Segments

CLEAR, KEEP = "clear", "keep"


class MeetingDialog(FormDialog):
    """When and where a meeting is; what is done with it stands in the three dialogs below."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, *, button: str, does: Action, under: str = ""
    ) -> None:
        super().__init__(parent, title=button, button=button, does=does, under=under)
        self._file = file
        self.start, self.end = QLineEdit(), QLineEdit()
        self.venue, self.link = QLineEdit(), QLineEdit()

    def _add_times_and_place(self) -> None:
        self.add_row({"start_time": ("Starts", self.start), "end_time": ("Ends", self.end)})
        for typed in (self.start, self.end):
            typed.textChanged.connect(lambda _words: self._say_times())
        self.add_row({"venue": ("Place", self.venue)}, hints={"venue": "Optional: a room or an address."})
        self.add_row(
            {"link": ("Link of the call", self.link)},
            hints={"link": "Optional: for those who join by video."},
        )

    def _say_times(self) -> None:
        """What is understood under each time, where that is not what was typed."""
        for key, typed, after in (("start_time", self.start, ""), ("end_time", self.end, self.start.text())):
            understood = ""
            with suppress(Refused):
                understood = check_time(typed.text(), after=after)
            differs = understood and understood != typed.text().strip()
            self.fields[key].say(f"Understood as {understood}" if differs else "")

    def _fill(self, meeting: Meeting) -> None:
        self.start.setText(meeting.start_time)
        self.end.setText(meeting.end_time)
        self.venue.setText(meeting.venue)
        self.link.setText(meeting.link)


class AddMeetingDialog(MeetingDialog):
    """A meeting of one of the boards, at its usual time and place unless given others."""

    def __init__(self, parent: QWidget, file: OfficeFile, boards: Sequence[Board], *, today: date) -> None:
        under = "At the board’s usual time and place unless you say otherwise."
        super().__init__(parent, file, button="Add meeting", does=self._write, under=under)
        self._boards = {board.id: board for board in boards}
        self._today = today
        self._usual = boards[0]
        self._ends = ""
        self.made_id = ""
        self.board = Choice([(board.id, board.name) for board in boards], name="Board")
        self.board.picked.connect(lambda board_id: self._follow(self._boards[board_id]))
        self.day = DateField(name="Date")
        if len(boards) > 1:
            self.add_row({"board": ("Board", self.board)})
        self.add_row({"date": ("Date", self.day)})
        self._add_times_and_place()
        self.start.setText(self._usual.start_time)
        self.venue.setText(self._usual.venue)
        self.start.textChanged.connect(lambda _words: self._follow_start())
        self._follow_start()
        self.day.setFocus()

    def _follow(self, board: Board) -> None:
        """Another board: its own usual time and place, where nothing else was written."""
        was, self._usual = self._usual, board
        for field, old, new in (
            (self.start, was.start_time, board.start_time),
            (self.venue, was.venue, board.venue),
        ):
            if field.text() == old:
                field.setText(new)
        self._follow_start()

    def _follow_start(self) -> None:
        """The end as far from the start as the board usually meets, unless another end was written."""
        start = ""
        with suppress(Refused):
            start = check_time(self.start.text())
        ends = usual_end(start, self._usual.minutes_long)
        if self.end.text() == self._ends:
            self.end.setText(ends)
            self._ends = ends

    def _write(self) -> None:
        day = _day(self.day)
        check_near(day, self._today)
        self.made_id = meetings.add_meeting(
            self._file,
            self.board.value(),
            day,
            start_time=self.start.text(),
            end_time=self.end.text(),
            venue=self.venue.text(),
            link=self.link.text(),
        )


class MoveMeetingDialog(MeetingDialog):
    """Another day; replies given for the old one are asked about in the same place."""

    def __init__(self, parent: QWidget, file: OfficeFile, meeting: Meeting, *, today: date) -> None:
        under = f"{meetings.title(file, meeting)}, now on {long_date(meeting.date)}."
        super().__init__(parent, file, button="Move meeting", does=self._write, under=under)
        self._meeting, self._today = meeting, today
        self._given = len(registers.replies(file, meeting.id))
        self.cleared = 0
        self.day = DateField(meeting.date, name="Date")
        self.replies = Segments([(CLEAR, "Clear them"), (KEEP, "Keep them")], name="Replies")
        self.add_row({"date": ("Date", self.day)})
        self.add_row(
            {"replies": ("Replies", self.replies)},
            hints={"replies": f"{given(self._given)} given for {long_date(meeting.date)}."},
        )
        self._add_times_and_place()
        self._fill(meeting)
        self.day.textChanged.connect(lambda _words: self._ask())
        self._ask()
        self.day.setFocus()

    def _ask(self) -> None:
        """On the same day the replies stand as they are."""
        self.fields["replies"].setVisible(self._given > 0 and self._is_another_day())

    def _is_another_day(self) -> bool:
        return self.day.value() not in (None, self._meeting.date)

    def _write(self) -> None:
        day = _day(self.day)
        check_near(day, self._today)
        clears = self._is_another_day() and self.replies.value() == CLEAR
        with self._file.change("Move meeting"):
            meetings.move_meeting(
                self._file,
                self._meeting.id,
                day,
                start_time=self.start.text(),
                end_time=self.end.text(),
                clear_replies=clears,
            )
            meetings.update_meeting(
                self._file, self._meeting.id, venue=self.venue.text(), link=self.link.text()
            )
        self.cleared = self._given if clears else 0

    def said(self) -> tuple[str, str]:
        """What became of the replies, once written; nothing where they stayed."""
        if not self.cleared:
            return "", ""
        many = f"{self.cleared} replies" if self.cleared > 1 else "1 reply"
        was = short_date(self._meeting.date)
        return f"{many} cleared", f"Given for {was}. Undo brings back the day and the replies."


class ChangeMeetingDialog(MeetingDialog):
    """The times, the place and the link, also of a meeting that was held; its day stays."""

    def __init__(self, parent: QWidget, file: OfficeFile, meeting: Meeting) -> None:
        held = "held on" if meeting.state.was_held else "on"
        under = f"{meetings.title(file, meeting)}, {held} {long_date(meeting.date)}. The day stays."
        super().__init__(parent, file, button="Change meeting", does=self._write, under=under)
        self._meeting = meeting
        self._add_times_and_place()
        self._fill(meeting)
        self.start.setFocus()

    def _write(self) -> None:
        meetings.update_meeting(
            self._file,
            self._meeting.id,
            start_time=self.start.text(),
            end_time=self.end.text(),
            venue=self.venue.text(),
            link=self.link.text(),
        )


def given(count: int) -> str:
    """`12 replies were`, `1 reply was`."""
    return "1 reply was" if count == 1 else f"{count} replies were"


def _day(field: DateField) -> date:
    """The day typed; refused, and says how, where it is none."""
    day = field.value()
    if day is None:
        how = "Give a date such as 9 Jun 2026."
        typed = looks_like_day(field.text())
        raise Refused(f"There is no such day: {how[:1].lower()}{how[1:]}" if typed else how, field="date")
    return day

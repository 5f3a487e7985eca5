"""A meeting made, or moved to another day, time or place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import meetings
from boarddesk.records.board_file import BoardFile
from boarddesk.rules.meetings import Meeting, usual_end
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.date_text import looks_like_date
from boarddesk.ui.widgets.form_dialog import FormDialog


class MeetingDialog(FormDialog):
    """Adds a meeting to one of the boards, or moves the one given."""

    def __init__(
        self,
        parent: QWidget,
        file: BoardFile,
        boards: Sequence[Board],
        *,
        meeting: Meeting | None = None,
        day: date | None = None,
    ) -> None:
        super().__init__(
            parent,
            title="Move meeting" if meeting else "Add meeting",
            deed="Move meeting" if meeting else "Add meeting",
            does=self._write,
            under="" if meeting else "At the board’s usual time and place unless you say otherwise.",
        )
        self._file, self._meeting = file, meeting
        self.made_id = meeting.id if meeting else ""
        usual = boards[0]
        self.board = Choice([(one.id, one.name) for one in boards], name="Board")
        self.day = DateField(meeting.date if meeting else day, name="Date")
        self.start = QLineEdit(meeting.start_time if meeting else usual.start_time)
        self.end = QLineEdit(meeting.end_time if meeting else usual_end(usual.start_time, usual.minutes_long))
        self.venue = QLineEdit(meeting.venue if meeting else usual.venue)
        if meeting is None and len(boards) > 1:
            self.add_row({"board": ("Board", self.board)})
        self.add_row({"date": ("Date", self.day)})
        self.add_row({"start_time": ("Starts", self.start), "end_time": ("Ends", self.end)})
        self.add_row(
            {"venue": ("Place", self.venue)}, hints={"venue": "Optional: a room, an address, or by video."}
        )
        self.day.setFocus()

    def _write(self) -> None:
        day, typed = self.day.value(), looks_like_date(self.day.text())
        if day is None:
            how = "Give a date such as 9 Jun 2026."
            raise Refused(f"There is no such day: {how[:1].lower()}{how[1:]}" if typed else how, field="date")
        if self._meeting is None:
            self.made_id = meetings.add_meeting(
                self._file,
                self.board.value(),
                day,
                start_time=self.start.text(),
                end_time=self.end.text(),
                venue=self.venue.text(),
            )
            return
        with self._file.change("Move meeting"):
            meetings.move_meeting(
                self._file, self._meeting.id, day, start_time=self.start.text(), end_time=self.end.text()
            )
            meetings.update_meeting(self._file, self._meeting.id, venue=self.venue.text())

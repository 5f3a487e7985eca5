"""What can be done with a row of the attendance table, in its context menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.attendance.rolls import MeetingTaken, Taken
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.table.record_table import RecordTable


class RowActions(QObject):
    """Why a figure is what it is, a letter to the person, the register of the meeting under the focus."""

    def __init__(
        self,
        table: RecordTable,
        *,
        why: Callable[[], object],
        letter: Callable[[str, str, str], object],
        open_meeting: Callable[[str], object],
    ) -> None:
        super().__init__(table)
        self._letter, self._open_meeting = letter, open_meeting
        self._row: AttendanceRow | None = None
        self._meeting: MeetingTaken | None = None
        self.why = self._action("Why this figure", why)
        self.letter = self._action("Write a letter…", self._write)
        self.register = self._action("Open the register", self._open)
        table.set_actions([self.why, self.letter, self.register])

    def _action(self, words: str, does: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.triggered.connect(lambda _on=False: does())
        return made

    def take(self, row: AttendanceRow | None, meeting: MeetingTaken | None) -> None:
        """The row and the meeting with the focus; what does not belong to them is off."""
        self._row, self._meeting = row, meeting
        self.why.setEnabled(row is not None)
        self.letter.setEnabled(row is not None and row.person_id is not None)
        self.register.setEnabled(meeting is not None and meeting.taken is not Taken.CANCELLED)
        of = f" of {short_date(meeting.meeting.date)}" if meeting is not None else ""
        self.register.setText(f"Open the register{of}")

    def _write(self) -> None:
        row = self._row
        if row is not None and row.person_id is not None:
            self._letter(row.group.board_id, row.person_id, row.person)

    def _open(self) -> None:
        if self._meeting is not None:
            self._open_meeting(self._meeting.meeting.id)

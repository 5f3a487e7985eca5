"""A board of so many seats with its register open in the view."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from boarddesk.records import boards, meetings, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import rows as roll_rows
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.follower import Follower
from boarddesk.ui.meetings.register.view import RegisterView
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings

DAY = date(2026, 5, 12)
NOON = datetime(2026, 5, 12, 12)


class Desk:
    """A board of so many seats, its meeting's register open in the view."""

    def __init__(
        self, qtbot: QtBot, folder: Path, seated: int, *, now: Callable[[], datetime] = lambda: NOON
    ) -> None:
        self.file = OfficeFile.create(folder / "office.boarddesk")
        self.bus = ChangeBus(self.file)
        board = boards.add_board(self.file, "Improvement Board", "SIB", quorum=str(seated // 2))
        for number in range(seated):
            seat = seats.add_seat(self.file, board, f"Seat {number}")
            seats.appoint(self.file, seat, people.add_person(self.file, f"Person{number:02} Vale"))
        self.meeting = meetings.add_meeting(self.file, board, DAY, start_time="13:30", end_time="15:30")
        attendance.open_register(self.file, self.meeting, today=DAY)
        self.session = session = Session(self.file, board, DAY, self.bus, Settings(folder / "window.json"))
        self.view = RegisterView(lambda: session, now=now)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 700)
        self.follower = Follower(self.file, self.bus, self._show)
        self.follower.renew()
        self.view.show()
        self.view.table.view.setFocus()

    def _show(self) -> None:
        self.view.show_register(self.register, boards.board(self.file, self.register.meeting.board_id))

    @property
    def register(self) -> Register:
        return registers.register(self.file, self.meeting)

    @property
    def marks(self) -> list[Mark | None]:
        return [row.mark for row in self.register.rows]

    def vacate(self, at: int) -> str:
        """Whoever holds a row turns out not to; the row."""
        row = self.register.rows[at]
        roll_rows.correct_row(self.file, row.id, person_id=None)
        return row.id

    def close(self) -> None:
        self.bus.close()
        self.file.close()

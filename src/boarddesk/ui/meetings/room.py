"""The register over the whole screen: nothing else on it while the meeting goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records import boards, meetings, registers
from boarddesk.ui.meetings.register_view import RegisterView
from boarddesk.ui.page import Office
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.label import label


class Room(QDialog):
    """Esc leaves; everything marked here is kept at once, as on the page."""

    def __init__(self, parent: QWidget, office: Callable[[], Office], meeting_id: str) -> None:
        super().__init__(parent)
        file = office().file
        meeting = meetings.meeting(file, meeting_id)
        number = meetings.title(file, meeting)
        self.setWindowTitle(f"Register of {number}")
        self.setAccessibleName(f"Register of {number}")
        self.setProperty("ground", "page")
        self.register = RegisterView(office)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(boards.board(file, meeting.board_id).name, "name"))
        head.addWidget(label(f"{number}  {long_date(meeting.date)}", "muted"))
        head.addStretch(1)
        head.addWidget(buttons.secondary("Leave full screen", self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 28, 40, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.register, 1)
        self.register.show_register(registers.register(file, meeting_id))
        self.register.table.view.setFocus()

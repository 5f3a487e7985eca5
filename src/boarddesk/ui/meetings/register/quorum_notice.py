"""Over a closed register: that the quorum was not reached, and the one press that marks the meeting so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.rules.meetings.meeting import STATE_ACTIONS, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.registers.quorum import falls_short
from boarddesk.rules.registers.register import Register
from boarddesk.ui.widgets.banner import Banner

ADVICE = "An inquorate meeting counts for attendance; what it decided is subject to ratification."


class QuorumNotice(QWidget):
    """Takes no room while there is nothing to say; nothing is changed until it is pressed."""

    def __init__(self, marks: Callable[[], object]) -> None:
        super().__init__()
        self._marks = marks
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_register(self, board: Board, register: Register) -> None:
        """The sum in one line where it falls short."""
        says = falls_short(board, register)
        if says == self.says():
            return
        while item := self._column.takeAt(0):
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        if says:
            action = (STATE_ACTIONS[MeetingState.INQUORATE], self._marks)
            self._column.addWidget(Banner(says, ADVICE, action=action))
        self.setVisible(bool(says))

    def says(self) -> str:
        """The line shown; empty when there is none."""
        item = self._column.itemAt(0)
        shown = item.widget() if item is not None else None
        return shown.title() if isinstance(shown, Banner) else ""

"""The row over every page: the board, the search box, and at the far right what Undo would undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.words_button import name_undo, undo_button
from boarddesk.ui.window.search_box import SearchBox

ALL_BOARDS = "All boards"


class TopBar(QWidget):
    """Board switcher, search, undo."""

    board_picked = Signal(object)  # the board's id; None for all
    undo_requested = Signal()

    def __init__(self, search: SearchBox) -> None:
        super().__init__()
        self.setProperty("ground", "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.board = Choice(name="Board")
        self.board.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.board.setProperty("role", "switch")
        self.board.picked.connect(lambda value: self.board_picked.emit(value or None))
        self.search = search
        self.undo = undo_button(self.undo_requested.emit)
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(12)
        row.addWidget(self.board, 248)
        row.addWidget(search, 360)
        row.addStretch(1)
        row.addWidget(self.undo)
        self._resize()
        look().changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedHeight(look().px(49))
        self.board.setMinimumWidth(look().px(120))
        self.board.setMaximumWidth(look().px(248))

    def set_boards(self, boards: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Offer these boards; all of them only where there is more than one."""
        every = [("", ALL_BOARDS)] if len(boards) != 1 else []
        self.board.set_choices([*every, *boards])
        self.board.choose(chosen or "")

    def set_undo(self, label: str | None) -> None:
        """Name what Undo would take back, with the verb of the button that did it."""
        name_undo(self.undo, label)
        self.undo.setVisible(bool(label))

"""In the room: whether the meeting is quorate at this moment, and who is away for the item in front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.minutes.presence import Presence
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.shape_sign import ShapeSign

_SIGNS = {
    "good": Shape.DOT,
    "warn": Shape.DIAMOND,
    "bad": Shape.TRIANGLE,
    "muted": Shape.RING,
}
NOBODY_AWAY = "Everybody marked as present is here for this item."
NOT_OPEN = "The register is not open yet: open it under Attendance."


class RoomLines(QWidget):
    """The verdict with its sum in one line, and a sentence for each who is away."""

    def __init__(self) -> None:
        super().__init__()
        self._signs = {tone: ShapeSign(shape, ink=tone) for tone, shape in _SIGNS.items()}
        self.word = label("", "strong")
        self.sum = WrappedLabel("", "meta")
        self.sentences = WrappedLabel("", "meta")
        line = QHBoxLayout()
        line.setSpacing(8)
        for sign in self._signs.values():
            line.addWidget(sign)
        line.addWidget(self.word)
        line.addWidget(self.sum, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.sentences)

    def show_room(self, found: Presence | None) -> None:
        """The room as it is; None where no register was opened."""
        tone, word, told, sentences = "muted", "Not known", "", NOT_OPEN
        if found is not None:
            quorum = found.quorum
            tone = "good" if quorum.quorate else "warn" if quorum.possible else "bad"
            tone = tone if quorum.is_set else "muted"
            word = quorum.word
            needed = f", {quorum.needed} needed" if quorum.needed else ""
            told = f"{quorum.present} present{needed}"
            missing = [f"{check.words}: {check.have}." for check in quorum.rules if not check.met]
            sentences = " ".join([*missing, *found.sentences]) or NOBODY_AWAY
        for name, sign in self._signs.items():
            sign.setVisible(name == tone)
        self.word.setText(word)
        self.sum.setText(told)
        self.sentences.setText(sentences)
        self.setAccessibleName(f"In the room: {word}. {told}. {sentences}")


class RoomPanel(QWidget):
    """The same on a ground of its own, with the time of day."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines = RoomLines()
        self.time = label("", "meta")
        head = QHBoxLayout()
        head.addWidget(label("In the room", "section"), 1)
        head.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addStretch(1)

    def show_room(self, found: Presence | None, *, time: str) -> None:
        """Who is there, and what time it is while the meeting goes on."""
        self.time.setText(time)
        self.lines.show_room(found)

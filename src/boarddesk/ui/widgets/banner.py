"""A calm notice: ground, icon, what happened, what to do; it never covers anything and is never timed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.buttons import icon_button, link
from boarddesk.ui.widgets.label import WrappedLabel


class Tone(StrEnum):
    """How grave a notice is."""

    BAD = "bad"
    WARN = "warn"
    GOOD = "good"


_ICONS = {Tone.BAD: "warning", Tone.WARN: "flag", Tone.GOOD: "check"}
_WORDS = {Tone.BAD: "Problem", Tone.WARN: "Notice", Tone.GOOD: "Done"}


class Banner(QWidget):
    """One notice under the page header or at the head of a section."""

    dismissed = Signal()

    def __init__(
        self,
        title: str,
        advice: str = "",
        *,
        tone: Tone = Tone.WARN,
        action: tuple[str, Callable[[], object]] | None = None,
        closable: bool = False,
    ) -> None:
        super().__init__()
        self.tone = tone
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", tone.value)
        self.setAccessibleName(f"{_WORDS[tone]}: {title} {advice}".strip())
        self._picture = QLabel()
        self._title = WrappedLabel(title, f"{tone.value} strong")
        self._advice = WrappedLabel(advice)
        self._lay_out(action, closable=closable)
        self._colour()
        look().changed.connect(self._colour)

    def _lay_out(self, action: tuple[str, Callable[[], object]] | None, *, closable: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        if self._advice.text():
            words.addWidget(self._advice)
        row.addLayout(words, 1)
        if action is not None:
            row.addWidget(link(*action), 0, Qt.AlignmentFlag.AlignTop)
        if closable:
            row.addWidget(
                icon_button("close", "Close this notice", self._leave), 0, Qt.AlignmentFlag.AlignTop
            )

    def _colour(self) -> None:
        colour = getattr(look().tokens, self.tone.value)
        self._picture.setPixmap(icons.pixmap(_ICONS[self.tone], colour=colour, size=look().px(16)))

    def title(self) -> str:
        """The first line."""
        return self._title.text()

    def advice(self) -> str:
        """What to do."""
        return self._advice.text()

    def _leave(self) -> None:
        self.dismissed.emit()


def in_two(sentence: str) -> tuple[str, str]:
    """What happened, and what to do: the first sentence and the rest."""
    first, stop, rest = sentence.partition(". ")
    return (first + stop.strip(), rest) if rest else (sentence, "")

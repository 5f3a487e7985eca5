"""The foot of the window: what is saved, what is backed up, and when the board meets next."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QLabel, QStatusBar

from boarddesk.records.office import NextMeeting
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.label import ElidedLabel


class StatusLine(QStatusBar):
    """Two sentences at the left, one at the right; none of them is ever timed."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 14, 0)
        self._sign = QLabel()
        self.kept = QLabel()
        self.meets = ElidedLabel()
        self.addWidget(self._sign)
        self.addWidget(self.kept)
        self.addPermanentWidget(self.meets)
        self._saved, self._backed_up, self._second, self._place = "", "", "", ""
        look().changed.connect(self._colour)

    def show_plain(self, words: str) -> None:
        """No office is open: only what the program is."""
        self._saved = self._backed_up = self._second = self._place = ""
        self._say()
        self.meets.setText(words)

    def show_saved(self, sentence: str) -> None:
        """What is saved: `All changes saved 10:42`, `Open to read only`."""
        self._saved = sentence
        self._say()

    def show_backed_up(self, moment: datetime | None, today: date) -> None:
        """When the last backup was made."""
        self._backed_up = backed_up(moment, today)
        self._say()

    def show_second(self, words: str) -> None:
        """That backups are not copied to the second place just now; nothing while they are."""
        self._second = words
        self._say()

    def show_place(self, words: str) -> None:
        """What the file lies on, where that is not this computer's own disk: `in OneDrive`."""
        self._place = words
        self._say()

    def show_next(self, sentence: str) -> None:
        """When the board meets next."""
        self.meets.setText(sentence)

    def _say(self) -> None:
        parts = (self._saved, self._backed_up, self._second, self._place)
        self.kept.setText("   ·   ".join(part for part in parts if part))
        self._colour()

    def _colour(self) -> None:
        self._sign.setVisible(self._saved.startswith("All"))
        self._sign.setPixmap(icons.pixmap("check", colour=look().tokens.good, size=look().px(12)))


def backed_up(moment: datetime | None, today: date) -> str:
    """`backed up today 09:03`, `backed up Tue 12 May 2026`."""
    if moment is None:
        return "not backed up yet"
    if moment.date() == today:
        return f"backed up today {moment:%H:%M}"
    return f"backed up {long_date(moment.date())}"


def meets_next(meeting: NextMeeting | None, today: date) -> str:
    """`SEND Improvement Board next meets in 12 days`."""
    if meeting is None:
        return "no meeting planned"
    days = (meeting.date - today).days
    if days == 0:
        times = (
            f", {meeting.start_time} to {meeting.end_time}" if meeting.end_time else f", {meeting.start_time}"
        )
        return f"{meeting.board} is meeting today{times if meeting.start_time else ''}"
    return f"{meeting.board} next meets {'tomorrow' if days == 1 else f'in {days} days'}"

"""Why a figure is what it is: every meeting with its mark, counted or why not, then the sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.attendance.explanation import ExplainedMeeting, Explanation, Reason
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.parts import mark_words
from boarddesk.ui.attendance.shown import ONE_NAME
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import MarkStyle
from boarddesk.ui.widgets.buttons import link, quiet
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.mark import MarkLetter
from boarddesk.ui.widgets.steady_detail import SteadyDetail

MOST_MEETINGS, MOST_LETTERS = 36, 3
NOTHING_CHOSEN = "Choose a row with a figure to see what it is made of."

TITLES = {TargetFigure.PERSONAL: "Personal", TargetFigure.SEAT: "Seat, with deputies"}


class WhyPanel(SteadyDetail):
    """The sum behind one row, for the figure that was asked about; each meeting leads to its register."""

    def __init__(
        self, *, letter: Callable[[str, str, str], object], open_meeting: Callable[[str], object]
    ) -> None:
        super().__init__(width=268)
        self._letter, self._open_meeting = letter, open_meeting
        self.setAccessibleName("Why this figure")
        self._sum = ""

    def ask(
        self,
        row: AttendanceRow,
        explanation: Explanation,
        *,
        figure: TargetFigure,
        year: str,
        handover: str = "",
    ) -> None:
        """Show the sum; `year` is the board year the headroom is over, in words.

        `handover` says who held a seat from when to when, where it changed hands.
        """
        self._sum = in_words(row, explanation, figure, handover=handover)
        key = "\t".join((*row.group, figure))
        self.show_filled(
            key, lambda: self._show_sum(row, explanation, figure=figure, year=year, handover=handover)
        )

    def ask_nothing(self) -> None:
        """No row with a figure is chosen."""
        self._sum = ""
        self.show_filled("", lambda: self.set_record("Why?", "No figure chosen", under=NOTHING_CHOSEN))

    def _show_sum(
        self,
        row: AttendanceRow,
        explanation: Explanation,
        *,
        figure: TargetFigure,
        year: str,
        handover: str,
    ) -> None:
        asked = explanation.of(figure)
        target = row.target if row.target_figure is figure else None
        who = _who(row)
        under = ", ".join(part for part in (row.organisation, row.seat_title) if part and part != who)
        under = under if row.by in ONE_NAME else ""
        self.set_record(f"Why {asked.shown(target)}?" if asked.of else "Why no figure?", who, under=under)
        if handover:
            self.add_text(handover)
        self.add_text(explanation.sentence(figure))
        self.add(rule())
        self.add(self._meetings(explanation.meetings, names_holders=bool(handover)))
        self.add(rule())
        self.add(_sums(explanation, row))
        if row.headroom is not None:
            self.add_section(year).addWidget(WrappedLabel(row.headroom.sentence))
        self.add(Flow([link("Copy this sum", self.copy), *self._letter_link(row)]))

    def _letter_link(self, row: AttendanceRow) -> list[QWidget]:
        """To the person the row names, about their own attendance, whoever else held the seat."""
        if not row.person or row.person_id is None:
            return []
        wanted = (row.group.board_id, row.person_id, row.person)
        made = link("Write a letter…", lambda: self._letter(*wanted))
        made.setAccessibleName(f"Write a letter about the attendance of {row.person}")
        made.setToolTip(f"About {row.person}’s own attendance")
        return [made]

    def copy(self) -> None:
        """The sum as text, for an email."""
        QGuiApplication.clipboard().setText(self._sum)

    def _meetings(self, meetings: Sequence[ExplainedMeeting], *, names_holders: bool) -> QWidget:
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, look().px(56))
        grid.setColumnStretch(2, 1)
        listed = _listed(meetings)
        holder = ""
        for meeting in listed[:MOST_MEETINGS]:
            if names_holders and meeting.rows and meeting.rows[0].who != holder:
                holder = meeting.rows[0].who
                grid.addWidget(WrappedLabel(holder, "head"), grid.rowCount(), 0, 1, 3)
            at = grid.rowCount()
            grid.addWidget(self._day(meeting), at, 0)
            grid.addWidget(_letter(meeting), at, 1)
            grid.addWidget(WrappedLabel(meeting.says, _role(meeting)), at, 2)
        for words in (_earlier(len(listed) - MOST_MEETINGS), still_to_come(meetings)):
            if words:
                grid.addWidget(WrappedLabel(words, "meta"), grid.rowCount(), 0, 1, 3)
        return shown

    def _day(self, meeting: ExplainedMeeting) -> QWidget:
        day = meeting.meeting.date
        made = quiet(f"{day.day} {day:%b %y}", lambda: self._open_meeting(meeting.meeting.id))
        made.setProperty("look", "day")
        made.setAccessibleName(f"Open the register of {day.day} {day:%B %Y}")
        made.setToolTip(made.accessibleName())
        return made


def in_words(
    row: AttendanceRow, explanation: Explanation, figure: TargetFigure, *, handover: str = ""
) -> str:
    """The sum as text for an email: a sentence, then a line for each meeting."""
    head = f"{_who(row)}, {TITLES[figure].lower()}: {explanation.sentence(figure)}"
    lines = [
        f"{meeting.meeting.date.day} {meeting.meeting.date:%b %Y}: {meeting.letters}, {meeting.says}"
        f"{f' ({meeting.rows[0].who})' if handover and meeting.rows else ''}"
        for meeting in _listed(explanation.meetings)
    ]
    return "\n".join(part for part in (head, handover, *lines, still_to_come(explanation.meetings)) if part)


def _listed(meetings: Sequence[ExplainedMeeting]) -> list[ExplainedMeeting]:
    """Those that say something of the row: on its roll, or left out for a reason of its own."""
    return [meeting for meeting in meetings if meeting.reason not in (Reason.NOT_ON_ROLL, Reason.PLANNED)]


def still_to_come(meetings: Sequence[ExplainedMeeting]) -> str:
    """`9 meetings still to come, left out`; nothing where there are none."""
    count = sum(meeting.reason is Reason.PLANNED for meeting in meetings)
    return f"{count} meeting{'' if count == 1 else 's'} {Reason.PLANNED.value}" if count else ""


def _earlier(count: int) -> str:
    meetings = f"{count} earlier meeting{'' if count == 1 else 's'}"
    return f"and {meetings}, all in the sum that is copied" if count > 0 else ""


def _letter(meeting: ExplainedMeeting) -> QWidget:
    if len(meeting.rows) != 1 or meeting.reason is Reason.CANCELLED:
        short = "" if meeting.rows else "–"
        if 0 < len(meeting.rows) <= MOST_LETTERS:
            short = meeting.letters
        return label("–" if meeting.reason is Reason.CANCELLED else short, "meta")
    row = meeting.rows[0]
    style = MarkStyle.OPEN if meeting.reason in (Reason.OPEN, Reason.PLANNED) else MarkStyle.COUNTED
    if row.mark is None:
        return MarkLetter("", mark_words(row), style=MarkStyle.NOT_RECORDED)
    return MarkLetter(row.mark.value, mark_words(row), style=style)


def _role(meeting: ExplainedMeeting) -> str:
    if meeting.reason is Reason.MISSED:
        return "strong"
    return "meta" if meeting.reason.is_left_out else ""


def _sums(explanation: Explanation, row: AttendanceRow) -> QWidget:
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(4)
    for figure, title in TITLES.items():
        target = row.target if row.target_figure is figure else None
        column.addLayout(
            _sum(title, explanation.of(figure), target_shown=explanation.of(figure).shown(target))
        )
    if row.representation is not None and row.representation.of and row.by not in ONE_NAME:
        column.addLayout(_sum("Represented", row.representation, target_shown=row.representation.shown()))
    return shown


def _sum(title: str, figure: Figure, *, target_shown: str) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(12)
    across.addWidget(WrappedLabel(title), 1)
    across.addWidget(label(figure.fraction, "meta"))
    percent = label(target_shown, "strong")
    percent.setMinimumWidth(look().px(40))
    percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    across.addWidget(percent)
    return across


def _who(row: AttendanceRow) -> str:
    """Whose sum it is: the person, or what the row is called."""
    name = row.person if row.by in ONE_NAME and row.person else row.name
    return name[:1].upper() + name[1:]

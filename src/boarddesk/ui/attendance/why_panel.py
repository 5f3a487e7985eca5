"""Why a figure is what it is: every meeting with its mark, counted or why not, then the sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.attendance_figures import Figure
from boarddesk.rules.attendance_reasons import ExplainedMeeting, Explanation, Reason
from boarddesk.rules.attendance_report import AttendanceRow
from boarddesk.rules.parts import mark_words
from boarddesk.rules.people import TargetFigure
from boarddesk.ui.attendance.shown import ONE_NAME
from boarddesk.ui.theme import look
from boarddesk.ui.tokens import MarkStyle
from boarddesk.ui.widgets.buttons import link, quiet
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

    def ask(self, row: AttendanceRow, explanation: Explanation, *, figure: TargetFigure, year: str) -> None:
        """Show the sum; `year` is the board year the headroom is over, in words."""
        self._sum = in_words(row, explanation, figure)
        key = "\t".join((*row.group, figure))
        self.show_filled(key, lambda: self._show_sum(row, explanation, figure=figure, year=year))

    def ask_nothing(self) -> None:
        """No row with a figure is chosen."""
        self._sum = ""
        self.show_filled("", lambda: self.set_record("Why?", "No figure chosen", under=NOTHING_CHOSEN))

    def _show_sum(
        self, row: AttendanceRow, explanation: Explanation, *, figure: TargetFigure, year: str
    ) -> None:
        asked = explanation.of(figure)
        target = row.target if row.target_figure is figure else None
        who = _who(row)
        under = ", ".join(part for part in (row.organisation, row.seat_title) if part and part != row.name)
        under = under if row.by in ONE_NAME else ""
        self.set_record(f"Why {asked.shown(target)}?" if asked.of else "Why no figure?", who, under=under)
        self.add_text(explanation.sentence(figure))
        self.add(rule())
        self.add(self._meetings(explanation.meetings))
        self.add(rule())
        self.add(_sums(explanation, row))
        if row.headroom is not None:
            self.add_section(year).addWidget(WrappedLabel(row.headroom.sentence))
        self.add(_side_by_side(link("Copy this sum", self.copy), *self._letter_link(row, explanation)))

    def _letter_link(self, row: AttendanceRow, explanation: Explanation) -> list[QWidget]:
        person = next((one.rows[0].person_id for one in explanation.meetings if one.rows), None)
        if row.by not in ONE_NAME or not row.person or not person:
            return []
        wanted = (row.group.board_id, person, row.person)
        made = link("Write a letter…", lambda: self._letter(*wanted))
        made.setAccessibleName(f"Write a letter about the attendance of {row.person}")
        return [made]

    def copy(self) -> None:
        """The sum as text, for an email."""
        QGuiApplication.clipboard().setText(self._sum)

    def _meetings(self, meetings: Sequence[ExplainedMeeting]) -> QWidget:
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, look().px(56))
        grid.setColumnStretch(2, 1)
        on_roll = [one for one in meetings if one.reason is not Reason.NOT_ON_ROLL]
        for at, one in enumerate(on_roll[:MOST_MEETINGS]):
            grid.addWidget(self._day(one), at, 0)
            grid.addWidget(_letter(one), at, 1)
            grid.addWidget(label(one.says, _role(one)), at, 2)
        if len(on_roll) > MOST_MEETINGS:
            rest = f"and {len(on_roll) - MOST_MEETINGS} earlier meetings, all in the sum that is copied"
            grid.addWidget(WrappedLabel(rest, "meta"), MOST_MEETINGS, 0, 1, 3)
        return shown

    def _day(self, one: ExplainedMeeting) -> QWidget:
        day = one.meeting.date
        made = quiet(f"{day.day} {day:%b %y}", lambda: self._open_meeting(one.meeting.id))
        made.setProperty("look", "day")
        made.setAccessibleName(f"Open the register of {day.day} {day:%B %Y}")
        made.setToolTip(made.accessibleName())
        return made


def in_words(row: AttendanceRow, explanation: Explanation, figure: TargetFigure) -> str:
    """The sum as text for an email: a sentence, then a line for each meeting."""
    head = f"{_who(row)}, {TITLES[figure].lower()}: {explanation.sentence(figure)}"
    lines = [
        f"{one.meeting.date.day} {one.meeting.date:%b %Y}: {one.letters}, {one.says}"
        for one in explanation.meetings
        if one.reason is not Reason.NOT_ON_ROLL
    ]
    return "\n".join([head, *lines])


def _letter(one: ExplainedMeeting) -> QWidget:
    if len(one.rows) != 1 or one.reason is Reason.CANCELLED:
        short = one.letters if 0 < len(one.rows) <= MOST_LETTERS else "–" if not one.rows else ""
        return label("–" if one.reason is Reason.CANCELLED else short, "meta")
    row = one.rows[0]
    style = MarkStyle.OPEN if one.reason in (Reason.OPEN, Reason.PLANNED) else MarkStyle.COUNTED
    if row.mark is None:
        return MarkLetter("", mark_words(row), style=MarkStyle.NOT_RECORDED)
    return MarkLetter(row.mark.value, mark_words(row), style=style)


def _role(one: ExplainedMeeting) -> str:
    if one.reason is Reason.MISSED:
        return "strong"
    return "meta" if one.reason.is_left_out else ""


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
    across.addWidget(label(title))
    across.addStretch(1)
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


def _side_by_side(*shown: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    for one in shown:
        across.addWidget(one)
    across.addStretch(1)
    return across

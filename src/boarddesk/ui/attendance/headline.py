"""The three figures above the table: of the members, or of the advisers where nobody else is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boarddesk.rules.attendance.figures import target_shown
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import Standing
from boarddesk.ui.attendance.matrix import APART
from boarddesk.ui.attendance.shown import ShownAttendance
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.figure import Figure
from boarddesk.ui.widgets.label import rule

TITLES = {
    "personal": "Personal",
    "seat": "Seats, deputies counted",
    "represented": "Organisations represented",
}


class Headline(QWidget):
    """Each per cent large, with its fraction, its range and target; at the right what may be done with it."""

    def __init__(self, button: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.figures = {name: Figure(title) for name, title in TITLES.items()}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(24)
        for at, figure in enumerate(self.figures.values()):
            if at:
                across.addWidget(_divider(), 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(figure, 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_attendance(self, shown: ShownAttendance) -> None:
        """The pooled figures of what is shown."""
        total = shown.headline.total
        for name, title in TITLES.items():
            if shown.report.is_of_advisers:
                title = f"{APART[Standing.ADVISERS]}: {title[0].lower()}{title[1:]}"
            self.figures[name].set_title(title)
        for name, kind in (("personal", TargetFigure.PERSONAL), ("seat", TargetFigure.SEAT)):
            figure = total.personal if kind is TargetFigure.PERSONAL else total.seat
            held = total.target if total.target_figure is kind else None
            self.figures[name].show_figure(figure.shown(held), figure.fraction, _note(shown, kind))
        count = shown.organisations
        self.figures["represented"].show_figure(
            total.representation.shown(),
            total.representation.fraction,
            f"{count} organisation{'' if count == 1 else 's'}",
        )


def _note(shown: ShownAttendance, kind: TargetFigure) -> str:
    report = shown.headline
    held = report.total.target if report.total.target_figure is kind else None
    target = f"target {target_shown(held)}" if held is not None else ""
    if shown.report.total.target is None and kind is TargetFigure.SEAT and shown.many:
        target = "each board has its own target"
    still = report.open_note if report.total.target_figure is kind else ""
    return " · ".join(part for part in (_range(shown, kind), target, still) if part)


def _range(shown: ShownAttendance, kind: TargetFigure) -> str:
    """From the lowest meeting to the highest; of one meeting the figure itself says it."""
    low, high = shown.headline.lowest(kind), shown.headline.highest(kind)
    if low is None or high is None:
        return ""
    total = shown.headline.total
    ends = [
        figures.of(kind).shown(total.target if total.target_figure is kind else None)
        for figures in (low, high)
    ]
    if ends[0] != ends[1]:
        return f"meetings {ends[0]} to {ends[1]}"
    meetings = sum(bool(figures.of(kind).of) for figures in shown.headline.trend)
    return "one meeting" if meetings == 1 else f"each meeting {ends[0]}"


def _divider() -> QWidget:
    made = rule("divider")
    made.setFixedSize(1, look().px(44))
    return made

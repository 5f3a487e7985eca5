"""How things stand: the plan by area, the KPIs, attendance against its target, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from boarddesk.rules.attendance.figures import target_shown
from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.plan.actions import Plan, counts_of
from boarddesk.rules.plan.figures import target_short, value_shown
from boarddesk.rules.plan.kpis import Checkpoint, Kpi, Unit, Verdict, known
from boarddesk.rules.plan.run_charts import series
from boarddesk.rules.plan.scorecard import Reading, reading
from boarddesk.rules.registers.register import Register
from boarddesk.rules.statuses.status import Status
from boarddesk.rules.wording import between_in_short, count_in_words
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.bar_chart import Bar, BarState, BarStrip
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.figure import Figure
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.shape_sign import ShapeSign
from boarddesk.ui.widgets.sparkline import Sparkline
from boarddesk.ui.widgets.stacked_bar import StackedBar
from boarddesk.ui.widgets.words_button import WordsButton

MOST = 6
MOST_KPIS = 5
"""Rows a section shows before it says how many more there are."""

_MOST_NAME = 190
"""How wide the name of an area is never cut; a longer one gives way."""

_VERDICT = {
    Verdict.MET: (Shape.DOT, "good"),
    Verdict.WITHIN_TOLERANCE: (Shape.DIAMOND, "warn"),
    Verdict.NOT_MET: (Shape.TRIANGLE, "bad"),
    Verdict.NO_DATA: (Shape.QUERY, "muted"),
    Verdict.JUDGEMENT_ONLY: (Shape.QUERY, "muted"),
}

Opens = Callable[[str, str], object]


class Section(QWidget):
    """A section title over a rule; what is under it is made anew each time."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = label(title, "section")
        self.detail = label("", "meta")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.title)
        self._head.addWidget(self.detail)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(self._head)
        self._column.addWidget(rule())
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        self._column.addStretch(1)

    def fill(self, layout: QLayout) -> None:
        """Show other content."""
        old, self._inside = self._inside, QWidget()
        layout.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(layout)
        self._column.replaceWidget(old, self._inside)
        self._inside.show()  # else Qt does after the next painting, and asks only then how high words are
        old.hide()
        old.deleteLater()


def sentence(words: str) -> QVBoxLayout:
    """A section with nothing in it yet says so."""
    column = QVBoxLayout()
    column.addWidget(WrappedLabel(words, "muted"))
    return column


def plan_by_area(plan: Plan, today: date, *, opens: Opens) -> QVBoxLayout:
    """A row an area: number, title, bar of statuses, how many are late."""
    grid = _grid(stretch=1)
    grid.setVerticalSpacing(2)
    for at, area in enumerate(plan.areas[:MOST]):
        counts = counts_of(area.actions, plan.scheme, today=today)
        late = len(counts.overdue)
        grid.addWidget(label(area.number, "muted"), at, 0)
        grid.addWidget(_named(area.title, partial(opens, "area", area.id)), at, 1)
        grid.addWidget(StackedBar(counts.segments, width=112), at, 2)
        grid.addWidget(
            _right(label(f"▲ {late} late" if late else "–", "bad meta" if late else "meta")), at, 3
        )
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addLayout(grid)
    if len(plan.areas) > MOST:
        column.addWidget(label(f"and {count_in_words(len(plan.areas) - MOST, 'more area')}", "meta"))
    return column


def statuses_used(plan: Plan) -> list[Status]:
    """The statuses the legend explains, in the scheme's order."""
    actions = [action for area in plan.areas for action in area.actions]
    segments = counts_of(actions, plan.scheme, today=date.max).segments
    return [status for status, count in segments if count]


def kpi_strip(kpis: Sequence[Kpi], today: date) -> QVBoxLayout:
    """A KPI on two lines: its wording, then whose figure it is, the step's target, the verdict in a word."""
    grid = _grid(stretch=1)
    grid.setVerticalSpacing(1)
    found = worst_first(kpis, today)
    for at, judged in enumerate(found[:MOST_KPIS]):
        kpi, step, line = judged.kpi, judged.step, 2 * at + 1
        shape, ink = _VERDICT[judged.verdict]
        points = [float(point.value) for point in series(kpi)]
        target = None if step.target.value is None else float(step.target.value)
        grid.addWidget(label(kpi.ref, "muted"), line - 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(WrappedLabel(kpi.wording), line - 1, 1, 1, 6)
        grid.addWidget(Sparkline(points, target=target, words=f"{kpi.ref}, {len(points)} figures"), line, 2)
        grid.addWidget(_right(label(_actual(judged), "strong")), line, 3)
        grid.addWidget(_right(label(_step_target(kpi, step), "muted")), line, 4)
        grid.addWidget(ShapeSign(shape, ink=ink), line, 5)
        words = {"bad": "bad strong"}.get(ink, "")
        grid.addWidget(label(judged.verdict.value, words), line, 6)
        beneath = " · ".join(part for part in (judged.days, judged.headline_words) if part)
        if beneath:
            grid.addWidget(WrappedLabel(beneath, "meta"), line, 1)
    column = QVBoxLayout()
    column.addLayout(grid)
    if len(found) > MOST_KPIS:
        column.addWidget(label(f"and {len(found) - MOST_KPIS} more", "meta"))
    if silent := len(kpis) - len(found):
        column.addWidget(label(f"{silent} without a step", "meta"))
    return column


def _actual(found: Reading) -> str:
    """The value alone; its words are on the scorecard."""
    value = known(found.figure.value)
    return _short(value, found.kpi) if value is not None else found.figure.words or "–"


def _short(value: Decimal, kpi: Kpi) -> str:
    """Per cents with their sign, everything else as a number: the unit is in the wording."""
    return value_shown(value, kpi.unit if kpi.unit is Unit.PERCENT else Unit.NUMBER)


def _step_target(kpi: Kpi, step: Checkpoint) -> str:
    value = step.target.value
    return _short(value, kpi) if value is not None else target_short(step.target, kpi) or "–"


def worst_first(kpis: Sequence[Kpi], today: date) -> list[Reading]:
    """Each KPI at its present step: not met, near, without data, then met."""
    order = [Verdict.NOT_MET, Verdict.WITHIN_TOLERANCE, Verdict.NO_DATA, Verdict.MET, Verdict.JUDGEMENT_ONLY]
    found = [judged for kpi in kpis if (judged := reading(kpi, today=today))]
    return sorted(found, key=lambda judged: order.index(judged.verdict))


def steps_met(kpis: Sequence[Kpi], today: date) -> str:
    """`2 of 4 steps met, 1 of 4 headlines`, each of those that can be judged."""
    found = worst_first(kpis, today)
    steps = _met([reading.verdict for reading in found])
    headlines = _met([reading.headline for reading in found])
    said = [f"{words} {name}" for words, name in ((steps, "steps met"), (headlines, "headlines")) if words]
    return ", ".join(said) or "no data yet"


def _met(verdicts: Sequence[Verdict | None]) -> str:
    judged = [
        verdict for verdict in verdicts if verdict not in (None, Verdict.NO_DATA, Verdict.JUDGEMENT_ONLY)
    ]
    return f"{judged.count(Verdict.MET)} of {len(judged)}" if judged else ""


def attendance(report: AttendanceReport, registers: Sequence[Register], today: date) -> QVBoxLayout:
    """The figure the target is held against, with its fraction, and a bar a meeting."""
    total, kind = report.total, report.total.target_figure
    of_seats = kind is TargetFigure.SEAT
    other = total.personal if of_seats else total.seat
    figure = Figure("Seats, deputies counted" if of_seats else "Personal", small=True)
    beside = f"{'personal' if of_seats else 'seats'} {other.shown()}, {other.fraction}"
    figure.show_figure(total.judged.shown(total.target), total.judged.fraction, beside)
    target = None if total.target is None else float(total.target)
    strip = BarStrip(_bars(report, registers, today), target=target, height=92, inside=False)
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(figure)
    column.addWidget(strip)
    if report.open_note:
        held = f"target {target_shown(total.target)} · " if total.target is not None else ""
        column.addWidget(label(f"{held}{report.open_note}, left out", "meta"))
    return column


def period_of(report: AttendanceReport) -> str:
    """`1 Apr to 28 May 2026`: of which meetings the figures are."""
    return between_in_short(report.first, report.last) if report.first and report.last else ""


def _bars(report: AttendanceReport, registers: Sequence[Register], today: date) -> list[Bar]:
    figures = {point.meeting.id: point.of(report.total.target_figure) for point in report.trend}
    first, last = report.first or date.min, min(report.last or today, today)
    shown = [register for register in registers if first <= register.meeting.date <= last]
    bars = []
    for at, register in enumerate(shown):
        day = f"{register.meeting.date:%b}" if at in (0, len(shown) - 1, len(shown) // 2) else ""
        if register.meeting.state is MeetingState.CANCELLED:
            bars.append(Bar(day, state=BarState.CANCELLED))
        elif register.meeting.id not in figures:
            bars.append(Bar(day, 70.0, state=BarState.OPEN))
        else:
            figure = figures[register.meeting.id]
            exact = None if figure.exact is None else float(figure.exact)
            bars.append(Bar(day, exact, figure.shown(report.total.target) if figure.of else ""))
    return bars


class ChangedStrip(QWidget):
    """One line at the foot: what changed since the last board, each a link."""

    def __init__(self, opens: Opens) -> None:
        super().__init__()
        self._opens = opens
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.setSpacing(24)

    def show_counts(self, title: str, counts: Sequence[tuple[str, str]]) -> None:
        """The day of the last board, then each count with the page it opens."""
        while item := self._row.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._row.addWidget(label(title, "section"))
        for words, page in counts:
            if page == "plan":
                self._row.addWidget(link(words, partial(self._opens, page, "")))
            else:
                self._row.addWidget(label(words))
        if not counts:
            self._row.addWidget(label("nothing yet", "muted"))
        self._row.addStretch(1)


def _grid(*, stretch: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(stretch, 1)
    return grid


def _right(shown: QLabel) -> QLabel:
    shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return shown


def _named(words: str, does: Callable[[], object]) -> QWidget:
    made = WordsButton(words, look="name")
    made.setAccessibleName(words)
    made.clicked.connect(lambda _on=False: does())
    made.setMinimumWidth(min(made.sizeHint().width(), look().px(_MOST_NAME)))
    return made

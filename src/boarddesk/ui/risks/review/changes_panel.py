"""What changed since the last review: controls, mitigations, linked KPIs; where score and figures differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.plan.figures import NONE_SET, actual_shown, target_shown
from boarddesk.rules.plan.kpis import Kpi, current_step, has_data, heading, step_verdict
from boarddesk.rules.plan.run_charts import series
from boarddesk.rules.risks.since import Part, Told, changed_since
from boarddesk.rules.statuses.status import Direction
from boarddesk.rules.wording import count_in_figures, day_of_year
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.risks.review.course import ScoreEntry
from boarddesk.ui.risks.review.kpi_line import KpiLine
from boarddesk.ui.risks.review.sheet import RiskSheet, differ_words
from boarddesk.ui.widgets.banner import Banner, Tone
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.shape_sign import ShapeSign

WIDTH, WIDTH_WIDE = 372, 460
DIFFER = "Score and figures differ"
_BESIDE = 24
"""Words of so many letters stand beside what they tell of; longer ones under it."""


class ChangesPanel(QWidget):
    """Filled anew for each risk; the banner follows what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sheet: RiskSheet | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 16)
        self._column.setSpacing(0)
        self._inside = QWidget()
        self._warns = QVBoxLayout()
        self._column.addWidget(self._inside)
        self._column.addSpacing(12)
        self._column.addLayout(self._warns)
        self._column.addStretch(1)
        self.banner: Banner | None = None

    def show_risk(self, sheet: RiskSheet) -> None:
        """What changed in a risk; one never reviewed has all of it as new."""
        self._sheet = sheet
        before, self._inside = self._inside, QWidget()
        self._column.replaceWidget(before, self._inside)
        before.hide()
        before.deleteLater()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        told = changed_since(sheet.before, sheet.risk)
        title = _since(sheet)
        self.setAccessibleName(title)
        many = len(told)
        column.addWidget(_head(title, count_in_figures(many, "thing") if many else "nothing"))
        column.addWidget(rule())
        if not told:
            column.addWidget(WrappedLabel("No control and no mitigation is new, moved or done.", "muted"))
        for part in Part:
            of_part = [each for each in told if each.part is part]
            if of_part:
                column.addWidget(label(part, "section"))
                for each in of_part:
                    column.addWidget(_change(each))
                column.addWidget(rule())
        for kpi in sheet.kpis:
            self._add_kpi(column, kpi, sheet)
        self._inside.show()

    def _add_kpi(self, column: QVBoxLayout, kpi: Kpi, sheet: RiskSheet) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label("KPI", "section"), 0, Qt.AlignmentFlag.AlignTop)
        if kpi.ref:
            row.addWidget(label(kpi.ref, "strong"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrappedLabel(kpi.wording), 1)
        points = [point for point in series(kpi) if point.day <= sheet.today]
        if len(points) > 1:
            way = heading(kpi, points[-2].value, points[-1].value)
            role = "strong" if way is Direction.WORSENING else "muted"
            row.addWidget(label(way.word.lower(), role), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(head)
        if len(points) > 1:
            column.addWidget(KpiLine(points, kpi.unit, name=f"{kpi.name}, {kpi.wording}"))
        column.addWidget(WrappedLabel(kpi_words(kpi, sheet), "meta"))

    def follow(self, entry: ScoreEntry) -> None:
        """Whether the score as typed parts from the figures."""
        words = differ_words(self._sheet, entry) if self._sheet is not None else ""
        if self.banner is not None and self.banner.advice() != words:
            self._warns.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        if words and self.banner is None:
            self.banner = Banner(DIFFER, words, tone=Tone.WARN)
            self._warns.addWidget(self.banner)


def kpi_words(kpi: Kpi, sheet: RiskSheet) -> str:
    """`58% (22 of 38), May 2026: not met, target at least 65%`; `…: no target set`."""
    step = current_step(kpi, today=sheet.today)
    if step is None:
        return "No steps and no figures yet."
    if not has_data(step.actual):
        return f"No figure yet for {step.label}."
    found, target = actual_shown(step.actual, kpi.unit), target_shown(step.target, kpi.unit)
    if target == NONE_SET:
        return f"{found}, {step.label}: no target set"
    return f"{found}, {step.label}: {step_verdict(kpi, step)}, target {target}"


def _since(sheet: RiskSheet) -> str:
    if sheet.since is None:
        return "Not reviewed before"
    when = sheet.since
    year = "" if when.year == sheet.today.year else f" {when.year}"
    return f"Changed since {day_of_year(when)}{year}"


def _head(title: str, aside: str) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(title, "section"), 1)
    row.addWidget(label(aside, "meta"))
    return held


def _change(told: Told) -> QWidget:
    """What it is, and beside it or under it how it changed."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    if told.part is Part.MITIGATION:
        shape, ink = (Shape.TICK, "good") if told.done else (Shape.RING, "muted")
        row.addWidget(ShapeSign(shape, ink=ink), 0, Qt.AlignmentFlag.AlignTop)
    text, how = WrappedLabel(told.text), WrappedLabel(told.how, "meta")
    if len(told.how) <= _BESIDE:
        row.addWidget(text, 1)
        shown = label(told.how, "meta")
        row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        return held
    under = QVBoxLayout()
    under.setSpacing(0)
    under.addWidget(text)
    under.addWidget(how)
    row.addLayout(under, 1)
    return held

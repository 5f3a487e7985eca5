"""Trend and heat map of attendance, large, each beside the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from boarddesk.reports.charts.canvas import RESOLUTION
from boarddesk.reports.charts.heat import HeatCell, heat_map
from boarddesk.reports.charts.trend import TrendPoint, attendance_trend
from boarddesk.reports.document import CM_PER_INCH
from boarddesk.rules.attendance.figures import NO_FIGURE, NOTHING, Figure, target_shown
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.heat import filled, heat
from boarddesk.rules.attendance.rolls import RegisterState
from boarddesk.rules.registers.register import Mark, MarkLabels
from boarddesk.ui import background
from boarddesk.ui.attendance.across import Across
from boarddesk.ui.attendance.matrix import HEADS
from boarddesk.ui.attendance.period import days_in_words
from boarddesk.ui.attendance.shown import ONE_NAME, ShownAttendance
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.figure_cell import figure_cell
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Kind, Row
from boarddesk.ui.widgets.window_place import resize_within

WIDTH_CM, MOST_POINTS, MOST_FRACTIONS = 26.1, 24, 14
TREND, HEAT = "trend", "heat"
PAPER_MARGIN = 12
"""Around the picture on its sheet, as the stylesheet has it."""


class ChartsDialog(QDialog):
    """The picture is drawn off the window's thread; its table stands under it from the start."""

    def __init__(self, parent: QWidget, shown: ShownAttendance, across: Sequence[Across]) -> None:
        super().__init__(parent)
        self._shown = shown
        self._across = [column for column in across if column.figure(shown.headline).of]
        self.setWindowTitle("Attendance charts")
        self.setAccessibleName("Attendance charts")
        self.setProperty("ground", "page")
        self.which = Segments([(TREND, "Trend"), (HEAT, "Heat map")], name="Chart")
        self.which.picked.connect(self._show)
        self.finding = WrappedLabel("", "section")
        self.picture = QLabel()
        self.picture.setProperty("ground", "paper")  # the sheet it is printed on, white in either theme
        self.table = RecordTable("attendance chart", (Column("name", "Meeting", stretch=True),))
        self._lay_out()
        resize_within(self, look().px(1060), look().px(640))
        self._show(TREND)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label("Attendance", "title"))
        whose = ", advisers alone" if self._shown.report.is_of_advisers else ""
        head.addWidget(label(f"{days_in_words(*self._shown.days())}{whose}", "muted"))
        head.addWidget(self.which)
        head.addStretch(1)
        head.addWidget(buttons.secondary("Close", self.accept))
        self.area = QScrollArea()
        self.area.setWidget(self.picture)
        self.area.setProperty("ground", "side")
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setAccessibleName("Chart")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.finding)
        column.addWidget(self.area, 3)
        column.addWidget(self.table, 2)

    def _show(self, which: str) -> None:
        job = self._show_trend() if which == TREND else self._show_heat()
        self.picture.setText("Drawing…")
        self.picture.adjustSize()
        background.run(job, lambda png: self._take(png, which), of=self)

    def _take(self, png: bytes, which: str) -> None:
        if which != self.which.value():
            return
        drawn = QPixmap()
        drawn.loadFromData(png)
        ratio = self.devicePixelRatioF()
        room = self.area.width() - look().px(PAPER_MARGIN * 2 + 16)
        share = room * ratio / (WIDTH_CM / CM_PER_INCH * RESOLUTION)
        wide = round(drawn.width() * min(share, 1.0))
        fitted = drawn.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)
        self.picture.adjustSize()

    # ── the trend ──

    def _show_trend(self) -> Callable[[], bytes]:
        report = self._shown.headline
        target = report.total.target
        figures = [(column, column.figure(report)) for column in self._across]
        rows = [_trend_row(column, figure, self._shown) for column, figure in reversed(figures)]
        self.table.set_columns(
            [
                Column("name", "Month" if self._shown.many else "Meeting", stretch=True),
                Column("figure", self._named().capitalize(), 140, kind=Kind.NUMBER),
                Column("registers", "Registers counted", 140, kind=Kind.NUMBER),
            ]
        )
        self.table.set_rows(rows)
        expected = [(column, figure) for column, figure in figures if figure.of]
        drawn = expected[-MOST_POINTS:]
        low, high = (choose(expected, key=lambda pair: pair[1].exact or 0)[1] for choose in (min, max))
        left_out = len(drawn) < len(expected)
        newest = f"; the line is of the newest {len(drawn)} of {len(expected)}" if left_out else ""
        ends = f"{low.text(target)} to {high.text(target)}"
        self.finding.setText(f"{self._named().capitalize()}: {ends}{newest}")
        self.picture.setAccessibleName(f"Line of {self._named()} at {len(drawn)} meetings; table below")
        crowded = len(drawn) > MOST_FRACTIONS
        points = [_point(column, figure, target, crowded=crowded) for column, figure in drawn]
        return lambda: attendance_trend(
            points,
            target=None if target is None else float(target),
            target_words="" if target is None else f"Target {target_shown(target)}",
            width=WIDTH_CM,
        )

    def _named(self) -> str:
        return f"{self._shown.headline.total.target_figure} attendance"

    # ── the heat map ──

    def _show_heat(self) -> Callable[[], bytes]:
        """Rows as on the page; meetings stand across already, so organisations stand down in their place."""
        meetings_down = self._shown.query.by is By.MEETING
        shown = self._shown.by(By.ORGANISATION) if meetings_down else self._shown
        rows = shown.report.adviser_rows if shown.report.is_of_advisers else shown.report.members
        found = heat(
            rows,
            [column.dated for column in self._across],
            lambda at, group: self._figure_at(shown, at, group),
        )
        self.finding.setText(found.finding)
        self.picture.setAccessibleName(f"Heat map: {found.finding} Table below")
        drawn = [
            (shown.name_of(row), self._heat_cells(shown, row.group, line.figures))
            for row, line in zip(rows, found.rows, strict=True)
        ]
        self.table.set_columns(
            [
                Column("name", HEADS[shown.query.by], 180, stretch=True),
                *(
                    Column(str(at), head, 44, kind=Kind.MARK, full=head.replace("\n", " "))
                    for at, head in enumerate(found.heads)
                ),
            ]
        )
        self.table.set_rows([_heat_row(at, *row, labels=self._shown.labels) for at, row in enumerate(drawn)])
        heads = found.heads
        return lambda: heat_map(heads, drawn, width=WIDTH_CM)

    def _heat_cells(
        self, shown: ShownAttendance, group: GroupKey, figures: Sequence[Figure]
    ) -> list[HeatCell]:
        """Of one person the letter, of several seats how many were filled."""
        if shown.query.by not in ONE_NAME:
            return [_heat_cell(figure) for figure in figures]
        cells = [_letters(shown, column, group) for column in self._across[-len(figures) :]]
        return [_heat_cell(figure, words) for figure, words in zip(figures, cells, strict=True)]

    def _figure_at(self, shown: ShownAttendance, at: int, group: GroupKey) -> Figure:
        found = (
            filled(place.mark for place in shown.letters.at(each.meeting.id, group) if place.seat.expected)
            for each in self._across[at].of(group.board_id)
            if each.register_state is RegisterState.COUNTED
        )
        return sum(found, NO_FIGURE)


def _letters(shown: ShownAttendance, across: Across, group: GroupKey) -> str:
    places = (
        place
        for each in across.of(group.board_id)
        if each.register_state is RegisterState.COUNTED
        for place in shown.letters.at(each.meeting.id, group)
    )
    return " ".join(place.mark.value for place in places if place.mark) or NOTHING


def _trend_row(column: Across, figure: Figure, shown: ShownAttendance) -> Row:
    counted = sum(each.register_state is RegisterState.COUNTED for each in column.meetings)
    cells: dict[str, Cell | str] = {
        "name": column.says.partition(":")[0],
        "figure": figure_cell(figure, shown.headline.total.target),
        "registers": Cell(str(counted), sort=counted),
    }
    return Row(column.key, cells)


def _point(column: Across, figure: Figure, target: Decimal | None, *, crowded: bool) -> TrendPoint:
    words = column.dated if crowded else column.dated.replace("\n", " ")
    return TrendPoint(
        words, "" if crowded else figure.fraction, figure.shown(target), float(figure.exact or 0)
    )


def _heat_row(at: int, name: str, cells: Sequence[HeatCell], *, labels: MarkLabels) -> Row:
    """The very words of the picture, said as words where they are letters."""
    words = {
        str(place): Cell(cell.words, said=_spoken(cell.words, labels)) for place, cell in enumerate(cells)
    }
    return Row(str(at), {"name": name, **words})


def _spoken(words: str, labels: MarkLabels) -> str:
    known = [labels[Mark(letter)] for letter in words.split() if letter in tuple(Mark)]
    return ", ".join(known) or words.replace("/", " of ")


def _heat_cell(figure: Figure, words: str = "") -> HeatCell:
    fraction = f"{figure.n}/{figure.of}" if figure.of else NOTHING
    return HeatCell(words or fraction, None if figure.exact is None else float(figure.exact))

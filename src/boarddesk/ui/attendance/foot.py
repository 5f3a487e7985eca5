"""Under the matrix: a bar for each meeting in sight, who missed two in a row, the letters, the definition."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.attendance.figures import DEFINITION_SHORT
from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import NOT_RECORDED, short_labels
from boarddesk.ui.attendance.across import Across
from boarddesk.ui.attendance.shown import ShownAttendance
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.bar_chart import BarStrip
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.mark import MarkLegend
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Pin

ALL_ROWS = "Show all rows"
LEAST_WORDS, MOST_WORDS = 90, 240
"""What stands before the bars wraps where the first of them stands near."""


class Foot(QWidget):
    """Belongs to one table: its bars stand under the columns in sight, wherever those are scrolled to."""

    def __init__(
        self, table: RecordTable, *, charts: Callable[[], object], only_missed: Callable[[bool], object]
    ) -> None:
        super().__init__()
        self._table, self._only_missed = table, only_missed
        self._across: dict[str, Across] = {}
        self._report: AttendanceReport | None = None
        self._missed_words = ""
        self.title = WrappedLabel("", "section")
        self.under = WrappedLabel("per cent of expected", "meta")
        self.apart = label("", "meta")
        self.larger = buttons.link("Larger charts", charts)
        self.missed = buttons.link("", self.toggle_missed)
        self.bars = BarStrip(height=64)
        self.legend = MarkLegend()
        self.definition = WrappedLabel("", "meta")
        self._lay_out()
        self._places = QTimer(self)  # many columns change at once: their bars are placed once
        self._places.setSingleShot(True)
        self._places.timeout.connect(self.place)
        table.view.arranged.connect(self._places.start)
        table.view.horizontalScrollBar().valueChanged.connect(lambda _at: self.place())
        table.view.head.sectionResized.connect(lambda *_: self._places.start())

    def _lay_out(self) -> None:
        self.words = QWidget()
        words, links = QVBoxLayout(self.words), QVBoxLayout()
        words.setContentsMargins(12, 0, 0, 0)
        for column in (words, links):
            column.setSpacing(0)
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.apart.setContentsMargins(0, 0, 4, 0)
        for line in (self.title, self.under):
            words.addWidget(line)
        for part in (self.larger, self.missed, self.apart):
            links.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        self.strip = QWidget()
        across = QHBoxLayout(self.strip)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.words)
        across.addStretch(1)
        across.addLayout(links)
        self.bars.setParent(self.strip)
        self.bars.lower()
        self.strip.setFixedHeight(look().px(66))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for shown in (self.strip, self.legend, self.definition):
            column.addWidget(shown)

    # ── showing ──

    def show_attendance(self, shown: ShownAttendance, across: Sequence[Across]) -> None:
        """The bars and words of what the matrix shows."""
        self._report = shown.headline
        self._across = {column.key: column for column in across}
        total = shown.headline.total
        seats = total.target_figure is TargetFigure.SEAT
        self.title.setText("Seats at each meeting" if seats else "Personal at each meeting")
        self.apart.setText(shown.report.advisers_range)
        self.larger.setVisible(shown.has_figures)
        letters = [(mark.value, words) for mark, words in short_labels(shown.labels).items()]
        self.legend.set_entries([*letters, ("", NOT_RECORDED)])
        self._show_missed(len(shown.missed))
        self.definition.setText(DEFINITION_SHORT)
        self.strip.setVisible(bool(across))
        self.place()

    def _show_missed(self, count: int) -> None:
        self._missed_words = f"{count} missed two in a row" if count else ""
        self.missed.setVisible(bool(count))
        buttons.reword(self.missed, self._missed_words)

    def toggle_missed(self) -> None:
        """Only those who missed their last two, or everybody again."""
        only = self.missed.text() != ALL_ROWS
        self._only_missed(only)
        buttons.reword(self.missed, ALL_ROWS if only else self._missed_words)

    # ── the bars under their columns ──

    def place(self) -> None:
        """A bar for each column whose middle is in sight between the columns that stay."""
        if self._report is None:
            return
        head, table = self._table.view.head, self._table
        left, right = self._sight()
        bars, places = [], []
        for at, column in enumerate(table.model.columns):
            across = self._across.get(column.key)
            edge, width = head.sectionViewportPosition(at), head.sectionSize(at)
            if across is not None and left <= edge + width // 2 <= right:
                bars.append(across.bar(self._report))
                places.append((edge, width))
        target = self._report.total.target
        self.bars.set_bars(bars, target=None if target is None else float(target))
        self.bars.set_places(places)
        self.bars.setGeometry(0, 0, self.strip.width(), self.strip.height())
        self.bars.setVisible(bool(bars))
        edge = places[0][0] if places else self.strip.width()
        self.words.setFixedWidth(max(min(edge - look().px(8), look().px(MOST_WORDS)), look().px(LEAST_WORDS)))

    def _sight(self) -> tuple[int, int]:
        """From where to where the columns that scroll can be seen."""
        view = self._table.view
        wide = view.viewport().width()
        if not view.horizontalScrollBar().maximum():
            return 0, wide
        pinned = {
            side: sum(
                view.columnWidth(at)
                for at, column in enumerate(self._table.model.columns)
                if column.pin is side
            )
            for side in Pin
        }
        return pinned[Pin.LEFT], wide - pinned[Pin.RIGHT]

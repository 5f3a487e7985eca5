"""The Attendance page: the register as a matrix, the three figures, target and headroom, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from boarddesk.records import attendance, boards, registers
from boarddesk.rules.attendance import MARK_LABELS, NOT_RECORDED, Register
from boarddesk.rules.attendance_counted import By, count
from boarddesk.rules.attendance_figures import DEFINITION_SHORT, NO_FIGURE, target_shown
from boarddesk.rules.attendance_reasons import explain
from boarddesk.rules.attendance_report import AttendanceReport, AttendanceRow, AttendanceTotal
from boarddesk.rules.attendance_table import attendance_report
from boarddesk.rules.headroom import headrooms
from boarddesk.rules.people import Board, Role, Sector, TargetFigure
from boarddesk.ui.attendance import matrix
from boarddesk.ui.attendance.matrix import Matrix, MeetingColumn
from boarddesk.ui.attendance.period import Period, days_of, year_in_words
from boarddesk.ui.attendance.why_panel import WhyPanel
from boarddesk.ui.commands import Command
from boarddesk.ui.page import Page
from boarddesk.ui.theme import look
from boarddesk.ui.widgets.bar_chart import Bar, BarState, BarStrip
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_text import day_and_month
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.figure import Figure
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.mark import MarkLegend
from boarddesk.ui.widgets.record_table import RecordTable
from boarddesk.ui.widgets.segments import Segments

ALL = ""
ROW_HEIGHT = 24


class AttendancePage(Page):
    """Who was there: people down, meetings across, figures at the right, and the sum behind each."""

    name, title, icon = "attendance", "Attendance", "attendance"
    tables = frozenset(
        {
            "meeting",
            "roll",
            "roll_row",
            "attendance_mark",
            "seat",
            "membership",
            "person",
            "organisation",
            "board",
        }
    )
    opens = frozenset({"attendance"})

    def __init__(self) -> None:
        super().__init__()
        self._meetings: tuple[MeetingColumn, ...] = ()
        self._registers: tuple[Register, ...] = ()
        self._report: AttendanceReport | None = None
        self._boards: tuple[Board, ...] = ()
        self._shown: tuple[MeetingColumn, ...] = ()
        self._short_names: dict[str, str] = {}
        self._make_filters()
        self._make_figures()
        self._make_matrix()
        self._lay_out()

    # ── making ──

    def _make_filters(self) -> None:
        self.period = Choice([(one, one) for one in Period], name="Period")
        self.role = Choice([(ALL, "All roles"), *((one, one.capitalize()) for one in Role)], name="Role")
        sectors = [(one, one.capitalize()) for one in Sector]
        self.sector = Choice([(ALL, "All sectors"), *sectors], name="Sector")
        self.grouping = Segments(
            [(By.SEAT, "By seat"), (By.PERSON, "By person"), (By.ORGANISATION, "By organisation")],
            name="Rows",
        )
        for control in (self.period, self.role, self.sector, self.grouping):
            self.header.add_near(control)
            control.picked.connect(lambda _value: self._pick())

    def _make_figures(self) -> None:
        self.figures = {
            "personal": Figure("Personal"),
            "seat": Figure("Seats, deputies counted"),
            "represented": Figure("Organisations represented"),
        }

    def _make_matrix(self) -> None:
        self.table = RecordTable(
            "attendance", matrix.columns(By.SEAT, ()), noun=("row", "rows"), row_height=ROW_HEIGHT
        )
        self.table.view.setAccessibleName("Attendance by meeting")
        self.table.chosen.connect(lambda _id: self._explain())
        self.table.opened.connect(lambda _id: self._explain(open_panel=True))
        self.table.view.selectionModel().currentChanged.connect(lambda *_: self._explain())
        self.table.view.installEventFilter(self)
        self.table.view.resized.connect(self._fit)
        self.table.view.head.sectionResized.connect(lambda *_: self._place_bars())
        self.slider = QScrollBar(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Earlier and later meetings")
        self.slider.valueChanged.connect(lambda _at: self._show_window())
        self.bars = BarStrip(height=64)
        self.why = WhyPanel()
        self.why.closed.connect(self.why.hide)
        self.table.set_empty(
            EmptyState(
                "No meetings in this period",
                "Once a register is taken, everybody’s attendance stands here meeting by meeting, "
                "with the figures your board is judged on and the sum behind each.",
            )
        )

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(24)
        for at, figure in enumerate(self.figures.values()):
            if at:
                across.addWidget(_divider())
            across.addWidget(figure, 1)
        self.body.addLayout(across)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self.slider)
        column.addLayout(self._foot())
        beside.addLayout(column, 1)
        beside.addWidget(self.why)
        self.body.addLayout(beside, 1)

    def _foot(self) -> QVBoxLayout:
        self.trend_title = label("Seats at each meeting", "section")
        self.trend_under = label("per cent of expected", "meta")
        self.advisers = label("", "meta")
        words = QVBoxLayout()
        words.setContentsMargins(12, 0, 0, 0)
        words.setSpacing(0)
        for part in (self.trend_title, self.trend_under, self.advisers):
            words.addWidget(part)
        words.addStretch(1)
        self.trend = QWidget()
        holder = QHBoxLayout(self.trend)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(words)
        holder.addStretch(1)
        self.bars.setParent(self.trend)
        self.trend.setFixedHeight(look().px(66))
        letters = [(mark.value, _brief(words)) for mark, words in MARK_LABELS.items()]
        self.legend = MarkLegend([*letters, ("", NOT_RECORDED)])
        self.definition = WrappedLabel("", "meta")
        column = QVBoxLayout()
        column.setSpacing(6)
        for shown in (self.trend, self.legend, self.definition):
            column.addWidget(shown)
        return column

    # ── loading ──

    def reload(self) -> None:
        """Read the figures and the registers of the period and show them."""
        file = self.office.file
        known = boards.boards(file)
        self._boards = tuple(one for one in known if self.office.board_id in (None, one.id))
        self._short_names = {one.name: one.short_name or one.name for one in boards.organisations(file)}
        first, last = days_of(Period(self.period.value()), self._boards, self.office.today)
        found = registers.registers(file, self.office.board_id, first=first, last=last)
        self._registers = tuple(self._kept(one) for one in found)
        self._meetings = tuple(MeetingColumn(one.meeting, one) for one in self._registers if _is_shown(one))
        self._report = self._figures(first, last)
        self._show_figures()
        self._fit()
        if not self.table.chosen_id():
            self.table.choose_first()
        self._explain()

    def _figures(self, first: date | None, last: date | None) -> AttendanceReport:
        """Counted in the tables; with a role or sector chosen, counted over the registers kept."""
        file, board_id, today = self.office.file, self.office.board_id, self.office.today
        by = By(self.grouping.value())
        if not (self._roles() or self._sectors()):
            return attendance.report(file, by, board_id=board_id, first=first, last=last, today=today)
        year = registers.year_registers(file, board_id, min(last or today, today))
        return attendance_report(
            count(self._registers, by, first=first, last=last),
            self._boards,
            first=first,
            last=last,
            headroom=headrooms([self._kept(one) for one in year], self._boards, by),
        )

    def _roles(self) -> tuple[Role, ...]:
        return (Role(self.role.value()),) if self.role.value() else ()

    def _sectors(self) -> tuple[Sector, ...]:
        return (Sector(self.sector.value()),) if self.sector.value() else ()

    def _kept(self, register: Register) -> Register:
        roles, sectors = self._roles(), self._sectors()
        rows = tuple(
            row
            for row in register.rows
            if (not roles or row.role in roles) and (not sectors or row.sector in sectors)
        )
        return replace(register, rows=rows)

    def _pick(self) -> None:
        self.reload()

    # ── the three figures ──

    def _show_figures(self) -> None:
        if self._report is None:
            return
        total, by_name = self._report.total, self.figures
        target = total.target
        for name, kind in (("personal", TargetFigure.PERSONAL), ("seat", TargetFigure.SEAT)):
            figure = total.personal if kind is TargetFigure.PERSONAL else total.seat
            held = target if total.target_figure is kind else None
            by_name[name].show_figure(figure.shown(held), figure.fraction, self._note(total, kind))
        organisations = {
            row.organisation_id for one in self._registers if one.counts for row in one.rows if row.expected
        }
        count = len(organisations - {None})
        by_name["represented"].show_figure(
            total.representation.shown(),
            total.representation.fraction,
            f"{count} organisation{'' if count == 1 else 's'}",
        )
        kind = total.target_figure
        self.trend_title.setText(
            "Seats at each meeting" if kind is TargetFigure.SEAT else "Personal at each meeting"
        )
        apart = (self._report.advisers_range, self._report.open_note)
        self.advisers.setText(" · ".join(part for part in apart if part))
        self.definition.setText(DEFINITION_SHORT)

    def _note(self, total: AttendanceTotal, kind: TargetFigure) -> str:
        if self._report is None:
            return ""
        low, high = self._report.lowest(kind), self._report.highest(kind)
        ends = f"{low.of(kind).shown()} to {high.of(kind).shown()}" if low and high else ""
        held = total.target is not None and total.target_figure is kind
        target = f"target {target_shown(total.target)}" if held and total.target is not None else ""
        return " · ".join(part for part in (ends, target) if part)

    # ── the matrix and its window of meetings ──

    def _fit(self) -> None:
        """As many meetings as fit stand between the names and the figures; the bar moves over the rest."""
        by = By(self.grouping.value())
        room = self.table.view.viewport().width()
        used = look().px(matrix.fixed_width(by, wide=room >= look().px(matrix.WIDE)))
        fits = max((room - used) // look().px(matrix.MEETING_WIDTH), 3)
        hidden = max(len(self._meetings) - fits, 0)
        at_end = self.slider.value() == self.slider.maximum() or not self._shown
        self.slider.blockSignals(True)
        self.slider.setRange(0, hidden)
        self.slider.setPageStep(fits)
        if at_end:
            self.slider.setValue(hidden)
        self.slider.blockSignals(False)
        self.slider.setVisible(hidden > 0)
        self._show_window()

    def _show_window(self) -> None:
        if self._report is None:
            return
        start = self.slider.value()
        shown = self._meetings[start : start + max(self.slider.pageStep(), 1)]
        by = self._report.by
        made = Matrix(self._report, shown, self._short_names)
        if shown != self._shown or tuple(matrix.columns(by, shown)) != self.table.model.columns:
            self._shown = shown
            self.table.set_columns(matrix.columns(by, shown))
        self.table.set_rows(made.rows() if self._meetings else (), made.groups())
        self._show_bars()
        self.trend.setVisible(bool(self._meetings))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right at the edge of the window bring in the next meeting."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._slide(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _slide(self, key: int) -> bool:
        keys = [one.key for one in self._shown]
        current = self.table.current_column()
        steps = {Qt.Key.Key_Left: (-1, keys[:1]), Qt.Key.Key_Right: (1, keys[-1:])}
        step, edge = steps.get(Qt.Key(key), (0, []))
        wanted = self.slider.value() + step
        if not step or current not in edge or not 0 <= wanted <= self.slider.maximum():
            return False
        self.slider.setValue(wanted)
        return True

    # ── the bars under their columns ──

    def _show_bars(self) -> None:
        if self._report is None:
            return
        kind = self._report.total.target_figure
        counted = {one.meeting.id: one.of(kind) for one in self._report.trend}
        bars = []
        for one in self._shown:
            day = day_and_month(one.meeting.date)
            if one.is_cancelled:
                bars.append(Bar(day, state=BarState.CANCELLED))
            elif not one.counts:
                bars.append(Bar(day, 60.0, state=BarState.OPEN))
            else:
                percent = counted.get(one.meeting.id, NO_FIGURE).percent
                bars.append(Bar(day, None if percent is None else float(percent)))
        target = self._report.total.target
        self.bars.set_bars(bars, target=None if target is None else float(target))
        self._place_bars()

    def _place_bars(self) -> None:
        head, columns = self.table.view.head, self.table.model.columns
        keys = {one.key for one in self._shown}
        places = [
            (head.sectionViewportPosition(at), head.sectionSize(at))
            for at, column in enumerate(columns)
            if column.key in keys
        ]
        self.bars.setGeometry(0, 0, self.trend.width(), self.trend.height())
        self.bars.set_places(places)

    # ── why ──

    def _explain(self, *, open_panel: bool = False) -> None:
        row = self._row()
        if row is None or self._report is None:
            return
        if open_panel:
            self.why.show()
        found = explain(
            self._registers, row.group, self._report.by, first=self._report.first, last=self._report.last
        )
        asked = {"personal": TargetFigure.PERSONAL, "seat": TargetFigure.SEAT}
        figure = asked.get(self.table.current_column(), row.target_figure)
        start = next(one.year_start for one in self._boards if one.id == row.group.board_id)
        self.why.ask(row, found, figure=figure, year=year_in_words(self.office.today, start))

    def _row(self) -> AttendanceRow | None:
        chosen = self.table.chosen_id()
        if not chosen or self._report is None:
            return None
        group = matrix.group_of(chosen)
        return next((row for row in self._report.rows if row.group == group), None)

    # ── deeds ──

    def focus_first(self) -> None:
        """The matrix."""
        self.table.view.setFocus()

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a seat's row."""
        self.grouping.choose(By.SEAT)
        self.reload()
        found = [row.id for row in self.table.model.rows if matrix.group_of(row.id).key == record_id]
        if found:
            self.table.choose(found[0])

    def commands(self) -> Sequence[Command]:
        """What the menus offer for attendance."""
        return (Command("Why this figure", lambda: self._explain(open_panel=True), words="sum explain"),)


def _is_shown(register: Register) -> bool:
    """Meetings still to come without a register would be empty columns."""
    return register.roll_id is not None or not register.meeting.state.is_to_come


def _brief(words: str) -> str:
    """One word of the legend: `present`, `remote`, `part`, `deputy` …"""
    first = words.removeprefix("present ").removeprefix("for ").split(" ")[0]
    return words if words.startswith("not ") else first.removesuffix("ly")


def _divider() -> QWidget:
    made = rule("divider")
    made.setFixedSize(1, look().px(44))
    return made

"""The Attendance page: the register as a matrix, the three figures, target and headroom, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from boarddesk.issuing.attendance import ATTENDANCE, LETTER
from boarddesk.issuing.document_kind import Audience, DocumentQuery
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.attendance.rolls import MeetingRecord
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.plan.feeds import FedPeriod
from boarddesk.rules.refused import Refused
from boarddesk.ui.action import Action
from boarddesk.ui.attendance import by_meeting, empty, feed_dialog, matrix
from boarddesk.ui.attendance.across import Across, columns_across
from boarddesk.ui.attendance.charts_dialog import ChartsDialog
from boarddesk.ui.attendance.controls import Controls
from boarddesk.ui.attendance.foot import Foot
from boarddesk.ui.attendance.headline import Headline
from boarddesk.ui.attendance.matrix import Matrix
from boarddesk.ui.attendance.period import Period, days_in_words, year_in_words
from boarddesk.ui.attendance.report_dialog import EXCEL, WORD, Copy, report_form
from boarddesk.ui.attendance.row_actions import row_actions
from boarddesk.ui.attendance.shown import ONE_NAME, ShownAttendance
from boarddesk.ui.attendance.why_panel import WhyPanel
from boarddesk.ui.document_saving import save_document
from boarddesk.ui.page import Page
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import open_dialog
from boarddesk.ui.widgets.scrolling import keep_in_sight
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Column

ROW_HEIGHT = 24
AFTER_PAINTING = 30
"""Milliseconds until the sum follows the focus: the table is shown first."""

LEAST_ROWS = 6
"""With fewer in sight nothing could be compared: the page scrolls rather than the table alone."""

LEAST_TABLE = 800
"""A table narrower than this hides more meetings than it shows: the sum then opens over it."""


class AttendancePage(Page):
    """Who was there: people down, meetings across, figures at the right, and the sum behind each."""

    name, title, icon = "attendance", "Attendance", "attendance"
    opens = frozenset({"attendance"})

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownAttendance | None = None
        self._across: tuple[Across, ...] = ()
        self._explained: tuple[str, str] = ("", "")
        self._put_aside = False
        self.controls = Controls(self.header)
        self.controls.picked.connect(self.renew)
        self.word = buttons.secondary("Word", lambda: self.save_report(".docx"), icon="word")
        self.excel = buttons.secondary("Excel", lambda: self.save_report(".xlsx"), icon="excel")
        for control in (self.word, self.excel):
            self.header.add(control)
        self.headline = Headline(buttons.link("Feed a KPI…", self.feed_kpi))
        self.figures = self.headline.figures
        self._make_matrix()
        self.why = WhyPanel(letter=self.save_letter, open_meeting=self._open_meeting)
        self.foot = Foot(self.table, charts=self.show_charts, only_missed=self._only_missed)
        self._explains = QTimer(self)
        self._explains.setSingleShot(True)
        self._explains.setInterval(AFTER_PAINTING)
        self._explains.timeout.connect(self.explain)
        self._lay_out()

    def _make_matrix(self) -> None:
        self.table = RecordTable(
            "attendance", (Column("name", "Seat", stretch=True),), noun=("row", "rows"), row_height=ROW_HEIGHT
        )
        self.table.view.setAccessibleName("Attendance by meeting")
        keep_in_sight(self.table, rows=LEAST_ROWS)
        self.table.opened.connect(lambda _id: self.explain(asked=True))
        self.table.view.selectionModel().currentChanged.connect(lambda *_: self._take_focus())

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.headline)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        left.setFocusProxy(self.table)
        self.beside = ListAndDetail(left, self.why, narrow=260, wide=420, least=LEAST_TABLE, whole=True)
        self.beside.detail_closed.connect(self._put_why_aside)
        inside.addWidget(self.beside, 1)
        self.sights = QStackedLayout()
        self.body.addLayout(
            self.sights, 1
        )  # before anything is in it: what it shows would be a window of its own
        self.sights.addWidget(content)

    # ── loading ──

    def reload(self) -> None:
        """Read the figures and letters of the period and show them."""
        before = self.table.chosen_id()
        shown = ShownAttendance(self.session, self.controls.query(), before=self._shown)
        self._shown, self._explained = shown, ("", "")
        self._across = columns_across(shown.rolls.meetings, months=shown.many)
        self.headline.show_attendance(shown)
        self._show_table(shown)
        self.foot.show_attendance(shown, self._across if shown.query.by is not By.MEETING else ())
        for control in (self.word, self.excel):
            control.setVisible(bool(shown.report.trend))
        self._show_empty(self._nothing(shown))
        if not (before and self.table.choose(before)):
            self.table.choose_first()
        self._explains.start()

    def _show_table(self, shown: ShownAttendance) -> None:
        if shown.query.by is By.MEETING:
            columns, (rows, groups) = by_meeting.columns(shown), by_meeting.rows(shown)
        else:
            made = Matrix(shown, self._across)
            columns, rows = matrix.columns(shown, self._across), made.rows()
            groups = made.groups(rows)
        self.table.set_filter(None)
        if tuple(columns) != tuple(self.table.model.columns):
            other = [column.key for column in columns] != [column.key for column in self.table.model.columns]
            self.table.set_rows(())
            self.table.set_columns(columns)
            if other:
                newest = self.table.view.horizontalScrollBar()
                QTimer.singleShot(0, newest, lambda: newest.setValue(newest.maximum()))
        self.table.set_rows(rows if self._across else (), groups)

    # ── nothing to show ──

    def _nothing(self, shown: ShownAttendance) -> EmptyState | None:
        """What is said instead of an empty table: nobody left, other days, or no register at all."""
        if shown.has_seats or (shown.query.by is By.MEETING and self._across and not shown.is_narrowed):
            return None
        if shown.is_narrowed:
            return empty.nobody(self._show_everybody)
        if shown.has_others:
            days = days_in_words(*shown.days())
            return empty.none_in_period(days, self._show_all_meetings, self._take_register)
        return empty.no_register(self._take_register, lambda: self.open_requested.emit("import", ""))

    def _show_empty(self, said: EmptyState | None) -> None:
        """The whole page gives way: figures of nothing, a sum and a legend would only be in the way."""
        before = self.sights.widget(1)
        had_focus = before is not None and before.isAncestorOf(self.window().focusWidget() or self)
        if before is not None:
            self.sights.removeWidget(before)
            before.hide()
            before.deleteLater()
        if said is not None:
            self.sights.addWidget(said)
        self.sights.setCurrentIndex(0 if said is None else 1)
        if had_focus:
            self.focus_first()

    def _take_register(self) -> None:
        self.open_requested.emit("meetings", "")

    def _show_all_meetings(self) -> None:
        self.controls.show_period(Period.ALL)
        self.renew()

    def _show_everybody(self) -> None:
        self.controls.show_everybody()
        self.renew()

    # ── why ──

    def _take_focus(self) -> None:
        """Another cell has the focus: its sum follows, and what can be done with it."""
        self._explains.start()
        if self._shown is not None:
            self.table.set_actions(
                row_actions(
                    self._chosen_row(self._shown),
                    self._meeting_here(self._shown),
                    why=lambda: self.explain(asked=True),
                    letter=self.save_letter,
                    open_meeting=self._open_meeting,
                )
            )

    def _chosen_row(self, shown: ShownAttendance) -> AttendanceRow | None:
        chosen = self.table.chosen_id()
        return shown.row(matrix.group_of(chosen)) if chosen else None

    def _meeting_here(self, shown: ShownAttendance) -> MeetingRecord | None:
        """The meeting of the row or of the column, where it is one meeting of the row's board."""
        chosen = self.table.chosen_id()
        if not chosen:
            return None
        group, key = matrix.group_of(chosen), self.table.current_column()
        if shown.query.by is By.MEETING:
            return next(
                (meeting for meeting in shown.rolls.meetings if meeting.meeting.id == group.key), None
            )
        across = next((column for column in self._across if column.key == key), None)
        found = across.of(group.board_id) if across is not None else []
        return found[0] if len(found) == 1 else None

    def explain(self, *, asked: bool = False) -> None:
        """The sum of the figure with the focus; over the table only when it was asked for."""
        self._put_aside = self._put_aside and not asked
        chosen = self.table.chosen_id()
        shown = self._shown
        row = self._chosen_row(shown) if shown is not None else None
        if row is None or shown is None:
            self.why.ask_nothing()
            return
        if asked or not self._put_aside:
            self.beside.show_detail(asked=asked)
        if not self.beside.is_detail_shown():
            return
        kinds = {"personal": TargetFigure.PERSONAL, "seat": TargetFigure.SEAT}
        figure = kinds.get(self.table.current_column(), row.target_figure)
        if self._explained == (chosen, figure):
            return
        self._explained = (chosen, figure)
        year = year_in_words(self.session.today, shown.board(row.group.board_id).year_start)
        with self.hearing():
            why = shown.why(row.group)
        self.why.ask(row, why, figure=figure, year=year, handover=shown.handover(row))

    def _put_why_aside(self) -> None:
        """Closed by hand, the sum stays away until it is asked for."""
        self._put_aside, self._explained = True, ("", "")

    def _open_meeting(self, meeting_id: str) -> None:
        self.open_requested.emit("meeting", meeting_id)

    def _only_missed(self, only: bool) -> None:
        if self._shown is None:
            return
        if only and self._shown.query.by not in ONE_NAME:
            self.controls.group_by(By.PERSON)
            self.renew()
        wanted = {matrix.row_id(run.group) for run in self._shown.missed}
        self.table.set_filter((lambda row: row.id in wanted) if only else None)
        self.table.view.setFocus()

    # ── actions ──

    def focus_first(self) -> None:
        """The matrix, or what to do first where there is none."""
        said = self.sights.widget(1)
        first = said.findChild(QPushButton) if said is not None else None
        (first or self.table.view).setFocus()

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a seat's row."""
        self.controls.group_by(By.SEAT)
        self.renew()
        found = [row.id for row in self.table.model.rows if matrix.group_of(row.id).key == record_id]
        if found:
            self.table.choose(found[0])

    def show_charts(self) -> None:
        """The trend and the heat map, large, each with its table."""
        if self._shown is None or not self._shown.has_figures:
            raise Refused("Nothing shown here counts towards a figure, so there is nothing to draw.")
        dialog = ChartsDialog(self, self._shown, self._across)
        open_dialog(dialog)

    def save_report(self, ending: str) -> None:
        """The attendance report of the period shown."""
        shown = self._shown
        if shown is None or not shown.report.trend:
            raise Refused("No register is closed in this period, so there is nothing to report yet.")
        counted = {figures.meeting.board_id for figures in shown.report.trend}
        form = report_form(
            [board for board in shown.boards if board.id in counted],
            form=WORD if ending == ".docx" else EXCEL,
            period=days_in_words(*shown.days()),
            save=lambda copy: self._save_copy(copy, ending),
        )
        open_dialog(FormDialog(self, form))

    def _save_copy(self, copy: Copy, ending: str) -> None:
        if self._shown is None:
            return
        first, last = self._shown.days_printed()
        board = self._shown.board(copy.board_id)
        query = DocumentQuery(
            self.session.today,
            board_id=board.id,
            first=first,
            last=self._shown.last,
            percentages=copy.percentages,
            names=copy.names,
            copy=Audience.PUBLIC if copy.for_publication else Audience.MEMBERS,
            people_across=copy.people_across,
        )
        prepare = partial(ATTENDANCE.prepare, self.session.file, query)
        name = f"{board.short_name} attendance to {last or self.session.today}"
        rests = (self.word, self.excel)
        save_document(self, prepare, name=name, ending=ending, issue=copy.issue, rests=rests)

    def save_letter(self, board_id: str, person_id: str, person: str) -> None:
        """A neutral letter for the chair about one person's attendance."""
        if self._shown is None:
            return
        first, last = self._shown.days_printed()
        query = DocumentQuery(
            self.session.today, board_id=board_id, person_id=person_id, first=first, last=last
        )
        prepare = partial(LETTER.prepare, self.session.file, query)
        save_document(self, prepare, name=f"Attendance of {person}", ending=".docx")

    def feed_kpi(self) -> None:
        """Let a KPI follow one of the figures, over the period shown."""
        months = self.controls.query().period is Period.MONTHS
        feed_dialog.ask_to_feed(self, period=FedPeriod.MONTHS if months else FedPeriod.YEAR)

    def commands(self) -> Sequence[Action]:
        """What the menus offer for attendance."""
        return (
            Action("Why this figure", lambda: self.explain(asked=True), words="sum explain"),
            Action("Attendance of other days…", self.controls.ask_days, words="period term quarter from to"),
            Action("Attendance charts", self.show_charts, words="trend heat map"),
            Action("Attendance report in Word…", lambda: self.save_report(".docx"), words="save issue"),
            Action("Attendance report in Excel…", lambda: self.save_report(".xlsx"), words="save workbook"),
            Action("Feed a KPI…", self.feed_kpi, words="figure scorecard follow"),
            Action("Stop feeding a KPI…", lambda: feed_dialog.ask_to_stop(self), words="figure"),
        )

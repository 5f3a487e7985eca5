"""The review of risks: list, one risk to be scored, what changed in it; each score kept is one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from boarddesk.records.risks.scores import set_score
from boarddesk.rules.refused import Refused
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import PageHeader, Session
from boarddesk.ui.risks.review.changes_panel import WIDTH, WIDTH_WIDE, ChangesPanel
from boarddesk.ui.risks.review.course import RiskReview, ScoreEntry
from boarddesk.ui.risks.review.foot import ReviewFoot
from boarddesk.ui.risks.review.progress import ProgressSquares
from boarddesk.ui.risks.review.reading import ReviewOffice, read_office
from boarddesk.ui.risks.review.risk_list import RiskList
from boarddesk.ui.risks.review.score_form import ScoreForm
from boarddesk.ui.risks.review.sheet import RiskSheet
from boarddesk.ui.risks.review.summary import ReviewSummary, lines_of
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_field import NOT_A_DATE
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.notices import Notices
from boarddesk.ui.widgets.opening import check_may_write

TITLE = "Risk review"
ORDER = "the longest unreviewed first"
ANEW = "There is no last score by the matrix in force. Choose both anew."
_LIST, _LIST_WIDE, _MIDDLE, _MIDDLE_MOST, _GAP, _WIDE_FROM = 264, 320, 420, 760, 24, 1500


class ReviewView(QWidget):
    """Goes through the risks of the board in force. `session` is called for the office in force."""

    left = Signal()
    escalate_requested = Signal(str)

    def __init__(self, session: Callable[[], Session]) -> None:
        super().__init__()
        self._session = session
        self.review = RiskReview(closed=True)
        self._office: ReviewOffice | None = None
        self._sheet: RiskSheet | None = None
        self.header = PageHeader(TITLE)
        self.progress, self.squares = label("", "strong"), ProgressSquares()
        self.count = label("", "meta")
        self.notices = Notices()
        self.list = RiskList()
        self.form, self.changes = ScoreForm(), ChangesPanel()
        self.summary, self.foot = ReviewSummary(), ReviewFoot()
        self.back = buttons.secondary("Back to the register", self.leave)
        self.none = EmptyState(
            "No risk to review here",
            "None of these risks is open. Choose another board, or take the filters off the register.",
            buttons=[self.back],
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for part in (self.progress, self.squares, self.count):
            self.header.add(part)
        inside = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(_GAP)
        self._beside.addWidget(self.form, 1)
        self._beside.addWidget(self.changes)
        self._beside.addStretch(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        held = QWidget()
        self._stack = QStackedLayout(held)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.summary)
        self._across = QWidget()
        across = QHBoxLayout(self._across)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(_GAP)
        across.addWidget(self.list)
        across.addWidget(held, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addWidget(self.header)
        down.addLayout(self.notices)
        down.addWidget(self._across, 1)
        down.addWidget(self.none, 1)
        down.addWidget(self.foot)

    def _connect(self) -> None:
        self.form.changed.connect(self._note_typed)
        self.list.picked.connect(self._look_at)
        self.list.entered.connect(self.focus_first)
        self.foot.left.connect(self.leave)
        self.foot.skipped.connect(self.skip)
        self.foot.went_on.connect(self.go_on)
        for keys, does in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Left", self.go_back),
            ("Esc", self.leave),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    # ── beginning and ending ──

    def start(self, only: Iterable[str] | None = None) -> None:
        """Go through the risks of the board, or only those named; a review that was left goes on."""
        check_may_write(self)
        office = self._read()
        wanted = frozenset(only) if only is not None else None
        same = self.review.is_of(self._session().board_id, office.meeting_id, wanted)
        if self.review.closed or not same:
            self._begin(office, wanted)
        self.reload()
        self.focus_first()

    def _begin(self, office: ReviewOffice, only: frozenset[str] | None) -> None:
        typed = {} if self.review.closed else self.review.typed
        self.review = RiskReview(self._session().board_id, office.meeting_id, only, typed=typed)
        self.review.begin(office.risks)

    def leave(self) -> None:
        """Back to the register; what was kept is kept, and what is typed is found again."""
        self.left.emit()

    def close_review(self) -> None:
        """The review is over: a score that was kept changes no more with it."""
        self.review.closed = True
        self.left.emit()

    # ── showing ──

    def reload(self) -> None:
        """The risks as they are now; the one looked at stays, and what is typed too."""
        if self.review.closed:
            return
        office = self._read()
        if self.review.board_id != self._session().board_id:
            self._begin(office, None)
        shown = self._sheet.risk if self._sheet is not None else None
        if shown is not None and shown.id == self.review.at and office.risk(shown.id) is None:
            self.notices.tell(f"{shown.ref} is no longer open.", "The review goes on with the next risk.")
        before = self.review.at
        self.review.follow(office.risks)
        self._show()
        focus = QApplication.focusWidget()
        if self.review.at != before and focus is not None and self.isAncestorOf(focus):
            self.focus_first()

    def _read(self) -> ReviewOffice:
        session = self._session()
        self._office = read_office(session.file, session.board_id, session.today)
        return self._office

    def _show(self) -> None:
        office = self._office
        if office is None:
            return
        self._show_course(office)
        risk, kept = office.risk(self.review.at), self.review.scores(office.risks)
        if risk is None:
            self._sheet = None
            self.summary.show_lines(
                lines_of(office.risks_of(self.review.order), kept, office.today), levels=office.matrix.levels
            )
            self._stack.setCurrentWidget(self.summary)
            self.foot.show_step("Close the review", scores=0)
            return
        self._sheet = office.sheet(risk, kept.get(risk.id))
        entry = self.review.entry(risk.id, kept.get(risk.id))
        self.form.show_risk(self._sheet, entry)
        foot = (self.foot.skip, self.foot.next, self.foot.leave)
        in_order = (self.list.table.view, *self.form.in_order(), *foot)
        for first, second in pairwise(in_order):
            QWidget.setTabOrder(first, second)
        self.changes.show_risk(self._sheet)
        self.changes.follow(entry)
        self._stack.setCurrentWidget(self._scroll)
        self._fit()
        onward = office.risk(self.review.next_after(risk.id, kept))
        steps = max(len(office.matrix.likelihoods), len(office.matrix.impacts))
        self.foot.show_step(f"Keep and go to {onward.ref}" if onward else "Keep and finish", scores=steps)

    def _show_course(self, office: ReviewOffice) -> None:
        """The head and the list: whose review it is, and how far."""
        order, kept = self.review.order, self.review.scores(office.risks)
        day = long_date(office.today)
        self.header.set_detail(
            f"{office.meets[0].name}, {day}" if office.meets else f"{day}, no meeting today"
        )
        at = order.index(self.review.at) if self.review.at in order else -1
        self.progress.setText(f"{at + 1} of {len(order)}" if at >= 0 else "")
        self.squares.set_progress(tuple(risk_id in kept for risk_id in order), at)
        self.count.setText(f"{sum(risk_id in kept for risk_id in order)} kept, {ORDER}")
        for part in (self.progress, self.squares, self.count, self._across, self.foot):
            part.setVisible(bool(order))
        self.none.setVisible(not order)
        self.list.show_risks(office.risks_of(order), kept, now=self.review.at)

    def focus_first(self) -> None:
        """The keys of the likelihood; at the end the summary."""
        if not self.review.order:
            self.back.setFocus()
        elif self._sheet is None:
            self.foot.next.setFocus()
        else:
            self._scroll.verticalScrollBar().setValue(0)
            self.form.focus_on("likelihood")
            self._scroll.ensureWidgetVisible(self.form.likelihood)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All three beside each other; without room first the list goes, then the changes stand below."""
        here, wide = look(), self.width()
        panel = WIDTH_WIDE if wide >= here.px(_WIDE_FROM) else WIDTH
        middle = max(here.px(_MIDDLE), self.form.minimumSizeHint().width())
        beside = middle + _GAP + here.px(WIDTH)
        self.list.setVisible(wide >= here.px(_LIST) + _GAP + beside)
        self.list.setFixedWidth(here.px(_LIST_WIDE if wide >= here.px(_WIDE_FROM) else _LIST))
        under = wide < beside
        self._beside.setDirection(
            QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        )
        self.changes.setMinimumWidth(0 if under else here.px(panel))
        self.changes.setMaximumWidth(wide if under else here.px(panel))
        self.form.setMaximumWidth(wide if under else here.px(_MIDDLE_MOST))

    # ── what a person does ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no field takes: S is the same as last, E escalates."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not held and event.key() == Qt.Key.Key_S:
            self.take_last()
        elif not held and event.key() == Qt.Key.Key_E:
            self.escalate()
        else:
            super().keyPressEvent(event)

    def take_last(self) -> None:
        """Both keys as they were last."""
        if self._sheet is not None and not self.form.take_last():
            self.form.refuse(ANEW, "likelihood")

    def escalate(self) -> None:
        """Ask for the risk looked at to be sent to a board above."""
        if self._sheet is not None:
            self.escalate_requested.emit(self._sheet.risk.id)

    def _note_typed(self) -> None:
        if self._sheet is not None:
            entry = self.form.entry()
            self.review.typed[self._sheet.risk.id] = entry
            self.changes.follow(entry)

    def _look_at(self, risk_id: str) -> None:
        self.notices.hush()
        self.review.at = risk_id
        self._show()

    def go_back(self) -> None:
        """The risk before, kept or not."""
        before = self.review.before(self.review.at)
        if before:
            self._look_at(before)
            self.focus_first()

    def skip(self) -> None:
        """Pass over the risk; it is named at the end."""
        if self._sheet is not None:
            self.review.skipped.add(self._sheet.risk.id)
            self._go_on_from(self._sheet.risk.id)

    def go_on(self) -> None:
        """Keep the score and go to the next risk; at the end the review is closed."""
        if self._sheet is None:
            self.close_review()
        elif self._keep(self._sheet, self.form.entry()):
            self._go_on_from(self._sheet.risk.id)

    def _go_on_from(self, risk_id: str) -> None:
        kept = self.review.scores(self._office.risks) if self._office is not None else {}
        self._look_at(self.review.next_after(risk_id, kept))
        self.focus_first()

    def _keep(self, sheet: RiskSheet, entry: ScoreEntry) -> bool:
        """Write the score, where anything of it is new; what is missing is said beside its field."""
        check_may_write(self)
        try:
            if not self.form.is_fine():
                raise Refused(NOT_A_DATE, field="next_review")
            score = sheet.check(entry)
        except Refused as refused:
            self.form.refuse(refused.sentence, refused.field)
            return False
        if sheet.kept is None or sheet.risk.id in self.review.typed:
            file = self._session().file
            with file.change(f"Score of {sheet.risk.ref}"):
                made = set_score(
                    file,
                    sheet.risk.id,
                    likelihood=entry.likelihood,
                    impact=entry.impact,
                    as_at=sheet.today,
                    why=score.why,
                    next_review=sheet.day(entry),
                    meeting_id=self.review.meeting_id,
                    instead_of=sheet.kept.id if sheet.kept is not None else "",
                )
            self.review.keep(sheet.risk.id, made, entry)
        return True

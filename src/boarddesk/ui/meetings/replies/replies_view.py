"""Before the day: who is coming, seat by seat, and whether the meeting will be quorate."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records import boards
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.quorum import Answer, Reply, forecast, replies_counted
from boarddesk.rules.registers.register import Register, RollRow
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.register.deputies import named_deputies, offer_deputies
from boarddesk.ui.meetings.register.rows import choose_next, seat_words, sentence_case, short_names
from boarddesk.ui.meetings.replies.forecast_panel import ForecastPanel
from boarddesk.ui.meetings.replies.reply_dialog import reply_form
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

LETTER = {Answer.COMING: "C", Answer.DEPUTY: "D", Answer.APOLOGIES: "A"}
ANSWER = {letter: answer for answer, letter in LETTER.items()}
LETTERS = "".join(ANSWER)
KEYS = (
    "C coming, D a deputy comes, A apologies: a letter keeps the reply and moves down. "
    "↑ ↓ move, Delete takes it back, F2 opens the row."
)

COLUMNS = (
    Column("name", "Name", 160, fits=240, typed=True),
    Column("seat", "Seat", 220, stretch=True, ink=Ink.MUTED, typed=True),
    Column("quorum", "Quorum", 66, ink=Ink.MUTED, typed=True),
    Column("reply", "Reply", 104, kind=Kind.KEYS, typed=True),
    Column("note", "Note", 180, stretch=True, ink=Ink.MUTED, typed=True),
)


class RepliesView(QWidget):
    """Shows the roll of a meeting to come with what each seat answered; letters write."""

    def __init__(self, session: Callable[[], Session], *, opens: Callable[[], object]) -> None:
        super().__init__()
        self._session = session
        self._register: Register | None = None
        self._replies: dict[str, Reply] = {}
        self.open_register = buttons.secondary("Open the register", opens, icon="check")
        self.count = label("", "muted")
        self.table = RecordTable("replies", COLUMNS, noun=("seat", "seats"))
        self.table.view.setAccessibleName("Replies")
        self.panel = ForecastPanel()
        self._lay_out()
        self.table.typed.connect(lambda row_id, _column, letter: self._type(row_id, letter))
        self.table.opened.connect(self.open_row)
        opens_row = Action("Open row", lambda: self.open_row(self.table.chosen_id()), row_keys="F2")
        self.table.set_actions([opens_row])

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(label("Replies before the day", "section"))
        tools.addWidget(self.count)
        tools.addStretch(1)
        tools.addWidget(self.open_register)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(WrappedLabel(KEYS, "meta"))
        self.beside = ListAndDetail(left, self.panel, narrow=300, wide=420, least=700, escapes=False)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.beside)

    # ── showing ──

    def show_meeting(self, register: Register) -> None:
        """The roll as it would be, with the replies there are."""
        session = self._session()
        (self._register,) = registers.with_expected_rolls(session.file, [register])
        found = registers.replies(session.file, register.meeting.id)
        self._replies = {reply.seat_id: reply for reply in found}
        names = short_names(boards.organisations(session.file))
        self.table.set_rows([_row(row, self._replies.get(row.seat_id), names) for row in self._register.rows])
        if not self.table.chosen_id():
            self.table.choose_first()
        board = boards.board(session.file, register.meeting.board_id)
        expected = forecast(board, self._register.rows, found, day=self._register.meeting.date)
        given = replies_counted(self._register.rows, found)
        self.panel.show_forecast(given, expected)
        answered = f"{given.answered} of {given.number_asked} asked have answered"
        self.count.setText(f"{answered} · {expected.word.lower()}" if given.number_asked else "")
        self.open_register.setVisible(register.meeting.date > session.today and bool(self._register.rows))
        self.beside.show_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.show_detail()

    def _row_of(self, seat_id: str) -> RollRow | None:
        rows = self._register.rows if self._register else ()
        return next((row for row in rows if row.seat_id == seat_id and row.person_id), None)

    # ── writing ──

    def _type(self, seat_id: str, letter: str) -> None:
        row, letter = self._row_of(seat_id), letter.upper()
        if row is None or (letter and letter not in ANSWER):
            return
        answer = ANSWER.get(letter)
        deputies = named_deputies(self._session().file, row) if answer is Answer.DEPUTY else []
        if deputies:
            offer_deputies(
                self.table,
                row,
                deputies,
                takes=lambda person_id: self._keep(row, Answer.DEPUTY, deputy_id=person_id),
                asks=lambda: self.open_row(row.seat_id, Answer.DEPUTY),
            )
        else:
            self._keep(row, answer)

    def _keep(self, row: RollRow, answer: Answer | None, *, deputy_id: str | None = None) -> None:
        if self._register is None:
            return
        meeting_id = self._register.meeting.id
        attendance.reply(self._session().file, meeting_id, row.seat_id, answer=answer, deputy_id=deputy_id)
        if answer is not None:
            choose_next(self.table, row.seat_id)

    def open_row(self, seat_id: str, answer: Answer | None = None) -> None:
        """Everything about one reply in a dialog."""
        row = self._row_of(seat_id)
        if row is None or self._register is None:
            return
        form = reply_form(
            self._session().file,
            self._register.meeting.id,
            row,
            reply=self._replies.get(seat_id),
            answer=answer,
        )
        open_form(self, form)


def _row(row: RollRow, reply: Reply | None, names: Mapping[str, str]) -> Row:
    source = names.get(row.organisation, row.organisation)
    cells = {
        "name": Cell(row.who, ink=None if row.person_id else Ink.MUTED),
        "seat": Cell(seat_words(row, source), tip=f"{row.seat_title}, {row.organisation}".rstrip(", ")),
        "quorum": Cell("yes" if row.counts_for_quorum else "–"),
        "reply": Cell(
            mark=LETTER[reply.answer] if reply else "",
            keys=LETTERS if row.person_id else "",
            said=reply.answer.value if reply else "no reply",
        ),
        "note": _note(row, reply),
    }
    return Row(row.seat_id, cells)


def _note(row: RollRow, reply: Reply | None) -> Cell:
    if not row.person_id:
        return Cell("Seat vacant")
    if reply is None:
        return Cell("No reply", ink=Ink.FAINT)
    words = f"Deputy: {reply.deputy or 'not named'}" if reply.answer is Answer.DEPUTY else reply.reason
    return Cell(sentence_case(words), tip=words)

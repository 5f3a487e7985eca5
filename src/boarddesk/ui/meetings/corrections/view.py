"""The corrections of a meeting's draft minutes: by item, accepted or refused, and taken as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.copies import current
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes import corrections as records
from boarddesk.records.registers.reading import register
from boarddesk.rules.minutes.corrections.points import CorrectionPoint, points
from boarddesk.rules.minutes.corrections.returns import CopyBack
from boarddesk.rules.minutes.corrections.showing import AROUND, ShownWords, Sign
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, cut_characters, day_in_short
from boarddesk.ui import office_dialogs
from boarddesk.ui.action import Action
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.corrections.forms import answer_comment_form, own_words_form
from boarddesk.ui.meetings.corrections.incoming import IncomingCopies
from boarddesk.ui.meetings.corrections.marked_text import MarkedText
from boarddesk.ui.meetings.corrections.panel import CorrectionPanel, PanelActions
from boarddesk.ui.meetings.corrections.point_row import WHO_WIDTH, PointRow
from boarddesk.ui.meetings.corrections.shown_points import Show, people_of, summary
from boarddesk.ui.page import Page, Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import label, rule
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.scrolling import scrolling
from boarddesk.ui.widgets.segments import Segments

KINDS = "Word documents (*.docx);;All files (*)"
_NOTHING = (
    "Drop the Word copies that come back here, or add them: what each puts in, takes out, moves and says "
    "stands here by item, to be accepted or refused one by one."
)


class CorrectionsView(QWidget):
    """The list by item with the chosen correction beside it."""

    def __init__(self, page: Page, session: Callable[[], Session]) -> None:
        super().__init__()
        self._page, self._session = page, session
        self._meeting_id, self._chosen = "", ""
        self.draft: Circulation | None = None
        self.points: tuple[CorrectionPoint, ...] = ()
        self._copies: tuple[CopyBack, ...] = ()
        self._sent = 0
        self._rows: dict[str, PointRow] = {}
        self._closed: set[str] = set()
        self._listed: tuple[bool, list[tuple[str, str]]] | None = None
        self.panel = CorrectionPanel(
            PanelActions(
                self.write, self.answer, self._settle, self._reopen, self.ask_for_copies, self._remove
            )
        )
        self.offers = self._offers()
        self.incoming = IncomingCopies(page, session)
        self._lay_out()

    # ── laying out ──

    def _lay_out(self) -> None:
        self.show_which = Segments([(which.value, which.value) for which in Show], name="Show")
        self.show_which.picked.connect(lambda _value: self._fill())
        self.people = Choice([("", "All people")], name="Whose corrections")
        self.people.picked.connect(lambda _value: self._fill())
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.show_which)
        tools.addWidget(self.people)
        tools.addStretch(1)
        for sign in (Sign.PUT_IN, Sign.TAKEN_OUT):
            told = MarkedText((ShownWords(sign.value, sign),))
            told.setFixedWidth(look().px(72))
            tools.addWidget(told)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addLayout(self._head())
        self._list = QWidget()
        self._list.setProperty("ground", "page")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = scrolling(self._list)
        self.area.setAccessibleName("Corrections")
        column.addWidget(self.area, 1)
        self.beside = ListAndDetail(self.left, self.panel, narrow=328, wide=420, least=600, escapes=False)
        self.beside.detail_closed.connect(self.focus_first)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.beside)

    def _head(self) -> QVBoxLayout:
        head, row = QVBoxLayout(), QHBoxLayout()
        head.setSpacing(4)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        first = label("Who", "head")
        first.setFixedWidth(look().px(WHO_WIDTH))
        row.addWidget(first)
        row.addWidget(label("What the draft says, and the change", "head"), 1)
        row.addWidget(label("Your choice", "head"))
        head.addLayout(row)
        head.addWidget(rule())
        return head

    # ── showing ──

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._session().file

    def open(self, meeting_id: str) -> None:
        """The corrections of a meeting."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._chosen = meeting_id, ""
            self._closed.clear()

    def reload(self) -> None:
        """Read what came back and what was decided again."""
        self.draft = current(self.file, self._meeting_id)
        self.points = points(records.suggestions(self.file, self.draft.id), self.draft)
        self._copies = records.copies_back(self.file, self.draft.id)
        self._sent = len(register(self.file, self._meeting_id).rows)
        for which in Show:
            count = sum(which.has(point) for point in self.points)
            self.show_which.reword(which.value, f"{which} {count}")
        was = self.people.value()
        self.people.set_choices([("", "All people"), *((name, name) for name in people_of(self.points))])
        self.people.choose(was if was in people_of(self.points) else "")
        self._fill()

    def title(self) -> str:
        """`SIB 2026/27 · 03, draft sent Fri 12 Jun`"""
        if self.draft is None:
            return ""
        named = title(self.file, meeting(self.file, self._meeting_id))
        which = f"draft {self.draft.version}" if self.draft.version > 1 else "draft"
        return f"{named}, {which} sent {day_in_short(self.draft.sent_on)}"

    @property
    def waiting(self) -> int:
        """How many are accepted and not in the minutes yet."""
        return sum(point.chosen[0].is_waiting for point in self.points if point.chosen)

    def _fill(self) -> None:
        """The rows that are wanted; where they are the same as before, only how each stands."""
        which, whose = Show(self.show_which.value()), self.people.value()
        wanted = [
            point
            for point in self.points
            if which.has(point) and (not whose or whose in {one.author for one in point.suggestions})
        ]
        keys = [point.key for point in wanted]
        listed = (bool(self.points), [(self._item_of(point), point.key) for point in wanted])
        if listed == self._listed and list(self._rows) == keys:
            for point in wanted:
                self._rows[point.key].show_point(point)
        else:
            self._build(wanted)
            self._listed = listed
        if self._chosen not in self._rows:
            self._chosen = wanted[0].key if wanted else ""
        self._show_chosen()

    def _item_of(self, point: CorrectionPoint) -> str:
        items = self.draft.items if self.draft is not None else ()
        found = next((item for item in items if item.id == point.first.item_id), None)
        return f"{found.number}  {found.title}" if found else AROUND

    def _build(self, wanted: Sequence[CorrectionPoint]) -> None:
        has_focus = self.left.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        while self._column.count():
            item = self._column.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._rows = {}
        names = dict.fromkeys(self._item_of(point) for point in wanted)
        for name in names:
            of_item = [point for point in wanted if self._item_of(point) == name]
            self._add_group(name, of_item)
        if not wanted:
            self._column.addWidget(self._empty())
        if has_focus:
            self.focus_first()

    def _empty(self) -> EmptyState:
        if self.points:
            return EmptyState("None of these", "Choose All to see every correction and comment.")
        add = buttons.secondary("Add a copy…", self.ask_for_copies, icon="plus")
        return EmptyState("No copy has come back yet", _NOTHING, buttons=[add])

    def _add_group(self, name: str, of_item: Sequence[CorrectionPoint]) -> None:
        head = QPushButton(f" {name}    {summary(of_item)}")
        head.setProperty("look", "group")
        head.setAccessibleName(f"{name}, {summary(of_item)}")
        head.setAutoDefault(False)
        self._column.addWidget(head)
        rows: list[PointRow] = []
        for point in of_item:
            row = PointRow(point, self.draft) if self.draft is not None else None
            if row is not None:
                self._join(row)
                self._column.addWidget(row)
                rows.append(row)

        def turn() -> None:
            self._closed ^= {name}
            show()

        def show() -> None:
            is_open = name not in self._closed
            icons.give(head, "chevron-down" if is_open else "chevron-right", ink="ink")
            for row in rows:
                row.setVisible(is_open)

        head.clicked.connect(turn)
        show()

    def _join(self, row: PointRow) -> None:
        self._rows[row.point.key] = row
        row.came.connect(self._choose)
        row.opened.connect(lambda _key: self.beside.show_detail(asked=True))
        row.stepped.connect(self._step)
        row.accepted.connect(self._accept)
        row.left_open.connect(self._leave_open)
        row.answer_wanted.connect(lambda key: self.answer(self._point(key).first))

    def _point(self, key: str) -> CorrectionPoint:
        found = next((point for point in self.points if point.key == key), None)
        if found is None:
            raise Refused("Choose a correction first.")
        return found

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self._show_chosen()

    def _step(self, by: int) -> None:
        shown = [key for key, row in self._rows.items() if row.isVisible()]
        if self._chosen in shown:
            at = min(max(shown.index(self._chosen) + by, 0), len(shown) - 1)
            self._rows[shown[at]].setFocus()
            self.area.ensureWidgetVisible(self._rows[shown[at]])

    def _show_chosen(self) -> None:
        for key, row in self._rows.items():
            row.set_chosen(chosen=key == self._chosen)
        if self.draft is None:
            return
        if self._chosen in self._rows:
            point = self._point(self._chosen)
            beside = [
                other.first
                for other in self.points
                if other.is_comment and other.first.block and other.first.block == point.first.block
            ]
            self.panel.show_point(point, beside, self.draft)
            self.panel.add_copies(self._copies, self.draft, sent=self._sent)
        else:
            self.panel.show_copies(self._copies, self.draft, sent=self._sent)
        self.beside.show_detail()

    def leave(self) -> bool:
        """Esc: first what lies over the list."""
        if self.beside.covers and self.beside.is_detail_shown():
            self.beside.close_detail()
            return True
        return False

    def focus_first(self) -> None:
        """The chosen correction."""
        row = self._rows.get(self._chosen)
        (row if row is not None and row.isVisible() else self.show_which).setFocus()

    # ── deciding ──

    def _accept(self, key: str, suggestion_id: str) -> None:
        check_may_write(self)
        point = self._point(key)
        name = "Refuse correction" if not suggestion_id else "Accept correction"
        records.decide_on(self.file, point.choices(suggestion_id or None), label=name)

    def _leave_open(self, key: str) -> None:
        check_may_write(self)
        point = self._point(key)
        undecided = {one.id: CorrectionChoice.UNDECIDED for one in point.suggestions}
        records.decide_on(self.file, undecided)

    def write(self, point: CorrectionPoint) -> None:
        """Ask for her own words in the stead of what was proposed."""
        one = point.chosen[0] if point.chosen else point.first
        if self.draft is not None:
            open_form(self._page, own_words_form(self.file, point, one, self.draft))

    def answer(self, one: Suggestion) -> None:
        """Ask what is answered to a comment."""
        open_form(self._page, answer_comment_form(self.file, one))

    def _settle(self, one: Suggestion) -> None:
        check_may_write(self)
        records.answer_comment(self.file, one.id, "")

    def _reopen(self, one: Suggestion) -> None:
        check_may_write(self)
        records.reopen_comment(self.file, one.id)

    def accept_rest(self) -> None:
        """Accept all that is undecided and clashes with nothing, as one change."""
        check_may_write(self)
        rest = [
            point
            for point in self.points
            if point.is_undecided and not point.is_conflict and not point.is_comment and not point.is_taken
        ]
        if not rest:
            raise Refused("Nothing is left to accept but conflicts and comments.")
        choices = {key: choice for point in rest for key, choice in point.choices(point.key).items()}
        records.decide_on(self.file, choices, label=f"Accept {count_in_figures(len(rest), 'correction')}")

    def take(self) -> None:
        """Take what is accepted into the minutes; what does not fit any more is said and waits."""
        check_may_write(self)
        if self.draft is None:
            return
        count = self.waiting
        left = records.take(self.file, self.draft.id, today=self._session().today)
        done = f"{count_in_figures(count - len(left), 'correction')} taken into the minutes."
        if left:
            names = "; ".join(
                f"{one.author}: {cut_characters(one.was or one.will_be, 60)}" for one, _ in left
            )
            self._page.tell(f"{done} {len(left)} left undecided.", f"{left[0][1]} {names}")
        else:
            self._page.tell(done, "One change: Ctrl+Z takes it back.", tone=Tone.GOOD)

    # ── copies ──

    def ask_for_copies(self) -> None:
        """Ask for the files of copies that came back."""
        check_may_write(self)
        dialog = office_dialogs.file_dialog(self, "Add copies", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.take_files)
        dialog.open()

    def take_files(self, names: Sequence[str]) -> None:
        """Take in files that were dropped or chosen."""
        check_may_write(self)
        self.incoming.take(names, meeting_id=self._meeting_id)

    def _remove(self, copy: CopyBack) -> None:
        check_may_write(self)
        records.remove_copy(self.file, copy.id)

    def _offers(self) -> tuple[Action, ...]:
        return (
            Action(
                "Accept all that clash with nothing",
                self.accept_rest,
                words="corrections",
                applies=lambda: self.isVisible() and bool(self.points),
            ),
            Action(
                "Take accepted corrections",
                self.take,
                words="minutes",
                applies=lambda: self.isVisible() and bool(self.waiting),
            ),
        )

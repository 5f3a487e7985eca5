"""The Meetings page: a board's meetings by year; one opens as a workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QStackedLayout

from boarddesk.issuing.agenda import AGENDA
from boarddesk.issuing.document_kind import Audience, DocumentQuery
from boarddesk.issuing.meetings import SIGN_IN
from boarddesk.records import boards, meetings
from boarddesk.records.agenda.items import agenda_item
from boarddesk.records.attendance import tallies as attendance_tallies
from boarddesk.records.registers import reading as registers
from boarddesk.records.timetable import timetable
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.marking import check_may_open
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action, separator
from boarddesk.ui.document_saving import ask_for_issued, save_document
from boarddesk.ui.meetings.agenda.view import agenda_part
from boarddesk.ui.meetings.attendance import attendance_part
from boarddesk.ui.meetings.business import business_part
from boarddesk.ui.meetings.calendar_dialog import offer_calendar_file
from boarddesk.ui.meetings.documents import documents_part, write_document
from boarddesk.ui.meetings.forward_plan.view import ForwardPlanView
from boarddesk.ui.meetings.mail_dialog import offer_mail
from boarddesk.ui.meetings.meeting_dialog import add_meeting_form
from boarddesk.ui.meetings.meeting_list import COLUMNS, rows, waits_first
from boarddesk.ui.meetings.minutes.view import minutes_part
from boarddesk.ui.meetings.pack import ask_for_pack
from boarddesk.ui.meetings.papers.view import papers_part
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.register.mark_words_dialog import TITLE, mark_words_form
from boarddesk.ui.meetings.register.room import Room
from boarddesk.ui.meetings.returns import returns_part
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.meetings.year.actions import year_actions
from boarddesk.ui.meetings.year.round_view import round_part
from boarddesk.ui.page import Page
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Banner, Tone
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.opening import check_may_write, pop_up_under
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.table.record_table import RecordTable

PARTS: tuple[Callable[[Workspace], MeetingPart], ...] = (
    agenda_part,
    attendance_part,
    minutes_part,
    business_part,
    papers_part,
    returns_part,
    documents_part,
    round_part,
)
"""The parts of a meeting, in the order of their tabs."""
MEETINGS, AHEAD = "meetings", "forward plan"


class MeetingsPage(Page):
    """The list with the meeting opened from it, and the forward plan beside it."""

    name, title, icon = "meetings", "Meetings", "meetings"
    opens = frozenset({"meeting", "minute", "forward entry"})

    def __init__(self) -> None:
        super().__init__()
        self._open_id = self._empty_for = ""
        self.room: Room | None = None
        self._of_year = year_actions(self, self._wanted_boards)
        self.table = RecordTable("meetings", COLUMNS, noun=("meeting", "meetings"))
        self.table.opened.connect(lambda row_id: self.open_record("meeting", row_id))
        self.workspace = Workspace(lambda: self.session)
        self.workspace.set_parts([make(self.workspace) for make in PARTS])
        self.workspace.part_requested.connect(self.renew)
        self.workspace.room_requested.connect(self.open_room)
        self.workspace.sign_in_requested.connect(self.save_sign_in)
        self.workspace.pack_requested.connect(self.save_pack)
        self.workspace.calendar_requested.connect(self.save_calendar)
        self.workspace.mail_requested.connect(self.write_mail)
        self.workspace.document_requested.connect(self.write_document)
        self.workspace.issue_requested.connect(partial(self.write_document, issue=True))
        self.workspace.agenda_issue_requested.connect(lambda: self.write_document(AGENDA.key, issue=True))
        self.workspace.issued_requested.connect(partial(ask_for_issued, self))
        self.workspace.seats_requested.connect(lambda: self.open_requested.emit("seat", ""))
        self.workspace.record_requested.connect(self.open_requested.emit)
        self.workspace.told.connect(lambda title, says: title and self.tell(title, says, tone=Tone.GOOD))
        self._stack = QStackedLayout()
        # First: a stack nobody holds shows its part as a window of its own.
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.workspace)
        self.ahead = ForwardPlanView(self, lambda: self.session)
        self.ahead.table.counted.connect(lambda _words: self._dress())
        self._stack.addWidget(self.ahead)
        self._make_header()

    def _make_header(self) -> None:
        self.lists = Segments([(MEETINGS, "Meetings"), (AHEAD, "Forward plan")], name="Show")
        self.lists.picked.connect(lambda _list: self._pick_list())
        self.header.add_near(self.lists)
        self.back = buttons.quiet("All meetings", self.show_list, icon="chevron-left")
        self.more = buttons.icon_button("more", "More for meetings", self._open_menu)
        self.add = buttons.secondary("Add meeting", self.new_record)
        self.save_plan = buttons.secondary("Save as Word", self.ahead.save, icon="word")
        self.next = buttons.primary("", self.workspace.take_next_step)
        for control in (self.back, self.more, self.save_plan, self.add, self.next):
            self.header.add(control)
        self.header.installEventFilter(self.workspace)
        leaves = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.workspace)
        leaves.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaves.activated.connect(self._leave)

    def _leave(self) -> None:
        """Esc: first what lies over the rows, then the meeting."""
        if not self.workspace.leave_part():
            self.show_list()

    # ── showing ──

    def _hear(self, tables: frozenset[str]) -> None:
        """What the workspace keeps is let go of before anything is read again."""
        self.workspace.kept.forget(tables)
        super()._hear(tables)

    def reload(self) -> None:
        """The list, and the open meeting while it is there."""
        was_open = bool(self._open_id)
        found = self._opened()
        if found is not None:
            self.workspace.show_meeting(found)
            self._stack.setCurrentWidget(self.workspace)
        elif self.shows_ahead:
            self.ahead.reload()
            self._stack.setCurrentWidget(self.ahead)
        else:
            focus = self.window().focusWidget()
            self._show_list(focus=was_open and focus is not None and self.isAncestorOf(focus))
        self._dress()

    @property
    def shows_ahead(self) -> bool:
        """Whether the forward plan stands in place of the meetings."""
        return not self._open_id and self.lists.value() == AHEAD

    def _pick_list(self) -> None:
        """The meetings, or what is planned ahead."""
        self.move_on()
        self.renew()
        self.focus_first()

    def _show_list(self, *, focus: bool) -> None:
        known = self._boards()
        found = attendance_tallies.rolls(self.session.file, board_id=self.session.board_id)
        self._offer_a_start(has_boards=bool(known))
        self.table.set_rows(*rows(found, known, self.session.today, timetable=timetable(self.session.file)))
        if not self.table.chosen_id():
            self.table.choose(waits_first(found, self.session.today))
        self._stack.setCurrentWidget(self.table)
        if focus:
            self.table.view.setFocus()

    def _offer_a_start(self, *, has_boards: bool) -> None:
        """Where the list is empty: the first thing that can be done."""
        wanted = "meeting" if has_boards else "board"
        if wanted != self._empty_for:
            self._empty_for = wanted
            self.table.set_empty(self._no_meetings() if has_boards else self._no_boards())

    def _bring_in(self) -> QPushButton:
        return buttons.secondary("Bring in registers", lambda: self.open_requested.emit("import", ""))

    def _no_meetings(self) -> EmptyState:
        return EmptyState(
            "No meetings yet",
            "A board’s meetings stand here by year, each with its register. Add the next one, or "
            "bring in a year’s attendance from Excel.",
            buttons=[buttons.primary("Add a meeting", self._add_meeting), self._bring_in()],
        )

    def _no_boards(self) -> EmptyState:
        add = buttons.primary("Add a board", lambda: self.open_requested.emit("board", ""))
        return EmptyState(
            "No meetings yet",
            "Meetings are a board’s: add the board first, and its meetings follow. A year’s attendance "
            "from Excel brings the board, its seats and its meetings with it.",
            buttons=[add, self._bring_in()],
        )

    def _opened(self) -> Register | None:
        """The meeting opened; one that is gone, or of a board not in sight, is open no longer."""
        found = registers.find_register(self.session.file, self._open_id) if self._open_id else None
        if found is None or self.session.board_id not in (None, found.meeting.board_id):
            self._open_id = ""
            return None
        return found

    def _boards(self) -> dict[str, Board]:
        return {board.id: board for board in boards.boards(self.session.file)}

    def _dress(self) -> None:
        """The header of the list or of the meeting."""
        is_open, ahead = bool(self._open_id), self.shows_ahead
        self.lists.setVisible(not is_open)
        self.header.set_title(self.workspace.number() if is_open else self.title)
        listed = self.ahead.says() if ahead else self.table.count_text()
        self.header.set_detail(self.workspace.facts() if is_open else listed)
        self.back.setVisible(is_open)
        self.more.setVisible(is_open or (not ahead and bool(self._boards())))
        self.save_plan.setVisible(ahead and not self.ahead.is_empty)
        buttons.reword(self.add, "Add item" if ahead else "Add meeting")
        self.add.setVisible(not (self.ahead.is_empty if ahead else is_open or not self.table.model.rows))
        step = self.workspace.next_step
        left = self.next.hasFocus() and step is None
        self.next.setVisible(is_open and step is not None)
        buttons.reword(self.next, step.title.removesuffix("…") if step is not None else "")
        if left:
            self.focus_first()

    def show_list(self) -> None:
        """Back to the list, with the meeting chosen in it."""
        self.move_on()
        was, self._open_id = self._open_id, ""
        self.renew()
        self.table.choose(was)
        self.table.view.setFocus()

    def open_record(self, kind: str, record_id: str) -> None:
        """Open one meeting as a workspace, at an item of its minutes too; or an item of the forward plan."""
        if kind == "forward entry":
            self._go_ahead(record_id)
            if not record_id:
                self.ahead.add()
        elif record_id:
            meeting_id = (
                agenda_item(self.session.file, record_id).meeting_id if kind == "minute" else record_id
            )
            if meeting_id != self._open_id:
                self.move_on()
            self._open_id = meeting_id
            self.renew()
            if kind == "minute":
                self.workspace.show_part("Minutes", record_id)
            self.focus_first()

    def _go_ahead(self, entry_id: str) -> None:
        self.move_on()
        self._open_id = ""
        self.lists.choose(AHEAD)
        self.renew()
        if entry_id:
            self.ahead.choose(entry_id)
        self.focus_first()

    def focus_first(self) -> None:
        """The list in front, or the register of the open meeting."""
        if self._open_id:
            self.workspace.focus_rows()
        elif self.shows_ahead:
            self.ahead.focus_first()
        else:
            self.table.view.setFocus()

    # ── actions ──

    def new_record(self) -> None:
        """Something new in the part in front of the open meeting; an item of the forward plan; a meeting."""
        check_may_write(self)
        makes = self.workspace.front.new if self._open_id else None
        if makes is not None:
            makes()
        elif self.shows_ahead:
            self.ahead.add()
        else:
            self._add_meeting()

    def _add_meeting(self) -> None:
        form = add_meeting_form(self.session.file, self._wanted_boards(), today=self.session.today)
        open_form(self, form, lambda made_id: self.open_record("meeting", made_id))

    def _wanted_boards(self) -> list[Board]:
        """The board chosen above, or all; refused where there is none yet."""
        wanted = [board for board in self._boards().values() if self.session.board_id in (None, board.id)]
        if not wanted:
            raise Refused("Add a board under People first; then it can meet.")
        return wanted

    def _show_ahead(self) -> None:
        self.open_requested.emit(self.name, "")
        self._go_ahead("")

    def _open_menu(self) -> None:
        menu = QMenu(self)
        if self._open_id:
            self.workspace.fill(menu)
        for action in () if self._open_id else self._of_year:
            menu.addAction(Offer(action, menu))
        pop_up_under(menu, self.more)

    def change_mark_words(self) -> None:
        """The office's own words for the letters of a register."""
        open_form(self, mark_words_form(self.session.file))

    def open_room(self) -> None:
        """The register over the whole screen, for the meeting itself."""
        if self._open_id and self.room is None:
            check_may_open(meetings.meeting(self.session.file, self._open_id))
            self.room = Room(self, lambda: self.session, self._open_id)
            self.room.finished.connect(self._leave_room)
            self.room.showFullScreen()
            self.room.focus_first()

    @property
    def is_at_rest(self) -> bool:
        """While the register lies over it on the whole screen, nobody sees it."""
        covers = self.room is not None and self.room.screen() == self.screen()
        return covers and not self.isActiveWindow()

    def event(self, event: QEvent) -> bool:
        """Whoever comes back to the window with the room still open sees the meeting as it is."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.catch_up()
        return super().event(event)

    def _leave_room(self) -> None:
        self.room = None
        self.catch_up()
        self.focus_first()

    def tell(
        self,
        title: str,
        advice: str = "",
        *,
        tone: Tone = Tone.WARN,
        action: tuple[str, Callable[[], object]] | None = None,
        stays: bool = False,
    ) -> Banner:
        """A notice where the person looks: in the room while the register is over the whole screen."""
        if self.room is not None:
            return self.room.notices.tell(title, advice, tone=tone, action=action)
        return super().tell(title, advice, tone=tone, action=action, stays=stays)

    def save_sign_in(self) -> None:
        """A sheet to sign at the door, in roll order."""
        if self._open_id:
            query = DocumentQuery(self.session.today, meeting_id=self._open_id)
            prepare = partial(SIGN_IN.prepare, self.session.file, query)
            save_document(self, prepare, name=f"Sign-in sheet {self.workspace.number()}", ending=".docx")

    def save_pack(self, issue: bool) -> None:
        """The agenda and papers as one PDF; issued, the numbers of its pages are kept."""
        if self._open_id:
            ask_for_pack(self, self._open_id, name=f"Pack {self.workspace.number()}", issue=issue)

    def write_document(self, key: str, copy: Audience = Audience.MEMBERS, *, issue: bool = False) -> None:
        """A document of the open meeting: a draft, or issued and kept."""
        if self._open_id:
            number = self.workspace.number()
            write_document(self, key, self._open_id, number=number, issue=issue, copy=Audience(copy))

    def save_calendar(self) -> None:
        """The meeting as an entry for calendars, or what takes it out of them."""
        if self._open_id:
            offer_calendar_file(self, self._open_id, name=self.workspace.number())

    def write_mail(self, key: str) -> None:
        """An e-mail around the meeting as a draft."""
        if self._open_id:
            offer_mail(self, self._open_id, key)

    def commands(self) -> Sequence[Action]:
        """What the Meeting menu and the search box offer: of the open meeting, only what applies to it."""
        offered = [
            Action("Add meeting…", self._add_meeting, menu="Meeting", words="new"),
            *self._of_year,
            Action("Show the forward plan", self._show_ahead, menu="Meeting", words="later calendar"),
            Action(
                "Add to the forward plan…",
                partial(self.open_requested.emit, "forward entry", ""),
                menu="Meeting",
                words="new item later agenda",
            ),
            *(action for action in self.ahead.actions_of_row),
            Action(
                f"{TITLE}…", self.change_mark_words, menu="Meeting", words="letters labels present absent"
            ),
        ]
        for group in self.workspace.meeting_actions:
            offered += [separator("Meeting"), *group]
        return offered

"""The People page: seats in roll order, people, organisations, boards; the chosen one edited at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from boarddesk.rules.people import Seat
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.page import Page, Session
from boarddesk.ui.people import empty
from boarddesk.ui.people.actions import PeopleActions
from boarddesk.ui.people.detail import PeopleDetail
from boarddesk.ui.people.segment_list import SEGMENTS, SegmentList
from boarddesk.ui.people.shown_office import ShownOffice, load
from boarddesk.ui.rows_to_excel import rows_saver
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.segments import Segments

_ADD = {
    "seat": "Add seat",
    "person": "Add person",
    "organisation": "Add organisation",
    "board": "Add board",
}


class PeoplePage(Page):
    """Who sits where, since when, for whom, and by which terms."""

    name, title, icon = "people", "People", "people"
    opens = frozenset({"person", "seat", "board", "organisation"})

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownOffice | None = None
        self._also_board = ""
        self._closed = False
        self._listing = False
        self.people_actions = PeopleActions(
            self, office=lambda: self.office, shown=lambda: self.shown, opened=self.show_record
        )
        self.lists = {segment.kind: SegmentList(segment) for segment in SEGMENTS}
        self.detail = PeopleDetail(self.people_actions)
        self._stack = QStackedWidget()
        self.both = ListAndDetail(self._stack, self.detail, narrow=360, wide=460)
        self.both.detail_closed.connect(self._leave_detail)
        self.body.addWidget(self.both, 1)
        self._make_header()
        for kind, made in self.lists.items():
            self._stack.addWidget(made)
            self._connect(kind, made)

    @property
    def shown(self) -> ShownOffice:
        """The office as last read."""
        if self._shown is None:
            raise Refused("The page is not shown yet.")
        return self._shown

    @property
    def kind(self) -> str:
        """The kind of record listed now."""
        return self.segments.value()

    @property
    def front(self) -> SegmentList:
        """The list shown now."""
        return self.lists[self.kind]

    # ── making ──

    def _make_header(self) -> None:
        self.segments = Segments([(segment.kind, segment.title) for segment in SEGMENTS], name="Show")
        self.segments.picked.connect(lambda _kind: self._show_segment())
        self.name_button = buttons.secondary("Name the office", self.people_actions.name_office)
        self.add_button = buttons.secondary("Add seat", self.new_record, icon="plus")
        self.header.add_near(self.segments)
        for control in (self.name_button, self.add_button):
            self.header.add(control)

    def _connect(self, kind: str, made: SegmentList) -> None:
        table = made.table
        table.chosen.connect(lambda _id: self._show_chosen())
        table.group_chosen.connect(lambda _key: self._show_chosen())
        table.opened.connect(lambda _id: self._enter_detail())
        table.edited.connect(
            lambda row_id, key, value: self.people_actions.edit_cell(kind, row_id, key, value)
        )
        table.pasted.connect(lambda cells: self.people_actions.paste(kind, cells))
        table.counted.connect(lambda _words: self._dress())
        table.save_rows = rows_saver(self)
        made.filtered.connect(self._show_segment)
        table.set_actions(self._row_actions(kind))

    def _row_actions(self, kind: str) -> tuple[Action, ...]:
        """What the menu of a row offers; each works by its key too."""
        remove = Action("Remove", self._remove, row_keys="Del")
        if kind == "seat":
            appoint, add_deputy, end = self._of_seat()
            up = Action("Move up", lambda: self._move(-1), row_keys="Alt+Up")
            down = Action("Move down", lambda: self._move(1), row_keys="Alt+Down")
            return appoint, add_deputy, up, down, end, remove
        if kind == "board":
            return (Action("Add seat…", lambda: self.people_actions.add_seat(self.front.table.chosen_id())),)
        return (remove,)

    def _of_seat(self) -> tuple[Action, ...]:
        """What is done to the seat chosen."""

        def on_seat() -> bool:
            return self.isVisible() and self.kind == "seat" and bool(self.front.table.chosen_id())

        def of_seat(title: str, does: Callable[[Seat], object], words: str, in_row: str) -> Action:
            return Action(
                title, lambda: self._with_seat(does), words=words, row_title=in_row, applies=on_seat
            )

        actions = self.people_actions
        return (
            of_seat("Appoint to this seat…", actions.appoint, "member holder", "Appoint…"),
            of_seat("Add deputy of this seat…", actions.add_deputy, "new", "Add deputy…"),
            of_seat("End this seat…", actions.end_seat, "board no longer", "End seat…"),
        )

    # ── showing ──

    def show_office(self, office: Session) -> None:
        """Another board or day: a board looked at in passing is left again."""
        self._also_board = ""
        super().show_office(office)

    def reload(self) -> None:
        """Read the office and show the segment, keeping what is chosen."""
        office = self.office
        for segment in self.lists.values():
            segment.table.set_settings(office.settings)
        ids = {office.board_id, self._also_board} - {None, ""} if office.board_id else set()
        self._shown = load(office.file, board_ids=frozenset(str(one) for one in ids), today=office.today)
        self._show_segment()

    def _show_segment(self) -> None:
        shown = self.shown
        state = self._empty_state(shown)
        self._listing = True
        try:
            if state is not None:
                self.front.show_empty(state)
            else:
                self.front.show_rows(shown)
        finally:
            self._listing = False
        self._stack.setCurrentWidget(self.front)
        self._show_chosen()
        self._dress()

    def _empty_state(self, shown: ShownOffice) -> QWidget | None:
        people_actions = self.people_actions
        if self.kind in ("seat", "board") and not shown.boards:
            return empty.no_board(people_actions)
        if self.kind == "seat" and not shown.seats_in_sight:
            return empty.no_seat(people_actions, lambda: self.open_requested.emit("import", ""))
        if self.kind == "person" and not shown.people:
            return empty.no_person(people_actions)
        if self.kind == "organisation" and not shown.organisations:
            return empty.no_organisation(people_actions)
        return None

    def _show_chosen(self) -> None:
        if self._shown is None or self._listing:
            return  # the detail follows once the list is whole
        table = self.front.table
        chosen = "" if table.chosen_group() or self.front.is_empty else table.chosen_id()
        self.detail.show_chosen(self.kind, chosen, self.shown)
        if chosen and not self._closed:
            self.both.show_detail()
        else:
            self.both.hide_detail()

    def _dress(self) -> None:
        """The header of the segment shown."""
        if self._shown is None or self._listing:
            return
        buttons.reword(self.add_button, _ADD[self.kind])
        self.add_button.setVisible(not self.front.is_empty)
        self.name_button.setVisible(self.kind == "board" and not self.front.is_empty)
        self.header.set_detail(self._detail(self.shown))

    def _detail(self, shown: ShownOffice) -> str:
        """`19 seats, 1 vacant`."""
        seats = [one for one in shown.seats_in_sight if not shown.is_over(one)]
        vacant = sum(shown.is_vacant(seat) for seat in seats)
        if not seats:
            return ""
        return count_in_figures(len(seats), "seat") + (f", {vacant} vacant" if vacant else "")

    # ── following links ──

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one record; a board without an id asks for a new one."""
        if kind not in self.lists:
            return
        if record_id:
            self.show_record(kind, record_id)
        else:
            self._pick(kind)
            self.new_record()

    def show_record(self, kind: str, record_id: str) -> None:
        """Bring a record to the front, whatever was chosen or filtered before."""
        if kind == "seat":
            self._bring_board_of(record_id)
        self._pick(kind)
        if self._shown is None or self.front.is_empty or not self.front.choose(record_id, self.shown):
            return
        self._ask_for_detail()
        self.focus_first()

    def _bring_board_of(self, seat_id: str) -> None:
        """A seat of another board than the one chosen above is shown beside it."""
        self.catch_up()
        seat = self.shown.seat(seat_id)
        if seat is not None and self.shown.board_ids and seat.board_id not in self.shown.board_ids:
            self._also_board = seat.board_id
            self.renew()

    def _pick(self, kind: str) -> None:
        self.segments.choose(kind)
        self.catch_up()
        self._show_segment()

    def _enter_detail(self) -> None:
        """Enter on a row: into its detail."""
        self._ask_for_detail()
        self.detail.enter()

    def _ask_for_detail(self) -> None:
        self._closed = False
        self.both.show_detail(asked=True)

    def _leave_detail(self) -> None:
        """Closed by hand: it stays so until somebody asks for it."""
        self._closed = True
        self.focus_first()

    def focus_first(self) -> None:
        """The list, or the first button of an empty page."""
        if self.front.is_empty:
            super().focus_first()
        else:
            self.front.table.view.setFocus()

    # ── actions ──

    def new_record(self) -> None:
        """A new one of what is listed; a board where there is none to have seats."""
        self.catch_up()
        kind = "board" if self.kind == "seat" and not self.shown.boards else self.kind
        {
            "seat": self.people_actions.add_seat,
            "person": self.people_actions.add_person,
            "organisation": self.people_actions.add_organisation,
            "board": self.people_actions.add_board,
        }[kind]()

    def _with_seat(self, does: Callable[[Seat], object]) -> None:
        seat = self.shown.seat(self.lists["seat"].table.chosen_id())
        if seat is not None:
            does(seat)

    def _move(self, step: int) -> None:
        if self.front.table.model.arrangement.sort_key:
            raise Refused("The list is sorted by a column. Click its heading until the roll order is back.")
        self._with_seat(lambda seat: self.people_actions.move_seat(seat, step=step))

    def _remove(self) -> None:
        """What is chosen goes, where no register names it; the next row is chosen."""
        row_id = self.front.table.chosen_id()
        if not row_id or self.front.table.chosen_group():
            return
        after = self.front.row_after([row_id])
        self.people_actions.remove(self.kind, row_id)
        if after:
            self.front.table.choose(after)

    def commands(self) -> Sequence[Action]:
        """What the search box offers."""
        return (
            *self._of_seat(),
            Action("Add board…", lambda: self._new("board"), words="new committee group"),
            Action("Add seat…", lambda: self._new("seat"), words="new member"),
            Action("Add person…", lambda: self._new("person"), words="new"),
            Action("Add organisation…", lambda: self._new("organisation"), words="new"),
            Action(
                "Name the office…", self.people_actions.name_office, words="partnership secretary documents"
            ),
            Action("Former members", self._show_former, words="left past people"),
        )

    def _new(self, kind: str) -> None:
        self.open_requested.emit(kind, "")

    def _show_former(self) -> None:
        self.open_requested.emit(self.name, "")
        self.lists["person"].choice.choose("former")
        self._pick("person")
        self.focus_first()

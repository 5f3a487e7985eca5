"""The People page: seats in roll order, people, interests, organisations, boards and lines, each edited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.page import Session
from boarddesk.ui.people.actions import PeopleActions
from boarddesk.ui.people.sections import people_sections
from boarddesk.ui.people.shown_office import ShownOffice, load
from boarddesk.ui.records_page.page import RecordsPage
from boarddesk.ui.widgets import buttons


class PeoplePage(RecordsPage[ShownOffice]):
    """Who sits where, since when, for whom, and by which terms."""

    name, title, icon = "people", "People", "people"
    opens = frozenset({"person", "seat", "board", "organisation", "line", "interest"})

    def __init__(self) -> None:
        super().__init__(narrow=360, wide=460)
        self._also_board = ""
        self._lines_on: date | None = None
        self.people_actions = PeopleActions(
            self, session=lambda: self.session, shown=lambda: self.shown, opened=self.show_record
        )
        self._name = Action(
            "Name the office…", self.people_actions.name_office, words="partnership secretary documents"
        )
        self.name_button = buttons.secondary_of(self._name)
        self.set_sections(people_sections(self), controls=[self.name_button])

    # ── showing ──

    def show_session(self, session: Session) -> None:
        """Another board or day: a board looked at in passing is left again."""
        self._also_board = ""
        super().show_session(session)

    def read(self) -> ShownOffice:
        """The office, with the boards in sight."""
        session = self.session
        ids = {session.board_id, self._also_board} - {None, ""} if session.board_id else set()
        in_sight = frozenset(str(board_id) for board_id in ids)
        return load(session.file, board_ids=in_sight, today=session.today, lines_on=self._lines_on)

    def dress(self) -> None:
        """The office is named beside its boards."""
        super().dress()
        self.name_button.setVisible(self.kind == "board" and not self.front.is_empty)

    def says(self, read: ShownOffice | None) -> str:
        """`19 seats, 1 vacant`."""
        seats = [seat for seat in read.seats_in_sight if not read.is_over(seat)] if read else []
        vacant = sum(read.is_vacant(seat) for seat in seats) if read else 0
        if not seats:
            return ""
        ending = sum(read.term_ending(seat) is not None for seat in seats) if read else 0
        terms = f", {count_in_figures(ending, 'term')} ending soon" if ending else ""
        return count_in_figures(len(seats), "seat") + (f", {vacant} vacant" if vacant else "") + terms

    def show_lines_on(self, day: date | None) -> None:
        """The reporting lines of another day; none is today."""
        self._lines_on = day
        self.renew()

    # ── following links ──

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one record; a board without an id asks for a new one."""
        if kind not in self.lists:
            return
        if record_id:
            self.show_record(kind, record_id)
        else:
            self.begin_new(kind)

    def show_record(self, kind: str, record_id: str) -> None:
        """Bring a record to the front, whatever was chosen or filtered before."""
        if kind == "seat":
            self._bring_board_of(record_id)
        self.bring(kind, record_id)

    def _bring_board_of(self, seat_id: str) -> None:
        """A seat of another board than the one chosen above is shown beside it."""
        self.catch_up()
        seat = self.shown.seat(seat_id)
        if seat is not None and self.shown.board_ids and seat.board_id not in self.shown.board_ids:
            self._also_board = seat.board_id
            self.renew()

    def go_to_import(self) -> None:
        """A register kept elsewhere brings seats and people with it."""
        self.open_requested.emit("import", "")

    # ── actions ──

    def move_seat(self, step: int) -> None:
        """The chosen seat one place up or down the roll."""
        table = self.front.table
        if table.model.arrangement.sort_key:
            raise Refused("The list is sorted by a column. Click its heading until the roll order is back.")
        seat = self.shown.seat(table.chosen_id())
        if seat is not None:
            self.people_actions.move_seat(seat, step=step)

    def remove(self) -> None:
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
        new = [
            self.new_action(kind) for kind in ("board", "seat", "person", "interest", "organisation", "line")
        ]
        former = Action("Former members", self._show_former, words="left past people")
        return (*self.row_actions(), *new, self._name, former)

    def _show_former(self) -> None:
        self.open_requested.emit(self.name, "")
        self.pick("person")
        self.front.choices[0].choose("former")
        self.front.filtered.emit()
        self.focus_first()

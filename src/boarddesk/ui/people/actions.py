"""Everything that can be done from the People page: each action is one change with one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from boarddesk.records import boards, interests, lines, people, seats
from boarddesk.records.agenda import clearance_roles, cover_headings, standing
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.cover_headings import SHIPPED
from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.interests import Interest
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.rules.people import Board, Person, QuorumRule, Seat
from boarddesk.rules.refused import Refused
from boarddesk.ui.page import Session
from boarddesk.ui.people import dialogs, holder_dialogs, interest_dialogs, line_dialogs, list_dialogs
from boarddesk.ui.people.editing import RECORDS
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.people.words import day_typed
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form

Made = Callable[[str, str], object]


class PeopleActions:
    """Opens the dialogs of the page and writes what is answered or typed.

    `opened` brings a record to the front: of a kind, by its id.
    """

    def __init__(
        self,
        page: QWidget,
        *,
        session: Callable[[], Session],
        shown: Callable[[], ShownOffice],
        opened: Made,
    ) -> None:
        self._page, self._session, self.shown, self.opened = page, session, shown, opened

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._session().file

    def _open(self, form: Form, *, makes: str = "") -> None:
        """Ask, and bring what was made to the front."""
        open_form(self._page, form, partial(self.opened, makes) if makes else None)

    # ── something new ──

    def add_board(self) -> None:
        """Ask for a new board."""
        self._open(dialogs.add_board_form(self.file), makes="board")

    def add_seat(self, board_id: str | None = None) -> None:
        """Ask for a new seat, on this board or the one chosen above unless another is chosen."""
        chosen = board_id or self._session().board_id
        known = [board for board in self.shown().boards.values() if chosen in (None, board.id)]
        if not known:
            raise Refused("Add a board first; then it can have seats.")
        self._open(dialogs.add_seat_form(self.file, known, board_id=chosen), makes="seat")

    def add_person(self) -> None:
        """Ask for a new person."""
        self._open(dialogs.add_person_form(self.file), makes="person")

    def add_organisation(self) -> None:
        """Ask for a new organisation."""
        self._open(dialogs.add_organisation_form(self.file), makes="organisation")

    def name_office(self) -> None:
        """Ask what documents call the office."""
        self._open(dialogs.name_office_form(self.file))

    # ── seats ──

    def appoint(self, seat: Seat) -> None:
        """Ask who takes the seat, and from when."""
        today = self._session().today
        holder = self.shown().person_name(seat.holder_on(today))
        self._open(holder_dialogs.appoint_form(self.file, seat, holder=holder, today=today))

    def add_deputy(self, seat: Seat) -> None:
        """Ask who may deputise."""
        self._open(holder_dialogs.add_deputy_form(self.file, seat))

    def end_seat(self, seat: Seat) -> None:
        """Ask for the last day of the seat."""
        self._open(holder_dialogs.end_seat_form(self.file, seat, today=self._session().today))

    def registers_otherwise(self, seat: Seat) -> int:
        """On how many registers the seat stands in another role than now."""
        return seats.registers_otherwise(self.file, seat.id)

    def mend_registers(self, seat: Seat) -> None:
        """The role was wrong from the start: put it right on every register too, as one change."""
        seats.mend_registers(self.file, seat.id)

    def move_seat(self, seat: Seat, *, step: int) -> None:
        """One place up or down the roll of its board, past the seats that ended."""
        shown = self.shown()
        of_board = [other.id for other in shown.seats if other.board_id == seat.board_id]
        stays = [
            other.id for other in shown.seats if other.board_id == seat.board_id and not shown.is_over(other)
        ]
        if seat.id not in stays or not 0 <= stays.index(seat.id) + step < len(stays):
            return
        to = of_board.index(stays[stays.index(seat.id) + step])
        of_board.remove(seat.id)
        of_board.insert(to, seat.id)
        seats.order_seats(self.file, seat.board_id, of_board)

    def move_deputy(self, seat: Seat, person_id: str) -> None:
        """One place further up the order of deputies."""
        order = list(seat.deputy_ids)
        at = order.index(person_id)
        order.insert(max(at - 1, 0), order.pop(at))
        seats.set_deputies(self.file, seat.id, order)

    def remove_deputy(self, seat: Seat, person_id: str) -> None:
        """They deputise for the seat no longer."""
        seats.set_deputies(
            self.file, seat.id, [deputy_id for deputy_id in seat.deputy_ids if deputy_id != person_id]
        )

    def remove_membership(self, membership_id: str) -> None:
        """Take out a membership entered by mistake."""
        seats.remove_membership(self.file, membership_id)

    def put_on_record(self, chosen: Sequence[Seat], kind: OnRecord | None = None) -> None:
        """Ask what whoever holds these seats agreed to or did, and on which day."""
        today, shown = self._session().today, self.shown()
        held = [(seat, membership) for seat in chosen if (membership := seat.held_on(today))]
        if not held:
            raise Refused("Nobody holds this seat today.")
        names = [shown.person_name(membership.person_id) for _seat, membership in held]
        boards = {seat.board_id: shown.boards[seat.board_id] for seat, _membership in held}
        ids = [membership.id for _seat, membership in held]
        asked = list(boards.values())
        self._open(
            holder_dialogs.put_on_record_form(self.file, ids, names=names, of=asked, kind=kind, today=today)
        )

    # ── interests ──

    def declare_interest(self, person_id: str | None = None) -> None:
        """Ask for an interest of somebody."""
        shown = self.shown()
        whose = shown.people.get(person_id or "")
        self._open(
            interest_dialogs.declare_interest_form(self.file, whose, today=self._session().today),
            makes="" if person_id else "interest",
        )

    def end_interest(self, interest: Interest) -> None:
        """Ask for the last day of an interest."""
        whose, today = self.shown().person_name(interest.person_id), self._session().today
        self._open(interest_dialogs.end_interest_form(self.file, interest, whose=whose, today=today))

    # ── people and organisations ──

    def add_alias(self, person: Person) -> None:
        """Ask how else the name is written."""
        self._open(holder_dialogs.add_alias_form(self.file, person))

    def forget_alias(self, person_id: str, alias: str) -> None:
        """The name as written means nobody any more."""
        people.forget_alias(self.file, person_id, alias)

    def remove(self, kind: str, record_id: str) -> None:
        """Take out what was entered by mistake; refused where a register names it."""
        removes = {
            "seat": seats.remove_seat,
            "person": people.remove_person,
            "organisation": boards.remove_organisation,
            "line": lines.remove_line,
            "interest": interests.remove_interest,
            "clearance role": clearance_roles.remove_clearance_role,
            "cover heading": cover_headings.remove_cover_heading,
            "standing item": standing.remove_standing_item,
        }
        if kind in removes:
            removes[kind](self.file, record_id)

    # ── terms of reference ──

    def add_quorum_rule(self, board: Board) -> None:
        """Ask for an “at least so many from …”."""
        self._open(holder_dialogs.add_quorum_rule_form(self.file, board, today=self._session().today))

    def remove_quorum_rule(self, board: Board, rule: QuorumRule) -> None:
        """The terms ask for it no longer."""
        kept = list(board.quorum_rules)
        kept.remove(rule)
        boards.set_quorum_rules(self.file, board.id, kept)

    def edit_quorum_rule_day(self, board: Board, rule: QuorumRule, typed: str) -> None:
        """The first day a rule judges meetings, as typed; nothing for all of them."""
        dated = replace(rule, from_date=day_typed(typed, field="from_date"))
        rules = [dated if known == rule else known for known in board.quorum_rules]
        boards.set_quorum_rules(self.file, board.id, rules)

    # ── what a board's agendas and papers have each time ──

    def add_to_list(self, kind: str, board: Board) -> None:
        """Ask for one more of what a board keeps in order."""
        self._open(list_dialogs.FORMS[kind](self.file, board))

    def order_list(self, kind: str, board: Board, ids: Sequence[str]) -> None:
        """Put what a board keeps into this order."""
        if kind == "standing item":
            standing.order_standing_items(self.file, board.id, ids)
        elif kind == "cover heading":
            cover_headings.order_cover_headings(self.file, ids)
        else:
            clearance_roles.order_clearance_roles(self.file, ids)

    def take_headings(self, board: Board, whose: str) -> None:
        """The headings boards of a kind use, for one that has none."""
        cover_headings.take_headings(self.file, board.id, SHIPPED[whose])

    def take_usual_items(self, board: Board) -> None:
        """The standing items most boards have, for one that has none."""
        standing.take_usual_items(self.file, board.id)

    # ── reporting lines ──

    def add_line(self, board_id: str | None = None) -> None:
        """Ask to whom a board has a line: this one, or the one chosen above, unless another is chosen."""
        known = list(self.shown().boards.values())
        chosen = board_id or self._session().board_id
        self._open(
            line_dialogs.add_line_form(self.file, known, board_id=chosen),
            makes="line" if not board_id else "",
        )

    def end_line(self, line: ReportingLine) -> None:
        """Ask for the last day of a line."""
        self._open(line_dialogs.end_line_form(self.file, line, today=self._session().today))

    # ── words changed where they stand ──

    def edit_cell(self, kind: str, record_id: str, key: str, value: str) -> None:
        """One field of a record was changed, in a cell or in its detail."""
        RECORDS[kind][key].write(self.file, record_id, value)

    def paste(self, kind: str, cells: list[tuple[str, str, str]]) -> None:
        """Cells pasted from a spreadsheet, as one change."""
        with self.file.change("Paste"):
            for record_id, key, value in cells:
                self.edit_cell(kind, record_id, key, value)

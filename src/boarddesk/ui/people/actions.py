"""Everything that can be done from the People page: each action is one change with one undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.meetings.meeting import check_time
from boarddesk.rules.people import Board, Person, QuorumRule, Role, Seat, Sector, TargetFigure, YearStart
from boarddesk.rules.refused import Refused
from boarddesk.rules.terms import AFTER, BEFORE, check_length, check_offset, check_target
from boarddesk.ui.page import Session
from boarddesk.ui.people import dialogs, holder_dialogs
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
        office: Callable[[], Session],
        shown: Callable[[], ShownOffice],
        opened: Made,
    ) -> None:
        self._page, self._office, self.shown, self.opened = page, office, shown, opened

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._office().file

    def _open(self, form: Form, *, makes: str = "") -> None:
        """Ask, and bring what was made to the front."""
        open_form(self._page, form, partial(self.opened, makes) if makes else None)

    # ── something new ──

    def add_board(self) -> None:
        """Ask for a new board."""
        self._open(dialogs.add_board_form(self.file), makes="board")

    def add_seat(self, board_id: str | None = None) -> None:
        """Ask for a new seat, on this board or the one chosen above unless another is chosen."""
        chosen = board_id or self._office().board_id
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
        today = self._office().today
        holder = self.shown().person_name(seat.holder_on(today))
        self._open(holder_dialogs.appoint_form(self.file, seat, holder=holder, today=today))

    def add_deputy(self, seat: Seat) -> None:
        """Ask who may deputise."""
        self._open(holder_dialogs.add_deputy_form(self.file, seat))

    def end_seat(self, seat: Seat) -> None:
        """Ask for the last day of the seat."""
        self._open(holder_dialogs.end_seat_form(self.file, seat, today=self._office().today))

    def edit_seat(self, seat_id: str, key: str, value: object) -> None:
        """One field of a seat: title, role, organisation_id, a day, or whether it counts."""
        if key == "role":
            seats.set_role(self.file, seat_id, Role(str(value)))
        elif key == "title":
            seats.update_seat(self.file, seat_id, title=str(value).strip())
        elif key == "organisation_id":
            seats.update_seat(self.file, seat_id, organisation_id=value or None)
        else:
            seats.update_seat(self.file, seat_id, **{key: value})

    def registers_otherwise(self, seat: Seat) -> int:
        """On how many registers the seat stands in another role than now."""
        return seats.registers_otherwise(self.file, seat.id)

    def mend_registers(self, seat: Seat) -> None:
        """The role was wrong from the start: put it right on every register too, as one change."""
        seats.mend_registers(self.file, seat.id)

    def edit_seat_day(self, seat_id: str, key: str, typed: str) -> None:
        """The first or last day of a seat, as typed."""
        self.edit_seat(seat_id, key, day_typed(typed, field=key))

    def move_seat(self, seat: Seat, *, step: int) -> None:
        """One place up or down the roll of its board, past the seats that ended."""
        shown = self.shown()
        of_board = [one.id for one in shown.seats if one.board_id == seat.board_id]
        stays = [one.id for one in shown.seats if one.board_id == seat.board_id and not shown.is_over(one)]
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

    def edit_membership_day(self, membership_id: str, key: str, typed: str) -> None:
        """The first or last day somebody held a seat, as typed; nothing for not known or still."""
        seats.update_membership(self.file, membership_id, **{key: day_typed(typed, field=key)})

    def remove_membership(self, membership_id: str) -> None:
        """Take out a membership entered by mistake."""
        seats.remove_membership(self.file, membership_id)

    # ── people and organisations ──

    def edit_person(self, person_id: str, key: str, value: str) -> None:
        """One field of a person: name, organisation_id, email, phone or note."""
        kept = (value or None) if key == "organisation_id" else value.strip()
        people.update_person(self.file, person_id, **{key: kept})

    def add_alias(self, person: Person) -> None:
        """Ask how else the name is written."""
        self._open(holder_dialogs.add_alias_form(self.file, person))

    def forget_alias(self, person_id: str, alias: str) -> None:
        """The name as written means nobody any more."""
        people.forget_alias(self.file, person_id, alias)

    def edit_organisation(self, organisation_id: str, key: str, value: str) -> None:
        """One field of an organisation: name, short_name or sector."""
        if key == "sector":
            boards.update_organisation(self.file, organisation_id, sector=Sector(value))
        elif key == "short_name":
            boards.update_organisation(self.file, organisation_id, short_name=value.strip())
        else:
            boards.update_organisation(self.file, organisation_id, name=value)

    def remove(self, kind: str, record_id: str) -> None:
        """Take out what was entered by mistake; refused where a register names it."""
        removes = {
            "seat": seats.remove_seat,
            "person": people.remove_person,
            "organisation": boards.remove_organisation,
        }
        if kind in removes:
            removes[kind](self.file, record_id)

    # ── terms of reference ──

    def edit_board(self, board_id: str, key: str, typed: str) -> None:
        """One of the terms of reference, as typed or picked."""
        boards.update_board(self.file, board_id, **{key: _term(key, typed)})

    def add_quorum_rule(self, board: Board) -> None:
        """Ask for an “at least so many from …”."""
        self._open(holder_dialogs.add_quorum_rule_form(self.file, board, today=self._office().today))

    def remove_quorum_rule(self, board: Board, rule: QuorumRule) -> None:
        """The terms ask for it no longer."""
        kept = list(board.quorum_rules)
        kept.remove(rule)
        boards.set_quorum_rules(self.file, board.id, kept)

    def edit_quorum_rule_day(self, board: Board, rule: QuorumRule, typed: str) -> None:
        """The first day a rule judges meetings, as typed; nothing for all of them."""
        dated = replace(rule, from_date=day_typed(typed, field="from_date"))
        rules = [dated if one == rule else one for one in board.quorum_rules]
        boards.set_quorum_rules(self.file, board.id, rules)

    # ── cells of the tables ──

    def edit_cell(self, kind: str, record_id: str, key: str, value: str) -> None:
        """A cell of one of the lists was changed."""
        edits: dict[str, Callable[[str, str, str], object]] = {
            "seat": self.edit_seat,
            "person": self.edit_person,
            "organisation": self.edit_organisation,
            "board": self.edit_board,
        }
        edits[kind](record_id, key, value)

    def paste(self, kind: str, cells: list[tuple[str, str, str]]) -> None:
        """Cells pasted from a spreadsheet, as one change."""
        with self.file.change("Paste"):
            for record_id, key, value in cells:
                self.edit_cell(kind, record_id, key, value)


def _term(key: str, typed: str) -> object:
    """A term of reference as kept; refused where what was typed cannot be one."""
    reads: dict[str, Callable[[str], object]] = {
        "attendance_target": check_target,
        "minutes_long": check_length,
        "start_time": check_time,
        "review_on": _review_day,
        "reports_to_id": lambda value: value or None,
        "year_start": YearStart,
        "target_figure": TargetFigure,
    }
    if key in (*BEFORE, *AFTER):
        return check_offset(typed, step=key)
    return reads[key](typed) if key in reads else typed.strip()


def _review_day(typed: str) -> date | None:
    return day_typed(typed, field="review_on")

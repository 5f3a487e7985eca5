"""What the Attendance page shows, read once: rolls, figures, who has missed two in a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from boarddesk.records import boards
from boarddesk.records.attendance import tallies as attendance_tallies
from boarddesk.records.attendance.headroom import year_headroom
from boarddesk.records.registers import reading as registers
from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.explanation import Explanation, explain
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.attendance.holders import Holders, handover, named
from boarddesk.rules.attendance.missed_in_a_row import MissedInARow, missed_in_a_row
from boarddesk.rules.attendance.report import AttendanceReport, AttendanceRow
from boarddesk.rules.attendance.rolls import Letters, Rolls
from boarddesk.rules.people import Board, Role, Sector
from boarddesk.rules.registers.marking import with_rows_of
from boarddesk.rules.registers.register import VACANT, Register, Standing
from boarddesk.ui.attendance.period import Days, Period, days_of
from boarddesk.ui.page import Session

ONE_NAME = frozenset({By.SEAT, By.PERSON})
"""Groupings in which a row is one person: it has one letter at a meeting, and a place they come from."""

_NOTHING_TO_MISS = frozenset({By.MEETING, By.BOARD})


@dataclass(frozen=True)
class AttendanceQuery:
    """What the controls above the table say."""

    by: By = By.SEAT
    period: Period = Period.YEAR
    roles: tuple[Role, ...] = ()
    sectors: tuple[Sector, ...] = ()
    own_days: Days = (None, None)


class ShownAttendance:
    """Figures and letters of the boards and days asked for; registers in full only where a sum is asked."""

    def __init__(
        self, session: Session, query: AttendanceQuery, *, before: ShownAttendance | None = None
    ) -> None:
        self._session, self.query = session, query
        file, board_id = session.file, session.board_id
        self.boards = tuple(board for board in boards.boards(file) if board_id in (None, board.id))
        self.first, self.last = days_of(query.period, self.boards, session.today, own=query.own_days)
        self._read = (file, file.commit_number, board_id, self.first, self.last)
        if before is None or before._read != self._read:
            self._all, self._tables = self._rolls()
        else:
            self._all, self._tables = before._all, before._tables
            file.counts_as_read(self._tables)
        self.rolls: Rolls = self._all.only(roles=query.roles, sectors=query.sectors)
        self.letters = Letters(self.rolls, query.by)
        self.counted = self.rolls.count(query.by)
        self.labels = registers.mark_labels(file)
        self.report: AttendanceReport = attendance_report(
            self.counted,
            self.boards,
            first=self.first,
            last=self.last,
            headroom=self._headroom(),
        )
        self.headline = self.report.of_advisers() if self.report.is_of_advisers else self.report
        self._holders = Holders(self.rolls)
        self.missed: tuple[MissedInARow, ...] = missed_in_a_row(
            self.rolls, query.by if query.by in ONE_NAME else By.PERSON
        )
        self.short_names: Mapping[str, str] = {
            organisation.name: organisation.short_name or organisation.name
            for organisation in boards.organisations(file)
        }
        self._registers: dict[GroupKey, tuple[Register, ...]] = {}

    def _rolls(self) -> tuple[Rolls, frozenset[str]]:
        """Read anew, with their tables: another grouping of the same days takes those read before."""
        session = self._session
        with session.file.reading() as tables:
            found = attendance_tallies.rolls(
                session.file, board_id=session.board_id, first=self.first, last=self.last
            )
        return found, frozenset(tables)

    def _headroom(self) -> Mapping[GroupKey, Headroom]:
        if self.query.by in _NOTHING_TO_MISS or not self.boards:
            return {}
        return year_headroom(
            self._session.file,
            self.query.by,
            self.boards,
            min(self.last or self._session.today, self._session.today),
            roles=self.query.roles,
            sectors=self.query.sectors,
        )

    @property
    def organisations(self) -> int:
        """How many organisations had a seat, of a member or of an adviser, on a register that counts."""
        whose = Standing.ADVISERS if self.report.is_of_advisers else Standing.MEMBERS
        return len(
            {organisation for _, standing, organisation in self.counted.represented if standing is whose}
        )

    @property
    def has_seats(self) -> bool:
        """Whether anybody asked for stands on a register of these days."""
        return any(rolls.seats for rolls in (*self.rolls.counted, *self.rolls.open))

    @property
    def is_narrowed(self) -> bool:
        """Whether a role or a sector leaves out seats that stand on registers of these days."""
        return self.rolls is not self._all and bool(self._all.counted or self._all.open)

    @property
    def has_others(self) -> bool:
        """Whether registers were taken at other times; read only where there are none at this one."""
        every = attendance_tallies.rolls(self._session.file, board_id=self._session.board_id)
        return bool(every.counted or every.open)

    @property
    def has_figures(self) -> bool:
        """Whether anything was expected of those the headline is about."""
        return bool(self.headline.total.judged.of)

    def by(self, by: By) -> ShownAttendance:
        """The same days and seats, grouped otherwise."""
        return ShownAttendance(self._session, replace(self.query, by=by), before=self)

    @property
    def most_seats(self) -> int:
        """How many seats the largest row has on any one roll."""
        rolls = (*self.rolls.counted, *self.rolls.open)
        places = (
            roll.shape.places(self.query.by, roll.board_id, self.rolls.names).values() for roll in rolls
        )
        return max((len(seats) for of_roll in places for seats in of_roll), default=0)

    @property
    def many(self) -> bool:
        """Whether several boards are shown together, so that months stand across instead of meetings."""
        return len(self.boards) > 1

    def board(self, board_id: str) -> Board:
        """One of the boards shown."""
        return next(board for board in self.boards if board.id == board_id)

    def row(self, group: GroupKey) -> AttendanceRow | None:
        """The figures of one row; None for somebody who stands on open registers alone."""
        return next((row for row in self.report.rows if row.group == group), None)

    def name_of(self, row: AttendanceRow) -> str:
        """What a row is called; a seat by its holder, and whether others held it in this time."""
        if self.query.by is By.SEAT:
            return named(row.person or VACANT, row.person_id, self._holders.of(row.group))
        return row.name[:1].upper() + row.name[1:]

    def handover(self, row: AttendanceRow) -> str:
        """Who held a seat from when to when; nothing where it did not change hands."""
        return handover(self._holders.of(row.group)) if self.query.by is By.SEAT else ""

    def why(self, group: GroupKey) -> Explanation:
        """The sum behind a row, from its own marks on the registers of its board."""
        if group not in self._registers:
            found = registers.registers(
                self._session.file,
                group.board_id,
                first=self.first,
                last=self.last,
                only=(self.query.by, group.key),
            )
            self._registers[group] = tuple(
                with_rows_of(register, roles=self.query.roles, sectors=self.query.sectors)
                for register in found
            )
        known = self._registers[group]
        return explain(
            known, group, self.query.by, first=self.first, last=self.last, today=self._session.today
        )

    def days(self) -> Days:
        """The period as it is said: a day still to come is today."""
        return self.first, self.last and min(self.last, self._session.today)

    def days_printed(self) -> Days:
        """The same for documents, from the first meeting where no first day is given."""
        first, last = self.days()
        return first or min((meeting.meeting.date for meeting in self.rolls.meetings), default=None), last

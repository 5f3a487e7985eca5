"""Gathers what Today shows, in a handful of queries however many years the office holds."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.attendance.tallies import year_to_date
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.people import people
from boarddesk.records.plan.around import board_of
from boarddesk.records.plan.challenges import questions_elsewhere
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plan, plans
from boarddesk.records.plan.since import logged_since
from boarddesk.records.registers.reading import register, registers, replies, with_expected_rolls
from boarddesk.records.rhythm import round_records
from boarddesk.records.risks.issues import issues
from boarddesk.records.risks.matrices import in_force
from boarddesk.records.risks.register import risks
from boarddesk.records.seats import seats
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.briefing import Briefing, Next
from boarddesk.rules.checks import Office
from boarddesk.rules.dates.deadlines import moved
from boarddesk.rules.meetings.boards_around import last_board
from boarddesk.rules.plan.actions import Plan


def briefing(file: OfficeFile, board_id: str | None, today: date) -> Briefing:
    """One board's day, or the whole office's; registers of the last twelve months and those to come soon.

    Attendance is of the board's year, as in every document.
    """
    first = today - relativedelta(months=12) + timedelta(days=1)
    found = registers(file, board_id, first=first, last=today + timedelta(days=120))
    whole = tuple(plan(file, bare.id) for bare in plans(file, board_id))
    office = Office(
        boards=boards(file),
        seats=seats(file, board_id),
        people=people(file),
        registers=found,
        plans=whole,
        kpis=tuple(kpi for known in whole for kpi in kpis(file, known.id, as_at=today)),
        risks=risks(file, board_id),
        issues=issues(file),
        board_actions=board_actions(file, board_id, today=today),
        matrix=in_force(file),
        rounds=round_records(file),
        questions=questions_elsewhere(file, board_id),
    )
    of_plan = board_of(file, whole[0]) if whole else None
    held = last_board(meetings(file, of_plan.id if of_plan else board_id), today)
    whose = [board for board in office.boards if board_id in (None, board.id)]
    begins, ends = year_to_date(file, whose, today)
    report = attendance_report(
        file, By.MEETING, board_id=board_id, first=begins, last=ends, today=today, with_headroom=False
    )
    dates = sum(_dates_moved(file, known, held) for known in whole) if held else 0
    return Briefing(office, _next(file, board_id, today, known=office), held, report, dates)


def _dates_moved(file: OfficeFile, plan: Plan, held: date) -> int:
    """How many actions that were there at a board have another date since."""
    since = logged_since(file, plan.id, held)
    return sum(
        moved(since.deadline_before[action.id], action.by_when)
        for area in plan.areas
        for action in area.actions
        if action.id in since.deadline_before and action.id not in since.added
    )


def _next(file: OfficeFile, board_id: str | None, today: date, *, known: Office) -> Next | None:
    coming = [meeting for meeting in meetings(file, board_id, first=today) if meeting.state.is_to_come]
    if not coming:
        return None
    meeting = coming[0]
    its = [each for each in known.registers if each.meeting.id == meeting.id]
    roll = with_expected_rolls(file, its or [register(file, meeting.id)])[0].rows
    whose = next(board for board in known.boards if board.id == meeting.board_id)
    return Next(whose, meeting, roll, replies(file, meeting.id), round_records(file, meeting.id)[meeting.id])

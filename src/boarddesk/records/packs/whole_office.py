"""Loads everything the checks look at, once."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.meetings import meetings
from boarddesk.records.people import people
from boarddesk.records.plan.around import board_of, new_since
from boarddesk.records.plan.challenges import questions_elsewhere
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plan, plans
from boarddesk.records.plan.since import brought_since
from boarddesk.records.registers.reading import registers
from boarddesk.records.registers.unclear import undecided
from boarddesk.records.rhythm import round_records
from boarddesk.records.risks.issues import issues
from boarddesk.records.risks.matrices import in_force
from boarddesk.records.risks.register import risks
from boarddesk.records.seats import seats
from boarddesk.records.timetable import free_days
from boarddesk.rules.checks import Office
from boarddesk.rules.meetings.boards_around import last_board
from boarddesk.rules.plan.actions import Plan


def whole_office(file: OfficeFile, today: date) -> Office:
    """The office as the checks read it on a day."""
    bare = plans(file)
    boards_before = {known.id: _board_before(file, known, today) for known in bare}
    return Office(
        boards=boards(file),
        lines=lines(file),
        seats=seats(file),
        people=people(file),
        registers=registers(file),
        plans=tuple(plan(file, known.id) for known in bare),
        kpis=tuple(kpi for known in bare for kpi in kpis(file, known.id, as_at=today)),
        risks=risks(file),
        issues=issues(file),
        decisions=decisions(file),
        board_actions=board_actions(file, today=today),
        matrix=in_force(file),
        unsettled=undecided(file),
        new_actions=frozenset().union(*(new_since(file, known, boards_before[known.id]) for known in bare)),
        free_days=free_days(file),
        rounds=round_records(file),
        brought_actions=frozenset().union(
            *(brought_since(file, known.id, boards_before[known.id]) for known in bare)
        ),
        questions=questions_elsewhere(file),
    )


def _board_before(file: OfficeFile, plan: Plan, today: date) -> date | None:
    whose = board_of(file, plan)
    return last_board(meetings(file, whose.id), today) if whose else None

"""Loads everything the checks look at, once."""

from __future__ import annotations

from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import boards
from boarddesk.records.issues import issues
from boarddesk.records.people import people
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plan, plans
from boarddesk.records.registers import registers
from boarddesk.records.risks import levels, risks
from boarddesk.records.seats import seats
from boarddesk.rules.checks import Office


def whole_office(file: BoardFile) -> Office:
    """The office as the checks read it."""
    bare = plans(file)
    return Office(
        boards=boards(file),
        seats=seats(file),
        people=people(file),
        registers=registers(file),
        plans=tuple(plan(file, one.id) for one in bare),
        kpis=tuple(kpi for one in bare for kpi in kpis(file, one.id)),
        risks=risks(file),
        issues=issues(file),
        levels=levels(file),
    )

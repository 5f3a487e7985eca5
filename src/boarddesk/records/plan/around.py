"""What the flags of a plan are judged by on a day, for the window and the command line alike."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import board, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.since import brought_since, logged_since
from boarddesk.rules.meetings.boards_around import last_board
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.plan.flags import Around, around_day


def board_of(file: OfficeFile, plan: Plan) -> Board | None:
    """The board a plan reports to: its own, else the office's first."""
    if plan.board_id:
        return board(file, plan.board_id)
    return next(iter(boards(file)), None)


def around(file: OfficeFile, plan: Plan, *, today: date) -> Around:
    """The boards before and after a day, the plan's KPIs, and which of its actions only came in since."""
    whose = board_of(file, plan)
    known = meetings(file, whose.id) if whose else ()
    board_day = last_board(known, today)
    return around_day(
        known,
        today=today,
        board=whose,
        kpis=kpis(file, plan.id, as_at=today),
        new=new_since(file, plan, board_day),
        brought=brought_since(file, plan.id, board_day),
    )


def new_since(file: OfficeFile, plan: Plan, day: date | None) -> frozenset[str]:
    """The actions that came into the office after a board: nobody asks at once for news of those."""
    return logged_since(file, plan.id, day).new if day else frozenset()

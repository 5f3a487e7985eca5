"""The office as it stood at the end of a board's own day: a report for a board that is past is made of it.

What counts is what had been entered by then. A report for a past board is what would have been issued on
its day, word for word, whatever was typed, moved, taken out or dated back since. Two things can be younger
than the board:

- the meeting, where old registers were read in later: boards, meetings and registers are as they are now;
- the plan, where it was brought in later: its words and dates are as they were first brought in, and what
  is dated (statuses, updates, figures, scores) is told by its date. The report says when that was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date

from boarddesk.records import meetings
from boarddesk.records.file.moments import day_of, end_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.plans import plans
from boarddesk.rules.meetings.meeting import Meeting, MeetingState

OF_MEETINGS = frozenset(
    {
        *("office", "mark_label", "organisation", "person", "person_alias", "board", "reporting_line"),
        *("quorum_rule", "seat", "membership", "deputy", "meeting", "meeting_reply", "roll", "roll_row"),
        *("attendance_mark", "guest"),
    }
)
UNDATED = frozenset(
    {
        *("plan", "term_band", "area", "area_lead", "action", "action_owner", "milestone"),
        *("evidence", "evidence_link"),
    }
)
"""What a plan says without saying since when."""


@dataclass(frozen=True)
class PastOffice:
    """The office of a day; `brought_in` is the day the plan first came, where that was after the board."""

    file: OfficeFile
    brought_in: date | None = None


@contextmanager
def stood_on(
    file: OfficeFile, board: Meeting, *, board_id: str | None, plan_id: str | None
) -> Iterator[PastOffice]:
    """The office at the end of the day of a meeting that is past."""
    with ExitStack() as closing:
        past = closing.enter_context(file.as_of(end_of(board.date)))
        there = _plan_there(past, board_id, plan_id)
        brought_in = None if there else _brought_in(file, board, _plan_there(file, board_id, plan_id))
        if brought_in is not None:
            now = frozenset(_tables(file)) - UNDATED
            first = closing.enter_context(file.as_of(end_of(brought_in), as_now=now))
            yield PastOffice(first, brought_in)
        elif past.value("SELECT 1 FROM meeting WHERE id = ?", (board.id,)):
            yield PastOffice(past)
        else:
            yield PastOffice(closing.enter_context(file.as_of(end_of(board.date), as_now=OF_MEETINGS)))


def _plan_there(file: OfficeFile, board_id: str | None, plan_id: str | None) -> str | None:
    """The plan that is reported on, once it has an area."""
    known = [plan.id for plan in plans(file, None if plan_id else board_id) if plan_id in (None, plan.id)]
    has_areas = known and file.value("SELECT 1 FROM area WHERE plan_id = ?", (known[0],))
    return known[0] if has_areas else None


def _brought_in(file: OfficeFile, board: Meeting, plan_id: str | None) -> date | None:
    """The day by which the plan was first brought in: with every area that came before a board saw it.

    A plan may come in over several days, from a document an area.
    """
    came = _areas_came(file, plan_id) if plan_id else []
    if not came or min(came) <= board.date:
        return None
    after = meetings.meetings(file, board.board_id, first=min(came))
    seen = min(
        (meeting.date for meeting in after if meeting.state is not MeetingState.CANCELLED), default=min(came)
    )
    return max(day for day in came if day <= seen)


def _areas_came(file: OfficeFile, plan_id: str) -> list[date]:
    rows = file.rows(
        "SELECT r.after, e.made_at FROM change_row r JOIN change_entry e ON e.number = r.entry "
        "WHERE r.table_name = 'area' AND r.op = 'insert'"
    )
    return [day_of(row["made_at"]) for row in rows if json.loads(row["after"]).get("plan_id") == plan_id]


def _tables(file: OfficeFile) -> list[str]:
    return [str(row["name"]) for row in file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]

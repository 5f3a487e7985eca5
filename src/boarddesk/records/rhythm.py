"""What happened of the rounds around meetings: what somebody ticked, what was issued, which papers came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.rules.meetings.rhythm import PACK, PAPERS, RoundRecord, check_step, step_title

_TICKED = "SELECT meeting_id, step, done_on FROM meeting_step WHERE :meeting IS NULL OR meeting_id = :meeting"
_PACKS = """
    SELECT meeting_id, min(issued_on) AS issued_on FROM (
        SELECT meeting_id, issued_on FROM pack WHERE supplement = 0
        UNION ALL SELECT meeting_id, issued_on FROM issued_document WHERE kind IN ('agenda', 'pack'))
    WHERE meeting_id IS NOT NULL AND (:meeting IS NULL OR meeting_id = :meeting) GROUP BY meeting_id
"""


_PAPERS = """
    WITH live AS (
        SELECT l.item_id, p.id FROM item_paper l JOIN paper p ON p.id = l.paper_id
        WHERE p.withdrawn_on IS NULL),
    came AS (SELECT paper_id, min(taken_in_on) AS taken FROM paper_copy GROUP BY paper_id)
    SELECT i.meeting_id, sum(came.taken IS NULL) AS missing, max(came.taken) AS taken FROM agenda_item i
    LEFT JOIN live ON live.item_id = i.id LEFT JOIN came ON came.paper_id = live.id
    WHERE (:meeting IS NULL OR i.meeting_id = :meeting) AND (live.id IS NOT NULL OR i.papers_wanted = 1)
    GROUP BY i.meeting_id
"""
"""How many papers that an agenda wants have no copy yet, and when the last of the others came in."""


def round_records(file: OfficeFile, meeting_id: str | None = None) -> Mapping[str, RoundRecord]:
    """By meeting, of one or of all; of one of which nothing is known there is an empty one."""
    asked = {"meeting": meeting_id}
    ticked, known = defaultdict[str, dict[str, date]](dict), defaultdict[str, dict[str, date]](dict)
    for row in file.rows(_TICKED, asked):
        ticked[row["meeting_id"]][row["step"]] = date.fromisoformat(row["done_on"])
    for row in file.rows(_PACKS, asked):
        known[row["meeting_id"]][PACK] = date.fromisoformat(row["issued_on"])
    missing = defaultdict[str, int](int)
    for row in file.rows(_PAPERS, asked):
        missing[row["meeting_id"]] = row["missing"]
        if not row["missing"]:
            known[row["meeting_id"]][PAPERS] = date.fromisoformat(row["taken"])
    found = {of: RoundRecord(ticked[of], known[of], missing[of]) for of in (*ticked, *known, *missing)}
    return defaultdict(RoundRecord, found)


def tick(file: OfficeFile, meeting_id: str, step: str, done_on: date, *, today: date) -> None:
    """Say that a step of the round was done on a day; another day takes the place of the one before."""
    meeting(file, meeting_id)
    check_step(step, done_on, today=today)
    with file.change(f"Tick “{step_title(step)}”") as change:
        row = _kept(file, meeting_id, step)
        if row is None:
            change.insert("meeting_step", meeting_id=meeting_id, step=step, done_on=done_on)
        else:
            change.update("meeting_step", row, done_on=done_on)


def untick(file: OfficeFile, meeting_id: str, step: str) -> None:
    """Take back that a step was done."""
    row = _kept(file, meeting_id, step)
    if row is not None:
        with file.change(f"Untick “{step_title(step)}”") as change:
            change.delete("meeting_step", row)


def _kept(file: OfficeFile, meeting_id: str, step: str) -> str | None:
    row = file.row("SELECT id FROM meeting_step WHERE meeting_id = ? AND step = ?", (meeting_id, step))
    return row["id"] if row else None

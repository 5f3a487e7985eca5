"""A review of risks: the longest unreviewed first, each as it stood at its last review, and who reviews."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from boarddesk.records.boards import boards
from boarddesk.records.file.moments import day_of, end_of, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.meetings import meetings
from boarddesk.records.reading import day
from boarddesk.records.risks.register import risks
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.risks.risk import Assurance, Control, Mitigation, Risk, Score, score_on


def to_review(file: OfficeFile, board_id: str | None, *, today: date) -> tuple[Risk, ...]:
    """The risks a board still watches, the longest unreviewed first; one never scored before all others."""

    def unreviewed_since(risk: Risk) -> date:
        last = score_on(risk.current, today)
        return last.as_at if last else date.min

    live = [risk for risk in risks(file, board_id) if risk.live]
    return tuple(sorted(live, key=unreviewed_since))


def as_reviewed(file: OfficeFile, risk: Risk, last: Score) -> tuple[Risk, date]:
    """The risk with its controls and mitigations as they stood when a score was kept, and the day of that.

    A score that was entered on another day than its own is taken from the end of its day. Nothing is known
    of the time before the risk itself came into the office: then it is told from that day on.
    """
    number, since = _baseline(file, risk, last)
    rows: dict[str, dict[str, dict[str, Any]]] = {
        table: {
            row["id"]: dict(row) for row in file.rows(f"SELECT * FROM {table} WHERE risk_id = ?", (risk.id,))
        }
        for table in ("control", "mitigation")
    }
    logged = file.rows(
        "SELECT op, table_name, row_id, before FROM change_row WHERE table_name IN ('control', 'mitigation') "
        "AND id > coalesce((SELECT last_row FROM change_entry WHERE number = ?), 0) ORDER BY id DESC",
        (number,),
    )
    for change in logged:
        there, row_id = rows[change["table_name"]], change["row_id"]
        before = json.loads(change["before"] or "{}")
        if change["op"] == "insert":
            there.pop(row_id, None)
        elif row_id in there or before.get("risk_id") == risk.id:
            there[row_id] = there.get(row_id, {}) | before
    return replace(
        risk,
        controls=tuple(_control(row_id, row) for row_id, row in rows["control"].items()),
        mitigations=tuple(_mitigation(row_id, row) for row_id, row in rows["mitigation"].items()),
    ), since


def _baseline(file: OfficeFile, risk: Risk, last: Score) -> tuple[int, date]:
    """The number of the change after which it is told what changed, and its day."""

    def came(table: str, row_id: str) -> tuple[int, date]:
        row = file.row(
            "SELECT e.number, e.made_at FROM change_row r JOIN change_entry e ON e.number = r.entry "
            "WHERE r.row_id = ? AND r.table_name = ? AND r.op = 'insert' ORDER BY r.id LIMIT 1",
            (row_id, table),
        )
        return (row["number"], day_of(row["made_at"])) if row else (0, date.min)

    kept, raised = came("risk_score", last.id), came("risk", risk.id)
    if kept[1] != last.as_at:
        until = stamp(end_of(last.as_at))
        number = file.value("SELECT max(number) FROM change_entry WHERE made_at <= ?", (until,))
        kept = (int(str(number or 0)), last.as_at)
    return raised if raised[0] > kept[0] else kept


def _control(row_id: str, row: Mapping[str, Any]) -> Control:
    return Control(
        row["text"], assurance=Assurance(row["assurance"]), tested_on=day(row["tested_on"]), id=row_id
    )


def _mitigation(row_id: str, row: Mapping[str, Any]) -> Mitigation:
    return Mitigation(row["text"], due=day(row["due"]), done_on=day(row["done_on"]), id=row_id)


def meets_on(file: OfficeFile, board_id: str | None, when: date) -> tuple[Board, Meeting] | None:
    """The board that reviews risks on a day, with its meeting; None where none meets.

    It is the board itself, else the first that is accountable to it: an executive group goes through them.
    """
    below = {
        line.board_id
        for line in lines(file)
        if line.to_board_id == board_id and line.kind is LineKind.ACCOUNTABLE_TO and line.stands_on(when)
    }
    meeting_of = {
        found.board_id: found
        for found in meetings(file, first=when, last=when)
        if found.state is not MeetingState.CANCELLED
    }
    near = [known for known in boards(file) if board_id in (None, known.id) or known.id in below]
    near.sort(key=lambda known: known.id != board_id)
    return next(((known, meeting_of[known.id]) for known in near if known.id in meeting_of), None)

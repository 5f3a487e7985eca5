"""A review of risks: the longest unreviewed first, all of them as they stood on a day, and who reviews."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.records.boards import boards
from boarddesk.records.file.moments import end_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.meetings import meetings
from boarddesk.records.risks.register import risks
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.risks.risk import Risk, score_on


def to_review(file: OfficeFile, board_id: str | None, *, today: date) -> tuple[Risk, ...]:
    """The risks a board still watches, the longest unreviewed first; one never scored before all others."""

    def unreviewed_since(risk: Risk) -> date:
        last = score_on(risk.current, today)
        return last.as_at if last else date.min

    live = [risk for risk in risks(file, board_id) if risk.live]
    return tuple(sorted(live, key=unreviewed_since))


def risks_on(file: OfficeFile, day: date) -> Mapping[str, Risk]:
    """Every risk as it stood at the end of a day."""
    with file.as_of(end_of(day)) as past:
        return {found.id: found for found in risks(past)}


def meets_on(file: OfficeFile, board_id: str | None, day: date) -> tuple[Board, Meeting] | None:
    """The board that reviews risks on a day, with its meeting; None where none meets.

    It is the board itself, else the first that is accountable to it: an executive group goes through them.
    """
    below = {
        line.board_id
        for line in lines(file)
        if line.to_board_id == board_id and line.kind is LineKind.ACCOUNTABLE_TO and line.stands_on(day)
    }
    meeting_of = {
        found.board_id: found
        for found in meetings(file, first=day, last=day)
        if found.state is not MeetingState.CANCELLED
    }
    near = [known for known in boards(file) if board_id in (None, known.id) or known.id in below]
    near.sort(key=lambda known: known.id != board_id)
    return next(((known, meeting_of[known.id]) for known in near if known.id in meeting_of), None)

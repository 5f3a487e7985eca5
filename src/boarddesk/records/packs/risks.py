"""Gathers what the documents about risks print: a board's register on the day of its meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.records import meetings
from boarddesk.records.as_stood import stood_on
from boarddesk.records.boards import board, boards
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.packs.highlights import highlight_pack
from boarddesk.records.plan import challenges, kpis, plans
from boarddesk.records.risks import escalations, issues, matrices, register
from boarddesk.rules.exceptions import ExceptionsPack
from boarddesk.rules.meetings.boards_around import boards_before, next_board
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, meeting_title
from boarddesk.rules.people import Board
from boarddesk.rules.plan.as_stood import kpi_on, question_on, was_open
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks.as_stood import issue_on, risk_on, sent_by, was_raised
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import Risk

RISKS, RISK_CARD, EXCEPTIONS = "risks", "risk-card", "exceptions"


def risk_pack(
    file: OfficeFile, *, today: date, board_id: str | None = None, meeting_id: str | None = None
) -> RiskPack:
    """What a board's documents about risks say.

    Without a meeting it is the board's next one; for one that is past, what stood on its own day.
    """
    asked = meetings.meeting(file, meeting_id) if meeting_id else None
    if asked is None or asked.date >= today:
        return _pack(file, today=today, board_id=board_id, meeting_id=meeting_id)
    with stood_on(file, asked, board_id=asked.board_id, plan_id=None) as stood:
        pack = _pack(stood.file, today=asked.date, board_id=board_id or asked.board_id, meeting_id=meeting_id)
    cancelled = asked.state is MeetingState.CANCELLED
    return replace(pack, edition=draft_edition(file, today), cancelled=cancelled)


def exceptions_pack(
    file: OfficeFile, *, today: date, board_id: str | None = None, meeting_id: str | None = None
) -> ExceptionsPack:
    """What the exceptions of a board are made of: its register, and its plan where it has one with areas."""
    risks = risk_pack(file, today=today, board_id=board_id, meeting_id=meeting_id)
    has_plan = any(
        plan.board_id in (None, risks.board_id) and plans.plan(file, plan.id).areas
        for plan in plans.plans(file)
    )
    if not has_plan:
        return ExceptionsPack(risks)
    plan = highlight_pack(file, today=today, board_id=risks.board_id, meeting_id=meeting_id)
    return ExceptionsPack(risks, plan)


def _pack(file: OfficeFile, *, today: date, board_id: str | None, meeting_id: str | None) -> RiskPack:
    meeting, whose = _meeting(file, board_id, meeting_id, today)
    as_at = min(today, meeting.date)
    held = boards_before(meetings.meetings(file, whose.id), as_at)
    found = tuple(
        risk_on(risk, as_at) for risk in register.risks(file, whose.id or None) if was_raised(risk, as_at)
    )
    office = office_names(file)
    reviewed_on, reviewed_by = _reviewed(file, found)
    return RiskPack(
        partnership=office.partnership,
        board=whose.name,
        board_short=whose.short_name,
        board_id=whose.id or None,
        meeting_day=meeting.date,
        meeting_title=meeting_title(whose.short_name, meeting, whose.year_start),
        meeting_id=meeting.id or None,
        boards=tuple(meeting.date for meeting in held),
        as_at=as_at,
        edition=draft_edition(file, today),
        author=office.secretary,
        matrix=matrices.in_force(file),
        matrices=matrices.matrices(file),
        risks=found,
        issues=tuple(
            issue_on(issue, as_at)
            for issue in issues.issues(file, whose.id or None)
            if issue.raised_on <= as_at
        ),
        escalations=sent_by(
            (
                sent
                for sent in escalations.escalations(file)
                if not whose.id or whose.id in (sent.from_board_id, sent.board_id)
            ),
            as_at,
        ),
        kpis=_kpis(file, as_at),
        asked=tuple(
            (question.about_id, question_on(question.challenge, as_at))
            for question in challenges.questions(file, still_open=False)
            if question.about == "risk" and was_open(question.challenge, as_at)
        ),
        areas=tuple(
            (area.id, f"{area.number} {area.title}".strip())
            for plan in plans.plans(file)
            for area in plans.plan(file, plan.id).areas
        ),
        reviewed_on=reviewed_on,
        reviewed_by=reviewed_by,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


def _meeting(
    file: OfficeFile, board_id: str | None, meeting_id: str | None, today: date
) -> tuple[Meeting, Board]:
    """The meeting asked for, the board today works towards, or one today where none is; and whose it is."""
    if meeting_id:
        asked = meetings.meeting(file, meeting_id)
        return asked, board(file, board_id or asked.board_id)
    whose = board(file, board_id) if board_id else next(iter(boards(file)), Board("", "", ""))
    known = meetings.meetings(file, whose.id)
    return next_board(known, today) or Meeting("", whose.id, 1, today), whose


def _kpis(file: OfficeFile, as_at: date) -> tuple[Kpi, ...]:
    return tuple(
        kpi_on(kpi, as_at) for plan in plans.plans(file) for kpi in kpis.kpis(file, plan.id, as_at=as_at)
    )


def _reviewed(file: OfficeFile, found: tuple[Risk, ...]) -> tuple[date | None, str]:
    """When risks were last scored, and by which board where it was kept in a meeting."""
    newest = max(
        (risk.current[0] for risk in found if risk.current), key=lambda each: each.as_at, default=None
    )
    if newest is None:
        return None, ""
    held = {
        score.meeting_id
        for risk in found
        for score in risk.current[:1]
        if score.as_at == newest.as_at and score.meeting_id
    }
    if len(held) != 1:
        return newest.as_at, ""
    row = file.row(
        "SELECT b.name FROM meeting m JOIN board b ON b.id = m.board_id WHERE m.id = ?", (held.pop(),)
    )
    return newest.as_at, str(row["name"]) if row else ""

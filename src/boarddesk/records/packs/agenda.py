"""Gathers what the documents of a meeting to come print: its agenda, its papers, who is expected."""

from __future__ import annotations

from datetime import date

from boarddesk.records import meetings
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.items import agenda
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.boards import board
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.registers.reading import register, replies, with_expected_rolls
from boarddesk.rules.agenda.pack import AgendaPack, ComingMeeting
from boarddesk.rules.decisions import Decision, DecisionPath
from boarddesk.rules.meetings.boards_around import boards_before
from boarddesk.rules.meetings.meeting import Meeting, meeting_title
from boarddesk.rules.people import Role
from boarddesk.rules.registers.quorum import Answer, forecast, replies_counted
from boarddesk.rules.registers.register import RollRow
from boarddesk.rules.wording import bound, day, sentence

MOST_COMING = 2


def agenda_pack(
    file: OfficeFile, meeting_id: str, *, today: date, for_publication: bool = False
) -> AgendaPack:
    """The agenda of a meeting as it stands; who is expected only while the meeting is still to come."""
    of = meetings.meeting(file, meeting_id)
    whose = board(file, of.board_id)
    office = office_names(file)
    all_meetings = meetings.meetings(file, of.board_id)
    (found,) = with_expected_rolls(file, [register(file, meeting_id)])
    answers = replies(file, meeting_id)
    to_come = of.state.is_to_come
    deputies = {reply.seat_id: reply.deputy for reply in answers}
    away = {reply.seat_id for reply in answers if reply.answer in (Answer.APOLOGIES, Answer.DEPUTY)}
    return AgendaPack(
        partnership=office.partnership,
        board=whose,
        meeting=of,
        title=meeting_title(whose.short_name, of, whose.year_start),
        chair=_chair(found.rows),
        author=office.secretary,
        agenda=agenda(file, meeting_id),
        papers=papers_of_meeting(file, meeting_id),
        papers_due=whose.rule("papers_due").day(of.date),
        as_at=today,
        edition=draft_edition(file, today),
        forecast=forecast(whose, found.rows, answers, day=of.date) if to_come else None,
        replies=replies_counted(found.rows, answers) if to_come else None,
        apologies=tuple(
            (row.who, deputies.get(row.seat_id, ""))
            for row in found.rows
            if to_come and row.person_id and row.expected and row.seat_id in away
        ),
        coming=tuple(
            ComingMeeting(later, whose.rule("papers_due").day(later.date))
            for later in all_meetings
            if later.date > of.date and later.state.is_to_come
        )[:MOST_COMING],
        between=_between(file, of, all_meetings),
        for_publication=for_publication,
    )


def _chair(rows: tuple[RollRow, ...]) -> str:
    return next((row.person for row in rows if row.role is Role.CHAIR and row.person_id), "")


def _between(file: OfficeFile, of: Meeting, all_meetings: tuple[Meeting, ...]) -> tuple[str, ...]:
    """What was decided without a meeting since the board last met, in the order it was."""
    held = boards_before(all_meetings, of.date)
    since = held[-1].date if held else date.min
    return tuple(
        _told(decision)
        for decision in reversed(decisions(file, of.board_id))
        if decision.how is not DecisionPath.MEETING and since <= decision.made_on < of.date
    )


def _told(decision: Decision) -> str:
    by = f", {decision.by_whom}" if decision.by_whom else ""
    how = f"by {decision.how}{by}, {day(decision.made_on)}"
    return sentence(bound(f"{decision.ref} ({how}): {decision.text}"))

"""Gathers what the chair's brief says: the agenda, and everything that is still to settle before the day."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda.arising import open_actions
from boarddesk.records.agenda.decisions import last_decisions
from boarddesk.records.agenda.declarations import declarations
from boarddesk.records.agenda.returns import returns_grid
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.interests import interests
from boarddesk.records.packs.agenda import agenda_pack
from boarddesk.records.packs.risks import exceptions_pack
from boarddesk.records.people import people
from boarddesk.records.registers.reading import register, replies, with_expected_rolls
from boarddesk.records.seats import seats
from boarddesk.rules.agenda.brief import BriefPack, DeclaredInterest
from boarddesk.rules.agenda.pack import AgendaPack
from boarddesk.rules.exceptions import exceptions_of
from boarddesk.rules.interests import expected_interests
from boarddesk.rules.registers.quorum import Answer, forecast
from boarddesk.rules.registers.register import Register


def brief_pack(file: OfficeFile, meeting_id: str, *, today: date) -> BriefPack:
    """The brief of a meeting as things stand today."""
    agenda = agenda_pack(file, meeting_id, today=today)
    (roll,) = with_expected_rolls(file, [register(file, meeting_id)])
    answers = replies(file, meeting_id)
    deputised = {reply.seat_id for reply in answers if reply.answer is Answer.DEPUTY}
    away = {reply.seat_id for reply in answers if reply.answer is Answer.APOLOGIES}
    exceptions = exceptions_of(
        exceptions_pack(file, today=today, board_id=agenda.board.id, meeting_id=meeting_id)
    )
    of_day = agenda.meeting.date
    grid = returns_grid(file, agenda.board.id, first=of_day, last=of_day)
    return BriefPack(
        agenda=agenda,
        last=last_decisions(file, meeting_id),
        overdue=tuple(
            action for action in open_actions(file, agenda.board.id, today=today) if action.days_late(today)
        ),
        plan_overdue=tuple((each.ref, each.owners) for each in exceptions.overdue if each.of_plan),
        unexplained=tuple(_asked(about, says) for about, says in exceptions.unexplained),
        reporting=(grid.received(meeting_id), len(grid.areas)) if grid.meetings else (0, 0),
        missing_returns=grid.missing(meeting_id) if grid.meetings else (),
        interests=_interests(file, agenda, roll),
        registered=_registered(file, agenda),
        silent=tuple(row.who for row in agenda.replies.silent) if agenda.replies else (),
        away_without_deputy=tuple(
            row.who
            for row in roll.rows
            if agenda.replies and row.expected and row.seat_id in away and row.seat_id not in deputised
        ),
    )


def _asked(about: str, says: str) -> tuple[str, str, str]:
    """What is unexplained, and who was asked, which the exceptions say at the end of the sentence."""
    told, _, who = says.partition(" Asked of ")
    return about, told.removesuffix(" A reason is asked."), who.removesuffix(".")


def _registered(file: OfficeFile, agenda: AgendaPack) -> tuple[str, ...]:
    """Those expected who have an interest on the register that day, in roll order."""
    names = {person.id: person.name for person in people(file)}
    of_board = seats(file, agenda.board.id)
    declared = expected_interests(of_board, interests(file), agenda.meeting.date)
    return tuple(names[person_id] for person_id in declared)


def _interests(file: OfficeFile, agenda: AgendaPack, roll: Register) -> tuple[DeclaredInterest, ...]:
    """The interests declared for items, with the quorum should that person leave, while it is to come."""
    answers = replies(file, agenda.meeting.id)
    found = []
    for declaration in declarations(file, agenda.meeting.id):
        row = agenda.agenda.row(declaration.item_id or "")
        if row is None:
            continue
        stay = [seat for seat in roll.rows if seat.person_id != declaration.person_id]
        without = forecast(agenda.board, stay, answers, day=agenda.meeting.date).quorum
        found.append(DeclaredInterest(row.number, declaration, without if agenda.forecast else None))
    return tuple(found)

"""Gathers what an attendance report prints of one board between two days."""

from __future__ import annotations

from datetime import date

from boarddesk.records import attendance
from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import board
from boarddesk.records.documents import next_version
from boarddesk.records.office import office_names
from boarddesk.records.registers import register, registers, with_expected_rolls
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.attendance_letter import LetterFacts, letter_facts
from boarddesk.rules.attendance_pack import AttendancePack
from boarddesk.rules.meetings import MeetingState, board_year, meeting_title
from boarddesk.rules.refused import Refused
from boarddesk.rules.sign_in import SignInPack

ATTENDANCE = "attendance"


def attendance_pack(
    file: BoardFile,
    board_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
    percentages: bool = True,
    names: bool = True,
) -> AttendancePack:
    """Without days it is the board year that today falls in, up to today."""
    whose = board(file, board_id)
    start = first or board_year(last or today, whose.year_start)[0]
    end = min(last or today, today)
    office = office_names(file)
    people, organisations = (
        attendance.report(file, by, today=today, board_id=board_id, first=start, last=end)
        for by in (By.PERSON, By.ORGANISATION)
    )
    return AttendancePack(
        partnership=office.partnership,
        board=whose,
        people=people,
        organisations=organisations,
        registers=registers(file, board_id, first=start, last=end),
        as_at=end,
        version=next_version(file, ATTENDANCE, scope=whose.short_name, meeting_id=None),
        author=office.secretary,
        percentages=percentages,
        names=names,
    )


def letter_facts_of(
    file: BoardFile,
    board_id: str,
    person_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
) -> LetterFacts:
    """The facts of a letter about one person; without days the board year up to today."""
    whose = board(file, board_id)
    start = first or board_year(last or today, whose.year_start)[0]
    end = min(last or today, today)
    facts = letter_facts(
        registers(file, board_id, first=start, last=end), whose, person_id, first=start, last=end
    )
    if facts is None:
        raise Refused("This person was on no register of the board in that time.", field="person")
    return facts


def sign_in_pack(file: BoardFile, meeting_id: str, *, today: date) -> SignInPack:
    """A meeting's roll as stored, or as it would be where the register is not open yet."""
    (found,) = with_expected_rolls(file, [register(file, meeting_id)])
    whose = board(file, found.meeting.board_id)
    if found.meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled, so there is nothing to sign.", field="meeting")
    return SignInPack(
        partnership=office_names(file).partnership,
        board=whose,
        title=meeting_title(whose.short_name, found.meeting, whose.year_start),
        register=found,
        as_at=today,
    )

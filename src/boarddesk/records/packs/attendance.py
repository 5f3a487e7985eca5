"""Gathers what an attendance report prints of one board between two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.attendance.tallies import year_to_date
from boarddesk.records.boards import board
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.people import people
from boarddesk.records.registers.reading import mark_labels, register, registers, with_expected_rolls
from boarddesk.records.seats import seats
from boarddesk.rules.attendance.groups import By, check_period
from boarddesk.rules.attendance.letter import Correspondents, LetterFacts, letter_facts
from boarddesk.rules.attendance.pack import AttendancePack, SignInPack
from boarddesk.rules.meetings.meeting import MeetingState, board_year, meeting_title
from boarddesk.rules.people import Board, Role
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import with_the

ATTENDANCE = "attendance"


def attendance_pack(
    file: OfficeFile,
    board_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
    percentages: bool = True,
    names: bool = True,
    for_publication: bool = False,
) -> AttendancePack:
    """Without days it is the board year of the newest register that counts, up to today.

    Figures end today; the registers go on with the meetings planned to the end of the time asked for.
    """
    whose = board(file, board_id)
    start, end = _days(file, whose, first, last, today=today)
    office = office_names(file)
    people, organisations = (
        attendance_report(file, by, today=today, board_id=board_id, first=start, last=end)
        for by in (By.PERSON, By.ORGANISATION)
    )
    return AttendancePack(
        partnership=office.partnership,
        board=whose,
        people=people,
        organisations=organisations,
        registers=with_expected_rolls(
            file, registers(file, board_id, first=start, last=last or board_year(end, whose.year_start)[1])
        ),
        as_at=end,
        edition=draft_edition(file, today),
        author=office.secretary,
        percentages=percentages,
        names=names,
        for_publication=for_publication,
        labels=mark_labels(file),
    )


def letter_facts_of(
    file: OfficeFile,
    board_id: str,
    person_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
) -> LetterFacts:
    """The facts of a letter about one person; without days of the board year that counted last."""
    whose = board(file, board_id)
    start, end = _days(file, whose, first, last, today=today)
    facts = letter_facts(
        registers(file, board_id, first=start, last=end), whose, person_id, first=start, last=end
    )
    if facts is None:
        raise Refused("This person was on no register of the board in that time.", field="person")
    if not facts.meetings_expected:
        raise Refused(
            f"{facts.person} was expected at no meeting of {with_the(whose.name)} that counts in that time, "
            "so there is nothing to write about.",
            field="person",
        )
    return replace(facts, correspondents=_correspondents(file, board_id, person_id, today=today))


def _correspondents(file: OfficeFile, board_id: str, person_id: str, *, today: date) -> Correspondents:
    """The chair of today, or the vice-chair where the chair is written to or the seat is vacant."""
    names = {person.id: person.name for person in people(file)}
    held = {seat: seat.holder_on(today) for seat in seats(file, board_id) if seat.exists_on(today)}
    signing = (
        (names[holder], role)
        for role in (Role.CHAIR, Role.VICE_CHAIR)
        for seat, holder in held.items()
        if seat.role is role and holder and holder != person_id
    )
    signatory, post = next(signing, ("", Role.CHAIR))
    own = [seat for seat, holder in held.items() if holder == person_id]
    deputies = dict.fromkeys(names[deputy_id] for seat in own for deputy_id in seat.deputy_ids)
    return Correspondents(signatory, post, office_names(file).secretary, bool(own), tuple(deputies))


def _days(
    file: OfficeFile, whose: Board, first: date | None, last: date | None, *, today: date
) -> tuple[date, date]:
    """The period asked for; where no beginning is named, the board year that counted last before its end."""
    check_period(first, last, today=today)
    end = min(last or today, today)
    if first is not None:
        return first, end
    year_first, year_last = year_to_date(file, [whose], end)
    return year_first, end if last else year_last


def sign_in_pack(file: OfficeFile, meeting_id: str, *, today: date) -> SignInPack:
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

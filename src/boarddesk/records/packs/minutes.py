"""Gathers what the documents after a meeting print: its minutes, who was there, decisions and actions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.records import meetings
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.declarations import declarations
from boarddesk.records.agenda.page_numbers import given_pages
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.boards import board
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.corrections_made import corrections_made, corrections_of
from boarddesk.records.minutes.reading import minutes_of
from boarddesk.records.minutes.sealing import sealed
from boarddesk.records.office import office_names
from boarddesk.records.plan.challenges import questions
from boarddesk.records.reading import gathered
from boarddesk.records.registers.reading import register
from boarddesk.rules.meetings.boards_around import next_board
from boarddesk.rules.meetings.meeting import Meeting, meeting_title
from boarddesk.rules.minutes.corrected import MinutesCorrection
from boarddesk.rules.minutes.pack import MinutesPack, PaperConsidered
from boarddesk.rules.minutes.presence import presence_sentences
from boarddesk.rules.minutes.update import UpdatePack
from boarddesk.rules.pack.numbering import number_pages, said_span
from boarddesk.rules.papers.paper import live
from boarddesk.rules.people import Role
from boarddesk.rules.publishing.opening import closed_items
from boarddesk.rules.registers.quorum import live_quorum
from boarddesk.rules.wording import day


def minutes_pack(file: OfficeFile, meeting_id: str, *, today: date) -> MinutesPack:
    """The minutes of a meeting as they stand, whole: what a copy leaves out is taken from it afterwards."""
    of, office = meetings.meeting(file, meeting_id), office_names(file)
    whose, found = board(file, of.board_id), register(file, meeting_id)
    minutes, declared = minutes_of(file, meeting_id), declarations(file, meeting_id)
    seal = sealed(file, meeting_id)
    asked = [each for each in questions(file, still_open=False) if each.challenge.meeting_id == meeting_id]
    return MinutesPack(
        partnership=office.partnership,
        board=whose,
        meeting=of,
        title=meeting_title(whose.short_name, of, whose.year_start),
        author=office.secretary,
        minutes=minutes,
        register=found,
        quorum=live_quorum(whose, found),
        as_at=today,
        edition=draft_edition(file, today),
        declared=declared,
        presence=presence_sentences(found, declared, minutes.items),
        decisions=tuple(reversed(decisions(file, of.board_id, meeting_id=meeting_id))),
        actions=tuple(
            action
            for action in board_actions(file, of.board_id, today=today)
            if action.meeting_id == meeting_id
        ),
        challenges={each.challenge.id: each.challenge for each in asked},
        asked_about={each.challenge.id: each.ref for each in asked},
        papers=_papers(file, meeting_id),
        corrections=corrections_of(file, meeting_id),
        amends=_amends(file, meeting_id),
        confirms=_confirms(file, meeting_id),
        code=seal.code if seal else "",
        next_meeting=_after(file, of),
    )


def update_pack(file: OfficeFile, meeting_id: str, *, today: date) -> UpdatePack:
    """What the chair's update of a meeting says: the lines written for it, of items open to the public."""
    of, office = meetings.meeting(file, meeting_id), office_names(file)
    whose, minutes = board(file, of.board_id), minutes_of(file, meeting_id)
    chairs = [row.person for row in register(file, meeting_id).rows if row.role is Role.CHAIR and row.person]
    closed = closed_items(minutes.items)
    return UpdatePack(
        partnership=office.partnership,
        board=whose,
        meeting=of,
        chair=chairs[0] if chairs else "",
        items=tuple(
            item for item in minutes.items if item.public.any_written and item.row.item.id not in closed
        ),
        as_at=today,
        edition=draft_edition(file, today),
        next_meeting=_after(file, of),
        is_confirmed=minutes.is_locked,
    )


def _after(file: OfficeFile, of: Meeting) -> Meeting | None:
    return next_board(
        [later for later in meetings.meetings(file, of.board_id) if later.date > of.date], of.date
    )


def _amends(file: OfficeFile, meeting_id: str) -> Mapping[str, tuple[MinutesCorrection, ...]]:
    """What this meeting corrected in earlier minutes, by the day of the meeting these are of."""
    made = gathered((each.meeting_id, each) for each in corrections_made(file, meeting_id))
    return {day(meetings.meeting(file, of).date): tuple(corrections) for of, corrections in made.items()}


def _confirms(file: OfficeFile, meeting_id: str) -> Mapping[str, str]:
    """The codes of the minutes confirmed at this meeting, by the day of the meeting they are of."""
    rows = file.rows(
        "SELECT m.date, s.code FROM minutes n JOIN meeting m ON m.id = n.meeting_id "
        "JOIN sealed_minutes s ON s.meeting_id = n.meeting_id WHERE n.confirmed_at_id = ? ORDER BY m.date",
        (meeting_id,),
    )
    return {day(date.fromisoformat(row["date"])): row["code"] for row in rows}


def _papers(file: OfficeFile, meeting_id: str) -> Mapping[str, tuple[PaperConsidered, ...]]:
    """Each item's papers with the pages they have in the pack that was issued."""
    issued = given_pages(file, meeting_id).pages
    pages = number_pages([(given.key, given.pages) for given in issued], issued).numbers
    return {
        item_id: tuple(
            PaperConsidered(paper.title, said_span(pages[paper.id]) if paper.id in pages else "")
            for paper in live(papers)
        )
        for item_id, papers in papers_of_meeting(file, meeting_id).items()
    }

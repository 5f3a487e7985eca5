"""Gathers the pack of a meeting: the agenda's items with their papers, and the pages issued before."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda.items import agenda
from boarddesk.records.agenda.page_numbers import given_pages
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.boards import board
from boarddesk.records.documents import IssuedDocument, draft_edition, issued
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.office import office_names
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.laid_out import Agenda
from boarddesk.rules.meetings.meeting import meeting_title
from boarddesk.rules.pack.pack import MeetingPack, PackItem, PackPaper

AGENDA = "agenda"


def meeting_pack(
    file: OfficeFile, meeting_id: str, *, today: date, scope: str = "", for_publication: bool = False
) -> MeetingPack:
    """The pack of a meeting as the office is now; what was issued of it stands. `scope` is the agenda's."""
    of, office = meeting(file, meeting_id), office_names(file)
    whose, given = board(file, of.board_id), given_pages(file, meeting_id)
    laid_out, papers = agenda(file, meeting_id), papers_of_meeting(file, meeting_id)
    numbers = dict(given.paper_numbers)
    for row in laid_out.rows:
        for paper in papers.get(row.item.id, ()):
            numbers.setdefault(paper.id, len(numbers) + 1)
    restricted = {
        paper.id
        for row in laid_out.rows
        if _is_restricted(row.item, laid_out)
        for paper in papers.get(row.item.id, ())
    }
    items = tuple(
        PackItem(
            row.number,
            row.item,
            tuple(
                PackPaper(paper, numbers[paper.id], row.number, place, paper.id in restricted)
                for place, paper in enumerate(papers.get(row.item.id, ()), start=1)
            ),
        )
        for row in laid_out.rows
    )
    agenda_issue = issued_agenda(file, meeting_id, scope)
    return MeetingPack(
        partnership=office.partnership,
        board=whose,
        meeting_id=meeting_id,
        title=meeting_title(whose.short_name, of, whose.year_start),
        day=of.date,
        items=items,
        as_at=today,
        edition=draft_edition(file, today),
        issued=given.pages,
        issued_on=given.issued_on,
        agenda_issued_on=agenda_issue.issued_on if agenda_issue else None,
        author=office.secretary,
        for_publication=for_publication,
    )


def issued_agenda(file: OfficeFile, meeting_id: str, scope: str = "") -> IssuedDocument | None:
    """The agenda last issued for a meeting, or its copy of one scope; None where there was none."""
    found = issued(file, kind=AGENDA, meeting_id=meeting_id)
    return next((document for document in found if scope in ("", document.scope)), None)


def _is_restricted(item: AgendaItem, laid_out: Agenda) -> bool:
    """Whether it is kept from the public, itself or with the item it stands under."""
    above = laid_out.row(item.parent_id) if item.parent_id else None
    return item.restricted or (above is not None and above.item.restricted)

"""Lists agendas and their papers: for people those of the meetings to come, for programs all there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.agenda.items import agenda
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.boards import boards as all_boards
from boarddesk.records.meetings import meetings
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.agenda.papers import PapersState, state_of
from boarddesk.rules.meetings.meeting import Meeting, meeting_key
from boarddesk.rules.papers.paper import Paper, PaperCopy, size_in_words


@dataclass(frozen=True)
class ListedItem:
    """An item of an agenda with its meeting's key and its papers."""

    key: str
    meeting: Meeting
    row: AgendaRow
    papers: tuple[Paper, ...]
    state: PapersState


def agenda_items(query: ListQuery) -> Listing:
    """Items in the order of their agendas."""
    found = list(_items(query))
    return Listing(
        headings=("Meeting", "No", "Start", "Item", "Purpose", "Kind", "Lead", "Min", "Papers"),
        rows=[_item_row(each) for each in found if each.meeting.state.is_to_come],
        document=[_item_document(each) for each in found],
        noun="item",
        right=("Min",),
    )


def papers(query: ListQuery) -> Listing:
    """Papers in the order of the items they belong to; one on two items stands under both."""
    found = [(each, paper) for each in _items(query) for paper in each.papers]
    return Listing(
        headings=("Meeting", "Item", "Paper", "File", "Size", "Taken in", "Findings", "Cleared"),
        rows=[_paper_row(each, paper) for each, paper in found if each.meeting.state.is_to_come],
        document=[_paper_document(each, paper) for each, paper in found],
        noun="paper",
        right=("Size",),
    )


def _items(query: ListQuery) -> Iterator[ListedItem]:
    boards = {board.id: board for board in all_boards(query.file)}
    for meeting in meetings(query.file, query.board_id):
        board = boards[meeting.board_id]
        of_items = papers_of_meeting(query.file, meeting.id)
        due = board.rule("papers_due").day(meeting.date)
        for row in agenda(query.file, meeting.id).rows:
            there = of_items[row.item.id]
            state = state_of(row.item, there, due=due, today=query.today)
            yield ListedItem(
                meeting_key(board.short_name, meeting, board.year_start), meeting, row, there, state
            )


def _item_row(each: ListedItem) -> tuple[str, ...]:
    row, item = each.row, each.row.item
    minutes = str(row.minutes) if row.is_heading or item.minutes is not None else "–"
    flags = [word for word, there in (("restricted", item.restricted), ("late", item.is_late)) if there]
    return (
        each.key,
        row.number,
        row.starts or "–",
        f"{item.title} ({', '.join(flags)})" if flags else item.title,
        item.purpose or "–",
        item.kind or "–",
        item.lead.name or "–",
        minutes,
        each.state,
    )


def _item_document(each: ListedItem) -> dict[str, object]:
    row, item = each.row, each.row.item
    return {
        "meeting": each.key,
        "number": row.number,
        "start": row.starts or None,
        "title": item.title,
        "purpose": item.purpose,
        "kind": item.kind,
        "lead": item.lead.name,
        "minutes": row.minutes if row.is_heading else item.minutes,
        "heading": row.is_heading,
        "past_the_end": row.past_the_end,
        "fills": item.fills,
        "restricted": item.restricted,
        "exempt_paragraph": item.exempt_paragraph,
        "restricted_why": item.restricted_why,
        "late_why": item.late_why,
        "supplement": item.supplement,
        "outcome": item.outcome,
        "outcome_note": item.outcome_note,
        "papers": [paper.title for paper in each.papers],
        "papers_state": each.state,
    }


def _paper_row(each: ListedItem, paper: Paper) -> tuple[str, ...]:
    copy = paper.copy
    given = sum(1 for clearance in paper.clearances if clearance.is_given)
    return (
        each.key,
        each.row.number,
        f"{paper.title} (withdrawn)" if paper.is_withdrawn else paper.title,
        copy.name if copy else "to follow",
        size_in_words(copy.size) if copy else "–",
        day_shown(copy.taken_in_on if copy else None),
        str(len(paper.open_findings) or "–"),
        f"{given} of {len(paper.clearances)}" if paper.clearances else "–",
    )


def _paper_document(each: ListedItem, paper: Paper) -> dict[str, object]:
    return {
        "meeting": each.key,
        "item": each.row.number,
        "title": paper.title,
        "asked_on": paper.asked_on,
        "withdrawn_on": paper.withdrawn_on,
        "withdrawn_why": paper.withdrawn_why,
        "copies": [_copy_document(copy) for copy in paper.copies],
        "clearances": [
            {
                "role": clearance.role,
                "cleared_by": clearance.cleared_by,
                "cleared_on": clearance.cleared_on,
                "how": clearance.how,
                "asked_on": clearance.asked_on,
            }
            for clearance in paper.clearances
        ],
    }


def _copy_document(copy: PaperCopy) -> dict[str, object]:
    return {
        "kind": copy.kind,
        "name": copy.name,
        "size": copy.size,
        "taken_in_on": copy.taken_in_on,
        "what_changed": copy.what_changed,
        "findings": [
            {
                "kind": finding.kind,
                "says": finding.sentence,
                "place": finding.place,
                "accepted_why": finding.accepted_why,
            }
            for finding in copy.findings
        ],
    }

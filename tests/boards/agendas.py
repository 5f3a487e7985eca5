"""What a frozen office has of agendas: a row in every table of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.records import boards, interests, meetings, rhythm, timetable
from boarddesk.records.agenda import (
    arising,
    clearance_roles,
    cover_headings,
    decisions,
    declarations,
    forward_plan,
    items,
    papers,
    returns,
    standing,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.records.people import people
from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.agenda.item import Fills, ItemKind, Outcome, Purpose
from boarddesk.rules.decisions import DecisionPath
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.papers.finding import FindingKind, PaperFinding
from boarddesk.rules.people import BoardKind
from boarddesk.rules.registers.declarations import Conduct
from boarddesk.rules.returns import ReturnState

MAY, JUNE = date(2026, 5, 12), date(2026, 6, 9)


def note_agendas(file: OfficeFile, board_id: str, area_id: str) -> None:
    """An agenda that was held, one issued with papers, and everything that hangs on them."""
    held, coming = (_on(file, board_id, day) for day in (MAY, JUNE))
    boards.update_board(file, board_id, kind=BoardKind.STATUTORY, terms_version="2")
    ann, zoe = people(file)[:2]
    interests.declare_interest(file, ann.id, "Trustee of a school", from_day=MAY)
    timetable.keep_free(file, date(2026, 8, 1), date(2026, 8, 31), "Holidays")
    standing.add_standing_item(file, board_id, "Minutes of the last meeting", fills=Fills.MINUTES, minutes=5)
    forward_plan.add_entry(
        file, ForwardEntry("", board_id, "Yearly figures", every=Every.YEAR, wanted_month="2026-06")
    )
    taken = items.add_item(file, held, "Short breaks", purpose=Purpose.DECISION, kind=ItemKind.DEEP_DIVE)
    meetings.set_state(file, held, MeetingState.HELD, today=MAY)
    items.set_outcome(file, taken, Outcome.DEFERRED, note="No figures yet")
    decisions.decide(file, held, text="Ask again in June", item_id=taken)
    decisions.decide_between(
        file,
        board_id,
        text="Pay the first term",
        made_on=date(2026, 5, 20),
        how=DecisionPath.EMAIL,
        by_whom="The members",
    )
    arising.add_action(
        file, board_id, text="Bring costs", raised_on=MAY, due="June 2026", owner=owner_called(file, zoe.name)
    )
    returns.set_return(file, held, area_id, ReturnState.VERBAL)
    rhythm.tick(file, held, "forms_out", date(2026, 4, 20), today=MAY)
    _note_coming(file, board_id, coming, person_id=ann.id, from_item=taken)


def _note_coming(file: OfficeFile, board_id: str, coming: str, *, person_id: str, from_item: str) -> None:
    (again,) = items.copy_items(file, [items.agenda_item(file, from_item)], coming)
    sub = items.add_item(file, coming, "A family’s account", under=again, minutes=15)
    items.change_item(
        file,
        replace(
            items.agenda_item(file, sub),
            restricted=True,
            exempt_paragraph=2,
            restricted_why="It would name a family",
            chair_note="Ask why",
            words_to_use="Thank you",
        ),
    )
    declarations.declare(file, coming, person_id, nature="Works there", did=Conduct.LEFT, item_id=sub)
    role = clearance_roles.add_clearance_role(file, board_id, "Director")
    cover_headings.add_cover_heading(file, board_id, "Climate")
    paper = papers.name_paper(file, again, "Short breaks", asked_on=MAY)
    found = PaperFinding(FindingKind.COMMENTS, "2 comments", "page 1")
    papers.take_in(file, paper, papers.NewCopy("breaks.docx", b"a paper", [found]), on=MAY)
    papers.clear_paper(file, paper, role, by="Zoë Moor", on=MAY, how="by email")
    items.agenda_issued(file, coming)
    with file.change("Keep the page numbers of the pack") as change:
        pack = change.insert("pack", meeting_id=coming, issued_on=MAY)
        change.insert(
            "pack_part", pack_id=pack, item="1", title="Short breaks", paper_id=paper, first=3, pages=2
        )


def _on(file: OfficeFile, board_id: str, day: date) -> str:
    return next(meeting.id for meeting in meetings.meetings(file, board_id, first=day, last=day))

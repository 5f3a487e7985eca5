"""Gathers what a cover report prints: the plan and register of a board, told to one above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from boarddesk.records import documents, meetings
from boarddesk.records.agenda.cover_headings import headings_for
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.packs.risks import exceptions_pack
from boarddesk.records.plan import plans
from boarddesk.records.reading import day
from boarddesk.records.risks.escalations import escalations
from boarddesk.rules.cover_report import CoverPack, cover_title, given_texts
from boarddesk.rules.governance.receivers import Receiver, receiver_called, receivers
from boarddesk.rules.meetings.boards_around import next_board
from boarddesk.rules.papers.paper import Clearance
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.as_stood import sent_by
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.wording import listed

COVER = "cover"


def cover_pack(
    file: OfficeFile,
    *,
    today: date,
    to: str = "",
    board_id: str | None = None,
    meeting_id: str | None = None,
    texts: Sequence[tuple[str, str]] = (),
    for_publication: bool = False,
) -> CoverPack:
    """What one board tells another: of a meeting that is past, as it stood then.

    `to` names the receiving board, else it is the first that the board has a line to. Without a meeting and
    a board it is the board with a plan that has a line to the receiver.
    """
    sender = meetings.meeting(file, meeting_id).board_id if meeting_id else board_id
    receiver = _receiver(file, to, sender, today)
    sender = sender or _sender(file, receiver, today)
    if receiver.board_id == sender:
        raise Refused("A cover report goes to another board: choose the one it goes to.", field="to")
    told = exceptions_pack(file, today=today, board_id=sender, meeting_id=meeting_id)
    headings = headings_for(file, receiver)
    return CoverPack(
        receiver=receiver,
        receiver_day=_receiver_day(file, receiver, told.risks.as_at),
        headings=headings,
        told=told,
        sent=tuple(
            sent
            for sent in sent_by(escalations(file), told.risks.as_at)
            if sent.live and sent.from_board_id in (None, sender) and _is_to(sent, receiver)
        ),
        appendices=tuple(_appendices(file, meeting_id)),
        last_report=_last_report(file, receiver, sender),
        clearance=tuple(_clearance(file, receiver, cover_title(receiver, told.risks.board))),
        texts=given_texts(texts, headings),
        edition=told.risks.edition,
        is_published=for_publication,
    )


def _receiver(file: OfficeFile, to: str, sender: str | None, today: date) -> Receiver:
    known, drawn = {board.id: board for board in boards(file)}, lines(file)
    if not to:
        first = next(iter(receivers(drawn, sender, today)), None)
        if first is None:
            raise Refused("Draw a reporting line under People first: it says whom the board reports to.")
        return first
    found = Receiver(known[to].name, to) if to in known else receiver_called(to, known, drawn, today)
    if found is None:
        names = listed([each.name for each in receivers(drawn, sender, today)], last="or")
        there = f" It may go to {names}." if names else ""
        raise Refused(f"No board, and no body a line leads to, is called {to}.{there}", field="to")
    return found


def _sender(file: OfficeFile, receiver: Receiver, today: date) -> str:
    """The first board that has a line there, one with a plan before the others."""
    ends = [
        line.board_id
        for line in lines(file)
        if line.stands_on(today) and receiver.key in (line.to_board_id, line.to_name)
    ]
    planned = {plan.board_id for plan in plans.plans(file)}
    known = [board.id for board in boards(file) if board.id != receiver.board_id]
    in_order = [*(board for board in ends if board in planned), *ends, *known]
    if not in_order:
        raise Refused("There is no other board that could report to it.", field="to")
    return in_order[0]


def _receiver_day(file: OfficeFile, receiver: Receiver, as_at: date) -> date | None:
    """When the receiving board meets next, where the office keeps its meetings."""
    if receiver.board_id is None:
        return None
    coming = next_board(meetings.meetings(file, receiver.board_id), as_at)
    return coming.date if coming else None


def _is_to(sent: Escalation, receiver: Receiver) -> bool:
    if receiver.board_id:
        return sent.board_id == receiver.board_id
    return sent.board_id is None and sent.sent_to.casefold() == receiver.name.casefold()


def _appendices(file: OfficeFile, meeting_id: str | None) -> Iterator[str]:
    """What was issued for the meeting, the newest version of each, in the order it was first issued."""
    issued = documents.issued(file, meeting_id=meeting_id) if meeting_id else ()
    titles = dict.fromkeys(each.title for each in reversed(issued) if each.kind != COVER)
    yield from titles


def _last_report(file: OfficeFile, receiver: Receiver, sender: str) -> date | None:
    issued = documents.issued(file, kind=COVER, board_id=sender)
    return next((each.issued_on for each in issued if each.scope == receiver.name), None)


def _clearance(file: OfficeFile, receiver: Receiver, title: str) -> Iterator[Clearance]:
    """The sign-offs the receiving board wants, as they were given for its paper of that title."""
    rows = file.rows(
        "SELECT r.id, r.name, c.cleared_by, c.cleared_on, c.how FROM clearance_role r "
        "LEFT JOIN paper p ON p.id = (SELECT id FROM paper WHERE board_id = r.board_id AND title = :title "
        "AND withdrawn_on IS NULL ORDER BY id LIMIT 1) "
        "LEFT JOIN clearance c ON c.paper_id = p.id AND c.role_id = r.id "
        "WHERE r.board_id = :board ORDER BY r.position, r.id",
        {"board": receiver.board_id, "title": title},
    )
    for row in rows:
        yield Clearance(
            row["id"], row["name"], row["cleared_by"] or "", day(row["cleared_on"]), row["how"] or ""
        )

"""Lists the documents that were issued, newest first."""

from __future__ import annotations

from boarddesk.cli.listing.subject import Listing, ListQuery
from boarddesk.records.boards import boards as all_boards
from boarddesk.records.documents import IssuedDocument, issued
from boarddesk.records.meetings import meetings
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.meetings.meeting import meeting_key


def documents(query: ListQuery) -> Listing:
    found = issued(query.file, board_id=query.board_id)
    boards = {board.id: board for board in all_boards(query.file)}
    of_office = {meeting.id: meeting for meeting in meetings(query.file)}

    def board_of(document: IssuedDocument) -> str | None:
        meeting = of_office.get(document.meeting_id or "")
        board = boards.get(document.board_id or (meeting.board_id if meeting else ""))
        return board.short_name if board else None

    def meeting_of(document: IssuedDocument) -> str | None:
        meeting = of_office.get(document.meeting_id or "")
        if meeting is None:
            return None
        board = boards[meeting.board_id]
        return meeting_key(board.short_name, meeting, board.year_start)

    return Listing(
        headings=("Document", "Kind", "Meeting", "Version", "As at", "Issued"),
        rows=[
            (
                document.title,
                document.kind,
                meeting_of(document) or "–",
                str(document.version),
                in_words(document.as_at),
                in_words(document.issued_on),
            )
            for document in found
        ],
        document=[
            {
                "kind": document.kind,
                "title": document.title,
                "board": board_of(document),
                "meeting": meeting_of(document),
                "version": document.version,
                "as_at": document.as_at,
                "issued_on": document.issued_on,
                "change": document.change_number,
                "left_over_why": document.left_over_why,
            }
            for document in found
        ],
        noun="document",
        right=("Version",),
    )

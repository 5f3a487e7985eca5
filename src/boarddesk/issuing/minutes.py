"""The documents after a meeting: its minutes in each of their copies, and the chair's update."""

from __future__ import annotations

from collections.abc import Callable

from boarddesk.issuing.document_kind import (
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.issuing.published import check_confirmed, check_settled, recorded
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.minutes import minutes_pack
from boarddesk.records.packs.published import published_minutes, published_update
from boarddesk.reports.document import Document
from boarddesk.reports.minutes.minutes import actions_document, extract_document, minutes_document
from boarddesk.reports.minutes.update import chairs_update
from boarddesk.rules.minutes.minutes import check_written
from boarddesk.rules.minutes.pack import MinutesPack
from boarddesk.rules.minutes.update import check_may_issue
from boarddesk.rules.minutes.wording import is_to_come, withheld_told
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day


def _gather_minutes(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of a meeting that was held, or of the last."""
    meeting_id = query.meeting_or_last(file)
    if query.for_publication:
        return _gather_published(file, meeting_id, query)
    pack = minutes_pack(file, meeting_id, today=query.today)
    compose = _copy(pack, query)
    early = f"The meeting is still to come, on {day(pack.meeting.date)}: these are minutes prepared for it."
    return PreparedDocument(
        MINUTES,
        lambda edition: compose(pack.in_edition(edition)),
        scope=f"{query.copy} {query.item}".strip(),
        as_at=query.today,
        board_id=pack.board.id,
        meeting_id=meeting_id,
        remark=early if is_to_come(pack) else "",
        edition=pack.edition,
        check_issue=lambda: None if query.copy is Audience.ACTIONS else check_written(pack.minutes),
    )


def _gather_published(file: OfficeFile, meeting_id: str, query: DocumentQuery) -> PreparedDocument:
    """The copy for everybody, once all that could name a child is settled; issued, it is on the list."""
    copy = published_minutes(file, meeting_id, today=query.today)
    check_settled(copy.unsettled)
    pack = copy.pack
    return PreparedDocument(
        MINUTES,
        lambda edition: minutes_document(pack.in_edition(edition)),
        scope=Audience.PUBLIC,
        as_at=query.today,
        board_id=pack.board.id,
        meeting_id=meeting_id,
        edition=pack.edition,
        check_issue=lambda: check_confirmed(is_confirmed=pack.minutes.is_locked),
        once_issued=recorded(meeting_id, PublicPart.MINUTES, query.today, withheld_told(pack.withheld)),
    )


def _copy(pack: MinutesPack, query: DocumentQuery) -> Callable[[MinutesPack], Document]:
    """How the copy asked for is composed; refused where it is of an item that is not on the agenda."""
    if query.copy is Audience.ACTIONS:
        return actions_document
    if query.copy is Audience.EXTRACT:
        number = query.item or "1"
        found = next((item for item in pack.minutes.items if item.row.number == number), None)
        if found is None:
            raise Refused(f"There is no item {number} on the agenda of this meeting.", field="item")
        return lambda pack: extract_document(pack, found)
    return minutes_document


MINUTES = DocumentKind(
    key="minutes",
    title="Minutes",
    noun="minutes",
    reader=Reader.MEETING,
    note="as they stand",
    sentence="Write the minutes of a meeting: all of them, the published copy, the actions or one item.",
    example="boarddesk report minutes office.boarddesk --meeting SIB-2026-03 --out minutes.docx",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.MEETING, otherwise="else the last"),
        Need(Scope.COPY, copies=(Audience.MEMBERS, Audience.PUBLIC, Audience.ACTIONS, Audience.EXTRACT)),
        Need(Scope.ITEM),
    ),
    gather=_gather_minutes,
)


def _gather_update(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of a meeting that was held, or of the last."""
    meeting_id = query.meeting_or_last(file)
    copy = published_update(file, meeting_id, today=query.today)
    check_settled(copy.unsettled)
    pack = copy.pack
    return PreparedDocument(
        UPDATE,
        lambda edition: chairs_update(pack.in_edition(edition)),
        scope=meeting_id,
        as_at=query.today,
        board_id=pack.board.id,
        meeting_id=meeting_id,
        edition=pack.edition,
        check_issue=lambda: check_may_issue(pack),
        once_issued=recorded(meeting_id, PublicPart.UPDATE, query.today),
    )


UPDATE = DocumentKind(
    key="update",
    title="Chair’s update",
    noun="update",
    reader=Reader.PUBLIC,
    note="for families",
    sentence="Write the chair's update: what was said, what will be done, what it means for families.",
    example="boarddesk report update office.boarddesk --meeting SIB-2026-03 --out update.html",
    needs=(Need(Scope.BOARD), Need(Scope.MEETING, otherwise="else the last")),
    gather=_gather_update,
)

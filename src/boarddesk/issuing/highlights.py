"""The highlight report: what its pack is gathered with, and its entry."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.issuing.document_kind import (
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.records import meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs import highlights as packs
from boarddesk.reports.highlights.report import highlight_report
from boarddesk.rules.wording import day


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    of_meeting = meetings.meeting(file, query.meeting_id).board_id if query.meeting_id else None
    pack = packs.highlight_pack(
        file,
        today=query.today,
        board_id=query.board_id or of_meeting,
        plan_id=query.plan_id,
        area=query.area,
        meeting_id=query.meeting_id,
    )
    cancelled = f"The meeting of {day(pack.meeting_day)} was cancelled; the report says so."
    return PreparedDocument(
        HIGHLIGHT,
        lambda edition: highlight_report(replace(pack, edition=edition)),
        scope=packs.area_scope(query.area),
        as_at=pack.as_at,
        board_id=pack.board_id,
        meeting_id=pack.meeting_id,
        scheme=pack.scheme,
        remark=cancelled if pack.cancelled else "",
        edition=pack.edition,
    )


HIGHLIGHT = DocumentKind(
    key=packs.HIGHLIGHT,
    title="Highlight report",
    noun="report",
    reader=Reader.BOARD,
    note="Word",
    sentence="Write the highlight report of an area or of the whole board.",
    example="boarddesk report highlight office.boarddesk --area 4 --out area-4.docx",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.AREA),
        Need(Scope.PLAN),
        Need(Scope.MEETING, otherwise="else the next, or today where none is to come", or_today=True),
        Need(Scope.COPY, copies=(Audience.MEMBERS,)),
    ),
    gather=_gather,
)

"""The cover report as a document: whom it goes to, the words for its headings, and its entry."""

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
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs import cover as packs
from boarddesk.reports.agenda.cover import cover_report
from boarddesk.rules.wording import day


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    pack = packs.cover_pack(
        file,
        today=query.today,
        to=query.to,
        board_id=query.board_id,
        meeting_id=query.meeting_id,
        texts=query.texts,
        for_publication=query.for_publication,
    )
    risks = pack.told.risks
    cancelled = f"The meeting of {day(risks.meeting_day)} was cancelled; the report is of that day."
    return PreparedDocument(
        COVER,
        lambda edition: cover_report(replace(pack, edition=edition)),
        scope=pack.receiver.name,
        as_at=pack.as_at,
        board_id=risks.board_id,
        meeting_id=risks.meeting_id,
        scheme=pack.told.plan.scheme if pack.told.plan else None,
        remark=cancelled if risks.cancelled else "",
        edition=pack.edition,
    )


COVER = DocumentKind(
    key=packs.COVER,
    title="Cover report",
    noun="report",
    reader=Reader.BOARD,
    note="Word",
    sentence="Write what a board reports to one above it, under the headings of the board it goes to.",
    example="boarddesk report cover office.boarddesk --board HWB --meeting SIB-2026-03 --out cover.docx",
    needs=(
        Need(Scope.RECEIVER, otherwise="else the first that the board has a line to"),
        Need(Scope.MEETING, otherwise="else the next of the board that reports, or today", or_today=True),
        Need(Scope.TEXTS),
        Need(Scope.COPY, copies=(Audience.MEMBERS, Audience.PUBLIC), without="clearance"),
    ),
    gather=_gather,
)

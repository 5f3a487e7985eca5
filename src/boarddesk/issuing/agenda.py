"""The documents before a meeting: its agenda, locked once it is issued, and the chair's brief."""

from __future__ import annotations

from boarddesk.issuing.document_kind import (
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.issuing.published import recorded
from boarddesk.records.agenda.items import agenda_issued
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.agenda import agenda_pack
from boarddesk.records.packs.brief import brief_pack
from boarddesk.reports.agenda.agenda import agenda_document
from boarddesk.reports.agenda.brief import chairs_brief
from boarddesk.rules.agenda.before_issue import check_may_issue
from boarddesk.rules.edition import Edition
from boarddesk.rules.publishing.publication import PublicPart


def _gather_agenda(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of a meeting, or of the next."""
    meeting_id = query.meeting_or_next(file)
    pack = agenda_pack(file, meeting_id, today=query.today, for_publication=query.for_publication)
    return PreparedDocument(
        AGENDA,
        lambda edition: agenda_document(pack.in_edition(edition)),
        scope=Audience.PUBLIC if query.for_publication else Audience.MEMBERS,
        as_at=query.today,
        board_id=pack.board.id,
        meeting_id=meeting_id,
        edition=pack.edition,
        check_issue=lambda: check_may_issue(pack),
        once_issued=lambda file, edition: _issued(file, edition, meeting_id, query),
    )


def _issued(file: OfficeFile, edition: Edition, meeting_id: str, query: DocumentQuery) -> None:
    """From now on it stands; its copy for everybody is on the publication list."""
    agenda_issued(file, meeting_id)
    if query.for_publication:
        recorded(meeting_id, PublicPart.AGENDA, query.today)(file, edition)


AGENDA = DocumentKind(
    key="agenda",
    title="Agenda",
    noun="agenda",
    reader=Reader.MEETING,
    note="one page",
    sentence="Write the agenda of a meeting, with its times, papers and who is expected.",
    example="boarddesk report agenda office.boarddesk --meeting SIB-2026-03 --out agenda.docx",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.MEETING, otherwise="else the next"),
        Need(Scope.COPY, copies=(Audience.MEMBERS, Audience.PUBLIC)),
    ),
    gather=_gather_agenda,
    says_itself=("to follow",),
)


def _gather_brief(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of a meeting, or of the next."""
    meeting_id = query.meeting_or_next(file)
    pack = brief_pack(file, meeting_id, today=query.today)
    return PreparedDocument(
        BRIEF,
        lambda _edition: chairs_brief(pack),
        scope=meeting_id,
        as_at=query.today,
        board_id=pack.agenda.board.id,
        meeting_id=meeting_id,
        edition=pack.agenda.edition,
    )


BRIEF = DocumentKind(
    key="brief",
    title="Chair’s brief",
    noun="brief",
    reader=Reader.CHAIR,
    note="one page",
    sentence="Write the chair's brief: quorum, what to settle before the day, and the run sheet.",
    example="boarddesk report brief office.boarddesk --meeting SIB-2026-03 --out brief.docx",
    needs=(Need(Scope.BOARD), Need(Scope.MEETING, otherwise="else the next")),
    gather=_gather_brief,
    is_issued=False,
)

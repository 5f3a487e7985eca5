"""The publication list as a document: what it is told, and its entry."""

from __future__ import annotations

from boarddesk.issuing.document_kind import (
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.publication import publication_pack
from boarddesk.reports.publication import publication_document


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    pack = publication_pack(file, query.one_board, today=query.today, first=query.first, last=query.last)
    return PreparedDocument(
        PUBLICATION,
        lambda edition: publication_document(pack.in_edition(edition)),
        scope=pack.board.short_name,
        as_at=pack.as_at,
        board_id=pack.board.id,
        edition=pack.edition,
    )


PUBLICATION = DocumentKind(
    key="publication",
    title="Publication list",
    noun="publication list",
    reader=Reader.BOARD,
    note="Word, web",
    sentence="Write what a board has published of each meeting: agenda, papers, minutes and update.",
    example="boarddesk report publication office.boarddesk --board SIB --out publication.html",
    needs=(Need(Scope.BOARD, required=True), Need(Scope.PERIOD)),
    gather=_gather,
)

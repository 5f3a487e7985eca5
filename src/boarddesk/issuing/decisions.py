"""The register of decisions as a document: what it is told, and its entry."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.issuing.document_kind import (
    WORD_AND_WEB,
    Audience,
    DocumentKind,
    DocumentQuery,
    LeftOut,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs import decisions as packs
from boarddesk.reports.decisions import decisions_register, decisions_workbook


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    pack = packs.decisions_pack(
        file,
        query.one_board,
        today=query.today,
        first=query.first,
        last=query.last,
        names=query.names,
        for_publication=query.for_publication,
    )
    return PreparedDocument(
        DECISIONS,
        lambda edition: decisions_register(replace(pack, edition=edition)),
        scope=pack.board.short_name,
        as_at=pack.as_at,
        board_id=pack.board.id,
        other_forms={".xlsx": lambda edition: decisions_workbook(replace(pack, edition=edition))},
        edition=pack.edition,
    )


DECISIONS = DocumentKind(
    key=packs.DECISIONS,
    title="Register of decisions",
    noun="register",
    reader=Reader.BOARD,
    note="Word, Excel",
    sentence="Write the decisions of a board with what came of them; without days those of its year.",
    example="boarddesk report decisions office.boarddesk --board SIB --out decisions.docx",
    needs=(
        Need(Scope.BOARD, required=True),
        Need(Scope.PERIOD),
        Need(
            Scope.COPY,
            copies=(Audience.MEMBERS, Audience.PUBLIC),
            leaves_out=(LeftOut.NAMES,),
            without="decisions on restricted business",
        ),
    ),
    forms=(*WORD_AND_WEB, ".xlsx"),
    gather=_gather,
)

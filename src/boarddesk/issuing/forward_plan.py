"""The forward plan as a document: what it is told, and its entry."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.issuing.document_kind import (
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
from boarddesk.records.packs import forward_plan as packs
from boarddesk.reports.agenda.forward_plan import forward_plan_document


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    pack = packs.ahead_pack(
        file,
        query.one_board,
        today=query.today,
        names=query.names,
        for_publication=query.for_publication,
    )
    return PreparedDocument(
        FORWARD_PLAN,
        lambda edition: forward_plan_document(replace(pack, edition=edition)),
        scope=pack.board.short_name,
        as_at=pack.as_at,
        board_id=pack.board.id,
        edition=pack.edition,
    )


FORWARD_PLAN = DocumentKind(
    key=packs.FORWARD_PLAN,
    title="Forward plan",
    noun="forward plan",
    reader=Reader.MEETING,
    note="Word",
    sentence="Write the forward plan of a board: what its meetings of the next twelve months take.",
    example="boarddesk report forward-plan office.boarddesk --board SIB --out forward-plan.docx",
    needs=(
        Need(Scope.BOARD, required=True),
        Need(
            Scope.COPY,
            copies=(Audience.MEMBERS, Audience.PUBLIC),
            leaves_out=(LeftOut.NAMES,),
            without="notes, delays or items not yet placed",
        ),
    ),
    gather=_gather,
)

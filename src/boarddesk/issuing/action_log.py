"""The action log as a document: of one board or of all, and its entry."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.issuing.document_kind import (
    WORD_AND_WEB,
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.action_log import action_log_pack
from boarddesk.reports.action_log import action_log, action_log_workbook


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """As it is today; it holds actions of restricted items too, so there is no copy for everybody."""
    pack = action_log_pack(file, today=query.today, board_id=query.board_id)
    return PreparedDocument(
        ACTION_LOG,
        lambda edition: action_log(replace(pack, edition=edition)),
        scope=pack.board_short or "all boards",
        as_at=pack.as_at,
        board_id=pack.board_id,
        other_forms={".xlsx": lambda edition: action_log_workbook(replace(pack, edition=edition))},
        edition=pack.edition,
    )


ACTION_LOG = DocumentKind(
    key="action-log",
    title="Action log",
    noun="log",
    reader=Reader.MEETING,
    note="Word, Excel",
    sentence="Write the action log of a board, or of all: overdue, not yet due, done and withdrawn.",
    example="boarddesk report action-log office.boarddesk --board SIB --out actions.docx",
    needs=(Need(Scope.BOARD), Need(Scope.COPY, copies=(Audience.MEMBERS,))),
    gather=_gather,
    forms=(*WORD_AND_WEB, ".xlsx"),
)

"""The governance chart as a document: of which day, and its entry."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.issuing.document_kind import (
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.records.boards import boards
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.office import office_names
from boarddesk.reports.governance import governance_document
from boarddesk.rules.governance.pack import GovernancePack


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of the whole office: lines run between boards, and to bodies outside it."""
    office = office_names(file)
    pack = GovernancePack(
        partnership=office.partnership,
        boards=boards(file),
        lines=lines(file),
        when=query.on or query.today,
        author=office.secretary,
        edition=draft_edition(file, query.today),
    )
    return PreparedDocument(
        GOVERNANCE,
        lambda edition: governance_document(replace(pack, edition=edition)),
        scope="office",
        as_at=pack.when,
        edition=pack.edition,
    )


GOVERNANCE = DocumentKind(
    key="governance",
    title="Governance chart",
    noun="chart",
    reader=Reader.BOARD,
    note="Word",
    sentence="Write the governance chart of the office as it stood on a day, with its reporting lines.",
    example="boarddesk report governance office.boarddesk --on 2026-04-01 --out governance.docx",
    needs=(Need(Scope.DAY, otherwise="today without"),),
    gather=_gather,
)

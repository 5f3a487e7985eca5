"""Retention as a document: its classes, the certificates, and its entry."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.issuing.document_kind import DocumentKind, DocumentQuery, PreparedDocument, Reader
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.retention.classes import retention_classes
from boarddesk.records.retention.purging import certificates
from boarddesk.reports.retention import retention_document
from boarddesk.rules.retention import RetentionPack


def _gather(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of the whole office."""
    office = office_names(file)
    pack = RetentionPack(
        office=office.name,
        partnership=office.partnership,
        author=office.secretary,
        as_at=query.today,
        classes=retention_classes(file),
        certificates=certificates(file),
        edition=draft_edition(file, query.today),
    )
    return PreparedDocument(
        RETENTION,
        lambda edition: retention_document(replace(pack, edition=edition)),
        scope="office",
        as_at=query.today,
        edition=pack.edition,
    )


RETENTION = DocumentKind(
    key="retention",
    title="Retention",
    noun="record of retention",
    reader=Reader.BOARD,
    note="certificates",
    sentence="Write how long the office keeps what, and the certificates of what was erased for good.",
    example="boarddesk report retention office.boarddesk --out retention.docx",
    needs=(),
    gather=_gather,
)

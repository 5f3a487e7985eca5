"""The documents about risks: the register with its workbook, one page a risk, and the exceptions."""

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
from boarddesk.records.packs import risks as packs
from boarddesk.reports.exceptions import exceptions_report
from boarddesk.reports.risks.card import risk_cards
from boarddesk.reports.risks.register import risk_register
from boarddesk.reports.risks.workbook import register_workbook
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day, listed, with_the


def _gather_register(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    pack = packs.risk_pack(file, today=query.today, board_id=query.board_id, meeting_id=query.meeting_id)
    cancelled = f"The meeting of {day(pack.meeting_day)} was cancelled; the register says so."
    return PreparedDocument(
        RISKS,
        lambda edition: risk_register(replace(pack, edition=edition)),
        scope=pack.board_short,
        as_at=pack.as_at,
        board_id=pack.board_id,
        meeting_id=pack.meeting_id,
        other_forms={".xlsx": lambda edition: register_workbook(replace(pack, edition=edition))},
        remark=cancelled if pack.cancelled else "",
        edition=pack.edition,
    )


def _gather_card(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """The card of one risk of the board by its ref, or one of each that is open."""
    pack = packs.risk_pack(file, today=query.today, board_id=query.board_id, meeting_id=query.meeting_id)
    wanted = query.risk.strip()
    chosen = (
        [risk for risk in pack.risks if risk.ref.casefold() == wanted.casefold()] if wanted else pack.live
    )
    if not chosen:
        known = listed([risk.ref for risk in pack.risks])
        where = f"on {with_the(pack.board)}" if pack.board else "in this office"
        says = f"There is no risk {wanted} {where}." if wanted else "No risk is open."
        raise Refused(f"{says} It has {known}." if known and wanted else says, field="risk")
    return PreparedDocument(
        RISK_CARD,
        lambda edition: risk_cards(replace(pack, edition=edition), chosen),
        scope=f"{pack.board_short} {wanted.upper()}".strip(),
        as_at=pack.as_at,
        board_id=pack.board_id,
        meeting_id=pack.meeting_id,
        edition=pack.edition,
    )


def _gather_exceptions(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of the board's plan where it has one, and of its register; of a board that is past as it stood then."""
    pack = packs.exceptions_pack(
        file, today=query.today, board_id=query.board_id, meeting_id=query.meeting_id
    )
    risks = pack.risks
    return PreparedDocument(
        EXCEPTIONS,
        lambda edition: exceptions_report(replace(pack, risks=replace(risks, edition=edition))),
        scope=risks.board_short,
        as_at=risks.as_at,
        board_id=risks.board_id,
        meeting_id=risks.meeting_id,
        scheme=pack.plan.scheme if pack.plan else None,
        edition=risks.edition,
    )


EXCEPTIONS = DocumentKind(
    key=packs.EXCEPTIONS,
    title="Exceptions report",
    noun="report",
    reader=Reader.BOARD,
    note="Word",
    sentence="Write all that is off course, late, above appetite, escalated or unexplained, on one page.",
    example="boarddesk report exceptions office.boarddesk --board SIB --out exceptions.docx",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.MEETING, otherwise="else the next, or today where none is to come", or_today=True),
        Need(Scope.COPY, copies=(Audience.MEMBERS,)),
    ),
    gather=_gather_exceptions,
)

RISK_CARD = DocumentKind(
    key=packs.RISK_CARD,
    title="Risk card",
    noun="card",
    reader=Reader.BOARD,
    note="Word",
    sentence="Write one page about a risk, or about each that is open.",
    example="boarddesk report risk-card office.boarddesk --board SIB --risk R1 --out r1.docx",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.RISK),
        Need(Scope.MEETING, otherwise="else the next, or today where none is to come", or_today=True),
        Need(Scope.COPY, copies=(Audience.MEMBERS,)),
    ),
    gather=_gather_card,
)

RISKS = DocumentKind(
    key=packs.RISKS,
    title="Risk register",
    noun="register",
    reader=Reader.BOARD,
    note="Word, Excel",
    sentence="Write the risk register of a board, with its heat map.",
    example="boarddesk report risks office.boarddesk --board SIB --out risks.docx",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.MEETING, otherwise="else the next, or today where none is to come", or_today=True),
        Need(Scope.COPY, copies=(Audience.MEMBERS,)),
    ),
    gather=_gather_register,
    forms=(*WORD_AND_WEB, ".xlsx"),
)

"""The documents about attendance: a board's report with its workbook, and a letter about one person."""

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
from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.packs import attendance as packs
from boarddesk.reports.attendance.letter import attendance_letter
from boarddesk.reports.attendance.report import attendance_report
from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.rules.refused import Refused


def _gather_report(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """A published copy may leave out percentages or names; its workbook has meetings across, or people."""
    pack = packs.attendance_pack(
        file,
        query.one_board,
        today=query.today,
        first=query.first,
        last=query.last,
        percentages=query.percentages,
        names=query.names,
        for_publication=query.for_publication,
    )
    return PreparedDocument(
        ATTENDANCE,
        lambda edition: attendance_report(replace(pack, edition=edition)),
        scope=pack.board.short_name,
        as_at=pack.as_at,
        board_id=query.board_id,
        other_forms={
            ".xlsx": lambda edition: workbook(replace(pack, edition=edition), turned=query.people_across)
        },
        edition=pack.edition,
    )


ATTENDANCE = DocumentKind(
    key=packs.ATTENDANCE,
    title="Attendance report",
    noun="report",
    reader=Reader.BOARD,
    note="Word, Excel",
    sentence="Write the attendance report of a board; without days of the board year that counted last.",
    example=(
        "boarddesk report attendance office.boarddesk --board SIB --from 2026-01-01 --out attendance.docx"
    ),
    needs=(
        Need(Scope.BOARD, required=True),
        Need(Scope.PERIOD),
        Need(
            Scope.COPY,
            copies=(Audience.MEMBERS, Audience.PUBLIC),
            without="reasons, notes or deputies",
            leaves_out=(LeftOut.NAMES, LeftOut.PERCENTAGES),
        ),
        Need(Scope.ACROSS),
    ),
    forms=(*WORD_AND_WEB, ".xlsx"),
    gather=_gather_report,
)


def _gather_letter(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    if not query.person_id:
        raise Refused("Choose the person the letter is about.", field="person")
    facts = packs.letter_facts_of(
        file, query.one_board, query.person_id, today=query.today, first=query.first, last=query.last
    )
    partnership = office_names(file).partnership
    return PreparedDocument(
        LETTER,
        lambda edition: attendance_letter(facts, partnership=partnership, as_at=query.today, edition=edition),
        scope=query.person_id,
        as_at=query.today,
        board_id=query.board_id,
        edition=documents.draft_edition(file, query.today),
    )


LETTER = DocumentKind(
    key="letter",
    title="Letter about attendance",
    noun="letter",
    reader=Reader.CHAIR,
    note="Word",
    sentence="Write a neutral letter for the chair about one person's attendance at a board.",
    example='boarddesk report letter office.boarddesk --board SIB --person "Ann Hale" --out letter.docx',
    needs=(Need(Scope.BOARD, required=True), Need(Scope.PERSON, required=True), Need(Scope.PERIOD)),
    gather=_gather_letter,
)

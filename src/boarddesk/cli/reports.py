"""`boarddesk report`: a document written as Word or for the web, and kept in the office when issued."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boarddesk.cli.command import Command, Status, board_argument, period_arguments, today
from boarddesk.cli.scope import chosen_board, the_board
from boarddesk.cli.terminal import say
from boarddesk.records import documents, meetings, packs
from boarddesk.records.attendance_packs import attendance_pack
from boarddesk.records.board_file import BoardFile
from boarddesk.reports import html
from boarddesk.reports.attendance import attendance_report
from boarddesk.reports.attendance_workbook import workbook
from boarddesk.reports.document import Document
from boarddesk.reports.highlight_report import highlight_report
from boarddesk.reports.saving import save
from boarddesk.reports.word import writer as word
from boarddesk.rules.refused import Refused
from boarddesk.rules.status import Scheme


@dataclass(frozen=True)
class Prepared:
    """A document ready to be written, and what its issue is filed under."""

    document: Document
    scope: str
    as_at: date
    meeting_id: str | None = None
    scheme: Scheme | None = None
    workbook: Callable[[], bytes] = bytes


FORMS: dict[str, Callable[[Prepared], bytes]] = {
    ".docx": lambda prepared: word.write(prepared.document),
    ".html": lambda prepared: html.write(prepared.document).encode(),
    ".xlsx": lambda prepared: prepared.workbook(),
}


@dataclass(frozen=True)
class Report:
    """One kind of document: how it is prepared and the forms it can be written in."""

    prepare: Callable[[BoardFile, Namespace], Prepared]
    forms: tuple[str, ...] = (".docx", ".html")


# The kinds -----------------------------------------------------------------------------------------------


def _highlight(file: BoardFile, chosen: Namespace) -> Prepared:
    board = chosen_board(file, chosen.board)
    meeting = meetings.meeting_of_key(file, chosen.meeting) if chosen.meeting else None
    board_id = meeting.board_id if meeting and not board else board.id if board else None
    pack = packs.highlight_pack(
        file,
        today=today(),
        board_id=board_id,
        area=chosen.area,
        meeting_id=meeting.id if meeting else None,
    )
    return Prepared(
        highlight_report(pack),
        scope=packs.area_scope(chosen.area),
        as_at=pack.as_at,
        meeting_id=pack.meeting_id,
        scheme=pack.scheme,
    )


def _attendance(file: BoardFile, chosen: Namespace) -> Prepared:
    board = the_board(file, chosen.board)
    pack = attendance_pack(file, board.id, today=today(), first=chosen.first, last=chosen.last)
    return Prepared(
        attendance_report(pack),
        scope=board.short_name,
        as_at=pack.as_at,
        workbook=lambda: workbook(pack),
    )


REPORTS = {
    "highlight": Report(_highlight),
    "attendance": Report(_attendance, (".docx", ".html", ".xlsx")),
}


# The command ---------------------------------------------------------------------------------------------


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=REPORTS, metavar="KIND", help=", ".join(REPORTS))
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="ends in .docx, .html or .xlsx"
    )
    board_argument(parser)
    parser.add_argument("--area", default="", metavar="2", help="only this area; the whole board without")
    parser.add_argument(
        "--meeting", default="", metavar="SIB-2026-03", help="the meeting it is for; else the next"
    )
    period_arguments(parser)
    parser.add_argument("--issue", action="store_true", help="also keep it in the office as it goes out")


def reported(chosen: Namespace) -> int:
    kind = REPORTS[chosen.kind]
    suffix = chosen.out.suffix.lower()
    if suffix not in kind.forms:
        raise Refused(f"{chosen.out.name} does not end in {' or '.join(kind.forms)}: choose one of them.")
    with BoardFile.open(chosen.file, read_only=not chosen.issue) as file:
        prepared = kind.prepare(file, chosen)
        content = FORMS[suffix](prepared)
        if chosen.issue:
            written, version = _issue(file, prepared, chosen, content=content)
            say(f"Issued “{prepared.document.title}”, version {version}: {written}")
        else:
            say(f"Wrote “{prepared.document.title}”: {save(chosen.out, content)}")
    return Status.DONE


def _issue(file: BoardFile, prepared: Prepared, chosen: Namespace, *, content: bytes) -> tuple[Path, int]:
    """Kept in the office and written to the disk together: one does not happen without the other."""
    document = prepared.document
    with file.change(f"Issue {document.title}"):
        kept = documents.issue(
            file,
            kind=chosen.kind,
            scope=prepared.scope,
            title=document.title,
            word=word.write(document),
            html=html.write(document).encode(),
            as_at=prepared.as_at,
            issued_on=today(),
            meeting_id=prepared.meeting_id,
            scheme=prepared.scheme,
        )
        return save(chosen.out, content), kept.version


REPORT = Command(
    "report",
    "Write a document for a board, in Word or for the web.",
    "boarddesk report highlight office.boarddesk --area 4 --out area-4.docx",
    arguments,
    reported,
)

"""`boarddesk report`: a document written as Word or for the web, and kept when issued; a calendar file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from boarddesk import issuing
from boarddesk.cli.command import Command, Status, board_argument, period_arguments, today
from boarddesk.cli.scope import chosen_board, the_board
from boarddesk.cli.terminal import say
from boarddesk.cli.writing import check_place, where
from boarddesk.issuing import Prepared
from boarddesk.records import calendar, meetings
from boarddesk.records.board_file import BoardFile

PUBLISHED = "published"

Prepare = Callable[[BoardFile, Namespace], Prepared]


def _highlight(file: BoardFile, chosen: Namespace) -> Prepared:
    board = chosen_board(file, chosen.board)
    meeting = meetings.meeting_of_key(file, chosen.meeting) if chosen.meeting else None
    return issuing.highlight(
        file,
        today=today(),
        board_id=board.id if board else None,
        area=chosen.area,
        meeting_id=meeting.id if meeting else None,
    )


def _attendance(file: BoardFile, chosen: Namespace) -> Prepared:
    return issuing.attendance(
        file,
        the_board(file, chosen.board).id,
        today=today(),
        first=chosen.first,
        last=chosen.last,
        percentages=chosen.copy != PUBLISHED,
    )


def _calendar(file: BoardFile, chosen: Namespace) -> Prepared:
    board = chosen_board(file, chosen.board)
    if chosen.meeting:
        meeting = meetings.meeting_of_key(file, chosen.meeting)
    else:
        meeting = calendar.next_meeting(file, today=today(), board_id=board.id if board else None)
    return issuing.calendar(file, meeting.id, today=today())


REPORTS: dict[str, Prepare] = {"highlight": _highlight, "attendance": _attendance, "calendar": _calendar}

OPTIONS = (
    ("--area", "2", "highlight: only this area; the whole board without"),
    ("--meeting", "SIB-2026-03", "highlight and calendar: the meeting it is for; else the next"),
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=REPORTS, metavar="KIND", help=", ".join(REPORTS))
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    out = parser.add_argument("--out", type=Path, required=True, metavar="PATH")
    out.help = "ends in .docx or .html; attendance also in .xlsx; calendar only in .ics"
    board_argument(parser)
    for option, example, means in OPTIONS:
        parser.add_argument(option, default="", metavar=example, help=means)
    period_arguments(parser)
    copy = parser.add_argument("--copy", choices=("member", PUBLISHED), default="member")
    copy.help = "attendance: a published copy leaves the percentages out"
    parser.add_argument("--issue", action="store_true", help="also keep it in the office as it goes out")


def reported(chosen: Namespace) -> int:
    check_place(chosen.out)
    with BoardFile.open(chosen.file, read_only=not chosen.issue) as file:
        prepared = REPORTS[chosen.kind](file, chosen)
        if chosen.issue:
            issued = issuing.issue(file, prepared, chosen.out, today=today())
            say(f"Issued “{prepared.title}”, version {issued.version}: {where(issued.paths[0], chosen.out)}")
        else:
            written = issuing.save_draft(prepared, chosen.out)
            say(f"Wrote “{prepared.title}”: {where(written, chosen.out)}")
    return Status.DONE


REPORT = Command(
    "report",
    "Write a document for a board, in Word or for the web, or the calendar file of a meeting.",
    "boarddesk report highlight office.boarddesk --area 4 --out area-4.docx",
    arguments,
    reported,
)

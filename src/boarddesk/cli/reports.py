"""`boarddesk report`: a document written as Word or for the web, and kept when issued; a calendar file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from boarddesk import issuing
from boarddesk.cli.command import (
    Command,
    Form,
    Status,
    WrongUsage,
    board_argument,
    check_period,
    form_arguments,
    period_arguments,
    today,
)
from boarddesk.cli.offices import to_read
from boarddesk.cli.scope import chosen_board, the_board, the_person
from boarddesk.cli.terminal import say
from boarddesk.cli.writing import check_place, where
from boarddesk.issuing import PreparedDocument
from boarddesk.records import calendar, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs import highlights as packs
from boarddesk.records.plan import plans
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day, listed

MEMBER, PUBLISHED = "member", "published"
PEOPLE, ROLES = "people", "roles"
YES, NO = "yes", "no"
MEETINGS = "meetings"
MEETING_KEY = "SIB-2026-03"

Prepare = Callable[[OfficeFile, Namespace], PreparedDocument]


def _highlight(file: OfficeFile, chosen: Namespace) -> PreparedDocument:
    board = chosen_board(file, chosen.board)
    meeting = meetings.meeting_of_key(file, chosen.meeting) if chosen.meeting else None
    return issuing.highlight(
        file,
        today=today(),
        board_id=board.id if board else None,
        area=chosen.area,
        meeting_id=meeting.id if meeting else None,
        plan_id=_the_plan(file, chosen.plan).id if chosen.plan else None,
    )


def _the_plan(file: OfficeFile, name: str) -> Plan:
    found = plans.plan_named(file, name)
    if found is None:
        known = listed([f"“{plan.name}”" for plan in plans.plans(file)])
        raise Refused(f"There is no plan “{name}”. {f'There is {known}.' if known else 'There is none yet.'}")
    return found


def _say_other_plans(file: OfficeFile, chosen: Namespace) -> None:
    """Of several plans the first is taken, and nobody should have to guess that."""
    board = chosen_board(file, chosen.board)
    taken, *others = [plan for plan in plans.plans(file) if board is None or plan.board_id == board.id]
    if others and not chosen.plan:
        names = listed([f"“{one.name}”" for one in others])
        say(f"It is of the plan “{taken.name}”. For {names} name it with --plan.")


def _say_cancelled(file: OfficeFile, prepared: PreparedDocument) -> None:
    of = meetings.meeting(file, prepared.meeting_id) if prepared.meeting_id else None
    if of is not None and of.state is MeetingState.CANCELLED:
        say(f"The meeting of {day(of.date)} was cancelled; the report says so.")


def _attendance(file: OfficeFile, chosen: Namespace) -> PreparedDocument:
    check_period(chosen, today=today())
    published = chosen.copy == PUBLISHED
    if not published and (chosen.names or chosen.percentages):
        raise WrongUsage("--names and --percentages are of a published copy: add --copy published.")
    if chosen.across and chosen.out.suffix.lower() != ".xlsx":
        raise Refused("--across is for a workbook: let the name of the file end in .xlsx.", field="across")
    return issuing.attendance(
        file,
        the_board(file, chosen.board).id,
        today=today(),
        first=chosen.first,
        last=chosen.last,
        percentages=not published or chosen.percentages == YES,
        names=not published or chosen.names != ROLES,
        for_publication=published,
        people_across=chosen.across == PEOPLE,
    )


def _letter(file: OfficeFile, chosen: Namespace) -> PreparedDocument:
    check_period(chosen, today=today())
    board = the_board(file, chosen.board)
    person = the_person(file, board, chosen.person)
    return issuing.letter(file, board.id, person.id, today=today(), first=chosen.first, last=chosen.last)


def _sign_in(file: OfficeFile, chosen: Namespace) -> PreparedDocument:
    return issuing.sign_in(file, meetings.meeting_of_key(file, chosen.meeting).id, today=today())


def _calendar(file: OfficeFile, chosen: Namespace) -> PreparedDocument:
    board = chosen_board(file, chosen.board)
    if chosen.meeting:
        meeting = meetings.meeting_of_key(file, chosen.meeting)
    else:
        meeting = calendar.next_meeting(file, today=today(), board_id=board.id if board else None)
    return issuing.calendar(file, meeting.id, today=today())


REPORTS: dict[str, Prepare] = {
    "highlight": _highlight,
    "attendance": _attendance,
    "letter": _letter,
    "sign-in": _sign_in,
    "calendar": _calendar,
}


def _written_arguments(parser: ArgumentParser, *, endings: str) -> None:
    """Of every kind."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    out = parser.add_argument("--out", type=Path, required=True, metavar="PATH")
    out.help = f"ends in {endings}; a file that BoardDesk did not write is never written over"
    parser.set_defaults(issue=False)


def _shared_arguments(parser: ArgumentParser, *, endings: str) -> None:
    _written_arguments(parser, endings=endings)
    board_argument(parser)
    _issue_argument(parser)


def _issue_argument(parser: ArgumentParser) -> None:
    issue = parser.add_argument("--issue", action="store_true")
    issue.help = "also keep it in the office, under a version; without, it is a draft and says so"


def _meeting_argument(parser: ArgumentParser, *, otherwise: str) -> None:
    means = f"the meeting it is for; {otherwise}"
    parser.add_argument("--meeting", default="", metavar=MEETING_KEY, help=means)


def _highlight_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, endings=".docx or .html")
    parser.add_argument("--area", default="", metavar="2", help="only this area; the whole board without")
    parser.add_argument("--plan", default="", metavar="NAME", help="which plan, where there are several")
    _meeting_argument(parser, otherwise="else the next, or today where none is to come")
    parser.add_argument("--copy", choices=(MEMBER,), default=MEMBER, help="for members")


def _attendance_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, endings=".docx, .html or .xlsx")
    period_arguments(parser)
    copy = parser.add_argument("--copy", choices=(MEMBER, PUBLISHED), default=MEMBER)
    copy.help = "a published copy says that it is one, and holds no reasons, notes or deputies"
    names = parser.add_argument("--names", choices=(PEOPLE, ROLES))
    names.help = f"in a published copy: who people are, or their roles instead ({PEOPLE})"
    percentages = parser.add_argument("--percentages", choices=(YES, NO))
    percentages.help = f"in a published copy: whether per cents, target and headroom stand in it ({NO})"
    across = parser.add_argument("--across", choices=(MEETINGS, PEOPLE), default="")
    across.help = "what stands across the top of a workbook's registers (meetings)"


def _letter_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, endings=".docx or .html")
    person = parser.add_argument("--person", required=True, metavar="NAME")
    person.help = "whom it is about, as the board's registers name them"
    period_arguments(parser)


def _sign_in_arguments(parser: ArgumentParser) -> None:
    _written_arguments(parser, endings=".docx or .html")
    _issue_argument(parser)
    parser.add_argument("--meeting", required=True, metavar=MEETING_KEY, help="the meeting it is for")


def _calendar_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, endings=".ics")
    _meeting_argument(parser, otherwise="else the next")


FORMS = {
    "highlight": Form(
        "Write the highlight report of an area or of the whole board.",
        "boarddesk report highlight office.boarddesk --area 4 --out area-4.docx",
        _highlight_arguments,
    ),
    "attendance": Form(
        "Write the attendance report of a board; without days of the board year that counted last.",
        "boarddesk report attendance office.boarddesk --board SIB --from 2026-01-01 --out attendance.docx",
        _attendance_arguments,
    ),
    "letter": Form(
        "Write a neutral letter for the chair about one person's attendance at a board.",
        'boarddesk report letter office.boarddesk --board SIB --person "Ann Hale" --out letter.docx',
        _letter_arguments,
    ),
    "sign-in": Form(
        "Write the sign-in sheet of a meeting, in roll order.",
        "boarddesk report sign-in office.boarddesk --meeting SIB-2026-03 --out sign-in.docx",
        _sign_in_arguments,
    ),
    "calendar": Form(
        "Write a meeting as a file for calendars, or the file that cancels it.",
        "boarddesk report calendar office.boarddesk --meeting SIB-2026-03 --out meeting.ics",
        _calendar_arguments,
    ),
}


def arguments(parser: ArgumentParser) -> None:
    form_arguments(parser, "kind", FORMS)


def reported(chosen: Namespace) -> int:
    check_place(chosen.out)
    with OfficeFile.open(chosen.file) if chosen.issue else to_read(chosen.file) as file:
        prepared = REPORTS[chosen.kind](file, chosen)
        if chosen.issue:
            issued = issuing.issue(file, prepared, chosen.out, today=today())
            say(f"Issued “{prepared.title}”, version {issued.version}: {where(issued.paths[0], chosen.out)}")
        else:
            written = issuing.save_draft(prepared, chosen.out)
            what = "" if prepared.entry else f", {prepared.edition.said}"
            say(f"Wrote “{prepared.title}”{what}: {where(written, chosen.out)}")
        if chosen.kind == packs.HIGHLIGHT:
            _say_cancelled(file, prepared)
            _say_other_plans(file, chosen)
    return Status.DONE


REPORT = Command(
    "report",
    "Write a document for a board, in Word or for the web, or the calendar file of a meeting.",
    "boarddesk report highlight office.boarddesk --area 4 --out area-4.docx",
    arguments,
    reported,
)

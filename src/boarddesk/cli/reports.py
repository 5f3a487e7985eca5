"""`boarddesk report`: a document written as Word or for the web, and kept when issued; a calendar file."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

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
    typed_day,
)
from boarddesk.cli.offices import take_over_argument, to_read, to_write
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.scope import chosen_board, the_board, the_person
from boarddesk.cli.terminal import say
from boarddesk.cli.writing import check_place, where
from boarddesk.issuing import registry
from boarddesk.issuing.document_kind import Audience, DocumentKind, DocumentQuery, LeftOut, Need, Scope
from boarddesk.issuing.issue import issue, save_draft
from boarddesk.records import meetings
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import plans
from boarddesk.rules.meetings.meeting import year_named
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import listed

PEOPLE, ROLES = "people", "roles"
YES, NO = "yes", "no"
MEETINGS = "meetings"
MEETING_KEY = "SIB-2026-03"


# What is asked for -----------------------------------------------------------------------------------------


def _query(file: OfficeFile, kind: DocumentKind, chosen: Namespace) -> DocumentQuery:
    """What was typed, looked up in the office; what the kind has no option for is as it is usually."""
    check_period(chosen, today=today())
    published = chosen.copy == Audience.PUBLIC
    if not published and (chosen.names or chosen.percentages):
        raise WrongUsage("--names and --percentages are of a published copy: add --copy published.")
    if chosen.across and chosen.out.suffix.lower() != ".xlsx":
        raise Refused("--across is for a workbook: let the name of the file end in .xlsx.", field="across")
    one_board = the_board(file, chosen.board) if kind.requires(Scope.BOARD) else None
    board = one_board or chosen_board(file, chosen.board)
    named = chosen.meeting or kind.requires(Scope.MEETING)
    meeting = meetings.meeting_of_key(file, chosen.meeting) if named else None
    plan = _the_plan(file, chosen.plan) if chosen.plan else None
    of_somebody = one_board if kind.need(Scope.PERSON) else None
    person = the_person(file, of_somebody, chosen.person) if of_somebody else None
    first, last = (chosen.first, chosen.last) if chosen.year is None else _year(file, board, chosen)
    return DocumentQuery(
        today=today(),
        board_id=board.id if board else None,
        meeting_id=meeting.id if meeting else None,
        plan_id=plan.id if plan else None,
        area=chosen.area,
        risk=chosen.risk,
        first=first,
        last=last,
        person_id=person.id if person else "",
        percentages=not published or chosen.percentages == YES,
        names=not published or chosen.names != ROLES,
        copy=Audience(chosen.copy),
        item=chosen.item,
        people_across=chosen.across == PEOPLE,
        to=chosen.to,
        texts=tuple(chosen.texts),
        on=chosen.on,
    )


def _year(file: OfficeFile, board: Board | None, chosen: Namespace) -> tuple[date, date | None]:
    """The days of a board's year; from today on where none is named."""
    if chosen.meeting:
        raise WrongUsage("--meeting is one meeting and --year all of a year: give one of them.")
    if not chosen.year:
        return today(), None
    starts = {known.year_start for known in boards(file) if board in (None, known)}
    if len(starts) != 1:
        raise Refused("The boards’ years begin apart: name one with --board.", field="board")
    return year_named(chosen.year, starts.pop())


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
        names = listed([f"“{plan.name}”" for plan in others])
        say(f"It is of the plan “{taken.name}”. For {names} name it with --plan.")


# Its options -----------------------------------------------------------------------------------------------

UNASKED = {
    "board": None,
    "meeting": "",
    "plan": "",
    "area": "",
    "risk": "",
    "year": None,
    "first": None,
    "last": None,
    "copy": Audience.MEMBERS,
    "names": None,
    "percentages": None,
    "across": "",
    "to": "",
    "texts": (),
    "on": None,
    "item": "",
    "issue": False,
    "reason": "",
}
"""What stands for an option that a kind of document does not have."""


def _meeting_argument(parser: ArgumentParser, need: Need) -> None:
    means = f"the meeting it is for{f'; {need.otherwise}' if need.otherwise else ''}"
    parser.add_argument("--meeting", required=need.required, metavar=MEETING_KEY, help=means)


def _area_argument(parser: ArgumentParser, _need: Need) -> None:
    parser.add_argument("--area", metavar="2", help="only this area; the whole board without")


def _risk_argument(parser: ArgumentParser, _need: Need) -> None:
    parser.add_argument(
        "--risk", default="", metavar="R1", help="only this risk; a page for each open one without"
    )


def _plan_argument(parser: ArgumentParser, _need: Need) -> None:
    parser.add_argument("--plan", metavar="NAME", help="which plan, where there are several")


def _year_argument(parser: ArgumentParser, _need: Need) -> None:
    year = parser.add_argument("--year", nargs="?", const="", metavar="2026/27")
    year.help = "every meeting of the board’s year in one file; without its name every meeting to come"


def _person_argument(parser: ArgumentParser, need: Need) -> None:
    person = parser.add_argument("--person", required=need.required, metavar="NAME")
    person.help = "whom it is about, as the board's registers name them"


def _copy_arguments(parser: ArgumentParser, need: Need) -> None:
    copy = parser.add_argument("--copy", choices=[audience.value for audience in need.copies])
    copy.help = "for members"
    if Audience.PUBLIC not in need.copies:
        return
    holds = f", and holds no {need.without}" if need.without else ""
    copy.help = f"a published copy says that it is one{holds}"
    if LeftOut.NAMES in need.leaves_out:
        names = parser.add_argument("--names", choices=(PEOPLE, ROLES))
        names.help = f"in a published copy: who people are, or their roles instead ({PEOPLE})"
    if LeftOut.PERCENTAGES in need.leaves_out:
        percentages = parser.add_argument("--percentages", choices=(YES, NO))
        percentages.help = f"in a published copy: whether per cents, target and headroom stand in it ({NO})"


def _across_argument(parser: ArgumentParser, _need: Need) -> None:
    across = parser.add_argument("--across", choices=(MEETINGS, PEOPLE))
    across.help = "what stands across the top of a workbook's registers (meetings)"


def _receiver_argument(parser: ArgumentParser, need: Need) -> None:
    to = parser.add_argument("--board", dest="to", default="", metavar="HWB")
    to.help = f"the board, or the body outside the office, that it goes to; {need.otherwise}"


def _texts_argument(parser: ArgumentParser, _need: Need) -> None:
    text = parser.add_argument("--text", dest="texts", action="append", type=_heading_and_words, default=[])
    text.metavar = "HEADING=WORDS"
    text.help = (
        "what somebody wrote for a heading; without, it says None. Of the strategy each priority with how it "
        'is served: "1 A good start = Earlier advice; 2 Healthy places"'
    )


def _day_argument(parser: ArgumentParser, need: Need) -> None:
    on = parser.add_argument("--on", type=typed_day, metavar="DAY")
    on.help = f"as it stood on that day, such as 2026-04-01; {need.otherwise}"


def _item_argument(parser: ArgumentParser, _need: Need) -> None:
    item = parser.add_argument("--item", default="", metavar="4.1")
    item.help = "with --copy extract: the item by its number on the agenda"


def _heading_and_words(typed: str) -> tuple[str, str]:
    heading, equals, words = typed.partition("=")
    if not equals or not heading.strip():
        raise ArgumentTypeError("it has a heading, an equals sign and the words under it")
    return heading.strip(), words.strip()


OPTIONS: dict[Scope, Callable[[ArgumentParser, Need], object]] = {
    Scope.MEETING: _meeting_argument,
    Scope.AREA: _area_argument,
    Scope.RISK: _risk_argument,
    Scope.PLAN: _plan_argument,
    Scope.PERIOD: lambda parser, _need: period_arguments(parser),
    Scope.YEAR: _year_argument,
    Scope.PERSON: _person_argument,
    Scope.COPY: _copy_arguments,
    Scope.ACROSS: _across_argument,
    Scope.RECEIVER: _receiver_argument,
    Scope.TEXTS: _texts_argument,
    Scope.DAY: _day_argument,
    Scope.ITEM: _item_argument,
}


def _kind_arguments(kind: DocumentKind, parser: ArgumentParser) -> None:
    """What every kind has, then what this one needs, in its order."""
    parser.set_defaults(**UNASKED)
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)
    out = parser.add_argument("--out", type=Path, required=True, metavar="PATH")
    endings = listed(kind.forms, last="or")
    out.help = f"ends in {endings}; a file that BoardDesk did not write is never written over"
    if kind.need(Scope.BOARD):
        board_argument(parser)
    issued = parser.add_argument("--issue", action="store_true")
    issued.help = "also keep it in the office, under a version; without, it is a draft and says so"
    take_over_argument(parser)
    if kind.reader is not None:
        reason = parser.add_argument("--reason", default="", metavar="WORDS")
        reason.help = "with --issue: why it goes out although placeholders such as TBC are left in it"
    for need in kind.needs:
        if need.scope is not Scope.BOARD:
            OPTIONS[need.scope](parser, need)


def forms() -> dict[str, Form]:
    """Every kind of document with its help page."""
    return {
        kind.key: Form(kind.sentence, kind.example, partial(_kind_arguments, kind))
        for kind in registry.DOCUMENT_KINDS
    }


def arguments(parser: ArgumentParser) -> None:
    form_arguments(parser, "kind", forms())


# The command -----------------------------------------------------------------------------------------------


def reported(chosen: Namespace) -> int:
    check_place(chosen.out)
    kind = registry.kind_of(chosen.kind)
    with to_write(chosen) if chosen.issue else to_read(chosen.file) as file:
        prepared = kind.prepare(file, _query(file, kind, chosen))
        if chosen.issue:
            issued = issue(file, prepared, chosen.out, today=today(), reason=chosen.reason)
            prepared = prepared.to_issue
            say(f"Issued “{prepared.title}”, version {issued.version}: {where(issued.paths[0], chosen.out)}")
            for beside in issued.paths[1:]:
                say(f"Beside it: {beside}")
        else:
            written = save_draft(prepared, chosen.out)
            what = f", {prepared.edition.said}" if kind.reader else ""
            say(f"Wrote “{prepared.title}”{what}: {where(written, chosen.out)}")
        for remark in prepared.remarks:
            say(remark)
        if kind.need(Scope.PLAN):
            _say_other_plans(file, chosen)
    return Status.DONE


REPORT = Command(
    "report",
    "Write a document for a board, in Word or for the web, or the calendar file of meetings.",
    "boarddesk report highlight office.boarddesk --area 4 --out area-4.docx",
    arguments,
    reported,
)

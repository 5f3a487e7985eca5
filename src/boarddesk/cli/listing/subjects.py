"""`boarddesk list`: every subject the office keeps."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status, board_argument, json_argument, today
from boarddesk.cli.listing import history, meetings, people, plan, risks, scorecard
from boarddesk.cli.listing.subject import Asked, Listing, Subject
from boarddesk.cli.offices import to_read
from boarddesk.cli.scope import chosen_board
from boarddesk.cli.terminal import counted, say, say_json, table

SUBJECTS: dict[str, Subject] = {
    "boards": people.boards,
    "people": people.people,
    "seats": people.seats,
    "meetings": meetings.meetings,
    "plan": plan.actions,
    "milestones": plan.milestones,
    "kpis": scorecard.kpis,
    "risks": risks.risks,
    "history": history.history,
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=SUBJECTS, metavar="WHAT", help=", ".join(SUBJECTS))
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    board_argument(parser)
    json_argument(parser)


def listed(chosen: Namespace) -> int:
    with to_read(chosen.file) as file:
        listing = SUBJECTS[chosen.what](Asked(file, chosen_board(file, chosen.board), today()))
    if chosen.json:
        say_json(listing.document)
    else:
        say_listing(listing)
    return Status.DONE


def say_listing(listing: Listing) -> None:
    if listing.rows:
        say(table(listing.headings, listing.rows, right=listing.right))
        say()
    say(counted(len(listing.rows), listing.noun, listing.plural))


LIST = Command(
    "list",
    "List what the office holds.",
    "boarddesk list plan office.boarddesk --json",
    arguments,
    listed,
)

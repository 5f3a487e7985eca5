"""`boarddesk list`: every subject the office keeps."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status, board_argument, json_argument, today
from boarddesk.cli.listing import (
    agenda,
    arising,
    challenges,
    decisions,
    documents,
    escalations,
    history,
    issues,
    meetings,
    minutes,
    people,
    plan,
    risks,
    scorecard,
)
from boarddesk.cli.listing.subject import Listing, ListQuery, Subject
from boarddesk.cli.offices import to_read
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.scope import chosen_board
from boarddesk.cli.terminal import say, say_json, table
from boarddesk.rules.wording import count_in_figures

SUBJECTS: dict[str, Subject] = {
    "boards": people.boards,
    "lines": people.reporting_lines,
    "people": people.people,
    "seats": people.seats,
    "meetings": meetings.meetings,
    "agenda": agenda.agenda_items,
    "papers": agenda.papers,
    "minutes": minutes.minutes,
    "decisions": decisions.decisions,
    "challenges": challenges.challenges,
    "actions": arising.actions,
    "plan": plan.actions,
    "milestones": plan.milestones,
    "kpis": scorecard.kpis,
    "risks": risks.risks,
    "issues": issues.issues,
    "escalations": escalations.escalations,
    "documents": documents.documents,
    "history": history.history,
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=SUBJECTS, metavar="WHAT", help=", ".join(SUBJECTS))
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)
    board_argument(parser)
    json_argument(parser)


def listed(chosen: Namespace) -> int:
    with to_read(chosen.file) as file:
        listing = SUBJECTS[chosen.what](ListQuery(file, chosen_board(file, chosen.board), today()))
    if chosen.json:
        say_json(listing.document)
    else:
        say_listing(listing)
    return Status.DONE


def say_listing(listing: Listing) -> None:
    if listing.rows:
        say(table(listing.headings, listing.rows, right=listing.right))
        say()
    say(count_in_figures(len(listing.rows), listing.noun, listing.plural))


LIST = Command(
    "list",
    "List what the office holds.",
    "boarddesk list plan office.boarddesk --json",
    arguments,
    listed,
    prints=True,
)

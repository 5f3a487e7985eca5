"""Commands for an office in a synced folder: worked on in a local copy, and there again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status
from boarddesk.cli.office import file_argument
from boarddesk.cli.offices import take_over_argument, to_write
from boarddesk.cli.terminal import say
from boarddesk.records.file.moments import now
from boarddesk.records.working_copy import put_by, work_locally, work_there_again
from boarddesk.rules.refused import FileProblem


def _locally_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    folder = parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder.help = "a folder on this computer alone, in which the office is worked on from then on"
    take_over_argument(parser)


def _locally(chosen: Namespace) -> int:
    if not chosen.folder.is_dir():
        raise FileProblem(f"There is no folder {chosen.folder}. Make it, or choose another.")
    with to_write(chosen) as file:
        local = work_locally(file, chosen.folder)
    say(f"Work on {local} from now on.")
    say(f"{chosen.file} is its published copy: renewed with each backup, for others to read only.")
    return Status.DONE


LOCALLY = Command(
    "work-locally",
    "Work on an office of a synced folder in a local copy; a checked copy of it stays in the folder.",
    "boarddesk work-locally OneDrive\\office.boarddesk C:\\Offices",
    _locally_arguments,
    _locally,
)


def _there_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    take_over_argument(parser)


def _there(chosen: Namespace) -> int:
    with to_write(chosen) as file:
        home = work_there_again(file)
    kept = put_by(chosen.file, at=now())
    say(f"{home} is the office again, with the last changes in it.")
    say(f"What you worked on is kept as {kept}.")
    return Status.DONE


THERE = Command(
    "work-there-again",
    "Publish the last changes of an office worked on locally, and go on in its synced folder.",
    "boarddesk work-there-again C:\\Offices\\office.boarddesk",
    _there_arguments,
    _there,
)

"""All commands, the parser made of them, and how each ends."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from boarddesk import __version__
from boarddesk.cli import (
    accessibility,
    attendance,
    checks,
    encryption,
    feeds,
    health,
    imports,
    office,
    reports,
    working_copy,
)
from boarddesk.cli.command import Command, Status, WrongUsage
from boarddesk.cli.listing.subjects import LIST
from boarddesk.cli.passphrases import with_key
from boarddesk.cli.terminal import STOPPED, all_printed, put, say_problem, use_utf8
from boarddesk.records.verifying import damage_behind
from boarddesk.rules.characters import readable
from boarddesk.rules.refused import FileProblem, Refused

COMMANDS: tuple[Command, ...] = (
    office.NEW,
    office.SAMPLE,
    imports.IMPORT,
    LIST,
    attendance.ATTENDANCE,
    feeds.FEED,
    reports.REPORT,
    checks.CHECK,
    accessibility.CHECK_DOCUMENT,
    office.BACKUP,
    office.RESTORE,
    office.EXPORT,
    office.VERIFY,
    health.HEALTH,
    working_copy.LOCALLY,
    working_copy.THERE,
    encryption.ENCRYPT,
    encryption.DECRYPT,
    encryption.RECOVERY_KEY,
)
NAMES = tuple(command.name for command in COMMANDS)
DESCRIPTION = (
    "BoardDesk keeps a board secretary's office in one file: boards, registers, the improvement plan,\n"
    "KPIs and risks. Without a command, `boarddesk [FILE]` opens the window."
)
UNPRINTED = "what it says could not be printed to its end: the disk is full, or the device refused it."
DONE_UNPRINTED = f"done; only {UNPRINTED}"


class _Parser(ArgumentParser):
    """Prints help and wrong usage as everything is printed; every command has one of this class."""

    def _print_message(self, message: str, file: object = None) -> None:
        is_help = file is sys.stdout
        put(sys.stdout if is_help else sys.stderr, readable(message))


def parser() -> ArgumentParser:
    """The whole command line; every help page reads like a sentence and gives an example."""
    top = _Parser(
        prog="boarddesk",
        description=DESCRIPTION,
        epilog="example: boarddesk sample sample.boarddesk\n"
        "It ends with 0 when done, 1 for a problem (one line says which; nothing is written),\n"
        "2 for wrong usage, 130 when Ctrl+C stopped it. Checks end with 1 for warnings, 3 for errors.",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"BoardDesk {__version__}")
    places = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        place = places.add_parser(
            command.name,
            help=command.sentence,
            description=command.sentence,
            epilog=f"example: {command.example}",
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.arguments(place)
        place.set_defaults(run=command.run, prints=command.prints)
    return top


def run(arguments: Sequence[str]) -> int:
    """Does what was asked; a problem is one calm line on standard error."""
    use_utf8()
    try:
        chosen = _chosen(arguments)
    except SystemExit as ended:  # the help was printed, or wrong usage told
        if not all_printed():
            say_problem(UNPRINTED)
            raise SystemExit(Status.PROBLEM) from ended
        raise
    if chosen is None:
        return Status.USAGE
    status = _done(chosen)
    if all_printed():
        return status
    only_prints = chosen.prints or getattr(chosen, "dry_run", False)
    if status == Status.DONE and not only_prints:
        say_problem(DONE_UNPRINTED)
        return status
    say_problem(UNPRINTED)
    return status or Status.PROBLEM


def _chosen(arguments: Sequence[str]) -> Namespace | None:
    if arguments and not arguments[0].startswith("-") and arguments[0] not in NAMES:
        say_problem(f"there is no command {arguments[0]}. The commands are: {', '.join(NAMES)}.")
        return None
    return parser().parse_args(arguments)


def _done(chosen: Namespace) -> int:
    try:
        return int(with_key(chosen.run, chosen))
    except (Refused, FileProblem) as problem:
        say_problem(problem.sentence)
        return Status.PROBLEM
    except WrongUsage as slip:
        say_problem(str(slip))
        return Status.USAGE
    except KeyboardInterrupt:
        say_problem(STOPPED)
        return Status.STOPPED
    except Exception:
        damage = damage_behind(getattr(chosen, "file", None))
        if damage is None:
            raise
        say_problem(damage.sentence)
        return Status.PROBLEM

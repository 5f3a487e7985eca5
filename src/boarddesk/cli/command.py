"""What a command of the command line is: a name, a sentence, an example, its arguments and its work."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from boarddesk.rules.attendance import groups as attendance_counted
from boarddesk.rules.dates.typed_days import read_day


class Status(IntEnum):
    """How a command ends."""

    DONE = 0
    PROBLEM = 1
    USAGE = 2
    STOPPED = 130  # what a shell expects of a command ended with Ctrl+C


@dataclass(frozen=True)
class Command:
    """One command; `sentence` opens its help, `run` returns the exit status.

    `prints` says that what it prints is all it does: where that is lost, nothing was done.
    """

    name: str
    sentence: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    prints: bool = False


def today() -> date:
    """The one place where the command line looks at the clock."""
    return datetime.now().astimezone().date()


def typed_day(text: str) -> date:
    """A day typed as an argument; argparse turns the error into a usage message."""
    day = read_day(text, today=today())
    if day is None:
        raise ValueError(text)
    return day


typed_day.__name__ = "day (such as 2026-06-09 or 9/6/2026)"


def board_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--board", metavar="SIB", help="only this board, by its short name")


def json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")


class WrongUsage(Exception):
    """Arguments that make no sense together, in a sentence; a command ends with 2 for it."""


@dataclass(frozen=True)
class Form:
    """One kind of a command, such as `import plan`: its sentence, its example and the arguments it knows."""

    sentence: str
    example: str
    arguments: Callable[[ArgumentParser], None]


def form_arguments(parser: ArgumentParser, dest: str, forms: Mapping[str, Form]) -> None:
    """Every kind with a help page of its own; an option of another kind is wrong usage."""
    places = parser.add_subparsers(dest=dest, metavar=dest.upper(), title="kinds", required=True)
    for name, form in forms.items():
        place = places.add_parser(
            name,
            help=form.sentence,
            description=form.sentence,
            epilog=f"example: {form.example}",
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        form.arguments(place)


def check_period(chosen: Namespace, *, today: date) -> None:
    """A period that ends before it begins is a slip of the keys; one still to come is refused."""
    if chosen.first and chosen.last and chosen.last < chosen.first:
        raise WrongUsage(
            f"The period ends before it begins: --from {chosen.first} is after --to {chosen.last}."
        )
    attendance_counted.check_period(chosen.first, chosen.last, today=today)


def period_arguments(parser: ArgumentParser) -> None:
    for flag, dest, example in (("--from", "first", "2026-01-01"), ("--to", "last", "2026-07-31")):
        word = flag.removeprefix("--")
        parser.add_argument(
            flag, dest=dest, type=typed_day, metavar="DAY", help=f"{word} this day, such as {example}"
        )

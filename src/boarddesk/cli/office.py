"""Commands about the office file as a whole: made, sampled, copied, brought back, handed out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status
from boarddesk.cli.terminal import say
from boarddesk.records.board_file import BoardFile


def file_argument(parser: ArgumentParser, *, means: str = "the office file") -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=means)


def _new_arguments(parser: ArgumentParser) -> None:
    file_argument(parser, means="where the new office shall be; there must be no file yet")
    parser.add_argument("--office", default="", metavar="NAME", help="the name of the office")


def _new(chosen: Namespace) -> int:
    with BoardFile.create(chosen.file, office=chosen.office):
        say(f"Made {chosen.file}, an empty office.")
    return Status.DONE


NEW = Command(
    "new",
    "Make an empty office where there is no file yet.",
    'boarddesk new office.boarddesk --office "Northmoor"',
    _new_arguments,
    _new,
)

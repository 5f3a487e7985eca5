"""Commands about the office file as a whole: made, sampled, copied, brought back, handed out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status, today
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


def _sample_arguments(parser: ArgumentParser) -> None:
    file_argument(parser, means="where the sample shall be; there must be no file yet")
    parser.add_argument("--years", type=_from_one, default=2, metavar="N", help="years of meetings (2)")
    parser.add_argument(
        "--scale", type=_from_one, default=1, metavar="K", help="times as many boards and actions (1)"
    )


def _from_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


_from_one.__name__ = "whole number from 1"


def _sample(chosen: Namespace) -> int:
    # The sample is long to load and nothing else needs it.
    from boarddesk.sample.office import make_sample

    path = make_sample(chosen.file, today=today(), years=chosen.years, scale=chosen.scale)
    say(f"Made {path}, a fictional office to try everything on.")
    return Status.DONE


SAMPLE = Command(
    "sample",
    "Make the fictional sample office, the same for everybody on the same day.",
    "boarddesk sample sample.boarddesk --years 3",
    _sample_arguments,
    _sample,
)

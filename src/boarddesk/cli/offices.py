"""The office file a command is about: what a new one is called, one found whole to read, one to write."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boarddesk.cli.terminal import say_note
from boarddesk.disk.names import refuse_name
from boarddesk.issuing.completing import complete_deliveries
from boarddesk.records.file.check import refuse_damaged
from boarddesk.records.file.conflict_copies import conflict_copies
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import LockedByAnother
from boarddesk.records.verifying import refuse_unsound, verify
from boarddesk.rules.health.sentences import OPEN_ALL, copies_beside
from boarddesk.rules.refused import FileProblem, Refused

ENDING = ".boarddesk"


def new_office_path(asked: Path) -> Path:
    """Where a new office goes: the ending is added where there is none, and any other is refused."""
    refuse_name(asked)
    if asked.suffix.lower() == ENDING:
        return asked
    if asked.suffix:
        raise Refused(
            f"{asked.name} would be taken for another kind of file: an office file ends in {ENDING}."
        )
    return asked.with_name(asked.name + ENDING)


def to_read(path: Path) -> OfficeFile:
    """The office, to read only; refused where it is not as it was left, so that no figure is a wrong one."""
    opened = OfficeFile.open(path, read_only=True)
    try:
        refuse_unsound(path)
    except BaseException:
        opened.close()
        raise
    return told_of(opened)


def told_of(file: OfficeFile) -> OfficeFile:
    """The office, once it is said on standard error what the window says of such a copy as it opens."""
    if file.notice:
        say_note(file.notice)
    said = of_copies(file.path) if file.path is not None else ""
    if said:
        say_note(said)
    return file


def of_copies(path: Path) -> str:
    """What is said of copies of an office that lie beside it; nothing where there is none."""
    copies = conflict_copies(path)
    return f"{copies_beside([copy.name for copy in copies])}. {OPEN_ALL}" if copies else ""


def take_over_argument(parser: ArgumentParser) -> None:
    taken = parser.add_argument("--take-over", action="store_true")
    taken.help = (
        "take the office from whoever has it open, after ten minutes without a sign of life from there"
    )


def to_write(chosen: Namespace) -> OfficeFile:
    """The office, to write; refused while somebody has it open, unless it is taken over from a silent one.

    Refused where it is damaged. What was changed in it behind the log is said, and what was being issued
    when BoardDesk stopped is put where it was to go.
    """
    with taking_over_explained():
        opened = OfficeFile.open(chosen.file, take_over=chosen.take_over)
    try:
        refuse_damaged(chosen.file)
        if found := verify(chosen.file, noticed=True):
            more = f" {len(found) - 1} more: boarddesk verify lists them." if len(found) > 1 else ""
            say_note(f"{found[0]}{more}")
        for said in complete_deliveries(opened):
            say_note(said)
    except BaseException:
        opened.close()
        raise
    return told_of(opened)


@contextmanager
def taking_over_explained() -> Iterator[None]:
    """Where it is said that an office may be taken over, also how that is done on the command line."""
    try:
        yield
    except LockedByAnother as problem:
        then = "To do so add --take-over." if problem.may_be_taken else "Then add --take-over."
        raise FileProblem(f"{problem.sentence} {then}") from problem

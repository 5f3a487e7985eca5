"""Where the command line has a passphrase from: a file that is named, or the person at the keyboard.

Never from the command itself or the environment: both can be read by others while a program runs.
"""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from boarddesk.cli.terminal import say_problem
from boarddesk.records.file.keys import KeyNeeded, WrongKey
from boarddesk.records.file.unlocking import unlock
from boarddesk.rules.passphrases import refuse_different, refuse_empty
from boarddesk.rules.recovery_key import SlipInKey
from boarddesk.rules.refused import FileProblem

TRIES = 3
FLAG = "--passphrase-file"


def passphrase_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        FLAG,
        type=Path,
        metavar="FILE",
        help="read the passphrase or recovery key of an encrypted office from here; else it is asked for",
    )


def with_key(run: Callable[[Namespace], int], chosen: Namespace) -> int:
    """Does what was asked. Where an office is encrypted its key is asked for, and all begins anew.

    A command that ends with a problem has written nothing.
    """
    asked_for: set[Path] = set()
    while True:
        try:
            return run(chosen)
        except KeyNeeded as needed:
            if needed.path in asked_for:
                raise
            asked_for.add(needed.path)
            _unlock(needed.path, getattr(chosen, "passphrase_file", None))


def _unlock(path: Path, file: Path | None) -> None:
    if file is not None:
        unlock(path, passphrase_in(file))
        return
    for left in reversed(range(TRIES)):
        try:
            unlock(path, asked(f"Passphrase or recovery key of {path.name}: ", instead=FLAG))
            return
        except (WrongKey, SlipInKey) as slip:
            if not left:
                raise
            say_problem(slip.sentence)


def asked(question: str, *, instead: str) -> str:
    """Typed without being shown; refused where nobody sits at a terminal."""
    if not sys.stdin.isatty():
        raise FileProblem(
            f"A passphrase is needed, and nobody can be asked here. Name a file with {instead}."
        )
    return getpass.getpass(question)


def chosen_twice(question: str, *, instead: str) -> str:
    """A new passphrase, typed twice."""
    passphrase = asked(question, instead=instead)
    refuse_empty(passphrase)
    refuse_different(passphrase, asked("Once more: ", instead=instead))
    return passphrase


def passphrase_in(file: Path) -> str:
    """The first line of the file; refused where it is empty."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileProblem(f"{file.name} cannot be read as a file that holds a passphrase.") from error
    if not lines or not lines[0].strip():
        raise FileProblem(f"The first line of {file.name} is empty: write the passphrase there, alone.")
    return lines[0]

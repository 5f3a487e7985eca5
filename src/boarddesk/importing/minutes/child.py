"""Reads a returned copy in a process of its own, so that no document can hang, fill or end the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from boarddesk.importing.plain_values import to_plain
from boarddesk.importing.tables.child import (
    OF_READING,
    WAITED,
    answered,
    confine,
    holds_too_much,
    said_within_bounds,
    started_as,
    value_told,
)
from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.refused import FileProblem

FLAG = "--read-copy"
"""What a packaged program, which has no interpreter to call, is started with instead."""


def read_copy_apart(
    path: Path, *, seconds: float = WAITED, given_up: Callable[[], bool] = lambda: False
) -> WordCopy:
    """As `word_copy.read_copy`, in a child process bounded in time and memory."""
    command = [*started_as(FLAG, __name__), str(path.absolute())]
    said = answered(command, seconds=seconds, given_up=given_up)
    if said is None:
        why = "was not read to its end" if given_up() else "takes too long to read"
        raise FileProblem(f"“{path.name}” {why}. Copy its text into a new document and try that.")
    return value_told(WordCopy, "copy", said, of=path.name)


def answer(path: Path) -> str:
    """What the child says: the copy, or the sentence why not."""
    from boarddesk.importing.minutes.word_copy import read_copy

    try:
        told = {"copy": to_plain(read_copy(path))}
    except FileProblem as problem:
        told = {"problem": problem.sentence}
    except (MemoryError, RecursionError):
        told = {"problem": holds_too_much(path.name).sentence}
    return said_within_bounds(path.name, told)


def main(arguments: list[str]) -> int:
    """Keep within bounds, read the one document named, answer on standard output."""
    confine(OF_READING)
    sys.stdout.write(answer(Path(arguments[-1])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

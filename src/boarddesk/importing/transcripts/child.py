"""Reads a transcript in a process of its own, so that no file can hang, fill or end the program."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from boarddesk.importing.plain_values import to_plain
from boarddesk.importing.tables.child import (
    WAITED,
    answered,
    confine,
    holds_too_much,
    said_within_bounds,
    started_as,
    value_told,
)
from boarddesk.rules.minutes.transcript import FoundTranscript
from boarddesk.rules.refused import FileProblem

ADVICE = "Save the transcript again as .vtt and try that."
FLAG = "--read-transcript"
"""What a packaged program, which has no interpreter to call, is started with instead."""


def read_transcript_apart(
    content: bytes, name: str, *, seconds: float = WAITED, given_up: Callable[[], bool] = lambda: False
) -> FoundTranscript:
    """As `reading.read_transcript`, in a child process bounded in time and memory."""
    given = json.dumps(name).encode() + b"\n" + content
    said = answered(_command(), given=given, seconds=seconds, given_up=given_up)
    if said is None:
        why = "was not read to its end" if given_up() else "takes too long to read"
        raise FileProblem(f"“{name}” {why}. {ADVICE}")
    return value_told(FoundTranscript, "found", said, of=name, advice=ADVICE)


def _command() -> list[str]:
    return started_as(FLAG, __name__)


def answer(given: bytes) -> str:
    """What the child says to what it was given: the lines, or the sentence why not."""
    from boarddesk.importing.transcripts.reading import read_transcript  # the parent reads none itself

    line, _, content = given.partition(b"\n")
    name = json.loads(line)
    try:
        told = {"found": to_plain(read_transcript(content, name))}
    except FileProblem as problem:
        told = {"problem": problem.sentence}
    except (MemoryError, RecursionError):
        told = {"problem": holds_too_much(name).sentence}
    return said_within_bounds(name, told)


def main(_arguments: list[str]) -> int:
    """Keep within bounds, read what is given on standard input, answer on standard output."""
    confine()
    sys.stdout.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

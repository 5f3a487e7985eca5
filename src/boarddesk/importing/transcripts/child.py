"""Reads a transcript in a process of its own, so that no file can hang, fill or end the program."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date

from boarddesk.importing.tables.child import answered, bound_memory
from boarddesk.rules.minutes.transcript import FoundTranscript, SpokenLine
from boarddesk.rules.refused import FileProblem

SECONDS = 15
FLAG = "--read-transcript"
"""What a packaged program, which has no interpreter to call, is started with instead."""


def read_transcript_apart(
    content: bytes, name: str, *, seconds: float = SECONDS, given_up: Callable[[], bool] = lambda: False
) -> FoundTranscript:
    """As `reading.read_transcript`, in a child process bounded in time and memory."""
    given = json.dumps(name).encode() + b"\n" + content
    said = answered(_command(), given=given, seconds=seconds, given_up=given_up)
    if said is None:
        why = "was not read to its end" if given_up() else "takes too long to read"
        raise FileProblem(f"“{name}” {why}. Save the transcript again as .vtt and try that.")
    try:
        told = json.loads(said)
    except ValueError as trouble:
        raise FileProblem(
            f"“{name}” could not be read: it is damaged or far bigger inside than it looks. "
            "Save the transcript again as .vtt and try that."
        ) from trouble
    if "problem" in told:
        raise FileProblem(told["problem"])
    lines = tuple(SpokenLine(*line) for line in told["lines"])
    return FoundTranscript(lines, date.fromisoformat(told["day"]) if told["day"] else None, told["starts"])


def _command() -> list[str]:
    return [sys.executable, FLAG] if getattr(sys, "frozen", False) else [sys.executable, "-m", __name__]


def answer(given: bytes) -> str:
    """What the child says to what it was given: the lines, or the sentence why not."""
    from boarddesk.importing.transcripts.reading import read_transcript  # the parent reads none itself

    name, _, content = given.partition(b"\n")
    try:
        found = read_transcript(content, json.loads(name))
    except FileProblem as problem:
        return json.dumps({"problem": problem.sentence})
    lines = [[line.seconds, line.speaker, line.text] for line in found.lines]
    return json.dumps({"lines": lines, "day": found.day and found.day.isoformat(), "starts": found.starts})


def main(_arguments: list[str]) -> int:
    """Bound memory, read what is given on standard input, answer on standard output."""
    bound_memory()
    sys.stdout.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Holds a returned copy to the draft in a process of its own: comparing every paragraph may take for ever."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass

from boarddesk.importing.plain_values import from_plain, to_plain
from boarddesk.importing.tables.child import (
    OF_READING,
    SECONDS,
    WAITED,
    answered,
    confine,
    holds_too_much,
    said_within_bounds,
    started_as,
    value_told,
)
from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.minutes.corrections.holding import HeldCopy, SentDrafts, held_to
from boarddesk.rules.refused import FileProblem

FLAG = "--hold-copy"
"""What a packaged program, which has no interpreter to call, is started with instead."""


@dataclass(frozen=True)
class CopyToHold:
    """What is asked: a copy as it was read, from whom it is, and what went out."""

    name: str
    copy: WordCopy
    sent_by: str
    sent: SentDrafts


def hold_apart(
    asked: CopyToHold, *, seconds: float = WAITED, given_up: Callable[[], bool] = lambda: False
) -> HeldCopy:
    """As `held_to`, in a child process bounded in time and memory."""
    given = json.dumps(to_plain(asked)).encode()
    said = answered(started_as(FLAG, __name__), given=given, seconds=seconds, given_up=given_up)
    if said is None:
        why = "was not compared to its end" if given_up() else "takes too long to compare with the draft"
        raise FileProblem(f"“{asked.name}” {why}. Ask for the corrections in the draft as it was sent.")
    return value_told(HeldCopy, "held", said, of=asked.name)


def answer(given: bytes) -> str:
    """What the child says: what was found, or the sentence why not."""
    asked = from_plain(CopyToHold, json.loads(given))
    try:
        told = {"held": to_plain(held_to(asked.copy, asked.sent, sent_by=asked.sent_by))}
    except (MemoryError, RecursionError):
        told = {"problem": holds_too_much(asked.name).sentence}
    return said_within_bounds(asked.name, told)


def main(_arguments: list[str]) -> int:
    """Keep within bounds, hold what is given on standard input to the draft, answer on standard output."""
    confine(SECONDS - OF_READING)
    sys.stdout.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

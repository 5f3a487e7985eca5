"""Reads a long text or page that was copied elsewhere in a process of its own: no paste hangs the window."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Final

from boarddesk.importing.pasted_text import TOO_MUCH, PastedText, from_html, from_text
from boarddesk.importing.plain_values import from_plain, to_plain
from boarddesk.importing.tables.child import answered, confine, said_within_bounds, started_as

FLAG: Final = "--read-pasted"
"""What a packaged program, which has no interpreter to call, is started with instead."""
SECONDS: Final = 5
"""What a paste gets of the machine's time: somebody waits for it."""
WAITED: Final = 2 * SECONDS
MOST_LETTERS, MOST_TAGS = 500_000, 10_000
"""What is read in the window itself: it takes a fifth of a second at most."""
_READERS: Final[dict[str, Callable[[str], PastedText]]] = {"page": from_html, "text": from_text}


def page_pasted(page: str) -> PastedText:
    """As `from_html`; a large page in a child process bounded in time and memory."""
    small = len(page) <= MOST_LETTERS and page.count("<") <= MOST_TAGS
    return from_html(page) if small else _apart("page", page)


def text_pasted(text: str) -> PastedText:
    """As `from_text`; a long text in a child process bounded in time and memory."""
    return from_text(text) if len(text) <= MOST_LETTERS else _apart("text", text)


def _apart(kind: str, copied: str, *, seconds: float = WAITED) -> PastedText:
    given = kind.encode() + b"\n" + copied.encode("utf-8", "ignore")
    said = answered(started_as(FLAG, __name__), given=given, seconds=seconds, given_up=lambda: False)
    try:
        return from_plain(PastedText, json.loads(said or b"")["pasted"])
    except (KeyError, TypeError, ValueError):  # out of time or of memory, which it never is of what is kept
        return PastedText(sentence=TOO_MUCH)


def answer(given: bytes) -> str:
    """What the child says to what was copied."""
    kind, _, copied = given.partition(b"\n")
    try:
        told = {"pasted": to_plain(_READERS[kind.decode()](copied.decode("utf-8", "replace")))}
    except (MemoryError, RecursionError):
        told = {"problem": TOO_MUCH}
    return said_within_bounds("", told)


def main(_arguments: list[str]) -> int:
    """Keep within bounds, read what is given on standard input, answer on standard output."""
    confine(SECONDS)
    sys.stdout.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

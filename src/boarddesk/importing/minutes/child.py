"""Reads a returned copy in a process of its own, so that no document can hang, fill or end the program."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from boarddesk.importing.tables.child import SECONDS, answered, bound_memory
from boarddesk.rules.minutes.corrections.copy import CopyParagraph, CopyRemark, CopyRun, Hand, WordCopy
from boarddesk.rules.refused import FileProblem

FLAG = "--read-copy"
"""What a packaged program, which has no interpreter to call, is started with instead."""


def read_copy_apart(
    path: Path, *, seconds: float = SECONDS, given_up: Callable[[], bool] = lambda: False
) -> WordCopy:
    """As `word_copy.read_copy`, in a child process bounded in time and memory."""
    is_packaged = getattr(sys, "frozen", False)
    command = [sys.executable, FLAG] if is_packaged else [sys.executable, "-m", __name__]
    said = answered([*command, str(path.absolute())], seconds=seconds, given_up=given_up)
    if said is None:
        why = "was not read to its end" if given_up() else "takes too long to read"
        raise FileProblem(f"“{path.name}” {why}. Copy its text into a new document, try that.")
    try:
        found = json.loads(said)
    except ValueError as trouble:
        raise FileProblem(
            f"“{path.name}” could not be read: it is damaged or far bigger inside than it looks. "
            "Open it, save it under a new name and try that file."
        ) from trouble
    if "problem" in found:
        raise FileProblem(found["problem"])
    return from_plain(found)


def answer(path: Path) -> str:
    """What the child says: the copy, or the sentence why not."""
    from boarddesk.importing.minutes.word_copy import read_copy

    try:
        return json.dumps(asdict(read_copy(path)), default=date.isoformat)
    except FileProblem as problem:
        return json.dumps({"problem": problem.sentence})


def from_plain(plain: dict[str, Any]) -> WordCopy:
    """The copy back from lists and texts."""
    paragraphs = tuple(
        CopyParagraph(
            tuple(
                CopyRun(run["text"], _hand(run["put_in"]), _hand(run["taken_out"]))
                for run in paragraph["runs"]
            ),
            _hand(paragraph["mark_put_in"]),
            _hand(paragraph["mark_taken_out"]),
            paragraph["is_listed"],
            paragraph["move"],
            tuple(_remark(remark) for remark in paragraph["remarks"]),
        )
        for paragraph in plain["paragraphs"]
    )
    return WordCopy(paragraphs, plain["formats"], plain["saved_by"])


def _hand(plain: dict[str, Any] | None) -> Hand | None:
    return Hand(plain["author"], _day(plain["on"])) if plain else None


def _remark(plain: dict[str, Any]) -> CopyRemark:
    replies = tuple(_remark(reply) for reply in plain["replies"])
    return CopyRemark(plain["author"], plain["text"], _day(plain["on"]), plain["about"], replies)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def main(arguments: list[str]) -> int:
    """Bound memory, read the one document named, answer on standard output."""
    bound_memory()
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules |= {"numpy": None, "PIL": None}
    gc.disable()
    sys.stdout.write(answer(Path(arguments[-1])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

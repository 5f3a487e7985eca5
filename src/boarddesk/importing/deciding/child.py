"""Decides in a process of its own what a document is read as: the program itself looks at nothing of it.

The parent hands on the tables that another child has read, with what was chosen; the answer is one line.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from boarddesk.importing.deciding.reading import Reading, ReadingChoices, first_read, read_all, read_as
from boarddesk.importing.plain_values import from_plain, to_plain
from boarddesk.importing.tables.child import (
    OF_READING,
    SECONDS,
    WAITED,
    answered,
    answered_with,
    confine,
    holds_too_much,
    no_answer,
    said_within_bounds,
    started_as,
    tables_apart,
    unpacked,
    unreadable,
)
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.importing.update_form import read_update_form
from boarddesk.rules.imports.contents import What
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.update_form import ReturnedForm

FLAG = "--decide"
"""What a packaged program, which has no interpreter to call, is started with instead."""

Answer = TypeVar("Answer")
GivenUp = Callable[[], bool]


class Asked(StrEnum):
    """What is to be decided; the value names what it is read as."""

    FIRST = "everything, as the document is opened"
    AGAIN = "everything, with what was chosen"
    PLAN = What.PLAN.value
    ATTENDANCE = What.ATTENDANCE.value
    RISKS = What.RISKS.value
    FORM = "update form"


@dataclass(frozen=True)
class Question:
    """What is asked of a document's tables."""

    asked: Asked
    name: str
    choices: ReadingChoices
    sheet: str = ""


@dataclass(frozen=True)
class OpenedTables:
    """A document as it was opened: its tables, the same as they were handed over, and a first reading."""

    tables: SourceTables
    handed: bytes
    reading: Reading


def open_apart(path: Path, *, given_up: GivenUp = lambda: False) -> OpenedTables:
    """A document read and decided for the first time."""
    until = time.monotonic() + WAITED
    handed = tables_apart(path, given_up=given_up)
    tables = unpacked(path.name, handed)
    question = Question(Asked.FIRST, path.name, ReadingChoices())
    return OpenedTables(tables, handed, _decided(question, handed, Reading, until=until, given_up=given_up))


def read_again_apart(
    name: str, handed: bytes, choices: ReadingChoices, *, given_up: GivenUp = lambda: False
) -> Reading:
    """Tables that were handed over before, decided again with what was chosen meanwhile."""
    until = time.monotonic() + WAITED
    return _decided(Question(Asked.AGAIN, name, choices), handed, Reading, until=until, given_up=given_up)


def read_as_apart(
    name: str, handed: bytes, what: What, choices: ReadingChoices, *, sheet: str = ""
) -> Reading:
    """Tables that were handed over, or one sheet of them, as what somebody says they are; raises if not."""
    until = time.monotonic() + WAITED
    return _decided(Question(Asked(what.value), name, choices, sheet), handed, Reading, until=until)


def read_form_apart(path: Path, *, given_up: GivenUp = lambda: False) -> ReturnedForm:
    """What stands in an update form that came back."""
    until = time.monotonic() + WAITED
    question = Question(Asked.FORM, path.name, ReadingChoices())
    return _decided(
        question, tables_apart(path, given_up=given_up), ReturnedForm, until=until, given_up=given_up
    )


def _decided(
    question: Question,
    handed: bytes,
    kind: type[Answer],
    *,
    until: float,
    given_up: GivenUp = lambda: False,
) -> Answer:
    name = question.name
    given = json.dumps(to_plain(question)).encode() + b"\n" + handed
    said = asked(given, seconds=max(1.0, until - time.monotonic()), given_up=given_up)
    if said is None:
        raise no_answer(name, given_up=given_up)
    told = answered_with(name, said)
    try:
        if "refused" in told:
            raise Refused(str(told["refused"]), field=str(told["field"]))
        return from_plain(kind, told["found"])
    except (KeyError, TypeError, ValueError) as trouble:
        raise unreadable(name) from trouble


def asked(given: bytes, *, seconds: float, given_up: GivenUp) -> bytes | None:
    """What a child answers; None where time ran out or nobody wants it any more."""
    return answered(_command(), given=given, seconds=seconds, given_up=given_up)


def _command() -> list[str]:
    return started_as(FLAG, __name__)


def answer(given: bytes) -> str:
    """What the child says to what it was given: what was found, or the sentence why not."""
    line, _, handed = given.partition(b"\n")
    question = from_plain(Question, json.loads(line))
    try:
        told: dict[str, Any] = {"found": to_plain(_found(question, unpacked(question.name, handed)))}
    except FileProblem as problem:
        told = {"problem": problem.sentence}
    except Refused as no:
        told = {"refused": no.sentence, "field": no.field}
    except (MemoryError, RecursionError):
        told = {"problem": holds_too_much(question.name).sentence}
    return said_within_bounds(question.name, told)


def _found(question: Question, tables: SourceTables) -> Reading | ReturnedForm:
    if question.asked is Asked.FIRST:
        return first_read(tables)
    if question.asked is Asked.AGAIN:
        return read_all(tables, question.choices)
    if question.asked is Asked.FORM:
        return read_update_form(tables)
    return read_as(tables, What(question.asked.value), question.choices, sheet=question.sheet)


def main(_arguments: list[str]) -> int:
    """Keep within bounds, decide about what is given on standard input, answer on standard output."""
    confine(SECONDS - OF_READING)
    sys.stdout.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""How confirmed minutes are sealed: their content as one text, its fingerprint, and the code that is printed.

A fingerprint is a SHA-256 over the content and the fingerprint of the minutes the board confirmed before:
whoever changes a word of old minutes would have to change every seal after it, and every code printed since.
A seal shows that something was changed. It keeps nobody from changing it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

CODE_LENGTH: Final = 16
GROUP: Final = 4
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread or spell words."""

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Sealed:
    """The seal of a meeting's minutes; `sequence` counts those of its board from 1."""

    meeting_id: str
    board_id: str
    sequence: int
    sealed_on: date
    content: str
    previous: str
    fingerprint: str
    code: str


def canonical(content: Content) -> str:
    """The content as one text, the same for the same words: keys sorted, letters composed (NFC)."""
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", told)


def fingerprint(content: str, previous: str) -> str:
    """The seal over a content and the seal before it; `previous` is empty for a board's first."""
    import hashlib  # four megabytes of OpenSSL, which an office that is only read does without

    return hashlib.sha256(f"{previous}\n{content}".encode()).hexdigest()


def code_of(sealed_by: str) -> str:
    """What is printed: the first 80 bits of a fingerprint as `7K3M-09QF-…`."""
    bits = int(sealed_by[: CODE_LENGTH * 5 // 4], 16)
    letters = "".join(_LETTERS[bits >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))
    return "-".join(letters[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def seal(content: Content, *, meeting_id: str, board_id: str, before: Sealed | None, on: date) -> Sealed:
    """The next seal of a board."""
    told, previous = canonical(content), before.fingerprint if before else ""
    made = fingerprint(told, previous)
    sequence = before.sequence + 1 if before else 1
    return Sealed(meeting_id, board_id, sequence, on, told, previous, made, code_of(made))


def broken_seals(seals: Iterable[Sealed]) -> Iterator[tuple[Sealed, str]]:
    """The seals of one board that do not hold, in their order, each with what is wrong."""
    before: Sealed | None = None
    for held in sorted(seals, key=lambda held: held.sequence):
        if held.sequence != (before.sequence + 1 if before else 1):
            yield held, "the seal before it is missing"
        elif held.previous != (before.fingerprint if before else ""):
            yield held, "it does not follow the seal before it"
        elif held.fingerprint != fingerprint(held.content, held.previous):
            yield held, "what was confirmed does not match its seal"
        elif held.code != code_of(held.fingerprint):
            yield held, "its printed code is not that of its seal"
        before = held


def rows_at_odds(content: str, there: Mapping[str, Iterable[Mapping[str, Any]]]) -> Iterator[tuple[str, str]]:
    """The tables and row ids that are not what was sealed; columns that came later are not looked at."""
    live: Content = json.loads(canonical(there))
    for table, rows in read_content(content)["rows"].items():
        found = {row["id"]: row for row in live.get(table, ())}
        for row in rows:
            held = found.pop(row["id"], None)
            if held is None or any(held.get(column) != value for column, value in row.items()):
                yield table, row["id"]
        yield from ((table, row_id) for row_id in found)


def link_of_log(content: str) -> str:
    """Where the log of changes stood as minutes were sealed."""
    return str(read_content(content)["log"][1])


def read_content(content: str) -> Content:
    """What was sealed, by its text. Raises ValueError where that says none."""
    try:
        told = json.loads(content)
    except RecursionError as error:
        raise ValueError("it is nested beyond reading") from error
    if isinstance(told, dict):
        tables, log = told.get("rows"), told.get("log")
        if (
            isinstance(log, list)
            and len(log) == 2
            and isinstance(tables, dict)
            and _are_rows(tables.values())
        ):
            return told
    raise ValueError("it says nothing that is sealed")


def _are_rows(tables: Iterable[object]) -> bool:
    """Whether each of them is a list of rows that have an id."""
    return all(
        isinstance(rows, list)
        and all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows)
        for rows in tables
    )

"""Reads kept text back into days and decimals, and gathers rows under the row they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from boarddesk.records.file.driver import Row
from boarddesk.rules.refused import Refused

Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)


def day(text: str | None) -> date | None:
    """The day a column holds; None where it is empty."""
    return date.fromisoformat(text) if text else None


def number(text: str | None) -> Decimal | None:
    """The decimal a column holds, exact; None where it is empty."""
    return Decimal(text) if text is not None else None


def gathered(pairs: Iterable[tuple[Key, Made]]) -> Mapping[Key, tuple[Made, ...]]:
    """What belongs to each id, in the order given; nothing for an id never named."""
    found: dict[Key, list[Made]] = defaultdict(list)
    for key, made in pairs:
        found[key].append(made)
    return defaultdict(tuple, {key: tuple(made) for key, made in found.items()})


def given(**fields: object) -> dict[str, object]:
    """The fields that were given: None means leave as it is."""
    return {name: value for name, value in fields.items() if value is not None}


def one(row: Row | None, sentence: str) -> Row:
    """The row, or a refusal that says what is no longer there."""
    if row is None:
        raise Refused(sentence)
    return row

"""What a listing is: the rows for people to read and the document for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.dates.deadlines import ByWhen, in_words
from boarddesk.rules.people import Board


@dataclass(frozen=True)
class Listing:
    """One subject as it stands; `noun` counts its rows under the table."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    document: object
    noun: str
    plural: str = ""
    right: Sequence[str] = ()


@dataclass(frozen=True)
class ListQuery:
    """What was asked for: the office, one board or all, and the day it is."""

    file: OfficeFile
    board: Board | None
    today: date

    @property
    def board_id(self) -> str | None:
        return self.board.id if self.board else None


Subject = Callable[[ListQuery], Listing]


def day_shown(day: date | None) -> str:
    """`9 June 2026`, or a dash."""
    return in_words(day) if day else "–"


def joined(words: Sequence[str]) -> str:
    """Several names in one cell, or a dash."""
    return ", ".join(words) or "–"


def by_when_document(by_when: ByWhen) -> dict[str, object]:
    return {
        "as_written": by_when.as_written,
        "earliest": by_when.earliest,
        "latest": by_when.latest,
        "precision": by_when.precision,
        "flags": sorted(by_when.flags),
    }

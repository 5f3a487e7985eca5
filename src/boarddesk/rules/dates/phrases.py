"""What the dates of a phrase come to: ranges, years that are shared, early and late, and before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from boarddesk.rules.dates import spans
from boarddesk.rules.dates.spans import Precision, Span, Year
from boarddesk.rules.dates.words import Band, Piece, PlacedDate, find


@dataclass(frozen=True)
class Dates:
    """The dates of a phrase in the order written; `year_missing` where none had a year, or one beside it."""

    placed: tuple[PlacedDate, ...]
    year_missing: bool = False


class _Link(Enum):
    """How a date stands to the next: to be read together, one after the other, or apart."""

    RANGE = auto()
    LIST = auto()
    APART = auto()


_PART: Final = r"(?:the )?(?:(?:early|mid|middle|late|end|start|beginning)[ -]?(?:of )?(?:the )?)?"
_RANGE: Final = re.compile(rf"[ ),]*(?:-|to|until|till|through) ?{_PART}")
_LIST: Final = re.compile(rf"[ )]*(?:/|&|\+|and|or|,|;) ?{_PART}")
_MODIFIED: Final = re.compile(
    r"\b(?P<how>early|start|beginning|mid|middle|late|first half|second half|1st half|2nd half|before"
    r"|prior to)[ -]*(?:of |in )?(?:the )?$"
)
_THIRDS: Final = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2}
_HALVES: Final = {"first half": 0, "1st half": 0, "second half": 1, "2nd half": 1}


def dates_in(text: str, *, bands: Sequence[Band], starts: date | None) -> Dates:
    """The dates of a tidied text; one without any year is taken for the first on or after `starts`."""
    pieces = find(text, bands=bands)
    links = [_link(text, first, second) for first, second in pairwise(pieces)]
    pieces = _years_shared(pieces, links)
    known = [piece for piece in pieces if piece.year]
    if not known and pieces:
        known = [_year_supposed(piece, starts) for piece in pieces] if starts else []
        return Dates(_joined(text, known, links), year_missing=True)
    if len(known) < len(pieces):
        links = [_Link.APART] * len(known)
    return Dates(_joined(text, known, links))


def _link(text: str, first: Piece, second: Piece) -> _Link:
    gap = text[first.end : second.start]
    if _RANGE.fullmatch(gap) or (first.year is None and gap.strip() == "/"):
        return _Link.RANGE
    if gap.strip() in ("and", "&") and re.search(r"\bbetween (?:the )?$", text[: first.start]):
        return _Link.RANGE
    return _Link.LIST if _LIST.fullmatch(gap) else _Link.APART


def _years_shared(pieces: list[Piece], links: list[_Link]) -> list[Piece]:
    """Gives each date without a year that of the one beside it: first from the right, then from the left."""
    shared = list(pieces)
    for index in range(len(shared) - 2, -1, -1):
        if links[index] is not _Link.APART:
            shared[index] = _with_year_of(shared[index], shared[index + 1], before=True)
    for index in range(1, len(shared)):
        if links[index - 1] is not _Link.APART:
            shared[index] = _with_year_of(shared[index], shared[index - 1], before=False)
    return shared


def _with_year_of(piece: Piece, other: Piece, *, before: bool) -> Piece:
    """The piece in the other's year, or in the year beside it where the order of the two asks for that."""
    theirs = other.placed()
    if piece.year or other.year is None or theirs is None or theirs.span is None:
        return piece
    mine = piece.place(other.year)
    wrong = mine.span and (
        mine.span.earliest > theirs.span.latest if before else mine.span.latest < theirs.span.earliest
    )
    if not wrong or other.year.split:
        return replace(piece, year=other.year)
    return replace(piece, year=Year(other.year.first + (-1 if before else 1)))


def _year_supposed(piece: Piece, starts: date) -> Piece:
    """The piece in the first year in which it does not end before the day given."""
    for first in (starts.year - 1, starts.year, starts.year + 1):
        span = piece.place(Year(first)).span
        if span and span.latest >= starts:
            return replace(piece, year=Year(first))
    return replace(piece, year=Year(starts.year))


def _joined(text: str, pieces: Sequence[Piece], links: Sequence[_Link]) -> tuple[PlacedDate, ...]:
    """Each date modified by the words before it, with the two ends of a range made one."""
    placed = [_modified(text, piece) for piece in pieces]
    joined: list[PlacedDate] = []
    for index, later in enumerate(placed):
        begun = joined[-1] if index and links[index - 1] is _Link.RANGE else None
        if begun and begun.span and later.span and begun.span.earliest <= later.span.latest:
            joined[-1] = PlacedDate(
                spans.joined(begun.span, later.span), begun.impossible or later.impossible
            )
        else:
            joined.append(later)
    return tuple(joined)


def _modified(text: str, piece: Piece) -> PlacedDate:
    placed = piece.placed() or PlacedDate(None)
    match = _MODIFIED.search(text[: piece.start])
    if not match or not placed.span or placed.impossible:
        return placed
    return PlacedDate(_modify(match["how"], placed.span))


def _modify(how: str, span: Span) -> Span:
    """`Mid May`, `late 2022`, `before September`; days are exact and stay as they are."""
    if span.precision is Precision.DAY:
        return span
    if how in _HALVES:
        return spans.half(span, _HALVES[how])
    if how in _THIRDS:
        return spans.third(span, _THIRDS[how])
    eve = span.earliest - timedelta(days=1)
    return Span(eve, eve, span.precision)

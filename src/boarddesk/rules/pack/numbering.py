"""The page numbers of a pack: once issued none ever moves, whatever comes late, is replaced or falls away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PAGE_LINK = "page:"
"""How the list of contents writes a link to a page of the pack: `page:37`, `page:S1-1`."""


@dataclass(frozen=True)
class PageNumber:
    """The number of one page: `37`, `S1-3` in a supplement, `37a` where a replaced paper grew longer."""

    number: int
    supplement: int = 0
    letter: str = ""

    @property
    def said(self) -> str:
        """As it is printed."""
        return f"{self.prefix}{self.number}{self.letter}"

    @property
    def prefix(self) -> str:
        """What stands before the number."""
        return f"S{self.supplement}-" if self.supplement else ""


@dataclass(frozen=True)
class IssuedPages:
    """The pages something was given when it was issued; `copy` is the paper as it then was."""

    key: str
    first: int
    pages: int
    supplement: int = 0
    copy: str = ""

    @property
    def last(self) -> int:
        """The number of its last page."""
        return self.first + self.pages - 1


@dataclass(frozen=True)
class Numbering:
    """The numbers of every part.

    `total` is the last of the pack itself, supplements left out: the 112 of `page 37 of 112`. `supplement`
    is that of the parts that come late now, 0 where none does.
    """

    numbers: Mapping[str, tuple[PageNumber, ...]]
    total: int
    supplement: int = 0


def number_pages(parts: Sequence[tuple[str, int]], issued: Sequence[IssuedPages] = ()) -> Numbering:
    """Gives every part, by its key and how many pages it has, the numbers of its pages.

    Before the first issue they run on in order. What was issued keeps its numbers from then on; a paper that
    was not in an issue is in the next supplement, which counts its own pages.
    """
    known = {each.key: each for each in issued}
    supplement = max((each.supplement for each in issued), default=0) + 1 if issued else 0
    counted, numbers = 0, dict[str, tuple[PageNumber, ...]]()
    for key, pages in parts:
        if key in known:
            numbers[key] = _kept(known[key], pages)
            continue
        numbers[key] = tuple(PageNumber(counted + place, supplement) for place in range(1, pages + 1))
        counted += pages
    # What was last in the pack may have fallen away: those before it still count up to it.
    ends = (each.last for each in issued if not each.supplement)
    return Numbering(numbers, max(ends, default=counted), supplement if counted else 0)


def _kept(issued: IssuedPages, pages: int) -> tuple[PageNumber, ...]:
    """Its own numbers first; what it grew by takes letters after the last of them."""
    own = [PageNumber(issued.first + place, issued.supplement) for place in range(min(pages, issued.pages))]
    grown = range(pages - len(own))
    return (*own, *(PageNumber(issued.last, issued.supplement, letters(place)) for place in grown))


def letters(place: int) -> str:
    """a to z, then aa, ab …"""
    first, rest = divmod(place, 26)
    return (letters(first - 1) if first else "") + chr(ord("a") + rest)


def said_span(pages: Sequence[PageNumber]) -> str:
    """`41 to 42`, `S1-1 to S1-6`, `7`; a dash where there is none."""
    if not pages:
        return "–"
    first, last = pages[0].said, pages[-1].said
    return first if first == last else f"{first} to {last}"

"""Where the areas of a board's report begin: on a page of their own, or where an overflow ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boarddesk.reports.document import Contents, Document, Heading
from boarddesk.reports.layout import headings_after_overflows, known_pages


def after_overflows(document: Document) -> Document:
    """The document without the page breaks that would leave most of a page empty.

    An area begins a page; where the one before ran over on to less than half of another, it follows there.
    Areas that flow on add up what is not known to a hair, until nobody can say on which page one begins:
    an area keeps its page break where the list of contents gains numbers by it.
    """
    parted: tuple[Heading, ...] = ()
    chosen = _closed_up(document, parted)
    while lacking := _without_number(chosen):
        ways = [(*parted, heading) for heading in reversed(headings_after_overflows(document, parted))]
        best = min(ways, key=lambda way: _without_number(_closed_up(document, way)), default=parted)
        closed_up = _closed_up(document, best)
        if _without_number(closed_up) >= lacking:
            break
        parted, chosen = best, closed_up
    return chosen


def _closed_up(document: Document, parted: Sequence[Heading]) -> Document:
    following = headings_after_overflows(document, parted)
    blocks = tuple(
        replace(block, new_page=False)
        if isinstance(block, Heading) and any(block is each for each in following)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _without_number(document: Document) -> int:
    """How many entries of the list of contents, where there is one, would stand without a page."""
    if not any(isinstance(block, Contents) for block in document.blocks):
        return 0
    listed = document.listed_sections()
    pages = zip(document.sections(), known_pages(document), strict=True)
    return sum(page is None and any(section is each for each in listed) for section, page in pages)

"""Where the areas of a board's report begin: on a page of their own, or where an overflow ends."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.reports.document import Document, Heading
from boarddesk.reports.layout import headings_after_overflows


def after_overflows(document: Document) -> Document:
    """The document without the page breaks that would leave most of a page empty.

    An area begins a page; where the one before ran over on to less than half of another, it follows there.
    """
    following = headings_after_overflows(document)
    blocks = tuple(
        replace(block, new_page=False)
        if isinstance(block, Heading) and any(block is each for each in following)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)

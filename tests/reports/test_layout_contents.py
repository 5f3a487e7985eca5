"""A document that goes over many pages lists its sections after what it says in short."""

from __future__ import annotations

from boarddesk.reports.document import Contents, Document, Heading, Paragraph, ParagraphKind, words
from boarddesk.reports.layout import with_contents


def minutes(items: int) -> Document:
    said = Paragraph(
        words("The board heard what was done and asked what comes next. " * 6), ParagraphKind.MINUTE
    )
    blocks = [
        block for number in range(items) for block in (Heading(f"Item {number}", number=str(number)), said)
    ]
    return Document("Minutes", (Paragraph(words("No decisions."), ParagraphKind.IN_SHORT), *blocks))


def test_long_minutes_list_their_items_and_short_ones_do_not() -> None:
    long = with_contents(minutes(80))
    assert isinstance(long.blocks[1], Contents)
    assert len(long.listed_sections()) == 80
    assert with_contents(minutes(3)) == minutes(3)

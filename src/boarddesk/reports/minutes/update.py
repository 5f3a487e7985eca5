"""The chair's update: what was said, what will be done, and what this means for families, item by item."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.agenda.agenda import with_abbreviations
from boarddesk.reports.document import Block, Document, Heading, Paragraph, ParagraphKind, bold, words
from boarddesk.reports.layout import with_contents
from boarddesk.rules.minutes import update as wording
from boarddesk.rules.minutes.update import UpdatePack
from boarddesk.rules.wording import bound, day


def chairs_update(pack: UpdatePack) -> Document:
    """The update of a pack; an item without a public line is left out."""
    document = Document(
        title=bound(f"Chair’s update for families, {day(pack.meeting.date)}"),
        blocks=tuple(_blocks(pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in wording.facts(pack) if fact),
        partnership=pack.partnership or pack.board.name,
        footer=" · ".join((pack.board.name, day(pack.meeting.date), pack.edition.in_brief(pack.as_at))),
        edition=pack.edition.said,
    )
    return with_abbreviations(with_contents(document), pack.board)


def _blocks(pack: UpdatePack) -> Iterator[Block]:
    lead, rest = wording.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    for item in pack.items:
        yield Heading(wording.heading(item))
        for lead_in, line in wording.lines(item):
            yield Paragraph(words(bold(f"{lead_in}:"), f" {line}"), ParagraphKind.BECAUSE)
    yield Heading("Next meeting and questions")
    yield Paragraph(words(wording.closing(pack)))

"""The publication list: what waits in short, a table with the newest meeting first, what is held back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Table,
    bold,
    bullets,
    cell,
    section,
    words,
)
from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.meetings.meeting import year_label
from boarddesk.rules.publishing.publication import (
    PublicationPack,
    PublicCell,
    PublicPart,
    PublicState,
    PublishedMeeting,
    in_short,
)
from boarddesk.rules.wording import bound, day, month, tidied

NONE = "None."
COLUMNS = (Column("Meeting", 3.0), *(Column(part.capitalize(), 3.6) for part in PublicPart))
MOST_IN_A_TABLE = 15
CONFIRMED = "Confirmed: agreed by the board at its next meeting, not yet on the website."


def publication_document(pack: PublicationPack) -> Document:
    """The list of a pack, with the abbreviations it uses."""
    author = f"by {tidied(pack.author)}" if tidied(pack.author) else ""
    facts = (pack.partnership, _span(pack), author, pack.edition.with_day(pack.as_at))
    document = Document(
        title=bound(f"{pack.board.name}: what is published"),
        blocks=tuple(_blocks(pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=f"{pack.board.name} · {pack.edition.in_brief(pack.as_at)}",
        edition=pack.edition.said,
    )
    short = written_out(document.all_words(), ())
    note = Paragraph(words(" ".join((CONFIRMED, *short))), ParagraphKind.NOTE)
    at = _after_tables(document.blocks)
    return replace(document, blocks=(*document.blocks[:at], note, *document.blocks[at:]))


def _after_tables(blocks: Sequence[Block]) -> int:
    tables = [place for place, block in enumerate(blocks) if isinstance(block, Table)]
    return tables[-1] + 1 if tables else len(blocks)


def _span(pack: PublicationPack) -> str:
    days = [each.meeting.date for each in pack.meetings]
    return f"Meetings from {month(min(days))} to {month(max(days))}" if days else ""


def _blocks(pack: PublicationPack) -> Iterator[Block]:
    lead, rest = in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    yield Heading("Meetings")
    if not pack.meetings:
        yield Paragraph(words(NONE))
    elif len(pack.meetings) <= MOST_IN_A_TABLE:
        yield _table("Meetings", pack.meetings)
    else:
        years = groupby(pack.meetings, key=lambda each: year_label(each.meeting.date, pack.board.year_start))
        for year, found in years:
            yield Heading(year, level=3)
            yield _table(year, tuple(found))
    yield from section(Heading("Held back"), *bullets([bound(told) for told in pack.held_back]), empty=NONE)


def _table(title: str, found: Sequence[PublishedMeeting]) -> Table:
    return Table(
        title,
        "One row for each meeting, the newest first: how far agenda, papers, minutes and update are.",
        COLUMNS,
        tuple(
            (
                cell(words(bold(day(each.meeting.date)))),
                *(_cell(each.cells[part]) for part in PublicPart),
            )
            for each in found
        ),
    )


def _cell(of: PublicCell) -> Cell:
    """The word above the day, so that a column is read downwards; what waits for the secretary is bold."""
    word = words(bold(of.state)) if of.state is PublicState.CONFIRMED else words(of.state)
    return cell(word, day(of.on)) if of.on else cell(word)

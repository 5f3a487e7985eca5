"""The register of decisions: a table a meeting, the newest first, with what came of each."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Table,
    Text,
    bold,
    cell,
    section,
    words,
)
from boarddesk.reports.excel import Sheet, Value
from boarddesk.reports.excel import workbook as book
from boarddesk.reports.layout import with_contents
from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.edition import PUBLISHED
from boarddesk.rules.outcomes import DecisionLine, DecisionsPack, Progress, how_made, in_short
from boarddesk.rules.wording import bound, count_in_words, day, tidied

NONE = "None."
WITHHELD = "One decision on restricted business is withheld."
COLUMNS = (
    Column("No.", 1.5),
    Column("Verb", 2.2),
    Column("Decision", 7.5),
    Column("Item", 1.4),
    Column("What came of it", 4.8),
)


def decisions_register(pack: DecisionsPack) -> Document:
    """The document of a pack."""
    copy = PUBLISHED if pack.is_published else ""
    held = f"{count_in_words(len(pack.held), 'meeting')} held"
    prepared = f"prepared by {tidied(pack.author)}" if tidied(pack.author) else ""
    facts = (pack.partnership, copy, held, prepared, pack.edition.with_day(pack.as_at))
    footer = (pack.board.name, f"decisions {pack.period}", copy, pack.edition.in_brief(pack.as_at))
    document = Document(
        title=bound(titled(pack)),
        blocks=tuple(_blocks(pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=" · ".join(part for part in footer if part),
        edition=pack.edition.said,
        copy=copy,
    )
    return with_contents(document)


def titled(pack: DecisionsPack) -> str:
    """`SEND Improvement Board: decisions, 2026/27`."""
    return f"{pack.board.name}: decisions, {pack.period}"


def _blocks(pack: DecisionsPack) -> Iterator[Block]:
    lead, rest = in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    for title, lines in pack.by_meeting:
        yield from section(Heading(title), *_table(title, lines, pack), empty=NONE)
    if pack.withheld:
        yield Paragraph(words(_withheld(pack.withheld)))
    yield _how_to_read(pack)


def _withheld(many: int) -> str:
    if many == 1:
        return WITHHELD
    told = count_in_words(many, "decision")
    return f"{told[:1].upper()}{told[1:]} on restricted business are withheld."


def _table(title: str, lines: tuple[DecisionLine, ...], pack: DecisionsPack) -> tuple[Table, ...]:
    description = "One row for each decision: number, verb, what was decided, item and what came of it."
    rows = tuple(_row(line, pack) for line in lines)
    return (Table(title, description, COLUMNS, rows),) if rows else ()


def _row(line: DecisionLine, pack: DecisionsPack) -> tuple[Cell, ...]:
    made = line.made
    how = how_made(made, names=pack.names)
    return (
        cell(words(bold(made.ref))),
        cell(made.verb.capitalize()),
        cell(*(part for part in (bound(tidied(made.text)), bound(how)) if part)),
        cell(line.item or "–"),
        cell(_came(line)),
    )


def _came(line: DecisionLine) -> Text:
    if line.outcome.progress is not Progress.TO_RATIFY:
        return words(bound(line.outcome.words))
    said = "To be ratified"
    return words(bold(said), bound(line.outcome.words.removeprefix(said)))


def _how_to_read(pack: DecisionsPack) -> Paragraph:
    parts = [
        "Newest first. No number is given twice; a decision that is replaced stays and names the one that "
        "replaces it. The wording is that of the minutes."
    ]
    said = " ".join((pack.board.name, *(line.made.text for line in pack.lines)))
    parts += written_out(said, [(pack.board.short_name, pack.board.name)])
    return Paragraph(words(" ".join(parts)), ParagraphKind.NOTE)


def decisions_workbook(pack: DecisionsPack) -> bytes:
    """The same as a sheet, a decision a row."""
    headings = ("Number", "Made on", "Verb", "Decision", "How", "Item", "About", "Effect", "What came of it")
    rows: list[list[Value]] = [
        [
            line.made.ref,
            line.made.made_on,
            line.made.verb.capitalize(),
            tidied(line.made.text),
            how_made(line.made, names=pack.names) or "At the meeting",
            line.item,
            ", ".join(line.made.about),
            line.made.effect_words,
            line.outcome.words,
        ]
        for line in pack.lines
    ]
    facts = (pack.partnership, f"as at {day(pack.as_at)}", _withheld(pack.withheld) if pack.withheld else "")
    sheet = Sheet("Decisions", "Decisions", headings, rows)
    return book(titled(pack), [sheet], facts=" · ".join(fact for fact in facts if fact))

"""The governance chart on one page: the picture, and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from boarddesk.reports.charts.canvas import centimetres_of
from boarddesk.reports.charts.governance import chart_sizes, governance_picture
from boarddesk.reports.document import (
    ALT_TEXT_LIMIT,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Page,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    bold,
    cell,
    section,
    words,
)
from boarddesk.reports.layout import page_count
from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.governance.chart import governance_chart
from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.governance.pack import GovernancePack, alt_text, in_short
from boarddesk.rules.governance.sentences import title_of
from boarddesk.rules.wording import bound, day, tidied

NONE = "None."
LEAST_SCALE = 0.85
"""A picture is made so much smaller at most where all stands on one page then: its words stay legible."""
STEPS = (1.0, 0.95, 0.9, LEAST_SCALE)
HIGHEST = 12.5
"""Centimetres of a picture that has the page to itself."""
LEGEND = (
    "Solid line: accountable to. Dashed: informs. Dotted: scrutinised by. Grey: bodies outside this office."
)


def governance_document(pack: GovernancePack) -> Document:
    """The document of a pack, lying; on one page where a smaller picture makes it so."""
    picture = _picture(pack)
    tried = [_document(pack, picture and replace(picture, width=picture.width * step)) for step in STEPS]
    return next((document for document in tried if page_count(document) == 1), tried[0])


def _document(pack: GovernancePack, picture: Picture | None) -> Document:
    author = f"prepared by {tidied(pack.author)}" if tidied(pack.author) else ""
    facts = (pack.partnership, author, pack.edition.with_day(pack.when))
    footer = (title_of(pack.when), pack.edition.in_brief(pack.when))
    title = f"{pack.partnership}: governance on {day(pack.when)}" if pack.partnership else title_of(pack.when)
    return Document(
        title=bound(title),
        blocks=tuple(_blocks(pack, picture)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or title_of(pack.when),
        footer=" · ".join(part for part in footer if part),
        page=Page.LANDSCAPE,
        edition=pack.edition.said,
    )


def _blocks(pack: GovernancePack, picture: Picture | None) -> Iterator[Block]:
    lead, rest = in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    legend = Paragraph(words(LEGEND), ParagraphKind.NOTE)
    yield from section(Heading("Chart"), *((picture, legend) if picture else ()), empty=NONE)
    yield from section(Heading("Reporting lines"), *_table(pack), empty=NONE)
    yield _how_to_read(pack)


def _picture(pack: GovernancePack) -> Picture | None:
    """The chart of the day; none where no line stood."""
    if not pack.standing:
        return None
    most = Page.LANDSCAPE.value
    png = governance_picture(governance_chart(pack.boards, pack.lines, pack.when, chart_sizes(most)))
    whole = Picture(png, alt_text(pack, most=ALT_TEXT_LIMIT), min(centimetres_of(png), most))
    return replace(whole, width=whole.width * min(1.0, HIGHEST / whole.height))


def _table(pack: GovernancePack) -> tuple[Block, ...]:
    columns = (
        Column("Board", 7.3),
        Column("Line", 3.8),
        Column("To", 7.8),
        Column("From", 3.6),
        Column("Until", 3.6),
    )
    names = {board.id: board.name for board in pack.boards}
    rows = tuple(_row(line, names[line.board_id]) for line in pack.standing)
    description = "One row for each reporting line of that day: board, kind of line, to whom, from, until."
    return (Table("Reporting lines", description, columns, rows),) if rows else ()


def _row(line: ReportingLine, board: str) -> tuple[Cell, ...]:
    return (
        cell(tidied(board)),
        cell(line.kind.capitalize()),
        cell(tidied(line.to_name)),
        cell(day(line.from_day) if line.from_day else ""),
        cell(day(line.until_day) if line.until_day else ""),
    )


def _how_to_read(pack: GovernancePack) -> Paragraph:
    said = " ".join((pack.partnership, *(line.to_name for line in pack.standing)))
    said += " ".join(f" {board.name} {board.short_name}" for board in pack.boards)
    short = [(board.short_name, board.name) for board in pack.boards if board.short_name != board.name]
    parts = ["A dash: no first or no last day is known.", *written_out(said, short)]
    return Paragraph(words(" ".join(parts)), ParagraphKind.NOTE)

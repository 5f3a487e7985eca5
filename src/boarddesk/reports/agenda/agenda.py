"""The agenda in Word: when and where, what is asked, the business with its times, who comes, the papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
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
from boarddesk.rules.agenda import wording
from boarddesk.rules.agenda.item import Purpose
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.agenda.pack import AgendaPack
from boarddesk.rules.edition import FOR_MEMBERS, PUBLISHED
from boarddesk.rules.people import Board
from boarddesk.rules.wording import bound, day, sentence, tidied

NONE = "None."
COLUMNS = (
    Column("Item", 1.1),
    Column("Start", 1.4),
    Column("Business", 6.0),
    Column("Purpose", 2.3),
    Column("Lead", 2.6),
    Column("Minutes", 1.8),
    Column("Papers", 2.2),
)


def agenda_document(pack: AgendaPack) -> Document:
    """The agenda of a pack, for members or for the public."""
    return composed("agenda", tuple(_blocks(pack)), tuple(_facts(pack)), pack)


def composed(noun: str, blocks: Sequence[Block], facts: Sequence[str], pack: AgendaPack) -> Document:
    """A document of a meeting, with the abbreviations it uses at its end."""
    footer = (pack.title, noun, pack.edition.in_brief(pack.as_at))
    document = Document(
        title=bound(f"{pack.board.name}: {noun}, {day(pack.meeting.date)}"),
        blocks=tuple(blocks),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=" · ".join(part for part in footer if part),
        edition=pack.edition.said,
    )
    return with_abbreviations(document, pack.board)


def with_abbreviations(document: Document, board: Board) -> Document:
    """The same with what its abbreviations stand for at its end, the board's own among them."""
    own = ((board.short_name, board.name),) if board.short_name not in ("", board.name) else ()
    if short := written_out(document.all_words(), own):
        told = Paragraph(words(" ".join(short)), ParagraphKind.NOTE)
        return replace(document, blocks=(*document.blocks, told))
    return document


def _facts(pack: AgendaPack) -> Iterator[str]:
    yield pack.partnership
    yield f"meeting {pack.title}"
    yield f"chair {pack.chair}" if pack.chair else ""
    yield f"prepared by {tidied(pack.author)}" if tidied(pack.author) else ""
    yield pack.edition.with_day(pack.as_at)
    yield PUBLISHED if pack.for_publication else FOR_MEMBERS if pack.restricted else ""


def _blocks(pack: AgendaPack) -> Iterator[Block]:
    if pack.is_cancelled:
        yield Paragraph(words(bold("This meeting was cancelled."), " Its agenda is kept."))
    yield Paragraph(
        words(bold(wording.when(pack)), f" {wording.where(pack)} ", bold(wording.asked(pack))),
        ParagraphKind.IN_SHORT,
    )
    if pack.meeting.agenda_reopened_why:
        yield Paragraph(
            words(bold("What changed:"), f" {sentence(tidied(pack.meeting.agenda_reopened_why))}")
        )
    yield Heading("Business")
    yield from _business(pack)
    for row in pack.late:
        yield Paragraph(words(wording.late_told(row)))
    if pack.restricted:
        yield Heading("Not open to the public")
        yield Items(tuple(words(wording.not_open(row, pack)) for row in pack.restricted))
    if expected := wording.expected(pack):
        yield Heading("Who is expected")
        yield Paragraph(words(expected))
    if pack.between:
        yield Heading("Decided between meetings")
        yield Items(tuple(words(line) for line in pack.between))
    papers = [wording.paper_line(paper, pack) for paper in pack.numbered]
    awaited = any(row.item.papers_wanted for row in pack.agenda.items)
    empty = "None named yet." if awaited else NONE
    yield from section(Heading("Papers"), *bullets(papers, numbered=True), empty=empty)
    coming = [wording.coming_told(each) for each in pack.coming]
    yield from section(Heading("Next meetings"), *bullets(coming), empty="None planned.")


def _business(pack: AgendaPack) -> Iterator[Block]:
    if not pack.agenda.rows:
        yield Paragraph(words(NONE))
        return
    yield Table(
        "Business",
        "One row for each item: when it begins, its purpose, who leads it, its minutes and its papers.",
        COLUMNS,
        tuple(_row(row, pack) for row in pack.agenda.rows),
    )
    yield Paragraph(words(wording.length_told(pack)), ParagraphKind.NOTE)


def _row(row: AgendaRow, pack: AgendaPack) -> tuple[Cell, ...]:
    item = row.item
    title = bound(tidied(item.title))
    marks = [
        word for word, there in (("restricted", row in pack.restricted), ("late", item.is_late)) if there
    ]
    after = f" ({', '.join(marks)})" if marks else ""
    business = cell(words(bold(title), after)) if row.is_heading else cell(f"{title}{after}")
    purpose = item.purpose.capitalize() or "–"
    minutes = str(row.minutes) if row.is_heading or item.minutes is not None else "–"
    if row.is_heading:
        return (cell(row.number), cell(row.starts or "–"), business, *map(cell, ("–", "–", minutes, "–")))
    return (
        cell(row.number),
        cell(row.starts or "–"),
        business,
        cell(words(bold(purpose))) if item.purpose is Purpose.DECISION else cell(purpose),
        cell(wording.initialled(item.lead.name) or "–"),
        cell(minutes),
        cell(wording.papers_cell(row, pack)),
    )

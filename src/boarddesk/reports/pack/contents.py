"""The list of contents that opens a pack: what stands where, what came late, was replaced or left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Run,
    Table,
    Text,
    bold,
    bullets,
    cell,
    words,
)
from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.edition import FOR_MEMBERS, PUBLISHED
from boarddesk.rules.pack import wording
from boarddesk.rules.pack.numbering import PAGE_LINK, Numbering, said_span
from boarddesk.rules.pack.pack import AGENDA, CONTENTS, MeetingPack, PackItem, PackPaper
from boarddesk.rules.pack.wording import PaperLook, called
from boarddesk.rules.wording import bound, day, lower_first, tidied

NONE, NO_PAGES = "None", "–"
STANDS = "The page stands at the foot of every page, under the paper’s own number. Each paper is a link."


@dataclass(frozen=True)
class PackLayout:
    """What is known once the papers are opened: the numbers of their pages, and what binding found out.

    Without numbers the pack is a folder; `files` are then the names of its papers by their keys.
    """

    numbering: Numbering | None = None
    looks: Mapping[str, PaperLook] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    why_a_folder: str = ""


def contents_document(pack: MeetingPack, layout: PackLayout) -> Document:
    """The list of contents of a pack, or of a folder of papers."""
    return Document(
        title=bound(f"{pack.board.name}: pack, {day(pack.day)}"),
        blocks=tuple(_blocks(pack, layout)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in _facts(pack) if fact),
        partnership=pack.partnership or pack.board.name,
        footer=f"{pack.title} · pack · {pack.edition.in_brief(pack.as_at)}",
        edition=pack.edition.said,
        copy=_copy(pack),
    )


def _copy(pack: MeetingPack) -> str:
    if pack.for_publication:
        return PUBLISHED
    return FOR_MEMBERS if any(paper.is_restricted for paper in pack.papers) else ""


def _facts(pack: MeetingPack) -> Iterator[str]:
    yield pack.partnership
    yield f"meeting {pack.title}"
    issued = pack.day_issued(0)
    yield f"issued {day(issued)}" if issued else ""
    yield f"by {tidied(pack.author)}" if tidied(pack.author) else ""
    yield pack.edition.with_day(pack.as_at)
    yield _copy(pack)


def _blocks(pack: MeetingPack, layout: PackLayout) -> Iterator[Block]:
    if layout.numbering is not None:
        lead, rest = wording.in_short(pack, layout.numbering)
        yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    else:
        yield Paragraph(
            words(bold("The papers stand beside this list."), f" {layout.why_a_folder}"),
            ParagraphKind.IN_SHORT,
        )
    yield Heading("Contents")
    yield _contents(pack, layout)
    if layout.numbering is not None:
        yield from _late(pack, layout.numbering)
        yield from _replaced(pack, layout.numbering)
        yield from _gone(pack, layout.numbering)
    yield Heading("Restricted papers")
    yield from _restricted(pack)
    yield from _looks(pack, layout)


# Contents


def _contents(pack: MeetingPack, layout: PackLayout) -> Table:
    last = Column("Pages", 2.7) if layout.numbering is not None else Column("File", 7.7)
    widths = (1.1, 5.9, 7.7) if layout.numbering is not None else (1.1, 4.3, 4.3)
    columns = (*(Column(*each) for each in zip(("Item", "Business", "Paper"), widths, strict=True)), last)
    issued = pack.agenda_issued_on
    agenda = f"Agenda, issued {day(issued)}" if issued else "Agenda, draft"
    rows: list[tuple[Cell, ...]] = [
        (cell(NO_PAGES), cell("This page"), cell("Contents"), _where(CONTENTS, layout)),
        (cell(NO_PAGES), cell("Agenda"), _linked(agenda, AGENDA, layout), _where(AGENDA, layout)),
    ]
    for item in pack.items:
        rows += _rows_of(item, pack, layout)
    note = STANDS if layout.numbering is not None else "The papers are numbered by their items."
    said = " ".join(each.said for row in rows for each in row)
    short = written_out(f"{said} {pack.board.name}", ())
    return Table(
        "Contents",
        "One row for each paper of each item: the item, its business, the paper and where it stands.",
        columns,
        tuple(rows),
        note=words(" ".join((note, *short))),
    )


def _rows_of(item: PackItem, pack: MeetingPack, layout: PackLayout) -> Iterator[tuple[Cell, ...]]:
    business = cell(bound(tidied(item.item.title)))
    if not item.papers:
        yield cell(item.number), business, cell(NONE), cell(NO_PAGES)
    for paper in item.papers:
        name = called(paper, pack)
        if paper.paper.is_withdrawn:
            yield cell(item.number), business, cell(f"{name}: withdrawn"), cell(NO_PAGES)
        elif paper.paper.copy is None:
            yield cell(item.number), business, cell(name), cell("To follow")
        elif pack.is_left_out(paper):
            yield cell(item.number), business, cell(name), _where(paper.id, layout)
        else:
            yield cell(item.number), business, _linked(name, paper.id, layout), _where(paper.id, layout)


def _where(key: str, layout: PackLayout) -> Cell:
    if layout.numbering is None:
        return cell(layout.files.get(key, NO_PAGES))
    return cell(said_span(layout.numbering.numbers.get(key, ())))


def _linked(name: str, key: str, layout: PackLayout) -> Cell:
    """The name of a paper, which leads to its first page."""
    pages = layout.numbering.numbers.get(key) if layout.numbering is not None else None
    text: Text = (Run(name, link=f"{PAGE_LINK}{pages[0].said}"),) if pages else words(name)
    return cell(text)


# What came late, was replaced, fell away


def _late(pack: MeetingPack, numbering: Numbering) -> Iterator[Block]:
    items = {paper.id: item for item in reversed(pack.items) for paper in item.papers}
    for supplement, papers in wording.supplements(pack, numbering).items():
        issued = pack.day_issued(supplement)
        yield Heading(f"Supplement {supplement}, {f'issued {day(issued)}' if issued else 'not issued yet'}")
        yield Table(
            f"Supplement {supplement}",
            "One row for each paper that came after the pack was issued.",
            (
                Column("Item", 1.1),
                Column("Paper", 5.9),
                Column("Why it comes late", 7.7),
                Column("Pages", 2.7),
            ),
            tuple(
                (
                    cell(items[paper.id].number),
                    cell(called(paper, pack)),
                    cell(_why_late(items[paper.id], paper)),
                    cell(said_span(numbering.numbers[paper.id])),
                )
                for paper in papers
            ),
        )


def _why_late(item: PackItem, paper: PackPaper) -> str:
    if item.item.is_late:
        return bound(tidied(item.item.late_why))
    return f"It came on {day(paper.paper.copy.taken_in_on)}." if paper.paper.copy else ""


def _replaced(pack: MeetingPack, numbering: Numbering) -> Iterator[Block]:
    replaced = [paper for paper in pack.bound if pack.is_replaced(paper)]
    if not replaced:
        return
    yield Heading("Replaced pages")
    yield Table(
        "Replaced pages",
        "One row for each paper that was replaced after it was issued: its pages, what changed and the day.",
        (Column("Page", 2.3), Column("Paper", 5.4), Column("What changed", 7.1), Column("On", 2.6)),
        tuple(_replaced_row(paper, pack, numbering) for paper in replaced),
    )


def _replaced_row(paper: PackPaper, pack: MeetingPack, numbering: Numbering) -> tuple[Cell, ...]:
    copy = paper.paper.copy
    assert copy is not None
    return (
        cell(said_span(numbering.numbers[paper.id])),
        cell(called(paper, pack)),
        cell(bound(tidied(copy.what_changed)) or "Not said"),
        cell(day(copy.taken_in_on)),
    )


def _gone(pack: MeetingPack, numbering: Numbering) -> Iterator[Block]:
    gone = list(wording.fell_away(pack, numbering))
    if gone:
        yield Heading("Pages that fell away")
        yield from bullets([words(bold(f"{pages}."), f" {bound(why)}") for pages, why in gone])


def _restricted(pack: MeetingPack) -> Iterator[Block]:
    told = [
        words(
            bold(f"Item {item.number}, {lower_first(called(paper, pack))}."), f" {_restriction(item, pack)}"
        )
        for item in pack.items
        for paper in item.papers
        if paper.is_restricted and not paper.paper.is_withdrawn
    ]
    yield from bullets(told) or (Paragraph(words(f"{NONE}.")),)


def _restriction(item: PackItem, pack: MeetingPack) -> str:
    where = "Left out of this copy." if pack.for_publication else "For members only, not for publication."
    return f"{where} {wording.restriction(item.item)}".strip()


def _looks(pack: MeetingPack, layout: PackLayout) -> Iterator[Block]:
    told = [
        sentence
        for paper in pack.bound
        if paper.id in layout.looks and not pack.is_left_out(paper)
        for sentence in wording.about(paper, layout.looks[paper.id], pack)
    ]
    if told:
        yield Heading("How the papers came")
        yield from bullets(told)

"""Packs of meetings for tests, and an office program that needs none to be installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import docx
import pikepdf
from docx.oxml.ns import qn
from pikepdf import Array, Dictionary, Name, String
from tests.reports.pack.papers import tagged_paper

from boarddesk.reports.document import Document, Heading, Paragraph, words
from boarddesk.reports.pack.converter import Converter
from boarddesk.reports.pack.finished import FinishedPack, PaperFile
from boarddesk.reports.word import writer
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.edition import Edition
from boarddesk.rules.pack.numbering import IssuedPages
from boarddesk.rules.pack.pack import MeetingPack, PackItem, PackPaper
from boarddesk.rules.papers.paper import CopyKind, Paper, PaperCopy
from boarddesk.rules.people import Board

ISSUED, LATER, MEETING = date(2026, 6, 2), date(2026, 6, 5), date(2026, 6, 9)


@dataclass(frozen=True)
class PlainConverter(Converter):
    """Makes a tagged PDF of each Word document: its headings a page each, its links on the first of them."""

    program: Path = Path()

    def convert(self, papers: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
        return {paper: _converted(paper) for paper in papers}


def _converted(paper: Path) -> Path:
    word = docx.Document(str(paper))
    headings = [each.text for each in word.paragraphs if each.style and each.style.name == "Heading 1"]
    pdf = tagged_paper(paper.with_suffix(".pdf"), headings or ["No heading"])
    links = [link for link in word.element.body.iter(qn("w:hyperlink")) if link.get(qn("r:id"))]
    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        opened.pages[0].obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([60, 500 - 20 * place, 300, 515 - 20 * place]),
                    A=Dictionary(S=Name.URI, URI=String(word.part.rels[link.get(qn("r:id"))].target_ref)),
                    Contents=String("".join(each.text or "" for each in link.iter(qn("w:t")))),
                )
                for place, link in enumerate(links)
            ]
        )
        opened.save(pdf)
    return pdf


def copy_of(paper_id: str, name: str, *, changed: str = "", on: date = ISSUED) -> PaperCopy:
    return PaperCopy(f"c-{paper_id}", CopyKind.ORIGINAL, name, f"{paper_id}{changed}", 9, on, changed)


def item_of(
    number: int, title: str, *papers: PackPaper, restricted: bool = False, late: str = ""
) -> PackItem:
    item = AgendaItem(f"i{number}", "m", title, restricted=restricted, late_why=late)
    return PackItem(str(number), replace(item, exempt_paragraph=3 if restricted else None), papers)


def paper_of(number: int, title: str, item: int, name: str = "", *, restricted: bool = False) -> PackPaper:
    """The paper of that number; without the name of a file it is to follow."""
    copies = (copy_of(f"p{number}", name),) if name else ()
    return PackPaper(Paper(f"p{number}", "b", title, copies=copies), number, str(item), 1, restricted)


def pack_of(*items: PackItem) -> MeetingPack:
    return MeetingPack(
        "Northmoor SEND Partnership",
        Board("b", "SEND Improvement Board", "SIB"),
        "m",
        "SIB 2026/27 · 03",
        MEETING,
        items,
        ISSUED,
        Edition(1),
        agenda_issued_on=ISSUED,
        author="Joan Fairley",
    )


def as_issued(pack: MeetingPack, made: FinishedPack, on: date = ISSUED) -> MeetingPack:
    """The pack as it is once that was issued."""
    assert made.numbering
    copies = {paper.id: paper.paper.copy.sha256 for paper in pack.papers if paper.paper.copy}
    known = {given.key for given in pack.issued}
    given = [
        IssuedPages(key, pages[0].number, len(pages), pages[0].supplement, copies.get(key, ""))
        for key, pages in made.numbering.numbers.items()
        if key not in known
    ]
    days = {**pack.issued_on, (made.numbering.supplement if pack.issued else 0): on}
    return replace(pack, issued=(*pack.issued, *given), issued_on=days, edition=Edition(2), as_at=LATER)


def with_papers(pack: MeetingPack, number: int, *papers: PackPaper) -> MeetingPack:
    """The same with other papers on an item."""
    items = (replace(item, papers=papers) if item.number == str(number) else item for item in pack.items)
    return replace(pack, items=tuple(items))


def word_file(name: str, *headings: str) -> PaperFile:
    blocks = [(Heading(each), Paragraph(words("Words."))) for each in headings[1:]]
    document = Document(
        headings[0], (Paragraph(words("Words.")), *(each for pair in blocks for each in pair))
    )
    return PaperFile(name, writer.write(document))

"""A pack made of what came: one PDF that leads everywhere, or a folder that says why it is one."""

from __future__ import annotations

import io
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from tests.reports.pack.meeting_packs import (
    LATER,
    PlainConverter,
    as_issued,
    copy_of,
    item_of,
    pack_of,
    paper_of,
    with_papers,
    word_file,
)
from tests.reports.pack.papers import plain_paper, scanned_paper, tagged_paper
from tests.reports.pack.test_binding import headings_of, page_of, read

from boarddesk.reports.accessibility.checker import findings_of
from boarddesk.reports.document import Document
from boarddesk.reports.pack.bindery import NO_ANSWER, NO_PROGRAM, make_pack
from boarddesk.reports.pack.converter import Converter, installed_converter
from boarddesk.reports.pack.finished import PaperFile
from boarddesk.reports.word import writer
from boarddesk.rules.edition import DRAFT
from boarddesk.rules.pack.numbering import said_span
from boarddesk.rules.pack.pack import MeetingPack
from boarddesk.rules.refused import FileProblem

AGENDA = word_file("Agenda.docx", "SEND Improvement Board: agenda")
CONVERTER = PlainConverter()


@pytest.fixture
def files(tmp_path: Path) -> dict[str, PaperFile]:
    made = {
        "p1": tagged_paper(tmp_path / "minutes.pdf", ["Minutes", "Matters arising"]),
        "p2": plain_paper(tmp_path / "log.pdf", ["Action log", "More actions", "Even more"]),
        "p3": scanned_paper(tmp_path / "case.pdf"),
        "p4": tagged_paper(tmp_path / "risks.pdf", ["Secret risk"]),
        "p5": tagged_paper(tmp_path / "request.pdf", ["Request", "Costs"]),
    }
    return {key: PaperFile(path.name, path.read_bytes()) for key, path in made.items()}


@pytest.fixture
def pack() -> MeetingPack:
    return pack_of(
        item_of(1, "Welcome and quorum"),
        item_of(2, "Minutes of 12 May 2026", paper_of(1, "Minutes, draft", 2, "minutes.pdf")),
        item_of(
            3,
            "Action log",
            paper_of(2, "Action log", 3, "log.pdf"),
            replace(paper_of(3, "Case for spending", 3, "case.pdf"), place=2),
        ),
        item_of(4, "Risk register", paper_of(4, "Risks", 4, "risks.pdf", restricted=True), restricted=True),
        item_of(5, "A new date", paper_of(5, "Request for a new date", 5), late="They answered on 4 June."),
    )


def rows_of(document: Document, title: str = "Contents") -> list[list[str]]:
    table = next(each for each in document.tables() if each.title == title)
    return [[cell.said for cell in row] for row in table.rows]


def links_of(pdf: pypdf.PdfReader) -> list[Any]:
    """Those of the first page."""
    return [annotation.get_object() for annotation in pdf.pages[0].get("/Annots", [])]


def words_of(document: Document) -> str:
    held = io.BytesIO(writer.write(document))
    return "\n".join(each.text for each in docx.Document(held).paragraphs)


def test_every_paper_stands_with_its_item_and_each_leads_to_its_page(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    made = make_pack(pack, AGENDA, files, CONVERTER)
    assert rows_of(made.document) == [
        ["–", "This page", "Contents", "1"],
        ["–", "Agenda", "Agenda, issued 2\N{NO-BREAK SPACE}June 2026", "2"],
        ["1", "Welcome and quorum", "None", "–"],
        ["2", "Minutes of 12\N{NO-BREAK SPACE}May 2026", "Paper 1, minutes, draft", "3 to 4"],
        ["3", "Action log", "Paper 2, action log", "5 to 7"],
        ["3", "Action log", "Paper 3, case for spending", "8 to 9"],
        ["4", "Risk register", "Paper 4, risks", "10"],
        ["5", "A new date", "Paper 5, request for a new date", "To follow"],
    ]
    pdf = read(made.pdf)
    places = {page.indirect_reference.idnum: place for place, page in enumerate(pdf.pages, start=1)}
    led = {link["/Contents"]: places[link["/A"]["/D"][0].indirect_reference.idnum] for link in links_of(pdf)}
    assert led == {
        "Agenda, issued 2\N{NO-BREAK SPACE}June 2026": 2,
        "Paper 1, minutes, draft": 3,
        "Paper 2, action log": 5,
        "Paper 3, case for spending": 8,
        "Paper 4, risks": 10,
    }
    assert "Item 3 · page 6 of 10" in pdf.pages[5].extract_text()
    assert "Agenda · page 2 of 10" in pdf.pages[1].extract_text()
    top = [entry for entry in pdf.outline if not isinstance(entry, list)]
    assert [(entry.title, page_of(pdf, entry)) for entry in top] == [
        ("Contents", 1),
        ("Agenda", 2),
        ("2 Minutes of 12 May 2026", 3),
        ("3 Action log", 5),
        ("4 Risk register", 10),
    ]


def test_papers_nobody_can_hear_are_named(pack: MeetingPack, files: Mapping[str, PaperFile]) -> None:
    said = words_of(make_pack(pack, AGENDA, files, CONVERTER).document)
    assert "Paper 2, action log, has no tags" in said
    assert "Paper 3, case for spending, is a scan" in said
    assert "is drawn at 97% to make room for the page numbers: its pages 1 and 2." in said
    assert "Paper 1, minutes" not in said.split("How the papers came")[1]


def test_a_late_paper_is_a_supplement_and_no_issued_number_moves(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    first = make_pack(pack, AGENDA, files, CONVERTER)
    late = with_papers(as_issued(pack, first), 5, paper_of(5, "Request for a new date", 5, "request.pdf"))
    second = make_pack(late, AGENDA, files, CONVERTER)
    assert first.numbering and second.numbering
    moved = {
        key
        for key, pages in first.numbering.numbers.items()
        if second.numbering.numbers[key][: len(pages)] != pages
    }
    assert not moved
    assert rows_of(second.document)[-1][-1] == "S1-1 to S1-2"
    assert rows_of(second.document, "Supplement 1") == [
        ["5", "Paper 5, request for a new date", "They answered on 4\N{NO-BREAK SPACE}June.", "S1-1 to S1-2"]
    ]
    assert "No page number has moved since 2\N{NO-BREAK SPACE}June." in words_of(second.document)
    pdf = read(second.pdf)
    assert pdf.page_labels[-2:] == ["S1-1", "S1-2"]
    assert pdf.pages[-1].extract_text().endswith("Item 5 · page S1-2")
    assert "Supplement 1, issued 5\N{NO-BREAK SPACE}June 2026" in words_of(second.document)
    draft = make_pack(replace(late, edition=DRAFT), AGENDA, files, CONVERTER)
    assert "Supplement 1, not issued yet" in words_of(draft.document)
    assert not make_pack(as_issued(late, second, LATER), AGENDA, files, CONVERTER).supplement


def test_a_list_of_contents_that_grew_after_the_issue_is_stamped_with_its_letters(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    issued = as_issued(pack, make_pack(pack, AGENDA, files, CONVERTER))
    longer = replace(issued, title="SIB two pages")

    class Longer(PlainConverter):
        def convert(self, papers: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
            made = dict(super().convert(papers, folder))
            for paper, pdf in made.items():
                if paper.name.startswith("contents"):
                    tagged_paper(pdf, ["Contents", "More contents"])
            return made

    made = make_pack(longer, AGENDA, files, Longer())
    assert rows_of(made.document)[0][-1] == "1 to 1a"
    pages = read(made.pdf).pages
    assert "Contents · page 1a of 10" in pages[1].extract_text()
    assert "Agenda · page 2 of 10" in pages[2].extract_text()
    word = docx.Document(io.BytesIO(writer.write(made.document, of_pages=0)))
    assert "Page" not in word.sections[0].footer.paragraphs[0].text


def test_a_replaced_paper_keeps_its_pages_or_says_what_changed(
    pack: MeetingPack, files: dict[str, PaperFile], tmp_path: Path
) -> None:
    issued = as_issued(pack, make_pack(pack, AGENDA, files, CONVERTER))
    paper = issued.items[1].papers[0]
    newer = copy_of("p1", "minutes.pdf", changed="The vote of item 5", on=date(2026, 6, 4))
    replaced = with_papers(issued, 2, replace(paper, paper=replace(paper.paper, copies=(newer,))))
    same = make_pack(replaced, AGENDA, files, CONVERTER)
    assert rows_of(same.document, "Replaced pages") == [
        ["3 to 4", "Paper 1, minutes, draft", "The vote of item 5", "4\N{NO-BREAK SPACE}June 2026"]
    ]
    longer = tagged_paper(tmp_path / "longer.pdf", ["Minutes", "Matters", "More"]).read_bytes()
    grown = make_pack(replaced, AGENDA, {**files, "p1": PaperFile("minutes.pdf", longer)}, CONVERTER)
    assert said_span(grown.numbering.numbers["p1"] if grown.numbering else ()) == "3 to 4a"
    shorter = tagged_paper(tmp_path / "shorter.pdf", ["Minutes"]).read_bytes()
    shrunk = make_pack(replaced, AGENDA, {**files, "p1": PaperFile("minutes.pdf", shorter)}, CONVERTER)
    assert "4. Paper 1, minutes, draft, is shorter now." in words_of(shrunk.document)
    assert "5 to 7" in rows_of(shrunk.document)[4]


def test_a_withdrawn_paper_leaves_its_numbers_unused_and_says_why(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    issued = as_issued(pack, make_pack(pack, AGENDA, files, CONVERTER))
    paper = issued.items[1].papers[0]
    gone = replace(paper.paper, withdrawn_on=LATER, withdrawn_why="the figures were last year's")
    made = make_pack(with_papers(issued, 2, replace(paper, paper=gone)), AGENDA, files, CONVERTER)
    said = words_of(made.document)
    assert "3 to 4. Paper 1, minutes, draft, was withdrawn: The figures were last year's." in said
    assert "Minutes" not in read(made.pdf).pages[2].extract_text()
    assert "page 5 of 10" in read(made.pdf).pages[2].extract_text()


def test_the_copy_for_everybody_is_without_restricted_papers_and_says_so(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    made = make_pack(replace(pack, for_publication=True), AGENDA, files, CONVERTER)
    assert ["4", "Risk register", "Paper 4, restricted", "10"] in rows_of(made.document)
    assert "Item 4, paper 4, restricted. Left out of this copy. Exempt under paragraph 3" in words_of(
        made.document
    )
    pdf = read(made.pdf)
    assert len(pdf.pages) == 9
    assert "of 10" in pdf.pages[1].extract_text(), "both copies count alike"
    assert not any("Secret risk" in page.extract_text() for page in pdf.pages)
    for inside in range(1, int(str(pdf.trailer["/Size"]))):
        held = pdf.get_object(inside)
        text = held.get_data() if isinstance(held, pypdf.generic.StreamObject) else str(held).encode()
        assert b"Secret risk" not in text
    assert made.document.copy == "Published copy"


def test_a_paper_on_two_items_is_bound_once(pack: MeetingPack, files: Mapping[str, PaperFile]) -> None:
    first = pack.items[1].papers[0]
    twice = with_papers(pack, 1, replace(first, item="1"))
    made = make_pack(twice, AGENDA, files, CONVERTER)
    rows = rows_of(made.document)
    assert rows[2][2:] == rows[3][2:] == ["Paper 1, minutes, draft", "3 to 4"]
    assert made.numbering and made.numbering.total == 10
    assert "Item 1 · page 3" in read(made.pdf).pages[2].extract_text()


def test_without_an_office_program_the_pack_is_a_folder_in_the_same_order(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    made = make_pack(replace(pack, for_publication=True), AGENDA, files, None)
    assert not made.pdf and made.numbering is None and made.why_a_folder == NO_PROGRAM
    assert (
        sorted(made.files)
        == list(made.files)
        == [
            "00 Contents.docx",
            "00-1 Agenda.docx",
            "02-1 Minutes, draft.pdf",
            "03-1 Action log.pdf",
            "03-2 Case for spending.pdf",
        ]
    )
    assert made.files["03-1 Action log.pdf"] == files["p2"].content
    assert ["3", "Action log", "Paper 2, action log", "03-1 Action log.pdf"] in rows_of(made.document)
    assert NO_PROGRAM in words_of(made.document)


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_an_office_program_that_hangs_leaves_a_folder_and_nothing_else(
    pack: MeetingPack, files: Mapping[str, PaperFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 300\n", "utf-8")
    program.chmod(0o755)
    made = make_pack(pack, AGENDA, files, Converter(program, seconds=0.5, seconds_a_paper=0))
    assert made.why_a_folder == NO_ANSWER and made.files and not made.pdf
    assert not list(scratch.iterdir())


def test_what_cannot_be_bound_is_said_by_name_and_nothing_is_left(
    pack: MeetingPack, files: dict[str, PaperFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    for name, content, said in (
        ("setup.exe", b"MZ", "“setup.exe” cannot stand in a pack"),
        ("minutes.pdf", b"%PDF-1.7 and no more", "“minutes.pdf” is damaged"),
    ):
        with pytest.raises(FileProblem, match=said):
            make_pack(pack, AGENDA, {**files, "p1": PaperFile(name, content)}, CONVERTER)
    assert not list(scratch.iterdir())


def test_a_pdf_is_known_by_what_it_holds_not_by_its_name(
    pack: MeetingPack, files: dict[str, PaperFile]
) -> None:
    named = {**files, "p1": PaperFile("Minutes of 12 May", files["p1"].content)}
    assert make_pack(pack, AGENDA, named, CONVERTER).numbering
    assert "02-1 Minutes, draft.pdf" in make_pack(pack, AGENDA, named, None).files


def test_a_paper_becomes_a_pdf_once_however_often_the_pack_is_made(
    pack: MeetingPack, files: dict[str, PaperFile]
) -> None:
    asked: list[str] = []

    class Counting(PlainConverter):
        def convert(self, papers: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
            asked.extend(paper.name for paper in papers)
            return super().convert(papers, folder)

    known: dict[bytes, bytes] = {}
    with_word = {**files, "p1": word_file("minutes.docx", "Minutes")}
    for _ in range(2):
        make_pack(pack, AGENDA, with_word, Counting(), known=known)
    assert sorted(asked) == ["000.docx", "001.docx", "contents-0.docx", "contents-0.docx"]


def test_the_list_of_contents_holds_every_accessibility_rule(
    pack: MeetingPack, files: Mapping[str, PaperFile]
) -> None:
    for made in (make_pack(pack, AGENDA, files, CONVERTER), make_pack(pack, AGENDA, files, None)):
        assert [finding for finding in findings_of(writer.write(made.document)) if not finding.advice] == []


def test_a_long_list_of_contents_counts_its_own_pages(files: Mapping[str, PaperFile]) -> None:
    items = [item_of(place, f"Business of item {place}") for place in range(1, 70)]
    pack = pack_of(*items, item_of(70, "Minutes", paper_of(1, "Minutes", 70, "minutes.pdf")))
    found = installed_converter()
    if found is None:
        pytest.skip("LibreOffice is not on this machine, and pages are not counted without")
    made = make_pack(pack, AGENDA, files, found)
    assert made.numbering
    own, pdf = len(made.numbering.numbers["contents"]), read(made.pdf)
    assert own > 1 and rows_of(made.document)[0][-1] == f"1 to {own}"
    assert len(pdf.pages) == made.numbering.total == own + 3
    assert f"Page {own} of {own + 3}" in pdf.pages[own - 1].extract_text()
    assert f"Agenda · page {own + 1} of {own + 3}" in pdf.pages[own].extract_text()


@pytest.mark.skipif(installed_converter() is None, reason="LibreOffice is not on this machine")
def test_documents_of_our_own_have_room_for_the_stamp_at_their_foot(
    pack: MeetingPack, files: Mapping[str, PaperFile], tmp_path: Path
) -> None:
    found = installed_converter()
    assert found
    made = read(make_pack(pack, AGENDA, files, found).pdf)
    content = made.pages[1].get_contents()
    assert content is not None and b"/Subtype /Footer" in content.get_data()


@pytest.mark.skipif(installed_converter() is None, reason="LibreOffice is not on this machine")
def test_word_papers_keep_every_heading_they_have_alone(
    pack: MeetingPack, files: dict[str, PaperFile], tmp_path: Path
) -> None:
    found = installed_converter()
    assert found
    word = word_file("minutes.docx", "Minutes", "Present", "Apologies", "Matters arising")
    alone = tmp_path / "alone.docx"
    alone.write_bytes(word.content)
    before = headings_of(pypdf.PdfReader(found.convert([alone], tmp_path)[alone]))
    assert before == Counter({"/H2": 3, "/H1": 1})
    made = make_pack(pack, AGENDA, {**files, "p1": word}, found)
    pdf = read(made.pdf)
    sections = sum(1 for block in made.document.sections())
    tagged = Counter({"/H1": 3, "/H2": 3 + sections})  # minutes, contents, agenda; “Secret risk” below
    assert headings_of(pdf) == tagged + Counter({"/H1": 1})
    links = links_of(pdf)
    assert all(link["/A"]["/S"] == "/GoTo" for link in links) and len(links) == 5

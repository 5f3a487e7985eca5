"""The page a list of contents prints is the page on which the section stands, or none is printed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from tests.reports.rendered import need_pages, pages_of_sections
from tests.reports.varied_reports import varied_report

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.document import Block, Contents, Document, Heading, Paragraph, ParagraphKind, words
from boarddesk.reports.layout import headings_after_overflows, known_pages, page_count
from boarddesk.reports.word.writer import write

HEADING_LEFT_ALONE, GAINS_BY_A_BREAK = 24, 15
QUICK = (0, 2, 5, GAINS_BY_A_BREAK, HEADING_LEFT_ALONE)
MANY = range(30)


def _printed(document: Document) -> list[str]:
    """The numbers in the list of contents, empty where there is none."""
    opened = docx.Document(io.BytesIO(write(document)))
    return [one.text.rpartition("\t")[2] for one in opened.paragraphs if one.style.name == "toc 1"]


def _listed(document: Document, pages: list[int]) -> list[int]:
    sections = document.sections()
    return [
        page
        for section, page in zip(sections, pages, strict=True)
        if any(section is one for one in document.listed_sections())
    ]


def _hold_against_pages(numbers: Sequence[int], scratch: Path) -> None:
    need_pages()
    documents = [varied_report(number) for number in numbers]
    printed = wrong = silent = sections = strayed = 0
    for document, pages in zip(documents, pages_of_sections(documents, scratch), strict=True):
        known = known_pages(document)
        sections += len(known)
        strayed += sum(one not in (None, page) for one, page in zip(known, pages, strict=True))
        if page_count(document) > 6:
            entries = zip(_printed(document), _listed(document, pages), strict=True)
            said = [(shown, page) for shown, page in entries]
            printed += len(said)
            silent += sum(not shown for shown, _ in said)
            wrong += sum(shown not in ("", str(page)) for shown, page in said)
    print(
        f"\nContents of {len(documents)} reports against rendered pages: {wrong} wrong "
        f"(of {printed} entries, {silent} without a number; of {sections} sections, {strayed} elsewhere)"
    )
    assert (wrong, strayed) == (0, 0)
    assert printed > 5
    assert silent < printed / 3


def test_every_number_in_the_contents_is_the_page_of_its_section(tmp_path: Path) -> None:
    _hold_against_pages(QUICK, tmp_path)


@pytest.mark.soak
def test_every_number_in_the_contents_of_thirty_reports_is_the_page_of_its_section(tmp_path: Path) -> None:
    _hold_against_pages(MANY, tmp_path)


def test_an_area_keeps_its_page_break_where_the_contents_gain_numbers_by_it() -> None:
    document = varied_report(GAINS_BY_A_BREAK)
    assert "" not in _printed(document)
    running = headings_after_overflows(document)
    assert running and all(heading.new_page for heading in running)


def test_a_heading_that_one_program_leaves_alone_at_the_foot_of_a_page_has_no_page() -> None:
    document = varied_report(HEADING_LEFT_ALONE)
    known = dict(zip((each.text for each in document.sections()), known_pages(document), strict=True))
    assert known["Attendance at the board"] is None
    assert list(known.values()).count(None) == 1


def _near_the_end_of_a_page(lines: int, notes: int) -> Document:
    """A section that begins near the end of a page: where it is very near, nobody can say on which."""
    filling = [Paragraph(words("A line.")) for _ in range(lines)]
    smaller = [Paragraph(words("A note."), ParagraphKind.NOTE) for _ in range(notes)]
    blocks: tuple[Block, ...] = (
        Contents(),
        Heading("First", new_page=True),
        *filling,
        *smaller,
        Heading("Second"),
    )
    return Document("Plan", blocks)


FILLED = [_near_the_end_of_a_page(lines, notes) for notes in range(8) for lines in range(28, 40)]


def test_where_a_hair_more_room_would_move_a_section_no_page_is_printed() -> None:
    seconds = [known_pages(document)[1] for document in FILLED]
    assert set(seconds) == {2, 3, None}
    assert seconds.count(None) < len(seconds) / 6
    assert _printed(FILLED[seconds.index(None)]) == ["2", ""]


def test_a_list_without_a_page_is_whole_for_readers_and_asks_nobody_anything() -> None:
    unsure = write(next(one for one in FILLED if None in known_pages(one)))
    assert [one for one in check(unsure) if not one.advice] == []
    with zipfile.ZipFile(io.BytesIO(unsure)) as package:
        said = b"".join(package.read(name) for name in ("word/document.xml", "word/settings.xml"))
    assert b"dirty" not in said and b"updateFields" not in said

"""Word files: the same bytes, exact text, the house style, and nothing a validator complains of."""

from __future__ import annotations

import io
import os
import re
import time
import zipfile
from pathlib import Path

import docx
import openxml_audit
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.reports.sample_documents import (
    columns,
    full_document,
    long_document,
    minutes_document,
    parts_of,
)
from tests.reports.word_templates import template

from boarddesk.reports.document import (
    Chip,
    Column,
    Document,
    Heading,
    Page,
    Paragraph,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.reports.word.text import LEFT_TO_RIGHT
from boarddesk.reports.word.writer import BASES, packed, write
from boarddesk.reports.xml_text import RUNS_LEFT, legal
from boarddesk.resources import resource

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
DOCUMENTS = {
    "full": full_document(),
    "landscape": full_document(page=Page.LANDSCAPE),
    "minutes": minutes_document(),
    "long": long_document(),
    "bare": Document("Nothing yet", (Paragraph(words("None this month.")),)),
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document: Document) -> docx.document.Document:
    return docx.Document(io.BytesIO(write(document)))


def part(document: Document, name: str) -> str:
    return parts_of(write(document))[name].decode("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(write(DOCUMENTS[name]))
    found = openxml_audit.OpenXmlValidator().validate(str(path))
    assert found.is_valid and not [str(error) for error in found.errors]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert write(DOCUMENTS[name]) == write(DOCUMENTS[name])


@pytest.mark.parametrize("name", ["full", "minutes", "long"])
@pytest.mark.parametrize("which", ["document", "styles", "numbering"])
def test_the_parts_are_what_they_were(name: str, which: str) -> None:
    """After a change that was meant and looked at: BOARDDESK_NEW_REFERENCE=1 keeps the new parts."""
    if os.environ.get("BOARDDESK_NEW_REFERENCE"):
        (REFERENCE / f"{name}-{which}.xml").write_text(part(DOCUMENTS[name], f"word/{which}.xml"), "utf-8")
    kept = (REFERENCE / f"{name}-{which}.xml").read_bytes()
    assert etree.canonicalize(part(DOCUMENTS[name], f"word/{which}.xml")) == etree.canonicalize(kept.decode())


@pytest.mark.parametrize("page", Page)
def test_the_base_documents_are_what_the_house_style_makes(page: Page) -> None:
    """After a change that was meant: `python3 dev.py templates` makes them anew."""
    kept = (resource("word") / BASES[page]).read_bytes()
    assert parts_of(kept) == parts_of(packed(template(page)))


def test_a_status_may_be_called_anything() -> None:
    odd = [
        Chip("So “so”", name, "FFFFFF", "0B0C0C") for name in ('Status "so"', "Status so", "Status\x00 & <")
    ]
    table = Table("T", "t", columns(("A", 4.0)), tuple((cell(chip),) for chip in odd))
    rows = opened(Document("T", (table, Paragraph(words("End."))))).tables[0].rows
    named = [row.cells[0].paragraphs[0].style.name for row in rows[1:]]
    assert named == ['Status "so"', "Status so", "Status\u2400 & <"]


def test_a_long_title_stands_whole_in_the_properties() -> None:
    title = "Improving " * 40 + "together"
    assert opened(Document(title, (Paragraph(words("End.")),))).core_properties.title == title


def test_no_clock_and_no_person_is_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(write(full_document()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = opened(full_document()).core_properties
    assert (core.author, core.last_modified_by, core.created) == ("", "", None)


def test_title_and_language_are_set() -> None:
    core = opened(full_document()).core_properties
    assert core.title == "Area 4 · Timely plans: highlight report"
    assert core.language == "en-GB"


def test_the_number_of_a_page_has_its_own_line_under_words_too_long_to_stand_beside_it() -> None:
    long = (
        "Northmoor SEND Improvement Board · draft of 30 November 2026, last change 18:34, as at 2 June 2026"
    )
    for footer, below in (("Improvement Board · version 3", False), (long, True)):
        made = Document("Letter", (Paragraph(words("Dear all,")),), footer=footer)
        assert ("<w:br/><w:tab/>" in part(made, "word/footer1.xml")) is below
        uncounted = parts_of(write(made, of_pages=0))["word/footer1.xml"].decode("utf-8")
        assert "<w:br/>" not in uncounted and "<w:tab/>" not in uncounted


def test_the_footer_counts_pages_with_results_kept() -> None:
    footer = part(long_document(), "word/footer1.xml")
    assert re.search(r'instr=" PAGE "><w:r><w:t>1<', footer)
    assert re.search(r'instr=" NUMPAGES "><w:r><w:t>9<', footer)


def test_the_first_page_is_headed_by_the_partnership_and_later_ones_by_the_title() -> None:
    section = opened(full_document()).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "Northmoor Partnership"
    assert section.header.paragraphs[0].text == "Area 4 · Timely plans: highlight report"


def test_each_numbered_list_begins_again_at_one() -> None:
    numbered = [p for p in opened(full_document()).paragraphs if p.style.name == "List Number"]
    lists = [p._p.pPr.numPr.numId.val for p in numbered]
    assert lists[0] == lists[1] != lists[2] == lists[3]
    assert part(full_document(), "word/numbering.xml").count("startOverride") == 2


def test_tables_tell_their_title_and_repeat_their_header() -> None:
    table = opened(full_document()).tables[0]
    assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "Actions not yet met"
    assert table._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val").startswith("One row")
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_the_first_row_of_a_table_keeps_with_the_second() -> None:
    rows = opened(full_document()).tables[0].rows
    kept = [all(p.paragraph_format.keep_with_next for p in row.cells[1].paragraphs) for row in rows]
    assert kept == [False, True, False, False]  # the header row keeps by its style


def test_a_status_is_a_paragraph_style_that_can_be_changed_for_another() -> None:
    document = opened(full_document())
    assert document.tables[0].cell(1, 4).paragraphs[0].style.name == "Status Not on track"
    names = {style.name for style in document.styles}
    assert {"Status Met", "Status Not known", "Level Extreme", "Level Low"} <= names


def test_bold_lives_in_paragraph_styles_and_not_in_the_table_style() -> None:
    root = etree.fromstring(part(full_document(), "word/styles.xml").encode())
    board = next(each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == "BoardTable")
    assert next(board.iter(f"{W}b"), None) is None


def test_shapes_stand_in_a_font_that_has_them() -> None:
    note = opened(full_document()).paragraphs[-1]
    assert [run.text for run in note.runs if run.style.name == "Shape"] == ["✔", "●", "◆"]


def test_the_contents_are_filled_in_with_the_pages() -> None:
    entries = [p.text for p in opened(long_document()).paragraphs if p.style.name == "toc 1"]
    assert entries[:2] == ["Area 1\t2", "Area 2\t3"]
    assert len(entries) == 8


def test_items_of_minutes_count_on_from_their_headings() -> None:
    body = opened(minutes_document()).paragraphs
    levels = [p._p.pPr.numPr.ilvl.val for p in body if p.style.name == "Heading 2"]
    assert levels == [0, 0]
    minute = next(p for p in body if p.style.name == "Minute paragraph")
    assert minute.style.element.pPr.numPr.ilvl.val == 1


def test_a_table_of_400_rows_is_written_in_the_blink_of_an_eye() -> None:
    row = tuple(cell(f"Some words in cell {number}") for number in range(7))
    table = Table("Long", "Many rows.", columns(*((f"C{n}", 2.4) for n in range(7))), (row,) * 400)
    started = time.perf_counter()
    write(Document("Long", (table, Paragraph(words("End.")))))
    assert time.perf_counter() - started < 3


def test_what_xml_cannot_hold_is_shown_and_nothing_vanishes() -> None:
    text = opened(Document("T", (Paragraph(words("a\x00b\x1bc\ufffed")),))).paragraphs[-1].text
    assert text == "a\u2400b\u241bc\ufffdd"


@given(st.text(min_size=1, max_size=80), st.booleans())
def test_any_text_comes_back_from_word_as_it_was(text: str, strong: bool) -> None:
    lead = bold(text) if strong else text
    table = Table(text, text, (Column(text, 8.0), Column("B", 8.0)), ((cell(text), cell("x")),))
    document = Document(
        text, (Paragraph(words(lead)), Heading(text), table, Paragraph(words("End."))), facts=text
    )
    back = opened(document)
    expected = re.sub(f"({RUNS_LEFT})", rf"\1{LEFT_TO_RIGHT}", legal(text))
    said = [p.text for p in back.paragraphs[:4]]
    assert said == [expected] * 4
    assert back.tables[0].cell(0, 0).text == back.tables[0].cell(1, 0).text == expected
    caption = back.tables[0]._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val")
    assert caption == legal(text)


def test_a_name_that_runs_from_right_to_left_leaves_the_line_around_it_in_order() -> None:
    name = "\u0623\u062d\u0645\u062f \u0627\u0644\u062e\u0637\u064a\u0628"
    xml = part(Document("T", (Paragraph(words(f"Lead {name}, 12 May.")),)), "word/document.xml")
    run = f"<w:r><w:rPr><w:rtl/></w:rPr><w:t>{name}</w:t></w:r><w:r><w:t>{LEFT_TO_RIGHT}</w:t></w:r>"
    before, after = xml.split(run)
    assert before.endswith("Lead </w:t></w:r>") and after.startswith(
        '<w:r><w:t xml:space="preserve">, 12 May.'
    )


@given(st.text(max_size=60))
def test_making_text_legal_once_is_enough_and_loses_no_character(text: str) -> None:
    folded = text.replace("\r\n", "\n")
    assert len(legal(text)) == len(folded)
    assert legal(legal(text)) == legal(text)

"""Each of the 22 rules: kept by what we write, and broken by one seeded fault."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.reports.sample_documents import full_document, long_document, minutes_document, parts_of

from boarddesk.reports.accessibility.checker import RULES
from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.document import Document, Page
from boarddesk.reports.word.writer import write, zipped
from boarddesk.rules.refused import FileProblem

GOOD = write(full_document())
LONG = write(long_document())
Parts = dict[str, bytes]
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"


def swap(part: str, old: str, new: str, *, count: int = 1) -> Callable[[Parts], None]:
    """Seeds a fault by changing the text of one part."""

    def change(parts: Parts) -> None:
        before = parts[part].decode()
        after = before.replace(old, new, count)
        assert after != before, f"nothing to seed in {part}"
        parts[part] = after.encode()

    return change


def into_body(xml: str) -> Callable[[Parts], None]:
    """Seeds a fault just before the end of the text."""
    return swap(DOCUMENT, "<w:sectPr>", f"{xml}<w:sectPr>")


def said(text: str, properties: str = "") -> str:
    return f'<w:p><w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def add(part: str, content: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[part] = content.encode()

    return change


def drop_pattern(part: str, pattern: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        before = parts[part].decode()
        parts[part] = re.sub(pattern, "", before).encode()
        assert parts[part].decode() != before

    return change


def floating(parts: Parts) -> None:
    swap(DOCUMENT, "<wp:inline ", "<wp:anchor ")(parts)
    swap(DOCUMENT, "</wp:inline>", "</wp:anchor>")(parts)


COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="1"/></w:comments>'
)
ROW = "<w:tr><w:tc><w:p/></w:tc></w:tr>"

FAULTS: list[tuple[int, str, Callable[[Parts], None]]] = [
    (
        1,
        "no title",
        swap("docProps/core.xml", "<dc:title>Area 4 · Timely plans: highlight report", "<dc:title>"),
    ),
    (
        1,
        "a title that says nothing",
        swap("docProps/core.xml", "Area 4 · Timely plans: highlight report", "doc1"),
    ),
    (1, "another title", swap("docProps/core.xml", "Area 4", "Area 5")),
    (2, "American defaults", swap(STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"')),
    (2, "no theme language", swap(SETTINGS, '<w:themeFontLang w:val="en-GB"/>', "")),
    (2, "no language property", swap("docProps/core.xml", "<dc:language>en-GB</dc:language>", "")),
    (2, "French words", into_body(said("Bonjour", '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>'))),
    (
        3,
        "two titles",
        into_body('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>B</w:t></w:r></w:p>'),
    ),
    (3, "a skipped level", swap(DOCUMENT, 'w:val="Heading2"', 'w:val="Heading3"')),
    (3, "an empty heading", into_body('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>')),
    (3, "a heading too long", swap(DOCUMENT, "Done this period", "Done this period " * 9)),
    (3, "bold for a heading", into_body(said("Our plans", "<w:rPr><w:b/></w:rPr>"))),
    (4, "no header row", swap(DOCUMENT, "<w:tblHeader/>", "")),
    (4, "no first column", swap(DOCUMENT, 'w:firstColumn="1"', 'w:firstColumn="0"')),
    (5, "merged cells", swap(DOCUMENT, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')),
    (5, "cells merged downwards", swap(DOCUMENT, "<w:tcPr>", "<w:tcPr><w:vMerge/>")),
    (6, "an empty cell", swap(DOCUMENT, "M. Adeyemi", "")),
    (6, "a table for placing", into_body(f"<w:tbl>{ROW}</w:tbl>")),
    (6, "a nested table", swap(DOCUMENT, "<w:tcPr>", f"<w:tbl>{ROW}</w:tbl><w:tcPr>")),
    (6, "a blank row", swap(DOCUMENT, "</w:tbl>", f"{ROW}</w:tbl>")),
    (7, "a row that splits", swap(DOCUMENT, "<w:cantSplit/>", "")),
    (7, "a heading left alone", swap(STYLES, "<w:keepNext/>", "", count=3)),
    (
        8,
        "no table title",
        swap(DOCUMENT, 'w:tblCaption w:val="Actions not yet met"', 'w:tblCaption w:val=""'),
    ),
    (8, "no table description", drop_pattern(DOCUMENT, r"<w:tblDescription [^>]*/>")),
    (9, "no alternative text", swap(DOCUMENT, 'descr="A white square for trying."', 'descr=""')),
    (9, "a file name for it", swap(DOCUMENT, 'descr="A white square for trying."', 'descr="image1.png"')),
    (9, "too long", swap(DOCUMENT, 'descr="A white', 'descr="' + "A white " * 20)),
    (10, "a floating picture", floating),
    (10, "a text box", into_body("<w:p><w:r><w:txbxContent/></w:r></w:p>")),
    (11, "click here", swap(DOCUMENT, "local offer of services", "click here")),
    (11, "an address to read", swap(DOCUMENT, "local offer of services", "https://example.org/x")),
    (12, "a typed bullet", into_body(said("• One more"))),
    (12, "typed numbers", into_body(said("1. One thing") + said("2. Another thing"))),
    (13, "an empty paragraph", into_body("<w:p/>")),
    (13, "spaces in a row", into_body(said("Here    there"))),
    (14, "pale grey words", into_body(said("Hardly seen", '<w:rPr><w:color w:val="BBBBBB"/></w:rPr>'))),
    (14, "a chip without contrast", swap(STYLES, 'w:fill="B10E1E"', 'w:fill="F5B8BE"')),
    (
        15,
        "a colour without its word",
        swap(DOCUMENT, '<w:t xml:space="preserve">\u00a0Not on track</w:t>', ""),
    ),
    (16, "a serif font", swap(STYLES, 'w:ascii="Arial"', 'w:ascii="Times New Roman"')),
    (16, "small type", into_body(said("Small", '<w:rPr><w:sz w:val="18"/></w:rPr>'))),
    (16, "justified", into_body('<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>Even</w:t></w:r></w:p>')),
    (16, "capitals", into_body(said("PLEASE READ ALL THIS FIRST"))),
    (16, "italics", into_body(said("a long passage that is set all in italics", "<w:rPr><w:i/></w:rPr>"))),
    (17, "no page numbers", swap("word/footer1.xml", "NUMPAGES", "DATE")),
    (17, "a field without a result", swap("word/footer1.xml", "<w:t>1</w:t>", "<w:t></w:t>")),
    (17, "said only in the header", swap("word/header1.xml", "Northmoor Partnership", "Secret Partnership")),
    (
        19,
        "protected",
        swap(SETTINGS, "<w:defaultTabStop", '<w:documentProtection w:edit="readOnly"/><w:defaultTabStop'),
    ),
    (20, "tracked changes", swap(DOCUMENT, "<w:sectPr>", "<w:p><w:ins/></w:p><w:sectPr>")),
    (20, "hidden text", into_body(said("Hidden", "<w:rPr><w:vanish/></w:rPr>"))),
    (20, "comments", add("word/comments.xml", COMMENTS)),
    (
        20,
        "an author",
        swap("docProps/core.xml", "<dc:language>", "<dc:creator>J. Smith</dc:creator><dc:language>"),
    ),
    (21, "an abbreviation", into_body(said("The EHCP is late."))),
    (21, "a long sentence", into_body(said(("word " * 26).strip() + "."))),
    (22, "a part missing", swap("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="gone.xml"')),
    (22, "a damaged part", swap(SETTINGS, "</w:settings>", "")),
    (22, "a picture that is nowhere", swap(DOCUMENT, 'r:embed="rId1"', 'r:embed="rId9"')),
]


@pytest.mark.parametrize(
    "document",
    [full_document(), full_document(page=Page.LANDSCAPE), minutes_document(), long_document()],
    ids=["portrait", "landscape", "minutes", "long"],
)
def test_what_we_write_breaks_no_rule(document: Document) -> None:
    assert not check(write(document))


@pytest.mark.parametrize(
    ("rule", "name", "fault"), FAULTS, ids=[f"{rule} {name}" for rule, name, _ in FAULTS]
)
def test_a_seeded_fault_is_found(rule: int, name: str, fault: Callable[[Parts], None]) -> None:
    parts = parts_of(GOOD)
    fault(parts)
    assert rule in {finding.rule for finding in check(zipped(parts))}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("no contents", drop_pattern(DOCUMENT, r"<w:instrText[^>]*> TOC [^<]*</w:instrText>")),
        (
            "contents that are empty",
            drop_pattern(DOCUMENT, r'(?<=<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>).*?(?=</w:p>)'),
        ),
    ],
)
def test_a_long_document_needs_contents(name: str, fault: Callable[[Parts], None]) -> None:
    parts = parts_of(LONG)
    fault(parts)
    assert 18 in {finding.rule for finding in check(zipped(parts))}


def test_contents_whose_sections_are_named_are_filled_in_whatever_pages_are_not_known() -> None:
    parts = parts_of(LONG)
    drop_pattern(
        DOCUMENT,
        r'(?<= \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)'
        r"<w:r><w:t>\d+</w:t></w:r>",
    )(parts)
    assert 18 not in {finding.rule for finding in check(zipped(parts))}


def test_every_rule_is_tried() -> None:
    assert {rule for rule, _, _ in FAULTS} | {18} == set(RULES) == set(range(1, 23))


def test_findings_say_where_and_what() -> None:
    parts = parts_of(GOOD)
    swap(DOCUMENT, "M. Adeyemi", "")(parts)
    (found,) = check(zipped(parts))
    assert found.place == "table 1 “Actions not yet met”, row 2, column 4"
    assert found.says == "The cell is empty: write “None” or a dash."


def test_words_are_advice_and_break_nothing() -> None:
    parts = parts_of(GOOD)
    into_body(said("The EHCP is late."))(parts)
    assert [finding.advice for finding in check(zipped(parts))] == [True]


@pytest.mark.parametrize("content", [b"", b"not a zip", zipped({"a.txt": b"x"}), GOOD[:500]])
def test_what_is_no_word_document_is_refused_calmly(content: bytes) -> None:
    with pytest.raises(FileProblem, match="not a Word document"):
        check(content)

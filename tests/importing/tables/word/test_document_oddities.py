"""Documents that other programs wrote oddly open all the same."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.importing.documents import REL, paragraph, row, table, word_file, zip_file

from boarddesk.importing.tables.source import read_tables

LINKS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
MACROS = (
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


def document(path: Path) -> Path:
    """A document of one table under a heading that is numbered."""
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="Odd"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    blocks = (paragraph("Area 4", style="Odd"), table(row("Ref", "Action")))
    return word_file(path, *blocks, parts={"styles": styles})


def changed(path: Path, part: str, old: str, new: str) -> Path:
    """The document with a piece of one part written otherwise."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    return zip_file(path, parts)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (LINKS, "</Rel", f'<Relationship Id="p" Type="{REL}/image" Target="media/gone.png"/></Rel'),
        (LINKS, "</Rel", f'<Relationship Id="p" Type="{REL}/footer" Target="NULL"/></Rel'),
        (TYPES, "</Types>", MACROS),
        (TYPES, "</Types>", '<Default Extension="xml" ContentType="text/odd"/></Types>'),
    ],
)  # fmt: skip
def test_a_missing_picture_or_a_kind_of_another_program_does_not_close_a_document(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    source = read_tables(changed(document(tmp_path / "a.docx"), part, old, new))
    assert [(text.text, text.level) for text in source.grids[0].before] == [("Area 4", 2)]
    assert [cell.text for cell in source.grids[0].rows[0]] == ["Ref", "Action"]


def test_broken_styles_cost_a_document_its_look_and_not_its_words(tmp_path: Path) -> None:
    path = changed(document(tmp_path / "a.docx"), "word/styles.xml", "</w:styles>", "<w:styles>")
    assert [cell.text for cell in read_tables(path).grids[0].rows[0]] == ["Ref", "Action"]


def test_a_document_without_styles_has_none_of_another(tmp_path: Path) -> None:
    """python-docx would put its own styles where a document has none, and make headings of plain lines."""
    path = word_file(tmp_path / "a.docx", paragraph("Plain", style="Odd"), table(row("Ref", "Action")))
    assert [text.level for text in read_tables(path).grids[0].before] == [0]

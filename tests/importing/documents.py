"""Fictional Word and Excel files made for tests, down to the XML where the oddity is the point."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WML}" xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STRICT = {
    WML: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    REL: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def paragraph(text: str, *, style: str = "", numbered: int = 0, level: int = 0, shading: str = "") -> str:
    """A paragraph; numbered names the list it is in."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbered}"/></w:numPr>'
    look = f'<w:rPr><w:shd w:val="clear" w:fill="{shading}"/></w:rPr>' if shading else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{look}<w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(
    text: str = "", *, fill: str = "", span: int = 1, merge: str = "", inner: str = "", properties: str = ""
) -> str:
    """A table cell: its text one paragraph a line, or ready XML."""
    tc = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    tc += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    tc += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    body = inner or "".join(paragraph(line) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{tc}{properties}</w:tcPr>{body}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; a plain text is a plain cell."""
    made = (one if one.startswith("<w:") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def word_file(path: Path, *blocks: str, parts: Mapping[str, str] | None = None, strict: bool = False) -> Path:
    """A Word document of these blocks, with styles, numbering or theme as further parts."""
    document = f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(parts or {}, 1)
    )
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _rels(
            f'<Relationship Id="r1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _rels(links),
        **{f"word/{name}.xml": text for name, text in (parts or {}).items()},
    }
    return zip_file(path, files, strict=strict)


def _rels(links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE_REL}">{links}</Relationships>'


def zip_file(path: Path, files: Mapping[str, str | bytes], *, strict: bool = False) -> Path:
    """A package of these parts, in the Strict names where told so."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            text = content.decode() if strict and isinstance(content, bytes) else content
            if strict and isinstance(text, str):
                for everyday, other in STRICT.items():
                    text = text.replace(everyday, other)
            package.writestr(name, text)
    return path


def made_strict(source: Path, path: Path) -> Path:
    """The same package with the Strict names."""
    with zipfile.ZipFile(source) as package:
        return zip_file(path, {one: package.read(one) for one in package.namelist()}, strict=True)


Value = str | int | float | bool | date | None
PLAN_HEADINGS = ("Ref", "Action", "By When", "Responsible Officer", "Action RAG", "KPI", "Progress")


def workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Value]]], *, day_format: str = "dd/mm/yyyy"
) -> Path:
    """A workbook of these sheets; dates are real dates."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": day_format})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, date):
                    sheet.write_datetime(at, column, datetime.combine(value, datetime.min.time()), day)
                elif value not in (None, ""):
                    sheet.write(at, column, value)
    book.close()
    return path


def plan_document(path: Path) -> Path:
    """A small plan as councils keep them: headings repeated, a row over the page, a step without ref."""
    heading = row(*PLAN_HEADINGS)
    return word_file(
        path,
        paragraph("Northmoor Improvement Plan", style="Title"),
        paragraph("Area 1 | Leadership is not joined up", style="Heading1"),
        paragraph("Area Leads – Rowan Vale (Council) / Ines Moor (Trust)"),
        paragraph("End Outcome - Leaders work as one"),
        table(
            heading,
            row(
                "1.1",
                "Adopt the strategy",
                "May 22",
                "Rowan Vale",
                cell(fill="0070C0"),
                "KPI: 90% adopt it",
                "MET",
            ),
            row(
                "",
                "Each agency signs it",
                "Nov 2022",
                "",
                cell(fill="00B050"),
                "",
                "Two of three have signed",
            ),
            row(
                "1.2", "Build the dashboard", "TBC", "Ines Moor", cell(fill="FFC000"), "KPI: monthly", "Begun"
            ),
        ),
        table(
            heading, row("", "", "", "", "", "", "and shown to the board"), row("1.10", "Publish it", "2023")
        ),
        paragraph("Area 2", style="Heading1"),
        table(
            heading, row("2.1", "Train the staff", "31/09/2022", "Ines Moor Rowan Vale", cell(fill="FF0000"))
        ),
    )

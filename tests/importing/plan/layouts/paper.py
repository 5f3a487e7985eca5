"""Word documents as people make them: headings, bullets and tables with merged, filled and nested cells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from tests.importing.documents import NAMESPACES
from tests.importing.plan.layouts.written import FILLS, Box, rows_of

STYLES = (("* ", "ListBullet"), ("# ", "ListNumber"))


def said(text: str, style: str = "", *, bold: bool = False) -> str:
    """A paragraph; \\v breaks its line, "* " at its head makes it a bullet, "# " a number Word counts."""
    for sign, its_style in STYLES:
        if text.startswith(sign):
            text, style = text[2:], its_style
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\v")
    )
    return f"<w:p>{properties}<w:r>{look}{words}</w:r></w:p>"


def title(text: str) -> str:
    """The title of the document."""
    return said(text, "Title")


def heading(text: str, level: int = 1) -> str:
    """A heading of Word's own."""
    return said(text, f"Heading{level}")


def grid(text: str, *, head: int = 1, fill: str = "head", bold: bool = True, **inner: str) -> str:
    """A table as `rows_of` reads it; short rows are filled up, the first `head` rows shaded and bold."""
    lines = rows_of(text)
    width = max(sum(box.span for box in line) for line in lines)
    made = ""
    for number, line in enumerate(lines):
        boxes = [*line, *[Box()] * (width - sum(box.span for box in line))]
        if number < head:
            boxes = [replace(box, fill=box.fill or FILLS.get(fill, ""), bold=bold) for box in boxes]
        made += f"<w:tr>{''.join(_cell(box, inner) for box in boxes)}</w:tr>"
    columns = '<w:gridCol w:w="1500"/>' * width
    look = '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{made}</w:tbl>"


def _cell(box: Box, inner: dict[str, str]) -> str:
    look = '<w:tcW w:w="1500" w:type="dxa"/>'
    look += f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    look += f'<w:vMerge w:val="{box.down}"/>' if box.down else ""
    look += f'<w:shd w:val="clear" w:color="auto" w:fill="{box.fill}"/>' if box.fill else ""
    bold = box.bold or box.kind == "bold"
    body = "".join(said(line, bold=bold) for line in box.text.split("\n") if line or not box.inner)
    if box.inner:
        # Word wants a paragraph after a table that ends a cell.
        body += inner[box.inner] + said("")
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{body}</w:tc>"


def write(path: Path, *blocks: str) -> Path:
    """The document of these blocks, with the styles Word gives everybody."""
    document = docx.Document()
    body = document.element.body
    for block in list(parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")):
        body.insert(len(body) - 1, block)
    document.save(str(path))
    return path

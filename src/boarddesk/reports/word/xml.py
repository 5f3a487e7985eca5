"""Exact text in XML: what may stand in a part, and how it is written."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from boarddesk.reports.house_style import SYMBOLS
from boarddesk.reports.xml_text import RUNS_LEFT, legal

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PIECES = re.compile(rf"([{SYMBOLS}]+|\n|\t|{RUNS_LEFT})")
LEFT_TO_RIGHT = "\u200e"
_RUNS_LEFT = re.compile(RUNS_LEFT)


def attribute(text: str) -> str:
    """A quoted attribute value; line feeds survive."""
    return quoteattr(legal(text), {"\n": "&#10;", "\t": "&#9;"})


def content(text: str) -> str:
    """Text between tags."""
    return escape(legal(text))


def _piece(piece: str, properties: str) -> str:
    if piece == "\n":
        return f"<w:r>{_wrapped(properties)}<w:br/></w:r>"
    if piece == "\t":
        return f"<w:r>{_wrapped(properties)}<w:tab/></w:r>"
    if piece[0] in SYMBOLS:
        properties = f'<w:rStyle w:val="Shape"/>{properties}'
    if _RUNS_LEFT.fullmatch(piece):
        # Word goes by the run, other programs by the mark after it: what follows is left to right again.
        left = f"<w:r>{_wrapped(f'{properties}<w:rtl/>')}<w:t>{escape(piece)}</w:t></w:r>"
        return f"{left}<w:r>{_wrapped(properties)}<w:t>{LEFT_TO_RIGHT}</w:t></w:r>"
    return f'<w:r>{_wrapped(properties)}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'


def _wrapped(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def runs(text: str, *, bold: bool | None = None) -> str:
    """Runs of a text: shapes in their own font, line feeds as breaks, tabs as tabs."""
    weight = {None: "", True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/><w:bCs w:val="0"/>'}[bold]
    return "".join(_piece(piece, weight) for piece in _PIECES.split(legal(text)) if piece)


def part(root: str, inside: str) -> bytes:
    """A whole part under its root element."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{inside}</w:{root}>".encode()

"""What python-docx has no call for, as elements: rows in bulk, fields, links, words for those who listen."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.shape import InlineShape
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from boarddesk.reports import house_style as house
from boarddesk.reports.house_style import Border
from boarddesk.reports.xml_text import legal

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEEP_SPACES = qn("xml:space")
_BREAKS = {"\n": "br", "\t": "tab"}
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_MARK = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def add(parent: Element, name: str, **values: str | int) -> Element:
    """An element of Word's own, last inside another."""
    element = etree.SubElement(parent, W + name)
    for key, value in values.items():
        element.set(W + key, str(value))
    return element


# Tables: python-docx walks a table anew for each cell it hands out, so rows are made here.


def describe_table(table: Table, title: str, description: str, *, width: int) -> None:
    """What the table is called, what it holds, its whole width, and that rows and columns are not banded."""
    properties = table._tbl.tblPr
    for whole in properties.iter(f"{W}tblW"):
        whole.set(f"{W}w", str(width))
        whole.set(f"{W}type", "dxa")
    for look in properties.iter(f"{W}tblLook"):
        look.set(f"{W}val", "06A0")
        look.set(f"{W}noHBand", "1")
    add(properties, "tblCaption", val=legal(title))
    add(properties, "tblDescription", val=legal(description))


def model_row(widths: Sequence[int], styles: Sequence[str], *, fill: str = "", low: bool = False) -> Element:
    """A row of empty paragraphs to copy; the words of a low one stand at the foot of their cells."""
    row = OxmlElement("w:tr")
    for width, style in zip(widths, styles, strict=True):
        cell = add(row, "tc")
        properties = add(cell, "tcPr")
        add(properties, "tcW", w=width, type="dxa")
        if fill:
            add(properties, "shd", val="clear", color="auto", fill=fill)
        if low:
            add(properties, "vAlign", val="bottom")
        add_cell_paragraph(cell, style)
    return row


def add_row(
    table: Table, model: Element, *, whole: bool = True, header: bool = False, height: int = 0
) -> list[Element]:
    """The cells of one more row like the model; a whole one does not go on over the page."""
    grid: Element = table._tbl
    row = deepcopy(model)
    grid.append(row)
    cells = list(row)
    if whole or height:
        properties = etree.Element(W + "trPr")
        row.insert(0, properties)
        if whole:
            add(properties, "cantSplit")
        if height:
            add(properties, "trHeight", val=height)
        if header:
            add(properties, "tblHeader")
    return cells


def first_paragraph(cell: Element) -> CT_P:
    """The paragraph a cell of a model begins with, after its properties."""
    return cast("CT_P", cell[1])


def add_cell_paragraph(cell: Element, style: str) -> CT_P:
    """One more paragraph in a cell."""
    paragraph = cast("CT_P", add(cell, "p"))
    add(add(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def shade(cell: Element, fill: str) -> None:
    """A fill behind a cell."""
    properties = cell[0]
    shading = add(properties, "shd", val="clear", color="auto", fill=fill)
    properties.insert(1, shading)


def add_run(paragraph: Paragraph, piece: str) -> Run:
    """A run of one piece: a line feed, a tab or words.

    python-docx's own reads a text letter by letter, which takes half the time of a large table.
    """
    element = cast("CT_R", add(paragraph._p, "r"))
    if piece in _BREAKS:
        add(element, _BREAKS[piece])
    else:
        words = add(element, "t")
        words.text = piece
        words.set(KEEP_SPACES, "preserve")
    return Run(element, paragraph)


# Pictures, lists, links, fields and bookmarks


def describe_picture(picture: InlineShape, alt: str, *, decorative: bool) -> None:
    """The words for a picture, or the mark that it needs none."""
    inline = picture._inline
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    properties = inline.docPr
    properties.set("descr", legal(alt))
    if decorative:
        extension = etree.SubElement(
            etree.SubElement(properties, f"{{{_DRAWN}}}extLst"), f"{{{_DRAWN}}}ext", uri=_DECORATIVE_MARK
        )
        mark = etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE})
        mark.set("val", "1")


def number(paragraph: Paragraph, list_id: int, *, level: int = 0) -> None:
    """The paragraph is an entry of a numbered list."""
    properties: Any = paragraph._p.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = list_id


def add_list(word: WordDocument, kind: int) -> int:
    """A numbered list of a kind that begins again at 1; its number."""
    made = word.part.numbering_part.element.add_num(kind - 1)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def add_minutes_list(word: WordDocument, number: str) -> int:
    """The list of one item of the minutes: its heading bears the number, its paragraphs count on from it.

    The number stands in the list as it is: business taken out of order, or under another item, is not what
    counting the headings would give.
    """
    numbering = word.part.numbering_part.element
    kinds = numbering.findall(qn("w:abstractNum"))
    (model,) = (kind for kind in kinds if kind.get(qn("w:abstractNumId")) == str(house.MINUTES_LIST - 1))
    kind, place = deepcopy(model), str(len(kinds))
    kind.set(qn("w:abstractNumId"), place)
    for level, pattern in zip(kind.findall(qn("w:lvl")), (f"{number}.", f"{number}.%2"), strict=True):
        level.find(qn("w:lvlText")).set(qn("w:val"), pattern)
        for tied in level.findall(qn("w:pStyle")):
            level.remove(tied)  # a style is tied to one list alone
    kinds[-1].addnext(kind)
    return int(numbering.add_num(int(place)).numId)


def link(paragraph: Paragraph, runs: Sequence[Run], address: str) -> None:
    """The runs lead to an address."""
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = add(paragraph._p, "hyperlink", history=1)
    element.set(qn("r:id"), key)
    element.extend(run._r for run in runs)


def link_within(paragraph: Paragraph, runs: Sequence[Run], bookmark: str) -> None:
    """The runs lead to a place in the document."""
    add(paragraph._p, "hyperlink", anchor=bookmark, history=1).extend(run._r for run in runs)


def begin_field(paragraph: Paragraph, instruction: str) -> list[Run]:
    """A field begins: what it counts by, before what it shows."""
    begin, told, shown = paragraph.add_run(), paragraph.add_run(), paragraph.add_run()
    add(begin._r, "fldChar", fldCharType="begin")
    words = add(told._r, "instrText")
    words.text = f" {instruction} "
    words.set(KEEP_SPACES, "preserve")
    add(shown._r, "fldChar", fldCharType="separate")
    return [begin, told, shown]


def end_field(paragraph: Paragraph) -> Run:
    """A field ends."""
    run = paragraph.add_run()
    add(run._r, "fldChar", fldCharType="end")
    return run


def bookmark(paragraph: Paragraph, place: int, name: str) -> None:
    """The words of a paragraph are a place to lead to."""
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(place), f"{W}name": name})
    first: Element = paragraph.runs[0]._r
    first.addprevious(start)
    add(paragraph._p, "bookmarkEnd", id=place)


def begin_bookmark(above: Paragraph, place: int, name: str) -> None:
    """All from below a paragraph on is one place, until it is ended."""
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(place), f"{W}name": name})
    last: Element = above._p
    last.addnext(start)


def end_bookmark(word: WordDocument, place: int) -> None:
    """The place ends with what is written now."""
    word.element.body.sectPr.addprevious(etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(place)}))


# The frame of the document


def set_title(word: WordDocument, title: str) -> None:
    """The title among the properties, the same as the heading: python-docx takes 255 letters at most."""
    word.core_properties._element.get_or_add_title().text = legal(title)


def begin_line(run: Run) -> None:
    """What the run holds begins a line of its own."""
    frame: Element = run._r
    frame.insert(0, etree.Element(f"{W}br"))


def count_pages(word: WordDocument, footer: Paragraph, pages: int) -> None:
    """How many pages there are, for those who read the footer before Word has counted."""
    frame: Element = footer._p
    *_, total = frame.iter(f"{W}t")
    total.text = str(pages)
    facts = word.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    facts._blob = facts.blob.replace(b"<Pages>1<", b"<Pages>%d<" % pages)


def keep_count(footer: Paragraph, pages: int) -> None:
    """The number of pages as it stands, which no program counts anew; with 0 the footer has none."""
    frame: Element = footer._p
    counted = list(frame)
    begins = next(place for place, part in enumerate(counted) if part.find(f"{W}tab") is not None)
    *_, field = frame.iter(f"{W}fldSimple")
    for run in list(field) if pages else ():
        field.addprevious(run)
    for part in (field,) if pages else counted[begins:]:
        frame.remove(part)


def speak(word: WordDocument, language: str) -> None:
    """The language of everything written."""
    for speech in word.styles.element.iter(f"{W}lang"):
        speech.set(f"{W}val", language)
        speech.set(f"{W}eastAsia", language)
    for speech in word.settings.element.iter(f"{W}themeFontLang"):
        speech.set(f"{W}val", language)


# Styles


def frame_paragraph(properties: Element, borders: Sequence[Border], fill: str) -> None:
    """Lines beside a paragraph and a fill behind it."""
    if borders:
        lines = add(properties, "pBdr")
        for border in borders:
            add(
                lines,
                border.side.value,
                val="double" if border.double else "single",
                sz=round(border.thickness * 8),
                space=border.space,
                color=border.colour,
            )
    if fill:
        add(properties, "shd", val="clear", color="auto", fill=fill)

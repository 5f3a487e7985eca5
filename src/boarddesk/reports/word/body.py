"""The body of a document: blocks into paragraphs, tables and pictures, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from boarddesk.reports import house_style as house
from boarddesk.reports.document import (
    EMPTY_CELL,
    Block,
    Cell,
    Chip,
    Column,
    ColumnKind,
    Contents,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    ParagraphKind,
    Picture,
    Run,
    Table,
    Text,
    Tint,
    words,
)
from boarddesk.reports.house_style import EMU_PER_CM, twips
from boarddesk.reports.layout import first_row_keeps, fitted, is_chart, known_pages, leads_to
from boarddesk.reports.word.styles import chip_keys
from boarddesk.reports.word.xml import attribute, part, runs

STYLE_KEYS = {
    ParagraphKind.NORMAL: "Normal",
    ParagraphKind.FACTS: "DocumentFacts",
    ParagraphKind.IN_SHORT: "InShort",
    ParagraphKind.BECAUSE: "Because",
    ParagraphKind.NOTE: "TableNote",
    ParagraphKind.CHART_TITLE: "ChartTitle",
    ParagraphKind.MINUTE: "MinuteParagraph",
    ParagraphKind.DECISION: "Decision",
    ParagraphKind.ACTION: "Action",
    ParagraphKind.CLOSING: "Closing",
}
LOOK = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)


@dataclass
class Parts:
    """What a body needs beside itself: its pictures, its links and its numbered lists, in order."""

    pictures: list[bytes] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    numbered_lists: list[int] = field(default_factory=list)

    def picture_id(self, png: bytes) -> str:
        """The relationship of a picture; the same bytes are kept once."""
        if png not in self.pictures:
            self.pictures.append(png)
        return f"rIdPicture{self.pictures.index(png) + 1}"

    def link_id(self, address: str) -> str:
        """The relationship of a link."""
        if address not in self.links:
            self.links.append(address)
        return f"rIdLink{self.links.index(address) + 1}"

    def list_id(self, entries: int) -> int:
        """The number of the next numbered list; one of ten and more leaves room for two digits."""
        wide = entries > house.MOST_NARROW_NUMBERS
        self.numbered_lists.append(house.WIDE_NUMBER_LIST if wide else house.NUMBER_LIST)
        return house.FIRST_RESTARTED_LIST + len(self.numbered_lists) - 1


def paragraph(style: str, inside: str, *, properties: str = "") -> str:
    """One paragraph; Normal is what a paragraph is when nothing is said."""
    named = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
    said = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{said}{inside}</w:p>"


def shade(fill: str) -> str:
    """A fill behind a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


class Body:
    """Writes the blocks of one document, collecting the parts they need."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.parts = Parts()
        self._keys = chip_keys(document)
        self._headings = [each for each in document.blocks if isinstance(each, Heading) and each.level == 2]
        self._drawn = 0
        self._open_bookmark = ""

    def xml(self, section: str) -> bytes:
        """word/document.xml, with the section properties given."""
        title = paragraph("Heading1", runs(self.document.title))
        facts = paragraph("DocumentFacts", runs(self.document.facts)) if self.document.facts else ""
        blocks = "".join(self._blocks())
        return part("document", f"<w:body>{title}{facts}{blocks}{self._open_bookmark}{section}</w:body>")

    def _blocks(self) -> Iterable[str]:
        blocks = self.document.blocks
        drawn_above = False
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            drawn = is_chart(block, following)
            if isinstance(block, Paragraph) and isinstance(following, Picture) and drawn:
                yield self._chart(block, following)
            elif not drawn_above:
                yield self._block(block, leads=leads_to(block, following))
            drawn_above = drawn

    def _chart(self, title: Paragraph, picture: Picture) -> str:
        """Finding and picture in one paragraph: no program can part them at the foot of a page."""
        return paragraph("ChartTitle", f"{self._runs(title.text)}<w:r><w:br/></w:r>{self._drawing(picture)}")

    def _block(self, block: Block, *, leads: bool) -> str:
        match block:
            case Paragraph():
                keep = "<w:keepNext/>" if leads or block.kind is ParagraphKind.CHART_TITLE else ""
                return paragraph(STYLE_KEYS[block.kind], self._runs(block.text), properties=keep)
            case Heading():
                return self._heading(block)
            case Items():
                return self._items(block, keep="<w:keepNext/>" if leads else "")
            case Table():
                return self._table(block)
            case Picture():
                return paragraph("Picture", self._drawing(block))
            case Contents():
                return self._contents(block)

    def _runs(self, text: Text) -> str:
        return "".join(
            self._linked(run) if run.link else runs(run.text, bold=run.bold or None) for run in text
        )

    def _linked(self, run: Run) -> str:
        inside = runs(run.text, bold=run.bold or None)
        styled = inside.replace("<w:r><w:t", '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t')
        return f'<w:hyperlink r:id="{self.parts.link_id(run.link)}" w:history="1">{styled}</w:hyperlink>'

    def _heading(self, heading: Heading) -> str:
        breaks = "<w:pageBreakBefore/>" if heading.new_page else ""
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{house.MINUTES_LIST}"/></w:numPr>'
        inside = runs(heading.text)
        if heading.level == 2:
            place = next(i for i, each in enumerate(self._headings, start=1) if each is heading)
            inside = (
                f'<w:bookmarkStart w:id="{place}" w:name="_Toc{place:06}"/>{inside}'
                f'<w:bookmarkEnd w:id="{place}"/>'
            )
        return paragraph(
            f"Heading{heading.level}", inside, properties=breaks + (numbered if heading.numbered else "")
        )

    def _items(self, items: Items, *, keep: str) -> str:
        if not items.numbered:
            return "".join(
                paragraph("ListBullet", self._runs(entry), properties=keep) for entry in items.entries
            )
        key = self.parts.list_id(len(items.entries))
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'
        return "".join(
            paragraph("ListNumber", self._runs(entry), properties=keep + number) for entry in items.entries
        )

    # Tables

    def _table(self, table: Table) -> str:
        widths = [twips(width) for width in fitted(table, self.document.page)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{LOOK}<w:tblCaption w:val={attribute(table.title)}/>'
            f"<w:tblDescription w:val={attribute(table.description)}/></w:tblPr>"
        )
        keeps = first_row_keeps(table, self.document.page)
        rows = "".join(
            self._row(table, row, widths=widths, first=place == 0 and keeps)
            for place, row in enumerate(table.rows)
        )
        note = paragraph("TableNote", self._runs(table.note)) if table.note else ""
        return (
            f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{self._header(table, widths)}{rows}</w:tbl>"
            f"{note}"
        )

    def _header(self, table: Table, widths: list[int]) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade(house.HEADER_FILL)}'
            '<w:vAlign w:val="bottom"/></w:tcPr>'
            f"{paragraph(self._heading_style(column), runs(column.title))}</w:tc>"
            for column, width in zip(table.columns, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    @staticmethod
    def _heading_style(column: Column) -> str:
        return "TableHeadingCentre" if column.kind is ColumnKind.CENTRED else "TableHeading"

    def _row(self, table: Table, row: tuple[Cell, ...], *, widths: list[int], first: bool) -> str:
        whole = "" if table.may_split(row) else "<w:cantSplit/>"
        height = f'<w:trHeight w:val="{twips(table.row_height)}"/>' if table.row_height else ""
        keep = "<w:keepNext/>" if first else ""
        cells = "".join(
            self._cell(
                each, self._cell_style(table, place), width=width, keep=keep, low=bool(table.row_height)
            )
            for place, (each, width) in enumerate(zip(row, widths, strict=True))
        )
        properties = f"<w:trPr>{whole}{height}</w:trPr>" if whole or height else ""
        return f"<w:tr>{properties}{cells}</w:tr>"

    @staticmethod
    def _cell_style(table: Table, place: int) -> str:
        if place == 0 and table.row_headings:
            return "TableRowHeading"
        return "TableCentre" if table.columns[place].kind is ColumnKind.CENTRED else "TableText"

    def _cell(self, each: Cell, style: str, *, width: int, keep: str, low: bool) -> str:
        """One cell; its words stand `low` in a row that somebody writes in, as above a line."""
        fill = "" if each.tint is Tint.NONE else shade(each.tint.value)
        fill += '<w:vAlign w:val="bottom"/>' if low else ""
        lines = each.lines or (words(EMPTY_CELL),)
        below = "TableText" if style == "TableRowHeading" else style
        inside = "".join(
            self._line(line, below if place else style, keep=keep) for place, line in enumerate(lines)
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{inside}</w:tc>'

    def _line(self, line: Line, style: str, *, keep: str) -> str:
        if isinstance(line, Chip):
            return paragraph(self._keys[line.style], runs(line.said), properties=keep)
        return paragraph(style, self._runs(line), properties=keep)

    # Pictures and contents

    def _drawing(self, picture: Picture) -> str:
        self._drawn += 1
        name, alt = f"Picture {self._drawn}", attribute(picture.alt)
        across, down = round(picture.width * EMU_PER_CM), round(picture.height * EMU_PER_CM)
        marked = DECORATIVE if picture.decorative else ""
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{across}" cy="{down}"/>'
            f'<wp:docPr id="{self._drawn}" name="{name}" descr={alt}>{marked}</wp:docPr>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{self._drawn}" name="{name}"/><pic:cNvPicPr/>'
            "</pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{self.parts.picture_id(picture.png)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def _contents(self, contents: Contents) -> str:
        pages = known_pages(self.document)
        listed = self.document.listed_sections()
        lines = [
            self._entry(place, heading.text, page=page)
            for place, (heading, page) in enumerate(zip(self._headings, pages, strict=True), start=1)
            if any(heading is each for each in listed)
        ]
        start = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "2-2" \\h \\z \\u \\b Listed </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        shown = [
            f"{start if place == 0 else ''}{line}{end if place == len(lines) - 1 else ''}"
            for place, line in enumerate(lines)
        ]
        breaks = "<w:pageBreakBefore/>" if contents.new_page else ""
        heading = paragraph("ContentsHeading", runs(contents.title), properties=breaks)
        key = len(self._headings) + 1
        self._open_bookmark = f'<w:bookmarkEnd w:id="{key}"/>'
        begin = f'<w:bookmarkStart w:id="{key}" w:name="Listed"/>'
        return heading + "".join(paragraph("TOC1", line) for line in shown) + begin

    @staticmethod
    def _entry(place: int, text: str, *, page: int | None) -> str:
        """A link with its page; where that is not known none is printed, until somebody updates the list.

        Nothing makes Word update it by itself: it would ask every reader first, about “other files”.
        """
        shown = "" if page is None else f"<w:r><w:t>{page}</w:t></w:r>"
        name = f"_Toc{place:06}"
        return (
            f'<w:hyperlink w:anchor="{name}" w:history="1">{runs(text)}<w:r><w:tab/></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
        )

"""The body of a document: blocks into paragraphs, tables and pictures, in order."""

from __future__ import annotations

import io

from docx.document import Document as WordDocument
from docx.shared import Emu, Twips
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from boarddesk.reports import house_style as house
from boarddesk.reports.document import (
    EMPTY_CELL,
    Block,
    Cell,
    Chip,
    ColumnKind,
    Contents,
    Document,
    Heading,
    Items,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    Tint,
    words,
)
from boarddesk.reports.house_style import EMU_PER_CM, twips
from boarddesk.reports.layout import first_row_keeps, fitted, is_chart, known_pages, leads_to
from boarddesk.reports.word import elements
from boarddesk.reports.word.styles import chip_keys
from boarddesk.reports.word.text import add_text, add_words

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
    ParagraphKind.SIGNATURE: "SignatureLine",
}


class Body:
    """Writes the blocks of one document into a document of Word that has its styles."""

    def __init__(self, document: Document, word: WordDocument) -> None:
        self.document, self.word = document, word
        # Normal is what a paragraph is when nothing is said.
        self._styles = {style.style_id: style for style in word.styles} | {"Normal": None}
        self._keys = chip_keys(document)
        self._sections = document.sections()
        self._listed = len(self._sections) + 1
        self._minutes_list = house.MINUTES_LIST

    def write(self) -> None:
        """Title, facts and every block."""
        add_words(self._paragraph("Heading1"), self.document.title)
        if self.document.facts:
            add_words(self._paragraph("DocumentFacts"), self.document.facts)
        blocks = self.document.blocks
        drawn_above = False
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            drawn = is_chart(block, following)
            if isinstance(block, Paragraph) and isinstance(following, Picture) and drawn:
                self._chart(block, following)
            elif not drawn_above:
                self._block(block, leads=leads_to(block, following))
            drawn_above = drawn
        if any(isinstance(block, Contents) for block in blocks):
            elements.end_bookmark(self.word, self._listed)

    def _paragraph(self, style: str, *, keep: bool = False, new_page: bool = False) -> WordParagraph:
        paragraph = self.word.add_paragraph(style=self._styles[style])
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        return paragraph

    def _block(self, block: Block, *, leads: bool) -> None:
        match block:
            case Paragraph():
                keep = leads or block.kind is ParagraphKind.CHART_TITLE
                paragraph = self._paragraph(STYLE_KEYS[block.kind], keep=keep)
                if block.kind is ParagraphKind.MINUTE:
                    elements.number(paragraph, self._minutes_list, level=1)
                add_text(paragraph, block.text)
            case Heading():
                self._heading(block)
            case Items():
                self._items(block, keep=leads)
            case Table():
                self._table(block)
            case Picture():
                self._picture(self._paragraph("Picture"), block)
            case Contents():
                self._contents(block)

    def _chart(self, title: Paragraph, picture: Picture) -> None:
        """Finding and picture in one paragraph: no program can part them at the foot of a page."""
        paragraph = self._paragraph("ChartTitle")
        add_text(paragraph, title.text)
        paragraph.add_run().add_break()
        self._picture(paragraph, picture)

    def _picture(self, paragraph: WordParagraph, picture: Picture) -> None:
        across, down = (Emu(round(side * EMU_PER_CM)) for side in (picture.width, picture.height))
        made = paragraph.add_run().add_picture(io.BytesIO(picture.png), across, down)
        elements.describe_picture(made, picture.alt, decorative=picture.decorative)

    def _heading(self, heading: Heading) -> None:
        paragraph = self._paragraph(f"Heading{heading.level}", new_page=heading.new_page)
        if heading.number:
            self._minutes_list = elements.add_minutes_list(self.word, heading.number)
            elements.number(paragraph, self._minutes_list)
        add_words(paragraph, heading.text)
        if heading.level == 2:
            place = next(i for i, each in enumerate(self._sections, start=1) if each is heading)
            elements.bookmark(paragraph, place, _mark(place))

    def _items(self, items: Items, *, keep: bool) -> None:
        list_id = 0
        if items.numbered:
            # One of ten and more leaves room for two digits.
            wide = len(items.entries) > house.MOST_NARROW_NUMBERS
            list_id = elements.add_list(self.word, house.WIDE_NUMBER_LIST if wide else house.NUMBER_LIST)
        for entry in items.entries:
            style = "ListNumber" if items.numbered else "MinuteBullet" if items.of_a_minute else "ListBullet"
            paragraph = self._paragraph(style, keep=keep)
            if items.numbered:
                elements.number(paragraph, list_id)
            add_text(paragraph, entry)

    # Tables

    def _table(self, table: Table) -> None:
        widths = [twips(width) for width in fitted(table, self.document.page)]
        made = self.word.add_table(0, len(widths), style=self._styles["BoardTable"])
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Twips(width)
        elements.describe_table(made, table.title, table.description, width=sum(widths))
        self._header_row(made, table, widths)
        below = [
            "TableCentre" if column.kind is ColumnKind.CENTRED else "TableText" for column in table.columns
        ]
        first = list(below)
        if table.row_headings:
            first[0], below[0] = "TableRowHeading", "TableText"
        model = elements.model_row(widths, first, low=table.row_height > 0)
        keeps, height = first_row_keeps(table, self.document.page), twips(table.row_height)
        for place, row in enumerate(table.rows):
            cells = elements.add_row(made, model, whole=not table.may_split(row), height=height)
            for each, cell, style in zip(row, cells, below, strict=True):
                self._cell(each, cell, below=style, keep=place == 0 and keeps)
        if table.note:
            add_text(self._paragraph("TableNote"), table.note)

    def _header_row(self, made: WordTable, table: Table, widths: list[int]) -> None:
        styles = [
            "TableHeadingCentre" if column.kind is ColumnKind.CENTRED else "TableHeading"
            for column in table.columns
        ]
        model = elements.model_row(widths, styles, fill=house.HEADER_FILL, low=True)
        for column, cell in zip(table.columns, elements.add_row(made, model, header=True), strict=True):
            add_words(WordParagraph(elements.first_paragraph(cell), self.word), column.title)

    def _cell(self, each: Cell, cell: elements.Element, *, below: str, keep: bool) -> None:
        """Fills a cell whose first paragraph is there; more lines have the style `below`."""
        if each.tint is not Tint.NONE:
            elements.shade(cell, each.tint.value)
        paragraph = elements.first_paragraph(cell)
        for place, line in enumerate(each.lines or (words(EMPTY_CELL),)):
            if place:
                paragraph = elements.add_cell_paragraph(cell, below)
            made = WordParagraph(paragraph, self.word)
            if keep:
                made.paragraph_format.keep_with_next = True
            if isinstance(line, Chip):
                paragraph.style = self._keys[line.style]
                add_words(made, line.said)
            else:
                add_text(made, line)

    # Contents

    def _contents(self, contents: Contents) -> None:
        above = self._paragraph("ContentsHeading", new_page=contents.new_page)
        add_words(above, contents.title)
        pages = known_pages(self.document)
        listed = self.document.listed_sections()
        entries = [
            (place, heading.text, page)
            for place, (heading, page) in enumerate(zip(self._sections, pages, strict=True), start=1)
            if any(heading is each for each in listed)
        ]
        for entry in entries:
            paragraph = self._paragraph("TOC1")
            if entry is entries[0]:
                elements.begin_field(paragraph, 'TOC \\o "2-2" \\h \\z \\u \\b Listed')
            self._entry(paragraph, *entry)
            if entry is entries[-1]:
                elements.end_field(paragraph)
            above = paragraph
        elements.begin_bookmark(above, self._listed, "Listed")

    @staticmethod
    def _entry(paragraph: WordParagraph, place: int, text: str, page: int | None) -> None:
        """A link with its page; where that is not known none is printed, until somebody updates the list.

        Nothing makes Word update it by itself: it would ask every reader first, about “other files”.
        """
        runs = [*add_words(paragraph, text), paragraph.add_run("\t")]
        runs += elements.begin_field(paragraph, f"PAGEREF {_mark(place)} \\h")
        runs += [] if page is None else [paragraph.add_run(str(page))]
        runs.append(elements.end_field(paragraph))
        elements.link_within(paragraph, runs, _mark(place))


def _mark(place: int) -> str:
    """The bookmark of a section, as Word itself calls those a list of contents leads to."""
    return f"_Toc{place:06}"

"""Word documents (.docx, .docm, .dotx, Strict too) as grids: the body walked in order, tables squared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docx import Document
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from lxml import etree

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    Placed,
    SourceKind,
    SourceTables,
    Text,
    rectangle,
)
from boarddesk.importing.tables.normalised import TROUBLE, Part, written_anew
from boarddesk.importing.tables.package import Package, damaged, local, on, sibling, too_big, whole
from boarddesk.importing.tables.word.styles import VAL, Styles, W, child, value
from boarddesk.importing.tables.word.text import Paragraph, Paragraphs, seen

# What only wraps: content controls, insertions, custom XML, links; what is struck from the document.
WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "txbxContent"}
DEEPEST = 12
NOTES = {"comments": "comments in the margin", "footnotes": "footnotes", "endnotes": "endnotes"}
"""What is written beside a document and not read, by the kind of its part."""


@dataclass
class _Cell:
    """A cell while its table is being read."""

    row: int
    column: int
    span: int
    vertical: str
    horizontal: str
    cell: Cell


@dataclass
class WordReader:
    """Walks one document's body."""

    package: Package
    paragraphs: Paragraphs
    styles: Styles
    grids: list[Grid] = field(default_factory=list)
    loose: list[Text] = field(default_factory=list)
    depth: int = 0
    counted: int = 0

    def walk(self, element: etree._Element) -> None:
        """Take in all paragraphs and tables below an element, in order."""
        for block in blocks(element):
            if local(block) == "tbl":
                self.table(block, inside="")
            else:
                self._take(self.paragraphs.read(block))

    def _take(self, paragraph: Paragraph) -> None:
        if paragraph.text.strip():
            self.loose.append(Text(paragraph.text, paragraph.level, paragraph.shading, paragraph.bold))
        for box in paragraph.boxes[:DEEPEST]:
            self.walk(box)

    def table(self, table: etree._Element, *, inside: str) -> int:
        """Read a table into a grid, the tables inside it after it; returns its spot in the list."""
        at = len(self.grids)
        before, self.loose = tuple(self.loose), []
        self.counted += 0 if inside else 1
        name = f"the table inside {inside}" if inside else ""
        grid = Grid(index=self.counted, rows=(), name=name, before=before, inside=inside)
        self.grids.append(grid)
        rows = [row for row in rows_of(table) if not _deleted(row)]
        if len(rows) > MOST_ROWS:
            raise too_big(self.package.name, f"has a table of more than {MOST_ROWS:,} rows")
        cells = [cell for number, row in enumerate(rows) for cell in self._row(table, row, number)]
        headers = _header_rows(rows)
        self.grids[at] = replace(grid, rows=rectangle(_placed(cells)), header_rows=headers)
        return at

    def _row(self, table: etree._Element, row: etree._Element, number: int) -> Iterator[_Cell]:
        column = whole(value(row, "trPr", "gridBefore"))
        place = f"table {self.counted} row {number + 1}"
        behind = self.styles.table_shading(table, first_row=number == 0)
        for tc in cells_of(row):
            properties = child(tc, "tcPr")
            span = max(1, whole(value(properties, "gridSpan"), 1))
            if column < 0 or column + span > MOST_COLUMNS:
                raise too_big(self.package.name, f"has a table of more than {MOST_COLUMNS} columns")
            yield _Cell(
                number,
                column,
                span,
                _merge(properties, "vMerge"),
                _merge(properties, "hMerge"),
                self._cell(tc, behind=behind, place=place),
            )
            column += span

    def _cell(self, tc: etree._Element, *, behind: str, place: str) -> Cell:
        """A cell; `behind` is the colour its table puts behind a plain one."""
        properties = child(tc, "tcPr")
        read = list(self._contents(tc, place))
        filled = [paragraph for paragraph in read if paragraph.text.strip()]
        colours = {paragraph.shading for paragraph in filled or read if filled or paragraph.shading}
        behind_text = colours.pop() if len(colours) == 1 else ""
        return Cell(
            paragraphs=tuple(paragraph.text for paragraph in filled),
            shading=self.styles.shading(properties) or behind_text or behind,
            bold=bool(filled) and all(paragraph.bold for paragraph in filled),
            font=next((paragraph.font for paragraph in filled if paragraph.font), ""),
        )

    def _contents(self, element: etree._Element, place: str) -> Iterator[Paragraph]:
        """A cell's paragraphs; a table inside it gives its lines here and stands as a table of its own."""
        self.depth += 1
        for block in blocks(element):
            if local(block) == "tbl":
                yield from self._nested(block, place)
            else:
                paragraph = self.paragraphs.read(block)
                yield paragraph
                for box in paragraph.boxes if self.depth < DEEPEST else ():
                    yield from self._contents(box, place)
        self.depth -= 1

    def _nested(self, table: etree._Element, place: str) -> Iterator[Paragraph]:
        if self.depth >= DEEPEST:
            raise too_big(self.package.name, "has tables inside tables inside tables without end")
        at = self.table(table, inside=place)
        for row in self.grids[at].rows:
            yield Paragraph(" | ".join(cell.line for cell in row if not cell.empty))


def read_word(package: Package, part: str) -> SourceTables:
    """The document's tables, with the texts between them."""
    try:
        document = _opened(package, part)
    except TROUBLE as trouble:
        raise damaged(package.name) from trouble
    body = child(document.element, "body")
    if local(document.element) != "document" or body is None:
        raise damaged(package.name)
    theme = colours.theme_colours(package.optional(sibling(package.related(part), "theme")))
    styles = Styles.of(_tree_beside(document, "styles"), _tree_beside(document, "numbering"), theme)
    reader = WordReader(package, Paragraphs(styles), styles)
    reader.walk(body)
    return SourceTables(
        package.name,
        SourceKind.WORD,
        tuple(reader.grids),
        after=tuple(reader.loose),
        notes=_unread(document),
    )


def _opened(package: Package, part: str) -> DocumentPart:
    """The document as python-docx opens it, with the parts beside it that are sound."""
    related = package.related(part)
    found = [(kind, sibling(related, kind)) for kind in ("styles", "numbering", *NOTES)]
    beside = [
        Part(kind, f"word/{kind}.xml", f"wordprocessingml.{kind}", package.plain(target))
        for kind, target in found
        if package.optional(target) is not None
    ]
    main = Part("officeDocument", "word/document.xml", "wordprocessingml.document.main", package.plain(part))
    return Document(written_anew(main, beside)).part


def _tree_beside(document: DocumentPart, kind: str) -> etree._Element | None:
    """A part as python-docx has parsed it; asked by its name, python-docx would make one where none is."""
    for link in document.rels.values():
        if link.reltype.rpartition("/")[2] == kind:
            part = link.target_part
            return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    return None


def _unread(document: DocumentPart) -> tuple[str, ...]:
    found = [name for kind, name in NOTES.items() if _has_text(_tree_beside(document, kind))]
    return (f"Not read: {', '.join(found)}.",) if found else ()


def _has_text(root: etree._Element | None) -> bool:
    return root is not None and any((one.text or "").strip() for one in root.iter(f"{W}t"))


def blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables below an element, whatever wraps them."""
    for one in seen(element):
        name = local(one)
        if name in ("p", "tbl"):
            yield one
        elif name in WRAPPERS:
            yield from blocks(one)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """A table's own rows, whatever wraps them."""
    for one in seen(table):
        if local(one) == "tr":
            yield one
        elif local(one) in WRAPPERS:
            yield from rows_of(one)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """A row's own cells, whatever wraps them."""
    for one in seen(row):
        if local(one) == "tc":
            yield one
        elif local(one) in WRAPPERS:
            yield from cells_of(one)


def _deleted(row: etree._Element) -> bool:
    return child(row, "trPr", "del") is not None


def _header_rows(rows: list[etree._Element]) -> int:
    marked = [on(child(row, "trPr", "tblHeader"), VAL) for row in rows]
    return next((number for number, one in enumerate(marked) if not one), len(marked))


def _merge(properties: etree._Element | None, name: str) -> str:
    """`restart`, `continue` or nothing."""
    found = child(properties, name)
    return "" if found is None else found.get(VAL) or "continue"


def _placed(cells: list[_Cell]) -> Placed:
    """Cells at their spots, continued ones folded into the cell they continue."""
    placed: Placed = {}
    above: dict[int, tuple[int, int]] = {}
    last: tuple[int, int] | None = None
    for cell in cells:
        spot = (cell.row, cell.column)
        start = above.get(cell.column) if cell.vertical == "continue" else None
        if start is not None and start[0] + placed[start].rows == cell.row and start in placed:
            placed[start] = _joined(placed[start], cell.cell, rows=cell.row - start[0] + 1)
            continue
        if cell.horizontal == "continue" and last is not None and last[0] == cell.row:
            placed[last] = _joined(placed[last], cell.cell, columns=cell.column + cell.span - last[1])
            continue
        placed[spot] = replace(cell.cell, columns=cell.span)
        above = {column: at for column, at in above.items() if column != cell.column}
        if cell.vertical:
            above[cell.column] = spot
        last = spot
    return placed


def _joined(first: Cell, more: Cell, *, rows: int = 0, columns: int = 0) -> Cell:
    """A merged cell grown over a continued one; writing hidden in the continued part is kept."""
    return replace(
        first,
        paragraphs=first.paragraphs + more.paragraphs,
        rows=rows or first.rows,
        columns=columns or first.columns,
    )

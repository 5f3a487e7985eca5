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
from boarddesk.importing.tables.package import Package, damaged, local, on, sibling, too_big, unparsed, whole
from boarddesk.importing.tables.word.styles import (
    VAL,
    Properties,
    Styles,
    W,
    child,
    properties_of,
    said,
    value,
)
from boarddesk.importing.tables.word.text import Children, Paragraph, Paragraphs, named, seen
from boarddesk.rules.refused import FileProblem

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
        for name, block in blocks(seen(element)):
            if name == "tbl":
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
        spot = len(self.grids)
        before, self.loose = tuple(self.loose), []
        self.counted += 0 if inside else 1
        name = f"the table inside {inside}" if inside else ""
        grid = Grid(index=self.counted, rows=(), name=name, before=before, inside=inside)
        self.grids.append(grid)
        rows = [row for row in rows_of(table) if not _deleted(row)]
        if len(rows) > MOST_ROWS:
            raise too_big(self.package.name, f"has a table of more than {MOST_ROWS:,} rows")
        behind = self.styles.table_shading(table)
        cells = [cell for at, row in enumerate(rows) for cell in self._row(row, at, behind[min(at, 1)])]
        headers = _header_rows(rows)
        self.grids[spot] = replace(grid, rows=rectangle(_placed(cells)), header_rows=headers)
        return spot

    def _row(self, row: etree._Element, number: int, behind: str) -> Iterator[_Cell]:
        """A row's cells; `behind` is the colour its table puts behind a plain one."""
        column = whole(value(row, "trPr", "gridBefore"))
        place = f"table {self.counted} row {number + 1}"
        for tc in cells_of(row):
            children = seen(tc)
            properties = properties_of(named(children, "tcPr"))
            span = max(1, whole(said(properties, "gridSpan"), 1))
            if column < 0 or column + span > MOST_COLUMNS:
                raise too_big(self.package.name, f"has a table of more than {MOST_COLUMNS} columns")
            shading = self.styles.shading(properties.get(f"{W}shd"))
            cell = _cell(self._contents(children, place), span, shading, behind)
            yield _Cell(
                number, column, span, _merge(properties, "vMerge"), _merge(properties, "hMerge"), cell
            )
            column += span

    def _contents(self, children: Children, place: str) -> list[Paragraph]:
        """A cell's paragraphs; a table inside it gives its lines here and stands as a table of its own."""
        self.depth += 1
        read: list[Paragraph] = []
        for name, block in blocks(children):
            if name == "tbl":
                read += self._nested(block, place)
            else:
                read.append(self.paragraphs.read(block))
                for box in read[-1].boxes if self.depth < DEEPEST else ():
                    read += self._contents(seen(box), place)
        self.depth -= 1
        return read

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
        raise unparsed(package.name, trouble) from trouble
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
    """The document as python-docx opens it, with the parts beside it; where one is unsound, without those."""
    main = Part("officeDocument", "word/document.xml", "wordprocessingml.document.main", package.plain(part))
    related = package.related(part)
    found = [(kind, sibling(related, kind)) for kind in ("styles", "numbering", *NOTES)]
    beside = [(kind, target) for kind, target in found if target in package]
    try:
        return _opened_beside(package, main, beside)
    except (*TROUBLE, FileProblem):
        sound = [(kind, target) for kind, target in beside if package.optional(target) is not None]
        return _opened_beside(package, main, sound)


def _opened_beside(package: Package, main: Part, beside: list[tuple[str, str]]) -> DocumentPart:
    parts = [
        Part(kind, f"word/{kind}.xml", f"wordprocessingml.{kind}", package.plain(target))
        for kind, target in beside
    ]
    return Document(written_anew(main, parts)).part


def _tree_beside(document: DocumentPart, kind: str) -> etree._Element | None:
    """A part as python-docx has parsed it; asked by its name, python-docx would make one where none is."""
    for link in document.rels.values():
        if link.reltype.rpartition("/")[2] == kind:
            part = link.target_part
            return part.element if isinstance(part, XmlPart) else _parsed(part.blob)
    return None


def _parsed(data: bytes) -> etree._Element | None:
    try:
        return parse_xml(data)
    except etree.XMLSyntaxError:
        return None


def _unread(document: DocumentPart) -> tuple[str, ...]:
    found = [name for kind, name in NOTES.items() if _has_text(_tree_beside(document, kind))]
    return (f"Not read: {', '.join(found)}.",) if found else ()


def _has_text(root: etree._Element | None) -> bool:
    return root is not None and any((one.text or "").strip() for one in root.iter(f"{W}t"))


def _cell(read: list[Paragraph], span: int, shading: str, behind: str) -> Cell:
    """A cell of these paragraphs, shaded by itself, by all of them alike or by what is behind it."""
    filled = [paragraph for paragraph in read if paragraph.text]
    if not shading:
        colours = {paragraph.shading for paragraph in filled or read if filled or paragraph.shading}
        shading = (colours.pop() if len(colours) == 1 else "") or behind
    return Cell(
        paragraphs=tuple([paragraph.text for paragraph in filled]),
        shading=shading,
        bold=bool(filled) and all(paragraph.bold for paragraph in filled),
        columns=span,
        font=next(filter(None, [paragraph.font for paragraph in filled]), ""),
    )


def blocks(children: Children) -> Iterator[tuple[str, etree._Element]]:
    """Paragraphs and tables among these and below them with their names, whatever wraps them."""
    for name, one in children:
        if name in ("p", "tbl"):
            yield name, one
        elif name in WRAPPERS:
            yield from blocks(seen(one))


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """A table's own rows, whatever wraps them."""
    for name, one in seen(table):
        if name == "tr":
            yield one
        elif name in WRAPPERS:
            yield from rows_of(one)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """A row's own cells, whatever wraps them."""
    for name, one in seen(row):
        if name == "tc":
            yield one
        elif name in WRAPPERS:
            yield from cells_of(one)


def _deleted(row: etree._Element) -> bool:
    return child(row, "trPr", "del") is not None


def _header_rows(rows: list[etree._Element]) -> int:
    marked = [on(child(row, "trPr", "tblHeader"), VAL) for row in rows]
    return next((number for number, one in enumerate(marked) if not one), len(marked))


def _merge(properties: Properties, name: str) -> str:
    """`restart`, `continue` or nothing."""
    found = properties.get(W + name)
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
        placed[spot] = cell.cell
        above = {column: at for column, at in above.items() if column != cell.column}
        if cell.vertical:
            above[cell.column] = spot
        last = spot
    return placed


def _joined(first: Cell, more: Cell, *, rows: int = 0, columns: int = 0) -> Cell:
    """A merged cell grown over a continued one; writing hidden in the continued part is kept."""
    return first._replace(
        paragraphs=first.paragraphs + more.paragraphs,
        rows=rows or first.rows,
        columns=columns or first.columns,
    )

"""Word documents (.docx, .docm, .dotx, Strict too) as grids: the body walked in order, tables squared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

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
from boarddesk.importing.tables.package import Package, damaged, local, on, sibling, too_big, whole
from boarddesk.importing.tables.word.styles import (
    VAL,
    Properties,
    Styles,
    W,
    child,
    properties_of,
    said,
)
from boarddesk.importing.tables.word.text import Children, Paragraph, Paragraphs, named, seen

# What only wraps: content controls, insertions, custom XML, links; what is struck from the document.
WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "txbxContent"}
DEEPEST = 12
NOTES = {"comments": "comments in the margin", "footnotes": "footnotes", "endnotes": "endnotes"}
"""What is written beside a document and not read, by the kind of its part."""


@dataclass(slots=True)
class _Cell:
    """A cell while its table is being read."""

    row: int
    column: int
    span: int
    vertical: str
    horizontal: str
    cell: Cell


class _Row(NamedTuple):
    children: Children
    properties: Properties


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
        rows = [row for row in map(_row_of, rows_of(table)) if "del" not in row.properties]
        if len(rows) > MOST_ROWS:
            raise too_big(self.package.name, f"has a table of more than {MOST_ROWS:,} rows")
        behind = self.styles.table_shading(table)
        cells = [cell for at, row in enumerate(rows) for cell in self._row(row, at, behind[min(at, 1)])]
        headers = _header_rows(rows)
        self.grids[spot] = replace(grid, rows=rectangle(_placed(cells)), header_rows=headers)
        return spot

    def _row(self, row: _Row, number: int, behind: str) -> Iterator[_Cell]:
        """A row's cells; `behind` is the colour its table puts behind a plain one."""
        column = whole(said(row.properties, "gridBefore"))
        place = f"table {self.counted} row {number + 1}"
        for tc in cells_of(row.children):
            children = seen(tc)
            properties = properties_of(named(children, "tcPr"))
            span = max(1, whole(said(properties, "gridSpan"), 1))
            if column < 0 or column + span > MOST_COLUMNS:
                raise too_big(self.package.name, f"has a table of more than {MOST_COLUMNS} columns")
            shading = self.styles.shading(properties.get("shd"))
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
    document, related = package.xml(part), package.related(part)
    body = child(document, "body")
    if local(document) != "document" or body is None:
        raise damaged(package.name)
    beside = {
        kind: package.optional(sibling(related, kind)) for kind in ("styles", "numbering", "theme", *NOTES)
    }
    styles = Styles.of(beside["styles"], beside["numbering"], colours.theme_colours(beside["theme"]))
    reader = WordReader(package, Paragraphs(styles), styles)
    reader.walk(body)
    unread = [name for kind, name in NOTES.items() if _has_text(beside[kind])]
    return SourceTables(
        package.name,
        SourceKind.WORD,
        tuple(reader.grids),
        after=tuple(reader.loose),
        notes=(f"Not read: {', '.join(unread)}.",) if unread else (),
    )


def _has_text(root: etree._Element | None) -> bool:
    return root is not None and any((one.text or "").strip() for one in root.iter(f"{W}t"))


def _cell(read: list[Paragraph], span: int, shading: str, behind: str) -> Cell:
    """A cell of these paragraphs, shaded by itself, by all of them alike or by what is behind it."""
    filled = [paragraph for paragraph in read if paragraph.text]
    if not shading and len(read) == 1:
        shading = read[0].shading or behind
    elif not shading:
        colours = {paragraph.shading for paragraph in filled or read if filled or paragraph.shading}
        shading = (colours.pop() if len(colours) == 1 else "") or behind
    return Cell(
        tuple([paragraph.text for paragraph in filled]),
        shading,
        bool(filled) and all(paragraph.bold for paragraph in filled),
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


def cells_of(children: Children) -> Iterator[etree._Element]:
    """A row's own cells, whatever wraps them."""
    for name, one in children:
        if name == "tc":
            yield one
        elif name in WRAPPERS:
            yield from cells_of(seen(one))


def _row_of(row: etree._Element) -> _Row:
    children = seen(row)
    return _Row(children, properties_of(named(children, "trPr")))


def _header_rows(rows: list[_Row]) -> int:
    marked = [on(row.properties.get("tblHeader"), VAL) for row in rows]
    return next((number for number, one in enumerate(marked) if not one), len(marked))


def _merge(properties: Properties, name: str) -> str:
    """`restart`, `continue` or nothing."""
    found = properties.get(name)
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
        if cell.vertical:
            above[cell.column] = spot
        else:
            above.pop(cell.column, None)
        last = spot
    return placed


def _joined(first: Cell, more: Cell, *, rows: int = 0, columns: int = 0) -> Cell:
    """A merged cell grown over a continued one; writing hidden in the continued part is kept."""
    return first._replace(
        paragraphs=first.paragraphs + more.paragraphs,
        rows=rows or first.rows,
        columns=columns or first.columns,
    )

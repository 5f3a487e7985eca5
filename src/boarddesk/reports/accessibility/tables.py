"""Rules 4 to 8: tables that can be heard, and rows and headings that stay together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    Element,
    W,
    around,
    cells_of,
    folded,
    rows_of,
    says_something,
    start_of,
    text_of,
    truth,
    value,
)
from boarddesk.reports.accessibility.styling import looks
from boarddesk.reports.document import SHORT_ROW

_NO_WORDS = re.compile(r"(table|tbl|title|description|untitled|caption|alt ?text)?[\W_]*\d*", re.IGNORECASE)


def header_rows(package: Package) -> Iterator[Finding]:
    """4: a header row on every table, repeated, first row and first column named."""
    for place, table in package.tables():
        rows = rows_of(table)
        if not rows or not _row_property(package, rows[0], "tblHeader"):
            yield Finding(4, place, "The first row is not marked as a header row that repeats on each page.")
        elif len(rows) > 1 and all(_row_property(package, row, "tblHeader") for row in rows):
            yield Finding(4, place, "Every row is marked as a header row: mark only those with headings.")
        elif not any(text_of(cell).strip() for cell in cells_of(rows[0])):
            yield Finding(4, place, "The header row has no words.")
        look = table.find(f"{W}tblPr/{W}tblLook")
        if not (looks(look, "firstRow", 0x20) and looks(look, "firstColumn", 0x80)):
            yield Finding(4, place, "Header row and first column are not switched on in the table's options.")


def _row_property(package: Package, row: Element, name: str) -> bool:
    own = row.find(f"{W}trPr/{W}{name}")
    if own is not None:
        return truth(own)
    cell = next(iter(cells_of(row)), None)
    styled = (
        (part.find(f"{W}trPr/{W}{name}") for part in package.looks.table_parts(cell))
        if cell is not None
        else ()
    )
    return any(truth(found) for found in styled)


def merged_cells(package: Package) -> Iterator[Finding]:
    """5: no merged cells."""
    for place, table in package.tables():
        if any(_is_merged(each) for each in table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")):
            yield Finding(5, place, "Cells are merged: a reader who hears the table loses the column.")
        elif _is_ragged(table):
            yield Finding(5, place, "Rows have different numbers of cells: a reader loses the column.")


def _is_merged(each: Element) -> bool:
    return value(each) not in ("0", "1") if each.tag == f"{W}gridSpan" else True


def _is_ragged(table: Element) -> bool:
    rows = rows_of(table)
    shifted = any(
        value(each) not in ("", "0") for row in rows for each in row.iter(f"{W}gridBefore", f"{W}gridAfter")
    )
    return shifted or len({len(cells_of(row)) for row in rows}) > 1


def table_shapes(package: Package) -> Iterator[Finding]:
    """6: no nested or layout tables, no blank rows, no empty cells."""
    for place, table in package.tables():
        if around(table, "tbl") is not None:
            yield Finding(6, place, "A table stands inside a table.")
        rows = rows_of(table)
        if len(rows) == 1 or all(len(cells_of(row)) == 1 for row in rows):
            yield Finding(6, place, "A table of one row or one column only places things: use paragraphs.")
        elif not _row_property(package, rows[0], "tblHeader") and not _has_lines(package, table):
            says = "A table without lines and headings only places things: use paragraphs."
            yield Finding(6, place, says)
        for number, row in enumerate(rows, 1):
            yield from _row_shape(row, f"{place}, row {number}")
        blank = [number for number, column in enumerate(zip(*map(cells_of, rows), strict=False), 1)
                 if len(rows) > 1 and not any(map(says_something, column))]  # fmt: skip
        for number in blank:
            yield Finding(6, f"{place}, column {number}", "The column is blank: remove it.")


def _has_lines(package: Package, table: Element) -> bool:
    """Whether a table is drawn with lines or fills, its own or those of its style."""
    style = value(table.find(f"{W}tblPr/{W}tblStyle"))
    sources = [table, *(each.element for each in package.looks.chain(style))]
    drawn = (each for source in sources for each in source.iter(f"{W}tblBorders", f"{W}tcBorders"))
    lines = any(value(line) not in ("", "none", "nil") for borders in drawn for line in borders)
    return lines or any(next(source.iter(f"{W}shd"), None) is not None for source in sources)


def _row_shape(row: Element, place: str) -> Iterator[Finding]:
    cells = cells_of(row)
    empty = [number for number, cell in enumerate(cells, 1) if not says_something(cell)]
    if empty and len(empty) == len(cells):
        yield Finding(6, place, "The row is blank: remove it.")
    elif empty:
        columns = ", ".join(map(str, empty))
        yield Finding(6, f"{place}, column {columns}", "The cell is empty: write “None” or a dash.")


def keeping_together(package: Package) -> Iterator[Finding]:
    """7: short rows do not split over pages; headings keep with what follows."""
    for place, table in package.tables():
        for number, row in enumerate(rows_of(table), 1):
            longest = max((len(text_of(cell)) for cell in cells_of(row)), default=0)
            if longest < SHORT_ROW and not _row_property(package, row, "cantSplit"):
                yield Finding(7, f"{place}, row {number}", "The row may break across pages.")
    for paragraph in package.paragraphs():
        if package.heading_level(paragraph) and not truth(package.looks.of_paragraph(paragraph, "keepNext")):
            said = f"heading {start_of(text_of(paragraph))}"
            yield Finding(
                7, said, "The heading may stand alone at the foot of a page: keep it with the next."
            )


def table_words(package: Package) -> Iterator[Finding]:
    """8: every table has a title and a description; a caption above or below it is as good as both."""
    seen: set[str] = set()
    for place, table in package.tables():
        captioned = _has_caption(package, table)
        words = {
            name: value(table.find(f"{W}tblPr/{W}{tag}")).strip()
            for tag, name in (("tblCaption", "title"), ("tblDescription", "description"))
        }
        for name, said in words.items():
            if not said or _NO_WORDS.fullmatch(said):
                says = f"The table has no {name} in its alternative text."
                yield Finding(8, place, says, advice=captioned)
        title, description = words["title"], words["description"]
        if title and folded(title) == folded(description):
            yield Finding(8, place, "The table's description only repeats its title.")
        if title and not _NO_WORDS.fullmatch(title) and folded(f"{title} {description}") in seen:
            yield Finding(8, place, "Two tables have the same title and description.", advice=True)
        seen.add(folded(f"{title} {description}"))


def _has_caption(package: Package, table: Element) -> bool:
    near = (table.getprevious(), table.getnext())
    return any(
        each is not None
        and each.tag == f"{W}p"
        and package.looks.style_name(each).casefold() in ("caption", "table caption", "table")
        and bool(re.search(r"[^\W\d_]{2}.*[^\W\d_]{2}", text_of(each)))
        for each in near
    )

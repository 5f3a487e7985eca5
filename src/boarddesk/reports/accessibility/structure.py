"""Rules 3 to 8, 12 and 13: headings, tables, lists and spacing are real and not only look so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.package import (
    A,
    Element,
    Finding,
    Package,
    W,
    in_table,
    runs_of,
    start_of,
    text_of,
    truth,
    value,
)
from boarddesk.reports.document import SHORT_ROW

LONGEST_HEADING = 100
_BULLET = re.compile(r"\s*[•·▪◦‣*–—-][ \t]+\S")
_NUMBER = re.compile(r"\s*(\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")


def headings(package: Package) -> Iterator[Finding]:
    """3: real headings, one of level 1, no skips, none empty, none longer than 100 characters."""
    previous, titles = 0, 0
    for paragraph in package.paragraphs():
        level = package.heading_level(paragraph)
        if level is None:
            continue
        said = text_of(paragraph).strip()
        place = f"heading {start_of(said)}"
        titles += level == 1
        if not said:
            yield Finding(
                3, f"a heading of level {level}", "A heading has no words: give it some or remove it."
            )
        if len(said) > LONGEST_HEADING:
            yield Finding(3, place, f"The heading has {len(said)} characters; {LONGEST_HEADING} at most.")
        if previous and level > previous + 1:
            yield Finding(3, place, f"Level {level} follows level {previous}: no level may be left out.")
        previous = level
    if titles != 1:
        yield Finding(
            3, "the document", f"There are {titles} headings of level 1; there must be exactly one."
        )
    yield from _pretended_headings(package)


def _pretended_headings(package: Package) -> Iterator[Finding]:
    for paragraph in package.paragraphs():
        said = text_of(paragraph).strip()
        plain = (
            package.heading_level(paragraph) is None and package.style_of(paragraph) == package.default_style
        )
        if (
            not plain
            or in_table(paragraph)
            or not said
            or len(said) > LONGEST_HEADING
            or said[-1] in ".:;,?!"
        ):
            continue
        if all(truth(run.find(f"{W}rPr/{W}b")) for run in runs_of(paragraph)):
            yield Finding(3, start_of(said), "Bold words stand for a heading: use a heading style.")


def header_rows(package: Package) -> Iterator[Finding]:
    """4: a header row on every table, repeated, first row and first column named."""
    for place, table in package.tables():
        first = table.find(f"{W}tr")
        if first is None or not truth(first.find(f"{W}trPr/{W}tblHeader")):
            yield Finding(4, place, "The first row is not marked as a header row that repeats on each page.")
        look = table.find(f"{W}tblPr/{W}tblLook")
        if not (_looks(look, "firstRow", 0x20) and _looks(look, "firstColumn", 0x80)):
            yield Finding(4, place, "Header row and first column are not switched on in the table's options.")


def _looks(look: Element | None, name: str, bit: int) -> bool:
    if look is None:
        return False
    said = value(look, name)
    if said:
        return said in ("1", "true", "on")
    bits = value(look)
    return bool(int(bits, 16) & bit) if re.fullmatch("[0-9A-Fa-f]+", bits) else False


def merged_cells(package: Package) -> Iterator[Finding]:
    """5: no merged cells."""
    for place, table in package.tables():
        kinds = ("gridSpan", "vMerge", "hMerge")
        if any(next(table.iter(f"{W}{kind}"), None) is not None for kind in kinds):
            yield Finding(5, place, "Cells are merged: a reader who hears the table loses the column.")


def table_shapes(package: Package) -> Iterator[Finding]:
    """6: no nested or layout tables, no blank rows, no empty cells."""
    for place, table in package.tables():
        if next(table.iterancestors(f"{W}tbl"), None) is not None:
            yield Finding(6, place, "A table stands inside a table.")
        rows = table.findall(f"{W}tr")
        if len(rows) == 1 or all(len(row.findall(f"{W}tc")) == 1 for row in rows):
            yield Finding(6, place, "A table of one row or one column only places things: use paragraphs.")
        for number, row in enumerate(rows, 1):
            yield from _row_shape(row, f"{place}, row {number}")


def _row_shape(row: Element, place: str) -> Iterator[Finding]:
    empty = [number for number, cell in enumerate(row.findall(f"{W}tc"), 1) if not _says_something(cell)]
    if empty and len(empty) == len(row.findall(f"{W}tc")):
        yield Finding(6, place, "The row is blank: remove it.")
    elif empty:
        columns = ", ".join(map(str, empty))
        yield Finding(6, f"{place}, column {columns}", "The cell is empty: write “None” or a dash.")


def _says_something(cell: Element) -> bool:
    return bool(text_of(cell).strip()) or next(cell.iter(f"{A}blip"), None) is not None


def keeping_together(package: Package) -> Iterator[Finding]:
    """7: short rows do not split over pages; headings keep with what follows."""
    for place, table in package.tables():
        for number, row in enumerate(table.findall(f"{W}tr"), 1):
            splits = not truth(row.find(f"{W}trPr/{W}cantSplit"))
            if splits and max((len(text_of(cell)) for cell in row.findall(f"{W}tc")), default=0) < SHORT_ROW:
                yield Finding(7, f"{place}, row {number}", "The row may break across pages.")
    for paragraph in package.paragraphs():
        if package.heading_level(paragraph) and not truth(package.of_paragraph(paragraph, "keepNext")):
            said = f"heading {start_of(text_of(paragraph))}"
            yield Finding(
                7, said, "The heading may stand alone at the foot of a page: keep it with the next."
            )


def table_words(package: Package) -> Iterator[Finding]:
    """8: every table has a title and a description."""
    for place, table in package.tables():
        for tag, name in (("tblCaption", "title"), ("tblDescription", "description")):
            if not value(table.find(f"{W}tblPr/{W}{tag}")).strip():
                yield Finding(8, place, f"The table has no {name} in its alternative text.")


def lists(package: Package) -> Iterator[Finding]:
    """12: lists are lists, not typed bullets and numbers."""
    numbered: list[str] = []
    for paragraph in package.paragraphs():
        said = text_of(paragraph)
        real = package.of_paragraph(paragraph, "numPr") is not None
        if not real and _BULLET.match(said):
            yield Finding(12, start_of(said), "A bullet is typed: use a bulleted list.")
        typed = not real and bool(_NUMBER.match(said)) and package.heading_level(paragraph) is None
        if typed and numbered:
            yield Finding(12, start_of(said), "Numbers are typed: use a numbered list.")
        numbered = [said] if typed else []


def spacing(package: Package) -> Iterator[Finding]:
    """13: space comes from styles: no empty paragraphs, no runs of spaces, tabs or line breaks."""
    for number, paragraph in enumerate(package.paragraphs(), 1):
        said = text_of(paragraph)
        if not said.strip() and not in_table(paragraph) and next(paragraph.iter(f"{W}drawing"), None) is None:
            yield Finding(13, f"paragraph {number}", "The paragraph is empty: use the space of the style.")
        if re.search(r" {2,}|\t{2,}|\n{2,}|\u00a0{2,}", said) or (said != said.lstrip() and said.strip()):
            yield Finding(13, start_of(said), "Spaces, tabs or breaks in a row are used to place words.")

"""Rules 14 and 15: text stands out from what lies behind it, and no colour speaks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    A,
    Element,
    W,
    around,
    cells_of,
    rows_of,
    runs_of,
    start_of,
    text_of,
    value,
)
from boarddesk.reports.accessibility.themes import HIGHLIGHTS, is_dark
from boarddesk.rules.statuses.shades import BLACK, PAPER, contrast

_LEAST_COLOUR = 0x30
_BLOBS = re.compile("[●⬤○◉■□◼▪◆▲▼•⚫✚\uf06c\uf06e\uf0a7]+")
_SAME_SHAPES = re.compile("[\U0001f534\U0001f7e0\U0001f7e1\U0001f7e2\U0001f535\U0001f7e5-\U0001f7eb]")
_SPEAKS_OF_COLOUR = re.compile(
    r"\b(shown|marked|highlighted|shaded|coloured|colored|printed|written|listed|given|those|items|actions|rows|cells|"
    r"figures|text) (are )?in (red|amber|green|yellow|orange|blue|pink|purple)\b",
    re.IGNORECASE,
)
_STATUS_WORDS = re.compile(
    r"\b(red|amber|green|yellow|blue|met|not|on|off|at risk|track|course|late|overdue|done|complete[d]?|"
    r"high|medium|moderate|low|delayed|started|known|open|closed|good|poor)\b",
    re.IGNORECASE,
)


def cell_fill(package: Package, cell: Element) -> str | None:
    """The fill of a cell: its own, its row's, its table style's, its table's; None where nothing says one."""
    row, table = around(cell, "tr"), around(cell, "tbl")
    own = package.theme.fill(cell.find(f"{W}tcPr/{W}shd"))
    if own is None and row is not None:
        own = package.theme.fill(row.find(f"{W}tblPrEx/{W}shd"))
    if own is not None:
        return own
    for part in package.looks.table_parts(cell):
        for place in (f"{W}tcPr/{W}shd", f"{W}tblPr/{W}shd"):
            found = package.theme.fill(part.find(place))
            if found:
                return found
    return None if table is None else package.theme.fill(table.find(f"{W}tblPr/{W}shd"))


def _page(package: Package) -> str:
    """The colour of the paper, where the document shows its own."""
    shown = package.is_on("displayBackgroundShape")
    return (package.theme.ink(package.document.find(f"{W}background"), "color") if shown else "") or PAPER


def _box_fill(paragraph: Element) -> str | None:
    """The fill of the text box around a paragraph; None where there is none or it cannot be told."""
    content = around(paragraph, "txbxContent")
    shape = None if content is None else next(content.iterancestors(), None)
    while shape is not None and not str(shape.tag).endswith(("}wsp", "}shape", "}rect")):
        shape = shape.getparent()
    if shape is None:
        return None
    solid = next((each for each in shape.iter(f"{A}srgbClr") if _is_fill(each)), None)
    said = shape.get("fillcolor", "").lstrip("#") if solid is None else solid.get("val", "")
    return said.upper() if re.fullmatch("[0-9A-Fa-f]{6}", said) else None


def _is_fill(colour: Element) -> bool:
    solid = colour.getparent()
    shape = None if solid is None else solid.getparent()
    return shape is not None and str(shape.tag).endswith("}spPr")


def background(package: Package, paragraph: Element, run: Element) -> str:
    """What stands behind a run: its own shade, its paragraph's, its cell's, the paper."""
    looks, theme = package.looks, package.theme
    highlight = HIGHLIGHTS.get(value(looks.of_run(run, paragraph, "highlight")), "")
    if highlight:
        return highlight
    for shade in (looks.of_run(run, paragraph, "shd"), looks.of_paragraph(paragraph, "shd")):
        found = theme.fill(shade)
        if found:
            return found
    for cell in paragraph.iterancestors(f"{W}tc"):
        filled = cell_fill(package, cell)
        if filled:
            return filled
    return _box_fill(paragraph) or _page(package)


def ink(package: Package, paragraph: Element, run: Element, behind: str) -> str:
    """The colour of a run; automatic text is white on what is dark."""
    said = package.theme.ink(package.looks.of_run(run, paragraph, "color"))
    return said or (PAPER if is_dark(behind) else BLACK)


def size_of(package: Package, run: Element, paragraph: Element) -> float:
    """The size of type in points."""
    said = value(package.looks.of_run(run, paragraph, "sz"))
    return int(said) / 2 if re.fullmatch(r"\d{1,4}", said) else 10.0


def contrasts(package: Package) -> Iterator[Finding]:
    """14: contrast of 4.5 to 1, 3 to 1 for large type."""
    seen: set[tuple[str, str]] = set()
    for where, root in package.stories:
        for paragraph in root.iter(f"{W}p"):
            for run in runs_of(paragraph):
                behind = background(package, paragraph, run)
                front = ink(package, paragraph, run, behind)
                size, bold = size_of(package, run, paragraph), package.looks.switch(run, paragraph, "b")
                wanted = 3.0 if size >= 18 or (bold and size >= 14) else 4.5
                if contrast(front, behind) < wanted and (front, behind) not in seen:
                    seen.add((front, behind))
                    found = f"Text {front} on {behind} has a contrast of {contrast(front, behind):.1f}"
                    place = start_of(text_of(run)) + ("" if where == "the text" else f" in {where}")
                    yield Finding(14, place, f"{found}; {wanted:g} at least.")


def colour_alone(package: Package) -> Iterator[Finding]:
    """15: what a fill says, a word says too."""
    for place, table in package.tables():
        for number, row in enumerate(rows_of(table), 1):
            for cell in cells_of(row):
                wordless = not re.search(r"[^\W\d_]{2}", text_of(cell))
                if wordless and any(map(_is_coloured, _fills(package, cell))) and _stands_out(package, cell):
                    yield Finding(15, f"{place}, row {number}", "A colour stands without its word.")
        yield from _coloured_rows(package, place, table)
    yield from _coloured_shapes(package)
    for paragraph in package.paragraphs():
        said = text_of(paragraph)
        if _SAME_SHAPES.search(said) and not _STATUS_WORDS.search(said):
            yield Finding(15, start_of(said), "Coloured signs differ by their colour alone: write the word.")
        if _SPEAKS_OF_COLOUR.search(said):
            says = "A colour is named as the only sign: say in words which are meant."
            yield Finding(15, start_of(said), says)


def _fills(package: Package, cell: Element) -> set[str]:
    inside = (package.theme.fill(package.looks.of_paragraph(each, "shd")) for each in cell.iter(f"{W}p"))
    shades = (package.looks.of_run(run, paragraph, "shd")
              for paragraph in cell.iter(f"{W}p") for run in runs_of(paragraph))  # fmt: skip
    lit = (HIGHLIGHTS.get(value(each), "") for each in cell.iter(f"{W}highlight"))
    found = (cell_fill(package, cell), *inside, *map(package.theme.fill, shades), *lit)
    return {fill for fill in found if fill}


def _stands_out(package: Package, cell: Element) -> bool:
    """Whether a cell is filled otherwise than its row and its column: a heading's fill says nothing."""
    row, place = around(cell, "tr"), package.looks.place_of(cell)
    if row is None or place is None:
        return True
    own = _fills(package, cell)
    whole_row = all(_fills(package, each) == own for each in cells_of(row))
    first_column = place[1].column == 0
    lines = [cells_of(each) for each in rows_of(place[0])[1:]] if first_column else []
    whole_column = bool(lines) and all(_fills(package, line[0]) == own for line in lines if line)
    return not ((whole_row and len(cells_of(row)) > 1) or (whole_column and len(lines) > 1))


def _coloured_rows(package: Package, place: str, table: Element) -> Iterator[Finding]:
    """Rows told apart by a fill of their own, and not by turns, whose words do not say what it means."""
    rows = rows_of(table)[1:]
    fills = [
        {package.theme.fill(cell.find(f"{W}tcPr/{W}shd")) or "" for cell in cells_of(row)} for row in rows
    ]
    whole = [next(iter(fill)) if len(fill) == 1 else "" for fill in fills]
    coloured = [fill for fill in whole if _is_coloured(fill)]
    by_turns = len(whole) > 2 and all(fill == whole[number % 2] for number, fill in enumerate(whole))
    if len(rows) < 2 or by_turns or len(set(whole)) < 2 or (len(coloured) == 1 and whole[-1] == coloured[0]):
        return
    for number, (row, fill) in enumerate(zip(rows, whole, strict=True), 2):
        if _is_coloured(fill) and not _STATUS_WORDS.search(text_of(row)):
            yield Finding(15, f"{place}, row {number}", "A row is told apart by its colour alone.")


def _coloured_shapes(package: Package) -> Iterator[Finding]:
    """One shape in several colours, and no word beside it."""
    shown: dict[str, set[str]] = {}
    wordless: list[tuple[str, Element]] = []
    for paragraph in package.paragraphs():
        for run in runs_of(paragraph):
            said = text_of(run).strip()
            colour = package.theme.ink(package.looks.of_run(run, paragraph, "color"))
            if _BLOBS.fullmatch(said) and _is_coloured(colour):
                shown.setdefault(said, set()).add(colour)
                if not re.search(r"[^\W\d_]{2}", text_of(paragraph)):
                    wordless.append((said, paragraph))
    for said, paragraph in wordless:
        if around(paragraph, "tc") is not None or len(shown[said]) > 1:
            yield Finding(15, start_of(said), "A coloured sign stands without its word.")


def _is_coloured(fill: str) -> bool:
    parts = [int(fill[place : place + 2], 16) for place in (0, 2, 4)] if fill else [0]
    return max(parts) - min(parts) > _LEAST_COLOUR

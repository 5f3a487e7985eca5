"""Rules 14 to 16: contrast, colour and type, each followed through the chain of styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.package import (
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
from boarddesk.rules.statuses.shades import contrast

_HEX = re.compile("[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
               "red": "FF0000", "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400",
               "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000", "darkGray": "A9A9A9",
               "lightGray": "D3D3D3", "black": "000000", "white": "FFFFFF"}  # fmt: skip
_SANS = frozenset(
    ("arial", "liberation sans", "helvetica", "calibri", "verdana", "tahoma", "segoe ui", "segoe ui symbol",
     "aptos", "open sans", "trebuchet ms", "noto sans", "dejavu sans", "century gothic", "gill sans mt",
     "carlito", "roboto")
)  # fmt: skip
_SMALLER = re.compile("fact|note|caption|chart|toc|contents|footnote|header|footer", re.IGNORECASE)
_CHIPS = re.compile("^(status|level) ", re.IGNORECASE)
_LEAST_COLOUR = 0x30
_LONGEST_CENTRED = 20
_FEWEST_CAPITALS = 4
_FEWEST_ITALICS = 8


def _filled(shade: Element | None) -> str:
    fill = value(shade, "fill")
    return fill.upper() if _HEX.fullmatch(fill) else ""


def _cell_fill(package: Package, paragraph: Element) -> str:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return ""
    own = _filled(cell.find(f"{W}tcPr/{W}shd"))
    return own or _style_fill(package, cell)


def _style_fill(package: Package, cell: Element) -> str:
    row, table = cell.getparent(), next(cell.iterancestors(f"{W}tbl"))
    first = row is not None and row is table.find(f"{W}tr")
    for style in package.chain(value(table.find(f"{W}tblPr/{W}tblStyle"))):
        for part in style.element.findall(f"{W}tblStylePr"):
            if first and value(part, "type") == "firstRow":
                return _filled(part.find(f"{W}tcPr/{W}shd"))
    return ""


def background(package: Package, paragraph: Element, run: Element) -> str:
    """What stands behind a run: its own shade, its paragraph's, its cell's, the paper."""
    highlight = _HIGHLIGHTS.get(value(run.find(f"{W}rPr/{W}highlight")), "")
    own = highlight or _filled(package.of_run(run, paragraph, "shd"))
    return (
        own or _filled(package.of_paragraph(paragraph, "shd")) or _cell_fill(package, paragraph) or "FFFFFF"
    )


def _size(package: Package, run: Element, paragraph: Element) -> float:
    said = value(package.of_run(run, paragraph, "sz"))
    return int(said) / 2 if said.isdigit() else 10.0


def contrasts(package: Package) -> Iterator[Finding]:
    """14: contrast of 4.5 to 1, 3 to 1 for large type."""
    seen: set[tuple[str, str]] = set()
    for paragraph in package.paragraphs():
        for run in runs_of(paragraph):
            colour = value(package.of_run(run, paragraph, "color")).upper()
            ink = colour if _HEX.fullmatch(colour) else "000000"
            behind = background(package, paragraph, run)
            size, bold = _size(package, run, paragraph), truth(package.of_run(run, paragraph, "b"))
            wanted = 3.0 if size >= 18 or (bold and size >= 14) else 4.5
            if contrast(ink, behind) < wanted and (ink, behind) not in seen:
                seen.add((ink, behind))
                found = f"Text {ink} on {behind} has a contrast of {contrast(ink, behind):.1f}"
                says = f"{found}; {wanted:g} at least."
                yield Finding(14, start_of(text_of(run)), says)


def colour_alone(package: Package) -> Iterator[Finding]:
    """15: what a fill says, a word says too."""
    for place, table in package.tables():
        for number, row in enumerate(table.findall(f"{W}tr"), 1):
            for cell in row.findall(f"{W}tc"):
                fills = {_filled(cell.find(f"{W}tcPr/{W}shd"))}
                fills |= {_filled(package.of_paragraph(each, "shd")) for each in cell.iter(f"{W}p")}
                if any(map(_is_coloured, fills)) and not re.search(r"[^\W\d_]{2}", text_of(cell)):
                    yield Finding(15, f"{place}, row {number}", "A colour stands without its word.")


def _is_coloured(fill: str) -> bool:
    parts = [int(fill[place : place + 2], 16) for place in (0, 2, 4)] if fill else [0]
    return max(parts) - min(parts) > _LEAST_COLOUR


def type_faces(package: Package) -> Iterator[Finding]:
    """16: sans-serif, large enough, left aligned, no blocks of capitals or italics."""
    seen: set[str] = set()
    lying = _is_landscape(package)
    for paragraph in package.paragraphs():
        if not text_of(paragraph).strip():
            continue
        for finding in (*_fonts(package, paragraph), *_sizes(package, paragraph, lying=lying),
                        *_shapes(package, paragraph)):  # fmt: skip
            key = f"{package.style_of(paragraph)} {finding.says}"
            if key not in seen:
                seen.add(key)
                yield finding


def _is_landscape(package: Package) -> bool:
    sizes = list(package.body.iter(f"{W}pgSz"))
    return bool(sizes) and value(sizes[-1], "orient") == "landscape"


def _fonts(package: Package, paragraph: Element) -> Iterator[Finding]:
    for run in runs_of(paragraph):
        font = value(package.of_run(run, paragraph, "rFonts"), "ascii")
        if font and font.casefold() not in _SANS:
            yield Finding(
                16, start_of(text_of(run)), f"The font {font} is not one of the plain sans-serif fonts."
            )


def least_size(package: Package, paragraph: Element, *, lying: bool) -> float:
    """The smallest type allowed where a paragraph stands."""
    name = package.style_name(paragraph)
    if in_table(paragraph):
        return 10.0 if lying or _CHIPS.match(name) else 10.5
    return 11.0 if _SMALLER.search(name) else 12.0


def _sizes(package: Package, paragraph: Element, *, lying: bool) -> Iterator[Finding]:
    least = least_size(package, paragraph, lying=lying)
    for run in runs_of(paragraph):
        size = _size(package, run, paragraph)
        if size < least and re.search(r"\w", text_of(run)):
            yield Finding(
                16, start_of(text_of(run)), f"The type is {size:g} points; {least:g} at least here."
            )


def _shapes(package: Package, paragraph: Element) -> Iterator[Finding]:
    said = text_of(paragraph).strip()
    side = value(package.of_paragraph(paragraph, "jc"))
    centred_cell = side == "center" and in_table(paragraph) and len(said) <= _LONGEST_CENTRED
    if side in ("both", "distribute", "center", "right", "end") and not centred_cell:
        yield Finding(16, start_of(said), "The text is not left aligned.")
    capitals = [word for word in re.findall(r"[^\W\d_]{2,}", said) if word.isupper()]
    small = [word for word in re.findall(r"[^\W\d_]{2,}", said) if not word.isupper()]
    caps = any(truth(package.of_run(run, paragraph, "caps")) for run in runs_of(paragraph))
    if (len(capitals) >= _FEWEST_CAPITALS and not small) or (caps and len(said.split()) >= _FEWEST_CAPITALS):
        yield Finding(16, start_of(said), "A block of capitals: write it in sentence case.")
    italic = all(truth(package.of_run(run, paragraph, "i")) for run in runs_of(paragraph))
    if italic and len(said.split()) >= _FEWEST_ITALICS:
        yield Finding(16, start_of(said), "A block of italics: use upright type.")

"""Rule 22, the XML: elements stand where Word allows them, values are of their kind, numbers are single."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    WP,
    Element,
    W,
    cells_of,
    fields_of,
    local,
    rows_of,
    start_of,
    text_of,
    value,
)

_BLOCKS = frozenset(
    ("body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "sdtContent",
     "customXml", "docPartBody", "ins", "del", "moveTo", "moveFrom")
)  # fmt: skip
_INLINE = frozenset(
    ("p", "hyperlink", "ins", "del", "moveFrom", "moveTo", "fldSimple", "smartTag", "sdtContent",
     "customXml", "bdo", "dir", "rt", "rubyBase", "ruby", "e", "num", "den", "oMath", "fName",
     "sub", "sup", "deg", "lim", "r")
)  # fmt: skip
_MAY_STAND_IN = {
    "p": _BLOCKS,
    "tbl": _BLOCKS,
    "r": _INLINE - {"r"},
    "t": frozenset(("r",)),
    "tr": frozenset(["tbl", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom"]),
    "tc": frozenset(["tr", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom"]),
    "hyperlink": _INLINE - {"r"},
    "drawing": frozenset(("r", "numPicBullet", "Choice", "AlternateContent")),
}
_FIRST = {"pPr": "p", "rPr": "r", "tcPr": "tc", "tblPr": "tbl"}
_SIDES = frozenset(
    ("left", "right", "center", "both", "start", "end", "distribute", "mediumKashida",
     "highKashida", "lowKashida", "numTab", "thaiDistribute")
)  # fmt: skip
_ON_OFF = frozenset(("", "0", "1", "true", "false", "on", "off"))
_SWITCHES = frozenset(
    ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish", "keepNext",
     "keepLines", "pageBreakBefore", "cantSplit", "tblHeader", "titlePg", "bidi", "rtl", "noProof",
     "widowControl", "contextualSpacing")
)  # fmt: skip
_NUMBERS = frozenset(
    ("sz", "szCs", "ilvl", "outlineLvl", "numId", "abstractNumId", "gridSpan", "pgNumType")
)  # fmt: skip


def structure(package: Package) -> Iterator[Finding]:
    """22: what stands where it may not, or holds what it cannot, is repaired or refused."""
    for name, root in package.parts.items():
        if not str(root.tag).startswith(W):
            continue
        said = dict.fromkeys(_misplaced(root))
        said |= dict.fromkeys(_wrong_values(root))
        for sentence in said:
            yield Finding(22, name, sentence)
        if any(not field.finished for field in fields_of(root)):
            yield Finding(22, name, "A field begins and does not end.")
    for place, table in package.tables():
        yield from _table(place, table)
    yield from _doubles(package)
    yield from _circles(package)
    yield from _lost(package)


def _misplaced(root: Element) -> Iterator[str]:
    for each in root.iter():
        if not str(each.tag).startswith(W):
            continue
        name, parent = local(each), each.getparent()
        around = "" if parent is None else local(parent)
        allowed = _MAY_STAND_IN.get(name)
        if (
            allowed is not None
            and parent is not None
            and around not in allowed | {"Choice", "Fallback", "AlternateContent"}
        ):
            yield f"An element “{name}” stands in “{around}”, where it may not."
        if name in _FIRST and around == _FIRST[name] and parent is not None and not _is_first(each, parent):
            yield f"The properties “{name}” do not stand first."
        if name in ("pStyle", "tblStyle") and around in ("pPr", "tblPr") and each.getprevious() is not None:
            yield f"The style “{value(each)}” is not named first."
        if name == "sectPr" and around == "body" and each.getnext() is not None:
            yield "The settings of the last section do not stand last."
        if (
            name == "num"
            and around == "numbering"
            and any(local(later) == "abstractNum" for later in each.itersiblings())
        ):
            yield "The lists are in the wrong order."


def _is_first(each: Element, parent: Element) -> bool:
    before = [local(other) for other in each.itersiblings(preceding=True) if isinstance(other.tag, str)]
    return not [
        name
        for name in before
        if name not in ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart")
    ]


def _wrong_values(root: Element) -> Iterator[str]:
    for each in root.iter():
        if not str(each.tag).startswith(W):
            continue
        name, said = local(each), value(each)
        wrong = (
            (name in _SWITCHES and said not in _ON_OFF)
            or (name in _NUMBERS and said and not re.fullmatch(r"-?\d+(\.0+)?", said))
            or (name == "jc" and said not in _SIDES)
            or (name == "color" and not re.fullmatch("[0-9A-Fa-f]{6}|auto", said or "auto"))
            or (name == "shd" and not re.fullmatch("[0-9A-Fa-f]{6}|auto|", value(each, "fill")))
            or (name == "fldChar" and value(each, "fldCharType") not in ("begin", "separate", "end"))
        )
        if wrong:
            shown = said or value(each, "fill") or value(each, "fldCharType")
            yield f"The value of “{name}” cannot be: “{shown}”."


def _table(place: str, table: Element) -> Iterator[Finding]:
    rows = rows_of(table)
    if not rows:
        yield Finding(22, place, "The table has no rows.")
    if table.find(f"{W}tblGrid") is None and table.find(f"{W}tblPr") is not None:
        yield Finding(22, place, "The table does not say how wide its columns are.")
    if any(not cells_of(row) for row in rows):
        yield Finding(22, place, "A row has no cells.")
    for cell in (cell for row in rows for cell in cells_of(row)):
        last = next(
            (
                each
                for each in reversed(cell)
                if isinstance(each.tag, str) and not local(each).startswith("bookmark")
            ),
            None,
        )
        if last is None or local(last) not in ("p", "sdt", "customXml", "ins", "del", "moveTo", "moveFrom"):
            yield Finding(22, place, "A cell does not end with a paragraph.")
            return


def _doubles(package: Package) -> Iterator[Finding]:
    numbers = [each.get("id", "") for each in package.document.iter(f"{WP}docPr")]
    if len(numbers) != len(set(numbers)):
        yield Finding(22, package.main, "Two pictures have the same number.")
    if any(not number.isdigit() for number in numbers):
        yield Finding(22, package.main, "A picture has no number.")
    begun = list(package.document.iter(f"{W}bookmarkStart"))
    ended = {value(each, "id") for each in package.document.iter(f"{W}bookmarkEnd")}
    for what, names in (
        ("Two bookmarks have the same number", [value(each, "id") for each in begun]),
        ("Two bookmarks have the same name", [value(each, "name").casefold() for each in begun]),
        ("Two styles have the same key", list(_style_keys(package))),
    ):
        if any(times > 1 for times in Counter(names).values()):
            yield Finding(22, package.main, f"{what}.")
    if any(value(each, "id") not in ended for each in begun):
        yield Finding(22, package.main, "A bookmark begins and does not end.")


def _circles(package: Package) -> Iterator[Finding]:
    """Styles based on themselves, or on what is not there."""
    styles = package.looks.styles
    for key, style in styles.items():
        *_, last = package.looks.chain(key)
        if last.based_on in styles:
            yield Finding(22, "the styles", f"The style {style.name} is based on itself.")
        elif last.based_on:
            says = f"The style {last.name} is based on one that is not in the file."
            yield Finding(22, "the styles", says, advice=True)


def _style_keys(package: Package) -> Iterator[str]:
    root = package.rooted(f"{W}styles")
    for each in () if root is None else root.iter(f"{W}style"):
        yield value(each, "styleId")


def _lost(package: Package) -> Iterator[Finding]:
    """Notes, remarks and lists that are referred to and are not in the file."""
    for kind in ("footnote", "endnote", "comment"):
        root = package.rooted(f"{W}{kind}s")
        if root is None:
            continue
        known = {value(each, "id") for each in root.iter(f"{W}{kind}")}
        used = {value(each, "id") for each in package.document.iter(f"{W}{kind}Reference")}
        if len(known) < sum(1 for _ in root.iter(f"{W}{kind}")):
            yield Finding(22, package.main, f"Two {kind}s have the same number.")
        for _ in sorted(used - known):
            yield Finding(22, package.main, f"A {kind} is referred to and is not in the file.")
    numbering = package.rooted(f"{W}numbering")
    kinds = (
        set()
        if numbering is None
        else {value(each, "abstractNumId") for each in numbering.findall(f"{W}abstractNum")}
    )
    if set(package.looks.numbers.values()) - kinds:
        yield Finding(22, "the lists", "A list is of a kind that is not in the file.")
    for paragraph in package.paragraphs():
        said = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        if said and said not in package.looks.styles:
            says = f"The style {said} is not in the file."
            yield Finding(22, start_of(text_of(paragraph)), says, advice=True)
            return

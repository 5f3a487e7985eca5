"""Tracked changes of a Word document: told one by one, and accepted in its clean copy."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.importing.papers.elements import (
    Element,
    ancestor,
    attribute,
    child,
    each,
    remove,
    unwrap,
    words_in,
)
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

_COMING = ("ins", "moveTo")
_GOING = ("del", "moveFrom")
_FORMATS = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "cellIns",
    "cellDel",
    "cellMerge",
)
_GRID = ("tblGridChange",)
"""Kept by programs that track nothing, without anybody's name: gone with the changes, and none itself."""
_RANGES = (
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd",
)


def tracked_changes(root: Element) -> Iterator[PaperTrace]:
    """What somebody changed under their name; what follows at once by the same hand is one change."""
    last: tuple[str, str, str] | None = None
    for element in each(root, *_COMING, *_GOING, *_FORMATS, "t"):
        if not _is_words(element):
            continue
        name = _name(element)
        if name == "t":
            last = last if _is_changed(element) else None
            continue
        change = (name, attribute(element, "author"), attribute(element, "date"))
        if change != last:
            yield PaperTrace(FindingKind.TRACKED_CHANGES, place_of(element), change[1])
        last = change


def _is_changed(text: Element) -> bool:
    run = ancestor(text, "r")
    if run is not None and child(run, "rPr", "rPrChange") is not None:
        return True
    return any(_name(around) in (*_COMING, *_GOING) for around in text.iterancestors())


def place_of(element: Element) -> str:
    """Where something stands: the words its paragraph begins with."""
    paragraph = element if _name(element) == "p" else ancestor(element, "p")
    if paragraph is None:
        row = ancestor(element, "tr")
        paragraph = None if row is None else row
    words = " ".join((words_in(paragraph) if paragraph is not None else "").split())
    return f"“{words}”" if words else ""


def accept(root: Element) -> None:
    """Let what came stand and what went go, as Word does when all changes are accepted."""
    for element in _found(root, *_FORMATS, *_GRID):
        if _name(element) == "cellDel":
            _take_cell(element)
        else:
            remove(element)
    for element in _found(root, *_GOING):
        holder = element.getparent()
        if holder is None:
            continue
        if _name(holder) == "trPr":
            _take_row(holder)
        elif _name(holder) != "rPr":
            remove(element)
    for element in _found(root, *_COMING):
        holder = element.getparent()
        if holder is not None and _name(holder) in ("rPr", "trPr", "ctrlPr", "numPr"):
            remove(element)
        else:
            unwrap(element)
    for paragraph in _found(root, "p"):
        if _mark_went(paragraph):
            _join_next(paragraph)
    for element in _found(root, *_RANGES):
        remove(element)


def _mark_went(paragraph: Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    went = [] if mark is None else [each for each in mark if _name(each) in _GOING]
    for element in went:
        remove(element)
    return bool(went)


def _join_next(paragraph: Element) -> None:
    """A paragraph whose end was deleted goes on in the next one, which keeps its own look."""
    following = paragraph.getnext()
    while following is not None and _name(following) in ("bookmarkStart", "bookmarkEnd", "proofErr"):
        following = following.getnext()
    content = [element for element in paragraph if _name(element) != "pPr"]
    if following is not None and _name(following) == "p":
        at = 1 if child(following, "pPr") is not None else 0
        following[at:at] = content
        remove(paragraph)
    elif not content and following is not None and paragraph.getprevious() is not None:
        remove(paragraph)


def _take_row(properties: Element) -> None:
    row = properties.getparent()
    table = None if row is None else row.getparent()
    if row is None or table is None:
        return
    remove(row)
    if child(table, "tr") is None and _name(table) == "tbl":
        remove(table)


def _take_cell(element: Element) -> None:
    cell = ancestor(element, "tc")
    row = None if cell is None else cell.getparent()
    if cell is None or row is None:
        return
    remove(cell)
    if child(row, "tc") is None:
        remove(row)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_words(element: Element) -> bool:
    """Whether it is Word's own: a line of a drawing moves to places too."""
    return "wordprocessingml" in str(element.tag)


def _found(root: Element, *names: str) -> list[Element]:
    return [element for element in root.iter(*(f"{{*}}{name}" for name in names)) if _is_words(element)]

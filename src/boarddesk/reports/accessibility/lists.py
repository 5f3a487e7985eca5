"""Rules 12 and 13: lists are lists and not typed, and space comes from styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    Element,
    W,
    around,
    in_table,
    says_something,
    start_of,
    text_of,
    value,
)

_DOT = re.compile(r"\s*(?:[•·▪◦‣⁃∙❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf076][ \t\u00a0]+|[•‣▪◦\uf0b7\uf0a7])\S")
"""A sign that is nothing but the mark of a list."""
_DASH = re.compile(r"\s*(?:[*–‑−-][ \t\u00a0]+\S|[①-⑳❶-➓]\s*\S)")
_SIGN = re.compile(r"\s*(?:[^\w\s\"'“”‘’(\[{£$€#@&/.,…%]|o)[ \t\u00a0]+\S")
"""A sign that means something else where it stands but once."""
_TABBED = re.compile(r"\s*(?:[^\w\s\"'“”‘’(\[{£$€#@&/.,…%]|o)\t\s*\S")
_NUMBER = re.compile(
    r"\s*(?P<open>[(\[]?)(?P<count>\d{1,2}|[a-z]|[A-Z]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){1,2})"
    r"(?P<close>[.):\]]| [–-]|\b)[ \t\u00a0]+(?P<words>\S.*)"
)
_LONGEST_LINE = 300
_ROMAN = {"i": 1, "v": 5, "x": 10}


def lists(package: Package) -> Iterator[Finding]:
    """12: lists are lists, not typed bullets and numbers."""
    lines = list(_lines(package))
    for line, near in zip(lines, zip([None, *lines], [*lines[1:], None], strict=False), strict=False):
        twice = _SIGN.match(line.said) and any(
            other is not None and _begin_alike(line, other) for other in near
        )
        whose = near[0] is not None and near[0].said.rstrip().endswith(("”", "’", '"', "'"))  # who said it
        dash = line.place is None and not whose and _DASH.match(line.said)
        if not line.chip and (_DOT.match(line.said) or _TABBED.match(line.said) or dash or twice):
            yield Finding(12, start_of(line.said), "A bullet is typed: use a bulleted list.")
    yield from _typed_numbers(lines)
    for paragraph in package.paragraphs():
        said = text_of(paragraph)
        if package.looks.is_listed(paragraph):
            if _DOT.match(said) or _DASH.match(said):
                yield Finding(12, start_of(said), "A bullet is typed in a list that has its own.")
        elif package.looks.list_of(paragraph) != "0":
            yield Finding(12, start_of(said), "The list has no marks: its kind is not in the file.")


@dataclass(frozen=True)
class _Line:
    """A line as it is read: its words, the cell or text it stands in, and whether a status styles it."""

    said: str
    place: Element | None
    heading: bool
    chip: bool


def _lines(package: Package) -> Iterator[_Line]:
    """The lines of paragraphs that are no items of real lists."""
    for paragraph in package.paragraphs():
        cell = around(paragraph, "tc")
        if package.looks.is_listed(paragraph) or not text_of(paragraph).strip():
            continue
        name = package.looks.style_name(paragraph).casefold()
        heading = package.heading_level(paragraph) is not None or name.startswith(("toc", "title"))
        for said in text_of(paragraph).split("\n"):
            if said.strip():
                yield _Line(said, cell, heading, name.startswith(("status", "level")))


def _begin_alike(line: _Line, other: _Line) -> bool:
    alike = line.said.lstrip()[0] == other.said.lstrip()[0]
    return alike and line.place is other.place and _SIGN.match(other.said) is not None


def _typed_numbers(lines: list[_Line]) -> Iterator[Finding]:
    """A number, and later the one that comes next, written in the same way in the same place."""
    awaited: dict[tuple[object, ...], _Line] = {}
    for line in lines:
        found = _NUMBER.match(line.said)
        if found is None or line.heading:
            continue
        for kind, count in _counts(found):
            key = (kind, found["open"], found["close"], line.place)
            first = awaited.pop((*key, count), None)
            if first is not None:
                yield Finding(12, start_of(line.said), "Numbers are typed: use a numbered list.")
            awaited[*key, count + 1] = line


def _counts(found: re.Match[str]) -> Iterator[tuple[str, int]]:
    """What a typed number may count as."""
    said, close = found["count"], found["close"]
    if "." in said:
        first, _, last = said.rpartition(".")
        yield f"within {first}", int(last)
    elif not close and not (said.isdigit() and "\t" in found[0]):
        return
    elif said.isdigit():
        yield "number", int(said)
    else:
        if len(said) == 1 and (said.islower() or close != "." or len(found["words"].split()) > 2):
            yield f"letter {said.isupper()}", ord(said.casefold())
        if re.fullmatch("[ivx]+", said):
            values = [_ROMAN[letter] for letter in said]
            pairs = zip(values, [*values[1:], 0], strict=True)
            yield "roman", sum(-one if one < after else one for one, after in pairs)


def spacing(package: Package) -> Iterator[Finding]:
    """13: space comes from styles: no empty paragraphs, runs of spaces, tabs or line breaks."""
    tabbed = 0
    for number, paragraph in enumerate(package.paragraphs(), 1):
        said = text_of(paragraph)
        if not says_something(paragraph) and not _is_needed(paragraph):
            yield Finding(13, f"paragraph {number}", "The paragraph is empty: use the space of the style.")
        if _is_placed(said):
            yield Finding(13, start_of(said), "Spaces, tabs or breaks in a row are used to place words.")
        columns = len(re.findall(r"\S\t+\S", said)) > 1 and not in_table(paragraph)
        tabbed = tabbed + 1 if columns else 0
        if tabbed > 1:
            yield Finding(13, start_of(said), "Tabs make columns: use a table.")


_SPACES = re.compile(r"(?<!\s)(?: {2,}|\u00a0{2,}|[ \u00a0\u2000-\u200a\u3000]{3,})(?=\S)|\t{2,}|\n[ \t]*\n+")
_LEADER = re.compile(r"[^\W_].*?(?<![.…_])[.…_]{6,}\s*\d*\s*", re.DOTALL)
_SPACED_LETTERS = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")


def _is_placed(said: str) -> bool:
    """Whether words are put where they stand by spaces, tabs, breaks or dots."""
    plain = re.sub(r"(?<=[.!?:;]) {2}(?=\S)", " ", said)  # two spaces after a full stop are a habit of typing
    indented = bool(plain.strip()) and plain != plain.lstrip()
    leader = _LEADER.fullmatch(plain[:_LONGEST_LINE])
    return indented or bool(leader or _SPACES.search(plain) or _SPACED_LETTERS.search(plain))


def _is_needed(paragraph: Element) -> bool:
    """Whether Word itself wants this empty paragraph: in a cell, after a table, at the end of a section."""
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None or _breaks_the_page(paragraph):
        return True
    before, after = paragraph.getprevious(), paragraph.getnext()
    while before is not None and str(before.tag).endswith(("}bookmarkStart", "}bookmarkEnd", "}proofErr")):
        before = before.getprevious()
    if before is not None and before.tag == f"{W}sdt" and before.find(f".//{W}docPartGallery") is not None:
        return True  # what is left under a list of contents, which is a control of its own
    after_table = before is not None and before.tag == f"{W}tbl"
    while after is not None and str(after.tag).endswith(("}bookmarkStart", "}bookmarkEnd")):
        after = after.getnext()
    if after_table and (after is None or after.tag in (f"{W}sectPr", f"{W}tbl")):
        return True
    parent = paragraph.getparent()
    return parent is not None and parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 1


def _breaks_the_page(paragraph: Element) -> bool:
    return any(value(each, "type") in ("page", "column") for each in paragraph.iter(f"{W}br"))

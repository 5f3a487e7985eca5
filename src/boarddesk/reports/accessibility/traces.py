"""Rules 19 and 20: nothing is locked, and nothing is left in the file that its readers do not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from boarddesk.reports.accessibility.contrast import background, ink, size_of
from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    A,
    Element,
    W,
    fields_of,
    local,
    runs_of,
    start_of,
    text_of,
    truth,
    value,
)

_CHANGES = tuple(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel",
        "cellMerge", "moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart",
        "customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
    )
)  # fmt: skip
_REMARKS = (f"{W}commentReference", f"{W}commentRangeStart", f"{W}annotationRef", "{*}contentPart")
_TINY = 4.0
_LOWEST_ROW = 100
_PLACES = 0x8825
_UNPAGED = 15_000
"""Twips: an indent or a shift further than any page is wide."""


def protection(package: Package) -> Iterator[Finding]:
    """19: no protection."""
    for name in ("documentProtection", "writeProtection"):
        found = None if package.settings is None else package.settings.find(f"{W}{name}")
        if found is not None and value(found, "enforcement") not in ("0", "false", "off"):
            yield Finding(
                19, "the settings", "The document is protected: readers' tools may not reach its text."
            )
    if package.app("DocSecurity") not in ("", "0"):
        yield Finding(19, "document properties", "The document is marked as locked or read-only.")
    if any(truth(each) for each in package.document.iter(f"{W}formProt")):
        yield Finding(19, "the text", "A section is protected for filling in a form.")
    if any("locked" in value(each).casefold() for each in package.document.iter(f"{W}lock")):
        yield Finding(19, "the text", "A part of the text is locked in a content control.")
    if next(package.document.iter(f"{W}permStart"), None) is not None:
        yield Finding(19, "the text", "Only some people may edit a part of the text.")
    if any(name.casefold().startswith("_xmlsignatures/") for name in package.raw):
        yield Finding(19, "the document", "It is signed, and any change breaks the signature.")
    if any(each.get("name") == "_MarkAsFinal" and "true" in "".join(map(str, each.itertext()))
           for root in package.parts.values() if local(root) == "Properties" for each in root):  # fmt: skip
        yield Finding(19, "document properties", "The document is marked as final.")


def traces(package: Package) -> Iterator[Finding]:
    """20: no comments, tracked changes, hidden text."""
    yield from _remarks(package)
    changed = {where for where, root in _all_stories(package) if next(root.iter(*_CHANGES), None) is not None}
    for where in sorted(changed):
        place = "the document" if where == "the text" else where
        yield Finding(20, place, "There are tracked changes.")
    if package.is_on("trackRevisions"):
        says = "Changes are being tracked: what is typed next will be seen as a change."
        yield Finding(20, "the settings", says, advice=True)
    yield from _hidden_words(package)
    if any(truth(each) for each in package.document.iter(f"{W}hidden")):
        yield Finding(20, "the document", "There are hidden rows.")
    if any(_is_flat(each) for each in package.document.iter(f"{W}trHeight")):
        yield Finding(20, "the document", "There are rows too low to be seen.")


def _all_stories(package: Package) -> list[tuple[str, Element]]:
    """What is read, and the styles and lists, whose changes are tracked as well."""
    more = [
        (words, package.rooted(f"{W}{tag}"))
        for tag, words in (("styles", "the styles"), ("numbering", "the lists"))
    ]
    return [*package.stories, *((words, root) for words, root in more if root is not None)]


def _remarks(package: Package) -> Iterator[Finding]:
    comments = package.rooted(f"{W}comments")
    kept = comments is not None and comments.find(f"{W}comment") is not None
    marked = any(next(root.iter(*_REMARKS), None) is not None for _, root in package.stories)
    if kept or marked:
        yield Finding(20, "the document", "There are comments.")
    if any("/ink/" in name.casefold() or name.casefold().endswith(".inkml") for name in package.raw):
        yield Finding(20, "the document", "There are remarks drawn with a pen.")


def _hidden_words(package: Package) -> Iterator[Finding]:
    for where, root in package.stories:
        seen: set[str] = set()
        for paragraph in root.iter(f"{W}p"):
            for run in runs_of(paragraph):
                says = _why_hidden(package, paragraph, run)
                if says and says not in seen:
                    seen.add(says)
                    yield Finding(20, start_of(text_of(run)) if where == "the text" else where, says)


def _why_hidden(package: Package, paragraph: Element, run: Element) -> str:
    looks = package.looks
    if looks.switch(run, paragraph, "vanish"):
        special = looks.of_run(run, paragraph, "specVanish")
        return "" if truth(special) else "There is hidden text."
    behind = background(package, paragraph, run)
    if ink(package, paragraph, run, behind) == behind:
        return "There is text in the colour of what lies behind it."
    if size_of(package, run, paragraph) <= _TINY or value(looks.of_run(run, paragraph, "w")) in (
        "1",
        "2",
        "3",
    ):
        return "There is text too small to be seen."
    indent = looks.of_paragraph(paragraph, "ind")
    for side in ("left", "start", "right", "end", "firstLine"):
        if re.fullmatch(r"-?\d{5,6}", value(indent, side)) and abs(int(value(indent, side))) > _UNPAGED:
            return "There is text beyond the edge of the page."
    shift = value(looks.of_run(run, paragraph, "position"))
    return "There is text beyond the edge of the page." if re.fullmatch(r"-?\d{4,}", shift) else ""


def leftovers(package: Package) -> Iterator[Finding]:
    """20: nothing in the file that the document does not show."""
    if package.settings is not None and package.settings.find(f"{W}docVars/{W}docVar") is not None:
        yield Finding(20, "the settings", "Variables are kept that nobody sees.")
    if package.settings is not None and package.settings.find(f"{W}mailMerge") is not None:
        yield Finding(20, "the settings", "The source of a mail merge is kept.")
    used = package.referred[package.main]
    for relation in package.relations(package.main):
        if relation.kind == "image" and relation.id not in used and not relation.outside:
            yield Finding(20, relation.target, "A picture is kept that the document does not show.")
    for name in package.raw:
        plain = name.casefold()
        if "/embeddings/" in plain:
            charted = any(each.target == name for part in package.raw if "/charts/" in part.casefold()
                          for each in package.relations(part))  # fmt: skip
            says = "The chart carries its whole workbook." if charted else "A whole file is embedded."
            yield Finding(20, name, says, advice=charted)
        elif _tells_where(package.raw[name]):
            yield Finding(20, name, "The picture keeps where it was taken.")
        elif "thumbnail" in plain:
            yield Finding(20, name, "A small picture of the first page is kept, as it once was.", advice=True)
    if any(_is_cut(each) for each in package.document.iter(f"{A}srcRect")):
        yield Finding(20, "a picture", "What was cut off a picture is still in the file.", advice=True)
    for field in (field for _, root in package.stories for field in fields_of(root)):
        if field.name in (
            "COMMENTS",
            "PRIVATE",
            "USERNAME",
            "USERINITIALS",
            "USERADDRESS",
            "AUTHOR",
            "LASTSAVEDBY",
        ):
            yield Finding(
                20, start_of(field.shown or field.name), "A field prints whoever works on the document."
            )
        elif field.name in ("LINK", "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE"):
            yield Finding(20, start_of(field.shown or field.name), "A field fetches from another file.")


def _tells_where(content: bytes) -> bool:
    """Whether a photograph keeps a place: its first list of facts leads to one of places."""
    at = content.find(b"Exif\0\0", 0, 4096)
    if not content.startswith(b"\xff\xd8") or at < 0:
        return False
    facts = content[at + 6 : at + 6 + 65_536]
    order: Literal["big", "little"] = "big" if facts.startswith(b"MM") else "little"
    start = int.from_bytes(facts[4:8], order)
    count = min(int.from_bytes(facts[start : start + 2], order), 500)
    tags = (facts[start + 2 + 12 * number : start + 4 + 12 * number] for number in range(count))
    return any(int.from_bytes(tag, order) == _PLACES for tag in tags)


def _is_flat(height: Element) -> bool:
    said = value(height)
    return value(height, "hRule") == "exact" and said.isdigit() and int(said) < _LOWEST_ROW


def _is_cut(cut: Element) -> bool:
    return any(cut.get(side, "0") not in ("0", "") for side in "ltrb")

"""Comments of a workbook, those of today and those of old, which are called notes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from boarddesk.importing.papers.elements import (
    Element,
    attribute,
    child,
    each,
    relation_id,
    remove,
    words_in,
)
from boarddesk.importing.papers.excel.sheet import Sheet
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

_STANDS_FOR = "[Threaded comment]"
"""How a comment of today begins where an older Excel is to show it."""


def comments(paper: OfficePaper, sheet: Sheet) -> Iterator[Hit]:
    """Each comment of a sheet with its author."""
    taking = partial(_take, paper, sheet)
    people = {
        attribute(person, "id"): attribute(person, "displayName")
        for relation in paper.related(paper.main, "person")
        for person in each(paper.root(relation.part), "person")
    }
    for relation in paper.related(sheet.part, "threadedComment"):
        for comment in each(paper.root(relation.part), "threadedComment"):
            who = people.get(attribute(comment, "personId"), "")
            yield Hit(_trace(sheet, comment, who, words_in(comment, "text")), taking)
    for relation in paper.related(sheet.part, "comments"):
        root = paper.root(relation.part)
        authors = [author.text or "" for author in each(root, "author")]
        for comment in each(root, "comment"):
            words = words_in(comment)
            if not words.startswith(_STANDS_FOR):
                index = attribute(comment, "authorId")
                who = authors[int(index)] if index.isdigit() and int(index) < len(authors) else ""
                yield Hit(_trace(sheet, comment, who, words), taking)


def _trace(sheet: Sheet, comment: Element, who: str, words: str) -> PaperTrace:
    place = f"{sheet.place}, {comment.get('ref', '')}"
    return PaperTrace(FindingKind.COMMENTS, place, who if "tc=" not in who else "", words.strip())


def _take(paper: OfficePaper, sheet: Sheet) -> None:
    """The comments, the people who wrote them and the boxes they are shown in."""
    for relation in list(paper.related(sheet.part, "comments", "threadedComment")):
        remove(relation.element)
    for relation in list(paper.related(paper.main, "person")):
        remove(relation.element)
    legacy = child(sheet.root, "legacyDrawing")
    for relation in list(paper.related(sheet.part, "vmlDrawing")):
        if (
            legacy is not None
            and relation.id == relation_id(legacy)
            and not _other_shapes(paper, relation.part)
        ):
            remove(relation.element)
            remove(legacy)


def _other_shapes(paper: OfficePaper, part: str) -> bool:
    """Take the boxes of comments away; whether any other shape is left."""
    root = paper.root(part)
    shapes = [] if root is None else list(root.iter("{*}shape"))
    boxes = [shape for shape in shapes if attribute(child(shape, "ClientData"), "ObjectType") == "Note"]
    for box in boxes:
        remove(box)
    return len(boxes) < len(shapes)

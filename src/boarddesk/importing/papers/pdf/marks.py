"""What people wrote onto the pages of a PDF: comments, and files pinned to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from pikepdf import Array, Dictionary, NumberTree, Object, Pdf

from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.pdf.objects import dictionaries, items, name, named, part, same, text
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

COMMENTS = re.compile(
    "Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Caret|Stamp|Ink|Redact"
    "|Sound|Projection"
)
FILES = re.compile("FileAttachment|RichMedia|Screen|Movie|3D")
_KEPT_OF_A_MARK = ("/Type", "/Subtype", "/Rect")


def marks(pdf: Pdf) -> Iterator[Hit]:
    """Each comment with its author, and each file on a page or beside them."""
    for number, page in enumerate(pdf.pages, 1):
        for mark in dictionaries(page.obj, "/Annots"):
            kind, place = name(mark, "/Subtype"), f"page {number}"
            taking = partial(_take, pdf, page.obj, mark)
            if FILES.fullmatch(kind):
                words = text(part(mark, "/FS"), "/UF") or text(part(mark, "/FS"), "/F")
                yield Hit(PaperTrace(FindingKind.EMBEDDED, place, text(mark, "/T"), words), taking)
            elif kind == "Popup":
                if not isinstance(part(mark, "/Parent"), Dictionary):
                    yield Hit(PaperTrace(FindingKind.COMMENTS, place, words=text(mark, "/Contents")), taking)
            elif COMMENTS.fullmatch(kind) and name(mark, "/IT") != "FreeTextTypeWriter":
                trace = PaperTrace(FindingKind.COMMENTS, place, text(mark, "/T"), text(mark, "/Contents"))
                yield Hit(trace, taking)


def attached(pdf: Pdf) -> Iterator[Hit]:
    """Files that go along with the whole document."""
    files = list(named(part(pdf.Root, "/Names", "/EmbeddedFiles")))
    beside = dictionaries(pdf.Root, "/AF")
    files += [("", file) for file in beside if not any(same(file, known) for _, known in files)]
    for key, file in files:
        words = text(file, "/UF") or text(file, "/F") or key
        yield Hit(PaperTrace(FindingKind.EMBEDDED, words=words), partial(_detach, pdf))


def _detach(pdf: Pdf) -> None:
    names = part(pdf.Root, "/Names")
    for holder, key in ((names, "/EmbeddedFiles"), (pdf.Root, "/AF"), (pdf.Root, "/Collection")):
        if isinstance(holder, Dictionary) and key in holder:
            del holder[key]


def _take(pdf: Pdf, page: Object, mark: Object) -> None:
    """The mark, its window, its answers' tie to it, and what the tags say of it."""
    window = part(mark, "/Popup")
    going = [found for found in (mark, window) if isinstance(found, Dictionary)]
    _untag(pdf, mark)
    remaining = [one for one in items(page, "/Annots") if not any(same(one, gone) for gone in going)]
    if remaining:
        page["/Annots"] = Array(remaining)
    elif "/Annots" in page:
        del page["/Annots"]
    for one in going:  # something may still point at it: nothing of it is to be found there
        for key, _ in list(one.items()):
            if key not in _KEPT_OF_A_MARK:
                del one[key]


def _untag(pdf: Pdf, mark: Object) -> None:
    number, tree = part(mark, "/StructParent"), part(pdf.Root, "/StructTreeRoot", "/ParentTree")
    if not isinstance(number, int) or not isinstance(tree, Dictionary):
        return
    numbers = NumberTree(tree)
    element = numbers.get(number)
    if not isinstance(element, Dictionary):
        return
    del numbers[number]
    if name(element, "/S") == "Annot":
        _without_child(part(element, "/P"), element)
    else:
        for reference in dictionaries(element, "/K"):
            if same(part(reference, "/Obj"), mark):
                _without_child(element, reference)


def _without_child(holder: object, child: Object) -> None:
    if isinstance(holder, Dictionary) and "/K" in holder:
        remaining = [one for one in items(holder, "/K") if not same(one, child)]
        if remaining:
            holder["/K"] = Array(remaining)
        else:
            del holder["/K"]

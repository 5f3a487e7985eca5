"""Whether a PDF can be read by everybody: its tags, and words for its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Object, ObjectSet, Pdf

from boarddesk.importing.papers.pdf.objects import dictionaries, name, part, text
from boarddesk.rules.papers.finding import FindingKind, PaperTrace
from boarddesk.rules.papers.sentences import NO_ALT

NO_TAGS = "no tags, so readers’ tools guess its order"
NO_TEXT = "its pages are pictures, so nobody can search or hear them"


def tags(pdf: Pdf, *, says_something: bool) -> Iterator[PaperTrace]:
    """Missing tags, a scan, and pictures without words."""
    root = part(pdf.Root, "/StructTreeRoot")
    if not says_something:
        yield _finding(NO_TEXT)
    elif not isinstance(root, Dictionary) or part(root, "/K") is None:
        yield _finding(NO_TAGS)
    else:
        yield from _figures(pdf, root)


def _figures(pdf: Pdf, root: Object) -> Iterator[PaperTrace]:
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    roles = part(root, "/RoleMap")
    seen, waiting = ObjectSet(), [(element, "") for element in dictionaries(root, "/K")]
    while waiting:
        element, place = waiting.pop()
        if not seen.add(element):
            continue
        page = part(element, "/Pg")
        if isinstance(page, Dictionary):
            place = f"page {numbers.get(page.objgen, 0)}"
        kind = name(element, "/S")
        if "Figure" in (kind, name(roles, f"/{kind}")) and not text(element, "/Alt") + text(
            element, "/ActualText"
        ):
            yield _finding(NO_ALT, place)
        waiting += [(child, place) for child in dictionaries(element, "/K")]


def _finding(what: str, place: str = "") -> PaperTrace:
    return PaperTrace(FindingKind.ACCESSIBILITY, place, what=what)

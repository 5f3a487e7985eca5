"""What a PDF does by itself or when somebody clicks: programs, and links to files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from pikepdf import Dictionary, Object, Pdf
from pikepdf.sanitize import remove_javascript

from boarddesk.importing.papers.active_parts import leads_to_file
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.pdf.objects import (
    DEEPEST,
    dictionaries,
    fields,
    items,
    name,
    named,
    outline,
    part,
    text,
)
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

Slot = tuple[Object, str, str]
"""What holds an action, under which key, and where."""


def actions(pdf: Pdf) -> Iterator[Hit]:
    """Scripts, and links that lead to files."""
    scripts = [key for key, _ in named(part(pdf.Root, "/Names", "/JavaScript"))]
    for _ in scripts:
        yield _script(pdf, "")
    for holder, key, place in _slots(pdf):
        for action in _chain(holder.get(key)):
            kind = name(action, "/S")
            if kind == "JavaScript":
                yield _script(pdf, place)
            elif kind in ("Launch", "GoToR", "GoToE") or (
                kind == "URI" and leads_to_file(text(action, "/URI"))
            ):
                yield Hit(_link(action, kind, place), partial(_take, holder, key))


def _script(pdf: Pdf, place: str) -> Hit:
    trace = PaperTrace(FindingKind.MACROS, place, what="scripts")
    return Hit(trace, partial(remove_javascript, pdf))


def _link(action: Object, kind: str, place: str) -> PaperTrace:
    if kind == "Launch" and not place:
        return PaperTrace(FindingKind.MACROS, what="a program that it starts")
    file = part(action, "/F")
    words = text(action, "/URI") or text(action, "/F") or text(file, "/UF") or text(file, "/F")
    return PaperTrace(FindingKind.FILE_LINKS, place, words=words)


def _take(holder: Object, key: str) -> None:
    if key in holder:
        del holder[key]


def _slots(pdf: Pdf) -> Iterator[Slot]:
    yield from _own_slots(pdf.Root, "", "/OpenAction")
    for number, page in enumerate(pdf.pages, 1):
        yield from _own_slots(page.obj, f"page {number}")
        for annotation in dictionaries(page.obj, "/Annots"):
            yield from _own_slots(annotation, f"page {number}", "/A", "/PA")
    for field in fields(pdf):
        yield from _own_slots(field, "the form", "/A")
    for entry in outline(pdf):
        yield from _own_slots(entry, "the bookmarks", "/A")


def _own_slots(holder: Object, place: str, *keys: str) -> Iterator[Slot]:
    yield from ((holder, key, place) for key in keys if isinstance(part(holder, key), Dictionary))
    events = part(holder, "/AA")
    if isinstance(events, Dictionary):
        yield from ((events, str(key), place) for key, _ in events.items())


def _chain(action: Any) -> Iterator[Object]:
    """An action and those that follow it."""
    waiting, steps = [action], 0
    while waiting and steps < DEEPEST:
        steps += 1
        found = waiting.pop()
        if isinstance(found, Dictionary):
            yield found
            waiting += items(found, "/Next")

"""Who wrote an Office file and where it lay: its core, own and custom properties, and SharePoint's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from boarddesk.importing.papers.elements import Element, each, remove
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

PEOPLE = {"creator": "the author", "lastModifiedBy": "the last author", "Manager": "the manager"}
PATH = re.compile(
    r"\bfile:/{2,3}|(?<!\w)[A-Za-z]:[\\/]|\\\\[\w.$-]+\\|(?<!\w)/(?:home|Users|Volumes|mnt)/", re.IGNORECASE
)
"""A place on somebody's disk or on a share."""
MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PERSONAL = re.compile(r"author|owner|manager|editor|typist|checked by|reviewer|user", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_KINDS = ("core-properties", "extended-properties", "extendedProperties", "coreProperties")


def kept(what: str, who: str = "", words: str = "") -> PaperTrace:
    """A name or path kept with the file."""
    return PaperTrace(FindingKind.METADATA, who=who.strip(), words=words.strip(), what=what)


def properties(paper: OfficePaper) -> Iterator[Hit]:
    """Authors, managers, and paths in what the file says about itself."""
    for relation in paper.related("", *_KINDS):
        for element in each(paper.root(relation.part)):
            yield from _property(element)
    for relation in paper.related("", "custom-properties", "customProperties"):
        for element in each(paper.root(relation.part), "property"):
            yield from _custom(element)
    yield from _from_sharepoint(paper)


def _property(element: Element) -> Iterator[Hit]:
    name, text = str(element.tag).rpartition("}")[2], (element.text or "").strip()
    if not text or len(element):
        return
    if name in PEOPLE:
        yield Hit(kept(PEOPLE[name], text), partial(remove, element))
    elif PATH.search(text):
        yield Hit(
            kept("the path", words=text),
            _shortened(element, text) if name == "title" else partial(remove, element),
        )
    elif name == "HyperlinkBase":
        yield Hit(kept("the address", words=text), partial(remove, element))


def _shortened(element: Element, text: str) -> Callable[[], None]:
    """A title keeps the last part of its path: a document without a title is read out as nothing."""

    def shorten() -> None:
        element.text = re.split(r"[\\/]", text)[-1]

    return shorten


def _custom(element: Element) -> Iterator[Hit]:
    """A property somebody, or a label of the organisation, has added."""
    name = element.get("name", "")
    text = "".join(str(part) for part in element.itertext()).strip()
    if PATH.search(text) or _ADDRESS.search(text):
        yield Hit(kept("the path", words=text), partial(remove, element))
    elif text and (MAIL.search(text) or (_PERSONAL.search(name) and re.search(r"[^\W\d_]{2}", text))):
        yield Hit(kept(f"the property “{name}”", text), partial(remove, element))


def _from_sharepoint(paper: OfficePaper) -> Iterator[Hit]:
    """People in the properties a document library keeps inside its files."""
    for relation in paper.related(paper.main, "customXml"):
        names = [element.text for element in each(paper.root(relation.part), "DisplayName") if element.text]
        for person in dict.fromkeys(names):
            yield Hit(kept("the library’s entry of", person), partial(remove, relation.element))

"""What an Office file carries besides its text: programs, other files inside it, links to file shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from boarddesk.importing.papers.elements import (
    Element,
    attribute,
    drop_attribute,
    relation_id,
    remove,
    unwrap,
)
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper, Relation
from boarddesk.importing.papers.properties import PATH
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

Placed = Callable[[str, str], str]
"""Where in a part a relationship is used: part and id → place."""

_MACROS = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "macros",
    "control": "an active control",
    "extensibility": "a changed ribbon",
}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|www\.|#|//", re.IGNORECASE)
_FILE = re.compile(r"\.(?:do[ct][xm]?|xl[st][xmb]?|pp[ts][xm]?|pdf|csv|txt|msg|accdb|mdb)$", re.IGNORECASE)
_PROGRAMS = {
    "Excel.": "Excel workbook",
    "Word.": "Word document",
    "PowerPoint.": "presentation",
    "AcroExch.": "PDF",
    "Acrobat.": "PDF",
    "Outlook.": "e-mail",
    "Package": "file",
}
ALT = "Picture of a file that was embedded here"


def macros(paper: OfficePaper) -> Iterator[Hit]:
    """Programs in the file, one a kind, whatever the ending of its name."""
    for part in ("", *paper.parts()):
        for relation in paper.related(part, *_MACROS):
            what = _MACROS[relation.kind]
            yield Hit(
                PaperTrace(FindingKind.MACROS, what=what), partial(_without_control, paper, part, relation)
            )
    if "macroEnabled" in paper.content_type(paper.main):
        yield Hit(PaperTrace(FindingKind.MACROS, what="macros"), paper.without_macros)


def _without_control(paper: OfficePaper, part: str, relation: Relation) -> None:
    remove(relation.element)
    user = paper.users(part).get(relation.id)
    if user is not None and str(user.tag).endswith("}control"):
        remove(user)


def embedded(paper: OfficePaper, placed: Placed) -> Iterator[Hit]:
    """Files inside the file; the picture of each stays, and a chart keeps what it draws."""
    for part in paper.parts():
        inside = list(paper.related(part, "oleObject", "package"))
        taking = partial(_only_pictures, paper, part, inside)
        for relation in inside:
            user = paper.users(part).get(relation.id)
            trace = PaperTrace(FindingKind.EMBEDDED, placed(part, relation.id), words=object_name(user))
            yield Hit(trace, taking)


def object_name(user: Element | None) -> str:
    """What an embedded object is, in words where the program that made it is known."""
    if user is not None and str(user.tag).endswith("}externalData"):
        return "the workbook behind a chart"
    program = attribute(user, "ProgID") or attribute(user, "progId")
    return next((words for begins, words in _PROGRAMS.items() if program.startswith(begins)), program)


def _only_pictures(paper: OfficePaper, part: str, inside: Sequence[Relation]) -> None:
    for relation in inside:
        remove(relation.element)
    ids = {relation.id for relation in inside}
    root = paper.root(part)
    names = ("externalData", "OLEObject", "oleObj", "oleObject")
    for element in [] if root is None else list(root.iter(*(f"{{*}}{name}" for name in names))):
        if relation_id(element) in ids:
            _take_object(element)


def _take_object(element: Element) -> None:
    """Take the object, leave its picture under a name where it has none."""
    picture = next(element.iter("{*}pic"), None)
    frame = next(element.iterancestors("{*}graphicFrame"), None)
    if picture is not None and frame is not None:
        holder = frame.getparent()
        if holder is not None:
            _name_picture(picture)
            holder.replace(frame, picture)
        return
    word_object = element.getparent()
    remove(element)
    if word_object is not None and str(word_object.tag).endswith("}object"):
        word_object.tag = str(word_object.tag).replace("}object", "}pict")
        for shape in word_object.iter("{*}shape"):
            if not shape.get("alt"):
                shape.set("alt", ALT)


def _name_picture(picture: Element) -> None:
    for named in picture.iter("{*}cNvPr"):
        if not named.get("descr"):
            named.set("descr", ALT)


def file_links(paper: OfficePaper, placed: Placed) -> Iterator[Hit]:
    """Links to files on somebody's disk or share; the words of each stay."""
    for part in paper.parts():
        leading = [
            relation
            for relation in paper.relations(part)
            if leads_to_file(relation.address) and not relation.kind.startswith("externalLink")
        ]  # what formulas read from other workbooks is told with the formulas
        taking = partial(_unlink, paper, part, leading)
        for relation in leading:
            trace = PaperTrace(FindingKind.FILE_LINKS, placed(part, relation.id), words=relation.address)
            yield Hit(trace, taking)


def leads_to_file(address: str) -> bool:
    """Whether an address outside is a path and no web address."""
    if PATH.search(address):
        return True
    return not _ELSEWHERE.match(address) and _FILE.search(address.partition("#")[0]) is not None


_LINKS = ("hyperlink", "hlinkClick", "hlinkMouseOver", "hlinkHover", "attachedTemplate", "OLEObject")


def _unlink(paper: OfficePaper, part: str, leading: Sequence[Relation]) -> None:
    for relation in leading:
        remove(relation.element)
    ids = {relation.id for relation in leading}
    root = paper.root(part)
    for element in [] if root is None else list(root.iter(*(f"{{*}}{name}" for name in _LINKS))):
        if relation_id(element) not in ids:
            continue
        name = str(element.tag).rpartition("}")[2]
        if name == "hyperlink":
            unwrap(element)
        elif name == "OLEObject":
            _take_object(element)
        else:
            remove(element)
    for picture in [] if root is None else root.iter("{*}blip", "{*}imagedata"):
        for key in ("link", "href"):
            if attribute(picture, key) in ids:
                drop_attribute(picture, key)

"""What a PDF says about itself: who wrote it and where it lay, in its two sets of properties."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree
from pikepdf import Dictionary, Pdf, Stream

from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.pdf.objects import part, text
from boarddesk.importing.papers.properties import MAIL, PATH, kept

_PEOPLE = {"/Author": "the author", "/Manager": "the manager"}
_WRITERS = {
    "creator": "the author",
    "author": "the author",
    "Author": "the author",
    "contributor": "the contributor",
    "Manager": "the manager",
    "LastModifiedBy": "the last author",
}
_WORDS_KEPT = ("/Title", "/Subject", "/Keywords")


def about(pdf: Pdf) -> Iterator[Hit]:
    """Authors and paths in the old set of properties and in the new one."""
    yield from _information(pdf)
    yield from _packet(pdf)


def _information(pdf: Pdf) -> Iterator[Hit]:
    information = part(pdf.trailer, "/Info")
    for key in list(information.keys()) if isinstance(information, Dictionary) else ():
        said = text(information, key)
        if not said:
            continue
        if key in _PEOPLE:
            yield Hit(kept(_PEOPLE[key], said), partial(information.__delitem__, key))
        elif PATH.search(said):
            yield Hit(kept("the path", words=said), partial(_shorten, information, key, said))
        elif key not in _WORDS_KEPT and MAIL.search(said):
            yield Hit(kept(f"the property “{key.lstrip('/')}”", said), partial(information.__delitem__, key))


def _shorten(information: Dictionary, key: str, said: str) -> None:
    """A title keeps the last part of its path."""
    if key == "/Title":
        information[key] = _last(said)
    else:
        del information[key]


def _last(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _packet(pdf: Pdf) -> Iterator[Hit]:
    stream = part(pdf.Root, "/Metadata")
    packet = _parsed(stream.read_bytes()) if isinstance(stream, Stream) else None
    if packet is None:
        return
    for element in packet.iter("*"):
        what = _WRITERS.get(_local(element.tag), "")
        texts = [said for leaf in element.iter("*") if (said := (leaf.text or "").strip())]
        if what:
            yield from (Hit(kept(what, who), partial(_drop, stream, element)) for who in texts)
        elif not len(element) and texts and PATH.search(texts[0]):
            yield Hit(kept("the path", words=texts[0]), partial(_drop_path, stream, element))
        for key, value in element.attrib.items():
            what, said = _WRITERS.get(_local(key), ""), str(value).strip()
            if said and (what or PATH.search(said)):
                trace = kept(what, said) if what else kept("the path", words=said)
                yield Hit(trace, partial(_drop_attribute, stream, element, str(key)))


def _parsed(packet: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def unreadable(pdf: Pdf) -> bool:
    """Whether the newer properties cannot be read: a clean copy goes without them."""
    stream = part(pdf.Root, "/Metadata")
    return isinstance(stream, Stream) and _parsed(stream.read_bytes()) is None


def _local(name: str | bytes | bytearray | etree.QName) -> str:
    return etree.QName(name if isinstance(name, etree.QName) else str(name)).localname


def _drop(stream: Stream, element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        _keep(stream, parent)


def _drop_path(stream: Stream, element: etree._Element) -> None:
    """A title keeps the last part of its path."""
    if any(_local(around.tag) == "title" for around in element.iterancestors("*")):
        element.text = _last((element.text or "").strip())
        _keep(stream, element)
    else:
        _drop(stream, element)


def _drop_attribute(stream: Stream, element: etree._Element, key: str) -> None:
    element.attrib.pop(key, None)
    _keep(stream, element)


def _keep(stream: Stream, element: etree._Element) -> None:
    """Write the packet back with the marks it begins and ends with."""
    stream.write(etree.tostring(element.getroottree(), encoding="UTF-8"))

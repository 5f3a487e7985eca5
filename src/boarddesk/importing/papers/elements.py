"""Elements of Office XML, found by their local names so that Strict files are read too, and taken out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name, or nothing."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def relation_id(element: Element) -> str:
    """The relationship an element uses; its own number may be called id as well."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")


def attribute_key(element: Element, name: str) -> str | None:
    """The full name of an attribute, to change it."""
    return next((str(key) for key in element.attrib if str(key).rpartition("}")[2] == name), None)


def drop_attribute(element: Element, name: str) -> None:
    """Take an attribute away by its local name."""
    key = attribute_key(element, name)
    if key is not None:
        del element.attrib[key]


def child(element: Element | None, *path: str) -> Element | None:
    """The first child, grandchild … of these local names."""
    for name in path:
        element = None if element is None else element.find(f"{{*}}{name}")
    return element


def each(root: Element | None, *names: str) -> Iterator[Element]:
    """All elements of these local names, in order; what stands twice for older programs is told once."""
    if root is None:
        return
    for element in root.iter(*(f"{{*}}{name}" for name in names)):
        if next(element.iterancestors("{*}Fallback"), None) is None:
            yield element


def remove(element: Element) -> None:
    """Take an element away; what is gone already stays gone."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Leave what an element holds in its place, without the element."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `<w:vanish/>` is there and not switched off."""
    return element is not None and (attribute(element, "val") or "1") not in ("0", "false", "off", "none")


def ancestor(element: Element, name: str) -> Element | None:
    """The nearest element of that local name around one."""
    return next(element.iterancestors(f"{{*}}{name}"), None)


def words_in(element: Element, name: str = "t") -> str:
    """The text of all elements of one local name."""
    return "".join(found.text or "" for found in each(element, name))

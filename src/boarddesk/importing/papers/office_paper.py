"""An Office file as it is cleaned: its parts are read, changed where they stand, and written anew.

Parts that nobody changed go over byte for byte; parts nothing leads to any more are left out.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from boarddesk.importing.papers.elements import Element, each, remove
from boarddesk.importing.tables.package import Package, damaged
from boarddesk.rules.refused import FileProblem

TYPES = "[content_types].xml"
EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Relation:
    """A line of a part's relationships: the part it leads to, or the address outside."""

    element: Element
    id: str
    kind: str
    part: str
    address: str


class OfficePaper:
    """The parts of a Word, Excel or PowerPoint file, parsed once and changed in place."""

    def __init__(self, content: bytes, name: str) -> None:
        self.package = Package(Path(name), content)
        self.main = self.package.main_part("")
        if not self.main or TYPES not in self.package:
            raise damaged(name)
        self._roots: dict[str, Element | None] = {}
        self._before: dict[str, bytes] = {}
        self._users: dict[str, dict[str, Element]] = {}
        self.unread: list[str] = []
        """Parts whose XML is broken: nobody has looked into them."""

    def root(self, part: str) -> Element | None:
        """A part parsed; None where it is missing or cannot be read."""
        if part not in self._roots:
            self._roots[part] = self._read(part)
        return self._roots[part]

    def _read(self, part: str) -> Element | None:
        if part not in self.package:
            return None
        try:
            root = self.package.as_written(part)
        except FileProblem:
            if part == self.main:
                raise
            self.unread.append(part)
            return None
        self._before[part] = _written(root)
        return root

    @property
    def document(self) -> Element:
        """The main part."""
        root = self.root(self.main)
        if root is None:
            raise damaged(self.package.name)
        return root

    def relations(self, part: str) -> list[Relation]:
        """Where a part leads; the whole file for no part."""
        folder = posixpath.dirname(part)
        found: list[Relation] = []
        for element in each(self.root(relations_of(part)), "Relationship"):
            target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
            joined = target if target.startswith("/") else posixpath.join(folder, target)
            inside = "" if outside else posixpath.normpath(joined.partition("#")[0]).lstrip("/").casefold()
            kind = element.get("Type", "").rpartition("/")[2]
            found.append(Relation(element, element.get("Id", ""), kind, inside, target if outside else ""))
        return found

    def related(self, part: str, *kinds: str) -> Iterator[Relation]:
        """Where a part leads, of some kinds only."""
        return (relation for relation in self.relations(part) if relation.kind in kinds)

    def users(self, part: str) -> dict[str, Element]:
        """The first element of a part that uses each of its relationships, by the relationship."""
        if part not in self._users:
            found = self._users[part] = {}
            root = self.root(part)
            for element in () if root is None else root.iter("*"):
                for key, value in element.attrib.items():
                    if "relationships}" in str(key):
                        found.setdefault(str(value), element)
        return self._users[part]

    def parts(self) -> list[str]:
        """Every part something leads to, the main part first."""
        found: dict[str, None] = {}
        waiting = [""]
        while waiting:
            for relation in self.relations(waiting.pop()):
                if relation.part in self.package and relation.part not in found:
                    found[relation.part] = None
                    waiting.append(relation.part)
        return sorted(found, key=lambda part: (part != self.main, part))

    def content_type(self, part: str) -> str:
        """What the file says a part is."""
        for override in each(self.root(TYPES), "Override"):
            if override.get("PartName", "").lstrip("/").casefold() == part:
                return override.get("ContentType", "")
        return ""

    def without_macros(self) -> None:
        """Say of the main part that it is a document without macros."""
        for override in each(self.root(TYPES), "Override"):
            override.set(
                "ContentType",
                PLAIN_TYPES.get(override.get("ContentType", ""), override.get("ContentType", "")),
            )

    def written(self) -> bytes:
        """The file anew."""
        kept = {*self.parts(), TYPES}
        kept |= {relations_of(part) for part in (*kept, "")}
        for override in list(each(self.root(TYPES), "Override")):
            if override.get("PartName", "").lstrip("/").casefold() not in kept:
                remove(override)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in self.package.names():
                if part in kept:
                    entry = zipfile.ZipInfo(self.package.name_as_written(part), EARLIEST)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, self._bytes(part))
        return out.getvalue()

    def _bytes(self, part: str) -> bytes:
        root = self._roots.get(part)
        if root is not None and (anew := _written(root)) != self._before[part]:
            return anew
        return self.package.data(part)


def relations_of(part: str) -> str:
    """The part that says where a part leads."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_OPEN = "application/vnd.openxmlformats-officedocument."
_WORD, _EXCEL = f"{_OPEN}wordprocessingml.document.main+xml", f"{_OPEN}spreadsheetml.sheet.main+xml"
_SLIDES, _MICROSOFT = f"{_OPEN}presentationml.presentation.main+xml", "application/vnd.ms-"
PLAIN_TYPES = {
    f"{_MICROSOFT}word.document.macroEnabled.main+xml": _WORD,
    f"{_MICROSOFT}word.template.macroEnabledTemplate.main+xml": _WORD,
    f"{_OPEN}wordprocessingml.template.main+xml": _WORD,
    f"{_MICROSOFT}excel.sheet.macroEnabled.main+xml": _EXCEL,
    f"{_MICROSOFT}excel.template.macroEnabled.main+xml": _EXCEL,
    f"{_OPEN}spreadsheetml.template.main+xml": _EXCEL,
    f"{_MICROSOFT}powerpoint.presentation.macroEnabled.main+xml": _SLIDES,
    f"{_MICROSOFT}powerpoint.slideshow.macroEnabled.main+xml": _SLIDES,
    f"{_MICROSOFT}powerpoint.template.macroEnabled.main+xml": _SLIDES,
    f"{_OPEN}presentationml.template.main+xml": _SLIDES,
    f"{_OPEN}presentationml.slideshow.main+xml": _SLIDES,
}

"""A Word file opened for checking: its parts and the stories in them, whichever program named them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from boarddesk.reports.accessibility.reading import MC, WP, A, Element, R, W, text_of, truth, value
from boarddesk.reports.accessibility.styling import Looks
from boarddesk.reports.accessibility.themes import Theme
from boarddesk.rules.refused import FileProblem

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
)
_XML = (".xml", ".rels", ".psmdcp")
LARGEST, MOST_TEXT = 200_000_000, 40_000_000
"""Bytes, unpacked: of the whole file, and of what is read as XML."""
_NOT_WORD = "This is not a Word document that can be read. Choose a .docx file that Word itself can open."
_TOO_DEEP = (
    "This document holds things inside things inside things without end, too deep to be read. "
    "Copy its text into a new document and check that."
)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    IndexError,
    OSError,
)


@dataclass(frozen=True)
class Relation:
    """What leads from one part to another, or out of the file."""

    id: str
    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a .docx, read without following anything outside it."""

    def __init__(self, content: bytes) -> None:
        self.twice: list[str] = []
        self.astray: list[str] = []
        self.packed_otherwise: list[str] = []
        self.raw = self._unzipped(content)
        self._names = {name.casefold(): name for name in self.raw}
        self.broken: list[str] = []
        self.declaring: list[str] = []
        self.referred: dict[str, set[str]] = {}
        self.parts = {name: root for name in self.raw if (root := self._parsed(name)) is not None}
        self.main = self._main()
        self.theme = Theme(self.rooted(f"{A}theme"), self.settings)
        self.looks = Looks(self.rooted(f"{W}styles"), self.rooted(f"{W}numbering"))

    def _unzipped(self, content: bytes) -> dict[str, bytes]:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                entries = [entry for entry in archive.infolist() if not entry.is_dir()]
                text = sum(each.file_size for each in entries if each.filename.casefold().endswith(_XML))
                if sum(entry.file_size for entry in entries) > LARGEST or text > MOST_TEXT:
                    raise FileProblem("This document is too large to check. Check it in parts.")
                counted = Counter(entry.filename.casefold() for entry in entries)
                self.packed_otherwise = [
                    each.filename
                    for each in entries
                    if each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
                ]
                self.astray = [each.filename for each in entries if ".." in each.filename.split("/")]
                self.twice = [name for name, times in counted.items() if times > 1]
                return {
                    entry.filename.replace("\\", "/").lstrip("/"): archive.read(entry) for entry in entries
                }
        except _DAMAGE as trouble:
            raise FileProblem(_NOT_WORD) from trouble

    def _parsed(self, name: str) -> Element | None:
        if not name.casefold().endswith(_XML):
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        content = self.raw[name]
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        if b"<!DOCTYPE" in content or "<!DOCTYPE".encode("utf-16-le") in content:
            self.declaring.append(name)
            return None
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as trouble:
            is_limit = getattr(trouble, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT
            if is_limit and "depth" in str(trouble):
                raise FileProblem(_TOO_DEEP) from trouble
            self.broken.append(name)
            return None
        self.referred[name] = {
            str(said) for each in root.iter() for key, said in each.attrib.items() if str(key).startswith(R)
        }
        _without_fallbacks(root)
        return root

    def _main(self) -> str:
        named = [each.target for each in self.relations("") if each.kind == "officeDocument"]
        found = [name for name, root in self.parts.items() if root.tag == f"{W}document"]
        for name in (*named, *found):
            root = self.parts.get(name)
            if root is not None and root.tag == f"{W}document":
                return name
        raise FileProblem(_NOT_WORD)

    # Parts

    @property
    def document(self) -> Element:
        """The main part."""
        return self.parts[self.main]

    @cached_property
    def body(self) -> Element:
        """The body of the main part."""
        found = self.document.find(f"{W}body")
        if found is None:
            raise FileProblem(_NOT_WORD)
        return found

    def part(self, name: str) -> Element | None:
        """A part by its name inside the file."""
        return self.parts.get(name)

    def rooted(self, tag: str) -> Element | None:
        """The part whose outermost element this is; those of the building blocks come last."""
        found = [name for name, root in self.parts.items() if root.tag == tag]
        return self.parts[min(found, key=lambda name: "glossary" in name)] if found else None

    @cached_property
    def settings(self) -> Element | None:
        """The settings of the document."""
        return self.rooted(f"{W}settings")

    def relations(self, name: str) -> Iterator[Relation]:
        """What leads from a part; from the file itself where the name is empty."""
        folder, own = posixpath.split(name)
        related = self.part(posixpath.join(folder, "_rels", f"{own}.rels"))
        for each in () if related is None else related.iter(_RELATION):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not outside:
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(unquote(joined).replace("\\", "/")).lstrip("/")
                target = self._names.get(target.casefold(), target)
            yield Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], target, outside)

    def frames(self, kind: str) -> list[tuple[str, Element]]:
        """Headers or footers with the reason they are used: default, first, even; each part once."""
        found: dict[str, tuple[str, Element]] = {}
        targets = {each.id: each.target for each in self.relations(self.main)}
        for reference in self.document.iter(f"{W}{kind}Reference"):
            name = targets.get(reference.get(f"{R}id", ""), "")
            part = self.part(name)
            if part is not None:
                found.setdefault(name, (value(reference, "type"), part))
        return list(found.values())

    @cached_property
    def stories(self) -> list[tuple[str, Element]]:
        """What is read: the text, headers and footers, notes; each with the words for its place."""
        found = [("the text", self.body)]
        found += [("the header", part) for _, part in self.frames("header")]
        found += [("the footer", part) for _, part in self.frames("footer")]
        for kind in ("footnote", "endnote"):
            root = self.rooted(f"{W}{kind}s")
            found += [] if root is None else [(f"the {kind}s", root)]
        return found

    def core(self, tag: str) -> str:
        """One of the core properties."""
        root = self.rooted(
            "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties"
        )
        found = None if root is None else root.find(tag)
        return (found.text or "").strip() if found is not None else ""

    def app(self, name: str) -> str:
        """One of the properties that the writing program keeps."""
        space = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
        strict = "{http://purl.oclc.org/ooxml/officeDocument/extendedProperties}"
        for of in (space, strict):
            root = self.rooted(f"{of}Properties")
            found = None if root is None else root.find(f"{of}{name}")
            if found is not None:
                return (found.text or "").strip()
        return ""

    # What is read

    @cached_property
    def all_paragraphs(self) -> list[Element]:
        """Every paragraph of the body, in order, tables included."""
        return list(self.body.iter(f"{W}p"))

    def paragraphs(self) -> Iterator[Element]:
        """Every paragraph of the body, in order, tables included."""
        return iter(self.all_paragraphs)

    @cached_property
    def text(self) -> str:
        """The words of the text, a line for each paragraph."""
        return "\n".join(map(text_of, self.all_paragraphs))

    def tables(self) -> Iterator[tuple[str, Element]]:
        """Every table with the words that name its place."""
        for number, table in enumerate(self.body.iter(f"{W}tbl"), 1):
            caption = value(table.find(f"{W}tblPr/{W}tblCaption"))
            yield f"table {number}" + (f" “{caption}”" if caption else ""), table

    def heading_level(self, paragraph: Element) -> int | None:
        """1 for the title, then 2 and on; None for what is no heading."""
        level = self.looks.outline_of(paragraph)
        return int(level) + 1 if re.fullmatch("[0-8]", level) else None

    def is_title(self, paragraph: Element) -> bool:
        """Whether a paragraph is set as Word's own title: no heading, but it stands for the first one."""
        return self.looks.style_name(paragraph).casefold() == "title"

    def is_on(self, name: str) -> bool:
        """Whether a setting is switched on."""
        return self.settings is not None and truth(self.settings.find(f"{W}{name}"))


def _without_fallbacks(root: Element) -> None:
    """Takes out what is only for programs that cannot draw the first choice: nobody reads both."""
    for either in list(root.iter(f"{MC}AlternateContent")):
        if either.find(f"{MC}Choice") is not None:
            for fallback in either.findall(f"{MC}Fallback"):
                either.remove(fallback)

"""A Word file opened for checking: its parts, and how each paragraph looks through the chain of styles."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from boarddesk.rules.refused import FileProblem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
)
LARGEST = 200_000_000
_NOT_WORD = "This is not a Word document that can be read. Choose a .docx file that Word itself can open."

Element = etree._Element


@dataclass(frozen=True)
class Finding:
    """One breach of a rule: where it stands and what it says. Advice is worth a look and breaks nothing."""

    rule: int
    place: str
    says: str
    advice: bool = False


def truth(element: Element | None) -> bool:
    """Whether an on-off property is on."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's own, or nothing."""
    return "" if element is None else element.get(f"{W}{name}", "")


def text_of(element: Element) -> str:
    """The words as they are read, deleted ones and field codes left out."""
    said: list[str] = []
    for each in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        parent = each.getparent()
        if each.tag == f"{W}tab" and parent is not None and parent.tag != f"{W}r":
            continue
        said.append(
            {f"{W}t": each.text or "", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(each.tag), "\n")
        )
    return "".join(said)


@dataclass(frozen=True)
class Style:
    """A style as the file gives it."""

    key: str
    name: str
    based_on: str
    element: Element = field(repr=False)


class Package:
    """The parts of a .docx, read without following anything outside it."""

    def __init__(self, content: bytes) -> None:
        self.raw = self._unzipped(content)
        self.broken: list[str] = []
        self.parts = {name: root for name in self.raw if (root := self._parsed(name)) is not None}
        if "word/document.xml" not in self.parts:
            raise FileProblem(_NOT_WORD)

    @staticmethod
    def _unzipped(content: bytes) -> dict[str, bytes]:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                    raise FileProblem(
                        "This document is too large to check: more than 200 megabytes when opened."
                    )
                return {entry.filename: archive.read(entry) for entry in archive.infolist()}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as trouble:
            raise FileProblem(_NOT_WORD) from trouble

    def _parsed(self, name: str) -> Element | None:
        if not name.endswith((".xml", ".rels")):
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        content = self.raw[name]
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            self.broken.append(name)
            return None

    # Parts

    @property
    def document(self) -> Element:
        """The main part."""
        return self.parts["word/document.xml"]

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

    def frames(self, kind: str) -> dict[str, Element]:
        """Headers or footers by the reason they are used: default, first, even."""
        found: dict[str, Element] = {}
        targets = dict(self.relations("word/document.xml"))
        for reference in self.document.iter(f"{W}{kind}Reference"):
            part = self.part(targets.get(reference.get(f"{R}id", ""), ""))
            if part is not None:
                found[value(reference, "type")] = part
        return found

    def relations(self, name: str) -> Iterator[tuple[str, str]]:
        """Relationship id and the part it leads to; those that lead outside are left out."""
        folder, own = posixpath.split(name)
        related = self.part(posixpath.join(folder, "_rels", f"{own}.rels"))
        for each in () if related is None else related.iter(_RELATION):
            if each.get("TargetMode") != "External":
                target = each.get("Target", "")
                yield each.get("Id", ""), posixpath.normpath(posixpath.join(folder, target)).lstrip("/")

    # Styles

    @cached_property
    def styles(self) -> dict[str, Style]:
        """Every style by its key."""
        root = self.part("word/styles.xml")
        found = () if root is None else root.iter(f"{W}style")
        return {
            value(each, "styleId"): Style(
                value(each, "styleId"), value(each.find(f"{W}name")), value(each.find(f"{W}basedOn")), each
            )
            for each in found
        }

    @cached_property
    def default_style(self) -> str:
        """The key of the paragraph style used where none is named."""
        return next(
            (
                key
                for key, style in self.styles.items()
                if value(style.element, "type") == "paragraph"
                and value(style.element, "default") in ("1", "true")
            ),
            "Normal",
        )

    def chain(self, key: str) -> Iterator[Style]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while key in self.styles and key not in seen:
            seen.add(key)
            yield self.styles[key]
            key = self.styles[key].based_on

    @cached_property
    def defaults(self) -> Element | None:
        """The run properties every text starts from."""
        root = self.part("word/styles.xml")
        return None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def style_of(self, paragraph: Element) -> str:
        """The key of a paragraph's style."""
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.default_style

    def style_name(self, paragraph: Element) -> str:
        """The name people see of a paragraph's style."""
        style = self.styles.get(self.style_of(paragraph))
        return style.name if style else ""

    def of_paragraph(self, paragraph: Element, name: str) -> Element | None:
        """A paragraph property, its own or that of its nearest style."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        if own is not None:
            return own
        for style in self.chain(self.style_of(paragraph)):
            found = style.element.find(f"{W}pPr/{W}{name}")
            if found is not None:
                return found
        return None

    def of_run(self, run: Element, paragraph: Element, name: str) -> Element | None:
        """A run property: its own, else of its character, paragraph or table style, else the default."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return own
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        keys = [value(run.find(f"{W}rPr/{W}rStyle")), self.style_of(paragraph)]
        keys += [] if table is None else [value(table.find(f"{W}tblPr/{W}tblStyle"))]
        for key in keys:
            for style in self.chain(key):
                found = style.element.find(f"{W}rPr/{W}{name}")
                if found is not None:
                    return found
        return None if self.defaults is None else self.defaults.find(f"{W}{name}")

    # What is read

    def paragraphs(self) -> Iterator[Element]:
        """Every paragraph of the body, in order, tables included."""
        return self.body.iter(f"{W}p")

    def tables(self) -> Iterator[tuple[str, Element]]:
        """Every table with the words that name its place."""
        for number, table in enumerate(self.body.iter(f"{W}tbl"), 1):
            caption = value(table.find(f"{W}tblPr/{W}tblCaption"))
            yield f"table {number}" + (f" “{caption}”" if caption else ""), table

    def heading_level(self, paragraph: Element) -> int | None:
        """1 for the title, then 2 and on; None for what is no heading."""
        level = value(self.of_paragraph(paragraph, "outlineLvl"))
        return int(level) + 1 if level.isdigit() and int(level) < 9 else None

    def core(self, tag: str) -> str:
        """One of the core properties."""
        root = self.part("docProps/core.xml")
        found = None if root is None else root.find(tag)
        return (found.text or "").strip() if found is not None else ""


def runs_of(paragraph: Element) -> Iterator[Element]:
    """The runs that say something, those in links included."""
    return (run for run in paragraph.iter(f"{W}r") if text_of(run).strip())


def in_table(paragraph: Element) -> bool:
    """Whether a paragraph stands in a table."""
    return next(paragraph.iterancestors(f"{W}tbl"), None) is not None


def folded(text: str) -> str:
    """Text compared without its kinds of spaces, marks of direction and capitals."""
    return " ".join(text.replace("\u200e", "").split()).casefold()


def start_of(text: str) -> str:
    """The first words of a text, to find it again."""
    said = " ".join(text.split())
    return f"“{said[:60]}{'…' if len(said) > 60 else ''}”"

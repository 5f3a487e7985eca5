"""Opens Office packages (zip with XML parts) warily: sizes judged first, counted while inflating."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from lxml import etree

from boarddesk.rules.refused import FileProblem

MB = 1024 * 1024
MOST_BYTES = 50 * MB
MOST_UNPACKED = 300 * MB
MOST_PARTS = 5_000
MOST_RATIO = 200
CHUNK = 256 * 1024

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    IndexError,
    OSError,
)
ENCODINGS = {
    "utf-8",
    "utf8",
    "utf-16",
    "utf-16le",
    "utf-16be",
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "windows-1252",
}
DEFINITIONS = "brings definitions of its own (a DOCTYPE)"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def damaged(name: str) -> FileProblem:
    """The sentence for a package that does not hold together."""
    return FileProblem(
        f"“{name}” is damaged and could not be read. "
        "Open it in Word or Excel, save it under a new name and try that file."
    )


def too_big(name: str, why: str) -> FileProblem:
    """The sentence for a package beyond what an office document needs."""
    return FileProblem(f"“{name}” {why}. Copy the tables you need into a new document and try that.")


def strange(name: str, what: str) -> FileProblem:
    """The sentence for a package with something in it that could do harm."""
    return FileProblem(
        f"“{name}” {what}, which no office program writes, so it was not read. "
        "Ask for a copy that was saved anew in Word or Excel."
    )


def unparsed(name: str, trouble: Exception) -> FileProblem:
    """What is said of XML that the parser gave up: beyond what it takes, or damaged."""
    if isinstance(trouble, etree.XMLSyntaxError) and trouble.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        return too_deep(name) if "depth" in str(trouble) else too_big(name, "holds a text without end")
    return damaged(name)


def too_deep(name: str) -> FileProblem:
    """The sentence for tables, controls or other things inside one another."""
    return too_big(name, "holds things inside things inside things without end")


class Package:
    """The parts of one Office file, read on demand and never written anywhere.

    Its `content` is read from the path where none is given.
    """

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        self.name = path.name
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(path if content is None else io.BytesIO(content))
            self._parts = self._judged()
        except PermissionError:
            raise
        except DAMAGE as trouble:
            raise damaged(self.name) from trouble

    def _judged(self) -> dict[str, zipfile.ZipInfo]:
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS:
            raise too_big(self.name, f"holds more than {MOST_PARTS:,} parts")
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise too_big(self.name, "is too big once unpacked")
        parts: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            self._judge(entry)
            key = _part_name(entry.filename)
            if key in parts or ".." in key.split("/"):
                raise damaged(self.name)
            parts[key] = entry
        return parts

    def _judge(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & 1:
            raise FileProblem(
                f"“{self.name}” is protected by a password. Save a copy without the password and try that."
            )
        if entry.file_size > MB and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise too_big(self.name, "unpacks to far more than an office document holds")

    def __contains__(self, part: str) -> bool:
        return _part_name(part) in self._parts

    def names(self) -> tuple[str, ...]:
        """All part names, in small letters, without a leading slash."""
        return tuple(self._parts)

    def name_as_written(self, part: str) -> str:
        """A part's name with its capitals."""
        return self._parts[part].filename.lstrip("/")

    def data(self, part: str) -> bytes:
        """The bytes of a part, counted against the file's allowance while they come."""
        entry = self._parts.get(_part_name(part))
        if entry is None:
            raise damaged(self.name)
        try:
            with self._zip.open(entry) as stream:
                return self._counted(stream, entry.compress_size)
        except FileProblem:
            raise
        except (*DAMAGE, RuntimeError) as trouble:
            raise damaged(self.name) from trouble

    def _counted(self, stream: IO[bytes], packed: int) -> bytes:
        chunks: list[bytes] = []
        size = 0
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            self._left -= len(chunk)
            if self._left < 0 or (size > MB and size > MOST_RATIO * max(1, packed)):
                raise too_big(self.name, "unpacks to far more than an office document holds")
            chunks.append(chunk)
        return b"".join(chunks)

    def _free_of_types(self, part: str) -> bytes:
        data = self.data(part)
        if _declares_types(data):
            raise strange(self.name, DEFINITIONS)
        if not _in_known_encoding(data):
            raise strange(self.name, "is written in an unusual encoding")
        return data

    def plain(self, part: str) -> bytes:
        """A part's XML, free of DOCTYPE, its Strict names turned into the everyday ones."""
        data = self._free_of_types(part)
        for strict, everyday in STRICT.items():
            data = data.replace(strict, everyday)
        return data

    def xml(self, part: str) -> etree._Element:
        """A part parsed, its names the everyday ones."""
        return self._parsed(self.plain(part))

    def as_written(self, part: str) -> etree._Element:
        """A part parsed with the names it has, Strict or not."""
        return self._parsed(self._free_of_types(part))

    def _parsed(self, data: bytes) -> etree._Element:
        try:
            root = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError, LookupError, AssertionError) as trouble:
            raise unparsed(self.name, trouble) from trouble
        if root is None:
            raise damaged(self.name)
        if root.getroottree().docinfo.doctype:
            raise strange(self.name, DEFINITIONS)
        return root

    def optional(self, part: str) -> etree._Element | None:
        """A part parsed, or nothing where it is missing or broken: styles are a help, not a need."""
        if not part or part not in self:
            return None
        try:
            return self.xml(part)
        except FileProblem:
            return None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts a part points to: id → (last word of the type, part name)."""
        folder, _, file = part.rpartition("/")
        root = self.optional(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in root if root is not None else ():
            if isinstance(one.tag, str) and one.get("TargetMode") != "External":
                kind = (one.get("Type") or "").rpartition("/")[2]
                found[one.get("Id") or ""] = (kind, _resolved(folder, one.get("Target") or ""))
        return found

    def main_part(self, otherwise: str) -> str:
        """The part the package says is its document."""
        for kind, target in self.related("").values():
            if kind == "officeDocument" and target in self:
                return target
        return otherwise

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()


def sibling(related: dict[str, tuple[str, str]], kind: str) -> str:
    """The first related part of a kind (`styles`, `numbering`, `theme`), or nothing."""
    return next((target for one, target in related.values() if one == kind), "")


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def on(element: etree._Element | None, attribute: str) -> bool:
    """Whether a switch such as `<w:b/>` is there and not switched off."""
    return element is not None and (element.get(attribute) or "1") not in ("0", "false", "off")


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number out of an attribute, or another where it is none."""
    try:
        return int(float(text)) if text else otherwise
    except (ValueError, OverflowError):
        return otherwise


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _resolved(folder: str, target: str) -> str:
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _declares_types(data: bytes) -> bool:
    """Whether the XML brings a DOCTYPE, in whatever width of letters."""
    signs = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
    return any(sign in data for sign in signs)


def _in_known_encoding(data: bytes) -> bool:
    """Whether the XML is in no encoding in which a DOCTYPE could hide."""
    declared = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", data[:400])
    return declared is None or declared.group(1).decode("ascii", "replace").lower() in ENCODINGS


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )

"""Rule 22, the package: every part is there and of its kind; nothing runs or is fetched from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import MC, Element, W, local

_TYPES = "[Content_Types].xml"
_MAIN_TYPES = ("wordprocessingml.document.main+xml",)
_KINDS = {
    "styles": "styles+xml", "settings": "settings+xml", "numbering": "numbering+xml", "header": "header+xml",
    "footer": "footer+xml", "footnotes": "footnotes+xml", "endnotes": "endnotes+xml",
    "comments": "comments+xml",
    "theme": "theme+xml", "fontTable": "fontTable+xml", "core-properties": "core-properties+xml",
    "extended-properties": "extended-properties+xml",
}  # fmt: skip
_FETCHED = {
    "attachedTemplate": "The template is fetched from outside the file.",
    "image": "A picture is fetched from outside the file.",
    "oleObject": "An object is fetched from outside the file.",
    "subDocument": "A part of the document is fetched from outside the file.",
    "frame": "A frame is fetched from outside the file.",
    "aFChunk": "A part of the document is fetched from outside the file.",
    "video": "A film is fetched from outside the file.",
}
_PICTURES = {
    "png": (b"\x89PNG",), "jpg": (b"\xff\xd8",), "jpeg": (b"\xff\xd8",), "gif": (b"GIF8",), "bmp": (b"BM",),
    "tif": (b"II*\0", b"MM\0*"), "tiff": (b"II*\0", b"MM\0*"), "emf": (b"\x01\0\0\0",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0"),
}  # fmt: skip
_RUNS = re.compile(
    r"vbaproject|vbadata|activex|\.(exe|bat|cmd|com|js|vbs|ps1|dll|scr|hta|msi)$", re.IGNORECASE
)


def wholeness(package: Package) -> Iterator[Finding]:
    """22: opens without repair: every part reads, every relationship leads somewhere."""
    for name in package.broken:
        yield Finding(22, name, "This part of the file is damaged.")
    for name in package.declaring:
        yield Finding(22, name, "This part of the file declares a type of its own, which Word refuses.")
    for name in package.twice:
        yield Finding(22, name, "This part is in the file twice.")
    for name in package.astray:
        yield Finding(22, name, "This part lies outside the file.")
    for name in package.packed_otherwise:
        yield Finding(22, name, "This part is packed in a way that Word does not unpack.")
    yield from _content_types(package)
    yield from _relationships(package)
    yield from _references(package)
    for name, content in package.raw.items():
        wanted = _PICTURES.get(name.casefold().rpartition(".")[2])
        if wanted and not content.startswith(wanted):
            yield Finding(22, name, "This picture is damaged.")
        if _RUNS.search(name):
            yield Finding(22, name, "The document carries a program.")
    for name, root in package.parts.items():
        prefixes = root.get(f"{MC}Ignorable", "").split()
        if any(prefix not in root.nsmap for prefix in prefixes):
            yield Finding(22, name, "This part names a kind of content that it does not declare.")


def _content_types(package: Package) -> Iterator[Finding]:
    root = package.part(_TYPES)
    if root is None:
        if _TYPES not in package.broken:
            yield Finding(22, _TYPES, "The list of what the parts are is missing.")
        return
    by_ending = {
        each.get("Extension", "").casefold(): each.get("ContentType", "")
        for each in root
        if local(each) == "Default"
    }
    named = [each for each in root if local(each) == "Override"]
    by_name = {each.get("PartName", "").lstrip("/").casefold(): each.get("ContentType", "") for each in named}
    twice = Counter(each.get("PartName", "").casefold() for each in named)
    for name in (name for name, times in twice.items() if times > 1):
        yield Finding(22, _TYPES, f"The part {name} is listed twice.")
    types = {}
    for name in package.raw:
        ending = name.casefold().rpartition(".")[2]
        types[name] = by_name.get(name.casefold()) or by_ending.get(ending, "")
        if not types[name] and name != _TYPES and not name.endswith("/"):
            yield Finding(22, name, "The file does not say what this part is.")
    for name in sorted(set(by_name) - {name.casefold() for name in package.raw}):
        yield Finding(22, _TYPES, f"The part {name} is listed and is not in the file.")
    if types[package.main] and not types[package.main].endswith(_MAIN_TYPES):
        told = types[package.main]
        what = "macros" if "macro" in told else "a template" if "template" in told else "no Word document"
        yield Finding(
            22, package.main, f"The file says that it is {what}: save it as a Word document (.docx)."
        )
    for source in ("", *package.parts):
        for relation in package.relations(source):
            wanted = _KINDS.get(relation.kind)
            said = types.get(relation.target, "")
            if wanted and said and not relation.outside and not said.endswith(wanted):
                yield Finding(22, relation.target, "The file says of this part that it is something else.")


def _relationships(package: Package) -> Iterator[Finding]:
    if not any(each.kind == "officeDocument" for each in package.relations("")):
        yield Finding(22, "_rels/.rels", "The file does not say which part is the document.")
    for source in ("", *package.parts):
        relations = list(package.relations(source))
        place = source or "the file"
        for key, times in Counter(each.id for each in relations).items():
            if times > 1:
                yield Finding(22, place, f"The relationship {key} is there twice.")
        for relation in relations:
            if not relation.id or not relation.kind:
                yield Finding(22, place, "A relationship has no name or no kind.")
            if relation.outside:
                if relation.kind in _FETCHED:
                    yield Finding(22, place, _FETCHED[relation.kind])
                elif not relation.target.strip():
                    yield Finding(22, place, "A relationship leads nowhere.")
            elif relation.target not in package.raw and not _is_place_within(relation.target, relation.kind):
                yield Finding(
                    22,
                    place,
                    f"The relationship {relation.id} leads to {relation.target}, which is not in the file.",
                )
            elif relation.kind == "aFChunk":
                yield Finding(
                    22, place, "A part of the document is of another kind and only Word unfolds it."
                )


def _is_place_within(target: str, kind: str) -> bool:
    return kind == "hyperlink" and ("#" in target or not target)


def _references(package: Package) -> Iterator[Finding]:
    """Relationships that are used and do not exist, and parts that a document needs."""
    for name, used in package.referred.items():
        known = {each.id for each in package.relations(name)}
        for key in sorted(used - known - {""}):
            yield Finding(22, name, f"The relationship {key} does not exist.")
    kinds = {each.kind for each in package.relations(package.main)}
    needed = (("styles", ("pStyle", "rStyle", "tblStyle")), ("numbering", ("numId",)),
              ("footnotes", ("footnoteReference",)), ("endnotes", ("endnoteReference",)),
              ("comments", ("commentReference",)))  # fmt: skip
    for kind, tags in needed:
        if kind not in kinds and any(
            _is_used(each) for tag in tags for each in package.document.iter(f"{W}{tag}")
        ):
            yield Finding(22, package.main, f"The document uses {kind}, and that part is missing.")


def _is_used(each: Element) -> bool:
    return each.get(f"{W}val", "1") != "0"

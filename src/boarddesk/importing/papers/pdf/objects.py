"""Objects of a PDF read warily: whoever wrote one may have put anything anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Pdf, Stream, String

DEEPEST = 50


def part(holder: Any, *keys: str) -> Any:
    """What stands under a key, and under a key of that; nothing where there is no such thing."""
    for key in keys:
        holder = holder.get(key) if isinstance(holder, (Dictionary, Stream)) else None
    return holder


def items(holder: Any, *keys: str) -> list[Any]:
    """What stands in a list under a key; a single thing is a list of one."""
    found = part(holder, *keys)
    if isinstance(found, Array):
        return list(found)
    return [] if found is None else [found]


def dictionaries(holder: Any, *keys: str) -> list[Object]:
    """Those of a list that are dictionaries."""
    return [found for found in items(holder, *keys) if isinstance(found, (Dictionary, Stream))]


def name(holder: Any, key: str) -> str:
    """A name under a key, without its slash."""
    found = part(holder, key)
    return str(found).lstrip("/") if isinstance(found, Name) else ""


def text(holder: Any, key: str) -> str:
    """A text under a key."""
    found = part(holder, key)
    return str(found).strip() if isinstance(found, (String, str)) else ""


def same(one: Any, other: Any) -> bool:
    """Whether two are one object of the file; what has no number of its own is compared by what it says."""
    if not isinstance(one, Object) or not isinstance(other, Object):
        return False
    if one.is_indirect or other.is_indirect:
        return one.objgen == other.objgen
    return one == other


def named(tree: Any) -> Iterator[tuple[str, Any]]:
    """Everything a tree of names leads to, its branches followed once each."""
    seen, waiting = ObjectSet(), [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or not seen.add(node):
            continue
        pairs = items(node, "/Names")
        yield from ((str(key), found) for key, found in zip(pairs[::2], pairs[1::2], strict=False))
        waiting += dictionaries(node, "/Kids")


def outline(pdf: Pdf) -> Iterator[Object]:
    """Every bookmark."""
    seen, waiting = ObjectSet(), [part(pdf.Root, "/Outlines", "/First")]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Dictionary) and seen.add(entry):
            yield entry
            waiting += [entry.get("/Next"), entry.get("/First")]


def fields(pdf: Pdf) -> Iterator[Object]:
    """Every field of a form, wherever it is shown."""
    seen, waiting = ObjectSet(), dictionaries(pdf.Root, "/AcroForm", "/Fields")
    while waiting:
        field = waiting.pop()
        if seen.add(field):
            yield field
            waiting += dictionaries(field, "/Kids")

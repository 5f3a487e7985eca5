"""Documents for tests, read by a process of its own as ever, but each only once.

Hundreds of tests begin with one of a few documents; to start a process takes longer than what they look at.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from boarddesk.importing.deciding import child as deciding
from boarddesk.importing.tables import child

WHEN_SAVED = "docProps/core.xml"
"""Differs each time the same document is written, and is not read with its tables."""

_asked, _decided = child.asked, deciding.asked
_answers: dict[tuple[object, ...], bytes] = {}


def asked_once(path: Path, *, seconds: float, given_up: Callable[[], bool]) -> bytes | None:
    """Instead of `child.asked`: what the same child answered of a document of the same name and content."""
    key = (*child._command(), path.name, *_content(path))
    if key in _answers and not given_up():
        return _answers[key]
    answer = _asked(path, seconds=seconds, given_up=given_up)
    if answer:
        _answers[key] = answer
    return answer


def decided_once(given: bytes, *, seconds: float, given_up: Callable[[], bool]) -> bytes | None:
    """Instead of `deciding.child.asked`: what the same child answered to the same question."""
    key = (*deciding._command(), given)
    if key in _answers and not given_up():
        return _answers[key]
    answer = _decided(given, seconds=seconds, given_up=given_up)
    if answer:
        _answers[key] = answer
    return answer


def _content(path: Path) -> tuple[object, ...]:
    """The parts of a document that is whole, without when it was saved; of any other file every byte."""
    try:
        with zipfile.ZipFile(path) as document:
            return tuple((name, document.read(name)) for name in document.namelist() if name != WHEN_SAVED)
    except (zipfile.BadZipFile, zlib.error, OSError):
        return (path.read_bytes() if path.is_file() else path,)

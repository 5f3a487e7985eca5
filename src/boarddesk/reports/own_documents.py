"""Tells a document that stands as BoardDesk wrote it from one that is somebody's own or was edited since."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from boarddesk.reports.excel import MADE
from boarddesk.reports.html import GENERATOR


def is_ours(path: Path) -> bool:
    """Whether the file can be written again without losing anybody's work."""
    seen = _SIGNS.get(path.suffix.lower())
    try:
        return seen is not None and seen(path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return False


def _word(path: Path) -> bool:
    # Word puts its own name here as soon as it saves the document.
    return b"<Application>BoardDesk</Application>" in _part(path, "docProps/app.xml")


def _workbook(path: Path) -> bool:
    """Excel leaves the day a workbook was made and changes the day it was modified."""
    made = re.escape(f"{MADE:%Y-%m-%dT%H:%M:%SZ}".encode())
    return re.search(rb"<dcterms:modified[^>]*>" + made + rb"<", _part(path, "docProps/core.xml")) is not None


def _part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def _page(path: Path) -> bool:
    return GENERATOR in path.read_text("utf-8")


def _calendar(path: Path) -> bool:
    # Imported when first asked: calendars take long to load, and few commands need them.
    from boarddesk.reports.calendar import PRODUCT

    return PRODUCT in path.read_text("utf-8")


def _pdf(path: Path) -> bool:
    # Imported when first asked, as above. Other programs put their own name here as soon as they save it.
    import pikepdf

    from boarddesk.reports.pack.binding import MAKER

    try:
        with pikepdf.open(path) as pdf:
            return str(pdf.docinfo.get("/Producer")) == MAKER
    except pikepdf.PdfError:
        return False


def _export(path: Path) -> bool:
    document = json.loads(path.read_text("utf-8"))
    return isinstance(document, dict) and document.keys() >= {"office", "as_at"}


_SIGNS: dict[str, Callable[[Path], bool]] = {
    ".docx": _word,
    ".xlsx": _workbook,
    ".html": _page,
    ".ics": _calendar,
    ".json": _export,
    ".pdf": _pdf,
}

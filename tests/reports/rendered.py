"""Documents as a program for documents sets them: the page each of their headings really begins on."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from boarddesk.reports.document import Document, Heading
from boarddesk.reports.word.writer import write

NEEDED = ("soffice", "pdftohtml", "fc-match")
PATIENCE = 300  # seconds: LibreOffice is slow to start the first time
ITEM = re.compile(r'<item page="(\d+)">(.*)</item>')


def need_pages() -> None:
    """Skip where nothing turns a document into pages, or no font is as wide as Arial."""
    absent = [program for program in NEEDED if not shutil.which(program)]
    if absent:
        pytest.skip(f"{', '.join(absent)} is not on this machine, so there are no pages to hold against")
    match = subprocess.run(["fc-match", "Arial"], check=True, capture_output=True, text=True, timeout=60)
    if not any(font in match.stdout for font in ("Arial", "Liberation Sans", "Arimo")):
        pytest.skip(f"Arial would be set as {match.stdout.strip()}, which is not as wide")


def pages_of_sections(documents: Sequence[Document], scratch: Path) -> list[list[int]]:
    """For each document the page of each section of level 2; LibreOffice is started once for all."""
    paths = [scratch / f"{place}.docx" for place in range(len(documents))]
    for document, path in zip(documents, paths, strict=True):
        path.write_bytes(write(document))
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch)]
    subprocess.run([*convert, *map(str, paths)], check=True, capture_output=True, timeout=PATIENCE)
    return [
        _sections(document, path.with_suffix(".pdf")) for document, path in zip(documents, paths, strict=True)
    ]


def _sections(document: Document, pdf: Path) -> list[int]:
    """From the PDF's own outline, which has every heading in order with its page, the title first."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout
    found = [(int(page), html.unescape(text)) for page, text in ITEM.findall(shown.split("<outline>", 1)[1])]
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    for (_, text), heading in zip(found[1:], headings, strict=True):
        assert text.split() == heading.text.split()
    return [page for (page, _), each in zip(found[1:], headings, strict=True) if each.level == 2]

"""Documents as a program for documents sets them: the page each of their headings really begins on."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from boarddesk.reports.document import Document, Heading
from boarddesk.reports.word.writer import write

NEEDED = ("soffice", "pdftohtml", "fc-match")
PATIENCE = 300  # seconds: LibreOffice is slow to start the first time
TOP, BOTTOM, SHEET = 1.85, 1.9, 29.7  # centimetres of an upright page
PAGE = re.compile(r'<page number="\d+"[^>]* height="(\d+)"[^>]*>(.*?)</page>', re.DOTALL)
TEXT = re.compile(r'<text top="(-?\d+)" left="(-?\d+)" width="\d+" height="(\d+)"[^>]*>(.*?)</text>')
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
    pdfs = as_pdfs(documents, scratch)
    return [sections_in(document, pdf) for document, pdf in zip(documents, pdfs, strict=True)]


def as_pdfs(documents: Sequence[Document], scratch: Path) -> list[Path]:
    """Each document as its pages."""
    paths = [scratch / f"{place}.docx" for place in range(len(documents))]
    for document, path in zip(documents, paths, strict=True):
        path.write_bytes(write(document))
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch)]
    subprocess.run([*convert, *map(str, paths)], check=True, capture_output=True, timeout=PATIENCE)
    return [path.with_suffix(".pdf") for path in paths]


@dataclass(frozen=True)
class Words:
    """Some words of a page: how far from its left and its top they stand, and how far down they reach."""

    text: str
    left: int
    top: int
    bottom: int


def words_of_pages(pdf: Path) -> list[list[Words]]:
    """What each page says between header and footer, from top to bottom, in thousandths of its text area."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout
    pages = []
    for height, inside in PAGE.findall(shown):
        head, foot = (int(height) * each / SHEET for each in (TOP, SHEET - BOTTOM))
        found = [
            Words(
                re.sub(r"<[^>]*>", "", text).strip(),
                int(left),
                round((int(top) - head) / (foot - head) * 1000),
                round((int(top) + int(tall) - head) / (foot - head) * 1000),
            )
            for top, left, tall, text in TEXT.findall(inside)
        ]
        pages.append(sorted((each for each in found if 0 <= each.top < 1000), key=lambda each: each.top))
    return pages


def sections_in(document: Document, pdf: Path) -> list[int]:
    """From the PDF's own outline, which has every heading in order with its page, the title first."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout
    found = [(int(page), html.unescape(text)) for page, text in ITEM.findall(shown.split("<outline>", 1)[1])]
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    for (_, text), heading in zip(found[1:], headings, strict=True):
        assert text.split() == heading.text.split()
    return [page for (page, _), each in zip(found[1:], headings, strict=True) if each.level == 2]

"""Every word people see in a document, read without the program."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_in(path: Path) -> list[str]:
    """Its paragraphs or cells, each once."""
    read = {".docx": _of_word, ".xlsx": _of_excel, ".csv": _of_csv}[path.suffix]
    return list(dict.fromkeys(text.strip() for text in read(path) if text.strip()))


def _of_word(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{W}p"):
        pieces = (one.text or "" if one.tag == f"{W}t" else " " for one in paragraph.iter(f"{W}t", f"{W}br"))
        yield "".join(pieces)


def _of_excel(path: Path) -> Iterator[str]:
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell.value for cell in row if isinstance(cell.value, str))
    book.close()


def _of_csv(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            yield from row

"""Writes tables as an Excel workbook: a cover with its contents, one table a sheet, text always as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.document import EMPTY_CELL, Document
from boarddesk.reports.xml_text import legal

Value = str | int | Decimal | date | None

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
TABLE_STYLE = "Table Style Light 15"
LONGEST_CELL = 32_767
LONGEST_NAME, LONGEST_HEADING = 31, 255
NARROWEST, WIDEST = 8, 60
A4 = 9
LINE_OF_CELL, FULLEST = 15.0, 0.9
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook says nothing of when it was made, so that the same tables give the same bytes."""


@dataclass(frozen=True)
class Sheet:
    """One sheet with one table; `name` is on its tab, `title` says what it is."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def write(document: Document) -> bytes:
    """The tables of a document, one a sheet."""
    sheets = [
        Sheet(
            table.title,
            table.title,
            [column.title.replace("\n", " ") for column in table.columns],
            [[cell.said for cell in row] for row in table.rows],
        )
        for table in document.tables()
    ]
    return workbook(document.title, sheets, facts=document.facts)


def workbook(title: str, sheets: Sequence[Sheet], *, facts: str = "") -> bytes:
    """A cover sheet with title, facts and contents, then the sheets in order."""
    written = BytesIO()
    book = Workbook(written, OPTIONS)
    book.set_properties({"title": legal(title), "created": MADE})
    formats = _formats(book)
    names = _names(sheets)
    _cover(book.add_worksheet("Contents"), title, facts, zip(names, sheets, strict=True), formats=formats)
    for name, sheet in zip(names, sheets, strict=True):
        _table(book.add_worksheet(name), sheet, formats=formats)
    book.close()
    return written.getvalue()


def fit_to_print(page: Worksheet) -> None:
    """A lying A4 page as wide as the table, its header row and first column on every page."""
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.set_footer("&L&A&RPage &P of &N")


def say_on_every_page(page: Worksheet, *, above: str, below: str) -> None:
    """What a printed page says of itself: bold at its head, and at its foot beside the sheet's name."""
    head, foot = (legal(words).replace("&", "&&") for words in (above, below))
    page.set_header(f'&C&"-,Bold"{head}')
    page.set_footer(f"&L&A · {foot}&RPage &P of &N")


def row_height(text: str, width: int) -> float:
    """The height in points of wrapped words in a column of so many characters."""
    lines = sum(max(1, -(-len(line) // int(width * FULLEST))) for line in text.split("\n"))
    return lines * LINE_OF_CELL


def _formats(book: Workbook) -> dict[str, Format]:
    top = {"text_wrap": True, "valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "heading": book.add_format({"bold": True, **top}),
        "text": book.add_format({**top, "num_format": "@"}),
        "number": book.add_format(top),
        "day": book.add_format({**top, "num_format": "d mmm yyyy", "align": "left"}),
    }


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Tab names Excel accepts: short, without its signs, each given once whatever the capitals."""
    plain = (re.sub(r"[\[\]:*?/\\]", " ", legal(sheet.name)).strip(" '") or "Table" for sheet in sheets)
    # Excel keeps the name History for itself.
    return _once(plain, taken={"contents", "history"}, longest=LONGEST_NAME)


def _once(words: Iterable[str], *, taken: set[str], longest: int) -> list[str]:
    """Each word once, whatever the capitals: the second of a kind gets a number."""
    found: list[str] = []
    for word in words:
        name, number = word[:longest], 2
        while name.casefold() in taken:
            name, number = f"{word[: longest - 6]} ({number})", number + 1
        taken.add(name.casefold())
        found.append(name)
    return found


def _cover(
    page: Worksheet,
    title: str,
    facts: str,
    contents: Iterable[tuple[str, Sheet]],
    *,
    formats: dict[str, Format],
) -> None:
    page.set_column(0, 0, WIDEST)
    fit_to_print(page)
    page.write_string(0, 0, legal(title), formats["title"])
    page.write_string(1, 0, legal(facts), formats["text"])
    page.set_row(1, row_height(facts, WIDEST))
    for row, (name, sheet) in enumerate(contents, start=3):
        quoted = name.replace("'", "''")
        page.write_url(row, 0, f"internal:'{quoted}'!A1", string=legal(sheet.title))


def _table(page: Worksheet, sheet: Sheet, *, formats: dict[str, Format]) -> None:
    # A table of Excel wants every heading once and none empty.
    words = (legal(heading).strip() or "Column" for heading in sheet.headings)
    headings = _once(words, taken=set(), longest=LONGEST_HEADING)
    rows = sheet.rows or [[EMPTY_CELL, *[None] * (len(headings) - 1)]]
    columns = [{"header": heading, "header_format": formats["heading"]} for heading in headings]
    page.add_table(0, 0, len(rows), len(headings) - 1, {"columns": columns, "style": TABLE_STYLE})
    for down, row in enumerate(rows, start=1):
        for across, value in enumerate(row):
            _cell(page, down, across, value, formats=formats)
    for across, heading in enumerate(headings):
        page.set_column(across, across, _width(heading, [row[across] for row in rows]))
    page.freeze_panes(1, 1)
    fit_to_print(page)


def _cell(page: Worksheet, down: int, across: int, value: Value, *, formats: dict[str, Format]) -> None:
    if isinstance(value, date):
        page.write_datetime(down, across, value, formats["day"])
    elif isinstance(value, int | Decimal):
        page.write_number(down, across, float(value), formats["number"])
    else:
        page.write_string(down, across, _cut(legal(value or EMPTY_CELL)), formats["text"])


def _cut(text: str) -> str:
    """A cell holds so much and no more; what is cut says so."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _width(heading: str, values: Iterable[Value]) -> int:
    lines = [line for value in (heading, *values) for line in str(value or "").split("\n")]
    return min(max(len(max(lines, key=len)) + 2, NARROWEST), WIDEST)

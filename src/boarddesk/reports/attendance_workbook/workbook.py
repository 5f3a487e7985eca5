"""The attendance register as a workbook: its figures are formulas over its letters, for anyone to check."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.attendance_workbook import matrix as attendance_matrix
from boarddesk.reports.attendance_workbook import organisations as attendance_organisations
from boarddesk.reports.attendance_workbook import sheets as attendance_sheets
from boarddesk.reports.attendance_workbook import sums as attendance_sums
from boarddesk.reports.attendance_workbook.sheets import Look, Sheet
from boarddesk.reports.excel import MADE, OPTIONS, fit_to_print, row_height, say_on_every_page
from boarddesk.reports.xml_text import legal
from boarddesk.rules.attendance import words as wording
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.edition import FOR_MEMBERS, PUBLISHED
from boarddesk.rules.registers.register import Mark, Standing
from boarddesk.rules.registers.sheet import SHEET

COVER = 100
OF_THE_COPY = 2
HOLDS_REASONS = (
    f"{FOR_MEMBERS}: this workbook holds reasons for absence, notes and the names of deputies. "
    "For a website use a published copy."
)
MEMBERS, ADVISERS = "Members", "Advisers"


def workbook(pack: AttendancePack, *, turned: bool = False) -> bytes:
    """A cover with the figure and its definition, the pooled figures, then the registers they are made of.

    Turned, the registers have their meetings down the side and people across the top.
    """
    written = BytesIO()
    book = Workbook(written, OPTIONS)
    copy = PUBLISHED if pack.is_published else FOR_MEMBERS
    said = {"title": _title(pack), "status": pack.edition.said, "category": copy}
    book.set_properties({name: legal(words) for name, words in said.items()} | {"created": MADE})
    look = Look(book, pack.board.attendance_target)
    sheets = [Sheet(MEMBERS, Standing.MEMBERS, pack, turned)]
    advisers = Sheet(ADVISERS, Standing.ADVISERS, pack, turned)
    sheets += [advisers] if advisers.lines else []
    counts = bool(sheets[0].lines)
    cover = book.add_worksheet("Contents")
    links = _sheets(book, pack, sheets, look, counts=counts)
    if not pack.is_published:
        attendance_matrix.write(book.add_worksheet(SHEET), pack.registers, look, turned=turned)
        links[SHEET] = "every register as it was recorded"
    _cover(cover, pack, links, look, counts=counts)
    for page in book.worksheets():
        say_on_every_page(page, above=copy, below=pack.edition.in_brief(pack.as_at))
        if pack.is_published and page is not cover:
            _say_below(page, pack, look)
    book.close()
    return written.getvalue()


def _say_below(page: Worksheet, pack: AttendancePack, look: Look) -> None:
    """Under the table, where somebody sees it who has the sheet alone."""
    page.write_string(page.dim_rowmax + 2, 0, f"{PUBLISHED}, {pack.edition.said}", look["plain"])


def _title(pack: AttendancePack) -> str:
    return f"{pack.board.name}: attendance, {wording.period(pack)}"


def _sheets(
    book: Workbook, pack: AttendancePack, sheets: list[Sheet], look: Look, *, counts: bool
) -> dict[str, str]:
    """The sheets of figures and letters, by name with what each holds."""
    links: dict[str, str] = {}
    if counts:
        page = book.add_worksheet(attendance_sums.FIGURES)
        links[attendance_sums.FIGURES] = (
            "the pooled figures against the target" if pack.percentages else "the pooled counts"
        )
        attendance_sums.write(page, pack, sheets, look)
    target = attendance_sums.target_cell(pack) if counts and pack.percentages else ""
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        links[sheet.name] = "one line for each seat and its holder"
        attendance_sheets.write(page, sheet, look, target=target if sheet.name == MEMBERS else "")
    if counts:
        page = book.add_worksheet(attendance_organisations.ORGANISATIONS)
        links[attendance_organisations.ORGANISATIONS] = "which was represented at which meeting"
        attendance_organisations.write(page, pack, sheets[0], look)
    return links


def _cover(page: Worksheet, pack: AttendancePack, links: dict[str, str], look: Look, *, counts: bool) -> None:
    page.set_column(0, 0, COVER)
    fit_to_print(page)
    lead, below = wording.in_short(pack)
    lines = [
        lead.replace("\N{NO-BREAK SPACE}", " "),
        PUBLISHED if pack.is_published else HOLDS_REASONS,
        f"When this was written: {below[:1].lower()}{below[1:]}" if counts else below,
        f"{pack.partnership} · {pack.edition.with_day(pack.as_at)}".replace("\N{NO-BREAK SPACE}", " "),
        wording.definition(pack),
        f"Letters: {', '.join(f'{mark.value} {pack.labels[mark]}' for mark in Mark)}.",
        _how_counted(pack, counts=counts),
        *([attendance_organisations.EXPLAINED] if counts else []),
        *([attendance_matrix.EXPLAINED] if not pack.is_published else []),
    ]
    page.write_string(0, 0, legal(_title(pack)), look["title"])
    for place, line in enumerate(lines, start=1):
        if counts and place == 1:
            page.write_formula(place, 0, attendance_sums.headline(pack), look["text"], line)
        else:
            page.write_string(place, 0, legal(line), look["heading" if place == OF_THE_COPY else "text"])
        page.set_row(place, row_height(line, COVER))
    for place, (name, holds) in enumerate(links.items(), start=len(lines) + 2):
        page.write_url(place, 0, f"internal:'{name}'!A1", string=f"{name}: {holds}")


def _how_counted(pack: AttendancePack, *, counts: bool) -> str:
    """What is worked out in the book itself, and what an empty cell means."""
    empty = "An empty cell: not on the roll then."
    if not counts:
        return empty
    if not pack.percentages:
        return f"The counts are formulas over the letters. {empty}"
    return f"The counts and per cents are formulas over the letters, and the target can be changed. {empty}"

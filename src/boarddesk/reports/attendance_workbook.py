"""The attendance register as a workbook: its figures are formulas over its letters, for anyone to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from boarddesk.reports import attendance_matrix
from boarddesk.reports.document import Tint
from boarddesk.reports.excel import MADE, OPTIONS, TABLE_STYLE, fit_to_print, row_height
from boarddesk.reports.xml_text import legal
from boarddesk.rules import attendance_words as said
from boarddesk.rules.attendance import ATTENDED, FILLED, MARK_LABELS, Mark, Register, Standing
from boarddesk.rules.attendance_figures import NOTHING, Figure
from boarddesk.rules.attendance_pack import AttendancePack, letters, rows_of, shown_name
from boarddesk.rules.attendance_report import AttendanceRow
from boarddesk.rules.wording import day

COUNTED = tuple(mark for mark in Mark if mark is not Mark.NOT_REQUIRED)
FIRST_MARK = 4
COVER, MARK, FIGURE, TALL = 100, 8, 13, 32
WHO = (22, 26, 22, 10)
_TINTS = {Mark.APOLOGIES: Tint.PALE, Mark.ABSENT: Tint.DARK}


@dataclass(frozen=True)
class _Sheet:
    """One register on one tab."""

    name: str
    rows: Sequence[AttendanceRow]
    registers: Sequence[Register]


def workbook(pack: AttendancePack) -> bytes:
    """A cover with the definition, the members' register, and the advisers' where there are any."""
    written = BytesIO()
    book = Workbook(written, OPTIONS)
    book.set_properties({"title": legal(_title(pack)), "created": MADE})
    formats = _formats(book)
    sheets = [_Sheet("Members", rows_of(pack.people, Standing.MEMBERS), pack.counted)]
    advisers = rows_of(pack.people, Standing.ADVISERS)
    sheets += [_Sheet("Advisers", advisers, pack.counted)] if advisers else []
    _cover(book.add_worksheet("Contents"), pack, sheets, formats)
    for sheet in sheets:
        _register(book.add_worksheet(sheet.name), sheet, pack, formats=formats)
    if pack.is_for_members:
        attendance_matrix.write(book.add_worksheet(attendance_matrix.SHEET), pack.registers, formats)
    book.close()
    return written.getvalue()


def _title(pack: AttendancePack) -> str:
    return f"{pack.board.name}: attendance, {said.period(pack)}"


def _formats(book: Workbook) -> dict[str, Format]:
    top = {"valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "heading": book.add_format({"bold": True, "text_wrap": True, **top}),
        "text": book.add_format({"text_wrap": True, "num_format": "@", **top}),
        "letter": book.add_format({"align": "center", "num_format": "@", **top}),
        "count": book.add_format({"align": "center", **top}),
        "per cent": book.add_format({"align": "center", "num_format": "0.0%", **top}),
        "day": book.add_format({"bold": True, "num_format": "d mmm yy", "align": "center", **top}),
        **{
            mark.value: book.add_format({"bg_color": f"#{tint.value}", "bold": True})
            for mark, tint in _TINTS.items()
        },
    }


def _cover(
    page: Worksheet, pack: AttendancePack, sheets: Sequence[_Sheet], formats: dict[str, Format]
) -> None:
    page.set_column(0, 0, COVER)
    fit_to_print(page)
    lines = [
        " ".join(part for part in (*said.in_short(pack),)),
        f"{pack.partnership} · as at {day(pack.as_at)}".replace("\N{NO-BREAK SPACE}", " "),
        pack.people.definition,
        f"Letters: {', '.join(f'{mark.value} {MARK_LABELS[mark]}' for mark in Mark)}.",
        _how_counted(pack),
        *([attendance_matrix.EXPLAINED] if pack.is_for_members else []),
    ]
    page.write_string(0, 0, legal(_title(pack)), formats["title"])
    for place, line in enumerate(lines, start=1):
        page.write_string(place, 0, legal(line), formats["text"])
        page.set_row(place, row_height(line, COVER))
    for place, sheet in enumerate(sheets, start=len(lines) + 2):
        page.write_url(place, 0, f"internal:'{sheet.name}'!A1", string=f"{sheet.name}, one row each")


def _how_counted(pack: AttendancePack) -> str:
    """What is worked out in the book itself, and what an empty cell means."""
    empty = "An empty cell: not on the roll then."
    if not (pack.counted and pack.people.rows):
        return empty
    what = "counts and per cents" if pack.percentages else "counts"
    return f"The {what} are formulas over the letters. {empty}"


def _register(page: Worksheet, sheet: _Sheet, pack: AttendancePack, *, formats: dict[str, Format]) -> None:
    headings = ["Name", "Seat", "Organisation", "Role", *_days(sheet.registers), *_figures(pack)]
    last = max(len(sheet.rows), 1)
    columns = [{"header": heading, "header_format": formats["heading"]} for heading in headings]
    page.add_table(
        0, 0, last, len(headings) - 1, {"columns": columns, "style": TABLE_STYLE, "name": sheet.name}
    )
    for place, row in enumerate(sheet.rows, start=1):
        _row(page, place, row, sheet, pack=pack, formats=formats)
    if not sheet.rows:
        page.write_string(1, 0, NOTHING, formats["text"])
    _tinted(page, sheet, last, formats)
    marks = FIRST_MARK + len(sheet.registers)
    for place, width in enumerate(WHO):
        page.set_column(place, place, width)
    if sheet.registers:
        page.set_column(FIRST_MARK, marks - 1, MARK)
    page.set_column(marks, len(headings) - 1, FIGURE)
    page.set_row(0, TALL)
    page.freeze_panes(1, 1)
    fit_to_print(page)


def _days(registers: Sequence[Register]) -> list[str]:
    """One heading a meeting; two on one day are told apart by their time."""
    dates = [one.meeting.date for one in registers]
    return [
        f"{one.meeting.date:%d %b %Y}"
        + (f" {one.meeting.start_time}" if dates.count(one.meeting.date) > 1 else "")
        for one in registers
    ]


def _figures(pack: AttendancePack) -> list[str]:
    counts = ["Expected", "Seat filled", "Attended"]
    return [*counts, "Seat attendance", "Personal attendance"] if pack.percentages else counts


def _row(
    page: Worksheet,
    place: int,
    row: AttendanceRow,
    sheet: _Sheet,
    *,
    pack: AttendancePack,
    formats: dict[str, Format],
) -> None:
    labels = (shown_name(row, names=pack.names), row.seat_title, row.organisation, row.role.value)
    for across, words in enumerate(labels):
        page.write_string(place, across, legal(words or NOTHING), formats["text"])
    for across, register in enumerate(sheet.registers, start=FIRST_MARK):
        page.write_string(place, across, _letters(row, register), formats["letter"])
    end = FIRST_MARK + len(sheet.registers)
    if not sheet.registers:
        return
    marks = xl_range(place, FIRST_MARK, place, end - 1)
    kinds = ((COUNTED, row.seat.of), (tuple(FILLED), row.seat.n), (tuple(ATTENDED), row.personal.n))
    for across, (counting, value) in enumerate(kinds, start=end):
        page.write_formula(place, across, _count(marks, counting), formats["count"], value)
    if pack.percentages:
        for across, (counted_at, figure) in enumerate(
            ((end + 1, row.seat), (end + 2, row.personal)), start=end + 3
        ):
            _share(page, (place, across), (counted_at, end), figure=figure, shape=formats["per cent"])


def _letters(row: AttendanceRow, register: Register) -> str:
    """Empty where the person was not on the roll: in a register to be read in, a dash is not required."""
    return letters(row, register).replace(NOTHING, "")


def _count(marks: str, counting: Sequence[Mark]) -> str:
    """Letters counted one by one, also where a person of two seats has two in one cell."""
    ordered = [mark.value for mark in Mark if mark in counting]
    parts = (f'SUMPRODUCT(LEN({marks})-LEN(SUBSTITUTE({marks},"{letter}","")))' for letter in ordered)
    return f"={'+'.join(parts)}"


def _share(
    page: Worksheet, at: tuple[int, int], columns: tuple[int, int], *, figure: Figure, shape: Format
) -> None:
    count, expected = (xl_rowcol_to_cell(at[0], column) for column in columns)
    value = float(figure.exact / 100) if figure.exact is not None else NOTHING
    page.write_formula(*at, f'=IF({expected}=0,"{NOTHING}",{count}/{expected})', shape, value)


def _tinted(page: Worksheet, sheet: _Sheet, last: int, formats: dict[str, Format]) -> None:
    if not sheet.registers:
        return
    area = (1, FIRST_MARK, last, FIRST_MARK + len(sheet.registers) - 1)
    for mark in _TINTS:
        rule = {"type": "text", "criteria": "containing", "value": mark.value, "format": formats[mark.value]}
        page.conditional_format(*area, rule)

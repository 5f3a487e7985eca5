"""The register as a workbook: letters as text, figures as formulas that say the same as the rules."""

from __future__ import annotations

import io
from dataclasses import replace

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.reports.attendance_packs import pack, registers

from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.rules.attendance.pack import rows_of
from boarddesk.rules.registers.register import Standing

PACK = pack()
CONTENT = workbook(PACK)


def sheet(name: str, *, values: bool) -> Worksheet:
    return load_workbook(io.BytesIO(CONTENT), data_only=values)[name]


def rows(name: str, *, values: bool = True) -> list[list[object]]:
    return [list(row) for row in sheet(name, values=values).iter_rows(values_only=True)]


def people(name: str, *, values: bool = True) -> list[list[object]]:
    """The lines of people: from the headings down to the first line without a name."""
    lines = rows(name, values=values)[1:]
    return lines[: next((at for at, line in enumerate(lines) if line[0] is None), len(lines))]


def test_the_cover_says_the_figure_and_the_definition() -> None:
    words = " ".join(str(row[0]) for row in rows("Contents") if row[0])
    assert "Seats were filled" in words and "Expected: seats that were expected" in words
    assert "formulas over the letters" in words


def test_letters_stand_as_they_were_marked() -> None:
    hartley = next(row for row in rows("Members") if row[0] == "Susan Hartley")
    assert hartley[4:12] == list("PAPPVPAD")


def test_the_values_kept_beside_the_formulas_are_the_rules_own() -> None:
    known = {row.name: row for row in rows_of(PACK.people, Standing.MEMBERS)}
    for name, *_, expected, filled, attended, seat, personal, against in people("Members"):
        row = known[str(name)]
        assert (filled, expected) == (row.seat.n, row.seat.of)
        assert attended == row.personal.n
        assert seat == float(row.seat.exact or 0) / 100 and personal == float(row.personal.exact or 0) / 100
        assert against == ("Meets target" if row.meets_target else "Below target")


def test_a_formula_counts_what_its_row_shows() -> None:
    """The formulas are read back and worked out by hand from the letters they name."""
    shown, formulas = people("Members"), people("Members", values=False)
    for row, formula in zip(shown, formulas, strict=True):
        letters = [str(each) for each in row[4:12]]
        expected, filled = str(formula[12]), str(formula[13])
        assert sum(letters.count(letter) for letter in "PVTDAX" if f'"{letter}"' in expected) == row[12]
        assert sum(letters.count(letter) for letter in "PVTD" if f'"{letter}"' in filled) == row[13]
        assert '"N"' not in expected and '"A"' not in filled


def test_advisers_have_a_sheet_of_their_own() -> None:
    assert [row[0] for row in people("Advisers")] == ["Colin Reeve", "Dr Fay Lindqvist"]


def test_a_published_copy_leaves_out_percentages_and_names() -> None:
    book = load_workbook(io.BytesIO(workbook(replace(PACK, percentages=False, names=False))))
    words = [str(cell) for row in book["Members"].iter_rows(values_only=True) for cell in row]
    assert "Cabinet member" in words and "Susan Hartley" not in words
    assert "Personal attendance" not in words


def test_nothing_is_merged_and_the_header_stays_in_sight() -> None:
    members = sheet("Members", values=True)
    assert not members.merged_cells.ranges and members.freeze_panes == "B2"
    assert list(members.tables) == ["Members"]


def test_the_same_register_gives_the_same_bytes() -> None:
    assert workbook(PACK) == CONTENT


def test_an_empty_register_is_a_workbook_too() -> None:
    empty = load_workbook(io.BytesIO(workbook(pack(registers(())))))
    assert empty["Members"]["A2"].value == "–"


def test_every_sheet_prints_one_page_wide_lying_with_its_headings_repeated() -> None:
    for page in load_workbook(io.BytesIO(CONTENT)).worksheets:
        setup = page.page_setup
        assert (setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == ("landscape", 1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage and page.print_title_rows == "$1:$1"


def test_every_line_of_the_cover_has_the_height_its_words_need() -> None:
    page = sheet("Contents", values=True)
    words = {cell.row: str(cell.value) for cell in page["A"] if cell.value}
    definition = next(row for row, text in words.items() if text.startswith("Expected: seats"))
    needed = -(-len(words[definition]) // 100)
    assert page.row_dimensions[definition].height >= needed * 14 > 14


def test_a_heading_of_the_figures_fits_its_column() -> None:
    page = sheet("Members", values=True)
    assert page.column_dimensions["P"].width >= len("Attendance ▼") and page.row_dimensions[1].height >= 30

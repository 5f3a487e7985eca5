"""Ticks and crosses typed in symbol fonts are what people see, never the letter underneath."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.documents import cell, row, table, word_file

from boarddesk.importing.tables.child import from_plain, to_plain
from boarddesk.importing.tables.grid import Cell
from boarddesk.importing.tables.source import read_tables
from boarddesk.importing.tables.symbol_fonts import CODES, UNKNOWN, in_signs, is_symbol_font

SIGNS = [
    ("Webdings", "a", "✓"), ("Webdings", "r", "✗"), ("Webdings", "n", "●"),
    ("Wingdings", "ü", "✓"), ("Wingdings", "û", "✗"), ("Wingdings", "þ", "☑"), ("Wingdings", "ý", "☒"),
    ("Wingdings", "x", "☒"), ("Wingdings", "l", "●"), ("Wingdings", "¡", "○"),
    ("Wingdings 2", "P", "✓"), ("Wingdings 2", "O", "✗"), ("Wingdings 2", "R", "☑"),
    ("Wingdings 2", "T", "☒"), ("Wingdings 2", "—", "●"),
    ("Wingdings 3", "p", "▲"), ("Marlett", "a", "✓"), ("Marlett", "b", "✓"), ("Marlett", "r", "✗"),
    ("Symbol", "Ö", "√"), ("ZapfDingbats", "4", "✓"), ("ZapfDingbats", "8", "✗"),
]  # fmt: skip


def excel_cell(path: Path, text: str, font: str, *, in_a_run: bool) -> Cell:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    look = book.add_format({"font_name": font})
    if in_a_run:
        sheet.write_rich_string(0, 0, look, text, book.add_format({"font_name": "Calibri"}), " x")
    else:
        sheet.write_string(0, 0, text, look)
    book.close()
    return read_tables(path).grids[0].rows[0][0]


@pytest.mark.parametrize(("font", "letter", "sign"), SIGNS)
def test_a_letter_in_a_symbol_font_is_the_sign_people_see(
    tmp_path: Path, font: str, letter: str, sign: str
) -> None:
    styled = excel_cell(tmp_path / "a.xlsx", letter, font, in_a_run=False)
    assert (styled.text, styled.font) == (sign, font)
    run = excel_cell(tmp_path / "b.xlsx", letter, font, in_a_run=True)
    assert (run.text, run.font) == (f"{sign} x", font)


@pytest.mark.parametrize(("font", "letter", "sign"), SIGNS)
def test_so_it_is_in_word_in_a_run_and_as_an_inserted_symbol(
    tmp_path: Path, font: str, letter: str, sign: str
) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    code = ord(letter) if ord(letter) < 256 else letter.encode("cp1252")[0]
    runs = (
        f"<w:r>{fonts}<w:t>{letter}</w:t></w:r>",
        f"<w:r>{fonts}<w:t>{chr(0xF000 + code)}</w:t></w:r>",
        f'<w:r><w:sym w:font="{font}" w:char="F0{code:02X}"/></w:r>',
        f'<w:r><w:sym w:font="{font}" w:char="00{code:02X}"/></w:r>',
    )
    cells = [cell(inner=f"<w:p>{run}</w:p>") for run in runs]
    (read,) = read_tables(word_file(tmp_path / "a.docx", table(row(*cells)))).grids[0].rows
    assert {(one.text, one.font) for one in read} == {(sign, font)}


def test_the_font_of_a_style_in_word_counts_too(tmp_path: Path) -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="character" w:styleId="Tick"><w:rPr><w:rFonts w:ascii="Webdings"/></w:rPr></w:style>'
        "</w:styles>"
    )
    inner = '<w:p><w:r><w:rPr><w:rStyle w:val="Tick"/></w:rPr><w:t>a</w:t></w:r></w:p>'
    path = word_file(tmp_path / "a.docx", table(row(cell(inner=inner), "a")), parts={"styles": styles})
    (read,) = read_tables(path).grids[0].rows
    assert [one.text for one in read] == ["✓", "a"]


def test_a_number_in_a_symbol_font_is_what_its_format_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    ticked = book.add_format({"font_name": "Wingdings", "num_format": '"ü";;"û"'})
    asked = book.add_format({"num_format": '[=1]"P";[=0]"A";General'})
    sheet.write_number(0, 0, 1, ticked)
    sheet.write_number(0, 1, 0, ticked)
    sheet.write_number(0, 2, 1, asked)
    sheet.write_number(0, 3, 0, asked)
    sheet.write_number(0, 4, 1, book.add_format({"font_name": "Wingdings"}))
    book.close()
    (read,) = read_tables(path).grids[0].rows
    assert [one.text for one in read] == ["✓", "✗", "P", "A", UNKNOWN]


letters = st.characters(min_codepoint=33, max_codepoint=255, exclude_characters="\x7f\xa0\xad")


@given(st.sampled_from([*CODES, "Webdings", "Wingdings 2", "Some Dings", "MT Extra"]), letters)
def test_no_letter_of_the_alphabet_ever_comes_out_of_a_symbol_font(font: str, letter: str) -> None:
    seen = in_signs(letter, font)
    assert len(seen) == 1
    assert font == "symbol" or not (seen.isascii() and seen.isalnum())


@pytest.mark.parametrize(
    "font", ["Segoe UI Symbol", "Calibri", "Arial", "Noto Sans Symbols2", "Segoe UI Emoji"]
)
def test_fonts_that_only_speak_of_symbols_change_nothing(font: str) -> None:
    assert not is_symbol_font(font)


def test_font_time_and_comment_of_a_cell_survive_the_way_from_the_other_process() -> None:
    from boarddesk.importing.tables.grid import Grid, SourceKind, SourceTables

    one = Cell(("✓",), font="Webdings", time="10:00", comment="rang")
    tables = SourceTables("a", SourceKind.EXCEL, (Grid(1, ((one, Cell()),)),), remarks=("Hidden.",))
    assert from_plain(to_plain(tables)) == tables

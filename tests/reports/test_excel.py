"""Workbooks: read back cell by cell, text as text, names Excel accepts."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from boarddesk.reports.document import Column, Document, Table, cell
from boarddesk.reports.excel import LONGEST_CELL, Sheet, Value, workbook, write


def one(*rows: list[Value], name: str = "Actions", headings: tuple[str, ...] = ("Ref", "Action")) -> Sheet:
    return Sheet(name, "The actions", headings, rows)


def cells(content: bytes, name: str = "Actions") -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(content))[name].values)


def formulas(content: bytes) -> int:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    return sum(len(re.findall(rb"<f[ >]", sheet)) for sheet in sheets)


def test_a_table_is_read_back_as_it_was_written() -> None:
    content = workbook("Office", [one(["1.1", "Agree a charter"], ["4.10", "Write plans on time"])])
    assert cells(content) == [("Ref", "Action"), ("1.1", "Agree a charter"), ("4.10", "Write plans on time")]


def test_figures_and_days_stay_figures_and_days() -> None:
    content = workbook("Office", [one([Decimal("66.7"), date(2026, 6, 9)], [4, None])])
    assert cells(content)[1:] == [(66.7, datetime(2026, 6, 9)), (4, "–")]


@given(st.sampled_from(["=", "+", "-", "@", "\t", "＝", "http://"]), st.text(max_size=20))
def test_nothing_typed_becomes_a_formula_or_a_link(sign: str, rest: str) -> None:
    content = workbook("Office", [one([f"{sign}{rest}", "=1+1"])])
    assert formulas(content) == 0
    assert cells(content)[1][1] == "=1+1"


def test_a_refs_noughts_are_kept() -> None:
    assert cells(workbook("Office", [one(["4.10", "007"])]))[1] == ("4.10", "007")


def test_the_cover_names_every_sheet_and_leads_to_it() -> None:
    book = load_workbook(
        BytesIO(workbook("Northmoor", [one(), one(name="Risks")], facts="As at 2 June 2026"))
    )
    assert book.sheetnames == ["Contents", "Actions", "Risks"]
    cover = book["Contents"]
    assert [cover["A1"].value, cover["A2"].value] == ["Northmoor", "As at 2 June 2026"]
    assert cover["A5"].hyperlink.location == "'Risks'!A1"


def test_an_empty_table_holds_a_dash() -> None:
    assert cells(workbook("Office", [one()]))[1][0] == "–"


@given(st.lists(st.text(max_size=50), max_size=6))
def test_any_names_make_tabs_excel_accepts(names: list[str]) -> None:
    book = load_workbook(BytesIO(workbook("Office", [one(name=name) for name in names])))
    assert len(book.sheetnames) == len(names) + 1
    assert all(len(name) <= 31 for name in book.sheetnames)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_any_headings_make_a_table(headings: list[str]) -> None:
    content = workbook("Office", [one([""] * len(headings), headings=tuple(headings))])
    kept = [str(heading).casefold() for heading in cells(content)[0]]
    assert len(set(kept)) == len(headings)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    kept = str(cells(workbook("Office", [one(["1", "a" * 40_000])]))[1][1])
    assert len(kept) == LONGEST_CELL
    assert kept.endswith("…")


def test_a_document_gives_its_tables() -> None:
    table = Table(
        "Actions", "What is to be done", (Column("Ref", 2), Column("By\nwhen", 3)), ((cell("1.1"), cell()),)
    )
    assert cells(write(Document("Plan", (table,)))) == [("Ref", "By when"), ("1.1", "–")]


def test_the_same_tables_give_the_same_bytes() -> None:
    sheets = [one(["1.1", "Agree"])]
    assert workbook("Office", sheets) == workbook("Office", sheets)

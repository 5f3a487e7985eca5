"""A place of a document leads back to the very words that stand there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.places import standing_at

ROWS = (
    ("Register 2025/26", "", "", ""),
    ("Name", "Organisation", "13 Jan", "10 Feb"),
    ("Ann Hale", "ICB", "present", "D – Bob Moor"),
    ("Jane Smith,\nBoard Secretary", "Northmoor Council", "", "X"),
)


def document(*, name: str = "", first_row: int = 1, first_column: int = 1) -> SourceTables:
    cells = tuple(tuple(Cell(tuple(words.split("\n")) if words else ()) for words in row) for row in ROWS)
    grid = Grid(1, cells, name=name, first_row=first_row, first_column=first_column)
    return SourceTables("register.xlsx", SourceKind.EXCEL, (grid,))


def test_a_row_is_shown_as_it_stands_under_the_headings_of_its_table() -> None:
    assert standing_at(document(name="sheet “Register”"), "sheet “Register” row 4") == (
        ("Name", "Jane Smith,\nBoard Secretary"),
        ("Organisation", "Northmoor Council"),
        ("10 Feb", "X"),
    )


def test_a_cell_is_shown_with_whose_row_it_is_and_its_heading() -> None:
    assert standing_at(document(name="sheet “Register”"), "sheet “Register” cell D3") == (
        ("", "Ann Hale"),
        ("10 Feb", "D – Bob Moor"),
    )
    assert standing_at(document(), "table 1 row 3 column 4") == (("", "Ann Hale"), ("10 Feb", "D – Bob Moor"))


def test_what_is_no_place_of_the_document_shows_nothing() -> None:
    for place in ("table 2 row 1", "table 1", "table 1 row 9", "register.xlsx", "before table 1", ""):
        assert standing_at(document(), place) == ()


@given(st.integers(0, 3), st.integers(0, 3), st.integers(1, 30), st.integers(1, 30), st.booleans())
def test_every_cell_is_found_again_by_the_place_importing_gives_it(
    row: int, column: int, first_row: int, first_column: int, is_sheet: bool
) -> None:
    name = "sheet “Register 1”" if is_sheet else ""
    source = document(name=name, first_row=first_row, first_column=first_column)
    found = standing_at(source, source.grids[0].cell_place(row, column))
    assert found[-1][1] == ROWS[row][column]
    down = standing_at(source, source.grids[0].column_place(column))
    assert [words for _, words in down] == [words[column] for words in ROWS]

"""Signs are what people see, and what the register says of them; an N that may be two things is neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.documents import cell, row, table, word_file, workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables, Text
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
DAYS = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)]
HEADS = ["Name", "13/01/2026", "10/02/2026", "10/03/2026"]


def written(*rows: Sequence[str], before: str = "") -> FoundRegisters:
    cells = tuple(tuple(Cell((one,) if one else ()) for one in line) for line in rows)
    texts = (Text(before),) if before else ()
    return read_registers(SourceTables("r.csv", SourceKind.CSV, (Grid(1, cells, before=texts),)))


def marks(found: FoundRegisters, member: int = 0) -> list[Mark | None]:
    return [mark.mark for one in found.meetings for mark in one.marks if mark.member == member]


def in_font(
    path: Path, font: str, lines: Mapping[str, Sequence[str]], *, runs: bool = False
) -> FoundRegisters:
    """A register whose marks are set in a font, as the cells' own or as a run inside them."""
    book = xlsxwriter.Workbook(str(path))
    sheet, look = book.add_worksheet("Register"), book.add_format({"font_name": font})
    day, plain = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"font_name": "Calibri"})
    sheet.write(0, 0, "Name")
    for at, one in enumerate(DAYS, 1):
        sheet.write_datetime(0, at, datetime.combine(one, datetime.min.time()), day)
    for at, (name, letters) in enumerate(lines.items(), 1):
        sheet.write(at, 0, name)
        for column, letter in enumerate(letters, 1):
            if runs:
                sheet.write_rich_string(at, column, look, letter, plain, " ")
            else:
                sheet.write_string(at, column, letter, look)
    book.close()
    return read_registers(read_tables(path))


@pytest.mark.parametrize(
    ("font", "tick", "cross"),
    [
        ("Webdings", "a", "r"), ("Wingdings", "ü", "û"), ("Wingdings", "þ", "ý"), ("Wingdings 2", "P", "O"),
        ("Wingdings 2", "R", "T"), ("Marlett", "a", "r"), ("Marlett", "b", "r"),
        ("Segoe UI Symbol", "✔", "✘"), ("Segoe UI Symbol", "☑", "☒"), ("Calibri", "✓", "✗"),
        ("Calibri", "✔\ufe0f", "❌"),
        ("ZapfDingbats", "4", "8"), ("Wingdings", "\uf0fc", "\uf0fb"), ("Calibri", "\uf0fc", "\uf0fb"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("runs", [False, True])
def test_a_tick_is_present_and_a_cross_absent_in_every_font(
    tmp_path: Path, font: str, tick: str, cross: str, runs: bool
) -> None:
    lines = {"Ann Hale": [tick, tick, cross], "Bob Moor": [tick, cross, tick]}
    found = in_font(tmp_path / "r.xlsx", font, lines, runs=runs)
    assert (marks(found), marks(found, 1)) == ([P, P, X], [P, X, P])
    assert found.leftovers == ()


@pytest.mark.parametrize(
    ("font", "letters"),
    [
        ("Webdings", "PAP"),
        ("Wingdings", "PAX"),
        ("Wingdings 3", "axP"),
        ("Marlett", "PAX"),
        ("Symbol", "PAX"),
    ],
)
def test_a_sign_nobody_knows_is_not_recorded_and_its_font_is_named(
    tmp_path: Path, font: str, letters: str
) -> None:
    found = in_font(tmp_path / "r.xlsx", font, {"Ann Hale": letters, "Bob Moor": letters})
    assert marks(found) == [None, None, None]
    assert len({one.text for one in found.leftovers}) == len(found.leftovers)
    assert sum(int(one.why.split()[1]) for one in found.leftovers) == 6
    for one in found.leftovers:
        assert one.text not in letters
        assert one.why.endswith(
            f"; it is a sign of the font {font} that is no mark known. It is left unrecorded"
        )


def test_ticks_inserted_in_a_word_table_are_read(tmp_path: Path) -> None:
    def sign(font: str, code: str) -> str:
        return cell(inner=f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>')

    tick, cross = sign("Wingdings 2", "F050"), sign("Wingdings 2", "F04F")
    other, strange = sign("Webdings", "F061"), sign("Webdings", "F050")
    rows = (row(*HEADS), row("Ann Hale", tick, cross, other), row("Bob Moor", tick, strange, tick))
    found = read_registers(read_tables(word_file(tmp_path / "r.docx", table(*rows))))
    assert (marks(found), marks(found, 1)) == ([P, X, P], [P, None, P])
    assert "of the font Webdings" in found.leftovers[0].why


# The register's own key ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        "Y = present; N = did not attend", "Key: Y = present, N = absent", "Y=Present N=Absent",
        "Y - yes, N - no", "Y – attended / N – not present", "Y: Present | N: Absent", "N = no",
        "Legend: N = absent (no apologies)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["below", "above", "before"])
def test_a_key_that_says_what_n_is_settles_it(key: str, where: str) -> None:
    lines = [HEADS, ["Ann Hale", "Y", "N", "Y"], ["Bob Moor", "N", "Y", "Y"]]
    note = [key, "", "", ""]
    rows = [*lines, note] if where == "below" else [note, *lines] if where == "above" else lines
    found = written(*rows, before=key if where == "before" else "")
    assert (marks(found), marks(found, 1)) == ([P, X, P], [X, P, P])
    assert not [one for one in found.leftovers if one.text == "N"]


def test_a_key_in_cells_of_its_own_and_one_on_another_sheet_settle_it_too(tmp_path: Path) -> None:
    beside = written(
        [*HEADS, "", "Y", "Present"],
        ["Ann Hale", "Y", "N", "Y", "", "N", "Absent"],
        ["Bob Moor", "N", "Y", "Y", "", "", ""],
    )
    assert marks(beside) == [P, X, P]
    sheets = {
        "Register": [HEADS, ["Ann Hale", "Y", "N", "Y"]],
        "Key": [["Y", "Attended"], ["N", "Not attended"]],
    }
    found = read_registers(read_tables(workbook(tmp_path / "r.xlsx", sheets)))
    assert marks(found) == [P, X, P]


@pytest.mark.parametrize(
    "key",
    [
        "",
        "Y = present",
        "P = present, A = apologies, X = absent",
        "A = apologies",
        "Y = yes; D = deputy sent",
    ],
)
@pytest.mark.parametrize("other", ["", "X", "A", "absent", "D"])
@pytest.mark.parametrize("yes", ["Y", "y", "Yes", "Y – Teams"])
@pytest.mark.parametrize("no", ["N", "n", "N – on leave"])
def test_a_key_or_a_word_that_does_not_say_what_n_is_settles_nothing(
    key: str, other: str, yes: str, no: str
) -> None:
    found = written(HEADS, ["Ann Hale", yes, no, "Y"], ["Bob Moor", no, yes, other or "Y"], [key, "", "", ""])
    assert marks(found)[1] is None and marks(found, 1)[0] is None
    (left,) = [one for one in found.leftovers if one.text == "N"]
    assert "N may be no, or not required" in left.why


def test_what_says_not_required_in_words_is_so_beside_y_too() -> None:
    found = written(HEADS, ["Ann Hale", "Y", "N/A", "n - not required"], ["Bob Moor", "Y", "N – absent", "-"])
    assert (marks(found), marks(found, 1)) == ([P, N, N], [P, X, N])


def test_n_without_any_y_is_not_required_as_our_own_letters_have_it() -> None:
    assert marks(written(HEADS, ["Ann Hale", "P", "N", "A"])) == [P, N, A]


signs = st.sampled_from(["Y", "N", "P", "A", "X", "D", "N/A", "✓", ""])
keys = st.lists(
    st.sampled_from(["P = present", "A = apologies", "X = absent", "Y = attended", "D = deputy sent"]),
    unique=True,
)


@given(st.lists(st.lists(signs, min_size=3, max_size=3), min_size=2, max_size=6), keys)
def test_no_n_beside_a_y_ever_becomes_not_required_by_itself(lines: list[list[str]], key: list[str]) -> None:
    rows = [["Ann Hale", "Y", "Y", "Y"], *([f"Person {chr(65 + at)}", *one] for at, one in enumerate(lines))]
    found = written(HEADS, *rows, ["; ".join(key), "", "", ""])
    for at, one in enumerate(found.meetings, 1):
        for mark in one.marks:
            if rows[mark.member][at] == "N":
                assert mark.mark is None


def test_a_sign_nobody_knows_is_listed_once_with_how_often_and_where() -> None:
    found = written(HEADS, ["Ann Hale", "P", "Zz", "P"], ["Bob Moor", "Zz", "Q", "Zz"], ["Cy Finch", *"PPP"])
    first, second = found.leftovers
    assert (first.place, first.text) == ("table 1 row 2 column 3", "Zz")
    assert first.why.startswith(
        "stands 3 times, also in table 1 row 3 column 2, table 1 row 3 column 4; it is no"
    )
    assert (second.text, second.why.split(";")[0]) == ("Q", "is no mark known")
    assert marks(found, 1) == [None, None, None]


def test_the_first_places_of_a_sign_that_stands_everywhere_are_enough() -> None:
    people = [[f"Ann Hale {letter}", "Zz", "P", "P"] for letter in "BCDEFGHIJK"]
    (left,) = written(HEADS, *people).leftovers
    assert left.why.startswith("stands 10 times, also in table 1 row 3 column 2, table 1 row 4 column 2, ")
    assert " and 6 more; it is no mark known" in left.why

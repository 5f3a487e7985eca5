"""CSV files are read however Excel saved them."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem


def read(tmp_path: Path, data: bytes, name: str = "a.csv") -> list[list[str]]:
    path = tmp_path / name
    path.write_bytes(data)
    return [[one.text for one in line] for line in read_tables(path).grids[0].rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_recognised(tmp_path: Path, separator: str) -> None:
    data = separator.join(["Ref", "Action", "By when"]) + "\r\n" + separator.join(["1.1", "Do it", "May 22"])
    assert read(tmp_path, data.encode()) == [["Ref", "Action", "By when"], ["1.1", "Do it", "May 22"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_excel_writes_is_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "Née,“quoted” – dash\n".encode(encoding)) == [["Née", "“quoted” – dash"]]


def test_the_apostrophe_our_own_csv_puts_before_formulas_is_taken_off(tmp_path: Path) -> None:
    assert read(tmp_path, b"'=1+1,'-5,'plain',O'Neil\n") == [["=1+1", "-5", "'plain'", "O'Neil"]]


def test_quoted_cells_keep_their_lines(tmp_path: Path) -> None:
    assert read(tmp_path, b'a,"one\ntwo"\n') == [["a", "one\ntwo"]]


def test_a_list_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="20,000 rows"):
        read(tmp_path, b"a,b\n" * 20_001)


NAMES = st.sampled_from(["Ann Hale", "Hale, Ann", "Dev Rao; for the ICB", "Cara | Finch", "Bob\tMoor", "Ewa"])
MARKS = st.sampled_from(["P", "A", "X", "D; Kit Fell", "A, on leave", ""])


@given(
    st.sampled_from(",;\t|"),
    st.lists(st.lists(MARKS, min_size=3, max_size=3), min_size=2, max_size=8),
    st.lists(
        st.sampled_from(["Northmoor SEND board", "Register, 2026", "", "As at 1 May; draft"]), max_size=3
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    st.data(),
)
def test_whatever_stands_above_and_within_the_lines_the_separator_is_the_one_they_agree_on(
    tmp_path_factory: pytest.TempPathFactory,
    separator: str,
    lines: list[list[str]],
    titles: list[str],
    encoding: str,
    data: st.DataObject,
) -> None:
    rows = [["Name", "13/01/2026", "10/02/2026", "10/03/2026"]]
    rows += [[data.draw(NAMES), *marks] for marks in lines]
    held = StringIO()
    csv.writer(held, delimiter=separator, lineterminator="\r\n").writerows(rows)
    text = "".join(f"{one}\r\n" for one in titles) + held.getvalue()
    found = read(tmp_path_factory.mktemp("csv"), text.encode(encoding))
    assert [line[:4] for line in found[-len(rows) :]] == [
        [" ".join(one.split()) if "\t" not in one else one for one in line] for line in rows
    ]


def test_a_line_that_names_the_separator_is_obeyed_and_is_no_row(tmp_path: Path) -> None:
    assert read(tmp_path, b"sep=;\r\na,b;c\r\n") == [["a,b", "c"]]


def test_a_file_that_is_no_text_is_refused_still(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        read(tmp_path, bytes(range(256)) * 8)

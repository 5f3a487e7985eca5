"""CSV files are read however Excel saved them."""

from __future__ import annotations

from pathlib import Path

import pytest

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

"""What an import of a register leaves aside is said in the terminal, and the document for programs agrees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import Call, Said
from tests.importing.documents import Value, workbook

ROWS: list[list[Value]] = [
    ["Name", "From", "Voting", "13 Jan 2026", "Jan mtg", "10 Feb 2026 (cancelled)", "Comments"],
    ["Ann Hale", "Sept 2024", "Y", "P", "P", "A", "late"],
    ["Bob Moor", "Jan 2025", "N", "Zz", "A", "", ""],
    ["Cy Finch", "2023", "Y", "Zz", "A", "", "ill"],
]


@pytest.fixture
def bring(boarddesk: Call, tmp_path: Path) -> Bring:
    return Bring(boarddesk, tmp_path)


class Bring:
    """Brings a register into a new office, in words or for programs."""

    def __init__(self, boarddesk: Call, folder: Path) -> None:
        self.boarddesk, self.folder = boarddesk, folder

    def rows(self, rows: Sequence[Sequence[Value]], *more: str) -> Said:
        return self.file(workbook(self.folder / "r.xlsx", {"Register": rows}), *more)

    def file(self, source: Path, *more: str) -> Said:
        office = str(self.folder / "o.boarddesk")
        if not Path(office).exists():
            self.boarddesk("new", office)
        new = ("--board", "SIB", "--new-board", "SEND Improvement Board", "--dry-run")
        return self.boarddesk("import", "attendance", str(source), "--into", office, *new, *more)


def test_every_column_that_is_not_taken_is_said(bring: Bring) -> None:
    said, known = bring.rows(ROWS), bring.rows(ROWS, "--json").json
    assert "Columns left aside: “From”, “Voting”, “Jan mtg”" in said.out
    assert known["tables"][0]["unmatched_columns"] == ["From", "Voting", "Jan mtg"]
    left = {one["text"]: one["why"] for one in known["not_understood"]}
    assert list(left) == [
        "10 Feb 2026 (cancelled): A", "Jan mtg: P, A, A", "Comments: Ann Hale: late; Cy Finch: ill", "Zz",
    ]  # fmt: skip
    for text, why in left.items():
        assert f"{text} ({why})" in said.out


def test_each_of_two_registers_in_one_table_keeps_its_marks(bring: Bring) -> None:
    first, then = ["Name", "13 Jan 2026", "10 Feb 2026"], ["Name", "14 Apr 2026", "12 May 2026"]
    said = bring.rows([first, ["Ann Hale", "P", "A"], [], then, ["Ann Hale", "X", "P"]])
    assert "P A X P" in said.out


def test_a_line_with_a_cell_too_many_refuses_the_file_and_names_the_line(
    bring: Bring, tmp_path: Path
) -> None:
    source = tmp_path / "register.csv"
    source.write_text("Name,13 Jan 2026,10 Feb 2026\nHale, Ann,P,A\nBob Moor,P,P\n", "utf-8")
    refused = bring.file(source)
    assert refused.status != 0
    assert "table 1 row 2, “Hale | Ann | P | A”" in refused.err

"""A comma without quotes moves no mark under another date: the file is not read, and the line is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.importing.attendance.registers import read_registers, what_is_known
from boarddesk.importing.tables.separated import read_separated
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
DATES = "13 Jan 2026,10 Feb 2026"


def csv_read(text: str) -> FoundRegisters:
    return read_registers(read_separated(Path("register.csv"), text.encode()))


@pytest.mark.parametrize(
    "lines",
    [
        ["Name," + DATES, "Hale, Ann,P,A", "Bob Moor,P,P"],
        ["Name," + DATES, "Hale, Ann,P,A", "Moor, Bob,P,P"],
        ["Name," + DATES + ",Notes", "Hale, Ann,P,A", "Bob Moor,P,P,"],
        ["Name," + DATES + ",Notes", "Hale, Ann,P,A,", "Bob Moor,P,P,ill"],
        ["Name,Organisation," + DATES, "Hale, Ann,Moor Trust,P,A", "Bob Moor,Forum,P,P"],
        ["Name,Organisation," + DATES, "Ann Hale,Council, the old one,P,A", "Bob Moor,Forum,P,P"],
        ["Name,Organisation," + DATES + ",Total", "Hale, Ann,Forum,P,A,1", "Bob Moor,Forum,P,P,2"],
        ["Name," + DATES, "Ann Hale,P, late,A", "Bob Moor,P,P"],
        ["Name," + DATES, "Hale, P,P,A", "Bob Moor,P,P"],
        ["Name,13 Jan 2026", "Hale, Ann,P", "Moor, Bob,P"],
    ],
)
@pytest.mark.parametrize("sign", [",", ";"])
def test_a_line_with_a_cell_too_many_is_not_read(lines: list[str], sign: str) -> None:
    with pytest.raises(FileProblem) as refused:
        csv_read("\n".join(lines).replace(",", sign))
    assert "table 1 row 2" in str(refused.value)
    assert "a cell too many" in str(refused.value)


@pytest.mark.parametrize(
    ("line", "left"),
    [("Ann Hale,P,A,1", 0), ("Ann Hale,P,A, on leave", 1), ('"Hale, Ann",P,A', 0), ("Ann Hale,P,A,,", 0)],
)
def test_sums_remarks_and_quotes_are_no_cell_too_many(line: str, left: int) -> None:
    found = csv_read(f"Name,{DATES}\n{line}\nBob Moor,P,P\n")
    assert [[mark.mark for mark in one.marks] for one in found.meetings] == [[P, P], [A, P]]
    assert len(found.leftovers) == left


@given(
    names=st.lists(
        st.sampled_from(["Hale, Ann", "Bob Moor", "Finch, Cara", "Di Fell"]), min_size=2, unique=True
    ),
    marks=st.lists(st.sampled_from("PAXTVD"), min_size=12, max_size=12),
    quoted=st.booleans(),
)
def test_no_mark_ever_stands_under_another_date(names: list[str], marks: list[str], quoted: bool) -> None:
    rows = {name: marks[at * 3 : at * 3 + 3] for at, name in enumerate(names)}
    lines = [",".join([f'"{name}"' if quoted else name, *said]) for name, said in rows.items()]
    text = "\n".join([f"Name,{DATES},10 Mar 2026", *lines])
    if not quoted and any("," in name for name in names):
        with pytest.raises(FileProblem):
            csv_read(text)
        return
    found = csv_read(text)
    got = [[(mark.mark or "?")[:1] for mark in one.marks] for one in found.meetings]
    assert got == [list(column) for column in zip(*rows.values(), strict=True)]


def test_the_refusal_of_a_document_says_so_and_gives_no_other_advice() -> None:
    text = f"Name,{DATES}\nHale, Ann,P,A\nBob Moor,P,P\n"
    known = what_is_known(read_separated(Path("register.csv"), text.encode()))
    assert known.startswith(
        "Marks would stand under the wrong dates, as a line has a cell too many: table 1 row 2"
    )
    assert "= present" not in known

"""A register of children is refused for its columns and its values, and nothing of it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.importing.plan.layouts.book import write_book
from tests.importing.plan.layouts.paper import grid, heading, write

from boarddesk.importing.risks.document import read_risks
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem

REGISTER = """
Ref | Risk | Likelihood | Impact | Owner
T1 | Hearings overrun | 4{num} | 3{num} | Appeals lead
"""
CHILDREN = {
    "names and birth": "Surname | Forename | Date of birth | RAG\nOrrel | Wim | 2013-04-17{day} | Red",
    "birth in words": "Child | D.O.B. | Risk level\nOrrel Wim | 17.4.2013 | High",
    "pupil numbers": "Case | Number | Risk\n1 | H999440110025 | Placement ends",
    "NHS numbers": "Case | NHS no. | Risk\n1 | 999 000 0115 | Admission",
    "numbers that prove themselves": "Case | Key | Risk\n1 | 9990000115 | Admission\n2 | 9990000182 | None",
    "initials": "YP | Age | Concern\nOW | 12 | Placement\nTB | 13 | Home",
    "a card": "Pupil name | Wim Orrel{2}\nDOB | 17/04/2013 | School | Elm",
    "names with a year group": "Surname | First name | Year group | Concern\nOrrel | Wim | 9 | Missing",
}
LOOK_ALIKES = {
    "prose": "Ref | Risk | Control | Owner\nR1 | Pupils' dates of birth are wrong | Trace NHS numbers | IT",
    "organisation codes": "Ref | Organisation code | Risk | Owner | L | I\n"
    "R1 | 1000234567 | Data are late | Clerk | 3 | 4\nR2 | 1000987611 | Data are lost | Clerk | 2 | 4",
    "numbers of pupils": "Ref | School | Risk | Pupils affected | Owner\nR1 | Elm | Rolls fall | 210 | Head",
    "days long past": "Ref | Risk | Date opened | Owner\nR1 | Places run out | 2013-04-17{day} | Head",
    "owners by first name": "Ref | Risk | Name | Score\nR1 | Places run out | Una Pike | 12",
}


@pytest.mark.parametrize("table", CHILDREN.values(), ids=CHILDREN)
def test_a_list_of_children_is_refused(tmp_path: Path, table: str) -> None:
    path = write_book(tmp_path / "a.xlsx", {"Risks": REGISTER, "Cases": f"Confidential\n{table}"})
    with pytest.raises(FileProblem) as refused:
        read_risks(read_tables(path))
    assert "children" in refused.value.sentence
    said = refused.value.sentence
    assert not [word for word in ("Orrel", "Wim", "2013", "999", "Elm", "a.xlsx", "Cases") if word in said]


def test_it_is_refused_in_word_and_in_separated_text_too(tmp_path: Path) -> None:
    table = CHILDREN["birth in words"]
    word = write(tmp_path / "a.docx", heading("Appendix"), grid(table))
    text = tmp_path / "a.csv"
    text.write_text(table.replace(" | ", ","), "utf-8")
    for path in (word, text):
        with pytest.raises(FileProblem, match="children"):
            read_risks(read_tables(path))


def test_it_is_refused_on_a_hidden_sheet_too(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", {"Risks": REGISTER, "Cases": CHILDREN["birth in words"]})
    book = load_workbook(path)
    book["Cases"].sheet_state = "hidden"
    book.save(path)
    with pytest.raises(FileProblem, match="children"):
        read_risks(read_tables(path))


@pytest.mark.parametrize("table", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_a_register_that_only_speaks_of_children_is_read(tmp_path: Path, table: str) -> None:
    path = write_book(tmp_path / "a.xlsx", {"Risks": table})
    assert read_risks(read_tables(path)).risks

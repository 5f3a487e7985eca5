"""The cell of a name gives the name alone; posts, organisations and job shares are not swallowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.name_cells import read_name_cell
from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.people import Role

DAYS = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)]


def registers(tmp_path: Path, *rows: Sequence[Value]) -> FoundRegisters:
    return read_registers(read_tables(workbook(tmp_path / "register.xlsx", {"Register": rows})))


@pytest.mark.parametrize(
    ("cell", "name", "beside"),
    [
        ("Ann Hale\nHead of SEND, Moor Trust", "Ann Hale", ["Head of SEND", "Moor Trust"]),
        ("Director of Education\nAnn Hale", "Ann Hale", ["Director of Education"]),
        ("Bob Moor\nChair", "Bob Moor", ["Chair"]),
        ("Chair: Bob Moor", "Bob Moor", ["Chair"]),
        ("Cara Finch, Parent Carer Forum", "Cara Finch", ["Parent Carer Forum"]),
        ("Cara Finch, PCF", "Cara Finch", ["PCF"]),
        ("Bob Moor, Chair", "Bob Moor", ["Chair"]),
        ("Bob Moor, Headteacher, Moor Primary School", "Bob Moor", ["Headteacher", "Moor Primary School"]),
        ("Hale, Ann", "Hale, Ann", []),
        ("Hale, Ann\nICB", "Hale, Ann", ["ICB"]),
        ("Hale, Ann, Director of Education", "Hale, Ann", ["Director of Education"]),
        ("Smith Jones, Mary", "Smith Jones, Mary", []),
        ("Hale-Moor, Dr Ann-Marie", "Hale-Moor, Dr Ann-Marie", []),
        ("Ann Hale, OBE", "Ann Hale, OBE", []),
        ("Ann\nHale", "Ann Hale", []),
        ("Dr Ann\nHale", "Dr Ann Hale", []),
        ("Hale,\nAnn", "Hale, Ann", []),
        ("Ann Hale (Council)", "Ann Hale (Council)", []),
        ("Ann Hale (Council, Education)", "Ann Hale (Council, Education)", []),
        ("Ann Hale\n(Council)", "Ann Hale", ["Council"]),
        ("Mary Head", "Mary Head", []),
        ("Finch, Cara – Parent Carer Forum", "Finch, Cara", ["Parent Carer Forum"]),
        ("Chair – Bob Moor", "Bob Moor", ["Chair"]),
        ("Headteacher, Moor Primary: Gus Tarn", "Gus Tarn", ["Headteacher", "Moor Primary"]),
        ("Dev", "Dev", []),
        ("Ann Hale*", "Ann Hale", ["*"]),
        ("1. Ann Hale", "Ann Hale", []),
        ("• Hale, Ann – ICB", "Hale, Ann", ["ICB"]),
        ("(12) Ann Hale", "Ann Hale", []),
        ("A. Hale", "A. Hale", []),
        ("Ann Hale, she/her", "Ann Hale", ["she/her"]),
        ("Ann Hale – Chair (from Jan 2026)", "Ann Hale", ["Chair", "from Jan 2026"]),
        ("Jo Rowe or deputy", "Jo Rowe", ["or deputy"]),
        ("Jo Rowe / Chair", "Jo Rowe", ["Chair"]),
        ("Jo Rowe/ICB", "Jo Rowe", ["ICB"]),
        ("NB: Kim Poe sent a paper", "NB: Kim Poe sent a paper", []),
    ],
)  # fmt: skip
def test_a_name_is_told_apart_from_what_stands_beside_it(cell: str, name: str, beside: list[str]) -> None:
    read = read_name_cell(tuple(cell.split("\n")))
    assert (read.name, list(read.beside), read.note) == (name, beside, "")


def test_posts_in_the_cell_of_the_name_are_the_seats_and_no_part_of_the_name(tmp_path: Path) -> None:
    long = (
        "Dr Ann-Marie Hale-Moor, Executive Director of Children's Services and Lifelong Learning, "
        "Northmoor County Council"
    )
    cells = [
        "Ann Hale\nDirector of Education, Northmoor Council", "Bob Moor\nChair",
        "Cara Finch, Parent Carer Forum",
        "Dev Rao / Ewa Lund (job share)", "Gus Tarn (to Feb 26) / Hana Sato (from Mar 26)", long,
    ]  # fmt: skip
    found = registers(tmp_path, ["Name", *DAYS], *([one, "P", "X", "P"] for one in cells))
    assert [(one.name, one.role, one.seat_title, one.organisation) for one in found.members] == [
        ("Ann Hale", Role.MEMBER, "Director of Education", "Northmoor Council"),
        ("Bob Moor", Role.CHAIR, "", ""),
        ("Cara Finch", Role.MEMBER, "", "Parent Carer Forum"),
        ("Dev Rao / Ewa Lund", Role.MEMBER, "", ""),
        ("Gus Tarn / Hana Sato", Role.MEMBER, "", ""),
        (
            "Dr Ann-Marie Hale-Moor", Role.MEMBER,
            "Executive Director of Children's Services and Lifelong Learning", "Northmoor County Council",
        ),
    ]  # fmt: skip
    assert [one.why for one in found.leftovers] == [
        f"{names} stand on one line: they are taken together for one holder of one seat; for figures "
        "of each, give each a line"
        for names in ("Dev Rao and Ewa Lund", "Gus Tarn and Hana Sato")
    ]
    assert {len(one.marks) for one in found.meetings} == {6}


def test_how_long_somebody_held_a_seat_is_no_organisation_and_said(tmp_path: Path) -> None:
    names = ["Gus Tarn (to Feb 26)", "Hana Sato\nfrom Mar 26"]
    found = registers(tmp_path, ["Name", *DAYS], [names[0], "P", "P", ""], [names[1], "", "", "P"])
    assert [(one.name, one.organisation) for one in found.members] == [("Gus Tarn", ""), ("Hana Sato", "")]
    assert [one.why for one in found.leftovers] == [
        f"“{said}” is not taken in: from when to when is read from the marks"
        for said in ("to Feb 26", "from Mar 26")
    ]


def test_a_line_with_marks_and_no_name_to_be_found_is_said_as_one_that_was_not_read(tmp_path: Path) -> None:
    text = (
        "the person who sits for the schools of the north of the county, to be confirmed by their own forum "
        * 2
    )
    found = registers(
        tmp_path, ["Name", *DAYS], ["Ann Hale", *"PPP"], [f"1. {text}", *"PAP"], ["Total", 2, 1, 2]
    )
    assert [(one.text[:10], one.why) for one in found.leftovers] == [
        ("1. the per", "no name was found on this line, so its marks were not read; give it the name alone"),
        ("Total | 2 ", "is no person’s line; sums are worked out again"),
    ]


def test_names_over_narrow_columns_may_have_their_surname_below(tmp_path: Path) -> None:
    below: list[list[Value]] = [[day, "P", "A"] for day in DAYS]
    rows: list[list[Value]] = [["Date", "Ann Marie\nHale", "Bob\nMoor"], *below]
    assert [one.name for one in registers(tmp_path, *rows).members] == ["Ann Marie Hale", "Bob Moor"]


@pytest.mark.parametrize(
    ("cell", "organisation"),
    [
        ("Ann Hale (she/her)", ""),
        ("Ann Hale (they/them) - ICB", "ICB"),
        ("Ann Hale (online)", ""),
        ("Ann Hale (V)", ""),
        ("Ann Hale (apologies Feb)", ""),
        ("Ann Hale (via Teams)", ""),
        ("Ann Hale (Attendance Service)", "Attendance Service"),
        ("Ann Hale (Heron Trust)", "Heron Trust"),
    ],
)
def test_how_to_speak_of_somebody_or_how_they_attend_is_no_organisation(
    tmp_path: Path, cell: str, organisation: str
) -> None:
    path = workbook(tmp_path / "r.xlsx", {"R": [["Name", date(2026, 1, 13)], [cell, "P"], ["Bob Moor", "P"]]})
    found = read_registers(read_tables(path))
    assert (found.members[0].name, found.members[0].organisation) == ("Ann Hale", organisation)
    aside = [one.why for one in found.leftovers if "is no organisation" in one.why]
    assert bool(aside) == (organisation in ("", "ICB"))


@pytest.mark.parametrize(
    "cell",
    [
        "Ann Hale (Chair)", "Ann Hale - Chair", "Ann Hale – Chair", "Ann Hale [Chair]", "(Chair) Ann Hale",
        "Ann Hale (she/her) (Chair)", "Ann Hale (Chair) (from Jan 2026)", "Ann Hale (Chair, from Jan 2026)",
        "Ann Hale* (Chair)", "Hale, Ann (Chair)", "Ann Hale (Chair) (she/her) (Jan–Mar 2026)",
    ],
)  # fmt: skip
def test_no_bracket_is_part_of_a_name_and_none_hides_the_role(tmp_path: Path, cell: str) -> None:
    found = registers(tmp_path, ["Name", *DAYS], [cell, "P", "X", "P"], ["Bob Moor", "P", "P", "P"])
    assert (found.members[0].name, found.members[0].role, found.members[0].organisation) == (
        "Ann Hale",
        Role.CHAIR,
        "",
    )
    assert {len(one.marks) for one in found.meetings} == {2}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ann & Bob Hale", "Ann Hale / Bob Hale"),
        ("Ann and Bob van Dijk", "Ann van Dijk / Bob van Dijk"),
        ("Mr & Mrs Hale", "Mr Hale / Mrs Hale"),
        ("Jo Rowe or Kim Poe", "Jo Rowe / Kim Poe"),
        ("Jo Rowe / Kim Poe", "Jo Rowe / Kim Poe"),
        ("Jo Rowe and/or Kim Poe", "Jo Rowe / Kim Poe"),
        ("Jo Rowe and Kim Poe (job share)", "Jo Rowe / Kim Poe"),
        ("Jo Rowe (job share with Kim Poe)", "Jo Rowe / Kim Poe"),
        ("Jo Rowe (or Kim Poe)", "Jo Rowe / Kim Poe"),
        ("Jo Rowe; Kim Poe", "Jo Rowe / Kim Poe"),
        ("Rowe, Jo / Poe, Kim", "Jo Rowe / Kim Poe"),
        ("Jo Rowe, Kim Poe and Lu Fox", "Jo Rowe / Kim Poe / Lu Fox"),
        ("Jo / Kim", "Jo / Kim"),
    ],
)
def test_two_people_in_one_cell_are_said_as_a_job_share(tmp_path: Path, cell: str, names: str) -> None:
    found = registers(tmp_path, ["Name", *DAYS], [cell, "P", "X", "P"], ["Bob Moor", "P", "P", "P"])
    assert [one.name for one in found.members] == [names, "Bob Moor"]
    [said] = [one.why for one in found.leftovers]
    assert "taken together for one holder of one seat" in said


def test_what_stands_beside_a_job_share_is_kept_or_said(tmp_path: Path) -> None:
    cells = ["Jo Rowe & Kim Poe, Co-Heads", "Jo Rowe & Lu Fox - ICB", "Di Lim (PCF) / Al Ray (ICB)"]
    found = registers(tmp_path, ["Name", *DAYS], *([one, "P", "X", "P"] for one in cells))
    assert [(one.name, one.seat_title, one.organisation) for one in found.members] == [
        ("Jo Rowe / Kim Poe", "Co-Heads", ""),
        ("Jo Rowe / Lu Fox", "", "ICB"),
        ("Di Lim / Al Ray", "", ""),
    ]
    assert "“PCF” and “ICB” beside them are not taken in" in found.leftovers[-1].why


@pytest.mark.parametrize("cell", ["Jo Rowe, Kim Poe", "Jo Rowe\nKim Poe"])
def test_what_may_be_a_second_person_is_said(tmp_path: Path, cell: str) -> None:
    found = registers(tmp_path, ["Name", *DAYS], [cell, "P", "X", "P"], ["Bob Moor", "P", "P", "P"])
    assert any("give each a line" in one.why for one in found.leftovers)

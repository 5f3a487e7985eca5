"""What a column beside the dates gives is what its heading says and what stands below it, both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.columns import read_choices
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
DAYS = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)]
SPANS = [
    "From", "Since", "Start", "Joined", "Appointed", "Until", "Start date", "From date", "In post since",
    "Member since", "Term",
]  # fmt: skip


def registers(tmp_path: Path, *rows: Sequence[Value], choice: str = "") -> FoundRegisters:
    path = workbook(tmp_path / "register.xlsx", {"Register": rows})
    return read_registers(read_tables(path), choices=read_choices([choice] if choice else []))


def all_marks(found: FoundRegisters) -> list[list[Mark | None]]:
    return [[mark.mark for mark in one.marks] for one in found.meetings]


@pytest.mark.parametrize("heading", SPANS)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (date(2024, 9, 1), date(2025, 1, 1)), ("Sept 2024", "01/01/2025"), ("2024", "2025"),
        ("since 1 Sept 2024", "Jan 2025 to date"), (45536, 45658),
    ],
)  # fmt: skip
def test_days_beside_the_names_are_no_organisation(
    tmp_path: Path, heading: str, first: Value, second: Value
) -> None:
    found = registers(
        tmp_path,
        ["Name", heading, *DAYS],
        ["Ann Hale", first, "P", "A", "P"],
        ["Bob Moor", second, "P", "P", "X"],
    )
    assert [(one.name, one.organisation, one.seat_title) for one in found.members] == [
        ("Ann Hale", "", ""),
        ("Bob Moor", "", ""),
    ]
    assert all_marks(found) == [[P, P], [A, P], [P, X]]
    assert heading in found.tables[0].unmatched_columns


@pytest.mark.parametrize("heading", ["Voting", "Voting?", "Status", "Type", "Post"])
@pytest.mark.parametrize("answers", ["YN", ("Yes", "No"), "✓✗", ("yes", "yes"), ("TRUE", "FALSE"), (1, 0)])
def test_yes_and_no_are_no_role(tmp_path: Path, heading: str, answers: Sequence[Value]) -> None:
    found = registers(
        tmp_path,
        ["Name", "Organisation", heading, *DAYS],
        ["Ann Hale", "Northmoor Council", answers[0], "P", "A", "P"],
        ["Bob Moor", "Moor Trust", answers[1], "P", "P", "X"],
    )
    assert [(one.organisation, one.role, one.seat_title, one.notes) for one in found.members] == [
        ("Northmoor Council", Role.MEMBER, "", ()),
        ("Moor Trust", Role.MEMBER, "", ()),
    ]
    assert all_marks(found) == [[P, P], [A, P], [P, X]]
    assert found.tables[0].unmatched_columns == (heading,)
    assert found.leftovers == ()


def test_a_heading_that_its_column_belies_leaves_its_field_to_another(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", "From", "Partner organisation name", "Voting", "Membership", *DAYS[:1]],
        ["Ann Hale", date(2024, 9, 1), "Northmoor Council", "Y", "Chair", "P"],
        ["Bob Moor", "tbc", "Moor Trust", "N", "Member", "P"],
    )
    assert [one.organisation for one in found.members] == ["Northmoor Council", "Moor Trust"]


def test_a_column_of_numbers_before_the_names_is_not_the_names(tmp_path: Path) -> None:
    found = registers(tmp_path, ["", "", *DAYS[:2]], ["1", "Ann Hale", "P", "A"], ["2", "Bob Moor", "P", "P"])
    assert [one.name for one in found.members] == ["Ann Hale", "Bob Moor"]


def test_what_somebody_chose_stands_whatever_the_column_holds(tmp_path: Path) -> None:
    rows: tuple[Sequence[Value], ...] = (["Name", "From", *DAYS[:1]], ["Ann Hale", "2024", "P"])
    assert registers(tmp_path, *rows, choice="From=organisation").members[0].organisation == "2024"


def test_from_with_organisations_below_is_the_organisation(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", "From", *DAYS[:1]], ["Ann Hale", "Moor Trust", "P"])
    assert found.members[0].organisation == "Moor Trust"


@pytest.mark.parametrize(
    ("first", "second"), [(date(2024, 9, 1), date(2025, 1, 1)), ("Sept 2024", "Jan 2025")]
)
def test_days_of_office_do_not_turn_a_register_whose_signs_are_strange(
    tmp_path: Path, first: Value, second: Value
) -> None:
    found = registers(
        tmp_path,
        ["Name", "From", "Voting", "Active", *DAYS[:2]],
        ["Ann Hale", first, "Y", "Y", "P", "Zz"],
        ["Bob Moor", second, "N", "Y", "Zz", "P"],
    )
    assert [one.name for one in found.members] == ["Ann Hale", "Bob Moor"]
    assert [one.date for one in found.meetings] == ["2026-01-13", "2026-02-10"]

"""Registers in which a name is not yet a person, brought in from the terminal and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.shared_cases import shared_case

from boarddesk.records.file.office_file import OfficeFile


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path, office="Northmoor").close()
    return path


def take(boarddesk: Call, office: Path, name: str, *more: str) -> str:
    """What the command says of a register it takes for the board SIB."""
    path = shared_case("registers", name)
    said = boarddesk("import", "attendance", path, "--into", office, "--board", "SIB", *more)
    assert said.status == 0
    return str(said.out)


def figures(boarddesk: Call, office: Path, by: str) -> dict[str, str]:
    rows = boarddesk("attendance", office, "--by", by, "--json").json["rows"]
    return {str(one["name"]): f"{one['seat']['n']} of {one['seat']['of']}" for one in rows}


NEW = ("--new-board", "SEND Improvement Board")


def test_two_jane_smiths_are_two_people_once_it_is_said(boarddesk: Call, office: Path) -> None:
    assert "two people?" in take(boarddesk, office, "k06-two-jane-smiths.xlsx", *NEW)
    take(boarddesk, office, "k06-two-jane-smiths.xlsx", "--person", "Jane Smith (Parent Carer Forum)=new")
    found = figures(boarddesk, office, "seat")
    assert found["Member, Northmoor Council"] == "4 of 4"
    assert found["Member, Parent Carer Forum"] == "1 of 4"
    later = take(boarddesk, office, "k06-then-a-jane-smith-without-organisation.xlsx")
    assert "Jane Smith (Northmoor Council) or Jane Smith (Parent Carer Forum)" in later


def test_a_later_namesake_is_asked_about_while_the_first_question_is_open(
    boarddesk: Call, office: Path
) -> None:
    take(boarddesk, office, "k06-two-jane-smiths.xlsx", *NEW)
    assert "1 unclear" in take(boarddesk, office, "k06-then-a-jane-smith-without-organisation.xlsx")


def test_a_person_written_in_two_ways_has_one_seat(boarddesk: Call, office: Path) -> None:
    said = take(boarddesk, office, "k07-two-years-surname-first-then-not.xlsx", *NEW)
    assert "Ann Hale is also written “Hale, Ann”: one person." in said
    people = boarddesk("list", "people", office, "--json").json
    assert {one["name"]: one["aliases"] for one in people} == {
        "Ann Hale": ["Hale, Ann"],
        "Dr Dev Rao": ["Dev Rao"],
        "Mary Smith-Jones": ["Mary Smith Jones"],
    }
    assert sorted(figures(boarddesk, office, "seat").values()) == ["3 of 4", "3 of 4", "4 of 4"]


def test_the_same_name_of_another_organisation_in_a_second_file_is_asked_about(
    boarddesk: Call, office: Path
) -> None:
    take(boarddesk, office, "k19-1-jane-smith-of-the-council.xlsx", *NEW)
    assert "1 unclear" in take(boarddesk, office, "k19-2-jane-smith-of-the-forum.xlsx")
    take(boarddesk, office, "k19-2-jane-smith-of-the-forum.xlsx", "--person", "Jane Smith=new")
    found = figures(boarddesk, office, "seat")
    assert (found["Member, Northmoor Council"], found["Member, Parent Carer Forum"]) == ("1 of 1", "0 of 1")


def test_whoever_is_not_answered_about_is_not_counted_as_taken(boarddesk: Call, office: Path) -> None:
    take(boarddesk, office, "k19-1-jane-smith-of-the-council.xlsx", *NEW)
    said = take(boarddesk, office, "k19-2-jane-smith-of-the-forum.xlsx")
    assert "1 new, 0 changed, 2 same, 1 unclear, 1 waiting" in said
    assert "is left as it is: Waits for who Jane Smith is." in said
    warnings = boarddesk("check", office, "--json").json["warnings"]
    [unsettled] = [one for one in warnings if one["rule"] == "name not settled"]
    assert unsettled["about"] == "k19-2-jane-smith-of-the-forum.xlsx"
    assert "Jane Smith is not settled yet" in unsettled["says"]
    assert "Parent Carer Forum" in unsettled["says"]
    take(boarddesk, office, "k19-2-jane-smith-of-the-forum.xlsx", "--person", "Jane Smith=new")
    warnings = boarddesk("check", office, "--json").json["warnings"]
    assert "name not settled" not in [one["rule"] for one in warnings]


def test_closed_registers_are_not_counted_while_somebody_of_them_is_not_clear(
    boarddesk: Call, office: Path
) -> None:
    take(boarddesk, office, "k09-post-in-the-name-cell.xlsx", *NEW)
    assert figures(boarddesk, office, "seat")
    said = take(boarddesk, office, "k06-two-jane-smiths.xlsx")
    assert "6 new, 0 changed, 3 same, 2 unclear, 8 waiting" in said
    assert not figures(boarddesk, office, "seat")
    answers = ("Jane Smith (Parent Carer Forum)=new", "Ann Hale=new")
    take(boarddesk, office, "k06-two-jane-smiths.xlsx", "--person", answers[0], "--person", answers[1])
    total = boarddesk("attendance", office, "--to", "2026-03-31", "--json").json["total"]["seat"]
    assert (total["n"], total["of"]) == (21, 27)

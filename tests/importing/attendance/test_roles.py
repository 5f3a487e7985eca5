"""A role is taken where the register says a role's word, and never out of a job title."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.documents import workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.attendance.roles import ReadRole, post_role, read_role, role_of, section_role
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundMember
from boarddesk.rules.people import Role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chair", Role.CHAIR),
        ("CHAIR", Role.CHAIR),
        ("Chair – independent", Role.CHAIR),
        ("Independent Chair", Role.CHAIR),
        ("Chair of the board", Role.CHAIR),
        ("Co-Chair", Role.CHAIR),
        ("Vice-chair", Role.VICE_CHAIR),
        ("Vice Chair", Role.VICE_CHAIR),
        ("Deputy Chair", Role.VICE_CHAIR),
        ("Headteacher (Vice-Chair)", Role.VICE_CHAIR),
        ("Co-opted member", Role.CO_OPTEE),
        ("Co-optee", Role.CO_OPTEE),
        ("Adviser", Role.ADVISER),
        ("DfE adviser", Role.ADVISER),
        ("SEND Advisor", Role.ADVISER),
        ("NHS England adviser", Role.ADVISER),
        ("Observer", Role.OBSERVER),
        ("In attendance", Role.OBSERVER),
        ("Standing invitee", Role.OBSERVER),
        ("Board secretary", Role.SECRETARY),
        ("Clerk to the board", Role.SECRETARY),
        ("Minute taker", Role.SECRETARY),
        ("Member", Role.MEMBER),
        ("Member – health", Role.MEMBER),
        ("Voting member", Role.MEMBER),
    ],
)
def test_a_word_for_a_role_is_that_role(text: str, role: Role) -> None:
    assert role_of(text) is role


@pytest.mark.parametrize(
    "text",
    [
        "School Administrator",
        "Business Support Manager",
        "Head of Advisory Services",
        "Vice Principal",
        "Advisory teacher",
        "School improvement adviser",
        "Secretary of State rep",
        "Deputy Head",
        "Chair of Governors",
        "Minutes Secretary Manager",
        "Attendance officer",
        "Deputy Director",
        "Assistant Secretary",
        "Guest Services Manager",
        "",
    ],
)
def test_a_job_title_is_no_role(text: str) -> None:
    assert role_of(text) is None


def test_a_title_inside_the_register_names_the_people_below_more_freely() -> None:
    assert section_role("DfE and NHS advisers (non-voting)") is Role.ADVISER
    assert section_role("Core members") is Role.MEMBER


def test_a_seat_that_is_not_as_usual_for_its_role_may_say_so() -> None:
    assert read_role("observer, expected") == ReadRole(Role.OBSERVER, "", expected=True)
    assert read_role("adviser, not expected, counts for quorum") == ReadRole(
        Role.ADVISER, "", expected=False, for_quorum=True
    )


def member(tmp_path: Path, role: str) -> FoundMember:
    rows = [["Name", "Role", "09/06/2026"], ["Rowan Vale", role, "P"]]
    return read_registers(read_tables(workbook(tmp_path / "r.xlsx", {"R": rows}))).members[0]


def test_what_is_no_role_is_the_title_of_a_members_seat_and_that_is_said(tmp_path: Path) -> None:
    found = member(tmp_path, "School Administrator")
    assert (found.role, found.seat_title) == (Role.MEMBER, "School Administrator")
    assert found.notes == (
        "“School Administrator” is no role on a board: it is the title of the seat, "
        "and Rowan Vale is taken for a member.",
    )


def test_a_role_that_is_read_out_of_more_words_is_said(tmp_path: Path) -> None:
    found = member(tmp_path, "DfE adviser")
    assert (found.role, found.seat_title) == (Role.ADVISER, "DfE adviser")
    assert found.notes == ("“DfE adviser” is read as adviser.",)
    assert member(tmp_path, "Adviser").notes == ()


@pytest.mark.parametrize(
    ("post", "organisation", "role"),
    [
        ("Board Secretary", "", Role.SECRETARY),
        ("Clerk to the Board", "Northmoor Council", Role.SECRETARY),
        ("DfE SEND Adviser", "", Role.ADVISER),
        ("SEND Adviser", "Department for Education", Role.ADVISER),
        ("SEND adviser (DfE)", "", Role.ADVISER),
        ("Independent adviser", "", Role.ADVISER),
        ("Independent Chair", "", Role.CHAIR),
        ("Chair (independent)", "", Role.CHAIR),
        ("Chair of the SEND Improvement Board", "", Role.CHAIR),
        ("SIB Chair", "", Role.CHAIR),
        ("Vice-chair", "Northmoor ICB", Role.VICE_CHAIR),
        ("Observer", "Ofsted", Role.OBSERVER),
        ("Parent governor (co-opted)", "Moor School", Role.CO_OPTEE),
        ("Chair of Governors", "Moor School", None),
        ("Chair", "Parent Carer Forum", None),
        ("Independent Chair", "Moor Trust", Role.CHAIR),
        ("Chair, Parent Carer Forum", "", None),
        ("Chair – Northmoor NHS Trust", "", None),
        ("Vice-Chair of Governors", "Moor School", None),
        ("Head of SEND", "Northmoor Council", None),
        ("School improvement adviser", "Northmoor Council", None),
        ("SEND adviser", "Northmoor Council", None),
        ("School secretary", "Moor School", None),
        ("Permanent Secretary", "", None),
        ("Parent representative", "Parent Carer Forum", None),
        ("", "", None),
    ],
)
def test_a_post_says_a_role_only_where_it_is_one_on_this_board(
    post: str, organisation: str, role: Role | None
) -> None:
    assert post_role(post, organisation) is role


def test_posts_beside_names_give_the_roles_of_a_register(tmp_path: Path) -> None:
    rows = [
        ["Name", "Post", "Organisation", "09/06/2026"],
        ["Rowan Vale", "Independent Chair", "", "P"],
        ["Ada Brook", "Board Secretary", "Northmoor Council", "P"],
        ["Sol Hay", "DfE SEND Adviser", "DfE", "P"],
        ["Ines Moor", "Chair of Governors", "Moor School", "P"],
    ]
    found = read_registers(read_tables(workbook(tmp_path / "r.xlsx", {"R": rows}))).members
    assert [(one.role, one.role_given) for one in found] == [
        (Role.CHAIR, True),
        (Role.SECRETARY, True),
        (Role.ADVISER, True),
        (Role.MEMBER, False),
    ]
    assert found[1].notes == ("“Board Secretary” is read as secretary.",)
    assert (found[1].is_expected, found[2].counts_for_quorum) == (False, False)


@pytest.mark.parametrize(
    ("cell", "role", "organisation"),
    [
        ("Bob Moor, Chair", Role.CHAIR, ""),
        ("Bob Moor, Chair, Northmoor Council", Role.CHAIR, "Northmoor Council"),
        ("Bob Moor, Chair, Parent Carer Forum", Role.MEMBER, "Parent Carer Forum"),
        ("Bob Moor, Independent Chair", Role.CHAIR, ""),
        ("Bob Moor, Board Secretary", Role.SECRETARY, ""),
        ("Bob Moor, DfE SEND Adviser", Role.ADVISER, ""),
    ],
)
def test_a_post_behind_a_name_gives_the_role_on_this_board(
    tmp_path: Path, cell: str, role: Role, organisation: str
) -> None:
    rows = [["Name", "09/06/2026"], [cell, "P"], ["Ann Hale", "P"]]
    found = read_registers(read_tables(workbook(tmp_path / "r.xlsx", {"R": rows}))).members[0]
    assert (found.name, found.role, found.organisation) == ("Bob Moor", role, organisation)

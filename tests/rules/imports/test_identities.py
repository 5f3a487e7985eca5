"""Who in a document is one person, whatever the spelling; and who is not, whatever the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.rules.imports.identities import identities, is_same_place, member_keys
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.registers import compare_registers
from boarddesk.rules.people import Board, Organisation, Sector
from boarddesk.rules.registers.register import Mark

ICB = Organisation("icb", "NHS Northmoor Integrated Care Board", "NICB", Sector.HEALTH)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Northmoor Council", "northmoor council", True),
        ("Northmoor Council", "Northmoor County Council", True),
        ("Council", "Northmoor Council", True),
        ("Council of Northmoor", "Northmoor County Council", True),
        ("Northmoor ICB", "NHS Northmoor Integrated Care Board", True),
        ("NICB", "NHS Northmoor Integrated Care Board", True),
        ("PCF", "Parent Carer Forum", True),
        ("Health & Care Trust", "Health and Care Trust", True),
        ("Northmoor Counicl", "Northmoor Council", True),
        ("", "Northmoor Council", True),
        ("Northmoor Council", "Parent Carer Forum", False),
        ("Northmoor Hospitals NHS Trust", "Northmoor Community NHS Trust", False),
        ("Moor School", "Hill School", False),
        ("Northmoor Council", "Southmoor Council", False),
    ],
)
def test_an_organisation_is_known_in_other_words(one: str, other: str, *, same: bool) -> None:
    assert is_same_place(one, other, [ICB]) is same
    assert is_same_place(other, one, [ICB]) is same


WRITTEN = st.sampled_from(
    ["Jane Smith", "SMITH, Jane", "Smith, Dr Jane", "Jane  SMITH", "Ann van Dijk", "Ann VanDijk"]
)
PLACES = st.sampled_from(["Northmoor Council", "northmoor council", "Parent Carer Forum", "PCF"])
MEMBERS = st.lists(st.tuples(WRITTEN, PLACES), min_size=1, max_size=8)


@given(MEMBERS)
def test_nobody_is_split_by_a_spelling_and_nobody_joined_across_organisations(
    written: list[tuple[str, str]],
) -> None:
    members = tuple(FoundMember(name, f"row {at}", place) for at, (name, place) in enumerate(written))
    whose = member_keys(identities(FoundRegisters("r.xlsx", (), members), is_same_place))
    for at, (name, place) in enumerate(written):
        for other, (other_name, other_place) in enumerate(written):
            same_name = ("smith" in name.casefold()) == ("smith" in other_name.casefold())
            same = same_name and is_same_place(place, other_place)
            assert (whose[at] == whose[other]) is same


def test_a_deputy_who_is_said_to_be_the_other_of_the_name_may_come() -> None:
    members = (
        FoundMember("Jane Smith", "row 1", "Northmoor Council"),
        FoundMember("Jane Smith", "row 2", "Parent Carer Forum"),
        FoundMember("Bob Moor", "row 3", "Parent Carer Forum"),
    )
    marks = (
        FoundMark(0, Mark.PRESENT),
        FoundMark(1, Mark.APOLOGIES),
        FoundMark(2, Mark.DEPUTY, "Jane Smith"),
    )
    found = FoundRegisters("r.xlsx", (), members, (FoundMeeting("2026-01-13", marks=marks),))
    kept = OfficeSide(Board("sib", "SIB", "SIB"))
    council, forum, _bob = (key for _, key in sorted(member_keys(identities(found, is_same_place)).items()))

    def doubts(deputy: str) -> list[str]:
        chosen = {forum: None, "person jane smith": deputy}
        return [one.why_not for one in compare_registers(found, kept, chosen).proposals if one.why_not]

    assert doubts(forum) == []
    assert "Jane Smith is down as the deputy for Bob Moor" in " ".join(doubts(council))


def test_a_workbook_of_ours_says_itself_who_shares_a_name() -> None:
    members = tuple(
        FoundMember("Jane Smith", f"row {at}", place, namesake=number)
        for at, (place, number) in enumerate((("PCF", 1), ("Northmoor Council", 0), ("Northmoor Council", 0)))
    )
    found = identities(FoundRegisters("r.xlsx", (), members, own=True), is_same_place)
    assert [(one.key, one.members) for one in found] == [
        ("person jane smith", (1, 2)),
        ("person jane smith @ 1", (0,)),
    ]
    assert [one.organisations for one in found] == [("PCF", "Northmoor Council")] * 2
    (alone,) = identities(FoundRegisters("r.xlsx", (), members[1:], own=True), is_same_place)
    assert (alone.key, alone.organisations) == ("person jane smith", ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Moor Schools", "Moor School", True),
        ("Northmoor Primary", "Northmore Primary", True),
        ("Dale School", "Vale School", False),
        ("I", "Integrated", False),
    ],
)
def test_a_slip_in_an_organisation_is_no_other_and_one_letter_is_no_initials(
    one: str, other: str, *, same: bool
) -> None:
    assert is_same_place(one, other) is same

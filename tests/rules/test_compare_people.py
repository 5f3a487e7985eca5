"""Who is who in a register of a document: what is taken, what is only asked, and who is never one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.attendance import Mark
from boarddesk.rules.compare_people import Kept, PersonChoice, compare_people, person_key
from boarddesk.rules.people import Board, Organisation, Person, Sector
from boarddesk.rules.proposals import FoundMark, FoundMeeting, FoundMember, FoundRegisters, Proposal, Verdict

COUNCIL = Organisation("council", "Northmoor Council", "NC", Sector.OTHER)
SCHOOL = Organisation("school", "Moor School", "MS", Sector.EDUCATION)
JOANNE = Person("joanne", "Joanne Whitlock", "council")


def document(rolls: Sequence[Mapping[str, str]], *, org: Mapping[str, str] | None = None) -> FoundRegisters:
    """Meetings as a secretary reads them: names with what stands in their cell, a letter or `D name`."""
    names = list(dict.fromkeys(name for roll in rolls for name in roll))
    members = tuple(
        FoundMember(name, f"row {at}", (org or {}).get(name, "")) for at, name in enumerate(names)
    )
    meetings = tuple(
        FoundMeeting(
            f"2026-0{month}-09",
            marks=tuple(FoundMark(names.index(name), Mark(cell[0]), cell[2:]) for name, cell in roll.items()),
        )
        for month, roll in enumerate(rolls, 1)
    )
    return FoundRegisters("register.xlsx", (), members, meetings)


def compared(
    found: FoundRegisters, *people: Person, chosen: Mapping[str, str | None] | None = None
) -> dict[str, Proposal]:
    kept = Kept(Board("sib", "SEND Improvement Board", "SIB"), people, (COUNCIL, SCHOOL))
    return {one.title: one for one in compare_people(found, kept, chosen or {})}


def meant(proposal: Proposal) -> str | None:
    assert isinstance(proposal.found, PersonChoice)
    return proposal.found.person_id


def test_two_lines_at_the_same_meetings_are_never_taken_for_one_person() -> None:
    both = {"Joanne Whitlock": "P", "Jo Whitlock": "P"}
    found = compared(document([both, both]), JOANNE)
    assert meant(found["Joanne Whitlock"]) == "joanne"
    jo = found["Jo Whitlock"]
    assert (meant(jo), jo.verdict, jo.ticked) == (None, Verdict.UNCLEAR, False)
    assert "Joanne Whitlock is at the same meetings" in jo.why_not
    assert isinstance(jo.found, PersonChoice)
    assert [one.person for one in jo.found.candidates] == [JOANNE]


def test_a_remembered_name_beside_the_real_one_is_asked_about_too() -> None:
    known = Person("joanne", "Joanne Whitlock", aliases=("Jo Whitlock",))
    found = compared(document([{"Jo Whitlock": "P", "Joanne Whitlock": "A"}]), known)
    assert (meant(found["Jo Whitlock"]), meant(found["Joanne Whitlock"])) == (None, "joanne")


def test_two_names_like_the_same_person_at_one_meeting_are_both_asked_about() -> None:
    found = compared(document([{"Jo Whitlock": "P", "J Whitlock": "P"}]), JOANNE)
    assert [one.verdict for one in found.values()] == [Verdict.UNCLEAR, Verdict.UNCLEAR]


def test_another_name_at_other_meetings_is_still_taken_and_said() -> None:
    found = compared(document([{"Joanne Whitlock": "P"}, {"Jo Whitlock": "P"}]), JOANNE)
    assert meant(found["Jo Whitlock"]) == "joanne"
    assert "taken to be Joanne Whitlock" in found["Jo Whitlock"].notes[0]


def test_another_organisation_speaks_against_a_likeness() -> None:
    there = compared(document([{"Jo Whitlock": "P"}], org={"Jo Whitlock": "NC"}), JOANNE)
    elsewhere = compared(document([{"Jo Whitlock": "P"}], org={"Jo Whitlock": "Moor School"}), JOANNE)
    unheard = compared(document([{"Jo Whitlock": "P"}], org={"Jo Whitlock": "Hill School"}), JOANNE)
    assert meant(there["Jo Whitlock"]) == "joanne"
    for one in (elsewhere["Jo Whitlock"], unheard["Jo Whitlock"]):
        assert (meant(one), one.ticked) == (None, False)
        assert "Joanne Whitlock, Northmoor Council, but the document says" in one.why_not


def test_the_very_same_name_at_another_organisation_is_the_person() -> None:
    found = compared(document([{"Joanne Whitlock": "P"}], org={"Joanne Whitlock": "Moor School"}), JOANNE)
    assert meant(found["Joanne Whitlock"]) == "joanne"


def test_whoever_is_said_to_be_meant_is_meant() -> None:
    both = {"Joanne Whitlock": "P", "Jo Whitlock": "P"}
    found = compared(document([both]), JOANNE, chosen={person_key("Jo Whitlock"): "joanne"})
    assert meant(found["Jo Whitlock"]) == "joanne"


def test_a_deputy_who_may_be_a_new_member_of_the_document_is_said() -> None:
    found = compared(document([{"Joanne Whitlock": "P", "Ann Hale": "D J Whitlock"}]))
    assert found["J Whitlock"].verdict is Verdict.NEW
    assert any(
        "may be Joanne Whitlock, who is new in this document too" in one for one in found["J Whitlock"].notes
    )


def test_two_new_members_of_like_names_are_said_unless_they_meet() -> None:
    apart = compared(document([{"Joanne Whitlock": "P"}, {"Jo Whitlock": "P"}]))
    together = compared(document([{"Joanne Whitlock": "P", "Jo Whitlock": "P"}]))
    assert "may be Joanne Whitlock" in apart["Jo Whitlock"].notes[0]
    assert together["Jo Whitlock"].notes == ()


NAMES = ["Joanne Whitlock", "Jo Whitlock", "J Whitlock", "Whitlock", "Jo Whitlok", "Ann Hale", "Hale Ann"]
CELLS = st.sampled_from(["P", "A", "X", "D Jo Whitlock", "D J Whitlock"])
ROLLS = st.lists(st.dictionaries(st.sampled_from(NAMES), CELLS, max_size=4), max_size=4)
PEOPLE = st.lists(
    st.builds(
        Person,
        st.uuids().map(str),
        st.sampled_from(NAMES),
        st.sampled_from([None, "council"]),
        aliases=st.lists(st.sampled_from(NAMES), max_size=1).map(tuple),
    ),
    max_size=3,
)


@given(ROLLS, PEOPLE)
def test_no_two_names_at_one_meeting_are_ever_one_person(
    rolls: list[dict[str, str]], people: list[Person]
) -> None:
    found = compared(document(rolls), *people)
    by_key = {one.key: meant(one) for one in found.values()}
    for roll in rolls:
        names = [*roll, *(cell[2:] for cell in roll.values() if len(cell) > 1)]
        keys = {person_key(name) for name in names}
        taken = [by_key[key] for key in keys if by_key[key] is not None]
        assert len(taken) == len(set(taken))

"""Who is who in a register of a document: what is taken, what is only asked, and who is never one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.imports.choices import PersonChoice
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.rules.imports.identities import identities, member_keys, person_key
from boarddesk.rules.imports.people import compare_people
from boarddesk.rules.imports.person_choice import (
    OfficeSide,
    joinings,
    told_apart,
)
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Verdict
from boarddesk.rules.people import Board, Organisation, Person, Sector
from boarddesk.rules.registers.register import Mark

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
    kept = OfficeSide(Board("sib", "SEND Improvement Board", "SIB"), people, (COUNCIL, SCHOOL))
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


def test_the_very_same_name_at_another_organisation_is_asked_about() -> None:
    found = compared(document([{"Joanne Whitlock": "P"}], org={"Joanne Whitlock": "Moor School"}), JOANNE)
    asked = found["Joanne Whitlock"]
    assert (meant(asked), asked.verdict, asked.ticked) == (None, Verdict.UNCLEAR, False)
    assert "Joanne Whitlock (Northmoor Council)" in asked.why_not
    assert "one person on two seats, or are they two people?" in asked.why_not


@pytest.mark.parametrize(
    "written", ["NC", "Northmoor County Council", "northmoor  council", "Northmor Council"]
)
def test_the_same_organisation_in_other_words_raises_no_question(written: str) -> None:
    found = compared(document([{"Joanne Whitlock": "P"}], org={"Joanne Whitlock": written}), JOANNE)
    assert meant(found["Joanne Whitlock"]) == "joanne"


def test_somebody_of_no_organisation_is_the_one_of_the_name() -> None:
    found = compared(
        document([{"Bea Moss": "P"}], org={"Bea Moss": "Moor School"}), Person("bea", "Bea Moss")
    )
    assert meant(found["Bea Moss"]) == "bea"


def two_of_a_name(*organisations: str) -> FoundRegisters:
    """Jane Smith once for each organisation, all of them at one meeting."""
    members = tuple(
        FoundMember("Jane Smith", f"row {at}", organisation) for at, organisation in enumerate(organisations)
    )
    marks = tuple(FoundMark(at, Mark.PRESENT) for at in range(len(members)))
    return FoundRegisters("register.xlsx", (), members, (FoundMeeting("2026-01-13", marks=marks),))


def test_two_lines_of_one_name_at_two_organisations_are_asked_about() -> None:
    first, second = compared(two_of_a_name("Northmoor Council", "Parent Carer Forum")).values()
    assert (first.title, first.verdict) == ("Jane Smith (Northmoor Council)", Verdict.NEW)
    assert (second.title, second.verdict) == ("Jane Smith (Parent Carer Forum)", Verdict.UNCLEAR)
    assert isinstance(second.found, PersonChoice)
    assert [one.person.id for one in second.found.candidates] == [first.key]


def test_one_person_on_two_seats_is_whoever_the_other_line_is() -> None:
    document = two_of_a_name("Northmoor Council", "Parent Carer Forum")
    first, second = compared(document).values()
    _, again = compared(document, chosen={second.key: first.key}).values()
    assert again.verdict is Verdict.SAME
    same = "“Jane Smith (Parent Carer Forum)” is the same person as Jane Smith (Northmoor Council)."
    assert again.notes == (same,)
    assert isinstance(again.found, PersonChoice)
    assert again.found.same_as == first.key


def test_somebody_of_another_name_can_be_said_to_be_somebody_else_of_the_document() -> None:
    written = document([{"Joanne Whitlock": "P"}, {"Jo Whitlock": "P"}])
    new = compared(written)["Jo Whitlock"]
    assert isinstance(new.found, PersonChoice)
    [candidate] = new.found.candidates
    again = compared(written, chosen={new.key: candidate.person.id})["Jo Whitlock"]
    assert again.notes == ("“Jo Whitlock” is the same person as Joanne Whitlock.",)


def test_two_people_of_one_name_the_office_knows_are_told_apart_by_organisation() -> None:
    known = [Person("jane1", "Jane Smith", "council"), Person("jane2", "Jane Smith", "school")]
    found = compared(two_of_a_name("Northmoor Council", "Moor School"), *known).values()
    assert [meant(one) for one in found] == ["jane1", "jane2"]
    [alone] = compared(two_of_a_name(""), *known).values()
    assert (meant(alone), alone.verdict) == (None, Verdict.UNCLEAR)
    assert "Jane Smith (Northmoor Council) or Jane Smith (Moor School)" in alone.why_not


def test_a_name_without_organisation_beside_two_is_asked_about_wherever_it_stands() -> None:
    found = compared(two_of_a_name("", "Northmoor Council", "Parent Carer Forum"))
    assert found["Jane Smith"].verdict is Verdict.UNCLEAR


def test_a_name_an_earlier_import_left_open_is_asked_about() -> None:
    kept = OfficeSide(
        Board("sib", "SIB", "SIB"), (JOANNE,), (COUNCIL,), undecided=("Joanne Whitlock (Moor School)",)
    )
    [asked] = compare_people(document([{"Joanne Whitlock": "P"}]), kept, {})
    assert asked.verdict is Verdict.UNCLEAR
    assert "left open by an earlier import" in asked.why_not


def test_another_way_to_write_a_name_is_said_and_remembered() -> None:
    found = compared(document([{"WHITLOCK, Joanne": "P"}]), JOANNE)["Joanne Whitlock"]
    assert (meant(found), found.verdict) == ("joanne", Verdict.CHANGED)
    assert found.changes == (FieldChange("Also written as", "", "WHITLOCK, Joanne"),)
    assert "“WHITLOCK, Joanne” is Joanne Whitlock" in found.notes[0]


def test_half_a_double_name_and_a_slip_are_never_taken_unasked() -> None:
    for written, name in (
        ("Priya Hale", "Priya Hale-Moor"),
        ("Jean Hale", "Dean Hale"),
        ("John Harris", "John Harrison"),
    ):
        [asked] = compared(document([{written: "P"}]), Person("known", name)).values()
        assert (meant(asked), asked.verdict) == (None, Verdict.UNCLEAR)


PLACES = st.sampled_from(["", "Northmoor Council", "Parent Carer Forum", "PCF", "Moor School", "Moor Trust"])


@given(
    st.lists(PLACES, min_size=1, max_size=5),
    st.lists(st.sampled_from([None, "council", "school"]), max_size=3),
)
def test_two_organisations_are_never_one_person_unless_somebody_says_so(
    places: list[str], known: list[str | None]
) -> None:
    people = [Person(f"jane{at}", "Jane Smith", where) for at, where in enumerate(known)]
    written = two_of_a_name(*places)
    kept = OfficeSide(Board("sib", "SIB", "SIB"), tuple(people), (COUNCIL, SCHOOL))
    by_key = {one.key: one for one in compare_people(written, kept, {})}
    whose = member_keys(identities(written, kept.same_place))
    assert set(whose) == set(range(len(places)))
    for at, key in whose.items():
        for other, other_key in whose.items():
            differ = places[at] and places[other] and not kept.same_place(places[at], places[other])
            if differ:
                one, two = by_key[key], by_key[other_key]
                assert key != other_key
                assert one.about_id != two.about_id or not one.about_id
    certain = [one for one in by_key.values() if one.about_id]
    for proposal in certain:
        [person] = [one for one in people if one.id == proposal.about_id]
        assert isinstance(proposal.found, PersonChoice)
        assert (
            not kept.places_of(person)
            or not proposal.found.organisation
            or kept.is_at(person, proposal.found.organisation)
        )


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


def test_two_of_one_name_are_told_apart_by_where_they_belong() -> None:
    people = (
        Person("a", "Jane Smith", "council"),
        Person("b", "Smith, Jane", "school"),
        Person("c", "Jane Smith"),
    )
    assert told_apart((*people, JOANNE), (COUNCIL, SCHOOL)) == {
        "a": "Jane Smith (Northmoor Council)",
        "b": "Smith, Jane (Moor School)",
        "c": "Jane Smith",
        "joanne": "Joanne Whitlock",
    }
    assert told_apart((), ()) == {}


def test_what_was_taken_for_one_person_is_said_and_what_is_still_asked_is_not() -> None:
    (same,) = compared(document([{"WHITLOCK, Joanne": "P"}]), JOANNE).values()
    joined = replace(
        same, notes=("“WHITLOCK, Joanne” is the same person as Joanne Whitlock.", "Something else.")
    )
    assert list(joinings([joined, replace(joined, verdict=Verdict.UNCLEAR)])) == [joined.notes[0]]


def test_what_is_proposed_of_a_person_is_there_for_a_program_to_read() -> None:
    choice = PersonChoice("Ann Hale", None, "Northmoor Council", spellings=("HALE, Ann",))
    assert choice.values == {
        "name": "Ann Hale",
        "organisation": "Northmoor Council",
        "also_written": ("HALE, Ann",),
        "may_be": (),
    }
    assert replace(choice, organisation="").values["organisation"] is None


def test_a_third_line_of_one_name_may_be_either_of_the_two_before_it() -> None:
    *_, third = compared(two_of_a_name("Northmoor Council", "Moor School", "")).values()
    assert (
        "may be Jane Smith (Northmoor Council), new in this document or Jane Smith (Moor School)."
        in third.why_not
    )


def test_what_was_chosen_for_two_names_is_asked_about_for_neither() -> None:
    written = document([{"Jo Whitlock": "P", "J Whitlock": "P"}])
    chosen = {person_key(name): "joanne" for name in ("Jo Whitlock", "J Whitlock")}
    assert [meant(one) for one in compared(written, JOANNE, chosen=chosen).values()] == ["joanne", "joanne"]


def test_half_a_name_that_is_somebodys_whole_record_is_that_person_where_no_organisation_speaks_against() -> (
    None
):
    whitlock, joanne = Person("half", "Whitlock", "council"), Person("other", "Joanne Whitlock", "school")
    named = compared(document([{"whitlock": "P"}]), whitlock, joanne)["whitlock"]
    assert meant(named) == "half"
    elsewhere = compared(document([{"Whitlock": "P"}], org={"Whitlock": "Moor School"}), whitlock)["Whitlock"]
    assert meant(elsewhere) is None
    alone = compared(document([{"Whitlock": "P"}]), whitlock)["Whitlock"]
    assert (meant(alone), alone.verdict) == ("half", Verdict.SAME)


def test_one_name_on_several_lines_is_said_with_how_many() -> None:
    def of_lines(count: int) -> Proposal:
        members = tuple(
            FoundMember("Ann Hale", f"row {at}", "Northmoor Council", seat_title=f"Post {at}")
            for at in range(count)
        )
        marks = tuple(FoundMark(at, Mark.PRESENT) for at in range(count))
        found = FoundRegisters("r.xlsx", (), members, (FoundMeeting("2026-01-13", marks=marks),))
        (one,) = compared(found).values()
        return one

    assert of_lines(1).notes == ()
    assert of_lines(2).notes == ("Ann Hale stands on 2 lines: one person on as many seats.",)


def test_who_is_said_to_be_somebody_new_is_nobody_else() -> None:
    both = {"Joanne Whitlock": "P", "Jo Whitlock": "P"}
    new = compared(document([both]), JOANNE, chosen={person_key("Jo Whitlock"): None})["Jo Whitlock"]
    assert (new.verdict, new.notes, new.why_not, new.ticked) == (Verdict.NEW, (), "", True)
    known = compared(document([both]), JOANNE, chosen={person_key("Jo Whitlock"): "joanne"})["Jo Whitlock"]
    assert known.notes == ("“Jo Whitlock” is the same person as Joanne Whitlock.",)

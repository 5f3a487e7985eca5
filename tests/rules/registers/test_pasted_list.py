"""What a list of names would write on a register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import register, row

from boarddesk.rules.names.listed import ListedName, Stay
from boarddesk.rules.people import Person
from boarddesk.rules.registers.call_times import Hours, Part
from boarddesk.rules.registers.pasted_list import ListMark, NameAnswer, in_numbers, list_marks
from boarddesk.rules.registers.register import Guest, Mark, Register, RollRow

HOURS = Hours("13:30", "15:30")


def said(who: str, *, guest: bool = False, stays: Sequence[tuple[str, str]] = ()) -> NameAnswer:
    """A name that means whoever is called by it; a name in small letters means nobody."""
    listed = ListedName(who, (who,), stays=tuple(Stay(*one) for one in stays))
    known = not guest and who[0].isupper()
    return NameAnswer(listed, Person(who.rstrip("'"), who.rstrip("'")) if known else None, is_guest=guest)


def roll(*rows: RollRow, guests: Sequence[Guest] = ()) -> Register:
    return replace(register(date(2026, 6, 9), rows), closed=False, guests=tuple(guests))


def marks(
    found: Register, *names: NameAnswer, deputies: Mapping[str, Sequence[str]] | None = None
) -> tuple[ListMark, ...]:
    return list_marks(found, names, deputies=deputies or {}, hours=HOURS)


def outcomes(
    found: Register, *names: NameAnswer, deputies: Mapping[str, Sequence[str]] | None = None
) -> list[str]:
    return [one.outcome(Mark.REMOTE) for one in marks(found, *names, deputies=deputies)]


@pytest.mark.parametrize(
    ("letter", "outcome", "change", "ticked"),
    [
        (".", "V", "", False),
        ("P", "stays P", "", False),
        ("T", "stays T", "", False),
        ("A", "V", "Change A to V", True),
        ("X", "V", "Change X to V", True),
        ("D", "stays D", "Change D to V", False),
        ("N", "stays N", "Change N to V", False),
    ],
)
def test_a_mark_the_list_contradicts_is_offered_as_a_change(
    letter: str, outcome: str, change: str, ticked: bool
) -> None:
    [one] = marks(roll(row("Ann", letter)), said("Ann"))
    assert one.outcome(Mark.REMOTE) == outcome
    assert (one.change_words(Mark.REMOTE)[0] if one.changes else "") == change
    assert one.changed is ticked


def test_somebody_on_two_seats_is_marked_on_both_and_asked_about_one() -> None:
    two = roll(row("Ann", "."), replace(row("Ann", "A"), id="second"))
    [one] = marks(two, said("Ann"))
    assert one.outcome(Mark.PRESENT) == "P on both seats"
    assert [each.id for each in replace(one, changed=False).marked] == ["Ann"]


def test_a_deputy_stands_for_a_holder_who_is_not_there() -> None:
    found = roll(row("Ann", "."), row("Bea", "A"))
    assert outcomes(found, said("Dee"), deputies={"Ann": ["Dee"]}) == ["D for Ann"]
    [for_bea] = marks(found, said("Dee"), deputies={"Bea": ["Dee"]})
    assert for_bea.outcome(Mark.REMOTE) == "D for Bea"
    assert for_bea.change_words(Mark.REMOTE) == ("Change A to D", "Bea gave apologies")


def test_a_deputy_whose_holder_is_there_is_a_guest() -> None:
    found = roll(row("Ann", "."))
    assert outcomes(found, said("Dee"), said("Ann"), deputies={"Ann": ["Dee"]}) == ["guest", "V"]
    assert outcomes(roll(row("Ann", "P")), said("Dee"), deputies={"Ann": ["Dee"]}) == ["guest"]


def test_a_seat_takes_one_deputy() -> None:
    found = roll(row("Ann", "."))
    two = {"Ann": ["Dee", "Flo"]}
    assert outcomes(found, said("Dee"), said("Flo"), deputies=two) == ["D for Ann", "guest"]


def test_a_deputy_who_was_not_named_is_named() -> None:
    [one] = marks(roll(row("Ann", "D")), said("Dee"), deputies={"Ann": ["Dee"]})
    assert one.change_words(Mark.REMOTE)[0] == "Name the deputy"
    assert one.outcome(Mark.REMOTE) == "D for Ann"


def test_a_guest_who_is_there_already_is_not_added_again() -> None:
    found = roll(guests=[Guest("g", "Zeb Quill")])
    assert outcomes(found, said("zeb quill", guest=True), said("Zeb Quill")) == [
        "guest already",
        "guest already",
    ]


def test_somebody_under_two_names_is_there_for_both_their_times() -> None:
    found = roll(row("Ann", "."))
    first, second = said("Ann", stays=[("13:30", "14:00")]), said("Ann'", stays=[("14:02", "15:30")])
    one, again = marks(found, first, replace(second, person=first.person))
    assert one.part is None
    assert again.outcome(Mark.REMOTE) == "the same as Ann"


def test_part_of_somebody_marked_before_has_to_be_asked_for() -> None:
    left_early = said("Ann", stays=[("13:30", "14:10")])
    [one] = marks(roll(row("Ann", "P")), left_early)
    assert (one.part, one.as_part, one.outcome(Mark.REMOTE)) == (Part("", "14:10"), False, "stays P")
    assert replace(one, as_part=True).outcome(Mark.REMOTE) == "T"
    known = replace(row("Ann", "T"), part_to="14:15")
    [settled] = marks(roll(known), left_early)
    assert settled.part is None


def test_the_sum_counts_every_name_once() -> None:
    found = roll(row("Ann", "."), row("Bea", "A"), row("Cat", "P"))
    names = (said("Ann"), said("Bea"), said("Cat"), said("Ann"), said("zeb", guest=True), said("yan"))
    assert in_numbers(marks(found, *names)) == (
        "6 names: 1 marked on the roll, 1 changed on the roll, 1 as marked before, 1 as guests, "
        "1 repeated, 1 not matched."
    )


WHO = st.sampled_from(["Ann", "Bea", "Cat", "Dee", "Flo", "zeb"])


@given(
    st.dictionaries(st.sampled_from(["Ann", "Bea", "Cat"]), st.sampled_from(".PVTDAXN")),
    st.lists(WHO, max_size=8),
    st.dictionaries(st.sampled_from(["Ann", "Bea", "Cat"]), st.lists(WHO, max_size=3)),
)
def test_every_name_has_one_outcome_and_no_row_is_written_twice(
    letters: dict[str, str], names: list[str], deputies: dict[str, list[str]]
) -> None:
    found = roll(*(row(who, letter) for who, letter in letters.items()))
    every = marks(found, *map(said, names), deputies=deputies)
    assert [one.said.listed.name for one in every] == names
    written = [each.id for one in every for each in one.marked]
    assert len(written) == len(set(written))
    counted = [int(word) for word in in_numbers(every).replace(":", ",").split() if word.isdigit()]
    assert not every or counted[0] == sum(counted[1:]) == len(names)


def test_a_name_writes_a_mark_or_a_guest_unless_it_was_unticked_and_stays_unticked() -> None:
    found = roll(row("Ann", "."), row("Ben", "A"))
    ann, ben, guest, nobody = marks(found, said("Ann"), said("Ben"), said("Eve", guest=True), said("zoe"))
    assert [one.writes for one in (ann, ben, guest, nobody)] == [True, True, True, False]
    unticked = replace(ben, changed=False)
    assert not unticked.writes
    assert ben.ticked_as(unticked) == unticked
    assert ben.ticked_as(replace(ann, changed=False)) == ben


def test_a_deputy_who_is_down_already_stays() -> None:
    there = roll(replace(row("Ann", "D"), deputy="Dee", deputy_id="Dee"))
    [one] = marks(there, said("Dee"), deputies={"Ann": ["Dee"]})
    assert one.outcome(Mark.REMOTE) == "stays D"
    assert one.is_deputy and not one.writes


def test_times_are_proposed_as_part_only_where_something_is_marked() -> None:
    [one] = marks(roll(row("Ann", ".")), said("Ann", stays=[("13:30", "14:10")]))
    assert (one.as_part, one.outcome(Mark.REMOTE)) == (True, "T")
    [nobody] = marks(roll(row("Ann", ".")), said("zeb", stays=[("13:30", "14:10")]))
    assert not nobody.as_part

"""Whose name it is, and what is only offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.names import Likeness, match, name_parts
from boarddesk.rules.people import Person

PEOPLE = [
    Person("ann", "Ann Hale", aliases=("Annie H",)),
    Person("winstanley", "Dr Helen Winstanley"),
    Person("jm", "John Michael Carter"),
    Person("bob", "Robert Osei"),
    Person("rees", "Bethan Lloyd-Rees"),
    Person("obrien", "Siobhán O’Brien"),
    Person("vdb", "Jan van der Berg"),
    Person("gill1", "Amrit Gill"),
    Person("gill2", "Parveen Gill"),
]


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("ann hale", "ann"),
        ("HALE, Ann", "ann"),
        ("Ms. Ann Hale", "ann"),
        ("Hale, Ms Ann", "ann"),
        ("Helen Winstanley", "winstanley"),
        ("Winstanley, Helen (Dr)", "winstanley"),
        ("Cllr Ann  Hale OBE", "ann"),
        ("Siobhan OBrien", "obrien"),
        ("Siobhán O'Brien (Guest)", "obrien"),
        ("Bethan Lloyd Rees", "rees"),
        ("van der Berg, Jan", "vdb"),
        ("Annie H", "ann"),
    ],
)
def test_case_titles_accents_and_surname_first_are_the_same_name(written: str, who: str) -> None:
    found = match(written, PEOPLE)
    assert found.person is not None and found.person.id == who


@pytest.mark.parametrize(
    ("written", "who", "why"),
    [
        ("A Hale", "ann", Likeness.INITIALS),
        ("Hale, A.", "ann", Likeness.INITIALS),
        ("J.M. Carter", "jm", Likeness.INITIALS),
        ("John Carter", "jm", Likeness.MIDDLE_NAME),
        ("Bob Osei", "bob", Likeness.SHORT_FORM),
        ("Winstanley", "winstanley", Likeness.SURNAME_ALONE),
        ("Bethan", "rees", Likeness.FIRST_ALONE),
        ("Hale Ann", "ann", Likeness.ORDER),
        ("Helen Winstanly", "winstanley", Likeness.SLIP),
        ("Hellen Winstanley", "winstanley", Likeness.SLIP),
    ],
)
def test_initials_short_forms_order_and_slips_are_offered_with_the_reason(
    written: str, who: str, why: Likeness
) -> None:
    found = match(written, PEOPLE)
    assert not found.is_certain
    assert [(one.person.id, one.why) for one in found.candidates] == [(who, why)]


def test_half_a_name_that_fits_two_people_is_offered_for_neither() -> None:
    assert match("Gill", PEOPLE).candidates == ()


def test_two_people_of_the_same_name_are_both_offered_and_neither_taken() -> None:
    twins = [Person("1", "Sam Patel"), Person("2", "Sam Patel")]
    found = match("Sam Patel", twins)
    assert found.person is None
    assert [one.person.id for one in found.candidates] == ["1", "2"]


def test_somebody_unknown_is_nobody() -> None:
    assert match("Rukhsana Mirza", PEOPLE).candidates == ()
    assert match("", PEOPLE).candidates == ()


def test_a_different_first_name_of_the_same_family_is_not_offered() -> None:
    assert match("George Hale", PEOPLE).candidates == ()


@given(st.text(max_size=30))
def test_any_text_at_all_is_read_without_trouble(text: str) -> None:
    assert isinstance(name_parts(text).key, str)
    found = match(text, PEOPLE)
    assert found.person is None or found.person in PEOPLE


@given(st.sampled_from(PEOPLE), st.sampled_from(["{0}", "Dr {0}", "  {0} ", "{0} (External)"]))
def test_everybody_is_found_by_their_own_name(person: Person, shape: str) -> None:
    assert match(shape.format(person.name.upper()), PEOPLE).person == person

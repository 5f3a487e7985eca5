"""Whose name it is, and what is only offered."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from boarddesk.rules.names import Likeness, match, may_be_remembered, name_parts
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


@pytest.mark.parametrize(
    "written", ["Alan Judge", "Alan", "Cllr Lord", "Judge Alan", "Lord, Judge", "Lord Alan"]
)
def test_a_surname_that_is_a_title_elsewhere_keeps_people_apart(written: str) -> None:
    roll = [Person("lord", "Cllr Alan Lord"), Person("moss", "Bea Moss")]
    assert not match(written, roll).is_certain


@pytest.mark.parametrize(
    "written", ["Alan Lord", "Lord, Alan", "LORD, Cllr Alan", "Alan Lord, Judge", "Cllr A\u0301lan Lord OBE"]
)
def test_a_surname_that_is_a_title_elsewhere_is_still_a_surname(written: str) -> None:
    found = match(written, [Person("lord", "Cllr Alan Lord"), Person("moss", "Bea Moss")])
    assert found.person is not None and found.person.id == "lord"


@pytest.mark.parametrize(
    "written", ["Judge Ann Hale", "Canon Ann Hale", "Rt Hon Ann Hale", "Ann Hale, OBE", "Hale OBE, Ann"]
)
def test_a_title_before_a_whole_name_is_no_part_of_it(written: str) -> None:
    found = match(written, PEOPLE)
    assert found.person is not None and found.person.id == "ann"


def test_a_title_alone_before_a_surname_offers_the_only_one_of_it() -> None:
    assert [one.person.id for one in match("Judge Hale", PEOPLE).candidates] == ["ann"]


def test_half_a_name_is_offered_even_to_somebody_called_no_more_than_that() -> None:
    found = match("Alan", [Person("alan", "Alan"), Person("lord", "Alan Lord")])
    assert not found.is_certain
    assert [one.person.id for one in found.candidates] == ["alan", "lord"]
    assert [one.id for one in found.namesakes] == ["alan"]


def test_half_a_name_that_is_remembered_holds_until_it_fits_somebody_else() -> None:
    lord = Person("lord", "Alan Lord", aliases=("Alan",))
    assert match("Alan", [lord]).person == lord
    assert not match("Alan", [lord, Person("judge", "Alan Judge")]).is_certain


def test_a_remembered_name_that_somebody_else_really_has_is_asked_about() -> None:
    joanne = Person("joanne", "Joanne Whitlock", aliases=("Jo Whitlock",))
    assert match("Jo Whitlock", [joanne]).person == joanne
    assert not match("Jo Whitlock", [joanne, Person("jo", "Jo Whitlock")]).is_certain
    assert not may_be_remembered("Jo Whitlock", joanne, [joanne, Person("jo", "Jo Whitlock")])


GIVEN = st.sampled_from(["Alan", "Ann", "Jo", "Joanne", "Judith", "Dean", "Grace", "J"])
SURNAMES = st.sampled_from(
    ["Lord", "Judge", "Canon", "Father", "Hon", "Dean", "Bishop", "Guest", "Lady", "Hale", "Whitlock", "Ann"]
)
WHOLE = st.tuples(GIVEN, SURNAMES)
WRITTEN = st.one_of(
    st.builds("{0[0]} {0[1]}".format, WHOLE),
    st.builds("{0[1]}, {0[0]}".format, WHOLE),
    st.builds("{1} {0[0]} {0[1]}".format, WHOLE, st.sampled_from(["Dr", "Cllr", "Lord", "Judge", "Rt Hon"])),
    st.builds("{1} {0}".format, SURNAMES, st.sampled_from(["Dr", "Cllr", "Lord", "Mrs"])),
    GIVEN,
    SURNAMES,
)
KNOWN = st.lists(st.tuples(WRITTEN, st.lists(WRITTEN, max_size=1)), max_size=6)


def _known(names: list[tuple[str, list[str]]]) -> list[Person]:
    return [Person(str(at), name, aliases=tuple(also)) for at, (name, also) in enumerate(names)]


@given(WRITTEN, KNOWN, WRITTEN, st.lists(WRITTEN, max_size=1))
def test_another_person_never_makes_a_doubt_into_somebody_else(
    written: str, names: list[tuple[str, list[str]]], name: str, also: list[str]
) -> None:
    people = _known(names)
    newcomer = Person("newcomer", name, aliases=tuple(also))
    before, after = match(written, people), match(written, [*people, newcomer])
    if after.is_certain and after.person != newcomer:
        assert after.person == before.person
    if after.person == newcomer:
        assert before.person is None
        assert name_parts(written).key in {name_parts(one).key for one in (name, *also)}


@given(
    WHOLE,
    WHOLE,
    st.sampled_from(["{0[0]} {0[1]}", "{0[1]}, {0[0]}", "Cllr {0[0]} {0[1]}", "{0[1]}, Dr {0[0]}"]),
)
def test_two_whole_names_are_never_one_person(
    one: tuple[str, str], other: tuple[str, str], shape: str
) -> None:
    assume(one != other)
    found = match(shape.format(one), [Person("other", " ".join(other))])
    assert not found.is_certain


@given(st.text(max_size=30))
def test_any_text_at_all_is_read_without_trouble(text: str) -> None:
    assert isinstance(name_parts(text).key, str)
    found = match(text, PEOPLE)
    assert found.person is None or found.person in PEOPLE


@given(st.sampled_from(PEOPLE), st.sampled_from(["{0}", "Dr {0}", "  {0} ", "{0} (External)"]))
def test_everybody_is_found_by_their_own_name(person: Person, shape: str) -> None:
    assert match(shape.format(person.name.upper()), PEOPLE).person == person

"""Whose name it is, and what is only offered."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from boarddesk.rules.names.matching import (
    Candidate,
    Likeness,
    match,
    may_be_remembered,
)
from boarddesk.rules.names.spellings import (
    kept_name,
    name_parts,
    surname_order,
    surname_words,
)
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
        ("Dr Hale, Ann", "ann"),
        ("Dr van der Berg, Jan", "vdb"),
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
        ("JM Carter", "jm", Likeness.INITIALS),
        ("John Carter", "jm", Likeness.MIDDLE_NAME),
        ("Michael Carter", "jm", Likeness.FEWER),
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
    assert match("Amir Hale", PEOPLE).candidates == ()


def test_a_name_left_out_on_either_side_is_offered() -> None:
    found = match("John Michael Carter", [Person("michael", "Michael Carter")])
    assert [(one.person.id, one.why) for one in found.candidates] == [("michael", Likeness.FEWER)]
    found = match("Michael Carter", [Person("jm", "John Michael Carter"), Person("slip", "Micheal Carter")])
    assert {one.person.id: one.why for one in found.candidates} == {
        "jm": Likeness.FEWER,
        "slip": Likeness.SLIP,
    }


def test_somebody_known_by_one_name_alone_is_offered_for_the_whole_name() -> None:
    found = match("Alan Lord", [Person("lord", "Lord")])
    assert [(one.person.id, one.why) for one in found.candidates] == [("lord", Likeness.SURNAME_ALONE)]
    found = match("Alan Lord", [Person("alan", "Alan")])
    assert [(one.person.id, one.why) for one in found.candidates] == [("alan", Likeness.FIRST_ALONE)]


@pytest.mark.parametrize(
    ("written", "name", "offered"),
    [
        ("Anna Hall", "Anna Hale", True),
        ("Bo Rays", "Bo Ray", True),
        ("Ann Halest", "Ann Hale", False),
    ],
)
def test_in_a_short_name_two_letters_are_no_slip_of_the_pen(
    written: str, name: str, *, offered: bool
) -> None:
    assert [one.why for one in match(written, [Person("p", name)]).candidates] == [Likeness.SLIP] * offered


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


CALLED = [
    Person("priya", "Priya Hale-Moor"),
    Person("soren", "Søren Ødegård"),
    Person("mai", "Nguyễn Thị Mai"),
    Person("mohammed", "Mohammed Al-Sayed"),
    Person("sukarno", "Sukarno"),
    Person("anna", "Anna van Dijk"),
    Person("mary", "Mary Smith Jones"),
    Person("lukasz", "Łukasz Đorđević"),
]


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Soren Odegard", "soren"),
        ("LUKASZ DORDEVIC", "lukasz"),
        ("Sukarno", "sukarno"),
        ("VAN DIJK, Anna (NORTHMOOR ICB - 15A)", "anna"),
        ("Anna VanDijk", "anna"),
        ("SMITH JONES, Mary (NORTHMOOR HOSPITALS NHS TRUST)", "mary"),
        ("Mary Smith-Jones she/her", "mary"),
        ("ALSAYED, Mohammed", "mohammed"),
    ],
)
def test_letters_of_other_alphabets_and_joined_small_words_are_the_same_name(written: str, who: str) -> None:
    found = match(written, CALLED)
    assert found.person is not None and found.person.id == who


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Hale-Moor, Priya Kaur", "priya"),
        ("Priya Hale", "priya"),
        ("Priya Moor", "priya"),
        ("P. Moor", "priya"),
        ("Mai Nguyen", "mai"),
        ("Muhammad Alsayed", "mohammed"),
        ("Mary Jones", "mary"),
        ("van Dijk", "anna"),
        ("iPad (Anna van Dijk)", "anna"),
        ("Anna van Dijk's iPad", "anna"),
        ("Anna's iPhone", "anna"),
        ("Anna van Dijk - Northmoor ICB", "anna"),
    ],
)
def test_half_a_double_name_another_order_and_a_name_within_are_offered(written: str, who: str) -> None:
    found = match(written, CALLED)
    assert not found.is_certain
    assert [one.person.id for one in found.candidates] == [who]


@pytest.mark.parametrize("written", ["Priya Jones", "Priya Jones-Hall", "Mary Moor"])
def test_a_first_name_with_a_surname_that_is_no_half_of_a_double_one_is_nobody(written: str) -> None:
    assert match(written, CALLED).candidates == ()


def test_mr_and_mrs_of_one_initial_are_two_people() -> None:
    found = match("Mrs J Hale", [Person("mr", "Mr J Hale")])
    assert not found.is_certain
    assert [one.why for one in found.candidates] == [Likeness.TITLE]


def test_one_word_is_nobody_for_certain_while_it_fits_another() -> None:
    people = [Person("sukarno", "Sukarno"), Person("other", "Sukarno Putri")]
    assert not match("Sukarno", people).is_certain


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Hale, Ann", "Ann Hale"),
        ("HALE, Dr Ann", "Dr Ann Hale"),
        ("VAN DIJK, Anna (NORTHMOOR ICB - 15A)", "Anna van Dijk"),
        ("SMITH JONES, Mary", "Mary Smith Jones"),
        ("O'BRIEN-MCKAY, Seán", "Seán O'Brien-McKay"),
        ("Hale, Ann, Dr", "Dr Ann Hale"),
        ("HALE, ANN", "Ann Hale"),
        ("HALE, JM", "JM Hale"),
        ("HALE, Ann", "Ann Hale"),
        ("Dr. Smith, Jane", "Dr. Jane Smith"),
        ("Prof Dr VAN DIJK, Anna", "Prof Dr Anna van Dijk"),
        ("Rev SMITH-POE, Jane", "Rev Jane Smith-Poe"),
        ("Ann Hale, OBE", "Ann Hale, OBE"),
        ("Cara Finch, Parent Carer Forum", "Cara Finch, Parent Carer Forum"),
        ("Bob Moor, Chair", "Bob Moor, Chair"),
        ("Hale, Chair", "Hale, Chair"),
        ("Ann Hale", "Ann Hale"),
        ("", ""),
    ],
)
def test_a_name_is_kept_first_name_first(written: str, kept: str) -> None:
    assert kept_name(written) == kept


def test_people_are_put_in_order_by_surname() -> None:
    names = ["Zoe Able", "Dr Ann Hale", "Anna van Dijk", "Sukarno", "Bea Hale", "Moor, Al"]
    assert sorted(names, key=surname_order) == [
        "Zoe Able", "Dr Ann Hale", "Bea Hale", "Moor, Al", "Sukarno", "Anna van Dijk",
    ]  # fmt: skip


BARE = str.maketrans("øłåéúñØŁÅÉÚÑ", "olaeunOLAEUN")
FIRSTS = st.sampled_from(["Ann", "Søren", "Łucja", "Ann-Marie", "José", "Mary Jane", "Bilal", "Dean", "J"])
LASTS = st.sampled_from(
    [
        "Hale",
        "Ødegård",
        "van Dijk",
        "Al-Sayed",
        "Smith-Jones",
        "O’Brien",
        "de la Cruz",
        "Ñandú",
        "Guest",
        "Lord",
    ]
)
PEOPLES_NAMES = st.tuples(FIRSTS, LASTS)
HABITS = st.sets(
    st.sampled_from(
        ["surname first", "capitals", "title", "organisation", "plain letters", "joined", "spaces"]
    )
)


def written_as(name: tuple[str, str], habits: set[str]) -> str:
    """A name as somebody with these habits writes it."""
    first, last = name
    if "joined" in habits:
        last = last.replace("van D", "VanD").replace("Al-S", "AlS").replace("de la C", "DelaC")
    if "capitals" in habits:
        last = last.upper()
    if "title" in habits:
        first = f"Dr {first}"
    text = f"{last}, {first}" if "surname first" in habits else f"{first} {last}"
    if "plain letters" in habits:
        text = text.translate(BARE).replace("-", " ").replace("’", "'")
    if "spaces" in habits:
        text = f" {text.replace(' ', '  ')} "
    return f"{text} (NORTHMOOR ICB - 15A)" if "organisation" in habits else text


@given(PEOPLES_NAMES, HABITS, HABITS)
def test_however_it_is_written_a_name_is_one_person(
    name: tuple[str, str], habits: set[str], others: set[str]
) -> None:
    kept = Person("known", kept_name(written_as(name, habits)))
    assert match(written_as(name, others), [kept, Person("x", "Rukhsana Mirza")]).person == kept


@given(PEOPLES_NAMES, PEOPLES_NAMES, HABITS, HABITS)
def test_however_they_are_written_two_names_are_never_one_person(
    one: tuple[str, str], other: tuple[str, str], habits: set[str], others: set[str]
) -> None:
    assume(one != other)
    assert not match(written_as(one, habits), [Person("other", written_as(other, others))]).is_certain


def test_a_column_of_names_is_sorted_by_surname_then_first_names() -> None:
    assert surname_words("Dr Ann Mary Hale") == "hale ann mary"
    assert surname_words("") == " "


def test_two_of_one_name_are_offered_with_where_they_belong() -> None:
    ann = Person("ann", "Ann Hale")
    assert Candidate(ann, Likeness.EXACT, 100, "Northmoor Council").label == "Ann Hale (Northmoor Council)"
    assert Candidate(ann, Likeness.EXACT, 100).label == "Ann Hale"


def test_a_title_alone_is_kept_as_it_is_written() -> None:
    assert [kept_name(written) for written in ("Dr, Ann", "Dr Hale, Ann", "Dr")] == [
        "Ann Dr",
        "Dr Ann Hale",
        "Dr",
    ]


@pytest.mark.parametrize(
    ("written", "order"),
    [
        ("Anna Van", "van anna"), ("Anna de", "de anna"), ("Ann Hale MBE", "hale ann"),
        ("Anna van der Berg MBE PhD", "vanderberg anna"), ("Jo Phd", "phd jo"), ("Phd, Jo", "phd jo"),
        ("Hale MBE, Ann", "hale ann"), ("Hale, Ann MBE", "hale ann"), ("Dr Hale, Ann", "hale ann"),
        ("Dr, Ann", "dr ann"), ("Hale, Dr Ann", "hale ann"), ("Hale", "hale "),
        ("Prof Dr Ann Hale", "hale ann"),
        ("Dr Hale", "hale "), ("Judge Hale", "hale judge"), ("Canon Ann Hale", "hale ann"),
        ("Ann Hale, OBE", "hale ann"),
    ],
)  # fmt: skip
def test_small_words_titles_and_letters_are_kept_apart_from_the_surname(written: str, order: str) -> None:
    assert surname_words(written) == order

"""Several names on one line, and names written surname first without a comma."""

from __future__ import annotations

import pytest
from tests.rules.names.pasted import match_names

from boarddesk.rules.names.lists import read_names
from boarddesk.rules.names.matching import Likeness, match
from boarddesk.rules.people import Person


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Present: Ann Hale, Bob Moor and Catherine Poe", ["Ann Hale", "Bob Moor", "Catherine Poe"]),
        ("Ann Hale, Bob Moor, and Catherine Poe", ["Ann Hale", "Bob Moor", "Catherine Poe"]),
        ("Ann Hale and Bob Moor", ["Ann Hale", "Bob Moor"]),
        ("Ann Hale & Bob Moor", ["Ann Hale", "Bob Moor"]),
        ("Ann Hale (Parents and Carers)", ["Ann Hale (Parents and Carers)"]),
        ("Ann Hale – Northmoor and Dale Council", ["Ann Hale"]),
    ],
)
def test_names_in_a_row_are_several_and_an_organisation_is_not_divided(line: str, names: list[str]) -> None:
    assert [one.name for one in read_names(line).names] == names


@pytest.mark.parametrize(
    ("written", "who"),
    [("Poe C", "Catherine Poe"), ("Hale A", "Ann Hale"), ("Dijk Anna", "Anna van Dijk")],
)
def test_a_surname_before_the_first_name_or_initial_is_offered(written: str, who: str) -> None:
    people = [Person(name, name) for name in ("Catherine Poe", "Ann Hale", "Anna van Dijk", "Bob Moor")]
    [(_, found)] = match_names(written, people)
    assert found.person is None
    assert who in [one.person.name for one in found.candidates]


def test_a_german_report_of_a_call_gives_its_times() -> None:
    text = (
        "Name\tErster Beitritt\tLetztes Verlassen\tDauer in der Besprechung\tE-Mail\n"
        "Ann Hale\t09.06.26, 13:58:12\t09.06.26, 15:35:00\t1h 37m\t\n"
    )
    [ann] = read_names(text).names
    assert (ann.joined, ann.left) == ("13:58", "15:35")


@pytest.mark.parametrize(
    ("written", "name", "why"),
    [
        ("Kathy Poe", "Catherine Poe", Likeness.SHORT_FORM),
        ("Mohamed Ali", "Muhammad Ali", Likeness.SPELLING),
        ("Ann Marie Hale", "Marie Hale", Likeness.FEWER),
        ("Ann Jones", "Mary Ann Jones", Likeness.FEWER),
        ("Hale Moor", "Priya Hale-Moor", Likeness.FEWER),
        ("Mai Nguyen", "Nguyen Mai Linh", Likeness.FEWER),
        ("Annabel Hale", "Anabel Hale", Likeness.SLIP),
        ("Ben Hales", "Benjamin Hale", Likeness.SLIP),
        ("Winstanley Helen", "Helen Winstanly", Likeness.SLIP),
        ("B Hale", "Ben Hale", Likeness.INITIALS),
        ("Ben H", "Ben Hale", Likeness.INITIALS),
        ("John M Carter", "John Carter", Likeness.MIDDLE_NAME),
        ("Mary Jones", "Mary Ann Jones", Likeness.MIDDLE_NAME),
        ("Priya Hale", "Priya Hale-Moor", Likeness.HALF),
        ("Priya Hale", "Priya Moor-Hale", Likeness.HALF),
        ("P Hale", "Priya Hale-Moor", Likeness.HALF),
        ("Anna Dijk", "Anna van Dijk", Likeness.HALF),
        ("van Dijk", "Anna van Dijk", Likeness.SURNAME_ALONE),
        ("Mr Hale", "Mrs Hale", Likeness.SURNAME_ALONE),
        ("Ann Hale", "Hale", Likeness.SURNAME_ALONE),
        ("Ann Hale", "Ann", Likeness.FIRST_ALONE),
        ("vandijk anna", "Anna van Dijk", Likeness.ORDER),
        ("Anne-Marie Hale", "Annemarie Hale", Likeness.DIVIDED),
        ("Ben Hale", "Bob Hale", None),
        ("C Hale", "Ben Hale", None),
        ("Bob H", "Ben Hale", None),
        ("Benjamin Hole", "Ben Hale", None),
        ("Ali Hale", "Priya Hale-Moor", None),
        ("Ann Dijk", "Anna van Dijk", None),
        ("Ann", "Mary Ann Hale", None),
        ("JM Carter", "John Carter", None),
        ("Jo Smyth", "Jo Smith", None),
        ("R Osei", "Bob Osei", None),
    ],
)
def test_why_somebody_may_be_meant_is_said_and_a_stranger_is_not_offered(
    written: str, name: str, why: Likeness | None
) -> None:
    found = match(written, [Person("one", name)])
    assert found.person is None
    assert [one.why for one in found.candidates] == ([why] if why else [])


def test_of_several_who_may_be_meant_the_likeliest_stands_first() -> None:
    def offered(written: str, *names: str) -> list[str]:
        return [one.person.name for one in match(written, [Person(name, name) for name in names]).candidates]

    assert offered("Kate Poe", "Ka-te Poe", "Poe Kate", "Kate Mary Poe") == [
        "Poe Kate",
        "Ka-te Poe",
        "Kate Mary Poe",
    ]
    assert offered("Elizabeth Poe", "E Poe", "Elisabeth Poe", "Liz Poe") == [
        "Liz Poe",
        "Elisabeth Poe",
        "E Poe",
    ]
    assert offered("Ann Hale", "Mary Ann Hale", "Anna Hale", "Anne Hale") == [
        "Anne Hale",
        "Anna Hale",
        "Mary Ann Hale",
    ]
    assert offered("J Hale", "Jo Hale", "Hale Jay", "Jim Hale") == ["Jim Hale", "Jo Hale"]
    assert offered("Priya Hale", "Hale Moor Priya", "Priya Hale-Moor", "P Hale") == [
        "P Hale",
        "Priya Hale-Moor",
        "Hale Moor Priya",
    ]


def test_no_more_than_five_are_offered() -> None:
    many = [Person(str(at), f"Ann {letter} Hale") for at, letter in enumerate("BCDEFG")]
    assert len(match("Ann Hale", many).candidates) == 5

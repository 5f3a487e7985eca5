"""Several names on one line, and names written surname first without a comma."""

from __future__ import annotations

import pytest
from tests.rules.names.pasted import match_names

from boarddesk.rules.names.lists import read_names
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

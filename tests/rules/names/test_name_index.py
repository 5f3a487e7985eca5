"""Who may be meant by a name is found among many as if the name had been held against everybody's."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.names.matching import match
from boarddesk.rules.names.name_index import NameIndex
from boarddesk.rules.names.spellings import NameParts
from boarddesk.rules.people import Person

FIRST = st.sampled_from(
    ["Ann", "Anne", "A", "Ann-Marie", "Bob", "Robert", "Mr", "Dr Ann", "Ann J", "Søren", ""]
)
LAST = st.sampled_from(
    [
        "Hale",
        "Hayle",
        "van Dijk",
        "VanDijk",
        "Hale-Moor",
        "Moor",
        "Okonkwo-Sharpe",
        "Okonkwo Sharp",
        "H",
        "Ann",
    ]
)
NAMES = st.one_of(
    st.builds("{} {}".format, FIRST, LAST),
    st.builds("{}, {}".format, LAST, FIRST),
    st.builds("{0} ({1})".format, LAST, FIRST),
)
PEOPLE = st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=1)), max_size=8)


def everybody(index: NameIndex, _wanted: NameParts) -> list[Person]:
    return list(index._people)


@given(PEOPLE, NAMES)
def test_it_passes_over_nobody_who_may_be_meant(known: list[tuple[str, list[str]]], written: str) -> None:
    people = [Person(str(at), name, aliases=tuple(also)) for at, (name, also) in enumerate(known)]
    found = match(written, people)
    with patch.object(NameIndex, "near", everybody):
        assert found == match(written, people)


def test_once_it_has_looked_enough_only_the_very_name_is_found() -> None:
    index = NameIndex((Person("1", "Ann Hale"), Person("2", "Bob Moor")), looks=150)
    assert match("Anne Hale", index).candidates and not index.is_spent
    assert match("A. Hale", index).candidates == () and index.is_spent
    assert match("HALE, Ann", index).person == Person("1", "Ann Hale")

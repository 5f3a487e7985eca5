"""An owner is whoever of the office goes by the name typed: a person, else a post, else a group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called, owner_offers, owners_called
from boarddesk.rules.owners import Owner, OwnerKind


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        board = boards.add_board(made, "Executive Group", "EG")
        seats.add_seat(made, board, "Head of SEND")
        people.add_person(made, "Gwen Thirlby")
        yield made


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("gwen thirlby", OwnerKind.PERSON, "Gwen Thirlby"),
        ("Head of SEND", OwnerKind.POST, "Head of SEND"),
        ("eg", OwnerKind.GROUP, "Executive Group"),
        ("executive  group", OwnerKind.GROUP, "Executive Group"),
        ("The trust", OwnerKind.WORDS, "The trust"),
    ],
)
def test_an_owner_is_who_goes_by_the_name(file: OfficeFile, typed: str, kind: OwnerKind, name: str) -> None:
    owner = owner_called(file, typed)
    assert (owner.kind, owner.name) == (kind, name)


def test_a_post_of_which_there_are_two_is_nobodys_in_particular(file: OfficeFile) -> None:
    other = boards.add_board(file, "Other Board", "OB")
    seats.add_seat(file, other, "Head of SEND")
    assert owner_called(file, "Head of SEND").kind is OwnerKind.WORDS


def test_every_name_an_owner_may_have_is_offered(file: OfficeFile) -> None:
    assert owner_offers(file) == ["Executive Group", "Gwen Thirlby", "Head of SEND"]


@pytest.fixture
def trust(file: OfficeFile) -> str:
    trust = boards.add_organisation(file, "Northmoor Health Trust", short_name="NHT")
    people.update_person(file, people.people(file)[0].id, organisation_id=trust)
    return trust


def test_an_organisation_is_an_owner_only_where_one_may_be(file: OfficeFile, trust: str) -> None:
    assert owner_called(file, "nht").kind is OwnerKind.WORDS
    assert owner_called(file, "nht", organisations=True) == Owner(
        "Northmoor Health Trust", OwnerKind.ORGANISATION, trust
    )
    assert "Northmoor Health Trust" in owner_offers(file, organisations=True)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", [""]),
        ("Gwen Thirlby; EG", ["Gwen Thirlby", "Executive Group"]),
        ("Gwen Thirlby and Head of SEND", ["Gwen Thirlby", "Head of SEND"]),
        ("EG, NHT", ["Executive Group", "Northmoor Health Trust"]),
        ("Gwen Thirlby, NHT", ["Gwen Thirlby"]),
        ("Gwen Thirlby; gwen thirlby", ["Gwen Thirlby"]),
        ("Gwen Thirlby and the team", ["Gwen Thirlby and the team"]),
        ("Gwen Thirlby; the team", ["Gwen Thirlby", "the team"]),
    ],
)
@pytest.mark.usefixtures("trust")
def test_several_owners_are_parted_where_each_is_known(
    file: OfficeFile, typed: str, names: list[str]
) -> None:
    assert [owner.name for owner in owners_called(file, typed)] == names

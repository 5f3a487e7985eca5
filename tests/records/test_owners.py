"""An owner is whoever of the office goes by the name typed: a person, else a post, else a group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called, owner_offers
from boarddesk.rules.owners import OwnerKind


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

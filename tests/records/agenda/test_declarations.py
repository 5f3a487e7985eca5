"""Declarations of interest stand with their meeting, in the order of its items."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.records.offices import meeting_of

from boarddesk.records.agenda import declarations as kept
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.declarations import Conduct


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def meeting_id(file: OfficeFile) -> str:
    return meeting_of(file)


def item(file: OfficeFile, meeting_id: str, title: str, position: int, *, under: str | None = None) -> str:
    with file.change("Add item") as change:
        return change.insert(
            "agenda_item", meeting_id=meeting_id, title=title, position=position, parent_id=under
        )


def ids(file: OfficeFile) -> dict[str, str]:
    return {person.name: person.id for person in people(file)}


def test_they_stand_in_the_order_of_the_items(file: OfficeFile, meeting_id: str) -> None:
    budget, waits = item(file, meeting_id, "Budget", 2), item(file, meeting_id, "Therapies", 1)
    below = item(file, meeting_id, "Posts", 0, under=waits)
    person = ids(file)
    for name, of in (("Ann Hale", budget), ("Ben Moor", below), ("Cal Vale", waits), ("Ben Moor", None)):
        kept.declare(file, meeting_id, person[name], nature="Works there", item_id=of)
    found = kept.declarations(file, meeting_id)
    assert [(known.person, known.item_title) for known in found] == [
        ("Ben Moor", ""),
        ("Cal Vale", "Therapies"),
        ("Ben Moor", "Posts"),
        ("Ann Hale", "Budget"),
    ]


def test_one_person_declares_once_in_an_item(file: OfficeFile, meeting_id: str) -> None:
    waits, person = item(file, meeting_id, "Therapies", 0), ids(file)["Ben Moor"]
    kept.declare(file, meeting_id, person, nature="Works there", item_id=waits)
    with pytest.raises(Refused, match="Ben Moor has declared an interest in it already"):
        kept.declare(file, meeting_id, person, nature="Works there", item_id=waits)


def test_what_they_did_can_be_changed_and_taken_back(file: OfficeFile, meeting_id: str) -> None:
    waits = item(file, meeting_id, "Therapies", 0)
    made = kept.declare(file, meeting_id, ids(file)["Ben Moor"], nature="Works there", item_id=waits)
    kept.change_declaration(file, made, nature="Works for the trust", did=Conduct.LEFT)
    (known,) = kept.declarations(file, meeting_id)
    assert known.sentence == "Ben Moor: Works for the trust; left."
    assert file.undo() == "Change the declaration of Ben Moor"
    assert kept.declarations(file, meeting_id)[0].did is Conduct.STAYED
    kept.remove_declaration(file, made)
    assert not kept.declarations(file, meeting_id)

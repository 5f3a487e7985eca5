"""People and the names they go by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats

from boarddesk.records.boards import add_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.people import (
    add_person,
    forget_alias,
    on_registers,
    people,
    person,
    remember_alias,
    remove_person,
    update_person,
)
from boarddesk.records.registers.taking import open_register
from boarddesk.records.seats import add_seat, appoint, update_membership
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def test_a_name_as_written_is_remembered_for_one_person_only(file: OfficeFile) -> None:
    ann, ben = add_person(file, "Ann  Hale"), add_person(file, "Ben Moor")
    remember_alias(file, ann, "A. Hale")
    remember_alias(file, ann, "A. Hale")
    assert person(file, ann).aliases == ("A. Hale",)
    assert person(file, ann).name == "Ann Hale"
    with pytest.raises(Refused, match="remembered as Ann Hale"):
        remember_alias(file, ben, "A. Hale")
    forget_alias(file, ann, "A. Hale")
    assert person(file, ann).aliases == ()


def test_a_person_needs_a_name(file: OfficeFile) -> None:
    with pytest.raises(Refused):
        add_person(file, "  ")
    ann = add_person(file, "Ann")
    with pytest.raises(Refused):
        update_person(file, ann, name="")


@pytest.mark.parametrize(
    "typed", ["Ann\nHale", " Ann \u00a0 Hale ", "\u202eAnn\u202c Hale", "Ann\u200b Ha\u00adle"]
)
def test_a_name_pasted_with_line_breaks_and_marks_nobody_sees_is_kept_plain(
    file: OfficeFile, typed: str
) -> None:
    assert person(file, add_person(file, typed)).name == "Ann Hale"


def test_somebody_named_in_the_records_stays(file: OfficeFile) -> None:
    board_with_seats(file)
    stray = add_person(file, "Typed By Mistake")
    remove_person(file, stray)
    assert "Typed By Mistake" not in [one.name for one in people(file)]
    with pytest.raises(Refused, match="end the membership"):
        remove_person(file, people(file)[0].id)


def test_everybody_ever_on_a_register_is_found_and_nobody_else(file: OfficeFile) -> None:
    board = add_board(file, "Improvement Board", "SIB")
    seat = add_seat(file, board, "Chair")
    chair = add_person(file, "Ann Hale")
    add_person(file, "Bob Vale")
    held = appoint(file, seat, chair)
    open_register(file, add_meeting(file, board, date(2026, 5, 12)), today=date(2026, 5, 12))
    update_membership(file, held, to_date=date(2026, 5, 13))
    assert [one.id for one in on_registers(file, board)] == [chair]


def test_a_name_with_the_surname_first_is_kept_first_name_first(file: OfficeFile) -> None:
    add_person(file, "Vale, Zoe")
    add_person(file, "ABLE, Una (NORTHMOOR ICB - 15A)")
    assert [one.name for one in people(file)][:1] == ["Una Able"]
    assert "Zoe Vale" in [one.name for one in people(file)]

"""Whether a name kept in a document is a person's, or that of an office, a council, a program."""

from __future__ import annotations

import pytest

from boarddesk.rules.names.personal import is_personal


@pytest.mark.parametrize(
    "name",
    [
        "Jane Hall",
        "J. Smith",
        "HALL, Jane",
        "Hall, J.",
        "Cllr J. Moss",
        "Dr Amina O'Brien",
        "jhall",
        "j.hall",
        "NORTHMOOR\\jhall",
        "jane.hall@northmoor.example",
        "Jane Hall; Paul Kowalczyk",
        "Jane Hall and Paul Kowalczyk",
        "Sam",
        "Maria de Souza",
    ],
)
def test_a_persons_name_is_known(name: str) -> None:
    assert is_personal(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Northmoor Council",
        "Northmoor Borough Council",
        "Telford & Wrekin",
        "Brighton and Hove",
        "Bath and North East Somerset",
        "Kingston upon Hull",
        "Stoke-on-Trent",
        "Isle of Wight",
        "West Sussex",
        "North Tyneside",
        "Cyngor Sir Ddinbych",
        "NHS Northmoor ICB",
        "MKCC",
        "DfE",
        "SEND Team",
        "Democratic Services",
        "Clerk to the Board",
        "Microsoft Office User",
        "python-docx",
        "LibreOffice",
        "Apache POI",
        "Un-named",
        "Oxfordshire",
        "Northmoor",
    ],
)
def test_a_council_an_office_or_a_program_is_nobody(name: str) -> None:
    assert not is_personal(name)


def test_the_text_says_that_a_name_is_a_councils() -> None:
    assert is_personal("Milton Keynes")
    assert not is_personal("Milton Keynes", beside="A paper of\nMilton Keynes City Council for the board")
    assert not is_personal("Medway", beside="The Council of Medway met.")

"""Several officers in one cell are told apart, and never where that would be guessing."""

from __future__ import annotations

import pytest

from boarddesk.importing.owners import known_names, split_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Rowan Vale / Ines Moor", ("Rowan Vale", "Ines Moor")),
        ("Rowan Vale, Ines Moor; Kit Fell", ("Rowan Vale", "Ines Moor", "Kit Fell")),
        ("Rowan Vale\nInes Moor", ("Rowan Vale", "Ines Moor")),
        ("Rowan Vale and Ines Moor", ("Rowan Vale", "Ines Moor")),
        ("Rowan Vale & Ines Moor", ("Rowan Vale", "Ines Moor")),
        ("Rowan Vale (Council, Education) / Ines Moor", ("Rowan Vale (Council, Education)", "Ines Moor")),
        ("Rowan Vale Ines Moor", ("Rowan Vale", "Ines Moor")),
        ("**Rowan Vale**/Rowan Vale", ("Rowan Vale",)),
        ("Head of Learning and Achievement", ("Head of Learning and Achievement",)),
        ("Assistant Director Education Partnerships", ("Assistant Director Education Partnerships",)),
        ("Mary Jane Fell", ("Mary Jane Fell",)),
        ("TBC", ()),
        ("", ()),
    ],
)
def test_the_people_in_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert split_names(cell)[0] == names


def test_names_known_from_elsewhere_tell_bodies_and_people_apart_and_it_is_said() -> None:
    known = known_names(["Rowan Vale (Council) / Primary Heads of Northmoor (PHN) / Schools Forum"])
    names, note = split_names("Ines Moor Primary Heads of Northmoor Schools Forum", known)
    assert names == ("Ines Moor", "Primary Heads of Northmoor", "Schools Forum")
    assert note.startswith("“Ines Moor Primary Heads of Northmoor Schools Forum” is read as Ines Moor, ")


def test_nothing_is_said_where_signs_tell_names_apart() -> None:
    assert split_names("Rowan Vale / Ines Moor")[1] == ""

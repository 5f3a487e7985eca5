"""Several actions in one cell, each with its owner and its date."""

from __future__ import annotations

from datetime import date

import pytest

from boarddesk.importing.risks.items import ActionCells, ItemReader, items
from boarddesk.importing.tables.grid import Cell

READER = ItemReader(starts=date(2026, 5, 14), initials=(("UP", "Una Pike"),))


def read(text: str, owner: str = "", due: str = "") -> list[tuple[str, str, str]]:
    def cell(said: str) -> Cell:
        return Cell(tuple(said.split("\n"))) if said else Cell()

    found = READER.mitigations(ActionCells(cell(text), cell(owner), cell(due)))
    return [(one.text, "; ".join(one.owners), str(one.due.latest or "")) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Fit a roof (Una Pike, 30/09/2026)",
        "Fit a roof (30 September 2026, Una Pike)",
        "Fit a roof (UP, Sept 2026)",
        "Fit a roof [Lead: Una Pike; due: 30.9.26]",
        "Fit a roof – Una Pike – September 2026",
        "Fit a roof | Una Pike | 30/09/2026",
        "Fit a roof. Owner: Una Pike. Due: 30 September 2026",
        "Fit a roof by 30 September 2026 (Una Pike)",
        "Fit a roof, Una Pike, 30 September 2026",
        "1) Fit a roof (Una Pike, by end of September 2026)",
        "• Fit a roof\n(Una Pike, 30 Sept)",
    ],
)
def test_one_action_with_its_owner_and_date(text: str) -> None:
    assert read(text) == [("Fit a roof", "Una Pike", "2026-09-30")]


def test_several_actions_by_numbers_lines_and_semicolons() -> None:
    wanted = [("Fit a roof", "", ""), ("Clear the gutters", "", "")]
    for text in (
        "1. Fit a roof\n2. Clear the gutters",
        "1. Fit a roof 2. Clear the gutters",
        "(a) Fit a roof (b) Clear the gutters",
        "• Fit a roof\n• Clear the gutters",
        "Fit a roof; Clear the gutters",
        "Actions:\nFit a roof\nClear the gutters",
    ):
        assert read(text) == wanted, text


def test_owners_and_dates_beside_in_the_same_order() -> None:
    got = read("1. Fit a roof\n2. Clear the gutters", "1. Una Pike\n2. Cai Moss", "30/09/2026\nJan 2027")
    assert got == [("Fit a roof", "Una Pike", "2026-09-30"), ("Clear the gutters", "Cai Moss", "2027-01-31")]


def test_what_a_bracket_says_else_is_part_of_the_action() -> None:
    assert read("Fit a roof (part of the estate plan)") == [("Fit a roof (part of the estate plan)", "", "")]


def test_nothing_and_nobody_are_not_made_up() -> None:
    assert items(Cell(("None",))) == []
    assert read("Fit a roof", "tbc", "tbc") == [("Fit a roof", "", "")]

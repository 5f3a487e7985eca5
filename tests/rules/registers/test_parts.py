"""Part attendance, by item or by time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.rolls import register, row

from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.parts import (
    away_at,
    check_parts,
    mark_words,
    part_words,
    turns,
)
from boarddesk.rules.registers.register import RollRow

DAY = date(2026, 5, 12)


def test_the_end_cannot_lie_before_the_start() -> None:
    assert check_parts("4.9", "4.10") == ("4.9", "4.10")
    with pytest.raises(Refused):
        check_parts("14:30", "14:00")


def test_a_part_is_said_in_words() -> None:
    part = row("a", "T")
    assert part_words(replace(part, part_from="2", part_to="5")) == "item 2 to item 5"
    assert part_words(replace(part, part_to="14:30")) == "until 14:30"
    assert part_words(part) == ""


def test_who_was_there_for_part_is_away_outside_it_and_other_marks_are_not() -> None:
    part = replace(row("a", "T"), part_from="3", part_to="4.10")
    held = register(date(2026, 6, 9), [part, row("b"), row("c", "X")])
    assert away_at(held, "2") == away_at(held, "5") == {"a"}
    assert away_at(held, "4.2") == away_at(held, "14:00") == frozenset()


def test_between_comings_and_goings_each_stretch_says_who_is_away() -> None:
    found = register(
        DAY,
        [
            replace(row("Ann", "T"), part_to="5"),
            replace(row("Ben", "T"), part_from="3"),
            replace(row("Cal", "T"), part_from="14:30", part_to="15:00"),
            row("Dee"),
        ],
    )
    assert [(one.words, sorted(one.away)) for one in turns(found)] == [
        ("At the start", ["Ben", "Cal"]),
        ("From item 3", []),
        ("After item 5", ["Ann"]),
        ("From 14:30", []),
        ("After 15:00", ["Cal"]),
    ]


def test_nobody_there_for_part_makes_no_stretches() -> None:
    assert turns(register(DAY, [row("Ann"), row("Ben", "T")])) == ()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (row("a", "."), "not recorded"),
        (row("a", "P"), "present"),
        (replace(row("a", "A"), reason="clinic"), "apologies (clinic)"),
        (replace(row("a", "D"), deputy="Leila Grant", reason="clinic"), "deputy attended (Leila Grant)"),
        (replace(row("a", "T"), part_from="2", reason="clinic"), "present for part (from item 2)"),
        (replace(row("a", "V"), own_label="joined on screen"), "joined on screen"),
    ],
)
def test_a_mark_is_said_with_what_is_known_about_it(found: RollRow, said: str) -> None:
    assert mark_words(found) == said


def test_a_row_is_called_by_who_holds_the_seat_or_vacant() -> None:
    assert (row("Ann").who, replace(row("Ann"), person="").who) == ("Ann", "Vacant")


def test_the_points_at_which_somebody_comes_and_goes_are_still_theirs() -> None:
    part = replace(row("a", "T"), part_from="3", part_to="15:00")
    held = register(date(2026, 6, 9), [part])
    here = ("3", "4", "14:59", "15:00")
    assert [away_at(held, point) for point in here] == [frozenset()] * 4
    assert [away_at(held, point) for point in ("2", "2.9", "15:01")] == [{"a"}] * 3


def test_who_goes_with_an_item_is_away_only_once_it_is_over() -> None:
    found = register(DAY, [replace(row("Ann", "T"), part_to="5"), replace(row("Ben", "T"), part_from="5")])
    assert [(one.words, sorted(one.away)) for one in turns(found)] == [
        ("At the start", ["Ben"]),
        ("From item 5", []),
        ("After item 5", ["Ann"]),
    ]


def test_who_came_and_went_at_one_item_was_there_for_it() -> None:
    assert check_parts("4.9", "4.9") == ("4.9", "4.9")
    assert check_parts("14:00", "14:00") == ("14:00", "14:00")


def test_whoever_is_there_until_an_item_is_there_for_all_under_it() -> None:
    until_four = replace(row("a", "T"), part_to="4")
    taken = register(DAY, [until_four, row("b")])
    assert [away_at(taken, point) for point in ("4", "4.1", "4.10", "5")] == [
        frozenset(),
        frozenset(),
        frozenset(),
        {"a"},
    ]
    comes = replace(row("c", "T"), part_from="4.2")
    found = turns(register(DAY, [until_four, comes]))
    assert [(turn.words, sorted(turn.away)) for turn in found] == [
        ("At the start", ["c"]),
        ("From item 4.2", []),
        ("After item 4", ["a"]),
    ]


def test_only_an_item_of_the_agenda_can_be_chosen_where_there_is_one() -> None:
    items = {"1": "Welcome", "4.1": "Therapies"}
    assert check_parts("item 4.1 · Therapies", "", items=items) == ("4.1", "")
    with pytest.raises(Refused, match="There is no item 12 on this agenda"):
        check_parts("1", "item 12", items=items)
    assert check_parts("1", "15:00", items=items) == ("1", "15:00")
    assert check_parts("12", "", items={}) == ("12", "")

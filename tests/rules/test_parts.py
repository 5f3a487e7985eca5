"""Part attendance, by item or by time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.rolls import register, row

from boarddesk.rules.parts import away_at, check_part, check_parts, part_words, there_at
from boarddesk.rules.refused import Refused


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:30", "14:30"),
        ("9.15", "09:15"),
        ("item 5", "5"),
        ("5", "5"),
        ("4.10", "4.10"),
        ("Item 4.2", "4.2"),
        ("", ""),
    ],
)
def test_items_and_times_are_told_apart(typed: str, kept: str) -> None:
    assert check_part(typed) == kept


@pytest.mark.parametrize("typed", ["later", "25:00", "14:75", "-1"])
def test_neither_an_item_nor_a_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        check_part(typed)


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
    assert [one.id for one in there_at(held, "2")] == ["b"]

"""The lines of a register over several meetings: who stands once, who twice, and under which name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.rules.rolls import register, row

from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import RollRow
from boarddesk.rules.registers.sheet import Line, lines

JAN, FEB = date(2026, 1, 9), date(2026, 2, 9)


def told(made: list[Line]) -> list[tuple[str, str, str]]:
    return [(line.latest.person, line.title, line.role) for line in made]


def test_everybody_ever_on_a_roll_stands_in_the_order_of_the_newest() -> None:
    first, second = register(JAN, [row("Ann"), row("Ben")]), register(FEB, [row("Cy"), row("Ann", "A")])
    made = lines([first, second])
    assert [line.latest.person for line in made] == ["Cy", "Ann", "Ben"]
    cy, ann, ben = made
    newest = ann.at(second)
    assert newest and newest.mark and newest.mark.value == "A"
    assert (cy.at(first), ben.at(second)) == (None, None)
    assert ann.at(first) is not None


def test_only_the_rows_wanted_are_lines() -> None:
    both = register(JAN, [row("Ann"), row("Ben", role=Role.ADVISER)])
    made = lines([both], lambda one: one.role is Role.MEMBER)
    assert [line.latest.person for line in made] == ["Ann"]


def test_another_role_or_holder_or_place_is_another_line_and_a_seat_keeps_its_newest_title() -> None:
    ann = row("Ann")
    others: list[RollRow] = [
        replace(ann, role=Role.ADVISER),
        replace(ann, expected=False),
        replace(ann, counts_for_quorum=False),
        replace(ann, person_id="Ben", person="Ben"),
        replace(ann, organisation_id="School", organisation="School"),
    ]
    for other in others:
        made = lines([register(JAN, [replace(other, seat_title="Old")]), register(FEB, [ann])])
        assert [line.title for line in made] == ["Seat of Ann", "Seat of Ann"]


@pytest.mark.parametrize(
    ("change", "role"),
    [
        ({}, "member"),
        ({"expected": False}, "member, not expected"),
        ({"counts_for_quorum": False}, "member, not for quorum"),
        ({"expected": False, "counts_for_quorum": False}, "member, not expected, not for quorum"),
        (
            {"role": Role.OBSERVER, "expected": True, "counts_for_quorum": True},
            "observer, expected, counts for quorum",
        ),
    ],
)
def test_a_role_says_what_of_the_seat_is_not_as_usual(change: dict[str, Any], role: str) -> None:
    made = replace(row("Ann"), **change)
    assert told(lines([register(JAN, [made])]))[0][2] == role


def test_people_of_one_name_are_counted_so_that_two_never_become_one() -> None:
    rows = [replace(row(f"seat {at}"), person="Jo Hale", person_id=f"jo{at}") for at in range(3)]
    assert [role for _, _, role in told(lines([register(JAN, rows)]))] == [
        "member",
        "member, another of that name",
        "member, another of that name (3)",
    ]
    twice = [replace(row(f"seat {at}"), person="Jo Hale", person_id="jo") for at in range(2)]
    assert {role for _, _, role in told(lines([register(JAN, twice)]))} == {"member"}


def test_seats_of_one_title_in_one_place_are_numbered() -> None:
    heads = [replace(row(name), seat_title=title) for name, title in (("Ann", "Head"), ("Ben", "HEAD"))]
    elsewhere = replace(row("Cy", org="School"), seat_title="Head")
    made = told(lines([register(JAN, [*heads, elsewhere])]))
    assert [title for _, title, _ in made] == ["Head", "HEAD (2)", "Head"]


def test_vacant_seats_are_lines_and_nobodys_namesake() -> None:
    vacant = [replace(row(name), person="", person_id=None) for name in ("Ann", "Ben")]
    assert told(lines([register(JAN, vacant)])) == [
        ("", "Seat of Ann", "member"),
        ("", "Seat of Ben", "member"),
    ]

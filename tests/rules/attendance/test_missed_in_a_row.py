"""Two missed in a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.rules.rolls import side_by_side, year

from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.missed_in_a_row import MissedInARow, missed_in_a_row


def missed(marks: Mapping[str, str], by: By = By.PERSON) -> tuple[MissedInARow, ...]:
    return missed_in_a_row(side_by_side(year(marks)), by)


def test_the_last_two_missed_are_said() -> None:
    [one] = missed({"Ann": "PPAX", "Ben": "XXPP", "Cal": "PPPX"})
    assert one.sentence == "Ann has missed the last 2 meetings."


def test_a_deputy_helps_the_seat_and_not_the_person() -> None:
    marks = {"Ann": "PDD"}
    assert [one.times for one in missed(marks)] == [2]
    assert missed(marks, By.SEAT) == ()


def test_not_required_neither_breaks_nor_lengthens_the_run() -> None:
    assert [one.times for one in missed({"Ann": "PXNX"})] == [2]
    assert missed({"Ann": "PXN"}) == ()


def test_who_has_left_is_not_chased() -> None:
    assert missed({"Leaver": "XX ", "Ann": "PPP"}) == ()


def test_what_the_holder_before_missed_is_not_held_against_the_new_one() -> None:
    registers = year({"Nurse": "PXXX", "Ann": "PPPP"})
    later = [
        replace(
            one,
            rows=tuple(
                replace(row, person_id="new", person="New") if row.person == "Nurse" else row
                for row in one.rows
            ),
        )
        for one in registers[3:]
    ]
    assert missed_in_a_row(side_by_side([*registers[:3], *later]), By.SEAT) == ()
    assert [one.times for one in missed_in_a_row(side_by_side(registers), By.SEAT)] == [3]

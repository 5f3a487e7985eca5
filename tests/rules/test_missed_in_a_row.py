"""Two missed in a row."""

from __future__ import annotations

from tests.rules.rolls import year

from boarddesk.rules.attendance_counted import By
from boarddesk.rules.missed_in_a_row import missed_in_a_row


def test_the_last_two_missed_are_said() -> None:
    [one] = missed_in_a_row(year({"Ann": "PPAX", "Ben": "XXPP", "Cal": "PPPX"}))
    assert one.sentence == "Ann has missed the last 2 meetings."


def test_a_deputy_helps_the_seat_and_not_the_person() -> None:
    registers = year({"Ann": "PDD"})
    assert [one.times for one in missed_in_a_row(registers)] == [2]
    assert missed_in_a_row(registers, By.SEAT) == ()


def test_not_required_neither_breaks_nor_lengthens_the_run() -> None:
    assert [one.times for one in missed_in_a_row(year({"Ann": "PXNX"}))] == [2]
    assert missed_in_a_row(year({"Ann": "PXN"})) == ()


def test_who_has_left_is_not_chased() -> None:
    assert missed_in_a_row(year({"Leaver": "XX ", "Ann": "PPP"})) == ()

"""Counting roll by roll gives what counting register by register gives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD
from tests.rules.test_attendance import ORGS, WHO, registers

from boarddesk.rules.attendance import Register
from boarddesk.rules.attendance_columns import NO_LETTER, Names, RollSeat, SameRolls, count_rolls
from boarddesk.rules.attendance_counted import By, count
from boarddesk.rules.people import Organisation, Sector

NAMES = Names(
    {who: who for who in WHO},
    {name: Organisation(name, name, "", Sector.OTHER) for name in ORGS.values() if name},
)


def side_by_side(found: list[Register]) -> list[SameRolls]:
    together: dict[tuple[RollSeat, ...], list[Register]] = defaultdict(list)
    for one in found:
        if one.counts:
            together[_seats(one)].append(one)
    return [
        SameRolls(BOARD.id, seats, tuple(one.meeting for one in same), tuple(_letters(one) for one in same))
        for seats, same in together.items()
    ]


def _seats(one: Register) -> tuple[RollSeat, ...]:
    return tuple(
        RollSeat(
            row.seat_id,
            row.seat_title,
            row.person_id,
            row.organisation_id,
            row.role,
            row.expected,
            row.position,
        )
        for row in one.rows
    )


def _letters(one: Register) -> str:
    return "".join(row.mark.value if row.mark else NO_LETTER for row in one.rows)


@given(registers(), st.sampled_from(By))
def test_rolls_side_by_side_are_counted_as_registers_one_by_one(found: list[Register], by: By) -> None:
    row_by_row = replace(count(found, by), open_registers=(), cancelled=())
    together = count_rolls(side_by_side(found), by, NAMES)
    assert set(together.groups) == set(row_by_row.groups)
    assert together.meetings == row_by_row.meetings
    assert together.represented == row_by_row.represented

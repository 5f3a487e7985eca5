"""Counting roll by roll gives what counting register by register gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.registers.test_register import ORGS, WHO, registers
from tests.rules.rolls import side_by_side

from boarddesk.rules.attendance.count import Names, count_rolls
from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.people import Organisation, Sector
from boarddesk.rules.registers.register import Register

NAMES = Names(
    {who: who for who in WHO},
    {name: Organisation(name, name, "", Sector.OTHER) for name in ORGS.values() if name},
)


@given(registers(), st.sampled_from(By))
def test_rolls_side_by_side_are_counted_as_registers_one_by_one(found: list[Register], by: By) -> None:
    row_by_row = replace(count(found, by), open_registers=(), cancelled=())
    together = count_rolls(side_by_side(found).counted, by, NAMES)
    assert set(together.groups) == set(row_by_row.groups)
    assert together.meetings == row_by_row.meetings
    assert together.represented == row_by_row.represented

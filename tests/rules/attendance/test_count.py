"""Counting roll by roll gives what counting register by register gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.registers.test_register import ORGS, WHO, registers
from tests.rules.rolls import side_by_side

from boarddesk.rules.attendance.count import Names, count_rolls
from boarddesk.rules.attendance.groups import (
    By,
    check_period,
    count,
)
from boarddesk.rules.people import Organisation, Sector
from boarddesk.rules.refused import Refused
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


def test_a_period_that_ends_before_it_begins_or_is_all_to_come_is_refused() -> None:
    may, june, july = (date(2026, month, 9) for month in (5, 6, 7))
    for first, last in ((may, june), (june, june), (june, july), (None, may), (may, None), (None, None)):
        check_period(first, last, today=june)
    with pytest.raises(Refused, match="9 May 2026 is before 9 June 2026"):
        check_period(june, may, today=july)
    with pytest.raises(Refused, match="begins on 9 July 2026, which is still to come"):
        check_period(july, None, today=june)

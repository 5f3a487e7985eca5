"""A seat that changes hands: who held it, and what its row is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD, register, row, side_by_side

from boarddesk.rules.attendance.groups import GroupKey
from boarddesk.rules.attendance.holders import Holders, Holding, handover, named
from boarddesk.rules.registers.register import Register, Standing

SEAT = GroupKey(BOARD.id, Standing.MEMBERS, "seat Nurse")


def held_by(who: str, month: int, *, closed: bool = True) -> Register:
    """The register of a month with the nurse's seat held by somebody; a dot is vacant."""
    person = None if who == "." else who
    seat = replace(row("Nurse"), person_id=person, person=person or "")
    return replace(register(date(2026, month, 9), [row("Chair"), seat]), closed=closed)


def holdings(who: str, *, open_last: bool = False) -> tuple[Holding, ...]:
    """The holders of the seat, a letter a month."""
    last = len(who)
    found = [held_by(one, month, closed=not open_last or month < last) for month, one in enumerate(who, 1)]
    return Holders(side_by_side(found)).of(SEAT)


def test_a_seat_that_changed_hands_names_both_and_when() -> None:
    found = holdings("PPMM")
    assert handover(found) == "Held by P to 9 February 2026, M from 9 March 2026."
    assert named("M", "M", found) == "M and 1 before"


def test_a_seat_held_by_one_person_says_nothing_of_it() -> None:
    assert handover(holdings("MMM")) == ""
    assert named("M", "M", holdings("MMM")) == "M"


def test_the_holder_on_the_open_register_comes_after_the_one_who_is_counted() -> None:
    found = holdings("MMN", open_last=True)
    assert named("M", "M", found) == "M and 1 after"
    assert handover(found) == "Held by M to 9 February 2026, N from 9 March 2026."


def test_a_vacancy_is_no_holder_but_is_said() -> None:
    assert named("M", "M", holdings(".MM")) == "M"
    assert handover(holdings(".MM")) == "Vacant to 9 January 2026, held by M from 9 February 2026."
    assert named("Vacant", None, holdings("P.")) == "Vacant and 1 before"
    between = (
        "Held by P to 9 January 2026, vacant from 9 February 2026 to 9 February 2026, M from 9 March 2026."
    )
    assert handover(holdings("P.M")) == between


def test_other_seats_of_the_board_keep_their_own_holder() -> None:
    found = Holders(side_by_side([held_by("P", 1), held_by("M", 2)]))
    assert [one.who for one in found.of(SEAT._replace(key="seat Chair"))] == ["Chair"]
    assert found.of(SEAT._replace(key="no seat")) == ()


@given(st.text("PMN.", min_size=1, max_size=12))
def test_the_holders_follow_each_other_as_the_registers_have_them(who: str) -> None:
    found = holdings(who)
    assert "".join(one.person or "." for one in found) == "".join(
        one for at, one in enumerate(who) if at == 0 or who[at - 1] != one
    )
    assert all(one.first <= one.last for one in found)
    assert all(before.last < after.first for before, after in pairwise(found))

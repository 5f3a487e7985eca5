"""Positions of blocks rise, and few of them move."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.minutes.places import GAP, placed

some = st.lists(st.one_of(st.none(), st.integers(1, 10**6)), max_size=30)


@given(some)
def test_positions_rise(before: list[int | None]) -> None:
    made = placed(before)
    assert len(made) == len(before)
    assert all(one < other for one, other in pairwise(made))
    assert all(position > 0 for position in made)


@given(st.lists(st.integers(1, 10**6), unique=True, max_size=30))
def test_those_in_order_stay(before: list[int]) -> None:
    assert placed(sorted(before)) == tuple(sorted(before))


def test_one_that_comes_between_moves_no_other() -> None:
    assert placed([GAP, None, 2 * GAP]) == (GAP, GAP + GAP // 2, 2 * GAP)


def test_one_moved_to_the_front_moves_alone() -> None:
    made = placed([3 * GAP, GAP, 2 * GAP])
    assert made[1:] == (GAP, 2 * GAP)
    assert 0 < made[0] < GAP


def test_where_no_gap_is_left_all_are_placed_anew() -> None:
    assert placed([1, None, 2]) == (GAP, 2 * GAP, 3 * GAP)

"""The order of an agenda is the one the person made; nothing is lost by moving it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.agenda.order import (
    Order,
    Place,
    in_order,
    made_item,
    made_sub_item,
    moved_down,
    moved_up,
    numbers,
    put,
)
from boarddesk.rules.refused import Refused

AGENDA = in_order([Place("a"), Place("b"), Place("b1", "b"), Place("b2", "b"), Place("c")])


def ids(order: Order) -> str:
    given_numbers = numbers(order)
    return " ".join(f"{given_numbers[place.id]}={place.id}" for place in order)


def test_sub_items_are_numbered_under_their_heading() -> None:
    assert ids(AGENDA) == "1=a 2=b 2.1=b1 2.2=b2 3=c"


def test_a_heading_moves_with_what_is_under_it() -> None:
    assert ids(moved_up(AGENDA, "b")) == "1=b 1.1=b1 1.2=b2 2=a 3=c"
    assert ids(moved_down(AGENDA, "b")) == "1=a 2=c 3=b 3.1=b1 3.2=b2"


def test_the_first_and_the_last_stay() -> None:
    assert moved_up(AGENDA, "a") == AGENDA
    assert moved_down(AGENDA, "c") == AGENDA


def test_sub_items_change_places_and_stay_under_their_heading() -> None:
    assert ids(moved_up(AGENDA, "b2")) == "1=a 2=b 2.1=b2 2.2=b1 3=c"
    assert moved_up(AGENDA, "b1") == AGENDA
    assert moved_down(AGENDA, "b2") == AGENDA


def test_a_sub_item_goes_on_to_the_heading_beside() -> None:
    two = in_order([Place("a"), Place("a1", "a"), Place("b"), Place("b1", "b")])
    assert ids(moved_up(two, "b1")) == "1=a 1.1=a1 1.2=b1 2=b"
    assert ids(moved_down(two, "a1")) == "1=a 2=b 2.1=a1 2.2=b1"


def test_an_item_goes_under_the_one_above_with_all_that_is_under_it() -> None:
    assert ids(made_sub_item(AGENDA, "b")) == "1=a 1.1=b 1.2=b1 1.3=b2 2=c"
    assert ids(made_sub_item(AGENDA, "c")) == "1=a 2=b 2.1=b1 2.2=b2 2.3=c"
    assert made_sub_item(AGENDA, "b1") == AGENDA


def test_the_first_item_has_none_above() -> None:
    with pytest.raises(Refused, match="none above"):
        made_sub_item(AGENDA, "a")


def test_a_sub_item_becomes_an_item_after_its_heading() -> None:
    assert ids(made_item(AGENDA, "b1")) == "1=a 2=b 2.1=b2 3=b1 4=c"
    assert made_item(AGENDA, "a") == AGENDA


def test_an_item_is_dropped_before_another_or_under_one() -> None:
    assert ids(put(AGENDA, "c", before="a")) == "1=c 2=a 3=b 3.1=b1 3.2=b2"
    assert ids(put(AGENDA, "a", before=None)) == "1=b 1.1=b1 1.2=b2 2=c 3=a"
    assert ids(put(AGENDA, "c", before="b2", under="b")) == "1=a 2=b 2.1=b1 2.2=c 2.3=b2"
    assert ids(put(AGENDA, "a", before=None, under="b")) == "1=b 1.1=b1 1.2=b2 1.3=a 2=c"
    assert ids(put(AGENDA, "b1", before="a")) == "1=b1 2=a 3=b 3.1=b2 4=c"


def test_a_heading_is_not_dropped_into_itself() -> None:
    assert put(AGENDA, "b", before="b2", under="b") == AGENDA


def test_an_item_under_one_that_is_gone_stands_for_itself() -> None:
    assert ids(in_order([Place("a"), Place("x", "gone"), Place("y", "x")])) == "1=a 2=x 3=y"


STEPS: tuple[Callable[[Order, str], Order], ...] = (moved_up, moved_down, made_sub_item, made_item)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 4), st.integers(0, 7)), max_size=30))
def test_whatever_is_moved_nothing_is_lost_and_sub_items_follow_their_heading(
    moves: list[tuple[int, int, int]],
) -> None:
    order: Order = tuple(Place(str(number)) for number in range(8))
    for item, step, to in moves:
        try:
            if step < len(STEPS):
                order = STEPS[step](order, str(item))
            else:
                order = put(order, str(item), before=str(to))
        except Refused:
            continue
        assert sorted(place.id for place in order) == [str(number) for number in range(8)]
        assert in_order(order) == order
        assert order[0].parent_id is None


@given(st.integers(0, 4))
def test_down_and_up_again_is_where_it_was(at: int) -> None:
    flat = tuple(Place(letter) for letter in "abcdef")
    assert moved_up(moved_down(flat, "abcde"[at]), "abcde"[at]) == flat

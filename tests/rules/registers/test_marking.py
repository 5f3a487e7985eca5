"""The roll a register starts from, and when it may be closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import register, row

from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Membership, Organisation, Person, Role, Seat, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.marking import (
    as_replied,
    check_has_seats,
    check_may_close,
    check_may_mark,
    check_may_open,
    check_may_take,
    everyone_present,
    place_on_roll,
    roll,
)
from boarddesk.rules.registers.quorum import Answer, Reply
from boarddesk.rules.registers.register import Mark

DAY = date(2026, 6, 9)
PEOPLE = {"ann": Person("ann", "Ann Hale"), "ben": Person("ben", "Ben Moor")}
PLACES = {"icb": Organisation("icb", "Northmoor ICB", "ICB", Sector.HEALTH)}


def seat(name: str, *held: Membership, **fields: Any) -> Seat:
    made = Seat(name, "sib", f"Seat {name}", "icb", Role.MEMBER, True, True, memberships=held)
    return replace(made, **fields)


def test_the_roll_holds_seats_as_they_stand_that_day_in_order() -> None:
    handed_on = seat(
        "a",
        Membership("1", "a", "ann", None, date(2026, 5, 31)),
        Membership("2", "a", "ben", date(2026, 6, 1)),
        position=2,
    )
    ended = seat("b", Membership("3", "b", "ann"), to_date=date(2026, 6, 8))
    vacant = seat("c", position=1)
    found = roll([handed_on, ended, vacant], DAY, people=PEOPLE, organisations=PLACES)
    assert [(one.seat_id, one.person, one.mark, one.position) for one in found] == [
        ("c", "", Mark.NOT_REQUIRED, 0),
        ("a", "Ben Moor", None, 1),
    ]
    assert (found[1].organisation, found[1].sector) == ("Northmoor ICB", Sector.HEALTH)
    assert [one.note for one in found] == ["Seat vacant", ""]


def test_apologies_given_before_the_day_are_on_the_register_and_promises_are_not() -> None:
    replies = [Reply("seat a", Answer.APOLOGIES, reason="clinic"), Reply("seat b", Answer.COMING)]
    first, second = as_replied([row("a", "."), row("b", ".")], replies)
    assert (first.mark, first.reason, second.mark) == (Mark.APOLOGIES, "clinic", None)


def test_a_deputy_named_before_the_day_is_on_the_register() -> None:
    replies = [Reply("seat a", Answer.DEPUTY, "dee", "Dee Fox"), Reply("seat b", Answer.DEPUTY)]
    first, second = as_replied([row("a", "."), row("b", ".")], replies)
    assert (first.mark, first.deputy_id, first.deputy) == (Mark.DEPUTY, "dee", "Dee Fox")
    assert (second.mark, second.deputy_id) == (Mark.DEPUTY, None)


def test_a_deputy_with_an_own_seat_or_named_for_two_is_left_to_the_day() -> None:
    rows = [row("a", "."), row("b", "."), row("c", ".")]
    replies = [Reply("seat a", Answer.DEPUTY, rows[2].person_id, "c"), Reply("seat b", Answer.DEPUTY, "dee")]
    assert [one.mark for one in as_replied(rows, replies)] == [None, Mark.DEPUTY, None]
    twice = [Reply("seat a", Answer.DEPUTY, "dee"), Reply("seat b", Answer.DEPUTY, "dee")]
    assert [one.mark for one in as_replied(rows, twice)] == [None, None, None]


def test_closing_names_everybody_not_recorded() -> None:
    held = replace(register(DAY, [row("Ann", "."), row("Ben", "P"), row("Cal", ".")]), closed=False)
    with pytest.raises(Refused) as refused:
        check_may_close(held, today=DAY)
    assert refused.value.sentence == (
        "Not recorded yet: Ann and Cal. Give each a mark, then close the register."
    )


def test_closing_names_whom_an_import_left_off_until_it_is_said_who_is_meant() -> None:
    held = replace(register(DAY, [row("Ann")]), closed=False)
    with pytest.raises(Refused) as refused:
        check_may_close(held, today=DAY, unclear=("A Hale",))
    assert refused.value.sentence.startswith(
        "A Hale is not clear yet: this register stays open until it is said who is meant. "
    )
    with pytest.raises(Refused, match="A Hale and Jane Smith are not clear yet"):
        check_may_close(held, today=DAY, unclear=("A Hale", "Jane Smith"))


def test_a_register_cannot_be_closed_before_its_day() -> None:
    held = replace(register(DAY, [row("Ann")]), closed=False)
    with pytest.raises(Refused):
        check_may_close(held, today=date(2026, 6, 8))
    check_may_close(held, today=DAY)


def test_a_closed_register_is_reopened_before_it_is_marked() -> None:
    with pytest.raises(Refused):
        check_may_mark(register(DAY, [row("Ann")]))


def test_the_register_of_a_cancelled_meeting_is_neither_marked_nor_closed() -> None:
    left = replace(register(DAY, [row("Ann")], state=MeetingState.CANCELLED), closed=False)
    with pytest.raises(Refused, match="was cancelled"):
        check_may_mark(left)
    with pytest.raises(Refused, match="was cancelled"):
        check_may_close(left, today=DAY)


def test_a_cancelled_meeting_has_no_register() -> None:
    with pytest.raises(Refused):
        check_may_open(register(DAY, [], state=MeetingState.CANCELLED).meeting)


def test_everyone_present_leaves_observers_vacancies_and_marks_alone() -> None:
    vacant = replace(row("v", "."), person_id=None, person="")
    rows = [row("Ann", "."), row("Ben", "A"), row("Clerk", ".", role=Role.SECRETARY), vacant]
    assert [one.id for one in everyone_present(replace(register(DAY, rows), closed=False))] == ["Ann"]


@pytest.mark.parametrize("letter", list(Mark))
def test_a_vacant_seat_takes_no_mark_but_not_required(letter: Mark) -> None:
    vacant = replace(row("v", "N"), person_id=None, person="")
    if letter is Mark.NOT_REQUIRED:
        check_may_take(vacant, letter)
    else:
        with pytest.raises(Refused, match="This seat was vacant"):
            check_may_take(vacant, letter)
    check_may_take(row("Ann"), letter)


def test_a_register_without_a_row_is_neither_opened_nor_closed() -> None:
    with pytest.raises(Refused, match="no seats on that day"):
        check_has_seats(())
    with pytest.raises(Refused, match="Nobody is on this register"):
        check_may_close(replace(register(DAY, []), closed=False), today=DAY)


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(0, 5))
def test_a_row_comes_back_where_the_order_of_the_seats_has_it(
    order: list[int], away: set[int], added: int
) -> None:
    seats = [seat(str(name), position=place) for place, name in enumerate(order)]
    there = [one.id for one in seats if int(one.id) not in away | {added}]
    rows = [replace(row(name), seat_id=name) for name in there]
    place = place_on_roll(seats[order.index(added)], rows, seats)
    came_back = [*there[:place], str(added), *there[place:]]
    assert came_back == [one.id for one in seats if one.id in came_back]

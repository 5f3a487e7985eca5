"""The facts of a neutral letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD, register, row, year

from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.letter import (
    Correspondents,
    LetterFacts,
    letter_facts,
)
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Board, Role, TargetFigure
from boarddesk.rules.registers.register import ATTENDED, Register, RollRow, Standing

YEAR = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}


def of_ann(registers: Sequence[Register], board: Board = BOARD) -> LetterFacts:
    facts = letter_facts(registers, board, "Ann", **YEAR)
    assert facts is not None
    return facts


def body(facts: LetterFacts) -> str:
    return " ".join(facts.sentences)


def test_a_letter_says_what_was_recorded_and_no_judgement() -> None:
    facts = of_ann(year({"Ann": "PADXN"}))
    assert (facts.explanation.personal, facts.explanation.seat) == (Figure(1, 4), Figure(2, 4))
    said = body(facts)
    assert "expected you at 4 meetings." in said
    assert "present at 1 of 4 (25%)" in said and "your seat was filled at 2 of 4 (50%)" in said
    assert (
        "9 February 2026 (apologies); 9 March 2026 (a deputy came); 9 April 2026 (no apologies recorded)"
        in said
    )
    assert "please say so and the register will be corrected" in said


def test_the_meetings_left_out_are_named_each_with_why() -> None:
    held = year({"Ann": "PN", "Ben": "PP"})
    still_open = register(date(2026, 3, 3), [row("Ann", "P")])
    not_hers = register(date(2026, 3, 9), [row("Ben", "P")])
    cancelled = register(date(2026, 4, 7), [], state=MeetingState.CANCELLED)
    opened = [replace(one, closed=False) for one in (still_open, not_hers)]
    said = body(of_ann([*held, *opened, cancelled]))
    assert "expected you at 1 meeting." in said
    assert (
        "Left out of these figures: 9 February 2026 (not required); 3 March 2026 (its register is still "
        "open); 7 April 2026 (cancelled)." in said
    )
    assert "Left out" not in body(of_ann(year({"Ann": "PA"})))


def test_nobody_gets_a_letter_about_meetings_they_were_not_on_the_roll_of() -> None:
    assert letter_facts(year({"Ann": "P"}), BOARD, "Ben", **YEAR) is None


def test_the_target_is_named_with_the_figure_it_is_held_against() -> None:
    assert "target is 90% of seats filled, deputies counted." in body(of_ann(year({"Ann": "PA"})))
    personal = replace(BOARD, target_figure=TargetFigure.PERSONAL, attendance_target=Decimal(80))
    assert "target is 80% of members’ own attendance." in body(of_ann(year({"Ann": "PA"}), personal))


def test_an_advisers_letter_names_no_target_since_none_is_held_against_advisers() -> None:
    facts = of_ann([register(date(2026, 1, 9), [row("Ann", "A", role=Role.ADVISER)])])
    assert facts.standing is Standing.ADVISERS and len(facts.meetings_expected) == 1
    assert "target" not in body(facts)


def test_the_marks_are_words_with_their_letters() -> None:
    registers = year({"Ann": "PADX"})
    deputised = replace(registers[2], rows=(replace(registers[2].rows[0], deputy="Ben Carr"),))
    facts = of_ann([*registers[:2], deputised, registers[3]])
    assert [facts.recorded(one) for one in facts.meetings_expected] == [
        ("Present (P)",),
        ("Apologies (A)",),
        ("Deputy attended (D): Ben Carr",),
        ("Absent without apologies (X)",),
    ]
    assert [facts.adds(one) for one in facts.meetings_expected] == [
        "Counts as present",
        "Counts as expected only",
        "Counts for the seat only",
        "Counts as expected only",
    ]


# Somebody with two seats


def seat(title: str, letter: str, role: Role = Role.MEMBER) -> RollRow:
    return replace(row("Ann", letter, role=role), id=title, seat_id=title, seat_title=title)


def two_seats(first: str, second: str) -> list[Register]:
    return [
        register(date(2026, month, 9), [seat("Head of SEND", one), seat("Chair", two)])
        for month, (one, two) in enumerate(zip(first, second, strict=True), start=1)
    ]


def test_two_seats_at_one_meeting_are_one_meeting_and_each_seat_is_said() -> None:
    said = body(of_ann(two_seats("PPPPP", "PPADX")))
    assert "expected you at 5 meetings, in more than one seat." in said
    assert "In the seat “Head of SEND” the registers record you as present at 5 of 5 (100%)" in said
    assert "In the seat “Chair” the registers record you as present at 2 of 5 (40%)" in said
    assert "with deputies, it was filled at 3 of 5 (60%)" in said


def test_who_was_there_in_one_seat_was_not_absent() -> None:
    assert "not recorded as present" not in body(of_ann(two_seats("PPPPP", "PPADX")))
    assert "on 9 February 2026 (apologies)." in body(of_ann(two_seats("PA", "PA")))


def test_the_marks_of_two_seats_stand_apart() -> None:
    facts = of_ann(two_seats("P", "A"))
    assert facts.recorded(facts.meetings_expected[0]) == (
        "“Head of SEND”: present (P)",
        "“Chair”: apologies (A)",
    )
    assert facts.adds(facts.meetings_expected[0]) == "1 of 2 seats filled"


def test_a_seat_that_expects_nobody_does_not_hide_the_one_that_does() -> None:
    both = [register(date(2026, 1, 9), [seat("Member", "P"), seat("Observer", "P", Role.OBSERVER)])]
    assert "expected you at 1 meeting." in body(of_ann(both))


def test_of_an_observer_no_meeting_is_counted() -> None:
    assert not of_ann([register(date(2026, 1, 9), [row("Ann", "P", role=Role.OBSERVER)])]).meetings_expected


@given(st.lists(st.tuples(st.sampled_from("PVTDAXN"), st.sampled_from("PVTDAXN")), min_size=1, max_size=12))
def test_a_meeting_is_either_there_or_not_there_and_counted_once(marks: list[tuple[str, str]]) -> None:
    facts = of_ann(two_seats("".join(one for one, _ in marks), "".join(two for _, two in marks)))
    expected = [pair for pair in marks if pair != ("N", "N")]
    there = [pair for pair in expected if ATTENDED & set(pair)]
    assert len(facts.meetings_expected) == len(expected)
    assert len(facts.not_there) == len(expected) - len(there)


def test_a_board_that_brings_its_own_article_is_not_given_another() -> None:
    said = body(of_ann(year({"Ann": "P"}), replace(BOARD, name="The Northmoor Board")))
    assert "2026 The Northmoor Board expected you at" in said


def test_an_adviser_among_members_is_written_to_as_an_adviser() -> None:
    facts = of_ann([register(date(2026, 1, 9), [row("Ann", "P", role=Role.ADVISER), row("Ben", "P")])])
    assert facts.standing is Standing.ADVISERS
    assert "target" not in body(facts)


def test_a_seat_that_expects_nobody_makes_no_member_of_an_adviser() -> None:
    silent = replace(seat("Observer", "P", Role.OBSERVER), expected=False)
    both = [register(date(2026, 1, 9), [silent, seat("Adviser", "P", Role.ADVISER)])]
    assert of_ann(both).standing is Standing.ADVISERS


def test_only_whoever_holds_a_seat_is_told_how_to_name_a_deputy() -> None:
    holder = Correspondents(secretary="Dee Fox", holds_seat=True, deputies=("Ben Carr", "Cal Moor"))
    assert "to the board secretary, Dee Fox, before the meeting." in holder.how_to_name_a_deputy
    assert holder.how_to_name_a_deputy.endswith("Named now: Ben Carr and Cal Moor.")
    nobody = Correspondents(holds_seat=True).how_to_name_a_deputy
    assert "to the board secretary, before the meeting." in nobody and nobody.endswith("Nobody is named now.")
    assert replace(holder, holds_seat=False).how_to_name_a_deputy == ""


def test_a_deputy_is_named_only_where_one_came() -> None:
    came = replace(row("Ann", "P"), deputy="Ben Carr")
    unnamed = row("Ann", "D")
    facts = of_ann([register(date(2026, 1, 9), [came]), register(date(2026, 2, 9), [unnamed])])
    assert [facts.recorded(one) for one in facts.meetings_expected] == [
        ("Present (P)",),
        ("Deputy attended (D)",),
    ]


def test_who_came_as_deputy_is_named_where_the_person_was_not() -> None:
    registers = year({"Ann": "DAX"})
    named = replace(registers[0], rows=(replace(registers[0].rows[0], deputy="Ben Carr"),))
    assert (
        "9 January 2026 (deputy: Ben Carr); 9 February 2026 (apologies); 9 March 2026 (no apologies recorded)"
        in body(of_ann([named, *registers[1:]]))
    )


def test_a_members_figure_stays_on_its_side_of_the_target_and_an_advisers_has_none() -> None:
    board = replace(BOARD, attendance_target=Decimal(67))
    assert "present at 2 of 3 (66.7%)" in body(of_ann(year({"Ann": "PPA"}), board))
    adviser = [
        register(date(2026, month, 9), [row("Ann", letter, role=Role.ADVISER)])
        for month, letter in enumerate("PPA", start=1)
    ]
    assert "present at 2 of 3 (67%)" in body(of_ann(adviser, board))

"""Enough to decide: seats, sectors and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD, register, row

from boarddesk.rules.people import Board, QuorumRule, Role, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import (
    Answer,
    Quorum,
    QuorumCheck,
    Reply,
    check_quorum,
    forecast,
    live_quorum,
    needed,
    never_reached,
    replies_counted,
)
from boarddesk.rules.registers.register import RollRow

DAY = date(2026, 6, 9)


def board(quorum: str, *rules: QuorumRule) -> Board:
    return replace(BOARD, quorum=quorum, quorum_rules=rules)


def judged(of: Board, rows: Sequence[RollRow]) -> Quorum:
    return live_quorum(of, register(DAY, rows))


def test_present_remote_part_and_deputies_make_the_quorum_and_advisers_do_not() -> None:
    rows = [row("a", "P"), row("b", "V"), row("c", "T"), row("d", "D"), row("e", "A")]
    advisers = [row("x", "P", role=Role.ADVISER), row("y", "P", role=Role.OBSERVER)]
    found = judged(board("4"), [*rows, *advisers])
    assert (found.present, found.seats, found.quorate) == (4, 5, True)


def test_a_third_of_eleven_seats_is_four() -> None:
    assert needed("1/3", 11) == 4
    assert needed("7", 11) == 7


def test_seats_not_required_are_no_part_of_the_whole() -> None:
    rows = [row("a", "P"), row("b", "N"), row("c", "N"), row("d", "X")]
    assert judged(board("1/2"), rows).quorate


def test_every_rule_must_hold() -> None:
    health = replace(row("nurse", "A"), sector=Sector.HEALTH)
    rule = QuorumRule(1, sector=Sector.HEALTH)
    without = judged(board("1", rule), [row("a"), health])
    assert not without.quorate
    assert [(one.words, one.have, one.met) for one in without.checks] == [
        ("1 of 2 quorum seats", 1, True),
        ("at least 1 from health", 0, False),
    ]
    assert judged(board("1", rule), [row("a"), replace(health, mark=row("n").mark)]).quorate


def test_the_chair_or_the_vice_chair_must_be_there() -> None:
    rule = QuorumRule(1, roles=(Role.CHAIR, Role.VICE_CHAIR))
    assert not judged(board("1", rule), [row("a"), row("c", "A", role=Role.CHAIR)]).quorate
    assert judged(board("1", rule), [row("c", role=Role.VICE_CHAIR)]).checks[1].words == "chair or vice-chair"


def test_the_sum_is_said_in_words_for_the_minutes() -> None:
    rule = QuorumRule(1, sector=Sector.OTHER)
    said = judged(board("2", rule), [row("a"), row("b"), row("c", "X")]).sentence
    assert said == "Quorate: 2 of 3 quorum seats present, 2 needed; at least 1 from other: 2."


def test_while_marks_are_missing_it_is_not_quorate_yet() -> None:
    rows = [row("a"), row("b", "."), row("c", "X")]
    assert judged(board("2"), rows).word == "Not quorate yet"
    assert judged(board("3"), rows).word == "Not quorate"
    assert judged(board(""), rows).word == "No quorum set"


def test_who_leaves_for_an_item_is_out_of_its_quorum_only() -> None:
    held = register(date(2026, 6, 9), [row("a"), row("b")])
    assert live_quorum(board("2"), held).quorate
    assert not live_quorum(board("2"), held, away={"b"}).quorate


def test_the_forecast_goes_by_replies_and_keeps_silence_apart() -> None:
    rows = [row(name, ".") for name in "abcd"]
    replies = [
        Reply("seat a", Answer.COMING),
        Reply("seat b", Answer.DEPUTY),
        Reply("seat c", Answer.APOLOGIES),
    ]
    found = forecast(board("3"), rows, replies, day=DAY)
    assert (found.coming, found.deputies, found.apologies, found.no_reply) == (1, 1, 1, 1)
    assert found.sentence == "Not certain: 2 coming, 1 apologies, 1 no reply; 3 of 4 quorum seats needed."
    assert forecast(board("4"), rows, replies, day=DAY).word == "Will not be quorate"
    assert forecast(board("2"), rows, replies, day=DAY).word == "Quorate"


def test_a_vacant_seat_is_not_hoped_for() -> None:
    vacant = replace(row("a", "N"), person_id=None)
    assert forecast(board("1"), [vacant], [], day=DAY).word == "Will not be quorate"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" 7 ", "7"), ("1 / 3", "1/3"), ("", ""), ("3/3", "3/3"), ("50%", "1/2"), ("33 %", "33/100"),
        ("half", "1/2"), ("one-third of members", "1/3"), ("Two thirds", "2/3"), ("7 seats", "7"),
        ("7 of the quorum seats", "7"), ("half of all members", "1/2"), ("100 per cent", "1/1"),
    ],
)  # fmt: skip
def test_a_quorum_is_a_number_or_a_fraction(text: str, kept: str) -> None:
    assert check_quorum(text) == kept


@pytest.mark.parametrize("text", ["most", "0", "-1", "4/3", "1/0", "0%", "101%", "²", "half plus one"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        check_quorum(text)


@given(st.integers(1, 9), st.integers(0, 9), st.integers(1, 60))
def test_a_fraction_of_the_seats_is_never_rounded_down(top: int, more: int, seats: int) -> None:
    bottom = top + more
    asked = needed(f"{top}/{bottom}", seats)
    assert asked * bottom >= top * seats > (asked - 1) * bottom


def test_somebody_who_fills_two_seats_counts_once() -> None:
    stands_in = replace(row("b", "D"), deputy_id="a")
    found = judged(board("2"), [row("a"), stands_in, row("c", "A")])
    assert (found.present, found.seats, found.quorate) == (1, 3, False)


def test_deputies_whose_names_are_not_known_are_each_somebody() -> None:
    assert judged(board("2"), [row("a", "D"), row("b", "D")]).quorate


def test_a_quorum_above_the_seats_there_are_is_pointed_out() -> None:
    assert never_reached("99", 21) == "99 of 21 quorum seats: it can never be reached."
    assert [never_reached(*given) for given in (("21", 21), ("1/3", 21), ("", 21), ("9", 0))] == [""] * 4


def test_the_forecast_counts_quorum_seats_alone() -> None:
    rows = [row("a", "."), row("b", "."), row("x", ".", role=Role.ADVISER)]
    replies = [Reply("seat a", Answer.COMING), Reply("seat x", Answer.COMING)]
    found = forecast(board("2"), rows, replies, day=DAY)
    assert (found.coming, found.no_reply, found.quorum.seats) == (1, 1, 2)
    assert forecast(board("2"), rows, [], day=DAY).no_reply == 2


def test_a_rule_does_not_judge_the_meetings_before_its_first_day() -> None:
    rows = [row("a"), row("b")]
    health = QuorumRule(1, sector=Sector.HEALTH, from_date=DAY)
    before, on_the_day = (
        live_quorum(board("1", health), register(day, rows)) for day in (DAY - timedelta(days=1), DAY)
    )
    assert (before.quorate, [one.words for one in before.checks]) == (True, ["1 of 2 quorum seats"])
    assert (on_the_day.quorate, on_the_day.word) == (False, "Not quorate")
    coming = [Reply("seat a", Answer.COMING), Reply("seat b", Answer.COMING)]
    assert forecast(board("1", health), rows, coming, day=DAY - timedelta(days=1)).word == "Quorate"
    assert forecast(board("1", health), rows, coming, day=DAY).word == "Will not be quorate"


def test_a_board_whose_only_rule_is_still_to_come_has_no_quorum_yet() -> None:
    to_come = QuorumRule(1, sector=Sector.HEALTH, from_date=DAY + timedelta(days=1))
    assert judged(board("", to_come), [row("a")]).word == "No quorum set"


def test_replies_are_counted_of_the_seats_that_were_asked() -> None:
    vacant = replace(row("v", "."), person_id=None)
    rows = [row("a", "."), row("b", "."), row("x", ".", role=Role.ADVISER), vacant]
    observer = row("o", ".", role=Role.OBSERVER)
    replies = [
        Reply("seat a", Answer.COMING),
        Reply("seat x", Answer.APOLOGIES),
        Reply("seat o", Answer.COMING),
    ]
    found = replies_counted([*rows, observer], replies)
    assert (found.answered, found.number_asked) == (2, 3)
    assert found.sentence == "Of 3 asked: 1 coming · 0 by deputy · 1 apologies · 1 no reply"
    assert [one.id for one in found.silent] == ["b"]


def test_rules_alone_are_no_number_of_seats() -> None:
    health = [replace(row("a"), sector=Sector.HEALTH), replace(row("b"), sector=Sector.HEALTH), row("c")]
    found = judged(board("", QuorumRule(2, sector=Sector.HEALTH)), health)
    assert found.sentence == "Quorate: 3 of 3 quorum seats present; at least 2 from health: 2."
    told = forecast(board("", QuorumRule(2, sector=Sector.HEALTH)), health, [], day=DAY)
    assert told.sentence.endswith("; at least 2 from health: 0.")


def test_the_least_and_the_greatest_share_are_taken() -> None:
    assert [check_quorum(text) for text in ("1%", "100%", "1/9", "9999", "99 %")] == [
        "1/100",
        "1/1",
        "1/9",
        "9999",
        "99/100",
    ]


def test_a_fraction_that_is_too_little_is_not_enough() -> None:
    assert Quorum((), 3, 5).rules == ()
    sum_of = QuorumCheck("1 of 2 quorum seats", 1, 1, 2)
    health = QuorumCheck("at least 1 from health", 1, 0, 0)
    assert Quorum((health,), 1, 2).rules == (health,)
    assert Quorum((sum_of, health), 1, 2, needed=1).rules == (health,)


def test_a_forecast_without_a_quorum_says_the_replies() -> None:
    rows = [row(name, ".") for name in "abc"]
    replies = [Reply("seat a", Answer.COMING), Reply("seat b", Answer.APOLOGIES)]
    told = forecast(board(""), rows, replies, day=DAY)
    assert told.sentence == "No quorum set: 1 coming, 1 apologies, 1 no reply."
    assert told.word == "No quorum set"

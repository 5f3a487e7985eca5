"""Which reporting lines stand on a day, who is above, and what a line may not be."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.governance.lines import (
    LineKind,
    ReportingLine,
    boards_above,
    check_line,
    in_a_circle,
    spell,
    way_up,
)
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused

MARCH, APRIL, MAY = date(2026, 3, 31), date(2026, 4, 1), date(2026, 5, 1)
BOARDS = {short: Board(short, f"The {short}", short) for short in ("SIB", "SPB", "HWB", "EX")}
ids = count()


def line(
    board_id: str,
    to: str,
    first: date | None = None,
    last: date | None = None,
    kind: LineKind = LineKind.ACCOUNTABLE_TO,
) -> ReportingLine:
    return ReportingLine(str(next(ids)), board_id, kind, to if to in BOARDS else None, to, first, last)


def refused(made: ReportingLine, *others: ReportingLine) -> tuple[str, str]:
    with pytest.raises(Refused) as no:
        check_line(made, others, BOARDS)
    return no.value.field, no.value.sentence


def test_a_line_stands_from_its_first_day_to_its_last_both_counted() -> None:
    dated = line("SIB", "SPB", APRIL, MAY)
    days = [MARCH, APRIL, MAY, MAY + timedelta(1)]
    assert [dated.stands_on(day) for day in days] == [False, True, True, False]
    assert line("SIB", "SPB").stands_on(date.min) and line("SIB", "SPB").stands_on(date.max)


def test_what_goes_up_follows_only_the_lines_of_that_day_to_those_it_is_accountable_to() -> None:
    before, after = line("SIB", "SPB", None, MARCH), line("SIB", "HWB", APRIL)
    cabinet = line("SIB", "Cabinet")
    told = line("SIB", "EX", kind=LineKind.INFORMS)
    watched = line("SIB", "Scrutiny", kind=LineKind.SCRUTINISED_BY)
    every = [told, before, after, watched, cabinet, line("EX", "SIB")]
    assert boards_above(every, "SIB", MARCH) == (before, cabinet)
    assert boards_above(every, "SIB", APRIL) == (after, cabinet)


def test_the_way_up_is_the_shortest_and_names_every_board_it_passes() -> None:
    every = [line("EX", "SIB"), line("SIB", "SPB"), line("SPB", "HWB"), line("EX", "SPB", APRIL)]
    assert way_up(every, "EX", "HWB", MARCH) == ("EX", "SIB", "SPB", "HWB")
    assert way_up(every, "EX", "HWB", APRIL) == ("EX", "SPB", "HWB")
    assert way_up(every, "HWB", "EX", APRIL) == ()


def test_a_line_without_an_end_or_to_its_own_board_is_refused_beside_the_field() -> None:
    assert refused(line("SIB", " ")) == ("to", "Give a board, or the name of a body outside the office.")
    assert refused(line("SIB", "SIB")) == ("to", "A board has no line to itself.")


def test_a_line_that_ends_before_it_begins_is_refused() -> None:
    assert refused(line("SIB", "SPB", APRIL, MARCH)) == ("until_day", "The last day lies before the first.")
    check_line(line("SIB", "SPB", APRIL, APRIL), (), BOARDS)


def test_the_same_line_does_not_stand_twice_on_a_day() -> None:
    there = line("SIB", "Council  cabinet", None, APRIL)
    field, sentence = refused(line("SIB", "council Cabinet", APRIL), there)
    assert field == "to"
    assert sentence.startswith("There is that line already, until 1\N{NO-BREAK SPACE}April 2026.")
    check_line(line("SIB", "Council cabinet", APRIL + timedelta(1)), (there,), BOARDS)
    check_line(line("SIB", "Council cabinet", kind=LineKind.INFORMS), (there,), BOARDS)
    check_line(replace(there, until_day=MAY), (there,), BOARDS)


def test_a_circle_is_refused_and_named() -> None:
    every = (line("SIB", "SPB"), line("SPB", "HWB"))
    field, sentence = refused(line("HWB", "SIB"), *every)
    assert (field, sentence) == (
        "to",
        "It would close a circle: SIB is accountable to SPB and SPB to HWB.",
    )
    check_line(line("HWB", "SIB", kind=LineKind.INFORMS), every, BOARDS)
    check_line(line("HWB", "SIB", kind=LineKind.SCRUTINISED_BY), every, BOARDS)


def test_a_circle_that_closes_only_later_is_refused_with_its_day() -> None:
    later = line("SIB", "SPB", MAY)
    _, sentence = refused(line("SPB", "SIB", APRIL), later)
    assert (
        sentence == "It would close a circle from 1\N{NO-BREAK SPACE}May 2026 on: SIB is accountable to SPB."
    )
    check_line(line("SPB", "SIB", APRIL, MAY - timedelta(1)), (later,), BOARDS)


DAYS = st.none() | st.integers(0, 12).map(lambda number: APRIL + timedelta(number))
ENDS = st.sampled_from([*BOARDS, "Cabinet"])
LINES = st.builds(line, st.sampled_from([*BOARDS]), ENDS, DAYS, DAYS, st.sampled_from(LineKind))


def accepted(wanted: list[ReportingLine]) -> list[ReportingLine]:
    """Those that may stand beside the ones before them."""
    kept: list[ReportingLine] = []
    for made in wanted:
        with suppress(Refused):
            check_line(made, kept, BOARDS)
            kept.append(made)
    return kept


@given(st.lists(LINES, max_size=14))
def test_whatever_is_added_no_day_has_a_circle_a_line_twice_or_one_that_never_stands(
    wanted: list[ReportingLine],
) -> None:
    kept = accepted(wanted)
    for number in range(-1, 15):
        when = APRIL + timedelta(number)
        standing = [(one.board_id, one.kind, one.end) for one in kept if one.stands_on(when)]
        assert len(standing) == len(set(standing))
        assert not any(in_a_circle(kept, board_id, when) for board_id in BOARDS)


@given(st.lists(LINES, max_size=8), LINES)
def test_a_line_is_refused_as_a_circle_only_where_some_day_would_have_one(
    wanted: list[ReportingLine], made: ReportingLine
) -> None:
    kept = accepted(wanted)
    try:
        check_line(made, kept, BOARDS)
    except Refused as no:
        if "circle" in no.sentence:
            days = [APRIL + timedelta(number) for number in range(-1, 15)]
            assert any(in_a_circle([*kept, made], made.board_id, when) for when in days)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "with no first and no last day"),
        (APRIL, None, "from 1 April 2026"),
        (None, MARCH, "until 31 March 2026"),
        (APRIL, MAY, "from 1 April 2026 until 1 May 2026"),
    ],
)
def test_how_long_a_line_stands_is_spelt(first: date | None, last: date | None, words: str) -> None:
    assert spell(line("SIB", "SPB", first, last)).replace("\N{NO-BREAK SPACE}", " ") == words

"""What a meeting wants of the forward plan, when each entry comes up next, and whether its route holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.agenda.entry import Every, ForwardEntry, check_entry, recurrence
from boarddesk.rules.agenda.forward_plan import (
    ForwardPlan,
    RouteState,
    is_done,
    occurrences,
    route,
    wanted,
)
from boarddesk.rules.dates.months import first_day, month_of, month_words, months_between, months_on
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused

TODAY = date(2026, 6, 2)
SIB, SEG = Board("sib", "SEND Improvement Board", "SIB"), Board("seg", "Executive Group", "SEG")
HELD, PLANNED, CANCELLED = MeetingState.HELD, MeetingState.PLANNED, MeetingState.CANCELLED


def meets(day: date, board: Board = SIB, state: MeetingState | None = None) -> Meeting:
    usual = HELD if day < TODAY else PLANNED
    return Meeting(f"{board.id} {day}", board.id, 1, day, state or usual)


MAY, JUNE, JULY, SEPTEMBER, OCTOBER = (
    meets(date(2026, 5, 12)),
    meets(date(2026, 6, 9)),
    meets(date(2026, 7, 14)),
    meets(date(2026, 9, 8)),
    meets(date(2026, 10, 13)),
)
BOARD = (MAY, JUNE, JULY, SEPTEMBER, OCTOBER)


def entry(title: str = "Annual report", **said: Any) -> ForwardEntry:
    return ForwardEntry("e", "sib", title, **said)


def plan_of(*entries: ForwardEntry, meetings: tuple[Meeting, ...] = BOARD, **known: Any) -> ForwardPlan:
    return ForwardPlan(entries, meetings, {"sib": SIB, "seg": SEG}, **known)


def comes_up(
    made: ForwardEntry, last: str = "2027-05", **known: Any
) -> list[tuple[str, Meeting | None, str]]:
    found = occurrences(plan_of(made, **known), made, today=TODAY, last=last)
    return [(each.month, each.meeting, each.owed) for each in found]


def test_what_is_wanted_in_a_month_comes_up_at_its_first_meeting() -> None:
    assert comes_up(entry(wanted_month="2026-07")) == [("2026-07", JULY, "")]


def test_a_month_without_a_meeting_gives_it_to_the_next_and_says_so() -> None:
    expected = "Wanted in August 2026, with no meeting to take it"
    assert comes_up(entry(wanted_month="2026-08")) == [("2026-08", SEPTEMBER, expected)]


def test_what_no_meeting_is_planned_for_has_its_month_alone() -> None:
    assert comes_up(entry(wanted_month="2027-02")) == [("2027-02", None, "")]


def test_what_was_not_taken_in_its_month_is_owed_until_it_is_on_an_agenda() -> None:
    late = entry(wanted_month="2026-05")
    assert comes_up(late) == [("2026-05", JUNE, "Wanted in May 2026, and not taken")]
    assert comes_up(late, items={"e": (MAY.id,)}) == []
    assert is_done(plan_of(late, items={"e": (MAY.id,)}), late, today=TODAY)


def test_what_was_wanted_at_a_meeting_that_is_cancelled_goes_to_the_next() -> None:
    june = replace(JUNE, state=CANCELLED)
    expected = "Wanted on 9 June 2026, which was cancelled"
    [(_, meeting, owed)] = comes_up(entry(meeting_id=JUNE.id), meetings=(MAY, june, JULY))
    assert (meeting, owed.replace("\N{NO-BREAK SPACE}", " ")) == (JULY, expected)


def test_what_is_placed_nowhere_comes_up_nowhere() -> None:
    assert comes_up(entry()) == []


def test_each_meeting_takes_what_comes_to_each_from_its_first_month_on() -> None:
    always = entry(every=Every.MEETING)
    assert [meeting for _, meeting, _ in comes_up(always)] == [JUNE, JULY, SEPTEMBER, OCTOBER]
    later = replace(always, wanted_month="2026-09")
    assert [meeting for _, meeting, _ in comes_up(later)] == [SEPTEMBER, OCTOBER]


def test_quarters_begin_with_the_first_month_and_a_month_without_a_meeting_goes_to_the_next() -> None:
    quarterly = entry(every=Every.QUARTER, wanted_month="2026-02")
    assert comes_up(quarterly) == [
        ("2026-08", SEPTEMBER, ""),
        ("2026-11", None, ""),
        ("2027-02", None, ""),
        ("2027-05", None, ""),
    ]  # of May it is taken that the board saw it: the agenda of that meeting is not kept here


def test_what_comes_again_is_owed_where_an_agenda_that_is_kept_was_without_it() -> None:
    quarterly = entry(every=Every.QUARTER, wanted_month="2026-02")
    first, *_ = comes_up(quarterly, kept=frozenset({MAY.id}))
    assert first[:2] == ("2026-05", JUNE)
    assert first[2].replace("\N{NO-BREAK SPACE}", " ") == "Not on the agenda of 12 May 2026"
    taken = comes_up(quarterly, kept=frozenset({MAY.id}), items={"e": (MAY.id,)})
    assert taken[0] == ("2026-08", SEPTEMBER, "")


def test_every_march_is_every_march() -> None:
    yearly = entry(every=Every.YEAR, wanted_month="2025-03")
    assert [month for month, *_ in comes_up(yearly, last="2028-12")] == ["2027-03", "2028-03"]
    assert recurrence(yearly) == "Every March"
    twice = entry(every=Every.HALF_YEAR, wanted_month="2026-03")
    assert [month for month, *_ in comes_up(twice)] == ["2026-09", "2027-03"]


def test_a_meeting_wants_what_its_agenda_does_not_have_yet() -> None:
    july, always = entry(wanted_month="2026-07"), replace(entry(every=Every.MEETING), id="always")
    plan = plan_of(july, always, replace(july, id="gone", withdrawn_on=TODAY))
    assert [each.entry.id for each in wanted(plan, JULY, today=TODAY)] == ["e", "always"]
    assert [each.entry.id for each in wanted(plan, JUNE, today=TODAY)] == ["always"]
    filled = replace(plan, items={"e": (JULY.id,), "always": (JULY.id,)})
    assert wanted(filled, JULY, today=TODAY) == ()
    assert [each.entry.id for each in wanted(filled, SEPTEMBER, today=TODAY)] == ["always"]


def test_an_agenda_made_late_is_offered_what_its_day_wanted() -> None:
    """The day has passed, and nobody has said yet that the meeting was held."""
    plan = plan_of(entry(wanted_month="2026-06"))
    assert [each.entry.id for each in wanted(plan, JUNE, today=date(2026, 6, 11))] == ["e"]


# The route

EARLY, LATE = meets(date(2026, 5, 28), SEG), meets(date(2026, 7, 2), SEG)
VIA = entry(wanted_month="2026-07", via_board_id="seg")


@pytest.mark.parametrize(
    ("lower", "known", "state", "says"),
    [
        ((EARLY,), {}, RouteState.NOT_MET, "Goes up before SEG meets"),
        ((EARLY, LATE), {}, RouteState.TO_COME, "SEG first, 2 July 2026"),
        ((replace(LATE, state=CANCELLED),), {}, RouteState.NOT_MET, "Goes up before SEG meets"),
        ((meets(date(2026, 7, 15), SEG),), {}, RouteState.NOT_MET, "Goes up before SEG meets"),
        ((replace(LATE, state=HELD),), {}, RouteState.MET, "SEG met, 2 July 2026"),
        (
            (replace(LATE, state=HELD),),
            {"kept": frozenset({LATE.id})},
            RouteState.WITHOUT_IT,
            "SEG met without it, 2 July 2026",
        ),
        (
            (replace(LATE, state=HELD),),
            {"kept": frozenset({LATE.id}), "items": {"e": (LATE.id,)}},
            RouteState.SEEN,
            "Seen by SEG, 2 July 2026",
        ),
    ],
)
def test_a_paper_that_goes_up_before_the_board_below_met_is_pointed_out(
    lower: tuple[Meeting, ...], known: dict[str, Any], state: RouteState, says: str
) -> None:
    plan = plan_of(VIA, meetings=(*BOARD, *lower), **known)
    found = route(plan, VIA, JULY)
    assert found is not None and found.state is state
    assert found.told.replace("\N{NO-BREAK SPACE}", " ") == says
    assert found.state.holds is (state not in (RouteState.NOT_MET, RouteState.WITHOUT_IT))


def test_the_board_below_is_offered_it_at_its_last_meeting_before() -> None:
    first = meets(date(2026, 6, 18), SEG)
    plan = plan_of(VIA, meetings=(*BOARD, first, LATE))
    assert wanted(plan, first, today=TODAY) == ()
    [found] = wanted(plan, LATE, today=TODAY)
    assert (found.entry, found.first_for) == (VIA, SIB)
    assert wanted(replace(plan, items={"e": (LATE.id,)}), LATE, today=TODAY) == ()


def test_a_meeting_earlier_on_the_same_day_is_before() -> None:
    upper, lower = replace(JULY, start_time="14:00"), replace(meets(JULY.date, SEG), start_time="10:00")
    assert route(plan_of(VIA, meetings=(*BOARD[:2], upper, lower)), VIA, upper).state is RouteState.TO_COME
    later = replace(lower, start_time="15:00")
    assert route(plan_of(VIA, meetings=(*BOARD[:2], upper, later)), VIA, upper).state is RouteState.NOT_MET


# What cannot stand


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (entry(" "), "title"),
        (entry(wanted_month="2026-13"), "wanted"),
        (entry(every=Every.YEAR), "wanted"),
        (entry(every=Every.QUARTER, wanted_month="2026-06", meeting_id="m"), "wanted"),
        (entry(minutes=-1), "minutes"),
        (entry(via_board_id="sib"), "via"),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_field(made: ForwardEntry, field: str) -> None:
    with pytest.raises(Refused) as no:
        check_entry(made)
    assert no.value.field == field


# Months

months = st.dates(date(1900, 1, 1), date(2999, 12, 31)).map(month_of)


@given(months, st.integers(-600, 600))
def test_months_are_counted_on_and_back(month: str, count: int) -> None:
    there = months_on(month, count)
    assert months_between(month, there) == count
    assert months_on(there, -count) == month
    assert (there > month) is (count > 0) and month_of(first_day(there)) == there


def test_a_month_is_said_in_full() -> None:
    assert month_words("2027-03") == "March 2027"


@given(
    st.sampled_from([Every.QUARTER, Every.HALF_YEAR, Every.YEAR]),
    st.dates(date(2024, 1, 1), date(2028, 1, 1)).map(month_of),
    st.sets(st.dates(date(2026, 6, 2), date(2028, 1, 1)), max_size=12),
)
def test_what_comes_again_comes_up_at_most_once_a_meeting_and_never_before_its_month(
    every: Every, month: str, days: set[date]
) -> None:
    coming = tuple(meets(day) for day in sorted(days))
    found = comes_up(entry(every=every, wanted_month=month), "2027-12", meetings=coming)
    at = [meeting.id for _, meeting, _ in found if meeting]
    assert len({*at}) == len(at)
    assert all(first_day(due) <= meeting.date for due, meeting, _ in found if meeting)
    assert all(months_between(month, due) % every.months == 0 for due, *_ in found)

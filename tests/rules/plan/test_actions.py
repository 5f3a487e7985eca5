"""Refs in order, flags with their sentences, and counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.deadlines import NO_DATE, read_by_when
from boarddesk.rules.meetings.boards_around import updates_asked_from
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.plan.actions import (
    Action,
    Area,
    Evidence,
    Judgement,
    Plan,
    Update,
    counts_of,
    judgement_on,
    next_number,
    next_ref,
    ref_order,
    travel,
)
from boarddesk.rules.plan.flags import Around, FlagKind, area_flags, around_day, flags_of
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.statuses.status import (
    IMPROVEMENT_PLAN,
    NO_STATUS,
    Direction,
    Status,
)

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
TODAY = date(2026, 6, 2)
AROUND = Around(TODAY, last_board=date(2026, 5, 12), next_board=date(2026, 6, 9))


def declared(
    status: Status, why: str = "as planned", as_at: date = date(2026, 5, 28)
) -> tuple[Judgement, ...]:
    return (Judgement(status, as_at, why=why),)


ACTION = Action("a", "area", "4.2", "Recruit", read_by_when("September 2026"), judgements=declared(ON_TRACK))


def kinds(action: Action, around: Around = AROUND) -> set[str]:
    return {flag.kind.value for flag in flags_of(action, around)}


def sentence(action: Action, kind: FlagKind, around: Around = AROUND) -> str:
    return next(flag.sentence for flag in flags_of(action, around) if flag.kind is kind)


def test_refs_stand_in_the_order_people_expect() -> None:
    refs = ["A1", "4.10", "10.1", "", "1.1a", "4.9", "1.1", "A10", "A2", "1.1b", "4", "4.10.1"]
    assert sorted(refs, key=ref_order) == [
        *("1.1", "1.1a", "1.1b", "4", "4.9", "4.10", "4.10.1", "10.1"),
        *("A1", "A2", "A10", ""),
    ]


@given(st.lists(st.lists(st.integers(0, 200), min_size=1, max_size=4), max_size=8))
def test_numbered_refs_stand_as_their_numbers_do(numbers: list[list[int]]) -> None:
    refs = [".".join(map(str, parts)) for parts in numbers]
    assert sorted(refs, key=ref_order) == [".".join(map(str, parts)) for parts in sorted(numbers)]


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_refs_can_be_compared(one: str, other: str) -> None:
    assert (ref_order(one) < ref_order(other)) + (ref_order(other) < ref_order(one)) <= 1


def test_an_action_in_order_has_no_flags() -> None:
    assert kinds(ACTION) == set()


def test_overdue_is_said_with_the_days_that_passed() -> None:
    late = replace(ACTION, by_when=read_by_when("May 2026"), judgements=declared(PARTLY))
    assert kinds(late) == {"overdue"}
    assert sentence(late, FlagKind.OVERDUE) == "Overdue: it was due by 31 May 2026, 2 days ago."


def test_on_track_but_overdue_is_flagged_as_such_too() -> None:
    assert kinds(replace(ACTION, by_when=read_by_when("May 2026"))) == {"overdue", "on track but overdue"}


def test_a_closed_action_is_never_overdue_nor_waited_for() -> None:
    done = replace(
        ACTION,
        by_when=read_by_when("May 2020"),
        judgements=declared(MET, as_at=date(2020, 1, 1)),
        evidence=(Evidence("Log"),),
    )
    assert kinds(done) == set()


def test_due_before_the_next_meeting_includes_the_day_of_the_meeting() -> None:
    assert kinds(replace(ACTION, by_when=read_by_when("9 June 2026"))) == {"due before the next meeting"}
    assert kinds(replace(ACTION, by_when=read_by_when("10 June 2026"))) == set()


def test_no_date_says_what_stands_there() -> None:
    unsure = replace(ACTION, by_when=read_by_when("TBC by Leads"))
    assert sentence(unsure, FlagKind.NO_DATE) == "No date: “TBC by Leads” (to be confirmed)."
    assert (
        sentence(replace(ACTION, by_when=read_by_when("Ongoing")), FlagKind.NO_DATE) == "No date: “Ongoing”."
    )
    assert sentence(replace(ACTION, by_when=NO_DATE), FlagKind.NO_DATE) == "No date is given."
    assert kinds(replace(ACTION, by_when=NO_DATE)) == {"no date"}


def test_an_impossible_date_says_how_it_is_read() -> None:
    wrong = replace(ACTION, by_when=read_by_when("31/09/2026"))
    assert (
        sentence(wrong, FlagKind.IMPOSSIBLE_DATE)
        == "“31/09/2026” is no date; it is due by 30 September 2026."
    )


def test_a_moved_date_shows_both() -> None:
    moved = replace(
        ACTION, by_when=read_by_when("31 May 2027"), original_by_when=read_by_when("31 March 2026")
    )
    assert sentence(moved, FlagKind.DATE_MOVED) == "Date moved: 31 May 2027, revised from 31 March 2026."
    assert kinds(replace(ACTION, original_by_when=read_by_when("Sept 26"))) == set()


def test_silence_since_the_last_board_is_flagged() -> None:
    silent = replace(ACTION, judgements=declared(ON_TRACK, as_at=date(2026, 5, 12)))
    assert sentence(silent, FlagKind.NO_UPDATE) == (
        "No update since the board of 12 May 2026; the last was on 12 May 2026."
    )
    assert kinds(replace(silent, updates=(Update(date(2026, 5, 13), "Advert out"),))) == set()
    assert kinds(silent, Around(TODAY)) == set()


def test_nobody_is_asked_for_an_update_before_the_forms_for_the_next_board_are_out() -> None:
    silent = replace(ACTION, judgements=declared(ON_TRACK, as_at=date(2026, 5, 12)))
    out = updates_asked_from(date(2026, 6, 9))
    for today, asked in ((out - timedelta(1), set()), (out, {"no update since the last board"})):
        assert kinds(silent, replace(AROUND, today=today, last_board=date(2026, 4, 14))) == set()
        assert kinds(silent, replace(AROUND, today=today, last_board=date(2026, 5, 12))) == asked
    assert kinds(silent, replace(AROUND, next_board=None)) == set()


def test_what_came_in_since_the_last_board_is_not_asked_for_news_at_once() -> None:
    silent = replace(ACTION, judgements=declared(ON_TRACK, as_at=date(2026, 3, 1)))
    assert kinds(silent) == {"no update since the last board"}
    assert kinds(silent, replace(AROUND, new=frozenset({ACTION.id}))) == set()


@given(
    st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=6),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_a_board_is_never_said_to_have_seen_nothing_of_its_own_day(boards: list[date], today: date) -> None:
    """On the day itself the board before counts, so no flag names a day on which something was said."""
    known = [Meeting(f"{day}", "b", 1, day, MeetingState.HELD) for day in dict.fromkeys(boards)]
    around = around_day(known, today=today, board=None)
    said = replace(ACTION, judgements=declared(ON_TRACK, as_at=today))
    assert around.last_board is None or around.last_board < today
    assert "no update since the last board" not in kinds(said, around)


def test_met_without_evidence_is_flagged() -> None:
    done = replace(ACTION, judgements=declared(MET))
    assert kinds(done) == {"met without evidence"}
    assert sentence(done, FlagKind.NO_EVIDENCE) == "Declared Met, but no evidence is linked."


def test_met_while_a_linked_kpi_is_not_met_is_flagged() -> None:
    may = Checkpoint("c", "May", Target(value=Decimal(65)), Actual(Decimal(59), "38 of 64"))
    kpi = Kpi("k", "K7", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), (may,), action_id="a")
    done = replace(ACTION, judgements=declared(MET), evidence=(Evidence("Log"),))
    around = replace(AROUND, kpis=(kpi,))
    assert sentence(done, FlagKind.KPI_NOT_MET, around) == (
        "Declared Met, but K7 is not met: 59% (38 of 64) against at least 65%."
    )
    assert kinds(done, replace(AROUND, kpis=(replace(kpi, action_id="other"),))) == set()
    assert kinds(ACTION, around) == set()


def test_off_course_without_a_reason_is_flagged_on_actions_and_areas() -> None:
    for status in (PARTLY, NOT_ON_TRACK):
        assert kinds(replace(ACTION, judgements=declared(status, why=" "))) == {"no reason given"}
    area = Area("area", "4", "Plans", judgements=declared(NOT_ON_TRACK, why=""))
    assert [flag.sentence for flag in area_flags(area)] == [
        "Not on track since 28 May 2026, and no reason is given."
    ]
    assert area_flags(Area("area", "4", "Plans", judgements=declared(ON_TRACK, why=""))) == ()


def test_an_undeclared_action_can_be_overdue() -> None:
    assert "overdue" in kinds(replace(ACTION, by_when=read_by_when("May 2026"), judgements=()))


@given(
    st.sampled_from([*IMPROVEMENT_PLAN.statuses, None]),
    st.sampled_from(["May 22", "TBC", "31/09/2020", "Sept 30", "ongoing", "May 22 / Sept 27", ""]),
    st.dates(min_value=date(2019, 1, 1), max_value=date(2031, 1, 1)),
)
def test_flags_never_contradict_each_other(status: Status | None, written: str, today: date) -> None:
    action = replace(ACTION, by_when=read_by_when(written), judgements=declared(status) if status else ())
    found = kinds(action, Around(today, today.replace(day=1), date(2032, 1, 1)))
    assert not {"overdue", "due before the next meeting"} <= found
    assert not {"no date", "overdue"} <= found
    assert ("on track but overdue" in found) <= ("overdue" in found)


def test_the_judgement_that_stood_on_a_day_is_found() -> None:
    history = (*declared(NOT_ON_TRACK, as_at=date(2026, 5, 28)), *declared(PARTLY, as_at=date(2026, 4, 1)))
    found = judgement_on(history, date(2026, 5, 12))
    assert found and found.status == PARTLY
    assert judgement_on(history, date(2026, 5, 28)) == history[0]
    assert judgement_on(history, date(2026, 3, 1)) is None


def test_counts_are_said_in_the_schemes_order_with_what_is_overdue() -> None:
    late = replace(ACTION, id="b", ref="4.10", by_when=read_by_when("May 2026"), judgements=declared(PARTLY))
    earlier = replace(late, id="c", ref="4.9", judgements=())
    counts = counts_of([late, ACTION, earlier], IMPROVEMENT_PLAN, today=TODAY)
    assert counts.sentence == "3 actions: 1 on track, 1 partially met, 1 with no status."
    assert (counts.overdue, counts.closed) == (("4.9", "4.10"), 0)


def test_an_area_without_actions_says_so() -> None:
    assert counts_of([], IMPROVEMENT_PLAN, today=TODAY).sentence == "No actions."


def test_a_new_action_gets_the_ref_after_the_last() -> None:
    area = Area("r", "4", "Timely plans")
    refs = ("4.9", "4.10", "4.2a", "new")
    filled = replace(area, actions=tuple(replace(ACTION, id=ref, ref=ref) for ref in refs))
    assert (next_ref(area), next_ref(filled)) == ("4.1", "4.11")
    assert next_ref(replace(area, number="")) == "1"


def test_a_new_area_gets_the_number_after_the_highest() -> None:
    areas = (Area("a", "2", "Two"), Area("b", "10", "Ten"), Area("c", "GT", "Golden threads"))
    plan = Plan("p", "Plan", "improvement plan", IMPROVEMENT_PLAN, areas=areas)
    assert next_number(plan) == "11"
    assert next_number(replace(plan, areas=())) == "1"


@given(st.lists(st.sampled_from([*IMPROVEMENT_PLAN.statuses, None]), max_size=40))
def test_the_parts_of_a_bar_are_as_many_as_the_actions(given_statuses: list[Status | None]) -> None:
    actions = [
        replace(ACTION, id=str(at), judgements=declared(status) if status else ())
        for at, status in enumerate(given_statuses)
    ]
    segments = counts_of(actions, IMPROVEMENT_PLAN, today=TODAY).segments
    assert sum(count for _, count in segments) == len(actions)
    without = sum(status is None for status in given_statuses)
    assert [count for status, count in segments if status is NO_STATUS] == ([without] if without else [])


def test_a_status_travels_from_what_stood_at_the_last_board() -> None:
    last = date(2026, 5, 12)
    before = declared(PARTLY, as_at=last)
    assert travel((*declared(ON_TRACK), *before), last) is Direction.IMPROVING
    assert travel((*declared(NOT_ON_TRACK), *before), last) is Direction.WORSENING
    assert travel(before, last) is Direction.STEADY
    assert travel(declared(ON_TRACK), last) is None
    assert travel((), last) is travel(before, None) is None


def test_of_a_status_that_only_a_document_says_no_reason_or_evidence_is_asked_before_the_next_board() -> None:
    asked, just_in = {"no reason given", "met without evidence"}, replace(AROUND, brought=frozenset({"a"}))
    for status in (NOT_ON_TRACK, MET):
        brought = replace(ACTION, judgements=declared(status, why=""))
        assert asked & kinds(brought)
        assert not asked & kinds(brought, just_in)
    said = replace(ACTION, judgements=declared(MET, why="Everybody is in post."))
    assert "met without evidence" in kinds(said, just_in)

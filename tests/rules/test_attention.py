"""What waits for somebody is said with whom and since when, the gravest first, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.attention import Weight, attention, days_late
from boarddesk.rules.checks import Office
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.rhythm import RoundRecord
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.people import Board, Membership, Person, Role, Seat, Sector
from boarddesk.rules.plan.actions import Action, Area, Judgement, Plan
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.registers.register import Mark, Register, RollRow
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Risk, RiskStatus, score_by
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status, StatusIs

TODAY = date(2026, 5, 28)
BOARD = Board("b", "Improvement Board", "SIB")


def _status(is_a: StatusIs) -> Status:
    return next(one for one in IMPROVEMENT_PLAN.statuses if one.is_a is is_a)


def _action(ref: str, by_when: str, is_a: StatusIs, why: str = "") -> Action:
    said = Judgement(_status(is_a), TODAY - timedelta(days=8), why=why)
    return Action(ref, "a", ref, f"Do {ref}", read_by_when(by_when), owners=("Ann Hale",), judgements=(said,))


def _office(*actions: Action, registers: tuple[Register, ...] = (), risks: tuple[Risk, ...] = ()) -> Office:
    plan = Plan(
        "p", "Plan", "improvement plan", IMPROVEMENT_PLAN, areas=(Area("a", "1", "One", actions=actions),)
    )
    return Office(boards=(BOARD,), plans=(plan,), registers=registers, risks=risks)


def _row(mark: Mark | None) -> RollRow:
    return RollRow(
        "r", "s", "Seat", "p", "Ann Hale", "o", "Council", Sector.OTHER, Role.MEMBER, True, True, mark
    )


def test_off_course_without_a_reason_stands_first_and_with_one_does_not_stand() -> None:
    bare = _action("4.10", "2027", StatusIs.OFF_COURSE)
    told = _action("4.2", "2027", StatusIs.OFF_COURSE, why="The panel started late.")
    late = _action("1.1", "1 May 2026", StatusIs.ON_COURSE)
    found = attention(_office(late, told, bare), today=TODAY)
    assert [(one.what, one.ref) for one in found] == [
        (f"{_status(StatusIs.OFF_COURSE).label}, no reason", "4.10"),
        ("Overdue action", "1.1"),
    ]
    assert found[0].when == "since 20 May"
    assert found[0].who == "Ann Hale"


def test_at_risk_without_a_reason_is_asked_about_below_what_is_off_course() -> None:
    at_risk, off = _action("1.1", "2027", StatusIs.AT_RISK), _action("1.2", "2027", StatusIs.OFF_COURSE)
    found = attention(_office(at_risk, off), today=TODAY)
    assert [(one.weight, one.what, one.ref) for one in found] == [
        (Weight.LATE, "Not on track, no reason", "1.2"),
        (Weight.ASK, "Partially met, no reason", "1.1"),
    ]


def test_an_area_off_course_without_a_reason_is_there_too() -> None:
    said = Judgement(_status(StatusIs.OFF_COURSE), TODAY - timedelta(days=8))
    area = Area("a", "4", "Timely plans", leads=("Ruth Calder",), judgements=(said,))
    office = _office()
    found = attention(replace(office, plans=(replace(office.plans[0], areas=(area,)),)), today=TODAY)
    assert [(one.what, one.ref, one.says, one.who, one.kind, one.id) for one in found] == [
        ("Not on track, no reason", "Area 4", "Timely plans", "Ruth Calder", "area", "a")
    ]


def test_an_overdue_action_that_is_declared_on_course_says_so() -> None:
    (found,) = attention(_office(_action("1.1", "1 May 2026", StatusIs.ON_COURSE)), today=TODAY)
    assert found.says == "Do 1.1 (declared On track)"


def test_what_is_met_while_a_kpi_of_it_is_not_is_asked_about() -> None:
    step = Checkpoint("c", "May", Target(value=Decimal(65)), Actual(Decimal(59)))
    kpi = Kpi("k", "K7", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), (step,), action_id="1.1")
    done = _action("1.1", "2027", StatusIs.COMPLETE, why="Done")
    (found,) = attention(replace(_office(done), kpis=(kpi,)), today=TODAY)
    assert (found.what, found.says) == (
        "Met, KPI not met",
        "Declared Met, but K7 is not met: 59% against at least 65%.",
    )


def test_the_latest_overdue_action_comes_first_and_a_met_one_never() -> None:
    found = attention(
        _office(
            _action("1.1", "20 May 2026", StatusIs.ON_COURSE),
            _action("1.2", "1 March 2026", StatusIs.AT_RISK, why="Staff left."),
            _action("1.3", "1 January 2026", StatusIs.COMPLETE),
        ),
        today=TODAY,
    )
    assert [(one.ref, one.when) for one in found] == [("1.2", "88 days late"), ("1.1", "8 days late")]


def test_an_open_register_says_how_many_are_missing() -> None:
    meeting = Meeting("m", "b", 2, date(2026, 5, 12), state=MeetingState.HELD)
    register = Register(meeting, "SIB", "roll", rows=(_row(Mark.PRESENT), _row(None)))
    (one,) = attention(_office(registers=(register,)), today=TODAY)
    assert (one.weight, one.what, one.says) == (
        Weight.OPEN,
        "Register open",
        "Meeting of 12 May 2026, 1 of 2 not recorded",
    )


def test_a_past_meeting_nobody_marked_is_asked_about() -> None:
    (one,) = attention(
        _office(registers=(Register(Meeting("m", "b", 2, date(2026, 5, 12)), "SIB"),)), today=TODAY
    )
    assert (one.what, one.when) == ("Held or not?", "16 days late")


def test_a_closed_risk_needs_no_review() -> None:
    score = (score_by(USUAL, 4, 4, date(2026, 1, 1)),)
    risks = tuple(
        Risk(ref, ref, "Posts stay empty", current=score, status=status, next_review=date(2026, 5, 23))
        for ref, status in (("R7", RiskStatus.OPEN), ("R8", RiskStatus.CLOSED))
    )
    (one,) = attention(_office(risks=risks), today=TODAY)
    assert (one.ref, one.says, one.when) == ("R7", "Posts stay empty (16, extreme)", "5 days late")


def test_one_day_is_not_said_in_the_plural() -> None:
    assert days_late(TODAY - timedelta(days=1), TODAY) == "1 day late"


def test_minutes_wait_for_the_next_meeting_of_their_own_board_or_say_how_long_they_wait() -> None:
    drafted = Register(
        Meeting("m", "b", 2, date(2026, 5, 12), state=MeetingState.DRAFT_MINUTES), "SIB", closed=True
    )

    def coming(board: str, *days: date) -> tuple[Register, ...]:
        return tuple(Register(Meeting(f"m{day}", "b", 3, day), board) for day in days)

    def waits(*others: Register) -> str:
        found = attention(_office(registers=(drafted, *others)), today=TODAY)
        return next(one.when for one in found if one.what == "Minutes to confirm")

    june, july = date(2026, 6, 9), date(2026, 7, 14)
    assert waits(*coming("SIB", july, june), *coming("PB", date(2026, 6, 1))) == "on 9 June agenda"
    assert waits(*coming("SIB", TODAY, june)) == "on 28 May agenda"
    assert waits(*coming("SIB", date(2026, 5, 26)), *coming("PB", june)) == "16 days"
    held = replace(coming("SIB", june)[0], meeting=Meeting("h", "b", 3, june, state=MeetingState.HELD))
    assert waits(held) == "16 days"


def test_a_meeting_waits_for_its_marks_from_the_day_after_and_its_register_from_the_day_itself() -> None:
    def waits(days_ago: int, state: MeetingState, *, closed: bool = False) -> list[tuple[str, str]]:
        meeting = Meeting("m", "b", 2, TODAY - timedelta(days=days_ago), state=state)
        register = Register(meeting, "SIB", "roll", closed, rows=(_row(Mark.PRESENT),))
        return [(one.what, one.when) for one in attention(_office(registers=(register,)), today=TODAY)]

    assert waits(0, MeetingState.PLANNED) == []
    assert waits(1, MeetingState.PLANNED) == [("Held or not?", "1 day late")]
    assert waits(0, MeetingState.HELD) == [("Register open", "0 days")]
    assert waits(1, MeetingState.HELD) == [("Register open", "1 day")]
    assert waits(1, MeetingState.HELD, closed=True) == []


def test_a_review_due_today_is_not_late_yet() -> None:
    def waits(day: date) -> list[str]:
        return [
            one.when
            for one in attention(_office(risks=(Risk("R7", "R7", "Late", next_review=day),)), today=TODAY)
        ]

    assert waits(TODAY) == []
    assert waits(TODAY - timedelta(days=1)) == ["1 day late"]


def test_a_term_that_ends_soon_waits_below_what_is_late_and_leads_to_its_seat() -> None:
    held = Membership("m", "s", "p", None, date(2026, 7, 31))
    seat = Seat("s", "b", "Executive nurse", None, Role.MEMBER, True, True, memberships=(held,))
    office = replace(
        _office(_action("1.1", "1 May 2026", StatusIs.ON_COURSE)),
        seats=(seat,),
        people=(Person("p", "Ann Hale"),),
    )
    late, ending = attention(office, today=TODAY)
    assert late.what == "Overdue action"
    assert (ending.what, ending.ref, ending.says, ending.when) == (
        "Term ends",
        "SIB",
        "Executive nurse, Ann Hale",
        "on 31 July",
    )
    assert (ending.kind, ending.id, ending.weight) == ("seat", "s", Weight.OPEN)


def test_an_action_arising_whose_day_has_passed_waits_for_whoever_has_it() -> None:
    late = BoardAction("x1", "b", "A3", "Send the letter", date(2026, 4, 14), due=date(2026, 5, 15))
    found = attention(
        Office(
            boards=(BOARD,),
            board_actions=(
                replace(late, owner=Owner("Ruth Okafor", OwnerKind.PERSON, "p")),
                replace(late, id="x2", owner=Owner("College principal", OwnerKind.POST, "s")),
                replace(late, id="x3", owner=Owner("Head", OwnerKind.POST, "s"), holder="Ann Hale"),
                replace(late, id="x4", done_on=TODAY),
                replace(late, id="x5", due=TODAY),
            ),
        ),
        today=TODAY,
    )
    assert [(line.ref, line.who, line.when, line.kind, line.id) for line in found] == [
        ("SIB A3", "Ruth Okafor", "13 days late", "board_action", "x1"),
        ("SIB A3", "no named person", "13 days late", "board_action", "x2"),
        ("SIB A3", "Ann Hale", "13 days late", "board_action", "x3"),
    ]


def test_late_steps_of_the_last_round_and_of_the_next_wait_once_somebody_ticks_any() -> None:
    held = Meeting("m", "b", 2, TODAY - timedelta(20), state=MeetingState.HELD)
    ahead = Meeting("n", "b", 3, TODAY + timedelta(5))
    registers = tuple(Register(meeting, "SIB", "roll", closed=True) for meeting in (held, ahead))

    def late(today: date, **ticked: date) -> list[str]:
        rounds = {"m": RoundRecord(ticked)} if ticked else {}
        found = attention(replace(_office(registers=registers), rounds=rounds), today=today)
        return [f"{one.ref} {one.says}" for one in found if one.what == "Round"]

    sent = {"plan_sent": TODAY}
    assert late(TODAY) == []
    assert late(TODAY, forms_out=held.date)[:2] == [
        "SIB 03 Update forms out: sent or not?",
        "SIB 02 Draft minutes: not drafted",
    ]
    assert not [says for says in late(TODAY, **sent) if says.startswith("SIB 02")]
    assert late(TODAY + timedelta(4), **sent)[-1].startswith("SIB 03 Pack issued")

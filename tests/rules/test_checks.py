"""What the checks point out, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.checks import Finding, Office, Severity, check, worst
from boarddesk.rules.dates.date_rules import DayKind
from boarddesk.rules.dates.deadlines import NO_DATE, ByWhen, Precision
from boarddesk.rules.decisions import Decision, DecisionPath, Verb
from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.meetings.clashes import FreeDays
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.rhythm import RoundRecord
from boarddesk.rules.owners import NO_OWNER, Owner, OwnerKind
from boarddesk.rules.people import Board, BoardKind, Membership, Person, Role, Seat, Sector
from boarddesk.rules.plan.actions import Action, Area, Challenge, Judgement, Plan
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.registers.register import Mark, Register, RollRow
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Control, Issue, Risk, Score, score_by
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

TODAY = date(2026, 6, 9)
BOARD = Board("b1", "SEND Improvement Board", "SIB")


def rules(office: Office) -> list[str]:
    return [finding.rule for finding in check(office, today=TODAY)]


def only(office: Office) -> Finding:
    (finding,) = check(office, today=TODAY)
    return finding


def test_a_plan_is_judged_by_the_days_of_its_own_board_and_one_of_no_board_by_the_first() -> None:
    other = Board("b2", "Partnership Board", "PB", forms_out=-2)
    registers = tuple(
        Register(Meeting(f"m{board.id}", board.id, 1, day), board.short_name)
        for board, day in ((BOARD, date(2026, 6, 30)), (other, date(2026, 6, 16)))
    )
    office = Office(boards=(BOARD, other), registers=registers)
    plan = Plan("p", "Plan", "improvement plan", IMPROVEMENT_PLAN)
    judged = [office.around(replace(plan, board_id=whose), today=TODAY) for whose in (None, "b1", "b2")]
    assert [(one.next_board, one.asks_for_updates) for one in judged] == [
        (date(2026, 6, 30), True),
        (date(2026, 6, 30), True),
        (date(2026, 6, 16), False),
    ]


# Boards and seats ----------------------------------------------------------------------------------------


def test_an_empty_office_has_nothing_to_point_out() -> None:
    assert check(Office(), today=TODAY) == ()
    assert worst(()) is None


def test_a_quorum_no_meeting_can_reach_is_a_warning() -> None:
    seat = Seat("s", "b1", "Chair", None, Role.CHAIR, counts_for_quorum=True, expected=False)
    found = only(Office(boards=(replace(BOARD, quorum="2"),), seats=(seat,)))
    assert (found.severity, found.kind) == (Severity.WARNING, "board")
    assert found.says == "2 of 1 quorum seats: it can never be reached."
    assert rules(Office(boards=(replace(BOARD, quorum="1"),), seats=(seat,))) == []


def answers(board_id: str, to: str) -> ReportingLine:
    return ReportingLine(f"{board_id} {to}", board_id, LineKind.ACCOUNTABLE_TO, to, to)


def test_boards_that_report_in_a_circle_are_an_error() -> None:
    second = Board("b2", "Partnership Board", "PB")
    circle = (answers("b1", "b2"), answers("b2", "b1"))
    assert rules(Office(boards=(BOARD, second), lines=circle)) == ["reports to itself"] * 2
    over = (circle[0], replace(circle[1], until_day=TODAY - timedelta(1)))
    assert rules(Office(boards=(BOARD, second), lines=over)) == []


def test_a_board_under_another_is_in_order() -> None:
    second = Board("b2", "Partnership Board", "PB")
    assert rules(Office(boards=(BOARD, second), lines=(answers("b1", "b2"),))) == []


def test_a_line_that_only_names_what_is_a_board_here_by_now_is_a_warning() -> None:
    named = ReportingLine("l1", "b1", LineKind.ACCOUNTABLE_TO, None, "partnership  Board")
    assert rules(Office(boards=(BOARD,), lines=(named,))) == []
    found = only(Office(boards=(BOARD, Board("b2", "Partnership Board", "PB")), lines=(named,)))
    assert (found.severity, found.kind, found.id) == (Severity.WARNING, "line", "l1")
    assert found.about == "SIB accountable to partnership  Board"


def seat(*memberships: Membership, expected: bool = True) -> Seat:
    return Seat(
        "s1", "b1", "Director of Education", None, Role.MEMBER, True, expected, memberships=memberships
    )


def held(first: date | None, last: date | None, person: str = "p1") -> Membership:
    return Membership(f"{person}-{first}", "s1", person, first, last)


PEOPLE = (Person("p1", "Ada Brook"), Person("p2", "Ben Carr"))


def seated(*memberships: Membership, expected: bool = True) -> Office:
    return Office(boards=(BOARD,), seats=(seat(*memberships, expected=expected),), people=PEOPLE)


def test_a_seat_nobody_holds_today_is_a_note() -> None:
    found = only(seated(held(None, date(2026, 1, 1))))
    assert (found.severity, found.rule, found.kind) == (Severity.NOTE, "vacant seat", "seat")


def test_an_empty_seat_that_is_not_expected_is_left_alone() -> None:
    assert rules(seated(expected=False)) == []


def test_leaving_a_seat_before_joining_it_is_an_error() -> None:
    office = seated(held(date(2026, 5, 1), date(2026, 4, 1)), held(date(2026, 5, 2), None, "p2"))
    found = only(office)
    assert found.severity is Severity.ERROR
    assert found.says == "Ada Brook leaves this seat before joining it."


def test_a_term_that_ends_soon_with_nobody_to_follow_is_a_note() -> None:
    found = only(seated(held(None, date(2026, 7, 31))))
    assert (found.severity, found.rule, found.kind) == (Severity.NOTE, "term ending", "seat")
    assert found.says == "Ada Brook holds this seat until 31 July 2026, and nobody follows."


def test_members_who_have_not_accepted_the_terms_in_force_are_a_warning_with_their_names() -> None:
    office = seated(replace(held(None, None), terms_version="1", terms_accepted_on=date(2025, 1, 1)))
    found = only(replace(office, boards=(replace(BOARD, terms_version="2"),)))
    assert (found.severity, found.rule, found.kind) == (Severity.WARNING, "not on record", "board")
    assert found.says == "1 of 1 members of SIB has not accepted version 2 of its terms: Ada Brook."


def test_two_people_in_one_seat_at_once_are_a_warning() -> None:
    found = only(seated(held(None, date(2026, 3, 1)), held(date(2026, 3, 1), None, "p2")))
    assert (found.severity, found.rule) == (Severity.WARNING, "two in one seat")
    assert "Ada Brook and Ben Carr" in found.says


def test_a_seat_that_changes_hands_overnight_is_in_order() -> None:
    assert rules(seated(held(None, date(2026, 2, 28)), held(date(2026, 3, 1), None, "p2"))) == []


# Registers -----------------------------------------------------------------------------------------------


def row(mark: Mark | None) -> RollRow:
    return RollRow(
        "r1", "s1", "Chair", "p1", "Ada Brook", None, "", Sector.EDUCATION, Role.CHAIR, True, True, mark=mark
    )


def register(
    state: MeetingState, *rows: RollRow, closed: bool = False, day: date = date(2026, 5, 12)
) -> Office:
    meeting = Meeting("m1", "b1", 2, day, state)
    return Office(boards=(BOARD,), registers=(Register(meeting, "SIB", "roll", closed, rows),))


def test_an_open_register_of_a_meeting_that_was_held_is_a_warning() -> None:
    found = only(register(MeetingState.HELD, row(Mark.PRESENT), row(None)))
    assert (found.severity, found.rule, found.about) == (
        Severity.WARNING,
        "open register",
        "SIB 2026/27 · 02",
    )
    assert "1 of 2 are not recorded" in found.says


def test_a_register_open_though_all_are_recorded_says_who_is_not_settled() -> None:
    office = register(MeetingState.HELD, row(Mark.PRESENT))
    assert "everybody on it is recorded." in only(office).says
    asked = ("r.xlsx", "Jane Smith", "Two people have this name.")
    found = next(
        one
        for one in check(replace(office, unsettled=(asked, asked)), today=TODAY)
        if one.rule == "open register"
    )
    assert "left open who “Jane Smith” may be" in found.says
    assert "not recorded" not in found.says


def test_a_held_meeting_whose_register_was_never_opened_says_so() -> None:
    assert "never opened" in only(register(MeetingState.HELD)).says


def test_a_closed_register_with_somebody_not_recorded_is_an_error() -> None:
    found = only(register(MeetingState.HELD, row(None), closed=True))
    assert (found.severity, found.rule) == (Severity.ERROR, "closed with gaps")


def test_a_closed_and_complete_register_is_in_order() -> None:
    assert rules(register(MeetingState.CONFIRMED, row(Mark.APOLOGIES), closed=True)) == []


def test_a_planned_meeting_whose_day_has_passed_is_a_warning() -> None:
    assert rules(register(MeetingState.PLANNED)) == ["past but planned"]
    assert rules(register(MeetingState.PLANNED, day=TODAY)) == []


def test_a_meeting_held_in_the_future_is_an_error() -> None:
    assert rules(register(MeetingState.HELD, day=date(2026, 7, 1))) == ["held in the future"]


def test_a_deputy_who_sat_in_an_own_seat_or_for_two_is_pointed_out() -> None:
    ada, bob = (
        row(Mark.PRESENT),
        replace(row(Mark.DEPUTY), id="r2", seat_id="s2", person_id="p2", person="Bob Moor"),
    )
    own = register(MeetingState.HELD, ada, replace(bob, deputy_id="p1", deputy="Ada Brook"), closed=True)
    assert only(own).says == "Ada Brook is down as the deputy for Bob Moor, and as there in their own seat."
    kit: Any = {"deputy_id": "p9", "deputy": "Kit Fell"}
    for_two = (replace(ada, mark=Mark.DEPUTY, **kit), replace(bob, **kit))
    two = only(register(MeetingState.HELD, *for_two, closed=True))
    assert (two.severity, two.rule) == (Severity.WARNING, "doubtful deputy")
    assert two.says == "Kit Fell is down as the deputy for Ada Brook and Bob Moor at one meeting."


def test_marks_on_a_cancelled_meeting_are_a_note() -> None:
    assert only(register(MeetingState.CANCELLED, row(Mark.PRESENT))).severity is Severity.NOTE


# Risks and issues ----------------------------------------------------------------------------------------


def score(likelihood: int, impact: int) -> tuple[Score, ...]:
    return (score_by(USUAL, likelihood, impact, date(2026, 5, 1)),)


RISK = Risk(
    "k1",
    "R1",
    "Waiting times",
    inherent=score(4, 4),
    current=score(3, 4),
    target=score(2, 3),
    controls=(Control("Monthly review of every wait"),),
    next_review=date(2026, 6, 30),
)


def risky(risk: Risk) -> Office:
    return Office(risks=(risk,))


def test_a_risk_in_order_says_nothing() -> None:
    assert rules(risky(RISK)) == []


def test_scores_that_contradict_each_other_are_errors() -> None:
    found = only(risky(replace(RISK, target=score(4, 4))))
    assert (found.severity, found.rule, found.about) == (
        Severity.ERROR,
        "target above current",
        "R1 Waiting times",
    )


def test_what_is_late_or_missing_in_a_risk_is_a_warning() -> None:
    found = only(risky(replace(RISK, next_review=date(2026, 6, 8))))
    assert (found.severity, found.kind, found.id) == (Severity.WARNING, "risk", "k1")


def test_an_issue_past_its_day_is_a_warning_until_it_is_resolved() -> None:
    issue = Issue("i1", "I1", "No educational psychologist", date(2026, 2, 1), due=date(2026, 5, 1))
    assert rules(Office(issues=(issue,))) == ["issue overdue"]
    assert rules(Office(issues=(replace(issue, resolved_on=date(2026, 4, 30)),))) == []


# The plan and its KPIs -----------------------------------------------------------------------------------


def action(ref: str, *judgements: Judgement, latest: date | None = date(2026, 12, 31)) -> Action:
    by_when = ByWhen("as written", latest, latest, Precision.DAY) if latest else NO_DATE
    return Action(f"id-{ref}", "a1", ref, "Do it", by_when, judgements=judgements)


def judged(label: str, why: str = "") -> Judgement:
    status = next(one for one in IMPROVEMENT_PLAN.statuses if one.label == label)
    return Judgement(status, date(2026, 5, 12), why=why)


def planned(*actions: Action) -> Office:
    area = Area("a1", "1", "Timely plans", actions=actions)
    return Office(
        boards=(BOARD,), plans=(Plan("p1", "Plan", "improvement plan", IMPROVEMENT_PLAN, areas=(area,)),)
    )


def test_an_action_that_is_late_is_a_warning_with_its_ref() -> None:
    found = only(planned(action("4.10", latest=date(2026, 6, 1))))
    assert (found.severity, found.rule, found.about, found.kind) == (
        Severity.WARNING,
        "overdue",
        "4.10",
        "action",
    )


def test_an_action_off_course_without_a_reason_is_a_warning() -> None:
    assert rules(planned(action("1.1", judged("Not on track")))) == ["no reason given"]
    assert rules(planned(action("1.1", judged("Not on track", "Two posts are vacant.")))) == []


def test_an_action_without_a_date_is_a_note() -> None:
    assert only(planned(action("1.1", latest=None))).severity is Severity.NOTE


def test_a_ref_given_twice_is_an_error() -> None:
    found = only(planned(action("1.1"), action("1.1")))
    assert (found.severity, found.says) == (Severity.ERROR, "2 actions of this plan are called 1.1.")


def test_a_question_the_board_still_waits_on_is_a_note() -> None:
    asked = replace(action("1.1"), challenges=(Challenge("How many children wait?", date(2026, 3, 3)),))
    assert only(planned(asked)).says == "Asked on 3 March 2026 and not answered: How many children wait?"


def test_an_update_is_missed_once_the_board_has_met_and_the_next_forms_are_out() -> None:
    office = planned(action("1.1"))
    board_met = Register(Meeting("m1", "b1", 1, date(2026, 5, 12), MeetingState.HELD), "SIB", "roll", True)
    coming = Register(Meeting("m2", "b1", 2, date(2026, 7, 6)), "SIB")
    of_the_board = replace(office, plans=(replace(office.plans[0], board_id="b1"),))
    assert rules(of_the_board) == []
    assert rules(replace(of_the_board, registers=(board_met,))) == []
    asked = replace(of_the_board, registers=(board_met, coming))
    assert rules(asked) == ["no update since the last board"]
    assert rules(replace(asked, new_actions=frozenset(("id-1.1",)))) == []


def test_a_declared_word_the_figures_contradict_is_a_warning_until_a_reason_is_given() -> None:
    step = Checkpoint(
        "c1", "May", Target(value=Decimal(30)), Actual(Decimal("23.5")), declared="met predicted trajectory"
    )
    kpi = Kpi("k1", "K1", "Plans in time", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), (step,))
    assert only(Office(kpis=(kpi,))).severity is Severity.WARNING
    explained = replace(kpi, checkpoints=(replace(step, declared_why="The last week is missing."),))
    assert only(Office(kpis=(explained,))).severity is Severity.NOTE


# All together --------------------------------------------------------------------------------------------


def test_errors_come_before_warnings_and_warnings_before_notes() -> None:
    office = replace(
        seated(), registers=register(MeetingState.HELD).registers, risks=(replace(RISK, target=score(5, 5)),)
    )
    found = check(office, today=TODAY)
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert worst(found) is Severity.ERROR


def test_a_meeting_held_today_is_neither_in_the_future_nor_past() -> None:
    assert "held in the future" not in rules(register(MeetingState.HELD, day=TODAY))
    assert rules(register(MeetingState.PLANNED, day=TODAY)) == []
    assert "past but planned" in rules(register(MeetingState.PLANNED, day=TODAY - timedelta(days=1)))


def test_who_held_a_seat_for_one_day_left_it_no_sooner_than_they_came() -> None:
    one_day = seated(held(date(2026, 5, 1), date(2026, 5, 1)), held(date(2026, 5, 2), None, "p2"))
    assert rules(one_day) == []


# The days of meetings


def to_come(board: Board, day: date) -> Register:
    return Register(Meeting(f"m{board.id}", board.id, 1, day, start_time="10:00"), board.short_name)


def seat_of(board: Board) -> Seat:
    held = (Membership(f"h{board.id}", f"s{board.id}", "p1"),)
    return Seat(f"s{board.id}", board.id, "Chair", None, Role.CHAIR, counts_for_quorum=True, expected=True,
                memberships=held)  # fmt: skip


def test_meetings_to_come_that_clash_are_warned_of_each_with_its_reason() -> None:
    other, day = Board("b2", "Partnership Board", "PB"), date(2026, 8, 31)
    office = Office(
        boards=(BOARD, other),
        registers=(to_come(BOARD, day), to_come(other, day)),
        seats=(seat_of(BOARD), seat_of(other)),
        people=(Person("p1", "Ann Lee"),),
        free_days=(FreeDays("f", day, day, "Office move"),),
    )
    found = [finding for finding in check(office, today=TODAY) if finding.rule == "clash"]
    assert [finding.says for finding in found[:3]] == [
        "Summer bank holiday.",
        "The office keeps it free: Office move, 31 August 2026.",
        "PB meets at the same time, 10:00 to 12:00: Ann Lee holds seats on both.",
    ]
    assert {finding.id for finding in found} == {"mb1", "mb2"}
    assert all(finding.severity is Severity.WARNING for finding in found)
    assert rules(replace(office, registers=(to_come(BOARD, TODAY),), free_days=())) == []


def test_a_statutory_committee_that_issues_its_pack_too_late_is_warned_of() -> None:
    hwb = replace(BOARD, kind=BoardKind.STATUTORY, pack_issued_in=DayKind.CLEAR)
    office = Office(boards=(hwb,), registers=(to_come(hwb, date(2026, 6, 16)),))
    says = "The pack was to be issued by 8 June 2026, and is not."
    assert [finding.says for finding in check(office, today=TODAY)] == [says]
    assert check(office, today=date(2026, 6, 8)) == ()
    issued = RoundRecord({}, {"pack_issued": TODAY})
    late = only(replace(office, rounds={"mb1": issued}))
    assert late.says == "The pack was issued on 9 June 2026: 4 clear days, 5 are needed."
    assert check(replace(office, boards=(replace(hwb, kind=BoardKind.PARTNERSHIP),)), today=TODAY) == ()


# Decisions and actions arising ----------------------------------------------------------------------------


def test_a_decision_nobody_ratified_though_the_board_has_met_since_is_a_warning() -> None:
    made = Decision("d", "b1", 4, Verb.AGREED, "Pay", date(2026, 5, 20), DecisionPath.EMAIL, to_ratify=True)
    met = Register(Meeting("m", "b1", 2, TODAY, MeetingState.HELD), "SIB", "r", closed=True)
    office = Office(boards=(BOARD,), registers=(met,), decisions=(made,))
    found = only(office)
    assert (found.rule, found.about, found.kind) == ("decision not ratified", "SIB D-004 Pay", "decision")
    inquorate = replace(met, meeting=replace(met.meeting, state=MeetingState.INQUORATE))
    for quiet in (
        replace(office, registers=()),
        replace(office, registers=(inquorate,)),
        replace(office, decisions=(replace(made, ratified_on=TODAY),)),
    ):
        assert rules(quiet) == []


def test_an_action_arising_is_pointed_out_when_late_without_a_date_or_with_nobody() -> None:
    action = BoardAction("a", "b1", "A3", "Send", date(2026, 5, 12), owner=Owner("Forum"), due=TODAY)
    office = Office(boards=(BOARD,), board_actions=(action,))

    def said(**other: Any) -> list[str]:
        return rules(replace(office, board_actions=(replace(action, **other),)))

    assert said() == []
    assert said(due=date(2026, 6, 8)) == ["action arising overdue"]
    assert said(due=None) == ["action arising without a date"]
    assert said(owner=Owner("Head", OwnerKind.POST, "s")) == ["no named person"]
    assert said(owner=NO_OWNER, due=None, done_on=TODAY) == []

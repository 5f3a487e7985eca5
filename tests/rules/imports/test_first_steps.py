"""After an import it is said what to do first: in a few counted lines, and only what is wanting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.rules.found_plans import found_action

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.imports.choices import SeatChoice
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.first_steps import AfterImport, first_steps
from boarddesk.rules.imports.proposals import Proposal, ProposalKind, Verdict
from boarddesk.rules.people import Board, Person, QuorumRule, Role, Seat, Sector
from boarddesk.rules.plan.actions import Action, Area, Judgement, Plan
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

TODAY = date(2026, 5, 28)
MET, ON_TRACK, PARTIALLY, NOT_ON_TRACK, _ = IMPROVEMENT_PLAN.statuses
BOARD = Board("b", "SEND Improvement Board", "SIB", quorum="4")
TAKEN = Proposal(
    ProposalKind.ACTION, "a", "1.1", "Write", Verdict.NEW, "table 1", found_action("1.1", "Write")
)


def judged(status: Any, why: str = "") -> Judgement:
    return Judgement(status, date(2026, 5, 1), why=why)


def action(ref: str, *, by_when: str = "June 2026", **more: Any) -> Action:
    given = {"owners": ("Ada Brook",), "judgements": (judged(ON_TRACK),)} | more
    return Action(ref, "r", ref, "Write to families", read_by_when(by_when), **given)


def after(*actions: Action, **more: Any) -> AfterImport:
    area = Area("r", "1", "Families", actions=actions, judgements=(judged(ON_TRACK),))
    given: dict[str, Any] = {
        "board": BOARD,
        "plan": Plan("p", "Improvement plan", "plan", IMPROVEMENT_PLAN, areas=(area,)),
        "people": (Person("x", "Ada Brook"),),
    }
    return AfterImport(What.PLAN, TODAY, [TAKEN], **(given | more))


def said(told: AfterImport) -> list[tuple[str, int, str]]:
    return [(step.sentence, step.count, step.page) for step in first_steps(told)]


def test_where_nothing_is_wanting_nothing_is_said() -> None:
    assert said(after(action("1.1"))) == []


def test_where_nothing_was_taken_nothing_is_said() -> None:
    assert said(replace(after(action("1.1", owners=())), taken=[])) == []


def test_dates_that_do_not_exist_are_counted_with_one_of_them() -> None:
    assert said(after(action("1.1"), action("1.2", by_when="31/09/2024"))) == [
        ("1 action has a date that does not exist (1.2): ask which is meant, as with 31/09/2024.", 1, "plan")
    ]


def test_actions_without_anybody_a_status_or_a_reason_are_counted_with_their_refs() -> None:
    told = after(
        *(action(f"1.{number}", owners=()) for number in (1, 2, 3, 4)),
        action("1.5", judgements=()),
        action("1.6", judgements=(judged(NOT_ON_TRACK),)),
        action("1.7", judgements=(judged(NOT_ON_TRACK, why="Two posts are vacant."),)),
        action("1.8", owners=(), judgements=(judged(MET),)),
    )
    assert [sentence for sentence, _, _ in said(told)] == [
        "4 actions name nobody (1.1, 1.2, 1.3 …): say who leads.",
        "1 action has no status (1.5): say how each stands.",
        "1 action is at risk or off course (1.6): say why.",
    ]


def test_areas_without_a_status_and_names_that_are_nobody_yet_are_counted() -> None:
    told = after(action("1.1", owners=("Ada Brook", "Ben Carr")))
    assert told.plan is not None
    bare = replace(told.plan, areas=(replace(told.plan.areas[0], judgements=()),))
    assert said(replace(told, plan=bare)) == [
        ("1 area has no status yet: say how each stands, and why.", 1, "plan"),
        ("The 1 owner the plan names is only a name so far: add them on the page People.", 1, "people"),
    ]


def test_a_board_without_a_quorum_or_no_board_at_all_is_said() -> None:
    assert said(after(action("1.1"), board=replace(BOARD, quorum="")))[0][0].startswith(
        "No quorum is set for SIB"
    )
    assert said(after(action("1.1"), board=None))[0][0].startswith("There is no board yet")


def test_of_a_register_a_missing_chair_and_sectors_by_the_name_are_said() -> None:
    seat = Seat("s", "b", "Head of SEND", None, Role.MEMBER, True, True)
    choice = SeatChoice(0, "k", "Head", "Health Trust", None, Role.MEMBER, sector_given=False)
    brought = Proposal(ProposalKind.SEAT, "s", "", "Head", Verdict.NEW, "row 2", choice)
    told = AfterImport(What.ATTENDANCE, TODAY, [brought], board=BOARD, seats=(seat,))
    assert [sentence for sentence, _, _ in said(told)] == [
        "Nobody on SIB is its chair: give the seats their roles.",
        "1 organisation has a sector only by the name: see that it is right.",
    ]
    chair = replace(seat, role=Role.CHAIR)
    assert said(replace(told, taken=[TAKEN], seats=(chair,))) == []


def test_each_thing_to_do_for_a_board_is_one() -> None:
    told = replace(after(action("1.1"), board=replace(BOARD, quorum=" ")), unnamed="SIB")
    assert [(count, page) for _, count, page in said(told)] == [(1, "people"), (1, "people")]
    assert said(told)[0][0] == "A board “SIB” was made. Give it its full name on the page People."
    assert said(after(action("1.1"), board=None))[0][1:] == (1, "people")
    ruled = replace(BOARD, quorum="", quorum_rules=(QuorumRule(1, Sector.HEALTH),))
    assert said(after(action("1.1"), board=ruled)) == []


def test_three_actions_are_all_named() -> None:
    told = after(*(action(f"1.{number}", owners=()) for number in (1, 2, 3)))
    assert said(told)[0][0] == "3 actions name nobody (1.1, 1.2 and 1.3): say who leads."

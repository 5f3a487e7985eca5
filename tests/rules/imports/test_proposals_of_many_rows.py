"""A document of very many rows is held against a large office at once, since the program itself does it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

import pytest

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.dates.deadlines import read_day
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundMark,
    FoundMeeting,
    FoundMember,
    FoundMilestone,
    FoundPlan,
    FoundRegisters,
)
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.plan import PlanSide, compare_plan
from boarddesk.rules.imports.refs import TOO_MANY, is_plan
from boarddesk.rules.imports.registers import MOST_PEOPLE, compare_registers
from boarddesk.rules.imports.risks.contents import FoundIssue, FoundRisk, FoundRisks
from boarddesk.rules.imports.risks.proposals import RiskSide, compare_risks
from boarddesk.rules.names.likeness import words_of
from boarddesk.rules.people import Board, Person
from boarddesk.rules.plan.actions import Action, Area, Plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN
from boarddesk.rules.update_form import ReturnedForm, ReturnedRow, proposals_of

ROWS, OF_OFFICE = 4_000, 1_000
"""A fifth of what a document may have, and of a very large office: what is linear takes a fifth."""
DUE, TODAY = read_day(date(2027, 5, 1)), date(2026, 6, 2)
TIMES_AS_LONG = 40
"""As finding the words of every text once, which nothing that compares words can do without."""


def texts(count: int, seed: int) -> list[str]:
    random = Random(seed)
    words = [f"word{number}" for number in range(2_000)]
    return [" ".join(random.choices(words, k=12)) for _ in range(count)]


FOUND, KEPT = texts(ROWS, 1), texts(OF_OFFICE, 2)


def cpu(job: Callable[[], object]) -> float:
    """Seconds of the machine's time."""
    began = time.process_time()
    job()
    return time.process_time() - began


@pytest.fixture(scope="module")
def floor() -> float:
    taken = cpu(lambda: [words_of(text) for _ in range(5) for text in (*FOUND, *KEPT)])
    return taken / 5


def document(areas: int, *, given: bool) -> FoundPlan:
    step = FoundMilestone("Open it", DUE)
    actions = [
        FoundAction(f"{at % areas + 1}.{at}", text, DUE, f"row {at}", milestones=(step,), ref_given=given)
        for at, text in enumerate(FOUND)
    ]
    return FoundPlan(
        "long.docx",
        areas=tuple(
            FoundArea(f"{number + 1}", f"Area of {number}", "t", actions=tuple(actions[number::areas]))
            for number in range(areas)
        ),
    )


def office(areas: int) -> Plan:
    actions = [
        Action(f"id {at}", f"a{at % areas}", f"{at % areas + 1}.{at}", text, DUE)
        for at, text in enumerate(KEPT)
    ]
    kept = [
        Area(f"a{number}", f"{number + 1}", f"Area of {number}", actions=tuple(actions[number::areas]))
        for number in range(areas)
    ]
    return Plan("p", "Another plan", "plan", IMPROVEMENT_PLAN, areas=tuple(kept))


@pytest.mark.parametrize(("areas", "given"), [(1, True), (1, False), (1_000, True), (1_000, False)])
def test_a_plan_of_very_many_actions(areas: int, given: bool, floor: float) -> None:
    found, kept = document(areas, given=given), PlanSide(office(areas), (), IMPROVEMENT_PLAN, TODAY)
    taken = cpu(lambda: compare_plan(found, "Recovery", kept=kept))
    assert taken < TIMES_AS_LONG * floor
    assert kept.plan and cpu(lambda: is_plan(found, office(areas))) < TIMES_AS_LONG * floor


def test_a_plan_that_says_one_thing_all_the_time(floor: float) -> None:
    """The same words in every row, and as many steps: nothing of it is held against all of the rest."""
    action = FoundAction("1", "Open the clinic in May", DUE, "row", ref_given=False)
    steps = tuple(FoundMilestone("Open it", DUE) for _ in range(ROWS))
    mine = FoundAction("1.1", "Open", DUE, "row", milestones=steps)
    for actions in ((action,) * ROWS, (mine,), (FoundAction("1.1", "Open", DUE, "row"),) * ROWS):
        found = FoundPlan("long.docx", areas=(FoundArea("1", "Area of 0", "t", actions=actions),))
        kept = [Action(f"id {at}", "a", f"1.{at}", "Open the clinic in May", DUE) for at in range(OF_OFFICE)]
        plan = Plan("p", "Mine", "plan", IMPROVEMENT_PLAN, areas=(Area("a", "1", "A", actions=tuple(kept)),))
        side = PlanSide(plan, (), IMPROVEMENT_PLAN, TODAY)
        assert cpu(partial(compare_plan, found, "Mine", kept=side)) < TIMES_AS_LONG * floor


def test_what_was_not_looked_for_by_its_words_says_so() -> None:
    """Where every action is as like every other most are not found, and are not just called new."""
    words = "Open the clinic in May"
    alike = [FoundAction("1", f"{words} {at}", DUE, "row", ref_given=False) for at in range(600)]
    kept = [Action(f"id {at}", "a", f"1.{at}", f"{words} {at + ROWS}", DUE) for at in range(OF_OFFICE)]
    plan = Plan("p", "Mine", "plan", IMPROVEMENT_PLAN, areas=(Area("a", "1", "A", actions=tuple(kept)),))
    found = FoundPlan("long.docx", areas=(FoundArea("1", "A", "t", actions=tuple(alike)),))
    proposals = compare_plan(found, "Mine", kept=PlanSide(plan, (), IMPROVEMENT_PLAN, TODAY)).proposals
    new = [one for one in proposals if isinstance(one.found, FoundAction) and not one.about_id]
    assert new and all(TOO_MANY in one.notes for one in new)


@pytest.mark.parametrize("given", [True, False])
def test_a_register_of_very_many_risks(given: bool, floor: float) -> None:
    risks = [FoundRisk(f"R{at}", text, "row", ref_given=given) for at, text in enumerate(FOUND)]
    issues = [FoundIssue(f"I{at}", text, "row") for at, text in enumerate(FOUND)]
    kept = [Risk(f"id {at}", f"R{at}", text, raised_on=TODAY, board_id="b") for at, text in enumerate(KEPT)]
    found = FoundRisks("long.xlsx", risks=tuple(risks), issues=tuple(issues))
    side = RiskSide(kept, (), has_matrix=False, dated=TODAY)
    assert cpu(lambda: compare_risks(found, kept=side)) < 2 * TIMES_AS_LONG * floor


def name(random: Random) -> str:
    first, last = ("".join(random.choices("aeiolmnrst", k=7)).capitalize() for _ in range(2))
    return f"{first} {last}"


def test_a_register_of_very_many_people(floor: float) -> None:
    """Names are compared letter by letter, which takes longer than words."""
    random = Random(3)
    people = tuple(Person(f"p{at}", name(random)) for at in range(OF_OFFICE))
    members = tuple(FoundMember(name(random), f"row {at}") for at in range(MOST_PEOPLE))
    days = (TODAY - timedelta(day) for day in range(5))
    marks = tuple(FoundMark(at, Mark.PRESENT) for at in range(MOST_PEOPLE))
    meetings = tuple(FoundMeeting(day.isoformat(), marks=marks) for day in days)
    found = FoundRegisters("long.xlsx", members=members, meetings=meetings)
    kept = OfficeSide(Board("b", "Board", "B"), people)
    assert cpu(lambda: compare_registers(found, kept)) < 2 * TIMES_AS_LONG * floor
    one_more = replace(found, members=(*members, members[0]))
    with pytest.raises(Refused, match="2,001 lines of people"):
        compare_registers(one_more, kept)


def test_a_register_that_names_one_person_all_the_time(floor: float) -> None:
    member = FoundMember("Ann Hale", "row", seat_title="Head teacher")
    marks = tuple(FoundMark(at, Mark.DEPUTY, deputy="Bob Moor") for at in range(MOST_PEOPLE))
    meeting = FoundMeeting(TODAY.isoformat(), marks=marks)
    found = FoundRegisters("long.xlsx", members=(member,) * MOST_PEOPLE, meetings=(meeting,) * 2)
    kept = OfficeSide(Board("b", "Board", "B"), (Person("p", "Ann Hale"), Person("q", "Ann Hale")))
    assert cpu(lambda: compare_registers(found, kept)) < 2 * TIMES_AS_LONG * floor


def test_an_update_form_of_very_many_rows(floor: float) -> None:
    rows = [
        ReturnedRow(f"row {at}", f"A{at}", "Done", text, "May 2027", "1 May 2026")
        for at, text in enumerate(FOUND)
    ]
    actions = [BoardAction(f"id {at}", "b", f"A{at}", text, TODAY) for at, text in enumerate(KEPT)]
    form = ReturnedForm("Kit", tuple(rows))
    taken = cpu(lambda: proposals_of(form, actions, {"b": "B"}, today=TODAY, next_meetings={}))
    assert taken < TIMES_AS_LONG * floor

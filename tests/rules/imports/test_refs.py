"""What a document does not number itself is known by its words; another plan is never taken for this one."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.found_plans import found_action

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundKpi, FoundPlan
from boarddesk.rules.imports.refs import is_plan, with_office_refs
from boarddesk.rules.plan.actions import Action, Area, Plan
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

OURS = {
    "1.1": "Agree terms of reference for the board",
    "1.2": "Publish a forward plan of meetings",
    "1.3": "Name a deputy for every seat",
}


def office(texts: dict[str, str] = OURS, *, title: str = "Governance") -> Plan:
    actions = tuple(Action(ref, "r", ref, text, read_by_when("May 2026")) for ref, text in texts.items())
    areas = (Area("r", "1", title, actions=actions),)
    return Plan("p", "Our plan", "plan", IMPROVEMENT_PLAN, areas=areas)


def unnumbered(*texts: str) -> tuple[FoundAction, ...]:
    return tuple(found_action(f"1.{at}", text, ref_given=False) for at, text in enumerate(texts, 1))


def found(*actions: FoundAction, title: str = "", area: str = "Governance", given: bool = False) -> FoundPlan:
    return FoundPlan(
        "P.docx", title, areas=(FoundArea("1", area, "table 1", actions=actions, number_given=given),)
    )


def refs(plan: FoundPlan) -> list[str]:
    return [action.ref for area in plan.areas for action in area.actions]


def test_another_plan_is_not_recognised_by_its_refs() -> None:
    other = [found_action(ref, f"Something else {ref}") for ref in OURS]
    assert not is_plan(found(*other), office())


def test_a_plan_is_recognised_by_its_name_in_any_case() -> None:
    assert is_plan(found(title="OUR  PLAN"), office())


def test_a_plan_is_recognised_by_most_of_its_actions_even_in_slightly_new_words() -> None:
    edited = [found_action(ref, f"{text} soon") for ref, text in OURS.items()]
    assert is_plan(found(*edited[:2], found_action("1.3", "Something else")), office())
    assert not is_plan(found(edited[0], found_action("1.2", "x"), found_action("1.3", "y")), office())


def test_a_plan_without_refs_is_recognised_by_its_words() -> None:
    assert is_plan(found(*unnumbered(*reversed(OURS.values()))), office())


def test_a_plan_in_which_nothing_stands_yet_can_be_filled() -> None:
    assert is_plan(found(*unnumbered("a")), replace(office(), areas=()))


def test_actions_without_refs_keep_the_offices_wherever_they_stand_now() -> None:
    texts = list(OURS.values())
    assert refs(with_office_refs(found(*unnumbered(texts[2], texts[0])), office())) == ["1.3", "1.1"]


def test_slightly_new_words_are_still_the_same_action() -> None:
    assert refs(with_office_refs(found(*unnumbered("Name a deputy for each seat")), office())) == ["1.3"]


def test_an_action_in_new_words_takes_the_next_free_ref_and_says_so() -> None:
    plan = with_office_refs(found(*unnumbered("Offer every child a keyworker")), office())
    assert refs(plan) == ["1.4"]
    assert plan.areas[0].actions[0].notes == ("It is added to your office as 1.4.",)


def test_an_area_without_number_in_other_words_is_a_new_area() -> None:
    made = with_office_refs(found(*unnumbered("Offer every child a keyworker"), area="Children"), office())
    assert [area.number for area in made.areas] == ["2"]
    assert refs(made) == ["2.1"]


def test_an_area_without_number_is_known_by_its_actions_where_its_title_is_new() -> None:
    made = with_office_refs(found(*unnumbered(*OURS.values()), area="Governing well"), office())
    assert [area.number for area in made.areas] == ["1"]


def test_refs_and_numbers_that_stand_in_the_document_stay() -> None:
    given = found(found_action("1.1", "Offer every child a keyworker"), given=True)
    assert with_office_refs(given, office()) == given


def test_measures_go_with_their_action() -> None:
    plan = found(*unnumbered(OURS["1.2"]))
    kpi = FoundKpi("1.1", "Plans published", "table 1", "1", "1.1")
    (area,) = with_office_refs(replace(plan, areas=(replace(plan.areas[0], kpis=(kpi,)),)), office()).areas
    assert (area.kpis[0].ref, area.kpis[0].action_ref) == ("1.2", "1.2")


def test_two_actions_in_the_same_words_are_two() -> None:
    twice = office({"1.1": "Review", "1.2": "Review"})
    assert refs(with_office_refs(found(*unnumbered("Review", "Review")), twice)) == ["1.1", "1.2"]


def test_an_area_is_known_by_more_than_half_of_its_actions() -> None:
    strange = "Offer every child a keyworker"
    half = with_office_refs(found(*unnumbered(OURS["1.1"], strange), area="Governing well"), office())
    most = with_office_refs(
        found(*unnumbered(OURS["1.1"], OURS["1.2"], strange), area="Governing well"), office()
    )
    assert ([one.number for one in half.areas], [one.number for one in most.areas]) == (["2"], ["1"])


def test_an_action_that_is_new_takes_the_number_after_the_highest() -> None:
    made = with_office_refs(found(*unnumbered("Offer every child a keyworker")), office())
    assert refs(made) == ["1.4"]
    assert made.areas[0].actions[0].notes == ("It is added to your office as 1.4.",)

"""A document is held against the office: what is new, what differs, what stays, what is not ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.found_plans import found_action, found_plan

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundKpi, FoundMilestone, FoundPlan
from boarddesk.rules.imports.plan import PlanSide, compare_plan, in_words_of
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Verdict
from boarddesk.rules.names.likeness import same
from boarddesk.rules.plan.actions import Action, Area, Evidence, Judgement, Plan, Update
from boarddesk.rules.plan.kpis import Actual, Kpi, Polarity, Target, Unit
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.statuses.status import BRAG_WITH_PINK, IMPROVEMENT_PLAN, RAG_BY_RISK, SaidBy, Scheme

DATED = date(2026, 5, 12)
MET, ON_TRACK, PARTIALLY, NOT_ON_TRACK, _ = IMPROVEMENT_PLAN.statuses


def ours(**more: Any) -> Action:
    given: dict[str, Any] = {
        "id": "a",
        "area_id": "r",
        "ref": "4.9",
        "text": "Write to families",
        "by_when": read_by_when("May 2026"),
    }
    return Action(**(given | more))


def office(*actions: Action) -> PlanSide:
    area = Area("r", "4", "Plans on time", actions=actions)
    return PlanSide(
        Plan("p", "Improvement plan", "plan", IMPROVEMENT_PLAN, areas=(area,)), (), IMPROVEMENT_PLAN, DATED
    )


def proposed(*actions: Any, kept: PlanSide) -> list[Proposal]:
    found = FoundPlan("Plan.docx", areas=(FoundArea("4", "Plans on time", "table 1", actions=actions),))
    return [
        one for one in compare_plan(found, "Improvement plan", kept=kept).proposals if one.kind != "plan"
    ][1:]


def test_everything_is_new_to_an_office_without_the_plan() -> None:
    proposals = compare_plan(found_plan(), "Plan", kept=PlanSide(None, (), IMPROVEMENT_PLAN, DATED)).proposals
    assert {one.verdict for one in proposals} == {Verdict.NEW}
    assert [one.kind.value for one in proposals].count("action") == 3
    assert len({one.key for one in proposals}) == len(proposals)


def test_a_proposal_says_where_it_came_from() -> None:
    (one,) = proposed(found_action("4.9", "Write to families"), kept=office(ours()))
    assert one.place == "table 1 row 4.9"


def test_what_says_the_same_in_other_spaces_and_quotes_is_the_same() -> None:
    (one,) = proposed(found_action("4.9", "write  to\nfamilies", "may 2026"), kept=office(ours()))
    assert one.verdict is Verdict.SAME


def test_a_change_tells_old_and_new() -> None:
    (one,) = proposed(found_action("4.9", "Write to families", "July 2026"), kept=office(ours()))
    assert one.verdict is Verdict.CHANGED and one.ticked
    assert one.changes == (
        FieldChange("By when", "May 2026 (to 31 May 2026)", "July 2026 (to 31 July 2026)"),
    )


def test_what_the_document_leaves_empty_changes_nothing() -> None:
    kept = office(
        ours(owners=("Aoife Brannigan",), success_measure="Every family", accountable="Joanne Whitlock")
    )
    (one,) = proposed(found_action("4.9", "Write to families", ""), kept=kept)
    assert one.verdict is Verdict.SAME


def test_amber_is_partially_met_in_this_scheme() -> None:
    kept = office(ours(judgements=(Judgement(ON_TRACK, date(2026, 4, 14)),)))
    (one,) = proposed(found_action("4.9", "Write to families", status="Amber"), kept=kept)
    assert one.changes == (FieldChange("Status", "On track", "Partially met"),)
    assert one.ticked


def test_a_status_declared_after_the_document_is_not_ticked_and_says_why() -> None:
    kept = office(ours(judgements=(Judgement(NOT_ON_TRACK, date(2026, 5, 20), SaidBy.LEAD),)))
    (one,) = proposed(found_action("4.9", "Write to families", status="Partially met"), kept=kept)
    assert not one.ticked
    assert one.why_not == (
        "Your office says Not on track, declared by the lead on 20 May 2026. "
        "This document is from 12 May 2026. Tick it to take the older word."
    )


def test_the_rest_of_such_an_action_can_still_be_taken() -> None:
    kept = office(ours(judgements=(Judgement(NOT_ON_TRACK, date(2026, 5, 20)),)))
    rest, status = proposed(found_action("4.9", "Write to all families", status="Met"), kept=kept)
    assert (rest.ticked, [change.field for change in rest.changes]) == (True, ["Action"])
    assert (status.ticked, [change.field for change in status.changes]) == (False, ["Status"])
    assert rest.key != status.key


def test_a_status_of_the_documents_own_day_is_taken() -> None:
    kept = office(ours(judgements=(Judgement(ON_TRACK, DATED),)))
    (one,) = proposed(found_action("4.9", "Write to families", status="Met"), kept=kept)
    assert one.ticked


def test_a_status_that_is_none_of_the_scheme_is_said_and_not_taken() -> None:
    (one,) = proposed(found_action("4.9", "Write to families", status="Lilac"), kept=office(ours()))
    assert one.verdict is Verdict.SAME
    assert any("Lilac" in note for note in one.notes)


def test_progress_is_added_once() -> None:
    told = ours(updates=(Update(date(2026, 4, 1), "Wording tested."),))
    found = found_action("4.9", "Write to families", progress="Wording  tested.")
    assert proposed(found, kept=office(told))[0].verdict is Verdict.SAME
    news = replace(found, progress="Letters sent.")
    assert proposed(news, kept=office(told))[0].changes == (FieldChange("Update", "", "Letters sent."),)


def test_evidence_the_office_has_is_not_proposed_again() -> None:
    kept = office(ours(evidence=(Evidence("Letter at week 6"),)))
    found = found_action("4.9", "Write to families", evidence=("letter at week 6", "Letter at week 16"))
    assert proposed(found, kept=kept)[0].changes == (FieldChange("Evidence", "", "Letter at week 16"),)


def test_two_steps_in_the_same_words_are_two_steps() -> None:
    steps = tuple(
        Milestone(str(at), "a", "Review", read_by_when(day))
        for at, day in enumerate(("March 2026", "June 2026"))
    )
    found = found_action(
        "4.9",
        "Write to families",
        milestones=(
            FoundMilestone("Review", read_by_when("March 2026")),
            FoundMilestone("Review", read_by_when("July 2026")),
        ),
    )
    _, first, second = proposed(found, kept=office(ours(milestones=steps)))
    assert first.verdict is Verdict.SAME
    assert second.changes == (
        FieldChange("By when", "June 2026 (to 30 June 2026)", "July 2026 (to 31 July 2026)"),
    )


def test_a_step_that_is_done_in_the_office_stays_done() -> None:
    done = Milestone("0", "a", "Review", read_by_when("March 2026"), done=True)
    found = found_action(
        "4.9", "Write to families", milestones=(FoundMilestone("Review", read_by_when("March 2026")),)
    )
    assert proposed(found, kept=office(ours(milestones=(done,))))[1].verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("first", "second"), [("“As is”", '"as is"'), ("Sep–Dec 20", "Sep-Dec  20"), ("it’s", "It's")]
)
def test_typing_is_no_difference(first: str, second: str) -> None:
    assert same(first, second)


@given(st.lists(st.sampled_from(["4.9", "4.10", "5.1", "1.1a"]), unique=True), st.text(max_size=30))
def test_a_document_that_says_what_the_office_says_is_the_same_throughout(refs: list[str], text: str) -> None:
    words = " ".join(text.split()) or "Do it"
    kept = office(*(ours(id=ref, ref=ref, text=words) for ref in refs))
    found = [found_action(ref, words) for ref in refs]
    assert {one.verdict for one in proposed(*found, kept=kept)} <= {Verdict.SAME}


def test_an_action_without_a_status_is_the_same_in_the_words_of_another_scheme() -> None:
    action = found_action("4.9", "Write to families")
    area = FoundArea("4", "Plans on time", "table 1", actions=(action,))
    read = in_words_of(IMPROVEMENT_PLAN, FoundPlan("Plan.docx", areas=(area,), scheme=RAG_BY_RISK))
    assert read.areas == (area,)
    assert read.scheme == IMPROVEMENT_PLAN


def test_a_status_in_the_words_of_another_scheme_is_said_in_those_of_the_plan() -> None:
    def read(status: str, *, into: Scheme = IMPROVEMENT_PLAN, own: Scheme = RAG_BY_RISK) -> FoundAction:
        action = found_action("4.9", "Write to families", status=status, status_from="word")
        area = FoundArea("4", "Plans on time", "table 1", actions=(action,))
        return in_words_of(into, FoundPlan("Plan.docx", areas=(area,), scheme=own)).areas[0].actions[0]

    amber = read("Amber")
    assert amber.status == "Partially met"
    assert amber.notes == ("The document says Amber, which is Partially met in this plan.",)
    pink = read("Pink", own=BRAG_WITH_PINK)
    assert (pink.status, pink.status_from) == ("", "none")
    assert pink.notes == ("The document says Pink, for which this plan's statuses have no word.",)
    red = read("Red", into=BRAG_WITH_PINK)
    assert (red.status, red.notes) == ("Red", ())


def test_an_area_with_a_kpi_alone_is_still_taken_and_one_with_nothing_is_not() -> None:
    def ticked(**more: Any) -> bool:
        found = FoundPlan("Plan.docx", areas=(FoundArea("4", "Plans on time", "table 1", **more),))
        kept = PlanSide(None, (), IMPROVEMENT_PLAN, DATED)
        plan, area = compare_plan(found, "Plan", kept=kept).proposals[:2]
        assert plan.ticked is area.ticked and bool(plan.why_not) is not area.ticked
        return area.ticked

    assert ticked(actions=(found_action("4.1", "Write"),))
    assert ticked(kpis=(FoundKpi("K1", "Families who hear", "table 2", "4"),))
    assert not ticked()


def test_a_kpi_in_other_words_is_the_one_of_its_ref_only_where_each_side_has_just_one() -> None:
    def verdicts(ours: Sequence[str], *theirs: str) -> list[Verdict]:
        kpis = tuple(
            Kpi(f"k{at}", "K1", wording, Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), area_id="r")
            for at, wording in enumerate(ours)
        )
        measures = tuple(FoundKpi("K1", wording, "table 2", "4") for wording in theirs)
        found = FoundPlan("Plan.docx", areas=(FoundArea("4", "Plans on time", "table 1", kpis=measures),))
        side = replace(office(), kpis=kpis)
        told = compare_plan(found, "Improvement plan", kept=side).proposals
        return [one.verdict for one in told if one.kind == "kpi"]

    assert verdicts(["Plans in time"], "Plans in time") == [Verdict.SAME]
    assert verdicts(["Plans in time"], "Plans within 20 weeks") == [Verdict.CHANGED]
    assert verdicts(["Plans in time"], "Plans within 20 weeks", "Letters sent")[0] is not Verdict.CHANGED
    assert verdicts(["Plans in time", "Letters"], "Plans within 20 weeks") == [Verdict.NEW]
    assert verdicts(["Plans in time", "Letters"], "Letters") == [Verdict.SAME]

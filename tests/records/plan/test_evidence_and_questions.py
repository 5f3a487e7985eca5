"""Evidence supports many actions; a question stays until it is answered."""

from __future__ import annotations

from datetime import date

import pytest
from tests.records.plan_offices import JUNE, MAY, SmallPlan

from boarddesk.records.plan import challenges, evidence, plans
from boarddesk.rules.refused import Refused


def test_one_piece_of_evidence_supports_many_actions_once_each(small: SmallPlan) -> None:
    made = evidence.add_evidence(small.file, title="Panel notes", reference="D3", action_ids=(small.tenth,))
    for _ in range(2):
        evidence.support(small.file, made, small.first)
    (found,) = evidence.all_evidence(small.file)
    assert found.refs == ("4.9", "4.10")
    actions = plans.plan(small.file, small.plan_id).areas[0].actions
    assert [[piece.reference for piece in action.evidence] for action in actions] == [["D3"], ["D3"]]


def test_evidence_is_listed_as_people_count(small: SmallPlan) -> None:
    for reference in ("A10", "A9", "B1"):
        evidence.add_evidence(small.file, title=f"Paper {reference}", reference=reference)
    assert [one.evidence.reference for one in evidence.all_evidence(small.file)] == ["A9", "A10", "B1"]


def test_a_question_is_open_until_it_is_answered(small: SmallPlan) -> None:
    made = challenges.ask(small.file, small.first, text="Who writes?", asked_on=MAY, asked_by="Kevin Drury")
    (asked,) = challenges.questions(small.file)
    assert (asked.ref, asked.about, asked.area_id) == ("4.9", "action", small.area_id)
    challenges.answer(small.file, made, answer="Three writers", answered_on=JUNE)
    assert challenges.questions(small.file) == ()
    (answered,) = challenges.questions(small.file, still_open=False)
    assert answered.challenge.answer == "Three writers"


def test_a_question_about_nothing_is_refused(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="no longer there"):
        challenges.ask(small.file, "0" * 16, text="Why?", asked_on=date(2026, 5, 1))


def test_an_answer_that_was_not_accepted_leaves_the_question_open(small: SmallPlan) -> None:
    file = small.file
    made = challenges.ask(file, small.first, text="Who writes?", asked_on=MAY)
    shown = evidence.add_evidence(file, title="Panel notes", reference="D3", action_ids=(small.first,))
    challenges.answer(file, made, answer="We do.", answered_on=JUNE, accepted=False, evidence_id=shown)
    (still,) = challenges.questions(file)
    assert (still.challenge.state, still.challenge.is_open) == ("answered, not accepted", True)
    assert still.challenge.evidence is not None
    assert still.challenge.evidence.reference == "D3"
    (on_action,) = plans.plan(file, small.plan_id).areas[0].actions[0].challenges
    assert on_action == still.challenge
    challenges.answer(file, made, answer="Three writers.", answered_on=JUNE)
    assert challenges.questions(file) == ()


def test_nothing_is_answered_before_it_was_asked(small: SmallPlan) -> None:
    made = challenges.ask(small.file, small.first, text="Who writes?", asked_on=JUNE)
    with pytest.raises(Refused, match="asked later"):
        challenges.answer(small.file, made, answer="We do.", answered_on=MAY)

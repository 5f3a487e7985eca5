"""A decision that ends an action of the plan, or gives it a new date, and takes that with it when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.plan_offices import JUNE, MAY, SmallPlan, small_plan

from boarddesk.records.agenda import decisions
from boarddesk.records.boards import add_board
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.plan import judgements, plans
from boarddesk.records.plan.actions import set_by_when
from boarddesk.rules.decisions import Bearing, DecisionPath, Effect
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.plan.actions import Action, is_closed, is_overdue
from boarddesk.rules.refused import Refused

TODAY = date(2026, 6, 9)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallPlan]:
    made = small_plan(tmp_path / "office.boarddesk")
    with made.file:
        yield made


@pytest.fixture
def may(small: SmallPlan) -> str:
    return add_meeting(small.file, small.board_id, MAY)


def first(small: SmallPlan) -> Action:
    return plans.plan(small.file, small.plan_id).areas[0].actions[0]


def decide(small: SmallPlan, at: str, effect: Effect | None, *, by_when: str = "", replaces: str = "") -> str:
    bearing = Bearing(
        action_id=small.first, effect=effect, agreed_by_when=by_when, replaces_id=replaces or None
    )
    return decisions.decide(small.file, at, text="As the report says", bearing=bearing)


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (Effect.CLOSE, "Closed by D-001 of 12 May 2026."),
        (Effect.SUPERSEDE, "Superseded by D-001 of 12 May 2026."),
        (Effect.BUSINESS_AS_USUAL, "Handed to business as usual by D-001 of 12 May 2026."),
    ],
)
def test_a_decision_ends_an_action_and_the_plan_says_which(
    small: SmallPlan, may: str, effect: Effect, words: str
) -> None:
    assert is_overdue(first(small), today=TODAY)
    made = decide(small, may, effect)
    ended = first(small).ended
    assert ended is not None
    assert ended.sentence == words
    assert is_closed(first(small))
    assert not is_overdue(first(small), today=TODAY)
    decisions.remove_decision(small.file, made)
    assert is_overdue(first(small), today=TODAY)
    small.file.undo()
    assert first(small).ended is not None


def test_a_new_date_moves_the_action_and_keeps_the_first_one(small: SmallPlan, may: str) -> None:
    made = decide(small, may, Effect.NEW_DATE, by_when="31 October 2026")
    moved = first(small)
    assert moved.by_when.latest == date(2026, 10, 31)
    assert moved.original_by_when is not None
    assert moved.original_by_when.latest == date(2026, 3, 31)
    decisions.change_decision(
        small.file,
        made,
        bearing=Bearing(action_id=small.first, effect=Effect.NEW_DATE, agreed_by_when="30 November 2026"),
    )
    assert first(small).by_when.latest == date(2026, 11, 30)
    decisions.remove_decision(small.file, made)
    back = first(small)
    assert (back.by_when.as_written, back.original_by_when) == ("31/03/2026", None)
    small.file.undo()
    assert first(small).by_when.latest == date(2026, 11, 30)


def test_a_date_is_moved_in_the_change_that_decides_it(small: SmallPlan, may: str) -> None:
    decide(small, may, Effect.NEW_DATE, by_when="31 October 2026")
    assert small.file.undo() == "Add decision D-001"
    assert first(small).by_when.as_written == "31/03/2026"
    small.file.redo()
    assert first(small).by_when.as_written == "31 October 2026"


def test_a_date_somebody_moved_since_is_left_alone(small: SmallPlan, may: str) -> None:
    made = decide(small, may, Effect.NEW_DATE, by_when="31 October 2026")
    set_by_when(small.file, small.first, "31 December 2026")
    decisions.remove_decision(small.file, made)
    assert first(small).by_when.as_written == "31 December 2026"


def test_without_the_later_decision_the_date_of_the_earlier_stands_again(small: SmallPlan, may: str) -> None:
    decide(small, may, Effect.NEW_DATE, by_when="31 October 2026")
    at = add_meeting(small.file, small.board_id, JUNE)
    later = decide(small, at, Effect.NEW_DATE, by_when="31 December 2026")
    decisions.remove_decision(small.file, later)
    assert first(small).by_when.as_written == "31 October 2026"


def test_what_is_to_be_ratified_has_its_effect_once_it_is(small: SmallPlan) -> None:
    file = small.file
    made = decisions.decide_between(
        file,
        small.board_id,
        text="Later",
        made_on=MAY,
        how=DecisionPath.EMAIL,
        by_whom="All members",
        bearing=Bearing(action_id=small.first, effect=Effect.NEW_DATE, agreed_by_when="31 October 2026"),
    )
    assert first(small).by_when.as_written == "31/03/2026"
    assert first(small).cited[0].sentence.endswith("once it is ratified.")
    decisions.ratify(file, made, add_meeting(file, small.board_id, JUNE))
    assert first(small).by_when.as_written == "31 October 2026"
    decisions.take_back_ratification(file, made)
    assert first(small).by_when.as_written == "31/03/2026"


def test_what_an_inquorate_meeting_ended_goes_on_until_it_is_ratified(small: SmallPlan, may: str) -> None:
    decide(small, may, Effect.CLOSE)
    set_state(small.file, may, MeetingState.INQUORATE, today=TODAY)
    assert first(small).ended is None
    assert first(small).cited[0].awaits_ratification


def test_a_replacement_takes_the_effect_away_and_gives_it_back_when_it_goes(
    small: SmallPlan, may: str
) -> None:
    closed = decide(small, may, Effect.CLOSE)
    at = add_meeting(small.file, small.board_id, JUNE)
    replacing = decide(small, at, None, replaces=closed)
    assert first(small).ended is None
    assert decisions.decision(small.file, closed).replaced_by == (replacing,)
    assert "which D-002 replaces" in first(small).cited[1].sentence
    decisions.remove_decision(small.file, replacing)
    assert first(small).ended is not None


def test_a_decision_of_another_board_is_cited_with_its_board(small: SmallPlan) -> None:
    other = add_board(small.file, "Cabinet", "CAB")
    decide(small, add_meeting(small.file, other, MAY), Effect.CLOSE)
    ended = first(small).ended
    assert ended is not None
    assert (ended.in_full, ended.cited_on(TODAY), ended.cited_on(date(2027, 5, 1))) == (
        "CAB D-001 of 12 May 2026",
        "CAB D-001",
        "CAB D-001 of 2026/27",
    )


def test_an_effect_that_cannot_be_had_is_refused(small: SmallPlan, may: str) -> None:
    with pytest.raises(Refused, match="Choose the action"):
        decisions.decide(small.file, may, text="Close it", bearing=Bearing(effect=Effect.CLOSE))
    for typed in ("", "soon", "31/09/2026"):
        with pytest.raises(Refused, match="No day is found"):
            decide(small, may, Effect.NEW_DATE, by_when=typed)
    decide(small, may, Effect.CLOSE)
    with pytest.raises(Refused, match=r"4\.9 is closed already, by D-001 of 12 May 2026"):
        decide(small, may, Effect.BUSINESS_AS_USUAL)


def test_what_is_declared_complete_gets_no_new_date_but_can_be_closed(small: SmallPlan, may: str) -> None:
    judgements.set_status(small.file, small.first, "met", why="All sent", as_at=MAY)
    with pytest.raises(Refused, match=r"4\.9 is complete"):
        decide(small, may, Effect.NEW_DATE, by_when="31 October 2026")
    decide(small, may, Effect.CLOSE)
    assert first(small).ended is not None


def test_only_an_earlier_decision_of_the_same_board_is_replaced_and_once(small: SmallPlan, may: str) -> None:
    other = add_meeting(small.file, add_board(small.file, "Cabinet", "CAB"), JUNE)
    made = decide(small, may, None)
    with pytest.raises(Refused, match="by the board that made it"):
        decide(small, other, None, replaces=made)
    with pytest.raises(Refused, match="an earlier one"):
        decisions.change_decision(small.file, made, bearing=Bearing(replaces_id=made))
    decide(small, may, None, replaces=made)
    with pytest.raises(Refused, match="D-001 has been replaced already"):
        decide(small, may, None, replaces=made)


def test_what_was_decided_ends_with_one_full_stop(small: SmallPlan, may: str) -> None:
    bearing = Bearing(action_id=small.first, effect=None, agreed_by_when="", replaces_id=None)
    decisions.decide(small.file, may, text="Named contacts begin in May.", bearing=bearing)
    assert first(small).cited[0].sentence == "D-001 of 12 May 2026: Named contacts begin in May."

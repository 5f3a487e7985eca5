"""A number once given is not given again: somebody may have it in their minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.plan_offices import MAY, SmallPlan, small_plan

from boarddesk.records.agenda import decisions
from boarddesk.records.boards import add_board
from boarddesk.records.meetings import add_meeting
from boarddesk.records.plan import challenges


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallPlan]:
    made = small_plan(tmp_path / "office.boarddesk")
    with made.file:
        yield made


def asked(small: SmallPlan, **fields: str) -> str:
    made = challenges.ask(small.file, small.first, text="Who writes?", asked_on=MAY, **fields)
    return challenges.question(small.file, made).challenge.ref


def test_the_number_of_the_newest_decision_is_not_given_again_when_it_is_removed(small: SmallPlan) -> None:
    file = small.file
    may = add_meeting(file, small.board_id, MAY)
    for _ in range(2):
        made = decisions.decide(file, may, text="One")
    decisions.remove_decision(file, made)
    assert decisions.decision(file, decisions.decide(file, may, text="Two")).ref == "D-003"


def test_an_adding_that_was_undone_leaves_its_number_to_the_next(small: SmallPlan) -> None:
    may = add_meeting(small.file, small.board_id, MAY)
    decisions.decide(small.file, may, text="One")
    small.file.undo()
    assert decisions.decision(small.file, decisions.decide(small.file, may, text="Two")).ref == "D-001"


def test_a_board_counts_its_own_questions_and_never_gives_a_number_twice(small: SmallPlan) -> None:
    file = small.file
    scrutiny = add_board(file, "Scrutiny Committee", "SC")
    assert [asked(small), asked(small), asked(small, board_id=scrutiny)] == ["C-001", "C-002", "C-001"]
    second = challenges.questions(file)[2].challenge
    assert second.ref == "C-002"
    challenges.remove_question(file, second.id)
    assert asked(small) == "C-003"
    at = add_meeting(file, scrutiny, date(2026, 6, 9))
    assert asked(small, meeting_id=at) == "C-002"


def test_who_brought_a_question_and_at_which_item_is_kept(small: SmallPlan) -> None:
    file = small.file
    may = add_meeting(file, small.board_id, MAY)
    with file.change("Add item") as change:
        item = change.insert("agenda_item", meeting_id=may, title="Waits")
    made = challenges.ask(
        file,
        small.first,
        text="Who writes?",
        asked_on=MAY,
        asked_by="The forum",
        relayed_by="Kevin Drury",
        meeting_id=may,
        item_id=item,
    )
    kept = challenges.question(file, made).challenge
    assert (kept.asked_by, kept.relayed_by, kept.item_title, kept.state) == (
        "The forum",
        "Kevin Drury",
        "Waits",
        "open",
    )
    challenges.change_question(file, made, text="Who writes them?", relayed_by="Ann Hale")
    assert challenges.question(file, made).challenge.relayed_by == "Ann Hale"

"""Actions, their dates and owners, and what is reported on them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.records.plan_offices import JUNE, MAY, SmallPlan

from boarddesk.records.people import add_person
from boarddesk.records.plan import actions, milestones, plans
from boarddesk.rules.plan.actions import Action
from boarddesk.rules.refused import Refused


def loaded(small: SmallPlan, action_id: str) -> Action:
    area = plans.plan(small.file, small.plan_id).areas[0]
    return next(action for action in area.actions if action.id == action_id)


def test_a_deadline_is_kept_as_written_beside_what_it_means(small: SmallPlan) -> None:
    by_when = loaded(small, small.tenth).by_when
    assert (by_when.as_written, by_when.latest) == ("May 26", date(2026, 5, 31))


def test_moving_a_date_keeps_the_first_one(small: SmallPlan) -> None:
    actions.set_by_when(small.file, small.first, "30 June 2026")
    actions.set_by_when(small.file, small.first, "31 July 2026")
    moved = loaded(small, small.first)
    assert moved.by_when.latest == date(2026, 7, 31)
    assert moved.original_by_when is not None
    assert (moved.original_by_when.as_written, moved.original_by_when.latest) == (
        "31/03/2026",
        date(2026, 3, 31),
    )


def test_moving_a_date_back_to_the_first_forgets_that_it_was_moved(small: SmallPlan) -> None:
    actions.set_by_when(small.file, small.first, "30 June 2026")
    actions.set_by_when(small.file, small.first, "31 March 2026")
    assert loaded(small, small.first).original_by_when is None


def test_writing_the_same_date_in_other_words_does_not_move_it(small: SmallPlan) -> None:
    actions.set_by_when(small.file, small.first, "31 March 2026")
    action = loaded(small, small.first)
    assert action.by_when.as_written == "31 March 2026"
    assert action.original_by_when is None


def test_a_date_given_for_the_first_time_was_not_moved(small: SmallPlan) -> None:
    action_id = actions.add_action(small.file, small.area_id, ref="4.12", text="Later")
    actions.set_by_when(small.file, action_id, "June 2026")
    assert loaded(small, action_id).original_by_when is None


def test_setting_the_date_that_is_there_writes_nothing(small: SmallPlan) -> None:
    position = small.file.commit_number
    actions.set_by_when(small.file, small.first, "31/03/2026")
    assert small.file.commit_number == position


def test_moving_a_date_is_undone_under_its_own_name(small: SmallPlan) -> None:
    before = loaded(small, small.first)
    actions.set_by_when(small.file, small.first, "30 June 2026")
    assert small.file.undo() == "Move date of 4.9"
    assert loaded(small, small.first) == before


def test_a_ref_that_is_taken_is_refused_beside_the_field(small: SmallPlan) -> None:
    with pytest.raises(Refused, match=r"4\.9 is already there") as refused:
        actions.add_action(small.file, small.area_id, ref="4.9", text="Again")
    assert refused.value.field == "ref"


def test_an_action_without_words_is_refused(small: SmallPlan) -> None:
    with pytest.raises(Refused) as refused:
        actions.change_action(small.file, small.first, text="  ")
    assert refused.value.field == "text"


def test_changing_nothing_writes_nothing(small: SmallPlan) -> None:
    position = small.file.commit_number
    actions.change_action(small.file, small.first, text="Write to families")
    assert small.file.commit_number == position


def test_an_owner_known_to_the_office_is_tied_to_the_person(small: SmallPlan) -> None:
    person = add_person(small.file, "Priya Nambiar")
    actions.set_owners(small.file, small.first, ["priya nambiar", "Somebody Else"])
    rows = small.file.rows(
        "SELECT name, person_id FROM action_owner WHERE action_id = ? ORDER BY position", (small.first,)
    )
    assert [(row["name"], row["person_id"]) for row in rows] == [
        ("priya nambiar", person),
        ("Somebody Else", None),
    ]


def test_updates_come_newest_first(small: SmallPlan) -> None:
    actions.add_update(small.file, small.first, text="Later news", as_at=JUNE)
    actions.add_update(small.file, small.first, text="Earlier news", as_at=MAY)
    actions.add_update(small.file, small.first, text="Later news, again", as_at=JUNE)
    told = [update.text for update in loaded(small, small.first).updates]
    assert told == ["Later news, again", "Later news", "Earlier news"]


def test_a_milestone_is_ticked_on_a_day_and_unticked(small: SmallPlan) -> None:
    step = milestones.add_milestone(small.file, small.first, text="Letters drafted", by_when="Feb 2026")
    milestones.set_done(small.file, step, True, on=MAY)
    assert loaded(small, small.first).milestones[0].done_on == MAY
    milestones.set_done(small.file, step, False)
    assert (
        loaded(small, small.first).milestones[0].done,
        loaded(small, small.first).milestones[0].done_on,
    ) == (False, None)


def test_a_milestone_that_moves_keeps_its_first_date(small: SmallPlan) -> None:
    step = milestones.add_milestone(small.file, small.first, text="Letters drafted", by_when="Feb 2026")
    milestones.set_milestone_by_when(small.file, step, "April 2026")
    original = loaded(small, small.first).milestones[0].original_by_when
    assert original is not None and original.as_written == "Feb 2026"


def test_deleting_an_action_takes_everything_and_undo_brings_it_back(small: SmallPlan) -> None:
    milestones.add_milestone(small.file, small.first, text="Letters drafted")
    actions.add_update(small.file, small.first, text="News", as_at=MAY)
    before = plans.plan(small.file, small.plan_id)
    actions.delete_action(small.file, small.first)
    assert small.file.value("SELECT count(*) FROM milestone") == 0
    assert small.file.undo() == "Delete action 4.9"
    assert plans.plan(small.file, small.plan_id) == before


def test_an_action_that_is_gone_is_refused_calmly(small: SmallPlan) -> None:
    actions.delete_action(small.file, small.first)
    with pytest.raises(Refused, match="no longer in the plan"):
        actions.set_by_when(small.file, small.first, "May 2026")

"""Declared statuses are a person's word: a reason is asked, and history is never overwritten."""

from __future__ import annotations

import pytest
from tests.records.plan_offices import JUNE, MAY, SmallPlan, tables

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import judgements, plans
from boarddesk.rules.plan.actions import Action
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import SaidBy


def action(file: OfficeFile, small: SmallPlan) -> Action:
    return plans.plan(file, small.plan_id).areas[0].actions[0]


def test_a_status_without_a_reason_is_refused_and_nothing_is_written(small: SmallPlan) -> None:
    position = small.file.commit_number
    with pytest.raises(Refused) as refused:
        judgements.set_status(small.file, small.first, "on_track", why="  ", as_at=MAY)
    assert refused.value.field == "why"
    assert small.file.commit_number == position


def test_each_change_keeps_the_one_before_with_its_reason(small: SmallPlan) -> None:
    judgements.set_status(small.file, small.first, "on_track", why="Letters tested", as_at=MAY)
    judgements.set_status(
        small.file, small.first, "partially_met", why="The printer is late", as_at=JUNE, said_by=SaidBy.BOARD
    )
    newest, before = action(small.file, small).judgements
    assert (newest.status.label, newest.why, newest.said_by) == (
        "Partially met",
        "The printer is late",
        SaidBy.BOARD,
    )
    assert newest.from_status == before.status
    assert (before.why, before.from_status) == ("Letters tested", None)


def test_a_word_of_an_earlier_day_does_not_stand_over_a_later_one(small: SmallPlan) -> None:
    judgements.set_status(small.file, small.first, "not_on_track", why="No printer", as_at=JUNE)
    judgements.set_status(small.file, small.first, "on_track", why="Letters tested", as_at=MAY)
    declared = action(small.file, small).declared
    assert declared is not None and declared.key == "not_on_track"


def test_of_two_words_on_one_day_the_last_said_stands(small: SmallPlan) -> None:
    judgements.set_status(small.file, small.first, "on_track", why="Morning", as_at=MAY)
    judgements.set_status(small.file, small.first, "met", why="Afternoon", as_at=MAY)
    declared = action(small.file, small).declared
    assert declared is not None and declared.key == "met"


def test_a_change_of_status_is_one_step_to_undo_and_exact_across_a_restart(small: SmallPlan) -> None:
    before = tables(small.file)
    judgements.set_status(small.file, small.first, "met", why="All letters sent", as_at=MAY)
    path = small.file.path
    assert path is not None
    small.file.close()
    with OfficeFile.open(path) as again:
        assert again.undo() == "Change status of 4.9"
        assert tables(again) == before


def test_an_area_is_judged_for_itself(small: SmallPlan) -> None:
    judgements.set_area_status(
        small.file, small.area_id, "partially_met", why="Late", as_at=MAY, path_to_green="More writers"
    )
    area = plans.plan(small.file, small.plan_id).areas[0]
    assert (area.judgements[0].status.label, area.judgements[0].path_to_green) == (
        "Partially met",
        "More writers",
    )
    assert area.actions[0].judgements == ()
    assert small.file.undo_label == "Change status of area 4"


def test_a_status_of_another_scheme_is_refused(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="no such status"):
        judgements.set_status(small.file, small.first, "purple", why="Why not", as_at=MAY)


def test_a_missing_reason_can_be_given_later(small: SmallPlan) -> None:
    made = judgements.declare(small.file, small.first, "not_on_track", as_at=MAY)
    judgements.give_reason(small.file, made, why="The printer is late", path_to_green="A new printer")
    told = action(small.file, small).judgements[0]
    assert (told.why, told.path_to_green) == ("The printer is late", "A new printer")
    assert small.file.undo_label == "Give reason for 4.9"

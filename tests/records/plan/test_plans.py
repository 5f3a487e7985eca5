"""Plans are kept with their own scheme and loaded whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.records.plan_offices import SmallPlan

from boarddesk.records.dates import bands
from boarddesk.records.file.driver import Params
from boarddesk.records.plan import actions, areas, plans
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, RAG_BY_RISK, Scheme, StatusIs


def test_actions_come_in_the_order_of_their_refs_not_in_the_order_they_were_added(small: SmallPlan) -> None:
    area = plans.plan(small.file, small.plan_id).areas[0]
    assert [action.ref for action in area.actions] == ["4.9", "4.10"]


def test_areas_come_in_the_order_of_their_numbers(small: SmallPlan) -> None:
    for number in ("10", "2"):
        areas.add_area(small.file, small.plan_id, number=number, title=f"Area {number}")
    assert [area.number for area in plans.plan(small.file, small.plan_id).areas] == ["2", "4", "10"]


def test_a_plan_is_found_by_its_name_however_it_is_written(small: SmallPlan) -> None:
    found = plans.plan_named(small.file, "  improvement PLAN ")
    assert found is not None and found.id == small.plan_id


def test_a_plan_keeps_its_own_wording_when_another_is_used_elsewhere(small: SmallPlan) -> None:
    other = plans.add_plan(small.file, "Risk plan", scheme=RAG_BY_RISK)
    assert plans.plan(small.file, other).scheme.name == RAG_BY_RISK.name
    labels = [status.label for status in plans.plan(small.file, small.plan_id).scheme.statuses]
    assert labels == [status.label for status in IMPROVEMENT_PLAN.statuses]


def test_the_same_wording_is_kept_once_and_another_wording_beside_it(small: SmallPlan) -> None:
    plans.add_plan(small.file, "Second plan")
    reworded = Scheme(
        IMPROVEMENT_PLAN.name,
        (replace(IMPROVEMENT_PLAN.statuses[0], label="Done"), *IMPROVEMENT_PLAN.statuses[1:]),
    )
    plans.add_plan(small.file, "Third plan", scheme=reworded)
    assert small.file.value("SELECT count(*) FROM scheme") == 2


def test_a_status_keeps_what_it_is(small: SmallPlan) -> None:
    kinds = [status.is_a for status in plans.plan(small.file, small.plan_id).scheme.statuses]
    assert kinds[0] is StatusIs.COMPLETE


def test_a_plan_needs_a_name(small: SmallPlan) -> None:
    with pytest.raises(Refused) as refused:
        plans.add_plan(small.file, "  ")
    assert refused.value.field == "name"


def test_two_areas_cannot_have_one_number(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="Area 4 is already there"):
        areas.add_area(small.file, small.plan_id, number="4", title="Another")


def test_deleting_an_area_takes_its_actions_and_undo_brings_them_back(small: SmallPlan) -> None:
    before = plans.plan(small.file, small.plan_id)
    areas.delete_area(small.file, small.area_id)
    assert plans.plan(small.file, small.plan_id).areas == ()
    assert small.file.undo() == "Delete area 4"
    assert plans.plan(small.file, small.plan_id) == before


def test_setting_the_leads_that_are_there_writes_nothing(small: SmallPlan) -> None:
    position = small.file.commit_number
    areas.set_leads(small.file, small.area_id, ["Joanne Whitlock"])
    assert small.file.commit_number == position


def test_a_deadline_is_read_by_the_plans_own_terms(small: SmallPlan) -> None:
    band = TermBand("Year 2", date(2026, 9, 1), date(2027, 8, 31))
    bands.set_bands(small.file, small.plan_id, [band])
    action = actions.add_action(small.file, small.area_id, ref="4.11", text="Later", by_when="Year 2")
    assert small.file.value("SELECT latest FROM action WHERE id = ?", (action,)) == "2027-08-31"
    assert plans.plan(small.file, small.plan_id).bands == (band,)


def test_lines_of_a_report_keep_their_kind_and_order(small: SmallPlan) -> None:
    for text in ("First", "Second"):
        areas.add_highlight(small.file, small.area_id, kind="done", text=text, as_at=date(2026, 5, 1))
    found = plans.plan(small.file, small.plan_id).areas[0].highlights
    assert [(line.kind, line.text) for line in found] == [("done", "First"), ("done", "Second")]


def test_a_large_plan_is_read_with_as_many_queries_as_a_small_one(
    small: SmallPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = small.file.rows

    def counting(sql: str, params: Params = ()) -> object:
        asked.append(sql)
        return rows(sql, params)

    monkeypatch.setattr(small.file, "rows", counting)
    plans.plan(small.file, small.plan_id)
    few = len(asked)
    for number in range(20, 40):
        actions.add_action(small.file, small.area_id, ref=f"4.{number}", text="More")
    asked.clear()
    plans.plan(small.file, small.plan_id)
    assert len(asked) == few <= 16

"""A published plan as its owners kept it: every numbered action comes out with all it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.child import read_tables_apart
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.rules.imports.contents import FoundAction, FoundPlan


@pytest.fixture(scope="module")
def source(real_plan: Path) -> SourceTables:
    return read_tables_apart(real_plan)


@pytest.fixture(scope="module")
def plan(source: SourceTables) -> FoundPlan:
    return read_plan(source)


@pytest.fixture(scope="module")
def actions(plan: FoundPlan) -> dict[str, FoundAction]:
    return {action.ref: action for area in plan.areas for action in area.actions}


def test_six_areas_with_titles_leads_and_outcomes(plan: FoundPlan) -> None:
    assert [area.number for area in plan.areas] == ["1", "2", "3", "4", "5", "6"]
    assert all(len(area.title) > 20 and area.leads and area.outcome for area in plan.areas)


def test_every_numbered_action_from_1_1_to_6_4(actions: dict[str, FoundAction]) -> None:
    counts = {"1": 6, "2": 5, "3": 3, "4": 7, "5": 6, "6": 4}
    assert list(actions) == [f"{area}.{n}" for area, many in counts.items() for n in range(1, many + 1)]


def test_every_action_has_its_deadline_officers_and_text(actions: dict[str, FoundAction]) -> None:
    assert [ref for ref, one in actions.items() if one.by_when.latest is None] == []
    assert [ref for ref, one in actions.items() if not one.owners or len(one.text) < 20] == []
    assert [ref for ref, one in actions.items() if not one.progress] == ["6.4"]


def test_statuses_come_from_the_shading(actions: dict[str, FoundAction]) -> None:
    assert Counter((one.status, one.status_from) for one in actions.values()) == {
        ("Met", "shading"): 15,
        ("On track", "shading"): 11,
        ("Partially met", "shading"): 1,
        ("Not on track", "shading"): 1,
        ("", "none"): 3,
    }


def test_rows_without_ref_are_steps_and_rows_over_the_page_are_joined(
    actions: dict[str, FoundAction],
) -> None:
    assert {ref: len(one.milestones) for ref, one in actions.items() if one.milestones} == {
        "1.1": 1,
        "4.3": 2,
    }
    assert "58% of school population" in actions["2.4"].progress
    assert actions["3.2"].owners[-1] == "Special Education Needs Schools"


def test_nothing_in_the_document_is_lost(source: SourceTables, plan: FoundPlan) -> None:
    headings = {heading for one in plan.tables for heading in one.headings}
    kept = joined(repr(plan).replace("\\n", " ").replace("\\t", " ").replace("\\'", "'"))
    cells = [one for grid in source.grids for line in grid.rows for one in line]
    texts = [joined(text) for one in cells for text in one.paragraphs]
    lost = [text for text in texts if text not in kept and text not in headings and text.strip("- ")]
    # An area's number is kept as a number, without the word before it.
    assert [text for text in lost if text not in ("Area 2", "Area 3", "Area 5")] == []


def joined(text: str) -> str:
    return " ".join(text.split())

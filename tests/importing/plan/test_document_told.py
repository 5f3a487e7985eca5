"""What a document that needs a word from the person says, once, and what the person has said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.documents import paragraph, row, table, word_file
from tests.importing.plan.layouts.rag import PERCENTS_FOR_STATUSES

from boarddesk.importing.columns import read_choices
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundPlan
from boarddesk.rules.refused import FileProblem, Refused

PLAN = (
    row("Ref", "Action", "By when", "Lead", "Status"),
    row("1.1", "Count the plans that wait", "May 2026", "Kit Fell", "On track"),
    row("1.2", "Write to each family", "June 2026", "Bea Holm", "Met"),
)
TWICE = (
    row("Ref", "Action", "Lead", "Action", "By when"),
    row("1.1", "Count", "Kit Fell", "Count the plans that wait", "May 2026"),
)


def plan_of(tmp_path: Path, *blocks: str, choices: PlanChoices | None = None) -> FoundPlan:
    source = read_tables(word_file(tmp_path / "plan.docx", *blocks))
    return read_plan(source, choices=choices or PlanChoices())


def test_percents_in_the_column_of_statuses_are_said_once_with_their_actions(tmp_path: Path) -> None:
    plan = read_plan(read_tables(PERCENTS_FOR_STATUSES.build(tmp_path)))
    (left,) = plan.leftovers
    assert (left.place, left.text) == ("table 1 row 2", "100%; 45%")
    assert left.why.endswith("so 3 actions are left without one: 1.1, 1.2, 1.3")


def test_a_plan_that_the_person_left_out_is_named_in_the_refusal(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^Table 1 of “plan.docx” could be a plan and is left out"):
        plan_of(tmp_path, table(*PLAN), choices=PlanChoices(not_tables=frozenset({1})))


def test_a_heading_that_no_table_has_is_named_as_it_was_typed(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No column is headed “Lead Officer”"):
        plan_of(tmp_path, table(*PLAN), choices=PlanChoices(read_choices(["Lead Officer=owners"])))


def test_of_two_columns_headed_alike_one_is_chosen_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r'Columns 2 and 4 are both headed “Action”.*"column 2=text"'):
        plan_of(tmp_path, table(*TWICE))
    chosen = plan_of(tmp_path, table(*TWICE), choices=PlanChoices(read_choices(["Column 4=text"])))
    assert chosen.areas[0].actions[0].text == "Count the plans that wait"


def test_a_table_without_refs_that_is_taken_in_leaves_the_refs_of_the_plan_alone(tmp_path: Path) -> None:
    more = table(row("What else we do", "Who"), row("Help schools", "Kit Fell"), row("Meet", "Bea Holm"))
    blocks = (paragraph("Area 1: Waits", style="Heading1"), more, paragraph("And the plan"), table(*PLAN))
    plan = plan_of(tmp_path, *blocks, choices=PlanChoices(tables=frozenset({1})))
    found = [(action.ref, action.text) for area in plan.areas for action in area.actions]
    assert found[2:] == [("1.1", "Count the plans that wait"), ("1.2", "Write to each family")]
    assert [ref for ref, _ in found[:2]] == ["1.3", "1.4"]
    assert (
        "The document gives no ref; 1.3 is the next one that no other has." in plan.areas[0].actions[0].notes
    )

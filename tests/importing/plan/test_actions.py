"""Rows become actions: what belongs to the action above, which date holds, what is a measure of its own."""

from __future__ import annotations

import pytest

from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables, Text
from boarddesk.rules.imports.contents import FoundAction

HEAD = "Ref|Action|Lead|By when|RAG"


def _actions(*tables: tuple[str, ...]) -> list[FoundAction]:
    grids = []
    for number, lines in enumerate(tables, 1):
        rows = tuple(
            tuple(Cell(tuple(cell.split("⏎")) if cell else ()) for cell in line.split("|")) for line in lines
        )
        grids.append(Grid(number, rows, before=(Text("Northmoor plan", 1),) if number == 1 else ()))
    plan = read_plan(SourceTables("plan.docx", SourceKind.WORD, tuple(grids)))
    return [action for area in plan.areas for action in area.actions]


@pytest.mark.parametrize(
    ("revised", "due", "holds", "first"),
    [
        ("", "May 2026", "May 2026", ""),
        ("n/a", "May 2026", "May 2026", ""),
        ("-", "May 2026", "May 2026", ""),
        ("July 2026", "May 2026", "July 2026", "May 2026"),
        ("May 2026", "May 2026", "May 2026", ""),
    ],
)
def test_a_revised_date_moves_the_first_only_where_there_is_one(
    revised: str, due: str, holds: str, first: str
) -> None:
    head = f"{HEAD}|Revised date"
    action, _ = _actions(
        (head, f"1.1|Publish it|Kit Fell|{due}|Green|{revised}", "1.2|Train|Kit Fell|May 2026|Red|June 2026")
    )
    assert action.by_when.as_written == holds
    assert action.notes == ((f"The date was first {first}.",) if first else ())


def test_rows_of_a_table_under_other_headings_are_no_steps_of_the_action_above() -> None:
    plan = (HEAD, "1.1|Publish it|Kit Fell|May 2026|Green", "1.2|Train them|Kit Fell|May 2026|Red")
    other = ("Task|Owner|Deadline|Status", "Meet families|Bea Holm|May 2026|Red")
    found = _actions(plan, other)
    assert [action.text for action in found] == ["Publish it", "Train them", "Meet families"]
    assert [action.milestones for action in found] == [(), (), ()]


def test_a_row_without_a_ref_under_the_same_headings_on_the_next_page_is_a_step() -> None:
    plan = (HEAD, "1.1|Publish it|Kit Fell|May 2026|Green", "1.2|Train them|Kit Fell|May 2026|Red")
    step = (
        "REF|Action|Lead|By when|RAG",
        "|Begin with ten|Bea Holm|April 2026|Green",
        "1.3|Ask|Kit Fell|2027|Red",
    )
    found = _actions(plan, step)
    assert [action.ref for action in found] == ["1.1", "1.2", "1.3"]
    assert [one.text for one in found[1].milestones] == ["Begin with ten"]


def test_an_empty_action_takes_the_words_that_say_how() -> None:
    head = "Ref|Action|How|Lead|By when"
    first, second = _actions(
        (head, "1.1|Publish it|Print 400|Kit Fell|May 2026", "1.2||Print more|Kit Fell|May 2026")
    )
    assert [one.text for one in first.milestones] == ["Print 400"]
    assert (second.text, second.milestones) == ("Print more", ())
    assert second.notes == ("Its own cell is empty; its words stand under How.",)


def test_dates_in_step_with_the_milestones_are_theirs() -> None:
    head = "Ref|Action|Milestones|Lead|By when"
    (action,) = _actions((head, "1.1|Publish it|Draft⏎Print|Kit Fell|May 2026⏎June 2026"))
    assert [(one.text, one.by_when.as_written) for one in action.milestones] == [
        ("Draft", "May 2026"),
        ("Print", "June 2026"),
    ]


def test_a_bullet_or_a_none_is_no_evidence_and_no_step() -> None:
    head = "Ref|Action|Milestones|Lead|By when|Evidence"
    (action,) = _actions((head, "1.1|Publish it|•⏎n/a⏎• Draft|Kit Fell|May 2026|None⏎Minutes"))
    assert [one.text for one in action.milestones] == ["Draft"] and action.evidence == ("Minutes",)

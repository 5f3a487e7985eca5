"""A table that is no plan is refused, or its plan is said to be doubtful; nothing is made an action of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.documents import paragraph, row, table, word_file
from tests.importing.plan.layouts.book import write_book

from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundAction, FoundPlan
from boarddesk.rules.refused import FileProblem


def of_word(tmp_path: Path, *blocks: str) -> FoundPlan:
    return read_plan(read_tables(word_file(tmp_path / "plan.docx", *blocks)))


def of_book(tmp_path: Path, rows: str) -> FoundPlan:
    return read_plan(read_tables(write_book(tmp_path / "plan.xlsx", {"Sheet1": rows})))


def actions(plan: FoundPlan) -> list[FoundAction]:
    return [action for area in plan.areas for action in area.actions]


@pytest.mark.parametrize(
    "heads",
    [
        ("Revision", "Date", "Explanation"),
        ("Version", "Modification date", "Brief description of change"),
        ("Version No", "Date", "Actions"),
    ],
)
def test_the_versions_of_a_document_are_no_actions(tmp_path: Path, heads: tuple[str, ...]) -> None:
    with pytest.raises(FileProblem):
        of_word(tmp_path, table(row(*heads), row("1.1", "12/10/2025", "All sections were gone over")))


def test_rows_without_headings_of_a_plan_are_not_taken_by_the_words_of_one_of_them(tmp_path: Path) -> None:
    rows = [
        row(str(n), f"The reader sorts the groups by date {n}", f"Open the page. Take action {n}. See dates.")
        for n in range(7, 12)
    ]
    with pytest.raises(FileProblem):
        of_word(tmp_path, table(*rows))


def test_figures_day_by_day_are_no_plan(tmp_path: Path) -> None:
    days = "\n".join(f"{n} | Harbour | HB | 2025-03-0{n}{{day}} | {n}.5 | {n}.25" for n in range(1, 9))
    with pytest.raises(FileProblem):
        of_book(tmp_path, f"SNo | Name | Sign | Date | High | Low\n{days}")


def test_hours_and_days_of_work_are_no_refs(tmp_path: Path) -> None:
    plan = of_book(
        tmp_path,
        """
Due | Task | Lead | Duration
2026-03-02{day} | Choose the rooms | Ann Rook | 2{num}
2026-03-09{day} | Order the chairs | Ann Rook | 5{num}
2026-03-16{day} | Invite the families | Ben Lark | 2{num}
""",
    )
    assert [(one.ref, one.text) for one in actions(plan)] == [
        ("1.1", "Choose the rooms"),
        ("1.2", "Order the chairs"),
        ("1.3", "Invite the families"),
    ]


def test_how_urgent_a_task_is_does_not_stand_for_what_it_is(tmp_path: Path) -> None:
    plan = of_book(
        tmp_path,
        """
No | Screen to be drawn | Responsible | Priority | Status
1{num} | The page that greets a family | Ann Rook | 1{num} | Complete
2{num} | The page where a school signs in | Ben Lark | 2{num} | On track
3{num} | The page of an area's actions | Ben Lark | 1{num} | On track
""",
    )
    assert actions(plan)[0].text == "The page that greets a family"


def test_a_cell_drawn_over_several_columns_all_the_way_down_is_one_column(tmp_path: Path) -> None:
    plan = of_book(
        tmp_path,
        """
Ref{2} | Action{3} | Lead | By when{2}
A1{2} | Repair the roof{3} | Ann Rook | May 2026{2}
A2{2} | Paint the hall{3} | Ben Lark | June 2026{2}
""",
    )
    assert [(one.ref, one.text, one.by_when.as_written) for one in actions(plan)] == [
        ("A1", "Repair the roof", "May 2026"),
        ("A2", "Paint the hall", "June 2026"),
    ]


def test_those_who_lead_the_work_are_not_those_who_lead_the_area(tmp_path: Path) -> None:
    plan = of_word(
        tmp_path,
        paragraph("Area 1: Joined-up work", style="Heading1"),
        paragraph("Area Leads - Rowan Vale (Council) / Ines Moor (Trust)"),
        paragraph("Project Leads - Ann Rook / Ben Lark"),
        table(
            row("Ref", "Action", "By when", "Lead"),
            row("1.1", "Meet each month", "May 2026", "Ann Rook"),
        ),
    )
    (area,) = plan.areas
    assert area.leads == ("Rowan Vale (Council)", "Ines Moor (Trust)")
    assert area.project_team == "Ann Rook, Ben Lark"


def test_refs_that_a_workbook_took_for_numbers_get_their_nought_back(tmp_path: Path) -> None:
    rows = "\n".join(f"1.{n}{{num}} | Task of week {n} | Ann Rook | May 2026 | Green" for n in range(1, 22))
    found = actions(of_book(tmp_path, f"Ref | Action | Lead | By when | RAG\n{rows}"))
    assert [one.ref for one in found] == [f"1.{n}" for n in range(1, 22)]
    assert found[9].notes == ("The document has 1.1 twice; this one, where 1.10 is due, is kept as 1.10.",)


def test_the_weeks_of_a_chart_are_neither_data_nor_statuses(tmp_path: Path) -> None:
    weeks = [f"2026-01-{day:02}{{day}}" for day in (5, 12, 19, 26)]
    plan = of_book(
        tmp_path,
        f"""
No | Task | Owner | End | {" | ".join(weeks)}
1{{num}} | Recruit officers | Ann Rook | 2026-01-16{{day}} | {{blue}} | {{blue}} | |
2{{num}} | Train officers | Ben Lark | 2026-01-30{{day}} | | {{blue}} | {{blue}} | {{blue}}
""",
    )
    assert [(one.ref, one.text, one.by_when.as_written, one.status) for one in actions(plan)] == [
        ("1", "Recruit officers", "16/01/2026", ""),
        ("2", "Train officers", "30/01/2026", ""),
    ]


def test_what_a_program_of_tasks_exports_has_its_buckets_for_areas(tmp_path: Path) -> None:
    plan = of_book(
        tmp_path,
        """
Task ID | Task Name | Bucket Name | Progress | Assigned To | Due date
aB3xQ | Write the local offer page | Priority 1 Voice | In progress | Ann Rook;Ben Lark | 31/05/2026
kL9pZ | Recruit a health officer | Priority 2 Health | Not started | Trust | 30/06/2026
mN2rT | Map therapies | Priority 2 Health | Completed | Ben Lark | 28/02/2026
""",
    )
    assert [(area.title, [one.text for one in area.actions]) for area in plan.areas] == [
        ("Voice", ["Write the local offer page"]),
        ("Health", ["Recruit a health officer", "Map therapies"]),
    ]
    assert "Task ID: aB3xQ" in plan.areas[0].actions[0].notes

"""A plan document becomes areas and actions; what is not understood is listed with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from tests.importing.documents import cell, paragraph, plan_document, row, table, word_file, workbook

from boarddesk.importing.columns import read_choices
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundAction, FoundPlan
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.refused import FileProblem, Refused

HEAD = row("Ref", "Action", "By When", "Lead", "RAG", "Progress")


def plan_of(tmp_path: Path, *blocks: str) -> FoundPlan:
    return read_plan(read_tables(word_file(tmp_path / "plan.docx", *blocks)))


def actions(plan: FoundPlan) -> dict[str, FoundAction]:
    return {action.ref: action for area in plan.areas for action in area.actions}


def test_areas_actions_dates_officers_statuses_and_progress_all_come_out(tmp_path: Path) -> None:
    plan = read_plan(read_tables(plan_document(tmp_path / "plan.docx")))
    assert plan.title == "Northmoor Improvement Plan"
    first, second = plan.areas
    assert (first.number, first.title, first.outcome) == (
        "1",
        "Leadership is not joined up",
        "Leaders work as one",
    )
    assert first.leads == ("Rowan Vale (Council)", "Ines Moor (Trust)")
    assert [action.ref for action in first.actions] == ["1.1", "1.2", "1.10"]
    assert (second.number, [action.ref for action in second.actions]) == ("2", ["2.1"])
    action = first.actions[0]
    assert (action.status, action.status_from, action.owners) == ("Met", "shading", ("Rowan Vale",))
    assert action.by_when.as_written == "May 22" and action.by_when.latest == date(2022, 5, 31)
    assert action.place == "table 1 row 2"
    assert ("Action", "Adopt the strategy") in action.source_cells


def test_a_row_without_ref_but_with_its_own_text_is_a_step_of_the_action_above(tmp_path: Path) -> None:
    action = actions(read_plan(read_tables(plan_document(tmp_path / "plan.docx"))))["1.1"]
    (step,) = action.milestones
    assert (step.text, step.by_when.latest, step.done) == ("Each agency signs it", date(2022, 11, 30), False)
    assert "Each agency signs it: Two of three have signed" in action.progress
    assert "The step “Each agency signs it” is marked On track (table 1 row 3)." in action.notes


def test_a_row_over_the_page_goes_on_with_the_action_above(tmp_path: Path) -> None:
    action = actions(read_plan(read_tables(plan_document(tmp_path / "plan.docx"))))["1.2"]
    assert action.progress == "Begun\nand shown to the board"


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("refs", [("1.1", "1.1", "1.1"), ("1.1", "", "")])
def test_a_measure_beside_three_rows_of_one_action_is_one(
    tmp_path: Path, refs: tuple[str, ...], merged: bool
) -> None:
    measures = ("KPI: 90% adopt it", "KPI:  90% adopt it.", "KPI: 90% Adopt it")
    cells = (
        [cell(measures[0], merge="restart"), cell(merge="continue"), cell(merge="continue")]
        if merged
        else [cell(one) for one in measures]
    )
    whats = [
        ("Adopt it", "May 26", "Rowan Vale"),
        ("Print it", "June 26", "Ines Moor"),
        ("Post it", "July 26", "Kit Fell"),
    ]
    rows = [row(ref, *what, one) for ref, what, one in zip(refs, whats, cells, strict=True)]
    heading = row("Ref", "Action", "By When", "Responsible Officer", "KPI")
    plan = read_plan(read_tables(word_file(tmp_path / "p.docx", table(heading, *rows))))
    assert [(kpi.ref, kpi.wording) for kpi in plan.areas[0].kpis] == [("1.1", "90% adopt it")]


def test_measures_are_kept_with_the_action_and_as_kpis_of_their_own(tmp_path: Path) -> None:
    plan = read_plan(read_tables(plan_document(tmp_path / "plan.docx")))
    assert actions(plan)["1.1"].success_measure == "KPI: 90% adopt it"
    assert [(kpi.ref, kpi.wording) for kpi in plan.areas[0].kpis] == [
        ("1.1", "90% adopt it"),
        ("1.2", "monthly"),
    ]


def test_officers_named_without_a_sign_between_them_are_told_apart_and_it_is_noted(tmp_path: Path) -> None:
    action = actions(read_plan(read_tables(plan_document(tmp_path / "plan.docx"))))["2.1"]
    assert action.owners == ("Ines Moor", "Rowan Vale")
    assert any("is read as Ines Moor, Rowan Vale" in note for note in action.notes)


def test_headings_repeated_down_a_table_are_no_actions(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, table(HEAD, row("1.1", "a", "May 22"), HEAD, row("1.2", "b", "May 22")))
    assert list(actions(plan)) == ["1.1", "1.2"]


def test_title_rows_inside_a_table_are_areas(tmp_path: Path) -> None:
    titles = [row(cell(text, span=6)) for text in ("Priority 1: Leading well", "Priority 2: Listening")]
    rows = titles[0], row("1.1", "a", "May 22"), titles[1], row("2.1", "b", "May 22")
    plan = plan_of(tmp_path, table(HEAD, *rows))
    assert [(area.number, area.title) for area in plan.areas] == [("1", "Leading well"), ("2", "Listening")]


def test_plain_headings_between_tables_are_areas_where_none_has_a_number(tmp_path: Path) -> None:
    blocks = [paragraph("The plan", style="Heading1")]
    for name in ("Leading well", "Listening"):
        blocks += [
            paragraph(name, style="Heading2"),
            table(HEAD, row("", f"About {name}", "May 22", "Rowan Vale")),
        ]
    plan = plan_of(tmp_path, *blocks)
    assert [(area.number, area.title) for area in plan.areas] == [("1", "Leading well"), ("2", "Listening")]
    assert list(actions(plan)) == ["1.1", "2.1"]


def test_an_area_in_a_small_table_of_its_own_is_found(tmp_path: Path) -> None:
    about = table(row("Area 3", "Plans are late"), row("------", "--"), row("Area lead", "Kit Fell"))
    plan = plan_of(tmp_path, about, table(HEAD, row("3.1", "a", "May 22")))
    (area,) = plan.areas
    assert (area.number, area.title, area.leads) == ("3", "Plans are late", ("Kit Fell",))
    assert plan.tables[0].looks_like == "area"


def test_a_column_of_areas_merged_down_gives_each_action_its_area(tmp_path: Path) -> None:
    head = row("Priority", "Action", "Lead", "Deadline")
    rows = [
        row(cell("Leading well", merge="restart"), "a", "Rowan Vale", "May 22"),
        row(cell(merge="continue"), "b", "Rowan Vale", "May 22"),
        row("Listening", "c", "Ines Moor", "2023"),
    ]
    plan = plan_of(tmp_path, table(head, *rows))
    assert {area.title: len(area.actions) for area in plan.areas} == {"Leading well": 2, "Listening": 1}


def test_officers_and_status_merged_down_over_several_actions_are_those_of_each(tmp_path: Path) -> None:
    rows = [
        row("1.1", "a", "May 22", cell("Rowan Vale", merge="restart"), cell(fill="00B050", merge="restart")),
        row("1.2", "b", "2023", cell(merge="continue"), cell(merge="continue")),
    ]
    found = actions(plan_of(tmp_path, table(HEAD, *rows)))
    assert [(one.owners, one.status, one.notes) for one in found.values()] == [
        (("Rowan Vale",), "On track", ())
    ] * 2


def test_a_missing_ref_between_two_is_worked_out_and_said(tmp_path: Path) -> None:
    rows = (
        row("4.1", "a", "May 22", "Kit Fell"),
        row("", "b", "June 22", "Kit Fell"),
        row("4.3", "c", "May 22"),
    )
    action = actions(plan_of(tmp_path, table(HEAD, *rows)))["4.2"]
    assert action.text == "b"
    assert action.notes == ("The document gives no ref here; 4.2 is the one missing before 4.3.",)


def test_a_ref_at_the_head_of_the_action_is_told_from_its_text(tmp_path: Path) -> None:
    head = row("Action", "By When", "Lead")
    action = actions(plan_of(tmp_path, table(head, row("6.1 A new JSNA", "May 22", "Kit Fell"))))["6.1"]
    assert action.text == "A new JSNA"


def test_it_is_known_which_refs_and_numbers_stand_in_the_document(tmp_path: Path) -> None:
    given = plan_of(tmp_path, table(HEAD, row("1.1", "a", "May 22")))
    assert [(area.number_given, area.actions[0].ref_given) for area in given.areas] == [(True, True)]
    bare = plan_of(tmp_path, table(row("Action", "By when", "Lead"), row("Listen", "May 22", "Kit Fell")))
    assert [(area.number_given, area.actions[0].ref_given) for area in bare.areas] == [(False, False)]


def test_a_ref_that_stands_twice_is_kept_apart_and_said(tmp_path: Path) -> None:
    blocks = [
        paragraph(f"Area {n}", style="Heading1") + table(HEAD, row("1", f"a{n}", "May 22")) for n in (1, 2)
    ]
    found = actions(plan_of(tmp_path, *blocks))
    assert {ref: action.text for ref, action in found.items()} == {"1.1": "a1", "2.1": "a2"}
    assert found["2.1"].notes == ("Each area counts from 1 in the document; its 1 is kept as 2.1.",)


def test_a_full_ref_that_stands_twice_is_counted_on_and_said(tmp_path: Path) -> None:
    lines = row("1.1", "a", "May 22"), row("1.2", "b", "May 22"), row("1.1", "c", "May 22")
    found = actions(plan_of(tmp_path, table(HEAD, *lines)))
    assert found["1.1 (2)"].text == "c"
    assert "stands more than once" in found["1.1 (2)"].notes[0]


def test_two_actions_under_one_ref_are_two_and_both_places_are_said(tmp_path: Path) -> None:
    lines = row("1.1", "a", "May 22", "Kit Fell"), row("1.1", "b", "June 22", "Ines Moor", "Met")
    found = actions(plan_of(tmp_path, table(HEAD, *lines)))
    assert {ref: (one.text, one.owners) for ref, one in found.items()} == {
        "1.1": ("a", ("Kit Fell",)),
        "1.1 (2)": ("b", ("Ines Moor",)),
    }
    assert "(table 1 row 2 and table 1 row 3)" in found["1.1 (2)"].notes[0]


def test_a_step_under_the_ref_of_its_action_is_said(tmp_path: Path) -> None:
    lines = row("1.1", "a", "May 22", "Kit Fell"), row("1.1", "b")
    (action,) = actions(plan_of(tmp_path, table(HEAD, *lines))).values()
    assert [step.text for step in action.milestones] == ["b"]
    assert action.notes[0].startswith("1.1 stands again (table 1 row 3)")


def test_a_title_that_stands_alone_in_the_column_of_refs_is_an_area(tmp_path: Path) -> None:
    rows = (
        row("Theme A – Leading well"),
        row("1", "a", "May 22"),
        row("Theme B – Listening"),
        row("2", "b", "May 22"),
    )
    plan = plan_of(tmp_path, table(HEAD, *rows))
    assert [(area.number, area.title) for area in plan.areas] == [("A", "Leading well"), ("B", "Listening")]


def test_refs_with_letters_give_areas_with_letters(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path, table(HEAD, row("A1", "a", "May 22"), row("A2", "b", "2023"), row("B1", "c", "2023"))
    )
    assert {area.number: len(area.actions) for area in plan.areas} == {"A": 2, "B": 1}


def test_how_it_is_done_and_term_bands_become_milestones(tmp_path: Path) -> None:
    head = row("What we will do", "How", "Who will lead", "Sep–Dec 20", "Jan–Apr 21")
    line = row(
        "Listen", "Ask families\nWrite it up", "Kit Fell", cell("Survey out", fill="0070C0"), "Report back"
    )
    bands = (TermBand("Sep–Dec 20", date(2020, 9, 1), date(2020, 12, 31)),)
    read = read_tables(word_file(tmp_path / "plan.docx", table(head, line)))
    (action,) = actions(read_plan(read, bands=bands)).values()
    assert [(one.text, one.done) for one in action.milestones] == [
        ("Ask families", False), ("Write it up", False), ("Survey out", True), ("Report back", False)
    ]  # fmt: skip
    assert action.milestones[2].by_when.latest == date(2020, 12, 31)
    assert action.milestones[3].by_when.latest == date(2021, 4, 30)


def test_milestones_under_a_wide_heading_are_read_by_the_bands_below_it(tmp_path: Path) -> None:
    head = row("Outcome", "Action", "Lead", cell("Milestones", span=2))
    below = row("", "", "", "Autumn term 2021", "Spring term 2022")
    plan = plan_of(tmp_path, table(head, below, row("Heard", "Listen", "Kit Fell", "Survey", "Report")))
    (action,) = actions(plan).values()
    assert [one.by_when.as_written for one in action.milestones] == ["Autumn term 2021", "Spring term 2022"]
    assert action.success_measure == "Outcome: Heard"


def test_a_status_that_only_shades_the_ref_is_read(tmp_path: Path) -> None:
    head = row("Ref", "Action", "By When", "Lead")
    plan = plan_of(tmp_path, table(head, row(cell("1.1", fill="FF0000"), "a", "May 22", "Kit Fell")))
    assert (actions(plan)["1.1"].status, actions(plan)["1.1"].status_from) == ("Not on track", "shading")


def test_a_status_and_a_progress_that_differ_are_both_told(tmp_path: Path) -> None:
    line = row("1.1", "a", "May 22", "Kit Fell", cell(fill="FF0000"), "MET – all done")
    action = actions(plan_of(tmp_path, table(HEAD, line)))["1.1"]
    assert action.status == "Not on track"
    assert action.notes == ("The status says Not on track, the progress begins with Met.",)


def test_an_impossible_date_is_kept_as_written(tmp_path: Path) -> None:
    by_when = actions(plan_of(tmp_path, table(HEAD, row("1.1", "a", "31/09/2020", "Kit Fell"))))[
        "1.1"
    ].by_when
    assert (by_when.as_written, by_when.latest) == ("31/09/2020", date(2020, 9, 30))


def test_what_belongs_to_no_action_is_listed_with_its_place_and_why(tmp_path: Path) -> None:
    score = table(row("KPI Ref", "Measure", "Baseline", "Actual"), row("1.1", "m", "3", "4"))
    orphan = table(HEAD, row("", "", "", "", "", "stray words"), row("1.1", "a", "May 22"))
    plan = plan_of(
        tmp_path, paragraph("Northmoor plan", style="Title"), score, paragraph("loose words"), orphan
    )
    assert [(one.place, one.text.split("\n")[0], one.why) for one in plan.leftovers] == [
        (
            "table 1",
            "KPI Ref | Measure | Baseline | Actual",
            "a scorecard, so no action was taken from it",
        ),
        ("above table 2", "loose words", "text outside the tables"),
        ("table 2 row 2", "stray words", "no action stands above this row"),
    ]


def test_a_column_nobody_knows_stays_with_its_action(tmp_path: Path) -> None:
    head = row("Ref", "Action", "By When", "Zebra")
    plan = plan_of(tmp_path, table(head, row("1.1", "a", "May 22", "stripes")))
    assert plan.tables[0].unmatched_columns == ("Zebra",)
    assert actions(plan)["1.1"].notes == ("Zebra: stripes",)


def test_a_legend_of_the_documents_own_colours_is_used(tmp_path: Path) -> None:
    legend = table(row(cell("On track", fill="0070C0")), row(cell("Met", fill="00B050")))
    lines = (
        row("1.1", "a", "May 22", "", cell(fill="0070C0")),
        row("1.2", "b", "May 22", "", cell(fill="00B050")),
    )
    found = actions(plan_of(tmp_path, legend, table(HEAD, *lines)))
    assert [action.status for action in found.values()] == ["On track", "Met"]


def test_every_word_in_the_tables_is_somewhere_in_what_was_found(tmp_path: Path) -> None:
    source = read_tables(plan_document(tmp_path / "plan.docx"))
    plan = read_plan(source)
    kept = repr(plan)
    cells = [one for grid in source.grids for line in grid.rows for one in line]
    assert [word for one in cells for word in one.paragraphs if word not in kept] == []


def test_reading_twice_finds_the_same(tmp_path: Path) -> None:
    source = read_tables(plan_document(tmp_path / "plan.docx"))
    assert read_plan(source) == read_plan(source)


def test_a_workbook_with_a_sheet_for_each_area_is_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(str(path))
    green = book.add_format({"bg_color": "#00B050"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, ref in (("Leading well", 1.1), ("Listening", 2.1)):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Ref", "Action", "Due date", "Owner", "RAG"])
        sheet.write_row(1, 0, [ref, f"About {name}"])
        sheet.write_datetime(1, 2, date(2026, 5, 31), day)
        sheet.write_blank(1, 4, None, green)
    book.close()
    plan = read_plan(read_tables(path))
    assert [(area.number, area.title) for area in plan.areas] == [("1", "Leading well"), ("2", "Listening")]
    action = actions(plan)["2.1"]
    assert (action.by_when.latest, action.status) == (date(2026, 5, 31), "On track")
    assert action.place == "sheet “Listening” row 2"


def test_a_document_without_a_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="has no table in it"):
        plan_of(tmp_path, paragraph("only words"))


def test_a_document_whose_tables_are_no_plan_says_so_and_names_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"No table in .* looks like a plan.*--column"):
        plan_of(tmp_path, table(row("Fruit", "Colour"), row("Apple", "green")))


def test_the_persons_choice_makes_a_plan_of_a_table_with_headings_of_its_own(tmp_path: Path) -> None:
    path = workbook(tmp_path / "p.xlsx", {"One": [["Nr.", "Doing", "Boss"], ["1.1", "Listen", "Kit Fell"]]})
    plan = read_plan(read_tables(path), choices=PlanChoices(read_choices(["Doing=text", "Boss=owners"])))
    assert actions(plan)["1.1"].owners == ("Kit Fell",)


def test_two_columns_that_could_be_the_action_stop_the_import(tmp_path: Path) -> None:
    head = row("Ref", "Action", "What we will do", "Lead", "By when")
    with pytest.raises(Refused, match="“Action” and “What we will do”"):
        plan_of(tmp_path, table(head, row("1.1", "a", "b")))


def test_an_action_to_take_and_an_activity_could_both_be_the_action(tmp_path: Path) -> None:
    head = row("Ref", "Action to take", "Activity", "Lead", "By when")
    with pytest.raises(Refused, match="“Action to take” and “Activity”"):
        plan_of(tmp_path, table(head, row("1.1", "a", "b")))


def test_a_plan_with_headings_and_no_rows_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"has its headings.*Action, By When.*no rows"):
        plan_of(tmp_path, table(HEAD))


def test_a_status_nobody_knows_is_listed_with_those_that_are_known(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, table(HEAD, row("1.1", "a", "May 22", "Kit Fell", "Purple")))
    (left,) = plan.leftovers
    assert (left.place, left.text) == ("table 1 row 2", "Purple")
    assert "(Met, On track, Partially met" in left.why and "1.1 is left without one" in left.why


def test_a_table_of_actions_that_says_nothing_more_of_them_is_no_plan(tmp_path: Path) -> None:
    notes = table(row("Item", "Actions", "Notes"), row("Budget", "Talk about it", "Long"))
    with pytest.raises(FileProblem, match="looks like a plan"):
        plan_of(tmp_path, notes)


def test_a_plan_without_dates_and_statuses_is_read_and_said_to_be_doubtful(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, table(row("Action", "Lead", "Notes"), row("Talk", "Kit Fell", "Soon")))
    assert [(one.looks_like, one.sure, one.why) for one in plan.tables] == [
        ("plan", False, "the one table of its kind, though it has no dates and no statuses")
    ]


def test_what_speaks_against_an_area_is_said(tmp_path: Path) -> None:
    heads = [paragraph(f"Priority {text}", style="Heading1") for text in ("1: Waiting", "2: Hearing")]
    again = paragraph("Priority 1: Preparing for adulthood", style="Heading1")
    plan = plan_of(tmp_path, heads[0], table(HEAD, row("1.1", "a", "May 22", "Kit Fell")), again, heads[1])
    assert [(area.number, area.doubt) for area in plan.areas] == [
        ("1", "at the end of the document calls it “Preparing for adulthood”"),
        ("2", "no action stands under it"),
    ]


@pytest.mark.parametrize(("status", "kept"), [("", ["1.1.1"]), ("Red", ["1.1", "1.1.1"])])
def test_a_row_above_its_parts_is_their_aim_only_where_it_says_nothing_more(
    tmp_path: Path, status: str, kept: list[str]
) -> None:
    rows = row("1.1", "Know it", "", "", status), row("1.1.1", "Write it", "May 22", "Kit Fell", "Green")
    plan = plan_of(tmp_path, table(HEAD, *rows))
    assert list(actions(plan)) == kept
    assert "Know it" in repr(plan)
